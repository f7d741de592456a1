//! The closed lists of what stands around the symptoms: kinds of scans, appointments, support, medicines, and what became of them.

use vigie_journal::{
    AppointmentKind, CareKind, ChangeKind, ChangeReason, Conclusion, ConsentKind, Helped,
    ImagingKind, IntakeStatus, MedicineKind, Relief, SupportKind, WishKind,
};

/// The kind of an imaging study.
#[uniffi::remote(Enum)]
pub enum ImagingKind {
    /// Computed tomography ('scanner').
    Ct,
    /// Magnetic resonance imaging ('IRM').
    Mri,
    /// Positron emission tomography with CT ('TEP-Scan').
    PetCt,
    /// Ultrasound.
    Ultrasound,
    /// X-ray.
    XRay,
    /// Bone scan.
    BoneScan,
    /// Another one.
    Other,
}

/// What the person was told of a study, in one word.
#[uniffi::remote(Enum)]
pub enum Conclusion {
    /// Better than before.
    Better,
    /// As before.
    Stable,
    /// Worse than before.
    Worse,
    /// Nobody could say.
    Unclear,
    /// Nothing was told yet.
    NotTold,
}

/// The kind of an appointment.
#[uniffi::remote(Enum)]
pub enum AppointmentKind {
    /// A consultation with the team: a report covers the time since the last one.
    Consultation,
    /// A consultation to see that all stays well.
    Surveillance,
    /// A multidisciplinary meeting ('RCP') about the person, who is not there.
    Rcp,
    /// A day of treatment.
    TreatmentDay,
    /// A test.
    Test,
}

/// Which kind of event.
#[uniffi::remote(Enum)]
pub enum CareKind {
    /// A result of a blood test or a marker.
    Lab,
    /// An imaging study.
    Imaging,
    /// An appointment.
    Appointment,
    /// A question.
    Question,
    /// A support session.
    Support,
    /// A consent or a leaflet.
    Consent,
    /// A medicine.
    Medicine,
    /// One dose taken or missed.
    Intake,
    /// Where a wish is written down.
    Wish,
    /// A delay, another dose, a pause of the treatment.
    Change,
}

/// The kind of a support session.
#[uniffi::remote(Enum)]
pub enum SupportKind {
    /// Psychologist.
    Psychologist,
    /// Acupressure of the ear ('auriculothérapie').
    Auriculotherapy,
    /// Hypnosis.
    Hypnosis,
    /// Sophrology.
    Sophrology,
    /// Socio-aesthetics.
    SocioAesthetics,
    /// Physiotherapy.
    Physiotherapy,
    /// Speech therapy.
    SpeechTherapy,
    /// Adapted physical activity.
    PhysicalActivity,
    /// Social worker.
    SocialWorker,
    /// Something else.
    Other,
}

/// How a session helped, as the person says.
#[uniffi::remote(Enum)]
pub enum Helped {
    /// Not at all.
    No,
    /// A little.
    Little,
    /// A lot.
    Much,
}

/// What a consent or a leaflet is about.
#[uniffi::remote(Enum)]
pub enum ConsentKind {
    /// Taking part in a clinical trial.
    Trial,
    /// The use of data or samples.
    Data,
    /// Another treatment or examination.
    Care,
    /// An information leaflet, which is only received.
    Leaflet,
}

/// A wish for the time when the person cannot speak for themself.
#[uniffi::remote(Enum)]
pub enum WishKind {
    /// The person of trust ('personne de confiance').
    TrustedPerson,
    /// Advance directives ('directives anticipées').
    Directives,
}

/// What a medicine is for.
#[uniffi::remote(Enum)]
pub enum MedicineKind {
    /// Against the disease, by mouth.
    Anticancer,
    /// Against pain.
    Painkiller,
    /// Something else.
    Other,
}

/// What became of one dose.
#[uniffi::remote(Enum)]
pub enum IntakeStatus {
    /// Taken.
    Taken,
    /// Taken later than planned.
    Late,
    /// Not taken.
    Missed,
}

/// How far a painkiller helped, an hour after it was taken.
#[uniffi::remote(Enum)]
pub enum Relief {
    /// Not at all.
    NotAtAll,
    /// Somewhat.
    Somewhat,
    /// Well.
    Good,
}

/// Why a treatment changed or ended, as the person was told or decided.
#[uniffi::remote(Enum)]
pub enum ChangeReason {
    /// As planned.
    Planned,
    /// The disease progressed.
    Progression,
    /// It was not tolerated.
    Toxicity,
    /// The person chose so.
    MyChoice,
    /// Something else: an infection, a holiday, no room in the ward.
    Other,
}

/// What changed while a line went on.
#[uniffi::remote(Enum)]
pub enum ChangeKind {
    /// An administration was put off.
    Delayed,
    /// The dose was reduced.
    DoseReduced,
    /// The dose was raised.
    DoseRaised,
    /// It was interrupted.
    Paused,
    /// It went on after an interruption.
    Resumed,
}
