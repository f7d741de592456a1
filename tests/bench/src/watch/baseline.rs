//! The detector before this one: standardised residuals of a Bayesian regression, weighted
//! exponentially. Kept small, for the table alone.

use super::rule::{Rule, SILENT};
use super::series::{Report, Series};

/// Only reports older than this teach, in days; so many are needed.
const AGE: i32 = 10;
const REPORTS: u32 = 5;
const LAMBDA: f64 = 0.2;
const CAP: f64 = 3.0;
/// Prior of level, early bump, late bump.
const MEAN: [f64; 3] = [2.0, 0.8, 0.5];
const VARIANCE: [f64; 3] = [9.0, 1.0, 1.0];
/// Prior standard deviation, what it is worth in reports, and the least that is believed.
const SIGMA: (f64, f64, f64) = (1.1, 4.0, 0.7);

pub fn rules() -> Vec<Rule> {
    vec![Rule::scores("former baseline of this project", scores)]
}

/// The score at each report.
fn scores(series: &Series) -> Vec<f64> {
    let mut taught = Taught::default();
    let mut old = series.reports.iter().peekable();
    let (mut mean, mut variance) = (0.0, 0.0);
    let score = |report: &Report| {
        while let Some(old) = old.next_if(|old| report.day.since(old.day) > AGE) {
            taught.learn(regressors(old.cycle_day), old.y);
        }
        if taught.reports < REPORTS {
            return SILENT;
        }
        let residual = taught.residual(regressors(report.cycle_day), report.y).clamp(-CAP, CAP);
        mean += LAMBDA * (residual - mean);
        variance = variance * (1.0 - LAMBDA) * (1.0 - LAMBDA) + LAMBDA * LAMBDA;
        mean / f64::sqrt(variance)
    };
    series.reports.iter().map(score).collect()
}

/// Level, early bump (days 1–4), late bump (days 4–9), half where they begin and end.
fn regressors(cycle_day: Option<i32>) -> [f64; 3] {
    match cycle_day {
        Some(1..=3) => [1.0, 1.0, 0.0],
        Some(4) => [1.0, 0.5, 0.5],
        Some(5..=8) => [1.0, 0.0, 1.0],
        Some(9) => [1.0, 0.0, 0.5],
        _ => [1.0, 0.0, 0.0],
    }
}

/// The sums of a regression.
#[derive(Default)]
struct Taught {
    reports: u32,
    xx: [[f64; 3]; 3],
    xy: [f64; 3],
    yy: f64,
}

impl Taught {
    fn learn(&mut self, x: [f64; 3], y: f64) {
        self.reports += 1;
        self.yy += y * y;
        for ((row, xy), xi) in self.xx.iter_mut().zip(&mut self.xy).zip(x) {
            *xy += xi * y;
            row.iter_mut().zip(x).for_each(|(cell, xj)| *cell += xi * xj);
        }
    }

    /// How far a report lies above the pattern, in standard deviations of the prediction.
    fn residual(&self, x: [f64; 3], y: f64) -> f64 {
        let (prior, worth, floor) = SIGMA;
        let mut sigma = prior;
        let mut posterior = self.given(sigma);
        for _ in 0..2 {
            let [b0, b1, b2] = posterior.0;
            let quadratic: f64 =
                self.xx.iter().zip([b0, b1, b2]).map(|(row, b)| b * dot(row, &[b0, b1, b2])).sum();
            let left = (self.yy - 2.0 * dot(&self.xy, &[b0, b1, b2]) + quadratic).max(0.0);
            let reports = f64::from(self.reports);
            sigma = ((left + worth * prior * prior) / (reports + worth)).sqrt().max(floor);
            posterior = self.given(sigma);
        }
        let (beta, covariance) = posterior;
        let doubt: f64 = covariance.iter().zip(x).map(|(row, xi)| xi * dot(row, &x)).sum();
        (y - dot(&beta, &x)) / (sigma * sigma + doubt).sqrt()
    }

    /// Mean and covariance of level and bumps, given the standard deviation of a report.
    fn given(&self, sigma: f64) -> ([f64; 3], [[f64; 3]; 3]) {
        let noise = sigma * sigma;
        let [[a, b, c], [_, d, e], [_, _, f]] = self.xx.map(|row| row.map(|cell| cell / noise));
        let [p, q, r] = VARIANCE.map(|variance| 1.0 / variance);
        let covariance = inverse([a + p, b, c, d + q, e, f + r]);
        let mut target = self.xy.map(|cell| cell / noise);
        for (t, (mean, variance)) in target.iter_mut().zip(MEAN.iter().zip(VARIANCE)) {
            *t += mean / variance;
        }
        (covariance.map(|row| dot(&row, &target)), covariance)
    }
}

fn dot([a0, a1, a2]: &[f64; 3], [b0, b1, b2]: &[f64; 3]) -> f64 {
    a0 * b0 + a1 * b1 + a2 * b2
}

/// Inverse of a symmetric matrix given by its upper triangle, by cofactors.
fn inverse([a, b, c, d, e, f]: [f64; 6]) -> [[f64; 3]; 3] {
    let (m00, m01, m02) = (d * f - e * e, c * e - b * f, b * e - c * d);
    let (m11, m12, m22) = (a * f - c * c, b * c - a * e, a * d - b * b);
    let one = 1.0 / (a * m00 + b * m01 + c * m02);
    [[m00, m01, m02], [m01, m11, m12], [m02, m12, m22]].map(|row| row.map(|cell| cell * one))
}
