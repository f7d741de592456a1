//! One sitting: everything the person said for one day, in one go.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    Alarm, Allowed, Answer, Day, Invalid, Item, Label, Note, PainDetail, PainSite,
    PerformanceStatus, Temperature, Weight,
};

/// Who answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Author {
    /// The person themself.
    #[default]
    Person,
    /// A relative or carer, by the name they go by.
    Caregiver(Label),
}

/// How the entry came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Source {
    /// Answered in a check-in.
    #[default]
    CheckIn,
    /// Read from a table.
    Imported,
}

/// Measures taken that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Measures {
    /// Body temperature; the highest, when several sittings make one day.
    pub temperature: Option<Temperature>,
    /// The lowest, when several sittings make one day; not stored.
    #[serde(skip)]
    lowest: Option<Temperature>,
    /// Body weight.
    pub weight: Option<Weight>,
}

impl Measures {
    /// The lowest temperature of the day.
    pub fn lowest_temperature(&self) -> Option<Temperature> {
        self.lowest.or(self.temperature)
    }
}

/// A painkiller taken as needed, and whether it helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Painkiller {
    /// Its name, as the person calls it.
    pub name: Label,
    /// Whether it helped; `None` when not said.
    pub helped: Option<bool>,
}

/// One sitting for one day. What was not asked is not in it; missing is never zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DailyEntry {
    /// The day the answers are about.
    pub day: Day,
    /// Who answered.
    pub author: Author,
    /// How it came in.
    pub source: Source,
    /// 'Too unwell today': the person ended the check-in in one tap.
    pub too_unwell: bool,
    /// General state, 0 to 4.
    pub state: Option<PerformanceStatus>,
    /// Answers by item.
    #[serde(deserialize_with = "answers")]
    pub answers: BTreeMap<Item, Answer>,
    /// Items whose rating was taken over from the day before and left as it was.
    pub same_as_before: BTreeSet<Item>,
    /// What else was said of a pain.
    pub pains: BTreeMap<PainSite, PainDetail>,
    /// Temperature and weight.
    pub measures: Measures,
    /// Alarm signs ticked.
    pub ticks: BTreeSet<Alarm>,
    /// Treatment was given that day; the name may be unknown.
    pub administration: Option<Option<Label>>,
    /// The treatment changed that day (a new line, a new dose), with a word on it if given.
    pub treatment_change: Option<Option<Label>>,
    /// Painkillers taken as needed.
    pub painkillers: Vec<Painkiller>,
    /// A note in the person's own words.
    pub note: Option<Note>,
    /// A question for the next consultation.
    pub question: Option<Note>,
}

/// Reads the map in one go. Item by item, as serde would, is half the time it takes to open ten years.
fn answers<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Item, Answer>, D::Error> {
    struct Pairs;

    impl<'de> Visitor<'de> for Pairs {
        type Value = BTreeMap<Item, Answer>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("answers by item")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            // No more than the few that are usually asked: the number that was read may be anything.
            let mut pairs = Vec::with_capacity(map.size_hint().unwrap_or(0).min(32));
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs.into_iter().collect())
        }
    }

    from.deserialize_map(Pairs)
}

impl DailyEntry {
    /// An entry for `day` that says nothing yet.
    pub fn new(day: Day) -> Self {
        Self {
            day,
            author: Author::default(),
            source: Source::default(),
            too_unwell: false,
            state: None,
            answers: BTreeMap::new(),
            same_as_before: BTreeSet::new(),
            pains: BTreeMap::new(),
            measures: Measures::default(),
            ticks: BTreeSet::new(),
            administration: None,
            treatment_change: None,
            painkillers: Vec::new(),
            note: None,
            question: None,
        }
    }

    /// Sets the answer to one item.
    pub fn answer(&mut self, item: Item, answer: Answer) -> &mut Self {
        self.answers.insert(item, answer);
        self
    }

    /// Ends the check-in: what is left of `list` is recorded as too unwell to answer.
    pub fn end_too_unwell(&mut self, list: &[Item]) {
        self.too_unwell = true;
        for item in list {
            self.answers.entry(item.clone()).or_insert(Answer::TooUnwell);
        }
    }

    /// Adds another sitting of the same day, so that one entry tells the whole day: the worst
    /// rating of each item, the worst state, the highest temperature, every sign and painkiller,
    /// a pain like a band, the later weight. Notes and questions stay with their own sitting.
    pub fn merge_day(&mut self, later: &Self) {
        self.too_unwell |= later.too_unwell;
        self.state = self.state.max(later.state);
        for (item, answer) in &later.answers {
            let kept = self.answers.entry(item.clone()).or_insert(*answer);
            if answer.outranks(*kept) {
                *kept = *answer;
            }
        }
        for (site, detail) in &later.pains {
            let kept = self.pains.entry(*site).or_default();
            // A band, which is a warning sign, is the last of them and stays.
            kept.quality = kept.quality.max(detail.quality);
            kept.wakes_at_night |= detail.wakes_at_night;
        }
        let lowest = [&self.measures, &later.measures].map(Measures::lowest_temperature);
        self.measures.lowest = lowest.into_iter().flatten().min();
        self.measures.temperature = self.measures.temperature.max(later.measures.temperature);
        self.measures.weight = later.measures.weight.or(self.measures.weight);
        self.ticks.extend(later.ticks.iter().copied());
        merge_named(&mut self.administration, &later.administration);
        merge_named(&mut self.treatment_change, &later.treatment_change);
        self.painkillers.extend(later.painkillers.iter().cloned());
    }

