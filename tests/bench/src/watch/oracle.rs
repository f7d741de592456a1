//! The limit: the same evidence for a change, weighed by one who knows the person's true pattern.
//!
//! Level, bumps, standard deviation and correlation are the simulator's own, and so are the days
//! treatment was really given; shapes and onsets are those of the detector.

use super::rule::Rule;
use super::series::{Report, Series, Usual};

/// Onsets looked at, in days back.
const DAYS: i32 = 28;
/// A ramp's, a step's and the peaks' size before any report: mean and variance; then the weight.
const SHAPES: [(f64, f64, f64); 3] = [(1.0, 0.25, 1.0), (1.8, 0.64, 1.0), (1.6, 0.5, 1.5)];
/// The score is the logarithm of the mean Bayes factor; this keeps it above zero.
const SHIFT: f64 = 5.0;

pub fn rules() -> Vec<Rule> {
    vec![Rule::scores("oracle: the true pattern is known", scores)]
}

/// The sums of one hypothesis.
#[derive(Clone, Copy, Default)]
struct Sums {
    ss: f64,
    sr: f64,
}

/// One onset, each shape.
struct Onset {
    day: i32,
    sums: [Sums; 3],
}

fn scores(series: &Series) -> Vec<f64> {
    let mut onsets: Vec<Onset> = Vec::new();
    let mut last: Option<(Report, Usual)> = None;
    let score = |(report, usual): (&Report, &Usual)| {
        let day = report.day.epoch_days();
        let first = last.map_or(day - DAYS + 1, |(last, _)| last.day.epoch_days() + 1);
        onsets.extend((first..=day).map(|day| Onset { day, sums: Default::default() }));
        onsets.retain(|onset| onset.day > day - DAYS);
        // What the report before tells of this one, in standard deviations.
        let carried = last.map_or(0.0, |(last, _)| {
            (0..report.day.since(last.day).min(14)).fold(1.0, |left, _| left * series.rho)
        });
        let fresh = (1.0 - carried * carried).sqrt();
        let standard = |report: &Report, usual: &Usual| (report.y - usual.mean) / usual.sd;
        let before = last.map_or(0.0, |(report, usual)| standard(&report, &usual));
        let residual = (standard(report, usual) - carried * before) / fresh;
        for onset in &mut onsets {
            let now = columns(onset.day, report, usual);
            let then = last.map_or([0.0; 3], |(report, usual)| columns(onset.day, &report, &usual));
            for (sums, (now, then)) in onset.sums.iter_mut().zip(now.iter().zip(then)) {
                let s = (now - carried * then) / fresh;
                sums.ss += s * s;
                sums.sr += s * residual;
            }
        }
        last = Some((*report, *usual));
        let factors = onsets.iter().flat_map(|onset| onset.sums.iter().zip(SHAPES));
        let total: f64 = factors
            .map(|(sums, (mean, variance, weight))| weight * factor(*sums, mean, variance))
            .sum();
        libm::log(total / f64::from(3 * DAYS)) + SHIFT
    };
    series.reports.iter().zip(&series.usual).map(score).collect()
}

/// What each shape that began on `onset` adds to a report, in its standard deviations.
fn columns(onset: i32, report: &Report, usual: &Usual) -> [f64; 3] {
    let since = report.day.epoch_days() - onset;
    if since < 0 {
        return [0.0; 3];
    }
    let peak = f64::from(u8::from(usual.peak));
    [f64::from(since + 1) / 7.0, 1.0, peak].map(|points| points / usual.sd)
}

/// The Bayes factor of a change of a size that is normal beforehand.
fn factor(sums: Sums, mean: f64, variance: f64) -> f64 {
    let along = sums.sr + mean / variance;
    let exponent = along * along / (sums.ss + 1.0 / variance) - mean * mean / variance;
    libm::exp((0.5 * exponent).min(80.0)) / (1.0 + variance * sums.ss).sqrt()
}
