//! One person of a replayed table: their days, and the lines they give.

use std::sync::Arc;

use serde::Serialize;
use vigie_model::{DailyEntry, Day, Profile};
use vigie_report::table::{TableCell, TableRow};
use vigie_watch::{Budget, Evidence, Finding, Prompt, Subject, Watch};

use super::ReplayOptions;

/// One prompt. In the raw budget every finding is a line of its own.
#[derive(Serialize)]
struct PromptLine<'a> {
    patient: &'a str,
    date: Day,
    channel: &'static str,
    level: &'static str,
    at_once: bool,
    items: Vec<&'a Subject>,
    rule: &'a str,
    score: Option<f64>,
    threshold: Option<f64>,
    evidence: &'a Evidence,
    /// Every reason of the prompt, this one first.
    reasons: Vec<&'a str>,
}

#[derive(Serialize)]
struct DailyLine<'a> {
    patient: &'a str,
    date: Day,
    item: &'a Subject,
    score: Option<f64>,
    threshold: f64,
}

/// One person's rows as they were read; their days are put together where they are worked off.
pub(super) struct Person {
    pub(super) id: Arc<str>,
    rows: Vec<(Day, TableCell)>,
}

impl Person {
    pub(super) fn new(id: Arc<str>) -> Self {
        Self { id, rows: Vec::new() }
    }

    pub(super) fn take(&mut self, row: TableRow) {
        // Rules read what was answered; what somebody's prompts were is what they are asked here. What a journal knows of a
        // treatment beside the answers (a line that began, a dose that changed) is not in a replay: only `treatment_change` is.
        if !matches!(row.cell, TableCell::Author(_) | TableCell::Beside(_)) {
            self.rows.push((row.day, row.cell));
        }
    }

    /// The lines of this person.
    pub(super) fn lines(&mut self, options: &ReplayOptions) -> Result<Vec<u8>, serde_json::Error> {
        let profile = Profile::default();
        let mut watch = Watch::new(&options.pack, &profile);
        let mut out = Vec::new();
        self.rows.sort_by_key(|(day, _)| *day);
        for rows in self.rows.chunk_by(|(day, _), (next, _)| day == next) {
            let Some((day, _)) = rows.first() else { continue };
            let entry = merged(*day, rows);
            let reading = watch.read(&entry);
            if options.daily {
                for score in &reading.scores {
                    let line = DailyLine {
                        patient: &self.id,
                        date: *day,
                        item: &score.subject,
                        score: score.score,
                        threshold: score.threshold,
                    };
                    push(&mut out, &line)?;
                }
            }
            let said = watch.decide(reading.findings, options.budget, *day);
            watch.said(&said, *day);
            // Nobody is there to answer: every prompt counts as dealt with on its day.
            watch.resolved(&said, *day);
            let groups: Vec<&[Finding]> = match options.budget {
                Budget::Raw => said.chunks(1).collect(),
                Budget::Weekly => vec![said.as_slice()],
            };
            for group in groups {
                self.prompt(group, options, *day, &mut out)?;
            }
        }
        Ok(out)
    }

    fn prompt(
        &self,
        findings: &[Finding],
        options: &ReplayOptions,
        day: Day,
        out: &mut Vec<u8>,
    ) -> Result<(), serde_json::Error> {
        let at = vigie_model::Moment::at(day, 0, 0);
        let Some(prompt) = Prompt::of(findings.to_vec(), &options.pack, day, at) else {
            return Ok(());
        };
        let Some(first) = findings.first() else {
            return Ok(());
        };
        let mut items: Vec<&Subject> = Vec::new();
        for subject in findings.iter().flat_map(|finding| &finding.items) {
            if !items.contains(&subject) {
                items.push(subject);
            }
        }
        let line = PromptLine {
            patient: &self.id,
            date: day,
            channel: first.channel.code(),
            level: prompt.level.code(),
            at_once: prompt.at_once,
            items,
            rule: &first.rule,
            score: first.score,
            threshold: first.threshold,
            evidence: &first.evidence,
            reasons: findings.iter().map(|finding| finding.rule.as_str()).collect(),
        };
        push(out, &line)
    }
}

/// One day's rows as one entry.
fn merged(day: Day, rows: &[(Day, TableCell)]) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    for (_, cell) in rows {
        if let Err(cell) = cell.clone().put(&mut entry) {
            // Said twice on one day: the worse rating counts, as in a journal.
            let mut other = DailyEntry::new(day);
            let _ = cell.put(&mut other);
            // Rows have no order, so none is the later weight: the lighter one is the worse.
            let lighter = entry.measures.weight.min(other.measures.weight);
            entry.merge_day(&other);
            entry.measures.weight = lighter.or(entry.measures.weight);
        }
    }
    entry
}

fn push(out: &mut Vec<u8>, line: &impl Serialize) -> Result<(), serde_json::Error> {
    serde_json::to_writer(&mut *out, line)?;
    out.push(b'\n');
    Ok(())
}
