//! What may have begun, and when: each shape of worsening with each onset of the last four weeks,
//! weighed against 'nothing changed'.
//!
//! A hypothesis is one more column `s` in the regression of the person's pattern, with a size of
//! its own: `y = x·beta + size·s + noise`, `size ~ N(mean, variance)`. With level and bumps
//! integrated out, the evidence for it (Bayes factor) has a closed form in three sums over the
//! reports since its onset: `s·s`, `s·x` and `s·y` (Zellner 1971; the mean over onsets is the
//! Shiryaev-Roberts idea, Pollak 1985). Reports are whitened by the noise's autocorrelation first.
//!
//! The sums lie by field, a slot an onset, so that the loops below become vector instructions;
//! they are `f32`, for they live four weeks only.

use crate::reference::{Pattern, Row};

/// Onsets looked at, in days back; a slot each.
const DAYS: usize = 28;
/// Shapes of worsening.
const SHAPES: usize = 3;
/// Size of each shape before any report, in points: mean and variance. A ramp is per week.
const SIZE: [(f32, f32); SHAPES] = [(1.0, 0.25), (1.8, 0.64), (1.6, 0.5)];
/// How much each shape counts: peak days only is the one that is seen least.
const WEIGHT: [f32; SHAPES] = [1.0, 1.0, 1.5];
/// Beyond this a Bayes factor's logarithm says no more.
const MOST: f32 = 30.0;

type Slots = [f32; DAYS];

/// One whitened report: how it was made white, and what came out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct White {
    /// What was taken off for each unit of the report before, 0 to below 1.
    pub carried: f64,
    /// What the rest was multiplied by.
    pub scale: f64,
    /// The regressors.
    pub x: Row,
    /// The value, in points.
    pub y: f64,
}

/// The sums of one shape.
#[derive(Debug, Clone)]
struct Sums {
    ss: Slots,
    sx: [Slots; 3],
    sy: Slots,
}

/// Every hypothesis of one series.
#[derive(Debug, Clone)]
pub(crate) struct Changes {
    /// The onset of each slot as a day number; too long ago where nothing began yet.
    onset: [i32; DAYS],
    shapes: [Sums; SHAPES],
    /// The last report's day, and whether it was a peak day.
    last: Option<(i32, bool)>,
}

const NEVER: i32 = i32::MIN / 2;

impl Default for Changes {
    fn default() -> Self {
        let sums = || Sums { ss: [0.0; DAYS], sx: [[0.0; DAYS]; 3], sy: [0.0; DAYS] };
        Self { onset: [NEVER; DAYS], shapes: [sums(), sums(), sums()], last: None }
    }
}

impl Changes {
    /// Takes in one report on `day` (a day number), on a peak day or not. Every calendar day since
    /// the last report becomes an onset.
    pub(crate) fn report(&mut self, day: i32, peak: bool, white: &White) {
        const SLOTS: i32 = DAYS as i32;
        let first = self.last.map_or(day - SLOTS + 1, |(last, _)| (last + 1).max(day - SLOTS + 1));
        for onset in first..=day {
            let slot = usize::try_from(onset.rem_euclid(SLOTS)).unwrap_or(0);
            self.begin(slot, onset);
        }
        let (last, last_peak) = self.last.unwrap_or((NEVER, false));
        let (carried, scale) = (white.carried as f32, white.scale as f32);
        let (x, y) = (white.x.map(|x| x as f32), white.y as f32);
        let [flat, flat_before] = [peak, last_peak].map(|peak| if peak { 1.0 } else { 0.0 });
        let mut columns = [[0.0; DAYS]; SHAPES];
        let [ramp, step, peaks] = &mut columns;
        for (((onset, ramp), step), peaks) in self.onset.iter().zip(ramp).zip(step).zip(peaks) {
            // A report before the onset carries nothing of the change over to this one.
            let carried = if *onset <= last { carried } else { 0.0 };
            let weeks = |to: i32| (to.wrapping_sub(*onset).wrapping_add(1)) as f32 / 7.0;
            *ramp = (weeks(day) - carried * weeks(last)) * scale;
            *step = (1.0 - carried) * scale;
            *peaks = (flat - carried * flat_before) * scale;
        }
        for (sums, s) in self.shapes.iter_mut().zip(&columns) {
            for (ss, s) in sums.ss.iter_mut().zip(s) {
                *ss += s * s;
            }
            for (sy, s) in sums.sy.iter_mut().zip(s) {
                *sy += s * y;
            }
            for (sx, x) in sums.sx.iter_mut().zip(x) {
                for (sx, s) in sx.iter_mut().zip(s) {
                    *sx += s * x;
                }
            }
        }
        self.last = Some((day, peak));
    }

    fn begin(&mut self, slot: usize, onset: i32) {
        if let Some(at) = self.onset.get_mut(slot) {
            *at = onset;
        }
        for sums in &mut self.shapes {
            set(&mut sums.ss, slot, 0.0);
            set(&mut sums.sy, slot, 0.0);
            for sx in &mut sums.sx {
                set(sx, slot, 0.0);
            }
        }
    }

