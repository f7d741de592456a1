//! What is told at the consultation, before it takes any form: one value feeds every format.

use std::sync::Arc;

use vigie_model::{
    Answer, Appointment, Author, By, CareEvent, DailyEntry, Day, ImagingStudy, Item, LabResult,
    Label, Moment, PainQuality, PainSite, Profile, Question, TreatmentChange, TreatmentLine,
};
use vigie_watch::{Felt, Outcome, Prompt, Texts};

use crate::{Change, Choice, Comparison, MedicineRow};

/// Rating from which a symptom is at least moderate (Serlin 1995).
pub const MODERATE: u8 = 4;

/// What a summary is made of.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// Which journal it is: opaque, random, the same in each of its reports, and no name.
    pub subject: &'a str,
    /// Every entry in force, oldest first.
    pub entries: &'a [DailyEntry],
    /// The person.
    pub profile: &'a Profile,
    /// Every prompt with what came of it, oldest first.
    pub prompts: &'a [PromptStory],
    /// What stands around the symptoms, oldest first.
    pub care: &'a [By<CareEvent>],
    /// When the report is made.
    pub made_at: Moment,
}

/// A prompt and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromptStory {
    /// The prompt.
    pub prompt: Prompt,
    /// What the person did, oldest first.
    pub outcomes: Vec<Outcome>,
    /// The day of a later prompt that says all of this again: it is followed up there.
    pub carried_to: Option<Day>,
    /// What the pack that spoke says of rules of its own.
    pub texts: Arc<Texts>,
    /// How urgent it feels to the person, and when they said so.
    pub felt: Option<(Moment, Felt)>,
}

impl PromptStory {
    /// A prompt that was just made.
    pub fn new(prompt: Prompt) -> Self {
        Self { prompt, outcomes: Vec::new(), carried_to: None, texts: Arc::default(), felt: None }
    }

    /// Whether somebody answered, or the person closed it.
    pub fn is_closed(&self) -> bool {
        self.closing().is_some()
    }

    /// What closed it first.
    pub fn closing(&self) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.kind.closes())
    }

    /// Whether `later` says again everything that this one says.
    pub fn is_said_again_by(&self, later: &Prompt) -> bool {
        let urgency = |prompt: &Prompt| (prompt.level, prompt.at_once);
        self.prompt.day <= later.day
            && urgency(&self.prompt) <= urgency(later)
            && self.prompt.findings.iter().all(|finding| {
                later
                    .findings
                    .iter()
                    .any(|again| again.rule == finding.rule && again.items == finding.items)
            })
    }
}

/// Words of the person's own on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedText {
    /// The day they are about.
    pub day: Day,
    /// The words.
    pub text: String,
    /// Whose words they are.
    pub author: Author,
}

/// A named event on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedEvent {
    /// The day.
    pub day: Day,
    /// Its name, when given.
    pub name: Option<Label>,
}

/// One day of one item: a rating, or which silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// A rating from 0 to 10.
    Rated(u8),
    /// Asked and left.
    Skipped,
    /// Too unwell to answer.
    TooUnwell,
    /// There is an entry, without this item.
    NotAsked,
    /// There is no entry.
    NoEntry,
}

impl Cell {
    /// What a day says of an item; `None` for a day without an entry.
    pub fn of(day: Option<&DailyEntry>, item: &Item) -> Self {
        match day.map(|entry| entry.answers.get(item)) {
            None => Self::NoEntry,
            Some(None) => Self::NotAsked,
            Some(Some(answer)) => Self::from(*answer),
        }
    }

    /// The rating, when there is one.
    pub fn rating(self) -> Option<u8> {
        match self {
            Self::Rated(rating) => Some(rating),
            _ => None,
        }
    }
}

impl From<Answer> for Cell {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Rated(rating) => Self::Rated(rating.get()),
            Answer::Skipped => Self::Skipped,
            Answer::TooUnwell => Self::TooUnwell,
        }
    }
}

/// One item over the period.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is about.
    pub item: Item,
    /// One cell a day, from the first to the last day of the period.
    pub cells: Vec<Cell>,
    /// Days with a rating.
    pub answers: u32,
    /// Mean over these, 0–10.
    pub mean: f64,
    /// Worst rating, 0–10.
    pub worst: u8,
    /// The latest day with the worst rating.
    pub worst_day: Day,
    /// Days rated [`MODERATE`] or more.
    pub days_moderate: u32,
    /// Before and now.
    pub change: Change,
}

/// Values of one measure: the day and the value in its unit.
pub type Measured = Vec<(Day, f64)>;

