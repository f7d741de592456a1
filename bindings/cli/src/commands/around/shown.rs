//! How a record is shown: a line for people, an object for programs.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use vigie_journal::{Author, By, CareEvent, CareId, Words, event, one_line};

use super::fields;
use super::read::Reader;

/// Ids as they are shown: their beginning, as long as it takes to tell them apart.
pub struct Ids {
    length: usize,
}

impl Ids {
    /// Fewest signs shown.
    const SHORTEST: usize = 4;

    pub fn of(ids: impl Iterator<Item = CareId>) -> Self {
        let all: BTreeSet<String> = ids.map(|id| id.to_string()).collect();
        let apart = |length: &usize| {
            let begun: BTreeSet<&str> = all.iter().filter_map(|id| id.get(..*length)).collect();
            begun.len() == all.len()
        };
        Self { length: (Self::SHORTEST..32).find(apart).unwrap_or(32) }
    }

    /// The beginning of one.
    pub fn short(&self, id: CareId) -> String {
        id.to_string().chars().take(self.length).collect()
    }
}

/// What it is in one line, and who told it.
pub fn what(words: &Words, one: &By<CareEvent>) -> String {
    let parts = event::event(words, &one.told).into_iter().chain(words.noted_by(&one.author));
    flat(parts)
}

/// Parts side by side. A text of several lines becomes one.
pub fn flat(parts: impl Iterator<Item = String>) -> String {
    one_line(&parts.collect::<Vec<_>>().join(" · ").replace(['\r', '\n'], " "))
}

/// One line of a list: the day, what it is, its id.
pub fn line(words: &Words, id: &str, one: &By<CareEvent>) -> String {
    let day = words.day(one.told.day());
    let day = match one.told {
        CareEvent::Medicine(_) => words.with("event-since", &[("day", day.into())]),
        _ => day,
    };
    format!("{day} · {}  [{id}]", what(words, one))
}

/// One record: its id, its kind, who told it, each of its fields as it would be typed, and the whole in words.
pub fn json(id: &str, one: &By<CareEvent>, read: Reader) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), id.into());
    object.insert("record".to_owned(), one.told.kind().code().into());
    let by = match &one.author {
        Author::Person => Value::Null,
        Author::Caregiver(name) => name.as_str().into(),
    };
    object.insert("by".to_owned(), by);
    for name in fields::names(&one.told) {
        object.insert((*name).to_owned(), fields::told(&one.told, name).into());
    }
    if let CareEvent::Appointment(visit) = &one.told {
        object.insert("past".to_owned(), (visit.day < read.today).into());
    }
    let said = event::event(read.words, &one.told).join(" · ");
    object.insert("said".to_owned(), said.into());
    Value::Object(object)
}
