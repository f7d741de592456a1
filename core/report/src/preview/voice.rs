//! The person's own voice: their questions and notes.

use super::{Block, Line, Part, Quotes, Section, Told};
use crate::DatedText;

pub(super) fn section(told: Told<'_>) -> Section {
    let mut section = Section::new(Part::Voice, told.say("report-voice"));
    let all =
        [("report-questions", &told.summary.questions), ("report-notes", &told.summary.notes)];
    for (id, texts) in all {
        if !texts.is_empty() {
            let quotes = texts.iter().rev().map(|text| quote(told, text)).collect();
            section.push(Block::Quotes(Quotes { title: told.say(id), quotes }));
        }
    }
    if section.blocks.is_empty() {
        section.push(Block::Text(told.nothing("report-voice-none")));
    }
    section
}

fn quote(told: Told<'_>, text: &DatedText) -> Line {
    Line { label: told.day(text.day), text: text.text.clone() }
}
