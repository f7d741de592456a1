//! A detector as a rule of prompts, its threshold at a given rate of false ones, and threads.

use vigie_model::Day;
use vigie_simulator::score::{Outcome, false_prompts_per_100_days};

use super::series::Series;

/// Days after a prompt without another one about the same item.
const AGAIN_DAYS: i32 = 7;
/// A fixed rule's score where it speaks.
pub const SPEAKS: f64 = 1.0;
/// The score while a detector may not speak.
pub const SILENT: f64 = f64::NEG_INFINITY;

/// How a detector says something.
#[derive(Clone, Copy)]
pub enum Way {
    /// A rule without a threshold: [`SPEAKS`] for each report at which it speaks.
    Fixed(fn(&Series) -> Vec<f64>),
    /// A score for each report, whatever was said.
    Scores(fn(&Series) -> Vec<f64>),
    /// The days it speaks at this threshold, when what was said changes what it says next.
    Prompts(fn(&Series, f64) -> Vec<Day>),
}

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Rule {
    pub name: &'static str,
    pub way: Way,
    /// Score from which it speaks.
    pub threshold: f64,
}

impl Rule {
    /// A rule without a threshold.
    pub fn fixed(name: &'static str, score: fn(&Series) -> Vec<f64>) -> Self {
        Self { name, way: Way::Fixed(score), threshold: SPEAKS }
    }

    /// A detector whose scores do not depend on what was said.
    pub fn scores(name: &'static str, score: fn(&Series) -> Vec<f64>) -> Self {
        Self { name, way: Way::Scores(score), threshold: f64::INFINITY }
    }

    /// A detector that goes on from what was said.
    pub fn prompts(name: &'static str, prompts: fn(&Series, f64) -> Vec<Day>) -> Self {
        Self { name, way: Way::Prompts(prompts), threshold: f64::INFINITY }
    }

    /// What it says of one series.
    pub fn judge(&self, series: &Series) -> Outcome {
        let days = match self.way {
            Way::Fixed(score) | Way::Scores(score) => {
                days(series, &score(series), self.threshold).collect()
            }
            Way::Prompts(prompts) => prompts(series, self.threshold),
        };
        series.outcome(once_a_week(days))
    }

    /// The same with the lowest threshold that has at most this many false prompts per 100 days on
    /// these people, who are stable: an item a series, or all items of a person together.
    #[must_use]
    pub fn calibrated(self, people: &[Vec<Series>], rate: f64, judged: Judged) -> Self {
        let people_scores: Vec<Vec<Vec<f64>>> = match self.way {
            Way::Scores(score) => par_map(people, |items| items.iter().map(score).collect()),
            Way::Prompts(_) => Vec::new(),
            Way::Fixed(_) => return self,
        };
        let scores = people_scores.iter().flatten().flatten();
        let mut high = scores.copied().fold(HIGHEST, f64::max) + 1.0;
        let mut low = 0.0;
        for _ in 0..HALVINGS {
            let threshold = (low + high) / 2.0;
            let rule = Self { threshold, ..self };
            let outcomes = if people_scores.is_empty() {
                par_map(people, |items| judged(items.iter().map(|s| rule.judge(s)).collect()))
            } else {
                let both: Vec<_> = people.iter().zip(&people_scores).collect();
                par_map(&both, |(items, scores)| {
                    let said = items.iter().zip(*scores).map(|(series, scores)| {
                        series.outcome(once_a_week(days(series, scores, threshold)))
                    });
                    judged(said.collect())
                })
            };
            let now = false_prompts_per_100_days(&outcomes.concat()).unwrap_or(0.0);
            if now > rate { low = threshold } else { high = threshold }
        }
        Self { threshold: high, ..self }
    }
}

/// Steps of the bisection, and where it begins at least.
const HALVINGS: u32 = 16;
const HIGHEST: f64 = 7.0;

/// How the outcomes of a person's items are counted: [`each`], or [`together`].
pub type Judged = fn(Vec<Outcome>) -> Vec<Outcome>;

/// Each item for itself.
pub fn each(items: Vec<Outcome>) -> Vec<Outcome> {
    items
}

/// A day with any prompt is one.
pub fn together(items: Vec<Outcome>) -> Vec<Outcome> {
    vec![Outcome::of_patient(&items)]
}

fn days<'a>(
    series: &'a Series,
    scores: &'a [f64],
    threshold: f64,
) -> impl Iterator<Item = Day> + 'a {
    let reports = series.reports.iter().zip(scores);
    reports.filter(move |(_, score)| **score >= threshold).map(|(report, _)| report.day)
}

/// Seven days after a prompt nothing about this item.
pub fn once_a_week(days: impl IntoIterator<Item = Day>) -> Vec<Day> {
    let mut said: Vec<Day> = Vec::new();
    for day in days {
        if said.last().is_none_or(|last| day.since(*last) >= AGAIN_DAYS) {
            said.push(day);
        }
    }
    said
}

/// As `map`, on every processor; the order stays.
pub fn par_map<T: Sync, U: Send>(all: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let part = all.len().div_ceil(threads).max(1);
    let work = &work;
    std::thread::scope(|scope| {
        let parts: Vec<_> = all
            .chunks(part)
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<U>>()))
            .collect();
        let joined = parts.into_iter().flat_map(|part| match part.join() {
            Ok(part) => part,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    })
}