    /// The mean Bayes factor over every shape and onset after the day number `since`, against
    /// 'nothing changed', given what all whitened reports teach.
    pub(crate) fn evidence(&self, pattern: &Pattern, since: i32) -> f64 {
        let precision = (1.0 / (pattern.sigma * pattern.sigma)) as f32;
        let [a, b, c, d, e, f] = pattern.covariance.0.map(|cell| cell as f32 * precision);
        let [b0, b1, b2] = pattern.beta.map(|cell| cell as f32);
        let mut totals: Slots = [0.0; DAYS];
        for ((sums, (mean, variance)), weight) in self.shapes.iter().zip(SIZE).zip(WEIGHT) {
            let [x0, x1, x2] = &sums.sx;
            // With room D and size N(m, v): exp(((N + m/v)² / (D + 1/v) - m²/v) / 2) / sqrt(1 + vD).
            let (pull, worth) = (mean / variance, 0.5 * mean * mean / variance);
            let columns = sums.ss.iter().zip(&sums.sy).zip(x0).zip(x1).zip(x2);
            for (total, ((((ss, sy), u), v), w)) in totals.iter_mut().zip(columns) {
                // What the pattern cannot explain of the column, and of the reports along it.
                let explained = u * (a * u + b * v + c * w)
                    + v * (b * u + d * v + e * w)
                    + w * (c * u + e * v + f * w);
                let room = ((ss - explained) * precision).max(0.0);
                let along = (sy - (u * b0 + v * b1 + w * b2)) * precision + pull;
                let narrower = 1.0 / (1.0 + variance * room).sqrt();
                // Only worsening counts: a size below zero is no evidence, however large.
                let told = along.max(0.0) * narrower;
                let factor = exp((0.5 * variance * told * told - worth).min(MOST)) * narrower;
                *total += weight * factor;
            }
        }
        let begun = totals.iter().zip(&self.onset).filter(|(_, onset)| **onset > since);
        let total: f32 = begun.map(|(total, _)| total).sum();
        f64::from(total) / (SHAPES * DAYS) as f64
    }
}

fn set(slots: &mut Slots, slot: usize, value: f32) {
    if let Some(cell) = slots.get_mut(slot) {
        *cell = value;
    }
}

/// e to the `x`, within 3 in 100,000 from -80 to 80: written out because it becomes vector
/// instructions, and the same bits on every platform.
fn exp(x: f32) -> f32 {
    // Adding 1.5 · 2^23 rounds to a whole number, which then stands in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    let x = x.max(-80.0) * std::f32::consts::LOG2_E;
    let rounded = x + ROUND;
    let rest = (x - (rounded - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0))));
    // 2 to the whole number, by its exponent's bits.
    let whole = rounded.to_bits().wrapping_sub(ROUND.to_bits());
    f32::from_bits(whole.wrapping_add(127) << 23) * series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::Reference;

    #[test]
    fn the_written_out_exponential_is_the_exponential() {
        for n in -800..=300 {
            let x = n as f32 / 10.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-4, "{x}");
        }
    }

    /// Forty stable days, then what is given; the pattern is learnt from all of it.
    fn evidence(after: &[f64]) -> f64 {
        let (mut changes, mut reference) = (Changes::default(), Reference::default());
        let stable = (0..40).map(|day| 3.0 + f64::from(day % 3) - 1.0);
        for (day, y) in (0..).zip(stable.chain(after.iter().copied())) {
            let white = White { carried: 0.0, scale: 1.0, x: [1.0, 0.0, 0.0], y };
            reference.learn(&white.x, y, 1.0);
            changes.report(day, false, &white);
        }
        changes.evidence(&reference.given(0.9), NEVER)
    }

    #[test]
    fn a_step_and_a_ramp_are_likelier_than_nothing_and_a_stable_series_is_not() {
        assert!(evidence(&[3.0, 2.0, 4.0, 3.0, 2.0, 4.0, 3.0]) < 1.0);
        assert!(evidence(&[5.0, 4.0, 6.0, 5.0, 4.0, 6.0, 5.0]) > 20.0);
        let ramp: Vec<f64> = (0..14).map(|day| 3.0 + f64::from(day) * 0.2).collect();
        assert!(evidence(&ramp) > 20.0);
        let better = evidence(&[1.0, 2.0, 0.0, 1.0, 1.0, 0.0, 1.0]);
        assert!(better < 1.0, "better is no worsening: {better}");
    }

    #[test]
    fn what_began_before_a_day_that_was_spoken_of_counts_no_more() {
        let (mut changes, mut reference) = (Changes::default(), Reference::default());
        for day in 0..50 {
            let y = if day < 40 { 3.0 } else { 6.0 };
            let white = White { carried: 0.0, scale: 1.0, x: [1.0, 0.0, 0.0], y };
            reference.learn(&white.x, y, 1.0);
            changes.report(day, false, &white);
        }
        let pattern = reference.given(0.9);
        assert!(changes.evidence(&pattern, 39) > changes.evidence(&pattern, 45));
        assert_eq!(changes.evidence(&pattern, 49), 0.0);
    }
}
