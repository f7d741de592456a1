//! Everything that happened, latest first, in words; searched, and a year at a glance.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{
    Author, By, CareEvent, CareKind, DailyEntry, Day, Item, Label, PainSite, TreatmentLine,
};
use vigie_report::{event, say};
use vigie_watch::{Outcome, PromptLevel};
use vigie_words::{Lang, Words, folded, is_same};

use crate::diary::Diary;
use crate::{AttachmentId, CareId, EntryId, Journal, JournalError, PromptId};

/// One thing that happened on a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// An entry in force.
    Entry(EntryId),
    /// Treatment was given.
    Administration(Option<Label>),
    /// The treatment changed.
    TreatmentChange(Option<Label>),
    /// A treatment line began.
    Began(TreatmentLine),
    /// A treatment line ended.
    Ended(TreatmentLine),
    /// A prompt was made.
    Prompt(PromptId),
    /// The person did something about a prompt.
    Outcome(PromptId, Outcome),
    /// Something around the symptoms, as it was told. An appointment may be still to come.
    Care(CareId, CareEvent),
    /// A photo or another file of that day.
    Attachment(AttachmentId),
}

/// What kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// An entry.
    Entry,
    /// A treatment given, changed, begun or ended.
    Treatment,
    /// A prompt and what came of it.
    Prompt,
    /// Something around the symptoms, but for a change of treatment.
    Care(CareKind),
    /// A photo or another file.
    Attachment,
}

impl EventKind {
    /// Its code: `entry`, `treatment`, `prompt`, `attachment`, or that of the [`CareKind`].
    pub fn code(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Treatment | Self::Care(CareKind::Change) => "treatment",
            Self::Prompt => "prompt",
            Self::Attachment => "attachment",
            Self::Care(kind) => kind.code(),
        }
    }

    /// Every kind, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        let care = CareKind::ALL.iter().filter(|kind| **kind != CareKind::Change);
        [Self::Entry, Self::Treatment, Self::Prompt]
            .into_iter()
            .chain(care.map(|kind| Self::Care(*kind)))
            .chain([Self::Attachment])
    }

    /// Its name.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Entry => words.text("kind-entry"),
            Self::Prompt => words.text("kind-prompt"),
            Self::Attachment => words.text("kind-attachment"),
            Self::Treatment => words.care_kind(CareKind::Change),
            Self::Care(kind) => words.care_kind(kind),
        }
    }
}

impl Event {
    /// What kind of thing it is.
    pub fn kind(&self) -> EventKind {
        match self {
            Self::Entry(_) => EventKind::Entry,
            Self::Administration(_)
            | Self::TreatmentChange(_)
            | Self::Began(_)
            | Self::Ended(_)
            | Self::Care(_, CareEvent::Change(_)) => EventKind::Treatment,
            Self::Prompt(_) | Self::Outcome(..) => EventKind::Prompt,
            Self::Care(_, event) => EventKind::Care(event.kind()),
            Self::Attachment(_) => EventKind::Attachment,
        }
    }
}

/// What of the timeline is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The language it is said, and searched, in.
    pub lang: Lang,
    /// First day; none for the first there is.
    pub from: Option<Day>,
    /// Last day; none for the last there is, which may be to come.
    pub to: Option<Day>,
    /// Kinds; none for every kind.
    pub kinds: BTreeSet<EventKind>,
    /// Words that have to stand in it, every one, whatever their accents and capitals.
    pub words: String,
    /// Only what the relative of this name told, whatever its accents and capitals.
    pub by: Option<Label>,
}

impl Look {
    /// Everything.
    pub fn everything(lang: Lang) -> Self {
        let (kinds, words) = (BTreeSet::new(), String::new());
        Self { lang, from: None, to: None, kinds, words, by: None }
    }

    fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// One thing that happened, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    /// The day it is about.
    pub day: Day,
    /// What.
    pub event: Event,
    /// Who told it; none for what the journal itself made.
    pub author: Option<Author>,
    /// What it is first, then what is known of it.
    pub text: Vec<String>,
}