    /// The days of a journal, oldest first, each as one entry (see [`DailyEntry::merge_day`]).
    pub fn days<'a>(entries: impl IntoIterator<Item = &'a Self>) -> BTreeMap<Day, Self> {
        let mut days: BTreeMap<Day, Self> = BTreeMap::new();
        for entry in entries {
            days.entry(entry.day)
                .and_modify(|day| day.merge_day(entry))
                .or_insert_with(|| entry.clone());
        }
        days
    }

    /// Whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self { author: self.author.clone(), source: self.source, ..Self::new(self.day) }
    }

    /// Checks what no single field can know.
    ///
    /// # Errors
    /// [`Allowed::NotInTheFuture`] when `day` is after `today`; [`Allowed::SomethingSaid`] when the
    /// entry is empty. An entry of the past is always welcome: it may be filled in later.
    pub fn validate(&self, today: Day) -> Result<(), Invalid> {
        if self.day > today {
            return Err(Invalid::new("date", Allowed::NotInTheFuture));
        }
        if self.is_empty() {
            return Err(Invalid::new("entry", Allowed::SomethingSaid));
        }
        Ok(())
    }
}

/// A named event keeps the first name it was given.
fn merge_named(kept: &mut Option<Option<Label>>, later: &Option<Option<Label>>) {
    match (kept.as_mut(), later) {
        (Some(name @ None), Some(Some(later))) => *name = Some(later.clone()),
        (None, Some(_)) => kept.clone_from(later),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PainQuality, Rating, SymptomCode};

    fn day() -> Day {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn too_unwell_keeps_the_answers_already_given() {
        let list: Vec<Item> = vec![SymptomCode::Fatigue.into(), SymptomCode::Nausea.into()];
        let mut entry = DailyEntry::new(day());
        entry.answer(SymptomCode::Fatigue.into(), Answer::Rated(Rating::MAX));
        entry.end_too_unwell(&list);
        assert_eq!(entry.answers[&list[0]], Answer::Rated(Rating::MAX));
        assert_eq!(entry.answers[&list[1]], Answer::TooUnwell);
        assert!(entry.validate(day()).is_ok());
    }

    #[test]
    fn two_sittings_of_a_day_become_the_worst_of_each() {
        let rated = |n| Answer::Rated(Rating::new(n).unwrap());
        let mut morning = DailyEntry::new(day());
        morning.answer(SymptomCode::Fatigue.into(), rated(6));
        morning.answer(SymptomCode::Nausea.into(), Answer::Skipped);
        morning.administration = Some(None);
        let mut evening = DailyEntry::new(day());
        evening.answer(SymptomCode::Fatigue.into(), rated(4));
        evening.answer(SymptomCode::Nausea.into(), rated(0));
        evening.administration = Some(Some(Label::new("name", "FOLFOX").unwrap()));
        let days = DailyEntry::days([&morning, &evening]);
        let merged = &days[&day()];
        assert_eq!(merged.answers[&SymptomCode::Fatigue.into()], rated(6));
        assert_eq!(merged.answers[&SymptomCode::Nausea.into()], rated(0));
        assert_eq!(merged.administration, evening.administration);
    }

    #[test]
    fn a_pain_like_a_band_is_one_whatever_else_was_said_of_it_that_day() {
        let site: PainSite = "ribs".parse().unwrap();
        let felt = |quality| {
            let mut entry = DailyEntry::new(day());
            entry.pains.insert(site, PainDetail { quality: Some(quality), ..Default::default() });
            entry
        };
        for &other in PainQuality::ALL {
            for (first, later) in [(PainQuality::Band, other), (other, PainQuality::Band)] {
                let days = DailyEntry::days([&felt(first), &felt(later)]);
                assert_eq!(days[&day()].pains[&site].quality, Some(PainQuality::Band), "{other:?}");
            }
        }
    }

    #[test]
    fn an_empty_entry_and_one_of_tomorrow_are_refused() {
        let mut entry = DailyEntry::new(day());
        assert_eq!(entry.validate(day()).unwrap_err().allowed, Allowed::SomethingSaid);
        entry.author = Author::Caregiver(Label::new("name", "Paul").unwrap());
        assert!(entry.is_empty(), "who answers is not an answer");
        entry.administration = Some(None);
        assert_eq!(entry.validate(day().plus(-1)).unwrap_err().allowed, Allowed::NotInTheFuture);
        assert!(entry.validate(day().plus(400)).is_ok());
    }
}
