//! What stands around the symptoms: results, scans, appointments, questions, support, consents, medicines, wishes, changes.

use vigie_journal::{
    Appointment, AppointmentKind, By, CareEvent as Core, CareId, ChangeKind, ChangeReason,
    Conclusion, Consent, ConsentKind, Day, Helped, ImagingKind, ImagingStudy, Intake, IntakeStatus,
    LabResult, LabValue, Label, Medicine, MedicineKind, Moment, Note, Question, QuestionAnswer,
    ReferenceRange, Relief, Schedule, SupportKind, SupportSession, TreatmentChange, Wish, WishKind,
};

use crate::entry::Author;

/// One result: the person's own series of a marker or a blood test, shown and never interpreted.
#[uniffi::remote(Record)]
pub struct LabResult {
    /// The day the sample was taken.
    pub day: Day,
    /// What was measured, as the laboratory names it: `CEA`, `CA 15-3`.
    pub name: Label,
    /// The value.
    pub value: LabValue,
    /// Its unit, as printed: `ng/mL`.
    #[uniffi(default = None)]
    pub unit: Option<Label>,
    /// The laboratory's range for this sample.
    #[uniffi(default = None)]
    pub range: Option<ReferenceRange>,
}

/// An imaging study and its conclusion as the person was told.
#[uniffi::remote(Record)]
pub struct ImagingStudy {
    /// The day it was made.
    pub day: Day,
    /// Its kind.
    pub kind: ImagingKind,
    /// Where.
    #[uniffi(default = None)]
    pub place: Option<Label>,
    /// The conclusion in one word.
    pub conclusion: Conclusion,
    /// The conclusion as told.
    #[uniffi(default = None)]
    pub told: Option<Note>,
}

/// An appointment: past, or still to come.
#[uniffi::remote(Record)]
pub struct Appointment {
    /// The day.
    pub day: Day,
    /// Minutes since midnight where the person lives, 0 to 1439; none when not known.
    #[uniffi(default = None)]
    pub minute: Option<u16>,
    /// Its kind.
    pub kind: AppointmentKind,
    /// With whom.
    #[uniffi(default = None)]
    pub with: Option<Label>,
    /// Where.
    #[uniffi(default = None)]
    pub place: Option<Label>,
    /// What was decided, as the person was told.
    #[uniffi(default = None)]
    pub decision: Option<Note>,
}

/// An answer to a question.
#[uniffi::remote(Record)]
pub struct QuestionAnswer {
    /// The day it was given.
    pub day: Day,
    /// The answer as the person understood it.
    pub text: Note,
}

/// A question to ask at the next appointment, carried on until it is answered.
#[uniffi::remote(Record)]
pub struct Question {
    /// The day it came up.
    pub day: Day,
    /// The question.
    pub text: Note,
    /// The answer, once there is one.
    #[uniffi(default = None)]
    pub answer: Option<QuestionAnswer>,
}

/// A session beside the treatment.
#[uniffi::remote(Record)]
pub struct SupportSession {
    /// The day.
    pub day: Day,
    /// Its kind.
    pub kind: SupportKind,
    /// With whom.
    #[uniffi(default = None)]
    pub with: Option<Label>,
    /// Where.
    #[uniffi(default = None)]
    pub place: Option<Label>,
    /// How it helped.
    #[uniffi(default = None)]
    pub helped: Option<Helped>,
    /// In the person's words.
    #[uniffi(default = None)]
    pub note: Option<Note>,
}

/// What was given to read or to sign.
#[uniffi::remote(Record)]
pub struct Consent {
    /// The day it was received.
    pub day: Day,
    /// What it is about.
    pub kind: ConsentKind,
    /// Which trial, which use, which examination.
    pub about: Label,
    /// The day it was signed.
    #[uniffi(default = None)]
    pub signed: Option<Day>,
    /// The day it was withdrawn, which needs no reason.
    #[uniffi(default = None)]
    pub withdrawn: Option<Day>,
    /// Where the paper is.
    #[uniffi(default = None)]
    pub place: Option<Note>,
}

