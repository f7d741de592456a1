//! What others would do: the published rule of the symptom trials, and change detectors of the
//! textbook, small enough to be read here.

use vigie_model::Day;

use super::rule::{Rule, SILENT, SPEAKS, once_a_week};
use super::series::{Report, Series};

/// STAR and PRO-CTCAE alerts: worse than the baseline by this, or this and more.
const STAR_WORSE_BY: f64 = 2.0;
const STAR_SEVERE: f64 = 7.0;
/// Days between two reports of a weekly survey.
const WEEK: i32 = 7;
/// Only reports older than this, in days, are what a week is compared with.
const REFERENCE_AGE: i32 = 10;
/// Reports needed to compare with, and in the week.
const REFERENCE_REPORTS: u32 = 5;
const WEEK_REPORTS: u32 = 3;
/// Weight of the newest report.
const LAMBDA: f64 = 0.2;
/// Least standard deviation, in points.
const SD_FLOOR: f64 = 0.7;
/// What a CUSUM takes off at each report, in standard deviations.
const CUSUM_K: f64 = 0.5;

/// Every row of this file, fixed rules first.
pub fn rules() -> Vec<Rule> {
    vec![
        Rule::fixed("STAR daily, as published", |series| star(series, false)),
        Rule::fixed("STAR weekly, as published", |series| star(series, true)),
        Rule::scores("STAR daily, points above the baseline", |series| above(series, false)),
        Rule::scores("STAR weekly, points above the baseline", |series| above(series, true)),
        Rule::fixed("7-day mean, +2 on the mean before", |series| {
            let spoken = |change| if change >= STAR_WORSE_BY { SPEAKS } else { SILENT };
            week_mean(series).into_iter().map(spoken).collect()
        }),
        Rule::scores("7-day mean minus the mean before", week_mean),
        Rule::scores("EWMA 0.2 minus the mean so far", ewma),
        Rule::prompts("CUSUM, k = 0.5 sd, one-sided", cusum),
        Rule::scores("Mann-Kendall z, 14 reports", |series| mann_kendall(series, 14)),
        Rule::scores("Mann-Kendall z, 21 reports", |series| mann_kendall(series, 21)),
    ]
}

/// Points above the first report, for each report (or for one a week).
fn above(series: &Series, weekly: bool) -> Vec<f64> {
    let Some(first) = series.reports.first() else { return Vec::new() };
    let mut last = first.day;
    let points = series.reports.iter().map(|report| {
        if weekly && report.day.since(last) < WEEK {
            return SILENT;
        }
        last = report.day;
        report.y - first.y
    });
    points.collect()
}

/// 'Worse than the baseline by 2, or 7 and more': [`SPEAKS`] where it holds.
fn star(series: &Series, weekly: bool) -> Vec<f64> {
    let holds = |(report, above): (&Report, f64)| {
        let asked = above > SILENT;
        if asked && (above >= STAR_WORSE_BY || report.y >= STAR_SEVERE) { SPEAKS } else { SILENT }
    };
    series.reports.iter().zip(above(series, weekly)).map(holds).collect()
}

/// Mean of the last seven days minus the mean of all that is older than ten.
fn week_mean(series: &Series) -> Vec<f64> {
    let mut before = Moments::default();
    let mut old = series.reports.iter().peekable();
    let score = |(index, report): (usize, &Report)| {
        before.learn_older(&mut old, report.day);
        let reports = series.reports.get(..=index).unwrap_or_default();
        let mut week = Moments::default();
        let recent = reports.iter().rev().take_while(|r| report.day.since(r.day) < WEEK);
        recent.for_each(|recent| week.learn(recent.y));
        let known = before.count >= REFERENCE_REPORTS && week.count >= WEEK_REPORTS;
        if known { week.mean() - before.mean() } else { SILENT }
    };
    series.reports.iter().enumerate().map(score).collect()
}

/// Exponentially weighted mean minus the mean of every report so far.
fn ewma(series: &Series) -> Vec<f64> {
    let mut all = Moments::default();
    let mut weighted = None;
    let score = |report: &Report| {
        all.learn(report.y);
        let before: f64 = weighted.unwrap_or(report.y);
        let now = before + LAMBDA * (report.y - before);
        weighted = Some(now);
        // As long as it takes the others to have a reference.
        if all.count > 3 * REFERENCE_REPORTS { now - all.mean() } else { SILENT }
    };
    series.reports.iter().map(score).collect()
}

