//! Channel 2, the detector: is this series above the person's own pattern for these days?
//!
//! Each report gives a residual against the pattern learnt from reports older than ten days,
//! capped at three standard deviations; an exponentially weighted mean of these residuals, in its
//! own standard deviations, is the score. Baseline of the design; docs/decisions says how the
//! threshold was set.

use vigie_model::Day;

use crate::history::{Report, mean, since};
use crate::reference::{Reference, Row, regressors};
use crate::{Basis, Evidence};

/// Only reports older than this teach the pattern, in days.
const REFERENCE_AGE: i32 = 10;
/// Reports in the reference before the detector may speak.
const REFERENCE_REPORTS: u32 = 5;
/// Weight of the newest residual.
const LAMBDA: f64 = 0.2;
/// Cap of a residual, in standard deviations: one odd answer cannot speak alone.
const CAP: f64 = 3.0;
/// What is left of the pattern when the treatment changes.
const AFTER_CHANGE: f64 = 0.2;
/// Answers of this week needed for a mean to be spoken of.
const WEEK_ANSWERS: u32 = 3;

/// One report with the days since treatment was last given.
#[derive(Debug, Clone)]
struct Pending {
    day: Day,
    x: Row,
    y: f64,
    weight: f64,
}

/// The detector's state for one series.
#[derive(Debug, Clone, Default)]
pub(crate) struct Detector {
    reference: Reference,
    pending: std::collections::VecDeque<Pending>,
    ewma: f64,
    residuals: i32,
    cycle_day: Vec<(Day, Option<i32>)>,
}

impl Detector {
    /// Takes in one report (0–10), `cycle_day` days after the last administration. The score, in
    /// standard deviations; `None` while the pattern is not known well enough.
    pub(crate) fn report(&mut self, day: Day, y: f64, cycle_day: Option<i32>) -> Option<f64> {
        while self.pending.front().is_some_and(|old| day.since(old.day) > REFERENCE_AGE) {
            if let Some(old) = self.pending.pop_front() {
                self.reference.learn(&old.x, old.y, old.weight);
            }
        }
        let x = regressors(cycle_day);
        self.pending.push_back(Pending { day, x, y, weight: 1.0 });
        self.cycle_day.push((day, cycle_day));
        if self.reference.reports < REFERENCE_REPORTS {
            return None;
        }
        let residual = self.reference.pattern().residual(&x, y).clamp(-CAP, CAP);
        self.ewma += LAMBDA * (residual - self.ewma);
        self.residuals += 1;
        // Variance of the weighted mean after n residuals of variance one.
        let left = (1.0 - LAMBDA).powi(2 * self.residuals);
        let variance = LAMBDA / (2.0 - LAMBDA) * (1.0 - left);
        Some(self.ewma / variance.sqrt())
    }

    /// The treatment changed: what was learnt counts for less, and so does what is still to come
    /// from before the change.
    pub(crate) fn treatment_changed(&mut self) {
        self.reference.loosen(AFTER_CHANGE);
        self.pending.iter_mut().for_each(|report| report.weight *= AFTER_CHANGE);
        self.ewma = 0.0;
        self.residuals = 0;
    }

    /// What a nurse can check by hand: the mean of the last seven days, and the mean of the same
    /// days of up to three earlier cycles, or of the six weeks before without such days.
    pub(crate) fn evidence(&self, reports: &[Report], day: Day) -> Option<Evidence> {
        let from = day.plus(-6);
        let (now, answers) = mean(since(reports, from))?;
        if answers < WEEK_ANSWERS {
            return None;
        }
        let (before, before_answers, basis) =
            self.same_cycle_days(reports, from).or_else(|| {
                let earlier = since(reports, day.plus(-REFERENCE_AGE - 42));
                let end = earlier.partition_point(|r| day.since(r.day) > REFERENCE_AGE);
                let (before, count) = mean(earlier.get(..end)?)?;
                Some((before, count, Basis::EarlierDays))
            })?;
        Some(Evidence {
            from,
            to: day,
            answers,
            now: Some(now),
            before: Some(before),
            before_answers: Some(before_answers),
            basis: Some(basis),
            ticks: Vec::new(),
        })
    }

