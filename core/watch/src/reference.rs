//! The person's own pattern of one series: a Bayesian regression on the days of the cycle.
//!
//! `y ~ N(x·beta, sigma²)` with `x = (1, early bump, late bump)` and the population prior
//! `beta ~ N((2, 0.8, 0.5), diag(9, 1, 1))` of the design. `sigma²` is the posterior mean residual
//! variance with a prior worth sixteen reports, never below 0.7².

/// Level, early bump, late bump.
pub(crate) type Row = [f64; 3];

const PRIOR_MEAN: Row = [2.0, 0.8, 0.5];
const PRIOR_VARIANCE: Row = [9.0, 1.0, 1.0];
/// Least standard deviation of a report around the pattern, in points of 0–10.
const SIGMA_FLOOR: f64 = 0.7;
/// Prior standard deviation, and how many reports that prior is worth.
const SIGMA_PRIOR: f64 = 1.1;
const SIGMA_PRIOR_REPORTS: f64 = 16.0;

/// The regressors of a report `days` after the last administration: the early bump covers days
/// 1–4, the late one days 4–9, each at half height where it begins and ends.
pub(crate) fn regressors(days: Option<i32>) -> Row {
    let (early, late) = match days {
        Some(1..=3) => (1.0, 0.0),
        Some(4) => (0.5, 0.5),
        Some(5..=8) => (0.0, 1.0),
        Some(9) => (0.0, 0.5),
        _ => (0.0, 0.0),
    };
    [1.0, early, late]
}

/// What the reports so far teach about the pattern: sums, so that each report costs the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reference {
    /// Reports learnt from, however much they still weigh.
    pub reports: u32,
    weight: f64,
    xx: Symmetric,
    xy: Row,
    yy: f64,
    /// The standard deviation last worked out: where the next working out begins.
    sigma: Option<f64>,
}

/// The pattern at one moment.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    /// Level and bumps, posterior mean, in points.
    pub beta: Row,
    /// Their posterior covariance.
    pub covariance: Symmetric,
    /// Standard deviation of a report around the pattern, in points.
    pub sigma: f64,
}

impl Reference {
    /// Learns one report with weight 0–1.
    pub(crate) fn learn(&mut self, x: &Row, y: f64, weight: f64) {
        self.reports += 1;
        self.weight += weight;
        self.yy += weight * y * y;
        self.xx.add(x, weight);
        for (xy, xi) in self.xy.iter_mut().zip(x) {
            *xy += weight * xi * y;
        }
    }

    /// Makes what was learnt count for less.
    pub(crate) fn loosen(&mut self, factor: f64) {
        self.weight *= factor;
        self.yy *= factor;
        self.xx = self.xx.times(factor);
        self.xy = self.xy.map(|cell| cell * factor);
    }

    /// The pattern these reports make likely. Weights and variance depend on each other: they are
    /// worked out in turn, from the last ones on, and follow within a report or two.
    pub(crate) fn pattern(&mut self) -> Pattern {
        let pattern = self.given(self.sigma.unwrap_or(SIGMA_PRIOR));
        let fitted = dot(&pattern.beta, &self.xy);
        let quadratic = dot(&pattern.beta, &self.xx.dot(&pattern.beta));
        let residual = (self.yy - 2.0 * fitted + quadratic).max(0.0);
        let prior = SIGMA_PRIOR_REPORTS * SIGMA_PRIOR * SIGMA_PRIOR;
        let sigma = ((residual + prior) / (self.weight + SIGMA_PRIOR_REPORTS)).sqrt();
        let sigma = sigma.max(SIGMA_FLOOR);
        self.sigma = Some(sigma);
        self.given(sigma)
    }

    /// The posterior of level and bumps when a report has this standard deviation.
    pub(crate) fn given(&self, sigma: f64) -> Pattern {
        let noise = 1.0 / (sigma * sigma);
        let Symmetric([a, b, c, d, e, f]) = self.xx.times(noise);
        let [level, early, late] = PRIOR_VARIANCE.map(|variance| 1.0 / variance);
        let covariance = Symmetric([a + level, b, c, d + early, e, f + late]).inverse();
        let mut target = self.xy.map(|cell| cell * noise);
        for (t, (mean, variance)) in target.iter_mut().zip(PRIOR_MEAN.iter().zip(PRIOR_VARIANCE)) {
            *t += mean / variance;
        }
        Pattern { beta: covariance.dot(&target), covariance, sigma }
    }
}

impl Pattern {
    /// What it says of a report: the expected value, and the standard deviation of the prediction.
    pub(crate) fn predict(&self, x: &Row) -> (f64, f64) {
        let doubt = dot(x, &self.covariance.dot(x));
        (dot(&self.beta, x), (self.sigma * self.sigma + doubt).sqrt())
    }
}

pub(crate) fn dot([a0, a1, a2]: &Row, [b0, b1, b2]: &Row) -> f64 {
    a0 * b0 + a1 * b1 + a2 * b2
}

/// A symmetric 3×3 matrix, its upper triangle by rows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Symmetric(pub [f64; 6]);

impl Symmetric {
    fn add(&mut self, [x, y, z]: &Row, weight: f64) {
        let products = [x * x, x * y, x * z, y * y, y * z, z * z];
        for (cell, product) in self.0.iter_mut().zip(products) {
            *cell += weight * product;
        }
    }

    fn times(&self, factor: f64) -> Self {
        Self(self.0.map(|cell| cell * factor))
    }

    /// The product with a column.
    pub(crate) fn dot(&self, [x, y, z]: &Row) -> Row {
        let Self([a, b, c, d, e, f]) = self;
        [a * x + b * y + c * z, b * x + d * y + e * z, c * x + e * y + f * z]
    }

    /// Inverse of a positive definite matrix, by cofactors.
    fn inverse(&self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let (m00, m01, m02) = (d * f - e * e, c * e - b * f, b * e - c * d);
        let one = 1.0 / (a * m00 + b * m01 + c * m02);
        let (m11, m12, m22) = (a * f - c * c, b * c - a * e, a * d - b * b);
        Self([m00, m01, m02, m11, m12, m22]).times(one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_reports_the_pattern_is_the_populations() {
        let pattern = Reference::default().given(SIGMA_PRIOR);
        for (beta, prior) in pattern.beta.iter().zip(PRIOR_MEAN) {
            assert!((beta - prior).abs() < 1e-9);
        }
    }

    #[test]
    fn many_reports_teach_the_persons_own_level_and_bumps() {
        let mut reference = Reference::default();
        for cycle in 0..40 {
            for day in 0..21 {
                let x = regressors(Some(day));
                // A deterministic ripple stands for noise.
                let ripple = f64::from((cycle * 7 + day * 3) % 5 - 2) * 0.5;
                let y = 5.0 + 2.0 * x[1] + 1.0 * x[2] + ripple;
                reference.learn(&x, y, 1.0);
            }
        }
        let pattern = reference.pattern();
        for (beta, truth) in pattern.beta.iter().zip([5.0, 2.0, 1.0]) {
            assert!((beta - truth).abs() < 0.15, "{:?}", pattern.beta);
        }
        assert!((pattern.sigma - 0.72).abs() < 0.05, "{}", pattern.sigma);
    }

    #[test]
    fn the_inverse_times_the_matrix_is_the_identity() {
        let m = Symmetric([4.0, 1.0, 0.5, 3.0, 0.2, 2.0]);
        let inverse = m.inverse();
        for (i, unit) in [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].into_iter().enumerate()
        {
            let back = inverse.dot(&m.dot(&unit));
            for (j, cell) in back.iter().enumerate() {
                assert!((cell - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
    }
}
