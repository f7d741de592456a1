//! One sitting, its answers, and the first screen.

use std::collections::{BTreeMap, BTreeSet};

use vigie_journal::{
    Alarm, AttachmentId, Day, EntryId, Item, Label, Measure, Moment, Note, PainDetail, PainQuality,
    PainSite, Painkiller, PerformanceStatus, Rating, RevisionId, Slip, Source, Temperature, Weight,
    Why,
};

use crate::prompt::OpenPrompt;

/// Who answered.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Author {
    /// The person themself.
    Person,
    /// A relative or carer.
    Caregiver {
        /// The name they go by.
        name: Label,
    },
}

impl From<vigie_journal::Author> for Author {
    fn from(author: vigie_journal::Author) -> Self {
        match author {
            vigie_journal::Author::Person => Self::Person,
            vigie_journal::Author::Caregiver(name) => Self::Caregiver { name },
        }
    }
}

impl From<Author> for vigie_journal::Author {
    fn from(author: Author) -> Self {
        match author {
            Author::Person => Self::Person,
            Author::Caregiver { name } => Self::Caregiver(name),
        }
    }
}

/// What was said to one question. An item that was not asked is not in the entry at all; missing is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Answer {
    /// A rating; zero is an answer.
    Rated {
        /// From 0 to 10.
        rating: Rating,
    },
    /// The question was shown and left.
    Skipped,
    /// The person was too unwell to answer, which is itself information.
    TooUnwell,
}

impl From<vigie_journal::Answer> for Answer {
    fn from(answer: vigie_journal::Answer) -> Self {
        match answer {
            vigie_journal::Answer::Rated(rating) => Self::Rated { rating },
            vigie_journal::Answer::Skipped => Self::Skipped,
            vigie_journal::Answer::TooUnwell => Self::TooUnwell,
        }
    }
}

impl From<Answer> for vigie_journal::Answer {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Rated { rating } => Self::Rated(rating),
            Answer::Skipped => Self::Skipped,
            Answer::TooUnwell => Self::TooUnwell,
        }
    }
}

/// What else was said of one pain on one day.
#[uniffi::remote(Record)]
pub struct PainDetail {
    /// What it feels like, when said.
    #[uniffi(default = None)]
    pub quality: Option<PainQuality>,
    /// It woke the person at night.
    #[uniffi(default = false)]
    pub wakes_at_night: bool,
}

/// A painkiller taken as needed, and whether it helped.
#[uniffi::remote(Record)]
pub struct Painkiller {
    /// Its name, as the person calls it.
    pub name: Label,
    /// Whether it helped; none when not said.
    #[uniffi(default = None)]
    pub helped: Option<bool>,
}

/// That something happened on a day, with its name when it was given.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Named {
    /// The name.
    #[uniffi(default = None)]
    pub name: Option<Label>,
}

/// One sitting for one day. What was not asked is not in it; missing is never zero.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct DailyEntry {
    /// The day the answers are about.
    pub day: Day,
    /// Answers by item.
    #[uniffi(default)]
    pub answers: BTreeMap<Item, Answer>,
    /// General state, 0 to 4.
    #[uniffi(default = None)]
    pub state: Option<PerformanceStatus>,
    /// 'Too unwell today': the person ended the check-in in one tap.
    #[uniffi(default = false)]
    pub too_unwell: bool,
    /// Body temperature, °C.
    #[uniffi(default = None)]
    pub temperature: Option<Temperature>,
    /// Body weight, kg.
    #[uniffi(default = None)]
    pub weight: Option<Weight>,
    /// Alarm signs ticked.
    #[uniffi(default)]
    pub ticks: BTreeSet<Alarm>,
    /// What else was said of a pain.
    #[uniffi(default)]
    pub pains: BTreeMap<PainSite, PainDetail>,
    /// Items whose rating was taken over from the day before and left as it was.
    #[uniffi(default)]
    pub same_as_before: BTreeSet<Item>,
    /// Treatment was given that day.
    #[uniffi(default = None)]
    pub administration: Option<Named>,
    /// The treatment changed that day (a new line, a new dose), with a word on it if given.
    #[uniffi(default = None)]
    pub treatment_change: Option<Named>,
    /// Painkillers taken as needed.
    #[uniffi(default)]
    pub painkillers: Vec<Painkiller>,
    /// A note in the person's own words.
    #[uniffi(default = None)]
    pub note: Option<Note>,
    /// A question for the next consultation.
    #[uniffi(default = None)]
    pub question: Option<Note>,
    /// Who answered; none for the person themself.
    #[uniffi(default = None)]
    pub caregiver: Option<Label>,
    /// Whether it was read from a table; otherwise it was answered in a check-in.
    #[uniffi(default = false)]
    pub imported: bool,
}