    /// Mean over the reports on the same days of up to three earlier cycles.
    fn same_cycle_days(&self, reports: &[Report], from: Day) -> Option<(f64, u32, Basis)> {
        let this_week: Vec<i32> = self
            .cycle_day
            .iter()
            .rev()
            .take_while(|(day, _)| *day >= from)
            .map(|(_, cycle_day)| *cycle_day)
            .collect::<Option<_>>()?;
        let current = self.start_of_cycle(self.cycle_day.len().checked_sub(1)?)?;
        let mut starts = Vec::new();
        let mut same = Vec::new();
        for (index, report) in reports.iter().enumerate().rev() {
            let Some((_, Some(cycle_day))) = self.cycle_day.get(index) else {
                break;
            };
            let start = report.day.plus(-cycle_day);
            if start >= current || report.day >= from || !this_week.contains(cycle_day) {
                continue;
            }
            if starts.last() != Some(&start) {
                if starts.len() == 3 {
                    break;
                }
                starts.push(start);
            }
            same.push(*report);
        }
        let (before, count) = mean(&same)?;
        let cycles = u32::try_from(starts.len()).unwrap_or(u32::MAX);
        (count >= WEEK_ANSWERS).then_some((before, count, Basis::SameCycleDays { cycles }))
    }

    fn start_of_cycle(&self, index: usize) -> Option<Day> {
        let (day, cycle_day) = self.cycle_day.get(index)?;
        Some(day.plus(-(*cycle_day)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i32) -> Day {
        Day::from_epoch_days(20_000 + n).unwrap()
    }

    #[test]
    fn it_is_silent_until_five_reports_are_older_than_ten_days() {
        let mut detector = Detector::default();
        let first = (0..40).find(|n| detector.report(day(*n), 3.0, None).is_some());
        // Reports of days 0–4 are older than ten days on day 15.
        assert_eq!(first, Some(15));
    }

    #[test]
    fn a_worse_week_raises_the_score_and_a_usual_peak_does_not() {
        let mut detector = Detector::default();
        let usual = |cycle_day: i32| {
            if (1..=4).contains(&cycle_day) { 6.0 } else { 2.0 }
        };
        let mut highest = f64::MIN;
        for n in 0..84 {
            let score = detector.report(day(n), usual(n % 21), Some(n % 21));
            if n >= 42 {
                highest = highest.max(score.unwrap());
            }
        }
        assert!(highest < 2.0, "a peak of every cycle is the person's own pattern: {highest}");
        let mut score = 0.0;
        for n in 84..94 {
            score = detector.report(day(n), usual(n % 21) + 3.0, Some(n % 21)).unwrap();
        }
        assert!(score > 3.0, "{score}");
    }

    #[test]
    fn the_evidence_compares_with_the_same_days_of_earlier_cycles() {
        let mut detector = Detector::default();
        let mut reports = Vec::new();
        for n in 0..70 {
            let cycle_day = n % 21;
            let rating = u8::try_from(cycle_day / 4).unwrap() + if n >= 63 { 3 } else { 0 };
            detector.report(day(n), f64::from(rating), Some(cycle_day));
            reports.push(Report { day: day(n), rating });
        }
        let evidence = detector.evidence(&reports, day(69)).unwrap();
        assert_eq!(evidence.basis, Some(Basis::SameCycleDays { cycles: 3 }));
        assert_eq!((evidence.answers, evidence.before_answers), (7, Some(21)));
        let change = evidence.now.unwrap() - evidence.before.unwrap();
        assert!((change - 3.0).abs() < 1e-9, "{change}");
    }
}
