//! What stands around the symptoms of the person the demonstration makes up.

use std::str::FromStr;

use vigie_journal::{
    Appointment, AppointmentKind, Author, By, CareEvent, ChangeKind, ChangeReason, Conclusion,
    Helped, ImagingKind, ImagingStudy, Intake, IntakeStatus, Journal, LabResult, Label, Medicine,
    MedicineKind, Note, Question, QuestionAnswer, Relief, Schedule, SupportKind, SupportSession,
    TreatmentChange,
};
use vigie_simulator::DEMO_TREATMENT;

use crate::exit::Failure;
use crate::session::Session;

/// What happened around it: the consultation before, a scan, a marker, and the consultation that the report is for.
pub fn care(session: &Session, journal: &Journal) -> Result<(), Failure> {
    let words = session.words;
    let today = journal.now().day();
    let label = |id: &str| Label::new("name", &words.text(id));
    let consultation = |day| -> Result<CareEvent, Failure> {
        Ok(CareEvent::Appointment(Appointment {
            day,
            minute: Some(10 * 60),
            kind: AppointmentKind::Consultation,
            with: Some(label("demo-oncologist")?),
            place: Some(label("demo-ward")?),
            decision: None,
        }))
    };
    let marker = |ago: i32, value: &str| -> Result<CareEvent, Failure> {
        Ok(CareEvent::Lab(LabResult {
            day: today.plus(-ago),
            name: Label::new("lab", "CA 15-3")?,
            value: value.parse()?,
            unit: Some(Label::new("lab", "U/mL")?),
            range: Some("-30".parse()?),
        }))
    };
    let scan = CareEvent::Imaging(ImagingStudy {
        day: today.plus(-38),
        kind: ImagingKind::Ct,
        place: Some(label("demo-ward")?),
        conclusion: Conclusion::Stable,
        told: Some(Note::new("note", &words.text("demo-scan"))?),
    });
    let events = [
        consultation(today.plus(-42))?,
        marker(42, "24")?,
        scan,
        marker(21, "27")?,
        marker(1, "26")?,
        consultation(today.plus(1))?,
    ];
    for event in events {
        journal.add_care(event)?;
    }
    around(session, journal)
}

/// What stands around it: a delay, an answer, a session that somebody close noted, a medicine each morning and one as needed.
fn around(session: &Session, journal: &Journal) -> Result<(), Failure> {
    let words = session.words;
    let ago = |days: i32| journal.now().day().plus(-days);
    let label = |id: &str| Label::new("name", &words.text(id));
    let note = |id: &str| Note::new("note", &words.text(id));
    journal.add_care(CareEvent::Change(TreatmentChange {
        day: ago(28),
        kind: ChangeKind::Delayed,
        treatment: Some(Label::new("treatment", DEMO_TREATMENT)?),
        until: Some(ago(25)),
        reason: Some(ChangeReason::Toxicity),
        note: Some(note("demo-delay")?),
    }))?;
    journal.add_care(CareEvent::Question(Question {
        day: ago(50),
        text: note("demo-asked")?,
        answer: Some(QuestionAnswer { day: ago(42), text: note("demo-answered")? }),
    }))?;
    journal.add_care(By {
        author: Author::Caregiver(label("demo-relative")?),
        told: CareEvent::Support(SupportSession {
            day: ago(11),
            kind: SupportKind::Sophrology,
            with: None,
            place: Some(label("demo-ward")?),
            helped: Some(Helped::Little),
            note: None,
        }),
    })?;
    for (kind, id, schedule, since) in [
        (MedicineKind::Other, "demo-medicine", Schedule::from_str("08:00")?, 14),
        (MedicineKind::Painkiller, "demo-as-needed", Schedule::AsNeeded, 42),
    ] {
        let (day, name, dose, until) = (ago(since), label(id)?, None, None);
        journal.add_care(CareEvent::Medicine(Medicine {
            day,
            name,
            kind,
            dose,
            schedule,
            until,
        }))?;
    }
    let taken = |days: i32, id: &str, minute: u16, status: IntakeStatus| {
        let (day, minute, reason, relief) = (ago(days), Some(minute), None, None);
        Ok::<_, Failure>(Intake { day, medicine: label(id)?, minute, status, reason, relief })
    };
    // Of the one two days before, nothing was noted.
    for days in (3..=14).chain([1]) {
        let status = if days == 6 { IntakeStatus::Missed } else { IntakeStatus::Taken };
        let mut intake = taken(days, "demo-medicine", 8 * 60, status)?;
        intake.reason = (days == 6).then(|| note("demo-missed")).transpose()?;
        journal.add_care(CareEvent::Intake(intake))?;
    }
    for (days, hour, relief) in
        [(9, 22, Relief::Good), (3, 21, Relief::Somewhat), (2, 23, Relief::Somewhat)]
    {
        let mut intake = taken(days, "demo-as-needed", hour * 60, IntakeStatus::Taken)?;
        intake.relief = Some(relief);
        journal.add_care(CareEvent::Intake(intake))?;
    }
    Ok(())
}
