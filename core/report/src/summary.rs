//! What is told at the consultation, before it takes any form: one value feeds every format.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use vigie_model::{
    Answer, DailyEntry, Day, Item, Label, Measures, Moment, PerformanceStatus, Profile,
    TreatmentLine,
};
use vigie_watch::{Felt, Outcome, Prompt, Texts};
use vigie_words::Lang;

use crate::compare::{self, Change};

/// Rating from which a symptom is at least moderate (Serlin 1995).
pub const MODERATE: u8 = 4;

/// What a summary is made of.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// Every entry in force, oldest first.
    pub entries: &'a [DailyEntry],
    /// The person.
    pub profile: &'a Profile,
    /// Every prompt with what came of it, oldest first.
    pub prompts: &'a [PromptStory],
    /// When the report is made.
    pub made_at: Moment,
}

/// What the person chose to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The language.
    pub lang: Lang,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Whether notes in the person's own words are told; questions always are.
    pub with_notes: bool,
    /// Items that are left out. The report says that something was left out.
    pub without: BTreeSet<Item>,
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
    /// The first against the last window of the period.
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
}

/// Everything a report tells, whatever its form.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsultationSummary {
    /// What was chosen.
    pub choice: Choice,
    /// When it was made.
    pub made_at: Moment,
    /// What the person is called.
    pub person: Option<Label>,
    /// The treatment under way on the last day.
    pub treatment: Option<TreatmentLine>,
    /// Days of the period.
    pub days: u32,
    /// Days with an entry.
    pub days_answered: u32,
    /// Days ended by 'too unwell today'.
    pub days_too_unwell: u32,
    /// Days filled in through a table rather than a check-in.
    pub days_imported: u32,
    /// Whether the person left something out.
    pub something_left_out: bool,
    /// The person's own words, oldest first.
    pub notes: Vec<DatedText>,
    /// Their questions, oldest first.
    pub questions: Vec<DatedText>,
    /// Prompts of the period and what came of them, oldest first.
    pub prompts: Vec<PromptStory>,
    /// Days in each of the two windows that are compared.
    pub window_days: u32,
    /// Every item with a rating, by worst, then by mean, greatest first.
    pub series: Vec<Series>,
    /// General state: one cell a day (0–4).
    pub state: Vec<Cell>,
    /// The first against the last window for general state.
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
}

