//! What happens around the made-up people: consultations, scans, markers.

use vigie_model::{
    Appointment, AppointmentKind, By, CareEvent, Conclusion, Day, ImagingKind, ImagingStudy,
    LabResult,
};
use vigie_report::ConsultationSummary;
use vigie_words::Lang;

use crate::made_up::{Journal, label, note};
use crate::people;

/// An appointment, with what was decided when something was.
pub fn appointment(day: Day, kind: AppointmentKind, decision: Option<&str>) -> By<CareEvent> {
    By::person(CareEvent::Appointment(Appointment {
        day,
        minute: Some(14 * 60 + 30),
        kind,
        with: Some(label("Dr Leroy")),
        place: Some(label("hôpital de jour")),
        decision: decision.map(note),
    }))
}

/// A result.
pub fn result(day: Day, name: &str, value: &str, unit: Option<&str>, range: &str) -> By<CareEvent> {
    By::person(CareEvent::Lab(LabResult {
        day,
        name: label(name),
        value: value.parse().unwrap(),
        unit: unit.map(label),
        range: range.parse().ok(),
    }))
}

/// Ten weeks of care around a treatment by chemotherapy.
pub fn ten_weeks(from: Day) -> Vec<By<CareEvent>> {
    let mut care = vec![
        appointment(from, AppointmentKind::Consultation, None),
        appointment(from.plus(35), AppointmentKind::Rcp, Some("Poursuivre le même traitement.")),
        appointment(from.plus(37), AppointmentKind::Surveillance, None),
        By::person(CareEvent::Imaging(ImagingStudy {
            day: from.plus(31),
            kind: ImagingKind::Ct,
            place: Some(label("CHU, radiologie")),
            conclusion: Conclusion::Stable,
            told: Some(note("Pas de nouvelle lésion, à revoir dans trois mois.")),
        })),
        By::person(CareEvent::Imaging(ImagingStudy {
            day: from.plus(60),
            kind: ImagingKind::Mri,
            place: None,
            conclusion: Conclusion::NotTold,
            told: None,
        })),
    ];
    for (offset, cea, haemoglobin) in
        [(0, "<0.5", "12.4"), (28, "4.8", "11.9"), (42, "6.20", "11.2"), (56, "12.3", "10.8")]
    {
        let day = from.plus(offset);
        care.push(result(day, "CEA", cea, Some("ng/mL"), "-5"));
        care.push(result(day, "Hémoglobine", haemoglobin, Some("g/dL"), "12-16"));
    }
    care.sort_by_key(|one| one.told.day());
    care
}

/// The last five of ten weeks: since the consultation before which the diary was kept already.
pub fn since_consultation(lang: Lang) -> ConsultationSummary {
    let mut journal: Journal = people::ten_weeks();
    journal.from = journal.from.plus(37);
    journal.summary(lang)
}