/// A medicine the person was told to take.
#[uniffi::remote(Record)]
pub struct Medicine {
    /// First day, may be to come; the pauses count from it.
    pub day: Day,
    /// Its name, as the person calls it.
    pub name: Label,
    /// What it is for.
    pub kind: MedicineKind,
    /// How much, copied from the prescription; the journal makes nothing of it.
    #[uniffi(default = None)]
    pub dose: Option<Label>,
    /// When.
    pub schedule: Schedule,
    /// Last day, when it is known.
    #[uniffi(default = None)]
    pub until: Option<Day>,
}

/// One dose: taken, taken late, or missed.
#[uniffi::remote(Record)]
pub struct Intake {
    /// The day it was due, or taken when it is as needed.
    pub day: Day,
    /// The medicine, by its name.
    pub medicine: Label,
    /// When it was due, or taken when it is as needed: minutes since midnight, 0 to 1439; none when not said.
    #[uniffi(default = None)]
    pub minute: Option<u16>,
    /// What became of it.
    pub status: IntakeStatus,
    /// Why it was late or missed, in the person's words.
    #[uniffi(default = None)]
    pub reason: Option<Note>,
    /// How far it helped after an hour.
    #[uniffi(default = None)]
    pub relief: Option<Relief>,
}

/// Where a wish is written down. The journal holds the place, not the wish.
#[uniffi::remote(Record)]
pub struct Wish {
    /// The day this was noted.
    pub day: Day,
    /// Which.
    pub kind: WishKind,
    /// Who: the person of trust, or who knows where the paper is.
    #[uniffi(default = None)]
    pub who: Option<Label>,
    /// Where the paper is.
    #[uniffi(default = None)]
    pub place: Option<Note>,
}

/// Something changed while a line went on: a delay, another dose, a pause.
#[uniffi::remote(Record)]
pub struct TreatmentChange {
    /// From which day on; for a delay the day on which it should have been given.
    pub day: Day,
    /// What changed.
    pub kind: ChangeKind,
    /// The regimen or medicine, as the person calls it.
    #[uniffi(default = None)]
    pub treatment: Option<Label>,
    /// Until when, as far as it is known.
    #[uniffi(default = None)]
    pub until: Option<Day>,
    /// Why.
    #[uniffi(default = None)]
    pub reason: Option<ChangeReason>,
    /// In the person's words.
    #[uniffi(default = None)]
    pub note: Option<Note>,
}

/// One thing that happened, or will happen, around the symptoms.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum CareEvent {
    /// A result of a blood test or a marker.
    Lab {
        /// What was told.
        result: LabResult,
    },
    /// An imaging study.
    Imaging {
        /// What was told.
        study: ImagingStudy,
    },
    /// An appointment.
    Appointment {
        /// What was told.
        appointment: Appointment,
    },
    /// A question.
    Question {
        /// What was told.
        question: Question,
    },
    /// A support session.
    Support {
        /// What was told.
        session: SupportSession,
    },
    /// A consent or a leaflet.
    Consent {
        /// What was told.
        consent: Consent,
    },
    /// A medicine.
    Medicine {
        /// What was told.
        medicine: Medicine,
    },
    /// One dose taken or missed.
    Intake {
        /// What was told.
        intake: Intake,
    },
    /// Where a wish is written down.
    Wish {
        /// What was told.
        wish: Wish,
    },
    /// A delay, another dose, a pause of the treatment.
    Change {
        /// What was told.
        change: TreatmentChange,
    },
}

impl From<Core> for CareEvent {
    fn from(event: Core) -> Self {
        match event {
            Core::Lab(result) => Self::Lab { result },
            Core::Imaging(study) => Self::Imaging { study },
            Core::Appointment(appointment) => Self::Appointment { appointment },
            Core::Question(question) => Self::Question { question },
            Core::Support(session) => Self::Support { session },
            Core::Consent(consent) => Self::Consent { consent },
            Core::Medicine(medicine) => Self::Medicine { medicine },
            Core::Intake(intake) => Self::Intake { intake },
            Core::Wish(wish) => Self::Wish { wish },
            Core::Change(change) => Self::Change { change },
        }
    }
}

