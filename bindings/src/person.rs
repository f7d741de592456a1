//! The person around the entries: their list, treatments, and whom to call when.

use vigie_journal::{
    CareContact, CareRole, ChangeReason, Day, Height, Item, Label, OpeningHours, Profile,
    TreatmentKind, TreatmentLine, TrialPhase,
};

use crate::JournalError;

/// The kind of a treatment line.
#[uniffi::remote(Enum)]
pub enum TreatmentKind {
    /// Chemotherapy.
    Chemotherapy,
    /// Targeted therapy.
    Targeted,
    /// Immunotherapy.
    Immunotherapy,
    /// Hormone therapy.
    Hormone,
    /// Radiotherapy.
    Radiotherapy,
    /// Surgery.
    Surgery,
    /// A treatment within a clinical trial.
    Trial,
}

/// The phase of a clinical trial.
#[uniffi::remote(Enum)]
pub enum TrialPhase {
    /// I.
    I,
    /// I and II in one.
    IAndII,
    /// II.
    II,
    /// II and III in one.
    IIAndIII,
    /// III.
    III,
    /// IV.
    IV,
}

/// What someone to call is to the person: of the care team, or close to them.
#[uniffi::remote(Enum)]
pub enum CareRole {
    /// Oncology nurse or coordination nurse.
    Nurse,
    /// Oncologist.
    Oncologist,
    /// Radiotherapist.
    Radiotherapist,
    /// Surgeon.
    Surgeon,
    /// General practitioner.
    Gp,
    /// Home care or hospital at home.
    HomeCare,
    /// Psychologist.
    Psychologist,
    /// Social worker.
    SocialWorker,
    /// Someone close to the person: not of the team, called first when the person is silent.
    Relative,
}

/// One line of treatment.
#[uniffi::remote(Record)]
pub struct TreatmentLine {
    /// Its kind.
    pub kind: TreatmentKind,
    /// The regimen or medicine, as the person calls it.
    #[uniffi(default = None)]
    pub regimen: Option<Label>,
    /// Days from one administration to the next, 7 to 60, when it comes in cycles.
    #[uniffi(default = None)]
    pub cycle_days: Option<u8>,
    /// First day.
    #[uniffi(default = None)]
    pub started: Option<Day>,
    /// Last day, when it has ended.
    #[uniffi(default = None)]
    pub stopped: Option<Day>,
    /// Why it ended.
    #[uniffi(default = None)]
    pub ended_for: Option<ChangeReason>,
    /// The alteration of the tumour that it aims at, as it was told: `EGFR exon 19`.
    #[uniffi(default = None)]
    pub alteration: Option<Label>,
    /// The phase of the trial it belongs to.
    #[uniffi(default = None)]
    pub phase: Option<TrialPhase>,
    /// Who leads that trial.
    #[uniffi(default = None)]
    pub sponsor: Option<Label>,
    /// The number of that trial: `NCT…` or an EU number.
    #[uniffi(default = None)]
    pub trial_number: Option<Label>,
}

/// Someone to call, in the order in which to try them.
#[uniffi::remote(Record)]
pub struct CareContact {
    /// What they do.
    pub role: CareRole,
    /// Their name or the ward's.
    pub name: Label,
    /// Telephone number, as it should be dialled.
    pub phone: Label,
    /// When they answer; none when not known (they may be tried at any time).
    #[uniffi(default = None)]
    pub hours: Option<OpeningHours>,
    /// Number to call outside these hours.
    #[uniffi(default = None)]
    pub out_of_hours: Option<Label>,
}

/// What the journal knows of the person beside the entries.
#[uniffi::remote(Record)]
pub struct Profile {
    /// What to call them on the report; nothing else identifies them.
    #[uniffi(default = None)]
    pub name: Option<Label>,
    /// The patient column of tables that were imported and are exported again.
    #[uniffi(default = None)]
    pub table_id: Option<Label>,
    /// What is asked each day, in order.
    #[uniffi(default)]
    pub list: Vec<Item>,
    /// Treatment lines, oldest first.
    #[uniffi(default)]
    pub treatments: Vec<TreatmentLine>,
    /// Whom to call, in order.
    #[uniffi(default)]
    pub contacts: Vec<CareContact>,
    /// Height, for the body mass index of the weight rule.
    #[uniffi(default = None)]
    pub height: Option<Height>,
}

/// Whom to call next.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Call {
    /// This contact, at their usual number.
    Contact {
        /// Who.
        contact: CareContact,
    },
    /// This contact's number outside their hours.
    OutOfHours {
        /// Who.
        contact: CareContact,
    },
    /// 15 in France, 112 in the European Union.
    Emergency,
    /// No number is known: the care team, however the person reaches them.
    Team,
}

impl From<vigie_journal::Call> for Call {
    fn from(call: vigie_journal::Call) -> Self {
        use vigie_journal::Call as Core;
        match call {
            Core::Contact(contact) => Self::Contact { contact },
            Core::OutOfHours(contact) => Self::OutOfHours { contact },
            Core::Emergency => Self::Emergency,
            Core::Team => Self::Team,
        }
    }
}

impl From<Call> for vigie_journal::Call {
    fn from(call: Call) -> Self {
        match call {
            Call::Contact { contact } => Self::Contact(contact),
            Call::OutOfHours { contact } => Self::OutOfHours(contact),
            Call::Emergency => Self::Emergency,
            Call::Team => Self::Team,
        }
    }
}

/// A list to propose for a kind of treatment; the person keeps 5 to 12 of it.
#[uniffi::export]
pub fn proposed_list(treatment: TreatmentKind) -> Vec<Item> {
    treatment.proposed_list()
}

/// A telephone number with nothing in it that a dialler does not know.
#[uniffi::export]
pub fn phone_number(typed: String) -> Result<Label, JournalError> {
    Ok(CareContact::phone_number(&typed)?)
}

/// A time of day as people write it (`9:30`, `9h30`, `9 h`): minutes since midnight, 0 to 1439.
#[uniffi::export]
pub fn minute_of_day(typed: String) -> Result<u16, JournalError> {
    Ok(vigie_journal::minute_of_day(&typed)?)
}
