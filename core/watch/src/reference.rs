//! The person's own pattern of one series: a Bayesian regression on the days of the cycle.
//!
//! `y ~ N(x·beta, sigma²)` with `x = (1, early bump, late bump)` and the population prior
//! `beta ~ N((2, 0.8, 0.5), diag(9, 1, 1))` of the design. `sigma²` is the posterior mean residual
//! variance with a prior worth four reports, never below 0.7².

/// Level, early bump, late bump.
pub(crate) type Row = [f64; 3];

const PRIOR_MEAN: Row = [2.0, 0.8, 0.5];
const PRIOR_VARIANCE: Row = [9.0, 1.0, 1.0];
/// Least standard deviation of a report around the pattern, in points of 0–10.
const SIGMA_FLOOR: f64 = 0.7;
/// Prior standard deviation, and how many reports that prior is worth.
const SIGMA_PRIOR: f64 = 1.1;
const SIGMA_PRIOR_REPORTS: f64 = 4.0;
/// Times the weights and the variance are worked out in turn; they settle within two.
const ROUNDS: usize = 3;

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
    xx: [[f64; 3]; 3],
    xy: Row,
    yy: f64,
}

/// The pattern at one moment.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    beta: Row,
    covariance: [[f64; 3]; 3],
    sigma: f64,
}

impl Reference {
    /// Learns one report with weight 0–1.
    pub(crate) fn learn(&mut self, x: &Row, y: f64, weight: f64) {
        self.reports += 1;
        self.weight += weight;
        self.yy += weight * y * y;
        for ((xx, xy), xi) in self.xx.iter_mut().zip(&mut self.xy).zip(x) {
            *xy += weight * xi * y;
            for (cell, xj) in xx.iter_mut().zip(x) {
                *cell += weight * xi * xj;
            }
        }
    }

    /// Makes what was learnt count for less: the treatment changed.
    pub(crate) fn loosen(&mut self, factor: f64) {
        self.weight *= factor;
        self.yy *= factor;
        self.xy.iter_mut().for_each(|cell| *cell *= factor);
        self.xx.iter_mut().flatten().for_each(|cell| *cell *= factor);
    }

    /// The pattern these reports make likely.
    pub(crate) fn pattern(&self) -> Pattern {
        let mut sigma = SIGMA_PRIOR;
        let mut pattern = self.given(sigma);
        for _ in 1..ROUNDS {
            let [b0, b1, b2] = pattern.beta;
            let fitted: f64 = pattern.beta.iter().zip(&self.xy).map(|(b, xy)| b * xy).sum();
            let quadratic: f64 = self
                .xx
                .iter()
                .zip(pattern.beta)
                .map(|([x0, x1, x2], b)| b * (x0 * b0 + x1 * b1 + x2 * b2))
                .sum();
            let residual = (self.yy - 2.0 * fitted + quadratic).max(0.0);
            let prior = SIGMA_PRIOR_REPORTS * SIGMA_PRIOR * SIGMA_PRIOR;
            sigma = ((residual + prior) / (self.weight + SIGMA_PRIOR_REPORTS)).sqrt();
            sigma = sigma.max(SIGMA_FLOOR);
            pattern = self.given(sigma);
        }
        pattern
    }

    fn given(&self, sigma: f64) -> Pattern {
        let noise = sigma * sigma;
        let mut precision = self.xx.map(|row| row.map(|cell| cell / noise));
        let mut target = self.xy.map(|cell| cell / noise);
        let prior = PRIOR_VARIANCE.iter().zip(PRIOR_MEAN);
        for (i, ((row, t), (variance, mean))) in
            precision.iter_mut().zip(&mut target).zip(prior).enumerate()
        {
            if let Some(cell) = row.get_mut(i) {
                *cell += 1.0 / variance;
            }
            *t += mean / variance;
        }
        let covariance = inverse(&precision);
        let beta = covariance.map(|row| row.iter().zip(&target).map(|(c, t)| c * t).sum());
        Pattern { beta, covariance, sigma }
    }
}

impl Pattern {
    /// How far a report lies above the pattern, in standard deviations of the prediction.
    pub(crate) fn residual(&self, x: &Row, y: f64) -> f64 {
        let expected: f64 = self.beta.iter().zip(x).map(|(b, x)| b * x).sum();
        let doubt: f64 = self
            .covariance
            .iter()
            .zip(x)
            .map(|(row, xi)| xi * row.iter().zip(x).map(|(c, xj)| c * xj).sum::<f64>())
            .sum();
        (y - expected) / (self.sigma * self.sigma + doubt).sqrt()
    }
}

/// Inverse of a symmetric positive definite matrix, by cofactors.
fn inverse([[a, b, c], [_, d, e], [_, _, f]]: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    let (m00, m01, m02) = (d * f - e * e, c * e - b * f, b * e - c * d);
    let determinant = a * m00 + b * m01 + c * m02;
    let (m11, m12, m22) = (a * f - c * c, b * c - a * e, a * d - b * b);
    [[m00, m01, m02], [m01, m11, m12], [m02, m12, m22]]
        .map(|row| row.map(|cell| cell / determinant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_reports_the_pattern_is_the_populations() {
        let pattern = Reference::default().pattern();
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
        assert!((pattern.sigma - 0.7).abs() < 0.05, "{}", pattern.sigma);
    }

    #[test]
    fn the_inverse_times_the_matrix_is_the_identity() {
        let m = [[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]];
        let inv = inverse(&m);
        for (i, row) in inv.iter().enumerate() {
            for j in 0..3 {
                let cell: f64 = row.iter().zip(&m).map(|(a, column)| a * column[j]).sum();
                assert!((cell - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
    }
}