/// One day of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayAtAGlance {
    /// Whether there is an entry.
    pub answered: bool,
    /// The day was ended by 'too unwell today'.
    pub too_unwell: bool,
    /// The worst rating of any item, 0–10.
    pub worst: Option<u8>,
    /// General state, 0–4.
    pub state: Option<u8>,
    /// Treatment was given.
    pub treated: bool,
    /// The most urgent prompt of the day.
    pub prompt: Option<PromptLevel>,
    /// What else happened.
    pub care: BTreeSet<CareKind>,
}

impl Journal {
    /// What happened, latest day first; of one day in the order in which it was told.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn timeline(&self, look: &Look) -> Result<Vec<Happening>, JournalError> {
        let words = Words::of(look.lang);
        let folded_words = folded(&look.words);
        let wanted: Vec<&str> = folded_words.split_whitespace().collect();
        self.with(|opened| {
            let mut all = happenings(&opened.diary, words, &|day| look.holds(day));
            all.retain(|one| {
                let kind = look.kinds.is_empty() || look.kinds.contains(&one.event.kind());
                let by = look.by.as_ref().is_none_or(|name| is_by(one, name));
                kind && by && says(one, words, &wanted)
            });
            all.sort_by_key(|one| std::cmp::Reverse(one.day));
            Ok(all)
        })
    }

    /// A year at a glance: every day of it with an entry, a prompt or something around the symptoms.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn year(&self, year: i32) -> Result<BTreeMap<Day, DayAtAGlance>, JournalError> {
        self.with(|opened| {
            let mut days: BTreeMap<Day, DayAtAGlance> = BTreeMap::new();
            for (day, entry) in opened.diary.days() {
                let glance = days.entry(day).or_default();
                glance.answered = true;
                glance.too_unwell = entry.too_unwell;
                glance.worst = entry.answers.values().filter_map(|answer| answer.rating()).max();
                glance.state = entry.state.map(vigie_model::PerformanceStatus::get);
                glance.treated = entry.administration.is_some();
            }
            for (_, story) in opened.diary.stories() {
                let glance = days.entry(story.prompt.day).or_default();
                glance.prompt = glance.prompt.max(Some(story.prompt.level));
            }
            for (_, one) in opened.diary.care.in_force() {
                days.entry(one.told.day()).or_default().care.insert(one.told.kind());
            }
            days.retain(|day, _| day.ymd().0 == year);
            Ok(days)
        })
    }
}

/// Whether a relative of this name told it.
fn is_by(one: &Happening, name: &Label) -> bool {
    match &one.author {
        Some(Author::Caregiver(there)) => is_same(there.as_str(), name.as_str()),
        _ => false,
    }
}

/// Whether every word stands somewhere in it: in what it says, its kind, or who told it.
fn says(one: &Happening, words: &Words, wanted: &[&str]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let mut text = one.text.clone();
    text.push(one.event.kind().name(words));
    if let Some(Author::Caregiver(name)) = &one.author {
        text.push(name.as_str().to_owned());
    }
    let text = folded(&text.join(" "));
    wanted.iter().all(|word| text.contains(word))
}

