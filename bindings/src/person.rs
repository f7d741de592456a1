//! The person around the entries: their list, treatments, and whom to call when.

use vigie_journal::{
    Allowed, CareContact, CareRole, ChangeReason, Day, Height, Invalid, Item, Label, OpeningHours,
    Profile, TreatmentKind, TreatmentLine, TrialPhase, Weekdays,
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

/// A day as people type it (`23/11/2026`, `23.11.26`, `2026-11-23`, `23 11`). The day stands first, but for a year of four digits;
/// without a year it is the nearest such day to `today`.
///
/// Fails with `Invalid`.
#[uniffi::export]
pub fn day_as_typed(typed: String, today: Day) -> Result<Day, JournalError> {
    Ok(vigie_journal::day_as_typed(&typed, today)?)
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, uniffi::Enum)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// As they are counted, from 0.
    const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// 0 Monday – 6 Sunday.
    pub(crate) fn number(self) -> u8 {
        self as u8
    }
}

/// Opening hours in parts, to be chosen one by one.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct OpeningTimes {
    /// The days, from the first of the run.
    pub days: Vec<Weekday>,
    /// Minutes since midnight at which it opens, 0 to 1439.
    pub from: u16,
    /// Minutes since midnight at which it closes; 0 is the end of the day.
    pub to: u16,
}

/// The parts of opening hours.
///
/// Fails with `Invalid` for what are none.
#[uniffi::export]
pub fn opening_times(hours: OpeningHours) -> Result<OpeningTimes, JournalError> {
    let day = |day: u8| Weekday::ALL.get(usize::from(day)).copied();
    let days = hours.days.days().filter_map(day).collect();
    Ok(OpeningTimes { days, from: hours.from, to: hours.to % DAY })
}

/// Opening hours of their parts.
///
/// Fails with `Invalid` for days that do not follow one another, and when it closes before it opens.
#[uniffi::export]
pub fn opening_hours(times: OpeningTimes) -> Result<OpeningHours, JournalError> {
    let to = if times.to == 0 { DAY } else { times.to };
    let days: Vec<u8> = (0..7)
        .zip(Weekday::ALL)
        .filter(|(_, day)| times.days.contains(day))
        .map(|(number, _)| number)
        .collect();
    let days = Weekdays::of(&days).filter(|_| times.from < to && to <= DAY);
    let days = days.ok_or(Invalid::new("hours", Allowed::Hours))?;
    Ok(OpeningHours { days, from: times.from, to })
}

/// Minutes of a day.
const DAY: u16 = 1440;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_hours_come_apart_and_together_whatever_they_are() {
        for text in ["mon-fri 09:00-17:00", "sat-mon 22:00-24:00", "wed-wed 00:00-00:30"] {
            let times = opening_times(text.parse().unwrap()).unwrap();
            assert_eq!(opening_hours(times).unwrap().to_string(), text);
        }
        let whole = opening_times("mon-sun 00:00-24:00".parse().unwrap()).unwrap();
        assert_eq!((whole.days.len(), whole.from, whole.to), (7, 0, 0));
    }

    #[test]
    fn days_apart_no_day_and_an_end_before_the_beginning_are_refused() {
        let refused = |days: &[Weekday], from, to| {
            let times = OpeningTimes { days: days.to_vec(), from, to };
            matches!(opening_hours(times), Err(JournalError::Invalid { .. }))
        };
        assert!(!refused(&[Weekday::Tuesday, Weekday::Monday], 540, 1020));
        assert!(refused(&[Weekday::Monday, Weekday::Wednesday], 540, 1020));
        assert!(refused(&[], 540, 1020));
        assert!(refused(&[Weekday::Monday], 540, 540));
        assert!(refused(&[Weekday::Monday], 540, 1441));
        assert!(refused(&[Weekday::Monday], 1440, 0));
    }
}