/// The sum of what lies above the mean by more than half a standard deviation; it starts again at
/// zero when it has spoken. Mean and deviation are those of the reports older than ten days.
fn cusum(series: &Series, threshold: f64) -> Vec<Day> {
    let mut before = Moments::default();
    let mut old = series.reports.iter().peekable();
    let mut sum: f64 = 0.0;
    let speaks = |report: &&Report| {
        before.learn_older(&mut old, report.day);
        if before.count < REFERENCE_REPORTS {
            return false;
        }
        sum = (sum + (report.y - before.mean()) / before.sd() - CUSUM_K).max(0.0);
        let speaks = sum >= threshold;
        if speaks {
            sum = 0.0;
        }
        speaks
    };
    once_a_week(series.reports.iter().filter(speaks).map(|report| report.day))
}

/// The test of a monotone trend over the last reports, with its correction for ties.
fn mann_kendall(series: &Series, reports: usize) -> Vec<f64> {
    let values: Vec<f64> = series.reports.iter().map(|report| report.y).collect();
    let mut scores = vec![SILENT; values.len().min(reports - 1)];
    scores.extend(values.windows(reports).map(z_of_trend));
    scores
}

fn z_of_trend(values: &[f64]) -> f64 {
    let mut rises = 0.0;
    for (index, later) in values.iter().enumerate() {
        let earlier = values.iter().take(index);
        rises += earlier.map(|y| f64::from(i8::from(later > y) - i8::from(later < y))).sum::<f64>();
    }
    let spread = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    // A value that comes n times takes spread(n) / n off for each of its occurrences.
    let ties: f64 = values
        .iter()
        .map(|y| values.iter().filter(|other| *other == y).count() as f64)
        .map(|n| spread(n) / n)
        .sum();
    let variance = (spread(values.len() as f64) - ties) / 18.0;
    if variance > 0.0 && rises > 0.0 { (rises - 1.0) / variance.sqrt() } else { 0.0 }
}

/// Count, mean and standard deviation of what was learnt.
#[derive(Default)]
struct Moments {
    count: u32,
    sum: f64,
    squares: f64,
}

impl Moments {
    fn learn(&mut self, y: f64) {
        self.count += 1;
        self.sum += y;
        self.squares += y * y;
    }

    /// Learns the next reports that are old enough on `day`.
    fn learn_older<'a>(
        &mut self,
        old: &mut std::iter::Peekable<impl Iterator<Item = &'a Report>>,
        day: Day,
    ) {
        while let Some(report) = old.next_if(|old| day.since(old.day) > REFERENCE_AGE) {
            self.learn(report.y);
        }
    }

    fn mean(&self) -> f64 {
        self.sum / f64::from(self.count)
    }

    fn sd(&self) -> f64 {
        let mean = self.mean();
        (self.squares / f64::from(self.count) - mean * mean).max(SD_FLOOR * SD_FLOOR).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::{Answer, DailyEntry, Rating, SymptomCode};

    fn series(ratings: &[u8]) -> Series {
        let first = Day::from_epoch_days(20_000).unwrap();
        let entries: Vec<DailyEntry> = (0..)
            .zip(ratings)
            .map(|(n, rating)| {
                let mut entry = DailyEntry::new(first.plus(n));
                let rating = Rating::new(*rating).unwrap();
                entry.answer(SymptomCode::Fatigue.into(), Answer::Rated(rating));
                entry
            })
            .collect();
        Series::new(&entries, &SymptomCode::Fatigue.into(), None)
    }

    #[test]
    fn star_speaks_of_two_more_than_at_first_and_of_seven() {
        let rule = rules()[0];
        let days = |ratings: &[u8]| -> Vec<i32> {
            let prompts = rule.judge(&series(ratings)).prompts;
            prompts.iter().map(|day| day.epoch_days() - 20_000).collect()
        };
        assert_eq!(days(&[3, 4, 5, 3]), [2]);
        assert_eq!(days(&[6, 7, 6]), [1]);
        assert_eq!(days(&[3, 4, 2]), [0; 0]);
        assert_eq!(days(&[1; 10]), [0; 0]);
        assert_eq!(days(&[[1].as_slice(), &[9; 10]].concat()), [1, 8], "not twice in a week");
    }

    #[test]
    fn the_trend_test_knows_the_textbook_values() {
        // Ten rising values: S = 45, variance 125.
        let rising: Vec<f64> = (0..10).map(f64::from).collect();
        assert!((z_of_trend(&rising) - 44.0 / 125.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(z_of_trend(&[3.0; 10]), 0.0);
        let falling: Vec<f64> = rising.iter().rev().copied().collect();
        assert_eq!(z_of_trend(&falling), 0.0);
    }

    #[test]
    fn a_cusum_adds_up_what_is_above_and_starts_again() {
        let mut ratings = vec![3; 30];
        ratings.extend([5; 20]);
        let said = cusum(&series(&ratings), 5.0);
        assert!(said.len() >= 2 && said[0].epoch_days() == 20_032, "{said:?}");
    }
}
