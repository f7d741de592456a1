//! Channel 2, the detector: is this series above the person's own pattern for these days?
//!
//! Two readings of the same residuals, both against a pattern that the person's own earlier
//! reports teach: an exponentially weighted mean, good at drifts, and the evidence for a change of
//! some shape that began on some day of the last four weeks ([`Changes`]), good at steps and at
//! peak days. Both allow for the noise's own correlation from one day to the next. The score is
//! their weighted mean, in about standard deviations. Once something was said, only what begins
//! afterwards counts. docs/decisions/0005 has what was tried and how the threshold was set.

use vigie_model::Day;

use crate::changes::{Changes, White};
use crate::history::{Report, mean, since};
use crate::reference::{Pattern, Reference, Row, regressors};
use crate::{Basis, Evidence};

/// Only reports older than this teach the pattern that residuals are taken from, in days.
const REFERENCE_AGE: i32 = 12;
/// Reports in the reference before the detector may speak.
const REFERENCE_REPORTS: u32 = 5;
/// Weight of the newest residual.
const LAMBDA: f64 = 0.2;
/// Cap of a residual, in standard deviations: one odd answer cannot speak alone.
const CAP: f64 = 3.0;
/// Share of the weighted mean in the score; the rest is the evidence for a change.
const MEAN_SHARE: f64 = 0.25;
/// Correlation of one day with the next before any report, how many pairs of days that is worth,
/// and the most that is believed.
const CORRELATION: (f64, f64, f64) = (0.3, 14.0, 0.9);
/// The weighted mean's correlation counts for a little more than was learnt: what is learnt from
/// rounded and capped reports is a little less than what is there.
const CORRELATION_SHARE: f64 = 1.3;
/// Added to the Bayes factor, so that the evidence for nothing at all is finite, and to its
/// logarithm, so that its root is zero there.
const LEAST_FACTOR: (f64, f64) = (0.05, 3.0);
/// Evidence that cannot lead to a word, whatever the weighted mean says.
const LITTLE: f64 = 1.5;
/// What is left of the pattern when the treatment changes, or when something was said: the new
/// level is to be learnt.
const LOOSENED: f64 = 0.2;
/// Answers of this week needed for a mean to be spoken of.
const WEEK_ANSWERS: u32 = 3;

/// One report that does not teach yet.
#[derive(Debug, Clone)]
struct Pending {
    day: Day,
    x: Row,
    y: f64,
    weight: f64,
}

/// How much one day's residual tells of the next: the first-order autocorrelation.
#[derive(Debug, Clone, Default)]
struct Noise {
    products: f64,
    squares: f64,
    last: f64,
}

impl Noise {
    fn learn(&mut self, residual: f64, next_day: bool) {
        if next_day {
            self.products += residual * self.last;
            self.squares += self.last * self.last;
        }
        self.last = residual;
    }

    fn correlation(&self) -> f64 {
        let (prior, pairs, most) = CORRELATION;
        ((self.products + prior * pairs) / (self.squares + pairs)).clamp(0.0, most)
    }
}

/// The exponentially weighted mean of the residuals, and its variance while they are independent.
#[derive(Debug, Clone, Default)]
struct WeightedMean {
    mean: f64,
    variance: f64,
}

impl WeightedMean {
    fn take(&mut self, residual: f64) {
        self.mean += LAMBDA * (residual - self.mean);
        self.variance = self.variance * (1.0 - LAMBDA) * (1.0 - LAMBDA) + LAMBDA * LAMBDA;
    }

    /// In its own standard deviations, for residuals of this correlation.
    fn standardised(&self, correlation: f64) -> f64 {
        let carried = correlation * (1.0 - LAMBDA) * CORRELATION_SHARE;
        self.mean / (self.variance * (1.0 + carried) / (1.0 - carried)).sqrt()
    }
}

/// The detector's state for one series.
#[derive(Debug, Clone, Default)]
pub(crate) struct Detector {
    /// Learnt from reports older than twelve days: what residuals are taken from.
    reference: Reference,
    /// The reference's pattern, worked out when it is next asked for.
    pattern: Option<Pattern>,
    pending: std::collections::VecDeque<Pending>,
    noise: Noise,
    /// Learnt from every report, whitened: what changes are weighed against.
    whitened: Reference,
    changes: Changes,
    /// The evidence for a change, in about standard deviations, when it was last weighed.
    change: f64,
    mean: WeightedMean,
    /// Days on which it spoke, or the treatment changed: what began by then counts no more.
    settled: Option<Day>,
    last: Option<(Day, Row, f64)>,
    score: Option<f64>,
    cycle_day: Vec<(Day, Option<i32>)>,
}

