//! What happens around the symptoms: results, scans, appointments. Kept as told, never interpreted.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{Allowed, Day, Invalid, LabResult, Label, Note};

coded! {
    /// The kind of an imaging study.
    ImagingKind "imaging" {
        /// Computed tomography ('scanner').
        Ct "ct",
        /// Magnetic resonance imaging ('IRM').
        Mri "mri",
        /// Positron emission tomography with CT ('TEP-Scan').
        PetCt "pet-ct",
        /// Ultrasound.
        Ultrasound "ultrasound",
        /// X-ray.
        XRay "x-ray",
        /// Bone scan.
        BoneScan "bone-scan",
        /// Another one.
        Other "other",
    }
}

coded! {
    /// What the person was told of a study, in one word.
    Conclusion "conclusion" {
        /// Better than before.
        Better "better",
        /// As before.
        Stable "stable",
        /// Worse than before.
        Worse "worse",
        /// Nobody could say.
        Unclear "unclear",
        /// Nothing was told yet.
        NotTold "not-told",
    }
}

coded! {
    /// The kind of an appointment.
    AppointmentKind "appointment" {
        /// A consultation with the team: a report covers the time since the last one.
        Consultation "consultation",
        /// A consultation to see that all stays well.
        Surveillance "surveillance",
        /// A multidisciplinary meeting ('RCP') about the person, who is not there.
        Rcp "rcp",
        /// A day of treatment.
        TreatmentDay "treatment-day",
        /// A test.
        Test "test",
    }
}

impl AppointmentKind {
    /// Whether the person sees their team, and the report starts anew.
    pub fn is_consultation(self) -> bool {
        matches!(self, Self::Consultation | Self::Surveillance)
    }
}

/// An imaging study and its conclusion as the person was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImagingStudy {
    /// The day it was made.
    pub day: Day,
    /// Its kind.
    pub kind: ImagingKind,
    /// Where.
    pub place: Option<Label>,
    /// The conclusion in one word.
    pub conclusion: Conclusion,
    /// The conclusion as told.
    pub told: Option<Note>,
}

/// An appointment: past, or still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The day.
    pub day: Day,
    /// Minutes since midnight where the person lives, 0 to 1439; `None` when not known.
    pub minute: Option<u16>,
    /// Its kind.
    pub kind: AppointmentKind,
    /// With whom.
    pub with: Option<Label>,
    /// Where.
    pub place: Option<Label>,
    /// What was decided, as the person was told.
    pub decision: Option<Note>,
}

/// One thing that happened, or will happen, around the symptoms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CareEvent {
    /// The result of a blood test or a marker.
    Lab(LabResult),
    /// An imaging study.
    Imaging(ImagingStudy),
    /// An appointment.
    Appointment(Appointment),
}

impl CareEvent {
    /// Its day.
    pub fn day(&self) -> Day {
        match self {
            Self::Lab(result) => result.day,
            Self::Imaging(study) => study.day,
            Self::Appointment(appointment) => appointment.day,
        }
    }

    /// The day on which the person saw, or will see, their team; `None` for anything else.
    pub fn consultation(&self) -> Option<Day> {
        match self {
            Self::Appointment(one) if one.kind.is_consultation() => Some(one.day),
            _ => None,
        }
    }

    /// Checks what no single field can know.
    ///
    /// # Errors
    /// [`Allowed::NotInTheFuture`] for a result or a scan of a day after `today`: what is still to come is an appointment.
    /// [`Allowed::Time`] for an appointment at a minute that no day has.
    pub fn validate(&self, today: Day) -> Result<(), Invalid> {
        const DAY_MINUTES: u16 = 24 * 60;
        match self {
            Self::Lab(_) | Self::Imaging(_) if self.day() > today => {
                Err(Invalid::new("date", Allowed::NotInTheFuture))
            }
            Self::Appointment(one) if one.minute.is_some_and(|minute| minute >= DAY_MINUTES) => {
                Err(Invalid::new("time", Allowed::Time))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_or_a_scan_of_tomorrow_is_refused_and_an_appointment_is_welcome() {
        let today: Day = "2026-11-23".parse().unwrap();
        let lab = |day| {
            let name = Label::new("lab", "CEA").unwrap();
            let value = "12".parse().unwrap();
            CareEvent::Lab(LabResult { day, name, value, unit: None, range: None })
        };
        let scan = |day| {
            let (kind, conclusion) = (ImagingKind::Ct, Conclusion::NotTold);
            CareEvent::Imaging(ImagingStudy { day, kind, place: None, conclusion, told: None })
        };
        let visit = |day, minute| {
            let kind = AppointmentKind::Consultation;
            let (with, place, decision) = (None, None, None);
            CareEvent::Appointment(Appointment { day, minute, kind, with, place, decision })
        };
        let tomorrow = today.plus(1);
        let refused = Err(Invalid::new("date", Allowed::NotInTheFuture));
        assert_eq!(lab(tomorrow).validate(today), refused);
        assert_eq!(scan(tomorrow).validate(today), refused);
        for good in [lab(today), scan(today), visit(tomorrow, None), visit(tomorrow, Some(1439))] {
            assert_eq!(good.validate(today), Ok(()));
        }
        let refused = visit(tomorrow, Some(1440)).validate(today);
        assert_eq!(refused, Err(Invalid::new("time", Allowed::Time)));
    }
}