impl From<vigie_journal::DailyEntry> for DailyEntry {
    fn from(entry: vigie_journal::DailyEntry) -> Self {
        let named = |name: Option<Option<Label>>| name.map(|name| Named { name });
        Self {
            day: entry.day,
            answers: entry.answers.into_iter().map(|(item, it)| (item, it.into())).collect(),
            state: entry.state,
            too_unwell: entry.too_unwell,
            temperature: entry.measures.temperature,
            weight: entry.measures.weight,
            ticks: entry.ticks,
            pains: entry.pains,
            same_as_before: entry.same_as_before,
            administration: named(entry.administration),
            treatment_change: named(entry.treatment_change),
            painkillers: entry.painkillers,
            note: entry.note,
            question: entry.question,
            caregiver: match entry.author {
                vigie_journal::Author::Person => None,
                vigie_journal::Author::Caregiver(name) => Some(name),
            },
            imported: entry.source == Source::Imported,
        }
    }
}

impl From<DailyEntry> for vigie_journal::DailyEntry {
    fn from(entry: DailyEntry) -> Self {
        let mut core = Self::new(entry.day);
        core.author =
            entry.caregiver.map_or_else(Default::default, vigie_journal::Author::Caregiver);
        core.source = if entry.imported { Source::Imported } else { Source::CheckIn };
        core.too_unwell = entry.too_unwell;
        core.state = entry.state;
        core.answers = entry.answers.into_iter().map(|(item, it)| (item, it.into())).collect();
        core.same_as_before = entry.same_as_before;
        core.pains = entry.pains;
        core.measures.temperature = entry.temperature;
        core.measures.weight = entry.weight;
        core.ticks = entry.ticks;
        core.administration = entry.administration.map(|one| one.name);
        core.treatment_change = entry.treatment_change.map(|one| one.name);
        core.painkillers = entry.painkillers;
        core.note = entry.note;
        core.question = entry.question;
        core
    }
}

/// What recording an entry gave.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Recorded {
    /// The entry's id.
    pub id: EntryId,
    /// What it asks for, if anything. Nothing means only that no rule fired.
    pub prompt: Option<OpenPrompt>,
}

impl From<vigie_journal::Recorded> for Recorded {
    fn from(recorded: vigie_journal::Recorded) -> Self {
        Self { id: recorded.id, prompt: recorded.prompt.map(OpenPrompt::from) }
    }
}

/// An entry as the journal keeps it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct KeptEntry {
    /// Its id, whatever its revisions.
    pub id: EntryId,
    /// What it says.
    pub entry: DailyEntry,
}

impl From<(EntryId, vigie_journal::DailyEntry)> for KeptEntry {
    fn from((id, entry): (EntryId, vigie_journal::DailyEntry)) -> Self {
        Self { id, entry: entry.into() }
    }
}

/// One revision of an entry.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// When it was recorded.
    pub at: Moment,
    /// The revisions it stands in the place of; none for the first.
    pub replaces: Vec<RevisionId>,
    /// What it says; none when the entry was withdrawn.
    pub entry: Option<DailyEntry>,
}

impl From<vigie_journal::Revision> for Revision {
    fn from(revision: vigie_journal::Revision) -> Self {
        let vigie_journal::Revision { id, at, replaces, entry } = revision;
        Self { id, at, replaces, entry: entry.map(DailyEntry::from) }
    }
}

/// An entry that was changed in two copies of the journal: both versions are in force, and the worse counts.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct EntryConflict {
    /// The entry.
    pub id: EntryId,
    /// The versions, oldest first. One may say that the entry was withdrawn.
    pub versions: Vec<Revision>,
}

impl From<vigie_journal::Conflict> for EntryConflict {
    fn from(conflict: vigie_journal::Conflict) -> Self {
        let versions = conflict.versions.into_iter().map(Revision::from).collect();
        Self { id: conflict.id, versions }
    }
}

/// One thing to ask today.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Asked {
    /// What.
    pub item: Item,
    /// The answer of the day before, as a starting point that is marked as such when kept.
    pub yesterday: Option<Answer>,
}

/// The state of today.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct TodayView {
    /// Today, where the person lives.
    pub day: Day,
    /// Today's entries in force, in the order in which they came.
    pub entries: Vec<KeptEntry>,
    /// The person's list.
    pub asked: Vec<Asked>,
    /// Ask the temperature: there was a fever, and none has been measured below 38 °C since.
    pub ask_temperature: bool,
    /// Days since treatment was last given; 0 on the day itself.
    pub treatment_day: Option<i32>,
    /// Recent days without an entry that can be filled in, latest first.
    pub missed: Vec<Day>,
    /// Days since the first entry, with today.
    pub days: u32,
    /// How many of them have an entry.
    pub days_answered: u32,
    /// Prompts that wait for the person, the most urgent first.
    pub open: Vec<OpenPrompt>,
}