impl Detector {
    /// Takes in one report (0–10), `cycle_day` days after the last administration. The score, in
    /// standard deviations; `None` while the pattern is not known well enough.
    pub(crate) fn report(&mut self, day: Day, y: f64, cycle_day: Option<i32>) -> Option<f64> {
        self.teach(day);
        let x = regressors(cycle_day);
        let reference = &mut self.reference;
        let pattern = self.pattern.get_or_insert_with(|| reference.pattern());
        let (expected, deviation) = pattern.predict(&x);
        let sigma = pattern.sigma;
        let known = self.reference.reports >= REFERENCE_REPORTS;
        let residual = ((y - expected) / deviation).clamp(-CAP, CAP);
        // What goes beyond the cap does not teach either.
        let y = if known { expected + residual * deviation } else { y };
        let gap = self.last.map(|(last, ..)| day.since(last));
        if known {
            self.noise.learn((y - expected) / sigma, gap == Some(1));
        }
        let correlation = self.noise.correlation();
        let white = self.whiten(&x, y, gap, correlation);
        self.whitened.learn(&white.x, white.y, 1.0);
        let peak = matches!(cycle_day, Some(1..=9));
        self.changes.report(day.epoch_days(), peak, &white);
        self.last = Some((day, x, y));
        self.pending.push_back(Pending { day, x, y, weight: 1.0 });
        self.cycle_day.push((day, cycle_day));
        if !known {
            return self.score;
        }
        self.mean.take(residual);
        // A report below the pattern is no new evidence: where there was little, it is not weighed anew.
        if residual > 0.0 || self.change > LITTLE {
            let settled = self.settled.map_or(i32::MIN, Day::epoch_days);
            let factor = self.changes.evidence(&self.whitened.given(sigma), settled);
            let (least, shift) = LEAST_FACTOR;
            self.change = (2.0 * (libm::log(factor + least) + shift).max(0.0)).sqrt();
        }
        let mean = self.mean.standardised(correlation);
        self.score = Some(MEAN_SHARE * mean + (1.0 - MEAN_SHARE) * self.change);
        self.score
    }

    /// The score of the last report, when that was on `day` or later.
    pub(crate) fn score_since(&self, day: Day) -> Option<f64> {
        self.score.filter(|_| self.last.is_some_and(|(last, ..)| last >= day))
    }

    /// Moves what is old enough into the reference.
    fn teach(&mut self, day: Day) {
        while self.pending.front().is_some_and(|old| day.since(old.day) > REFERENCE_AGE) {
            if let Some(old) = self.pending.pop_front() {
                self.reference.learn(&old.x, old.y, old.weight);
                self.pattern = None;
            }
        }
    }

    /// Takes off what the report before says of this one, and brings the rest to one variance.
    fn whiten(&self, x: &Row, y: f64, gap: Option<i32>, correlation: f64) -> White {
        let Some((_, [x0, x1, x2], y0)) = &self.last else {
            return White { carried: 0.0, scale: 1.0, x: *x, y };
        };
        // Beyond two weeks nothing is left of it.
        let days = gap.unwrap_or(0).clamp(0, 14);
        let carried = (0..days).fold(1.0, |left, _| left * correlation);
        let scale = 1.0 / (1.0 - carried * carried).max(0.05).sqrt();
        let [a, b, c] = x;
        let x = [a - carried * x0, b - carried * x1, c - carried * x2].map(|x| x * scale);
        White { carried, scale, x, y: (y - carried * y0) * scale }
    }

    /// The treatment changed: what was learnt counts for less, and so does what is still to come
    /// from before the change.
    pub(crate) fn treatment_changed(&mut self, day: Day) {
        self.pending.iter_mut().for_each(|report| report.weight *= LOOSENED);
        self.settle(day.plus(-1));
    }

    /// It was said: what began until `day` counts no more, and the new level is to be learnt.
    pub(crate) fn settle(&mut self, day: Day) {
        self.reference.loosen(LOOSENED);
        self.whitened.loosen(LOOSENED);
        self.pattern = None;
        self.mean = WeightedMean::default();
        self.change = 0.0;
        self.settled = Some(day);
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
    fn it_is_silent_until_five_reports_are_older_than_twelve_days() {
        let mut detector = Detector::default();
        let first = (0..40).find(|n| detector.report(day(*n), 3.0, None).is_some());
        // Reports of days 0–4 are older than twelve days on day 17.
        assert_eq!(first, Some(17));
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
        assert!(highest < 2.5, "a peak of every cycle is the person's own pattern: {highest}");
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
