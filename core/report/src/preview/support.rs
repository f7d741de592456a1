//! What helps beside the treatment: sessions and how they helped, consents, where wishes are written down.

use vigie_model::{Author, By, CareEvent, Helped, Label, SupportKind, SupportSession};

use super::{Block, Line, Part, Section, Told};
use crate::event;

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let of = |wanted: fn(&CareEvent) -> bool| {
        let mut all: Vec<&By<CareEvent>> =
            told.summary.all_care().filter(|one| wanted(&one.told)).collect();
        all.sort_by_key(|one| one.told.day());
        all
    };
    let papers = of(|event| matches!(event, CareEvent::Consent(_)));
    let mut wishes: Vec<&By<CareEvent>> = Vec::new();
    // The latest of each: who the person of trust is now, where the paper is now. One that says less does not hide where it is.
    for one in of(|event| matches!(event, CareEvent::Wish(_))) {
        wishes.retain(|there| !stands_in_for(one, there));
        wishes.push(one);
    }
    let noted = papers.into_iter().chain(wishes).map(|one| Line {
        label: told.dated(one.told.day(), &one.author),
        text: event::event(told.words, &one.told).join(", "),
    });
    let mut section = Section::new(Part::Support, told.say("report-support"));
    for lines in [sessions(told), noted.collect()] {
        if !lines.is_empty() {
            section.push(Block::Lines(lines));
        }
    }
    (!section.blocks.is_empty()).then_some(section)
}

/// Whether a later wish says all that an earlier one said of the same thing, or something else of it.
fn stands_in_for(later: &By<CareEvent>, earlier: &By<CareEvent>) -> bool {
    match (&later.told, &earlier.told) {
        (CareEvent::Wish(later), CareEvent::Wish(earlier)) => {
            later.kind == earlier.kind
                && (later.who.is_some() || earlier.who.is_none())
                && (later.place.is_some() || earlier.place.is_none())
        }
        _ => false,
    }
}

/// Sessions of one kind with one person.
struct Sessions<'a> {
    kind: SupportKind,
    with: Option<&'a Label>,
    all: Vec<(&'a Author, &'a SupportSession)>,
}

/// A line for each kind of session, in the order in which they began.
fn sessions(told: Told<'_>) -> Vec<Line> {
    let mut groups: Vec<Sessions<'_>> = Vec::new();
    for one in &told.summary.care {
        if let CareEvent::Support(session) = &one.told {
            let (kind, with) = (session.kind, session.with.as_ref());
            let same = |group: &&mut Sessions<'_>| (group.kind, group.with) == (kind, with);
            match groups.iter_mut().find(same) {
                Some(group) => group.all.push((&one.author, session)),
                None => groups.push(Sessions { kind, with, all: vec![(&one.author, session)] }),
            }
        }
    }
    groups.iter().map(|group| line(told, group)).collect()
}

/// `Hypnose, Mme R  12 oct., 19 oct. : a beaucoup aidé (1), non précisé (1). 12 oct. : « … »`
fn line(told: Told<'_>, group: &Sessions<'_>) -> Line {
    let mut label = told.words.support(group.kind);
    if let Some(with) = group.with {
        label = format!("{label}, {}", with.as_str());
    }
    let days: Vec<String> =
        group.all.iter().map(|(author, session)| told.dated(session.day, author)).collect();
    let mut helped: Vec<String> = Vec::new();
    for level in Helped::ALL.iter().rev().copied().map(Some).chain([None]) {
        let count = group.all.iter().filter(|(_, session)| session.helped == level).count();
        if count > 0 {
            let word = level.map_or_else(
                || told.say("report-helped-not-said"),
                |level| told.words.helped(level),
            );
            helped.push(if group.all.len() > 1 { format!("{word} ({count})") } else { word });
        }
    }
    let mut text = told.with(
        "report-sessions",
        &[("days", days.join(", ").into()), ("helped", helped.join(", ").into())],
    );
    for (_, session) in &group.all {
        if let Some(note) = &session.note {
            let said = told.words.quoted(note.as_str());
            // Of a single session the day was said.
            let said = match group.all.len() {
                1 => said,
                _ => told.with(
                    "report-session-note",
                    &[("day", told.day(session.day).into()), ("said", said.into())],
                ),
            };
            text = format!("{text} {said}");
        }
    }
    Line { label, text }
}
