//! What a detector gets to see of one item, and what an oracle may know besides.

use vigie_model::{DailyEntry, Day, Item};
use vigie_simulator::score::Outcome;
use vigie_simulator::{Patient, PatientSpec, Shape, SimulatedPatient, TruePattern};

/// One rating.
#[derive(Debug, Clone, Copy)]
pub struct Report {
    pub day: Day,
    pub y: f64,
    /// Days since the last administration of the diary.
    pub cycle_day: Option<i32>,
}

/// What a report is like while nothing is wrong: an oracle's knowledge.
#[derive(Debug, Clone, Copy)]
pub struct Usual {
    /// Expected rating, after rounding and at the ends of the scale.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// Whether a bump of the cycle lies on this day.
    pub peak: bool,
}

/// One item of one patient.
#[derive(Debug, Clone)]
pub struct Series {
    pub item: Item,
    /// Oldest first.
    pub reports: Vec<Report>,
    /// The diary with the answers to this item alone.
    pub entries: Vec<DailyEntry>,
    pub onset: Option<Day>,
    /// One for each report; empty where the truth is not of that kind.
    pub usual: Vec<Usual>,
    /// Correlation of the noise from one day to the next.
    pub rho: f64,
}

impl Series {
    /// One item of a diary.
    pub fn new(entries: &[DailyEntry], item: &Item, onset: Option<Day>) -> Self {
        let mut series = Self {
            item: item.clone(),
            reports: Vec::new(),
            entries: Vec::with_capacity(entries.len()),
            onset,
            usual: Vec::new(),
            rho: 0.0,
        };
        let mut given = None;
        for entry in entries {
            if entry.administration.is_some() {
                given = Some(entry.day);
            }
            let mut alone = DailyEntry::new(entry.day);
            alone.administration.clone_from(&entry.administration);
            if let Some(rating) = entry.answers.get(item).and_then(|answer| answer.rating()) {
                let cycle_day = given.map(|given| entry.day.since(given));
                series.reports.push(Report { day: entry.day, y: rating.into(), cycle_day });
            }
            if let Some(answer) = entry.answers.get(item) {
                alone.answer(item.clone(), *answer);
            }
            if !alone.is_empty() {
                series.entries.push(alone);
            }
        }
        series
    }

    /// Every item of a simulated patient, with what the oracle knows.
    pub fn of(patient: &SimulatedPatient, spec: &PatientSpec) -> Vec<Self> {
        let items = spec.items.iter().zip(&patient.patterns);
        let series = items.map(|(item, truth)| {
            let mut series = Self::new(&patient.entries, &item.item, patient.onset(&item.item));
            // A symptom that is not there yet: zero, whatever the pattern drawn for it.
            let absent = matches!(item.worsening.map(|w| w.shape), Some(Shape::New { .. }));
            let usual = |report: &Report| usual(patient, spec, truth, absent, report.day);
            series.usual = series.reports.iter().map(usual).collect();
            series.rho = truth.rho;
            series
        });
        series.collect()
    }

    /// What came of these prompts.
    pub fn outcome(&self, prompts: impl IntoIterator<Item = Day>) -> Outcome {
        Outcome {
            prompts: prompts.into_iter().collect(),
            observed: self.reports.iter().map(|report| report.day).collect(),
            onset: self.onset,
        }
    }
}

/// The patient of a seed, as [`vigie_simulator::cohort`] makes them.
pub fn items(spec: &PatientSpec, seed: u64) -> Vec<Series> {
    let (patient, spec) = patient(spec, seed);
    Series::of(&patient, &spec)
}

/// The same patient and the plan they were drawn from.
pub fn patient(spec: &PatientSpec, seed: u64) -> (SimulatedPatient, PatientSpec) {
    let spec = spec.clone().varied(seed);
    (Patient::simulate(&spec, seed), spec)
}

fn usual(
    patient: &SimulatedPatient,
    spec: &PatientSpec,
    truth: &TruePattern,
    absent: bool,
    day: Day,
) -> Usual {
    let given = patient.administrations.iter().rev().find(|given| **given <= day);
    let cycle_day = given.and_then(|given| u16::try_from(day.since(*given)).ok());
    let [early, late] = spec.peaks.bumps(cycle_day);
    let changed = spec
        .unlogged_change
        .filter(|change| day.since(spec.start) >= i32::from(change.after_days))
        .map_or(0.0, |change| change.bumps_by);
    let felt = truth.level + (truth.early + changed) * early + (truth.late + changed) * late;
    let (mean, sd) = if absent { (0.0, truth.sd) } else { rated(felt, truth.sd) };
    Usual { mean, sd, peak: early + late > 0.0 }
}

/// Mean and standard deviation of what is answered, from 0 to 10, when so much is felt, give or
/// take a normal error.
fn rated(felt: f64, sd: f64) -> (f64, f64) {
    let below = |limit: f64| 0.5 * libm::erfc((felt - limit) / (sd * std::f64::consts::SQRT_2));
    let (mut mean, mut square, mut before) = (0.0, 0.0, 0.0);
    for rating in 0..=10 {
        let rating = f64::from(rating);
        let now = if rating < 10.0 { below(rating + 0.5) } else { 1.0 };
        mean += rating * (now - before);
        square += rating * rating * (now - before);
        before = now;
    }
    // At the ends of the scale answers hardly vary; no detector should bet on never.
    (mean, (square - mean * mean).max(0.25).sqrt())
}
