//! What happens around the symptoms: results, scans, appointments. Kept as told, never interpreted.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{Day, LabResult, Label, Note};

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
}
