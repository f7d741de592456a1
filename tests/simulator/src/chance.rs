//! Where the luck comes from: a seeded generator and the few distributions used here.
//!
//! The normal distribution is written out instead of taken from `rand_distr`, which uses the
//! platform's logarithm as soon as any crate of the build turns on `num-traits/std`.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::Spread;

/// What a stream of luck is for. Streams are independent, so that one more symptom or a worsening
/// leaves everything else of the patient as it was.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    Cycles,
    Gaps,
    Variety,
    /// Of a patient of the other kind ([`crate::odd_patient`]): the days, whatever the item.
    Odd,
    /// The item with this place in the list.
    Item(usize),
}

impl Stream {
    fn number(self) -> u64 {
        match self {
            Self::Cycles => 0,
            Self::Gaps => 1,
            Self::Variety => 2,
            Self::Odd => 3,
            Self::Item(place) => 16 + place as u64,
        }
    }
}

/// A seeded source of luck, the same on every platform.
#[derive(Debug)]
pub(crate) struct Chance(ChaCha8Rng);

impl Chance {
    pub(crate) fn new(seed: u64, stream: Stream) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream.number());
        Self(generator)
    }

    /// Evenly from 0 to 1, 1 excluded.
    pub(crate) fn unit(&mut self) -> f64 {
        self.0.random()
    }

    /// Whether something of this probability (0 to 1) happens.
    pub(crate) fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number from `low` to `high`, both included; `low` when they are the wrong way round.
    pub(crate) fn whole(&mut self, low: u16, high: u16) -> u16 {
        self.0.random_range(low..=high.max(low))
    }

    /// Evenly from `low` to `high`.
    pub(crate) fn between(&mut self, (low, high): (f64, f64)) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Standard normal, by Marsaglia's polar method.
    pub(crate) fn normal(&mut self) -> f64 {
        loop {
            let (u, v) = (self.between((-1.0, 1.0)), self.between((-1.0, 1.0)));
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                return u * (-2.0 * libm::log(s) / s).sqrt();
            }
        }
    }

    /// Student's t with 3 degrees of freedom, scaled to variance 1.
    pub(crate) fn student3(&mut self) -> f64 {
        // t = z / sqrt(chi2 / 3) has variance 3; both threes cancel.
        let z = self.normal();
        let chi2: f64 = (0..3).map(|_| self.normal()).map(|x| x * x).sum();
        z / chi2.sqrt()
    }

    /// One person's value.
    pub(crate) fn person(&mut self, spread: Spread) -> f64 {
        spread.mean + spread.sd * self.normal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_and_variance(draw: impl Fn(&mut Chance) -> f64) -> (f64, f64) {
        let mut chance = Chance::new(1, Stream::Cycles);
        let values: Vec<f64> = (0..200_000).map(|_| draw(&mut chance)).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let squares = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>();
        (mean, squares / values.len() as f64)
    }

    #[test]
    fn the_normal_has_mean_0_and_variance_1_and_the_heavy_tail_too() {
        let (mean, variance) = mean_and_variance(Chance::normal);
        assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.02);
        // Its fourth moment is infinite, so the variance of a sample comes closer only slowly.
        let (mean, variance) = mean_and_variance(Chance::student3);
        assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.15);
    }

    #[test]
    fn streams_of_one_seed_differ() {
        let first = |stream| Chance::new(5, stream).unit();
        assert_ne!(first(Stream::Cycles), first(Stream::Gaps));
        assert_ne!(first(Stream::Item(0)), first(Stream::Item(1)));
    }
}
