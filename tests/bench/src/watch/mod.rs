//! `vigie-bench watch`: the trend detector against published rules and generic change detectors,
//! at equal rates of false prompts, on simulated people no threshold was chosen on.
//!
//! Thresholds come from one range of seeds, every figure from another. The output is a text for
//! `docs/decisions/0005-trend.md`, the same on every run.

mod anchors;
mod baseline;
mod judges;
mod oracle;
mod peers;
mod people;
mod rule;
mod series;
mod table;
mod vigie;

use std::ops::Range;
use std::path::Path;

use vigie_model::Day;
use vigie_simulator::{PatientSpec, Shape, Stress, Symptoms};

use crate::contest::Failure;
use rule::{Rule, each, par_map};
use series::{Series, items};
use table::Row;

/// False prompts per 100 symptom-days at which detectors are compared: the design's.
const RATE: f64 = 0.21;
/// The seeds thresholds are chosen on begin here, those the figures come from there.
const CHOOSING: u64 = 10_000;
const HELD_OUT: u64 = 20_000;

/// How many patients a cohort has.
pub struct Size {
    /// With one symptom.
    one: u64,
    /// With eight.
    eight: u64,
    /// Of the other generator, stable and worsening each.
    odd: u64,
    /// For river, and for ruptures.
    peers: [u64; 2],
}

impl Size {
    fn of(quick: bool) -> Self {
        if quick {
            Self { one: 24, eight: 6, odd: 6, peers: [12, 6] }
        } else {
            Self { one: 1_500, eight: 600, odd: 1_000, peers: [1_000, 500] }
        }
    }
}

/// Where the Python with the packages is, or why there is none.
pub type Python<'a> = Result<&'a Path, &'a str>;

/// The cohorts: stable, each shape of worsening, each stress.
pub struct Cohorts {
    pub stable: PatientSpec,
    pub shapes: Vec<PatientSpec>,
    pub stresses: Vec<PatientSpec>,
}

impl Cohorts {
    fn of(symptoms: Symptoms) -> Result<Self, Failure> {
        let start = start()?;
        let worse = |shape| PatientSpec::worsening(start, symptoms, shape);
        let stress = |kind| PatientSpec::stress(start, symptoms, kind);
        Ok(Self {
            stable: PatientSpec::stable(start, symptoms),
            shapes: Shape::USUAL.map(worse).to_vec(),
            stresses: Stress::ALL.map(stress).to_vec(),
        })
    }

    /// All of them, in this order.
    pub fn all(&self) -> impl Iterator<Item = &PatientSpec> {
        std::iter::once(&self.stable).chain(&self.shapes).chain(&self.stresses)
    }
}

fn start() -> Result<Day, Failure> {
    Day::from_ymd(2025, 1, 6).ok_or_else(|| "no such day".into())
}

fn seeds(first: u64, count: u64) -> Vec<u64> {
    (first..first + count).collect()
}

/// Every part, as text.
pub fn run(quick: bool, python: Python) -> Result<String, Failure> {
    let size = Size::of(quick);
    let cohorts = Cohorts::of(Symptoms::One)?;
    // They are slow, and work while everything else is worked out.
    let peers = peers::start(&cohorts, &size, python);
    let stable: Vec<Vec<Series>> =
        par_map(&seeds(CHOOSING, size.one), |seed| items(&cohorts.stable, *seed));
    let rules: Vec<Rule> =
        [anchors::rules(), baseline::rules(), vigie::rules(), oracle::rules()]
            .concat()
            .into_iter()
            // The pack's threshold is what it is.
            .map(|rule| {
                if rule.threshold.is_finite() { rule } else { rule.calibrated(&stable, RATE, each) }
            })
            .collect();
    drop(stable);
    let mut rows = judge(&cohorts, &rules, HELD_OUT..HELD_OUT + size.one);
    let (mut notes, judged) = match peers {
        Ok(peers) => peers.rows(&size),
        Err(why) => (peers::not_run(&why), Vec::new()),
    };
    rows.extend(judged);
    let mut text = table::heading(1, "One symptom");
    text += &format!(
        "`cargo xtask bench watch{}`. Thresholds on {} stable patients (seeds from {CHOOSING}): at most {RATE} false prompts per \
         100\nsymptom-days. Figures on {} patients a row and cohort (seeds from {HELD_OUT}). Seven days after a prompt nothing about \
         this symptom.\nBaseline of STAR: the first report; weekly: the first report, then the first one seven days or more after the \
         last that counted;\nits rates are per daily symptom-day too. Its points are whole: one less has more false prompts than \
         allowed. 'worse': all shapes\nof worsening together. A cell is seen in 14 days, in 21 days (%), median delay (days).\n\n",
        if quick { " --quick" } else { "" },
        size.one,
        size.one,
    );
    text += &table::detection(&rows);
    text += "\nFalse prompts per 100 symptom-days under stress, at the same thresholds:\n\n";
    text += &table::stresses(&rows);
    notes.insert(0, '\n');
    text += &notes;
    text += &people::table(&Cohorts::of(Symptoms::Eight)?, &size, &rules);
    text += &judges::table(&size, &rules)?;
    Ok(text)
}

/// What each rule does on every cohort.
fn judge(cohorts: &Cohorts, rules: &[Rule], seeds: Range<u64>) -> Vec<Row> {
    let seeds: Vec<u64> = seeds.collect();
    let mut rows: Vec<Row> = rules.iter().map(Row::of).collect();
    for (cohort, spec) in cohorts.all().enumerate() {
        let outcomes = par_map(&seeds, |seed| {
            let items = items(spec, *seed);
            rules.iter().map(|rule| items.iter().map(|item| rule.judge(item)).collect()).collect()
        });
        table::distribute(&mut rows, cohort, outcomes);
    }
    rows
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_table_is_printed_and_the_second_time_the_same() {
        let text = super::run(true, Err("not asked for")).unwrap();
        for part in [
            "STAR daily, as published",
            "former baseline",
            "oracle",
            "Vigie, the pack's threshold",
            "not run: not asked for",
            "Eight symptoms",
            "Other judges",
        ] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert!(!text.contains("NaN"), "{text}");
        assert_eq!(super::run(true, Err("not asked for")).unwrap(), text);
    }
}
