//! Rows of figures, and Markdown tables that are also straight as plain text.

use vigie_simulator::score::{
    Outcome, false_prompts_per_100_days, median_delay, share_seen_within,
};
use vigie_simulator::{Shape, Stress};

use super::rule::{Rule, Way};

/// One detector's figures.
#[derive(Default)]
pub struct Row {
    pub name: String,
    pub threshold: String,
    /// False prompts per 100 days on stable people.
    pub stable: Option<f64>,
    /// Outcomes by shape.
    pub shapes: Vec<Vec<Outcome>>,
    /// False prompts per 100 days by stress.
    pub stresses: Vec<Option<f64>>,
}

impl Row {
    /// An empty one.
    pub fn of(rule: &Rule) -> Self {
        let threshold = match rule.way {
            Way::Fixed(_) => "fixed".to_owned(),
            _ => format!("{:.2}", rule.threshold),
        };
        Self { name: rule.name.to_owned(), threshold, ..Self::default() }
    }

    /// Takes the outcomes of the next cohort: stable, the shapes, the stresses.
    pub fn take(&mut self, cohort: usize, mut outcomes: Vec<Outcome>) {
        match cohort {
            0 => self.stable = false_prompts_per_100_days(&outcomes),
            _ if cohort <= Shape::USUAL.len() => {
                // Only delays are asked of them; what was observed would fill the memory.
                outcomes.iter_mut().for_each(|outcome| outcome.observed.clear());
                self.shapes.push(outcomes);
            }
            _ => self.stresses.push(false_prompts_per_100_days(&outcomes)),
        }
    }
}

/// Gives each row its outcomes of one cohort: they come by patient, then by row.
pub fn distribute(rows: &mut [Row], cohort: usize, patients: Vec<Vec<Vec<Outcome>>>) {
    let mut outcomes: Vec<Vec<Outcome>> = rows.iter().map(|_| Vec::new()).collect();
    for patient in patients {
        for (all, items) in outcomes.iter_mut().zip(patient) {
            all.extend(items);
        }
    }
    for (row, outcomes) in rows.iter_mut().zip(outcomes) {
        row.take(cohort, outcomes);
    }
}

/// A heading, with a line before and after.
pub fn heading(part: u32, name: &str) -> String {
    format!("\n## {part}. {name}\n\n")
}

/// A rate per 100 days.
pub fn rate(rate: Option<f64>) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.2}"))
}

/// Seen in 14 days, in 21 days, median delay.
pub fn seen(outcomes: &[Outcome]) -> String {
    let percent = |days| {
        let share = share_seen_within(outcomes, days);
        share.map_or_else(|| "–".to_owned(), |share| format!("{:.0}", 100.0 * share))
    };
    let median = match median_delay(outcomes) {
        Some(days) if days.is_finite() => days.to_string(),
        Some(_) => "never".to_owned(),
        None => "–".to_owned(),
    };
    format!("{} / {} / {median}", percent(14), percent(21))
}

/// False rate and detection of every row.
pub fn detection(rows: &[Row]) -> String {
    let header = ["", "threshold", "false / 100", "worse", "ramp", "step", "new", "peak days"];
    let cells = rows.iter().map(|row| {
        let mut cells = vec![
            row.name.clone(),
            row.threshold.clone(),
            rate(row.stable),
            seen(&row.shapes.concat()),
        ];
        cells.extend(row.shapes.iter().map(|outcomes| seen(outcomes)));
        cells
    });
    markdown(&header, &cells.collect::<Vec<_>>())
}

/// False rate of every row under each stress.
pub fn stresses(rows: &[Row]) -> String {
    let mut header = vec!["", "none"];
    header.extend(Stress::ALL.map(|stress| match stress {
        Stress::LatePeak => "late peak",
        Stress::DoublePeak => "double peak",
        Stress::ThirtyPercentUnlogged => "30 % unlogged",
        Stress::AllUnlogged => "all unlogged",
        Stress::HeavyTails => "heavy tails",
        Stress::Autocorrelated => "autocorr. 0.8",
        Stress::UnloggedChange => "unlogged change",
    }));
    let cells = rows.iter().map(|row| {
        let mut cells = vec![row.name.clone(), rate(row.stable)];
        cells.extend(row.stresses.iter().copied().map(rate));
        cells
    });
    markdown(&header, &cells.collect::<Vec<_>>())
}

/// A Markdown table, its columns as wide as their longest cell.
pub fn markdown(header: &[&str], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = header.iter().map(|&name| name.to_owned()).collect();
    let width = |column: usize| {
        let cells = std::iter::once(&header).chain(rows).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| format!(" {cell:<width$} |"));
        format!("|{}\n", cells.collect::<String>())
    };
    let rule: String = widths.iter().map(|width| format!("{}|", "-".repeat(width + 2))).collect();
    let body: String = rows.iter().map(|row| line(row)).collect();
    format!("{}|{rule}\n{body}", line(&header))
}