impl From<vigie_journal::TodayView> for TodayView {
    fn from(today: vigie_journal::TodayView) -> Self {
        let asked = |one: vigie_journal::Asked| Asked {
            item: one.item,
            yesterday: one.yesterday.map(Answer::from),
        };
        Self {
            day: today.day,
            entries: today.entries.into_iter().map(KeptEntry::from).collect(),
            asked: today.asked.into_iter().map(asked).collect(),
            ask_temperature: today.ask_temperature,
            treatment_day: today.treatment_day,
            missed: today.missed,
            days: today.days,
            days_answered: today.days_answered,
            open: today.open.into_iter().map(OpenPrompt::from).collect(),
        }
    }
}

/// One day of one item: a rating, or which silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Cell {
    /// A rating.
    Rated {
        /// From 0 to 10.
        rating: Rating,
    },
    /// Asked and left.
    Skipped,
    /// Too unwell to answer.
    TooUnwell,
    /// There is an entry, without this item.
    NotAsked,
    /// There is no entry.
    NoEntry,
}

impl From<vigie_journal::Cell> for Cell {
    fn from(cell: vigie_journal::Cell) -> Self {
        use vigie_journal::Cell as Core;
        match cell {
            Core::Rated(rating) => {
                Self::Rated { rating: Rating::new(rating).unwrap_or(Rating::MAX) }
            }
            Core::Skipped => Self::Skipped,
            Core::TooUnwell => Self::TooUnwell,
            Core::NotAsked => Self::NotAsked,
            Core::NoEntry => Self::NoEntry,
        }
    }
}

/// One day of a series.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SeriesDay {
    /// The day.
    pub day: Day,
    /// What it says.
    pub cell: Cell,
}

/// What is kept of a photo or another file beside its bytes.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The day it shows.
    pub day: Day,
    /// Its name, with an ending that says what it is: `rash.jpg`.
    pub name: Label,
    /// Its length in bytes.
    pub bytes: u64,
}

impl From<(AttachmentId, vigie_journal::Attachment)> for Attachment {
    fn from((id, file): (AttachmentId, vigie_journal::Attachment)) -> Self {
        Self { id, day: file.day, name: file.name, bytes: file.bytes }
    }
}

/// What is measured.
#[uniffi::remote(Enum)]
pub enum Measure {
    /// Body temperature, °C.
    Temperature,
    /// Body weight, kg.
    Weight,
}

/// Why a value is asked back.
#[uniffi::remote(Enum)]
pub enum Why {
    /// No living body has it. It is never recorded.
    Impossible,
    /// It was written with another unit. It is never recorded as it stands.
    OtherUnit,
    /// Possible, and far below what is usual.
    VeryLow,
    /// Possible, and far above what is usual.
    VeryHigh,
    /// A weight far from the one before.
    Changed,
    /// The weight is the person's height, or the two have changed places.
    IsHeight,
}

/// What may have happened on the way from the thermometer or the scales.
#[uniffi::remote(Enum)]
pub enum Slip {
    /// Degrees Fahrenheit.
    Fahrenheit,
    /// Pounds.
    Pounds,
    /// The decimal point is missing or a place too far.
    Point,
    /// Two digits changed places.
    Swapped,
    /// A digit is missing; which one cannot be known.
    Digit,
}

/// What a measure may be instead.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Guess {
    /// What may have happened.
    pub slip: Slip,
    /// The value it would then be, to a tenth, °C or kg; none when that cannot be known.
    pub value: Option<f64>,
}

/// A temperature or a weight worth asking back. It holds what the person wrote, so it belongs on their screen and in no log.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Doubt {
    /// What was measured.
    pub what: Measure,
    /// The number as it was understood: °C or kg, or the other unit it was written with.
    pub value: f64,
    /// Why it is asked back.
    pub why: Why,
    /// What it may be instead.
    pub guess: Option<Guess>,
    /// How it is asked, in both languages.
    pub said: crate::error::Said,
}

impl From<vigie_journal::Doubt> for Doubt {
    fn from(doubt: vigie_journal::Doubt) -> Self {
        let guess = doubt.guess.map(|guess| Guess { slip: guess.slip, value: guess.value });
        let said = crate::error::said(|words| words.doubt(&doubt));
        Self { what: doubt.what, value: doubt.value, why: doubt.why, guess, said }
    }
}

/// Why a number that was typed for a measure is refused or asked back, when it is a number at all: `101 °F`, `382`.
#[uniffi::export]
pub fn doubt_of_typed(what: Measure, typed: String) -> Option<Doubt> {
    vigie_journal::Doubt::of_refused(what, &typed).map(Doubt::from)
}

/// A temperature as it was typed (`38,2`), in °C.
#[uniffi::export]
pub fn read_temperature(typed: String) -> Result<Temperature, crate::JournalError> {
    Ok(Temperature::parse(&typed)?)
}

/// A weight as it was typed (`71,5 kg`), in kg.
#[uniffi::export]
pub fn read_weight(typed: String) -> Result<Weight, crate::JournalError> {
    Ok(Weight::parse(&typed)?)
}