impl ConsultationSummary {
    /// Gathers what is to be told. Nothing is estimated: a day without an answer stays a gap.
    pub fn new(material: Material<'_>, choice: Choice) -> Self {
        let inside = |day: Day| choice.from <= day && day <= choice.to;
        let told: Vec<&DailyEntry> = material.entries.iter().filter(|e| inside(e.day)).collect();
        let days = DailyEntry::days(told.iter().copied());
        let window = compare::window_days(&choice, material.profile);
        let items: BTreeSet<&Item> = days.values().flat_map(|day| day.answers.keys()).collect();
        let left_out_notes = !choice.with_notes && told.iter().any(|e| e.note.is_some());
        let left_out_items = items.iter().any(|item| choice.without.contains(item));
        let mut series: Vec<Series> = items
            .into_iter()
            .filter(|item| !choice.without.contains(item))
            .filter_map(|item| one_series(item, &days, &choice, window))
            .collect();
        series.sort_by(|a, b| {
            (b.worst, b.mean).partial_cmp(&(a.worst, a.mean)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let state: Vec<Cell> = cells(&choice, &days, |day| {
            day.state.map(|state| Cell::Rated(PerformanceStatus::get(state)))
        });
        let state_change = compare::change(&state, window);
        Self {
            made_at: material.made_at,
            person: material.profile.name.clone(),
            treatment: material.profile.treatment_on(choice.to).cloned(),
            days: count(choice.from.through(choice.to)),
            days_answered: count(days.values()),
            days_too_unwell: count(days.values().filter(|day| day.too_unwell)),
            days_imported: count(
                days.values().filter(|day| day.source == vigie_model::Source::Imported),
            ),
            something_left_out: left_out_notes || left_out_items,
            notes: texts(&told, |entry| entry.note.as_ref().filter(|_| choice.with_notes)),
            questions: texts(&told, |entry| entry.question.as_ref()),
            prompts: prompts(material.prompts, &choice),
            window_days: window,
            series,
            state,
            state_change,
            weight: measured(&days, |m| m.weight.map(vigie_model::Weight::get)),
            temperature: measured(&days, |m| m.temperature.map(vigie_model::Temperature::get)),
            administrations: events(&days, |day| day.administration.as_ref()),
            treatment_changes: events(&days, |day| day.treatment_change.as_ref()),
            painkillers: painkillers(&days),
            choice,
        }
    }
}

fn count<T>(items: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(items.into_iter().count()).unwrap_or(u32::MAX)
}

/// Prompts of the period; a reason about an item that is left out is left out too.
fn prompts(stories: &[PromptStory], choice: &Choice) -> Vec<PromptStory> {
    let told = |subject: &vigie_watch::Subject| match subject {
        vigie_watch::Subject::Item(item) => !choice.without.contains(item),
        _ => true,
    };
    stories
        .iter()
        .filter(|story| choice.from <= story.prompt.day && story.prompt.day <= choice.to)
        .filter_map(|story| {
            let mut story = story.clone();
            story.prompt.findings.retain(|finding| finding.items.iter().all(told));
            (!story.prompt.findings.is_empty()).then_some(story)
        })
        .collect()
}

fn cells(
    choice: &Choice,
    days: &BTreeMap<Day, DailyEntry>,
    cell: impl Fn(&DailyEntry) -> Option<Cell>,
) -> Vec<Cell> {
    choice
        .from
        .through(choice.to)
        .map(|day| match days.get(&day) {
            Some(entry) => cell(entry).unwrap_or(Cell::NotAsked),
            None => Cell::NoEntry,
        })
        .collect()
}

fn one_series(
    item: &Item,
    days: &BTreeMap<Day, DailyEntry>,
    choice: &Choice,
    window: u32,
) -> Option<Series> {
    let cells: Vec<Cell> =
        choice.from.through(choice.to).map(|day| Cell::of(days.get(&day), item)).collect();
    let rated: Vec<(Day, u8)> = choice
        .from
        .through(choice.to)
        .zip(&cells)
        .filter_map(|(day, cell)| cell.rating().map(|rating| (day, rating)))
        .collect();
    let (worst_day, worst) = rated.iter().copied().max_by_key(|(day, rating)| (*rating, *day))?;
    let answers = count(&rated);
    let sum: u32 = rated.iter().map(|(_, rating)| u32::from(*rating)).sum();
    Some(Series {
        item: item.clone(),
        change: compare::change(&cells, window),
        answers,
        mean: f64::from(sum) / f64::from(answers),
        worst,
        worst_day,
        days_moderate: count(rated.iter().filter(|(_, rating)| *rating >= MODERATE)),
        cells,
    })
}

fn texts<'a>(
    entries: &[&'a DailyEntry],
    text: impl Fn(&'a DailyEntry) -> Option<&'a vigie_model::Note>,
) -> Vec<DatedText> {
    entries
        .iter()
        .filter_map(|entry| {
            let text = text(entry)?.as_str().to_owned();
            Some(DatedText { day: entry.day, text })
        })
        .collect()
}

fn measured(
    days: &BTreeMap<Day, DailyEntry>,
    value: impl Fn(&Measures) -> Option<f64>,
) -> Measured {
    days.values().filter_map(|day| Some((day.day, value(&day.measures)?))).collect()
}

fn events(
    days: &BTreeMap<Day, DailyEntry>,
    event: impl Fn(&DailyEntry) -> Option<&Option<Label>>,
) -> Vec<DatedEvent> {
    days.values()
        .filter_map(|day| Some(DatedEvent { day: day.day, name: event(day)?.clone() }))
        .collect()
}

fn painkillers(days: &BTreeMap<Day, DailyEntry>) -> Vec<PainkillerRow> {
    let mut rows: BTreeMap<&str, PainkillerRow> = BTreeMap::new();
    for day in days.values() {
        let mut today = BTreeSet::new();
        for taken in &day.painkillers {
            let name = taken.name.as_str();
            let row = rows.entry(name).or_insert_with(|| PainkillerRow {
                name: name.to_owned(),
                days: 0,
                helped: 0,
                not_helped: 0,
            });
            row.days += u32::from(today.insert(name));
            row.helped += u32::from(taken.helped == Some(true));
            row.not_helped += u32::from(taken.helped == Some(false));
        }
    }
    let mut rows: Vec<_> = rows.into_values().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.days));
    rows
}
