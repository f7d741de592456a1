//! The person's own voice: their questions, with the answers they were given, and notes.

use vigie_model::{Author, By, Day, Question};

use super::{Block, Line, Part, Quotes, Section, Told};
use crate::DatedText;

pub(super) fn section(told: Told<'_>) -> Section {
    let mut section = Section::new(Part::Voice, told.say("report-voice"));
    let questions = told.summary.questions.iter().rev().map(|one| question(told, one)).collect();
    let notes = told.summary.notes.iter().rev().map(|one| note(told, one)).collect();
    for (id, quotes) in [("report-questions", questions), ("report-notes", notes)] {
        let quotes: Vec<Line> = quotes;
        if !quotes.is_empty() {
            section.push(Block::Quotes(Quotes { title: told.say(id), quotes }));
        }
    }
    if section.blocks.is_empty() {
        section.push(Block::Text(told.nothing("report-voice-none")));
    }
    section
}

/// `14 sept.`, with who told it when it was not the person.
fn label(told: Told<'_>, day: Day, author: &Author) -> String {
    match author {
        Author::Person => told.day(day),
        Author::Caregiver(name) => format!("{} ({})", told.day(day), name.as_str()),
    }
}

fn question(told: Told<'_>, one: &By<Question>) -> Line {
    let mut text = one.told.text.as_str().to_owned();
    if let Some(answer) = &one.told.answer {
        let day = told.day(answer.day);
        let said = [("day", day.into()), ("answer", answer.text.as_str().into())];
        text = format!("{text}\n{}", told.with("report-answer", &said));
    }
    Line { label: label(told, one.told.day, &one.author), text }
}

fn note(told: Told<'_>, one: &DatedText) -> Line {
    Line { label: label(told, one.day, &one.author), text: one.text.clone() }
}
