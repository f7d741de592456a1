//! The person's own voice: the questions that wait for an answer, notes, and the answers that were given.

use vigie_model::{By, Question};

use super::{Block, Line, Part, Quotes, Section, Told};
use crate::DatedText;

/// Questions that wait, and notes. Those that were answered stand apart ([`answers`]), so that what is still to be answered is
/// seen at once.
pub(super) fn section(told: Told<'_>) -> Section {
    let mut section = Section::new(Part::Voice, told.say("report-voice"));
    let (answered, open) = questions(told);
    let questions = open.into_iter().map(|one| question(told, one)).collect();
    let notes = told.summary.notes.iter().rev().map(|one| note(told, one)).collect();
    for (id, quotes) in [("report-questions", questions), ("report-notes", notes)] {
        let quotes: Vec<Line> = quotes;
        if !quotes.is_empty() {
            section.push(Block::Quotes(Quotes { title: told.say(id), quotes }));
        }
    }
    if section.blocks.is_empty() {
        section.push(Block::Text(match answered.is_empty() {
            true => told.nothing("report-voice-none"),
            false => told.say("report-voice-answered"),
        }));
    }
    section
}

/// The questions that were answered in the period, each with its answer.
pub(super) fn answers(told: Told<'_>) -> Option<Section> {
    let (answered, _) = questions(told);
    let lines: Vec<Line> = answered.into_iter().map(|one| answer(told, one)).collect();
    let mut section = Section::new(Part::Answers, told.say("report-answers"));
    (!lines.is_empty()).then(|| {
        section.push(Block::Lines(lines));
        section
    })
}

/// Those that were answered and those that wait, latest first.
fn questions(told: Told<'_>) -> (Vec<&By<Question>>, Vec<&By<Question>>) {
    told.summary.questions.iter().rev().partition(|one| one.told.answer.is_some())
}

fn question(told: Told<'_>, one: &By<Question>) -> Line {
    let text = one.told.text.as_str().to_owned();
    Line { label: told.dated(one.told.day, &one.author), text }
}

/// `14 sept.  « Faut-il une radio ? » Réponse (20 sept.) : « Oui. »`
fn answer(told: Told<'_>, one: &By<Question>) -> Line {
    let mut text = told.words.quoted(one.told.text.as_str());
    if let Some(answer) = &one.told.answer {
        let said = told.words.quoted(answer.text.as_str());
        let said = [("day", told.day(answer.day).into()), ("answer", said.into())];
        text = format!("{text} {}", told.with("report-answer", &said));
    }
    Line { label: told.dated(one.told.day, &one.author), text }
}

fn note(told: Told<'_>, one: &DatedText) -> Line {
    Line { label: told.dated(one.day, &one.author), text: one.text.clone() }
}
