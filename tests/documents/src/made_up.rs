//! Making up journals: a diary day by day from the course of each symptom. Nobody real.

use vigie_model::{
    Answer, By, CareEvent, DailyEntry, Day, Item, Label, Measures, Moment, Note, Painkiller,
    PerformanceStatus, Profile, Rating, Source, Temperature, Weight,
};
use vigie_report::{Choice, ConsultationSummary, Material, PromptStory};
use vigie_words::Lang;

/// Numbers that look like chance and are always the same.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to 1.
    pub fn roll(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1u64 << 24) as f64
    }
}

/// A day, `2026-11-23`.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An item by its code, `pain:hip-left`.
pub fn item(code: &str) -> Item {
    code.parse().unwrap()
}

/// Words of the person's own.
pub fn note(text: &str) -> Note {
    Note::new("note", text).unwrap()
}

/// A name.
pub fn label(text: &str) -> Label {
    Label::new("name", text).unwrap()
}

/// An answer from 0 to 10.
pub fn rated(rating: u8) -> Answer {
    Answer::Rated(Rating::new(rating).unwrap())
}

/// What a report is made from.
#[derive(Debug, Clone)]
pub struct Journal {
    /// Oldest first.
    pub entries: Vec<DailyEntry>,
    /// The person.
    pub profile: Profile,
    /// Oldest first.
    pub prompts: Vec<PromptStory>,
    /// Results, scans and appointments, oldest first.
    pub care: Vec<By<CareEvent>>,
    /// First day of the period.
    pub from: Day,
    /// Last day of the period.
    pub to: Day,
}

impl Journal {
    /// Nothing yet, over this many days.
    pub fn empty(from: &str, days: i32) -> Self {
        let from = day(from);
        Self {
            entries: Vec::new(),
            profile: Profile::default(),
            prompts: Vec::new(),
            care: Vec::new(),
            from,
            to: from.plus(days - 1),
        }
    }

    /// Everything, in this language.
    pub fn choice(&self, lang: Lang) -> Choice {
        Choice::everything(lang, self.from, self.to)
    }

    /// What is told of it, on the evening of the last day.
    pub fn told(&self, choice: Choice) -> ConsultationSummary {
        ConsultationSummary::new(
            Material {
                subject: "made-up",
                entries: &self.entries,
                profile: &self.profile,
                prompts: &self.prompts,
                care: &self.care,
                made_at: Moment::at(self.to, 18 * 60 + 40, 60),
            },
            choice,
        )
    }

    /// Everything told, in this language.
    pub fn summary(&self, lang: Lang) -> ConsultationSummary {
        self.told(self.choice(lang))
    }
}

/// How one item goes: level at the start and at the end, and the rise after a treatment day.
#[derive(Debug, Clone)]
pub struct Course {
    /// Which item.
    pub item: Item,
    /// Level on the first day, 0–10.
    pub start: f64,
    /// Level on the last day, 0–10.
    pub end: f64,
    /// Rise two days after a treatment.
    pub bump: f64,
    /// Asked from this day of the period on.
    pub asked_from: i32,
}

/// A course; `code` is that of the item.
pub fn course(code: &str, start: f64, end: f64, bump: f64, asked_from: i32) -> Course {
    Course { item: item(code), start, end, bump, asked_from }
}

/// Fills a journal: a treatment every two weeks, gaps, days too bad to answer.
pub fn fill(journal: &mut Journal, courses: &[Course], seed: u64) {
    let mut dice = Dice::new(seed);
    let days = journal.to.since(journal.from) + 1;
    for offset in 0..days {
        let since = offset % 14;
        let gap = (20..25).contains(&(offset % 70)) || dice.roll() < 0.13;
        if gap && since != 0 {
            continue;
        }
        let mut entry = DailyEntry::new(journal.from.plus(offset));
        let share = f64::from(offset) / f64::from(days.max(2) - 1);
        if since == 0 {
            entry.administration = Some(Some(label("FOLFOX")));
        }
        let unwell = since == 2 && dice.roll() < 0.6;
        for (index, course) in courses.iter().enumerate() {
            if offset < course.asked_from {
                continue;
            }
            let after = f64::from(since);
            let bump = course.bump * (-(after - 2.0).powi(2) / 6.0).exp();
            let level = course.start + (course.end - course.start) * share + bump;
            let value = (level + dice.roll() * 2.2 - 1.1).round().clamp(0.0, 10.0);
            let answer = match dice.roll() {
                chance if chance < 0.02 => Answer::Skipped,
                _ if unwell && index > 1 => Answer::TooUnwell,
                _ => rated(value as u8),
            };
            entry.answer(course.item.clone(), answer);
        }
        entry.too_unwell = unwell;
        let state = (0.3 + 1.4 * share + dice.roll() * 0.9 - 0.2).round().clamp(0.0, 4.0);
        entry.state = PerformanceStatus::new(state as u8);
        let mut measures = Measures::default();
        if offset % 7 == 0 {
            measures.weight = Weight::try_from(7_210 - offset * 6).ok();
        }
        if since < 4 && dice.roll() < 0.7 {
            measures.temperature = Temperature::try_from(3_650 + (dice.roll() * 60.0) as i32).ok();
        }
        entry.measures = measures;
        if dice.roll() < 0.25 {
            entry.painkillers.push(Painkiller {
                name: label("paracétamol 1 g"),
                helped: Some(dice.roll() < 0.6),
            });
        }
        if offset < 4 {
            entry.source = Source::Imported;
        }
        journal.entries.push(entry);
    }
}

/// The entry of a day, made when there is none.
pub fn entry_of(journal: &mut Journal, offset: i32) -> &mut DailyEntry {
    let day = journal.from.plus(offset);
    let at = match journal.entries.iter().position(|entry| entry.day >= day) {
        Some(at) if journal.entries[at].day == day => at,
        Some(at) => {
            journal.entries.insert(at, DailyEntry::new(day));
            at
        }
        None => {
            journal.entries.push(DailyEntry::new(day));
            journal.entries.len() - 1
        }
    };
    &mut journal.entries[at]
}
