//! The calls to act of the period, why, and what came of each.

use std::collections::BTreeSet;

use vigie_model::Note;
use vigie_watch::{Outcome, PromptLevel, RulePack};

use super::{Block, Column, Part, Section, Table, TextCell, Told};
use crate::{PromptStory, say};

pub(super) fn section(told: Told<'_>) -> Section {
    let mut section = Section::new(Part::Prompts, told.say("report-prompts"));
    if told.summary.prompts.is_empty() {
        section.push(Block::Text(told.nothing("report-prompts-none")));
        return section;
    }
    let column = |id: &str| Column::text(told.say(id));
    section.push(Block::Table(Table {
        columns: vec![
            column("report-col-day"),
            column("report-col-level"),
            column("report-col-reasons"),
            column("report-col-outcome"),
        ],
        rows: told.summary.prompts.iter().rev().map(|story| row(told, story)).collect(),
    }));
    let teams = team_rules(told);
    if !teams.is_empty() {
        let text = told.with("report-rules", &[("rules", told.words.list(&teams).into())]);
        section.push(Block::Remark(text));
    }
    section
}

/// The rules that spoke and are not Vigie's own, each once.
fn team_rules(told: Told<'_>) -> Vec<String> {
    let builtin = &RulePack::builtin().name;
    let prompts = told.summary.prompts.iter().map(|story| &story.prompt);
    let rules: BTreeSet<(&str, u32)> = prompts
        .filter(|prompt| prompt.pack != *builtin)
        .map(|prompt| (prompt.pack.as_str(), prompt.pack_version))
        .collect();
    let named = |(name, version): (&str, u32)| {
        let version = version.to_string();
        told.with("pack-name", &[("name", name.into()), ("version", version.into())])
    };
    rules.into_iter().map(named).collect()
}

fn row(told: Told<'_>, story: &PromptStory) -> Vec<TextCell> {
    let prompt = &story.prompt;
    let reasons: Vec<String> = prompt
        .findings
        .iter()
        .map(|finding| format!("•\u{a0}{}", say::reason(told.words, finding, &story.texts)))
        .collect();
    let level = say::level_short(told.words, prompt.level, prompt.at_once);
    vec![
        told.day(prompt.day).into(),
        TextCell { text: level, strong: prompt.level != PromptLevel::Mention },
        reasons.join("\n").into(),
        outcomes(told, story).into(),
    ]
}

/// What came of it, oldest first; open when nobody has answered.
fn outcomes(told: Told<'_>, story: &PromptStory) -> String {
    let mut lines: Vec<String> =
        story.outcomes.iter().map(|outcome| one_outcome(told, outcome)).collect();
    if let Some((_, felt)) = story.felt {
        lines.push(format!("{}.", vigie_words::capitalised(&say::felt(told.words, felt))));
    }
    if let Some(state) = say::still_open(told.words, story) {
        lines.push(format!("{}.", vigie_words::capitalised(&state)));
    }
    lines.join("\n")
}

fn one_outcome(told: Told<'_>, outcome: &Outcome) -> String {
    let text = told.with(
        "report-outcome",
        &[
            ("day", told.day(outcome.at.day()).into()),
            ("what", say::outcome(told.words, outcome).into()),
        ],
    );
    match outcome.advice.as_ref().map(Note::as_str) {
        Some(advice) => {
            let advice = told.words.quoted(advice);
            let advice = told.with("report-advice", &[("advice", advice.into())]);
            format!("{text} {advice}")
        }
        None => text,
    }
}
