//! Support sessions and how they helped.

use vigie_model::{By, CareEvent, SupportSession};

use super::measures::procedure;
use super::resource::{Performed, Performer, Procedure};
use super::types::{Annotation, Concept, Reference};
use super::{Entry, Scribe, codes, numbered};
use crate::event;

/// Every session of the period.
pub(super) fn sessions<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let of = |event: &'a CareEvent| match event {
        CareEvent::Support(told) => Some(told),
        _ => None,
    };
    numbered(scribe.told.summary.care.iter(), of, |told| (told.day, told.kind))
        .map(|(one, told, again)| session(scribe, one, told, &again))
}

fn session(scribe: &Scribe<'_>, one: &By<CareEvent>, told: &SupportSession, again: &str) -> Entry {
    let words = scribe.told.words;
    let mut said = vec![words.day(told.day)];
    said.extend(event::event(words, &one.told));
    said.extend(words.noted_by(&one.author));
    let day = told.day.to_string();
    let parts: &[&str] = &[&day, told.kind.code(), again];
    let kind = codes::own(format!("support-{}", told.kind.code()));
    let teller = || scribe.teller(&one.author);
    procedure(scribe, ("support", parts), &said, |procedure| Procedure {
        code: Concept::coded(vec![kind], &words.support(told.kind)),
        performed: Some(Performed::Day(day.clone())),
        recorder: teller(),
        asserter: teller(),
        performer: told
            .with
            .iter()
            .map(|with| Performer { actor: Reference::named(with.as_str()) })
            .collect(),
        location: told.place.as_ref().map(|place| Reference::named(place.as_str())),
        outcome: told.helped.map(|helped| {
            let code = codes::own(format!("helped-{}", helped.code()));
            Concept::coded(vec![code], &words.helped(helped))
        }),
        note: told.note.iter().map(|note| Annotation::by(teller(), note.as_str())).collect(),
        ..procedure
    })
}