impl From<CareEvent> for Core {
    fn from(event: CareEvent) -> Self {
        match event {
            CareEvent::Lab { result } => Self::Lab(result),
            CareEvent::Imaging { study } => Self::Imaging(study),
            CareEvent::Appointment { appointment } => Self::Appointment(appointment),
            CareEvent::Question { question } => Self::Question(question),
            CareEvent::Support { session } => Self::Support(session),
            CareEvent::Consent { consent } => Self::Consent(consent),
            CareEvent::Medicine { medicine } => Self::Medicine(medicine),
            CareEvent::Intake { intake } => Self::Intake(intake),
            CareEvent::Wish { wish } => Self::Wish(wish),
            CareEvent::Change { change } => Self::Change(change),
        }
    }
}

/// Something around the symptoms as the journal keeps it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CareRecord {
    /// Its id, whatever its revisions.
    pub id: CareId,
    /// Who told it.
    pub author: Author,
    /// What was told.
    pub event: CareEvent,
}

impl From<(CareId, By<Core>)> for CareRecord {
    fn from((id, by): (CareId, By<Core>)) -> Self {
        Self { id, author: by.author.into(), event: by.told.into() }
    }
}

/// One version of something that two copies of the journal changed in two ways.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CareVersion {
    /// When it was written.
    pub at: Moment,
    /// Who told it.
    pub author: Author,
    /// What was told; none when it was taken back.
    pub event: Option<CareEvent>,
}

/// Something that was changed in two copies of the journal: every version is in force, until it is amended again.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CareConflict {
    /// What it is about.
    pub id: CareId,
    /// The versions, oldest first.
    pub versions: Vec<CareVersion>,
}

impl From<vigie_journal::CareConflict> for CareConflict {
    fn from(conflict: vigie_journal::CareConflict) -> Self {
        let version = |(at, by): (Moment, By<Option<Core>>)| CareVersion {
            at,
            author: by.author.into(),
            event: by.told.map(CareEvent::from),
        };
        Self { id: conflict.id, versions: conflict.versions.into_iter().map(version).collect() }
    }
}

/// A question, whichever way it was noted.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct AskedQuestion {
    /// Its id, when it is kept by itself; one that was only noted in a check-in has none. To answer that one, add a question of
    /// its day and words with the answer.
    pub id: Option<CareId>,
    /// Who asked it.
    pub author: Author,
    /// The question, and its answer once there is one.
    pub question: Question,
}

impl From<vigie_journal::AskedQuestion> for AskedQuestion {
    fn from(one: vigie_journal::AskedQuestion) -> Self {
        Self { id: one.id, author: one.asked.author.into(), question: one.asked.told }
    }
}

/// One dose that was due.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Dose {
    /// The day.
    pub day: Day,
    /// Minutes since midnight, 0 to 1439.
    pub minute: u16,
    /// The medicine's name.
    pub medicine: Label,
    /// What was noted of it; none when nothing was.
    pub intake: Option<Intake>,
    /// Under which id that is kept.
    pub noted: Option<CareId>,
}

impl From<(vigie_journal::Dose, Option<CareId>)> for Dose {
    fn from((dose, noted): (vigie_journal::Dose, Option<CareId>)) -> Self {
        let vigie_journal::Dose { day, minute, medicine, intake } = dose;
        Self { day, minute, medicine, intake, noted }
    }
}

/// When to remind the person of a dose.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Reminder {
    /// The moment where the person lives.
    pub at: Moment,
    /// The dose.
    pub dose: Dose,
}

impl From<(Moment, vigie_journal::Dose)> for Reminder {
    fn from((at, dose): (Moment, vigie_journal::Dose)) -> Self {
        Self { at, dose: (dose, None).into() }
    }
}