/// Painkillers over the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PainkillerRow {
    /// The name, as the person calls it.
    pub name: String,
    /// Days on which it was taken.
    pub days: u32,
    /// Times it helped.
    pub helped: u32,
    /// Times it did not help.
    pub not_helped: u32,
    /// Times nothing was said of it.
    pub not_said: u32,
}

/// What was said of the pain at one place, beside its ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PainRow {
    /// The place.
    pub site: PainSite,
    /// Days on which it woke the person.
    pub nights: u32,
    /// What it felt like, each with its days, most days first.
    pub qualities: Vec<(PainQuality, u32)>,
}

/// The results of one marker or test in one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabSeries {
    /// Its name, as it was first written.
    pub name: Label,
    /// The unit; results in another unit are a series of their own.
    pub unit: Option<Label>,
    /// The results, oldest first.
    pub results: Vec<By<LabResult>>,
}

/// Everything a report tells, whatever its form.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsultationSummary {
    /// Which journal it is: opaque, the same in each of its reports, so that what is imported twice is known again.
    pub subject: String,
    /// What was chosen.
    pub choice: Choice,
    /// When it was made.
    pub made_at: Moment,
    /// What the person is called.
    pub person: Option<Label>,
    /// The treatment under way on the last day.
    pub treatment: Option<TreatmentLine>,
    /// Treatment lines under way on a day of the period, oldest first.
    pub treatments: Vec<TreatmentLine>,
    /// Days of the period.
    pub days: u32,
    /// Days with an entry.
    pub days_answered: u32,
    /// Days ended by 'too unwell today'.
    pub days_too_unwell: u32,
    /// Who answered on the days on which somebody else than the person did: oldest first, each once a day.
    pub told_by: Vec<(Day, Author)>,
    /// Days filled in through a table rather than a check-in.
    pub days_imported: u32,
    /// Whether the person left something out.
    pub something_left_out: bool,
    /// The person's own words, oldest first.
    pub notes: Vec<DatedText>,
    /// Questions, oldest first: all that wait for an answer on the last day, and those that were answered in the period.
    pub questions: Vec<By<Question>>,
    /// Prompts of the period and what came of them, oldest first.
    pub prompts: Vec<PromptStory>,
    /// Which days are compared with which.
    pub comparison: Comparison,
    /// Every item with a rating, by worst, then by mean, greatest first.
    pub series: Vec<Series>,
    /// General state: one cell a day (0–4).
    pub state: Vec<Cell>,
    /// General state before and now.
    pub state_change: Change,
    /// Weight in kg.
    pub weight: Measured,
    /// Temperature in °C.
    pub temperature: Measured,
    /// Days treatment was given.
    pub administrations: Vec<DatedEvent>,
    /// Days the treatment changed.
    pub treatment_changes: Vec<DatedEvent>,
    /// Painkillers, most days first.
    pub painkillers: Vec<PainkillerRow>,
    /// Medicines on a schedule or as needed, by name.
    pub medicines: Vec<MedicineRow>,
    /// What was said of pains beside their ratings, by place.
    pub pains: Vec<PainRow>,
    /// Markers and blood tests, by name.
    pub labs: Vec<LabSeries>,
    /// Imaging studies, oldest first.
    pub imaging: Vec<By<ImagingStudy>>,
    /// Appointments, oldest first.
    pub appointments: Vec<By<Appointment>>,
    /// Everything around the symptoms of the period that is told, oldest first, results, scans and appointments with it.
    pub care: Vec<By<CareEvent>>,
    /// What lies outside the period and belongs to it, oldest first: medicines that are still taken, consents in force, wishes;
    /// and in a report of today, appointments and changes of treatment that are to come.
    pub around: Vec<By<CareEvent>>,
}

impl ConsultationSummary {
    /// Everything around the symptoms: of the period, and what belongs to it.
    pub(crate) fn all_care(&self) -> impl Iterator<Item = &By<CareEvent>> {
        self.care.iter().chain(&self.around)
    }

    /// Delays, other doses and pauses, oldest first.
    pub(crate) fn changes(&self) -> Vec<By<&TreatmentChange>> {
        let mut changes: Vec<By<&TreatmentChange>> = self
            .all_care()
            .filter_map(|one| {
                one.filter_map(|event| match event {
                    CareEvent::Change(change) => Some(change),
                    _ => None,
                })
            })
            .collect();
        changes.sort_by_key(|one| one.told.day);
        changes
    }

    /// Who answered on a day: the person, unless only others did.
    pub(crate) fn answered_by(&self, day: Day) -> Vec<&Author> {
        let first = self.told_by.partition_point(|(on, _)| *on < day);
        let told = self.told_by.iter().skip(first).take_while(|(on, _)| *on == day);
        let told: Vec<&Author> = told.map(|(_, author)| author).collect();
        if told.is_empty() { vec![&Author::Person] } else { told }
    }
}