/// Only days that are wanted are put in words: ten years of them take their time.
fn happenings(diary: &Diary, words: &Words, holds: &dyn Fn(Day) -> bool) -> Vec<Happening> {
    let mut all = Vec::new();
    for line in &diary.profile.treatments {
        let mut push = |day: Option<Day>, id: &str, event: Event| {
            let mut text = vec![words.text(id)];
            text.extend(event::treatment(words, line));
            all.extend(day.filter(|day| holds(*day)).map(|day| Happening {
                day,
                event,
                author: None,
                text,
            }));
        };
        push(line.started, "timeline-began", Event::Began(line.clone()));
        push(line.stopped, "timeline-ended", Event::Ended(line.clone()));
    }
    for (id, entry) in diary.in_force().into_iter().filter(|(_, entry)| holds(entry.day)) {
        let author = Some(entry.author.clone());
        let mut push = |event: Event, text: Vec<String>| {
            all.push(Happening { day: entry.day, event, author: author.clone(), text });
        };
        push(Event::Entry(id), entry_in_words(words, entry));
        let named = |id: &str, name: &Option<Label>| {
            let name = name.as_ref().map(|name| name.as_str().to_owned());
            std::iter::once(words.text(id)).chain(name).collect()
        };
        if let Some(name) = &entry.administration {
            push(Event::Administration(name.clone()), named("timeline-given", name));
        }
        if let Some(name) = &entry.treatment_change {
            push(Event::TreatmentChange(name.clone()), named("timeline-changed", name));
        }
    }
    for (id, story) in diary.stories() {
        let prompt = &story.prompt;
        let reasons = prompt.findings.iter().map(|one| say::reason(words, one, &story.texts));
        let text = std::iter::once(say::headline(words, prompt)).chain(reasons).collect();
        let (day, event) = (prompt.day, Event::Prompt(id));
        if holds(day) {
            all.push(Happening { day, event, author: None, text });
        }
        // What closed it with the prompt that says it again is told there.
        let told_there = story.closing().filter(|_| story.carried_to.is_some());
        let outcomes = story.outcomes.iter().filter(|outcome| Some(*outcome) != told_there);
        for outcome in outcomes.filter(|outcome| holds(outcome.at.day())) {
            let advice = outcome.advice.as_ref().map(|advice| advice.as_str().to_owned());
            let text = std::iter::once(say::outcome(words, outcome)).chain(advice).collect();
            let event = Event::Outcome(id, outcome.clone());
            all.push(Happening { day: outcome.at.day(), event, author: None, text });
        }
    }
    let files = diary.attachments.iter().filter(|(_, file)| holds(file.day));
    all.extend(files.map(|(id, file)| Happening {
        day: file.day,
        event: Event::Attachment(*id),
        author: None,
        text: vec![words.text("kind-attachment"), file.name.as_str().to_owned()],
    }));
    let care = diary.care.in_force().into_iter().filter(|(_, one)| holds(one.told.day()));
    all.extend(care.map(|(id, By { author, told })| Happening {
        day: told.day(),
        text: event::event(words, &told),
        event: Event::Care(id, told),
        author: Some(author),
    }));
    all
}

/// An entry in words: what was rated, worst first, then signs, measures, medicines, and the person's own words.
fn entry_in_words(words: &Words, entry: &DailyEntry) -> Vec<String> {
    let mut text = vec![words.text("kind-entry")];
    if entry.too_unwell {
        text.push(words.answer(vigie_model::Answer::TooUnwell));
    }
    text.extend(entry.state.map(|state| words.performance(state)));
    let rated = entry.answers.iter().filter_map(|(item, answer)| Some((item, answer.rating()?)));
    let mut rated: Vec<(&Item, u8)> = rated.collect();
    rated.sort_by_key(|(item, rating)| (std::cmp::Reverse(*rating), (*item).clone()));
    text.extend(rated.into_iter().map(|(item, rating)| format!("{} {rating}", words.item(item))));
    let unrated = |site: &&PainSite| !entry.answers.contains_key(&Item::Pain(**site));
    text.extend(entry.pains.keys().filter(unrated).map(|site| words.item(&Item::Pain(*site))));
    text.extend(entry.ticks.iter().map(|sign| words.alarm(*sign)));
    // With as many decimals as were told.
    let measured = |id: &str, value: f64, told: String| {
        let decimals = told.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let (unit, value) = (words.text(&format!("{id}-unit")), words.number(value, decimals));
        format!("{} {value}\u{a0}{unit}", words.text(id))
    };
    let (temperature, weight) = (entry.measures.temperature, entry.measures.weight);
    text.extend(temperature.map(|it| measured("report-temperature", it.get(), it.to_string())));
    text.extend(weight.map(|it| measured("report-weight", it.get(), it.to_string())));
    text.extend(entry.painkillers.iter().map(|taken| taken.name.as_str().to_owned()));
    let own = [&entry.note, &entry.question].into_iter().flatten();
    text.extend(own.map(|own| own.as_str().to_owned()));
    text
}
