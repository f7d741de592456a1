//! The calls to act of the period, why, and what came of each.

use std::collections::BTreeSet;

use vigie_watch::{Outcome, PromptLevel, RulePack};

use super::Told;
use super::canvas::Canvas;
use super::sanitise::shortened;
use super::table::{Column, Row, SIZE, Table};
use super::text::{Piece, Style};
use crate::{PromptStory, say};

/// Most prompts told; the most urgent, then the latest.
const MOST: usize = 12;
/// Most reasons told of one prompt, and most steps of what came of it.
const MOST_REASONS: usize = 4;
const MOST_OUTCOMES: usize = 3;
/// Most characters told of an advice.
const ADVICE: usize = 240;

/// Draws the section.
pub(super) fn draw(canvas: &mut Canvas<'_>, told: Told<'_>) {
    canvas.heading(2, &told.say("report-prompts"), 45.0);
    if told.summary.prompts.is_empty() {
        let text = told.say("report-prompts-none");
        canvas.paragraph(&[Piece::new(Style::plain(9.0), text)]);
        return;
    }
    let (stories, hidden) = chosen(&told.summary.prompts);
    let columns = [
        Column::text(told.say("report-col-day"), 46.0),
        Column::text(told.say("report-col-level"), 76.0),
        Column::text(told.say("report-col-reasons"), 245.0),
        Column::text(told.say("report-col-outcome"), 154.28),
    ];
    Table { columns: &columns, rows: stories.iter().map(|story| row(told, story)).collect() }
        .draw(canvas);
    let teams = team_rules(told, &stories);
    if !teams.is_empty() {
        canvas.gap(2.0);
        let text = told.with("report-rules", &[("rules", told.words.list(&teams).into())]);
        canvas.paragraph(&[Piece::new(Style::quiet(8.0), text)]);
    }
    if hidden > 0 {
        canvas.gap(2.0);
        let text = told.with("report-prompts-more", &[("count", hidden.into())]);
        canvas.paragraph(&[Piece::new(Style::quiet(8.0), text)]);
    }
}

/// The rules that spoke and are not Vigie's own, each once.
fn team_rules(told: Told<'_>, stories: &[&PromptStory]) -> Vec<String> {
    let builtin = &RulePack::builtin().name;
    let rules: BTreeSet<(&str, u32)> = stories
        .iter()
        .map(|story| &story.prompt)
        .filter(|prompt| prompt.pack != *builtin)
        .map(|prompt| (prompt.pack.as_str(), prompt.pack_version))
        .collect();
    let named = |(name, version): (&str, u32)| {
        let version = version.to_string();
        told.with("pack-name", &[("name", name.into()), ("version", version.into())])
    };
    rules.into_iter().map(named).collect()
}

/// The prompts that are told, latest first, and how many are not.
fn chosen(all: &[PromptStory]) -> (Vec<&PromptStory>, usize) {
    let mut stories: Vec<&PromptStory> = all.iter().collect();
    stories.sort_by_key(|story| {
        let now = story.prompt.level == PromptLevel::Now;
        std::cmp::Reverse((now, story.prompt.day, story.prompt.at))
    });
    stories.truncate(MOST);
    stories.sort_by_key(|story| std::cmp::Reverse((story.prompt.day, story.prompt.at)));
    let hidden = all.len() - stories.len();
    (stories, hidden)
}

fn row(told: Told<'_>, story: &PromptStory) -> Row {
    let prompt = &story.prompt;
    let level =
        if prompt.level == PromptLevel::Mention { Style::plain(SIZE) } else { Style::strong(SIZE) };
    let mut reasons: Vec<String> = prompt
        .findings
        .iter()
        .take(MOST_REASONS)
        .map(|finding| format!("•\u{a0}{}", say::reason(told.words, finding, &story.texts)))
        .collect();
    let more = prompt.findings.len().saturating_sub(MOST_REASONS);
    if more > 0 {
        reasons.push(told.with("report-reasons-more", &[("count", more.into())]));
    }
    vec![
        vec![Piece::new(Style::plain(SIZE), told.day(prompt.day))],
        vec![Piece::new(level, say::level_short(told.words, prompt.level, prompt.at_once))],
        vec![Piece::new(Style::plain(SIZE), reasons.join(" "))],
        vec![Piece::new(Style::plain(SIZE), outcomes(told, story))],
    ]
}

/// What came of it, oldest first; open when nobody has answered.
fn outcomes(told: Told<'_>, story: &PromptStory) -> String {
    let skipped = story.outcomes.len().saturating_sub(MOST_OUTCOMES);
    let mut lines: Vec<String> =
        story.outcomes.iter().skip(skipped).map(|outcome| one_outcome(told, outcome)).collect();
    if let Some((_, felt)) = story.felt {
        lines.push(format!("{}.", vigie_words::capitalised(&say::felt(told.words, felt))));
    }
    if let Some(state) = say::still_open(told.words, story) {
        lines.push(format!("{}.", vigie_words::capitalised(&state)));
    }
    lines.join(" ")
}

fn one_outcome(told: Told<'_>, outcome: &Outcome) -> String {
    let text = told.with(
        "report-outcome",
        &[
            ("day", told.day(outcome.at.day()).into()),
            ("what", say::outcome(told.words, outcome).into()),
        ],
    );
    match &outcome.advice {
        Some(advice) => {
            let advice = told.words.quoted(&shortened(advice.as_str(), ADVICE).0);
            let advice = told.with("report-advice", &[("advice", advice.into())]);
            format!("{text} {advice}")
        }
        None => text,
    }
}
