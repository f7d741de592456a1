//! Living through the days: draws one person from a spec and writes their diary.

use vigie_model::{Answer, DailyEntry, Item, Rating};

use crate::chance::{Chance, Stream};
use crate::{
    Cycles, Gaps, ItemSpec, PatientSpec, Shape, SimulatedPatient, Spread, Tails, TruePattern,
    Worsening,
};

/// One made-up person: what is behind the answers, which no detector gets to see.
#[derive(Debug)]
pub struct Patient<'a> {
    spec: &'a PatientSpec,
    /// Days since the latest administration, for each day; `None` before the first.
    cycle_days: Vec<Option<u16>>,
    people: Vec<Pattern<'a>>,
}

/// How one item behaves in this person.
#[derive(Debug)]
struct Pattern<'a> {
    spec: &'a ItemSpec,
    truth: TruePattern,
    chance: Chance,
}

impl<'a> Patient<'a> {
    /// The diary and the truth of one person of this kind. The same spec and seed give the same
    /// patient on every platform. With one seed, specs that differ only in a worsening, in what is
    /// logged or in one more item at the end of the list share all their luck, so they can be
    /// compared pair by pair.
    pub fn simulate(spec: &'a PatientSpec, seed: u64) -> SimulatedPatient {
        let mut chance = Chance::new(seed, Stream::Cycles);
        let given = administrations(&spec.cycles, spec.days, &mut chance);
        let logged: Vec<bool> = given.iter().map(|_| !chance.happens(spec.unlogged)).collect();
        Self::given_on(spec, seed, &given).live(seed, &given, &logged)
    }

    /// The person this seed draws, treated on these days (counted from the start, rising).
    pub(crate) fn given_on(spec: &'a PatientSpec, seed: u64, given: &[u16]) -> Self {
        let cycle_days = (0..spec.days)
            .map(|day| {
                let latest = given.iter().rev().find(|&&g| g <= day)?;
                Some(day - latest)
            })
            .collect();
        let people = spec
            .items
            .iter()
            .enumerate()
            .map(|(place, item)| Pattern::draw(spec, item, Chance::new(seed, Stream::Item(place))))
            .collect();
        Self { spec, cycle_days, people }
    }

    /// Writes the diary. `logged` goes with `given`, one by one.
    pub(crate) fn live(mut self, seed: u64, given: &[u16], logged: &[bool]) -> SimulatedPatient {
        let spec = self.spec;
        let day = |after: u16| spec.start.plus(i32::from(after));
        let mut entries: Vec<DailyEntry> =
            (0..spec.days).map(|d| DailyEntry::new(day(d))).collect();
        for (&on, _) in given.iter().zip(logged).filter(|(_, logged)| **logged) {
            if let Some(entry) = entries.get_mut(usize::from(on)) {
                entry.administration = Some(spec.cycles.treatment.clone());
            }
        }
        let attendance = attendance(&spec.gaps, spec.days, seed);
        let patterns = self.people.iter().map(|pattern| pattern.truth.clone()).collect();
        for pattern in &mut self.people {
            pattern.answer(spec, &self.cycle_days, &attendance, &mut entries);
        }
        entries.retain(|entry| !entry.is_empty());
        SimulatedPatient {
            entries,
            truth: spec.items.iter().filter_map(|i| truth(spec, i)).collect(),
            patterns,
            administrations: given.iter().map(|&on| day(on)).collect(),
        }
    }
}

/// The worsening planned for one item, if it falls inside the diary.
fn truth(spec: &PatientSpec, item: &ItemSpec) -> Option<Worsening> {
    let planned = item.worsening.filter(|w| w.after_days < spec.days)?;
    Some(Worsening {
        item: item.item.clone(),
        onset: spec.start.plus(i32::from(planned.after_days)),
        shape: planned.shape,
    })
}

/// The days treatment is given, counted from the start.
fn administrations(cycles: &Cycles, days: u16, chance: &mut Chance) -> Vec<u16> {
    let mut given = Vec::new();
    let mut day = chance.whole(0, cycles.first_within.saturating_sub(1));
    while day < days {
        given.push(day);
        // Both are drawn every time, so that a late cycle does not change the luck of the others.
        let late_by = chance.whole(cycles.late_by.0, cycles.late_by.1);
        let late = chance.happens(cycles.late);
        let next = cycles.length.max(1).saturating_add(if late { late_by } else { 0 });
        day = day.saturating_add(next);
    }
    given
}

/// What becomes of one day's check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attendance {
    Answered,
    TooUnwell,
    Missing,
}

/// Least and most days of a run of missing days.
const RUN: (u16, u16) = (3, 7);

fn attendance(gaps: &Gaps, days: u16, seed: u64) -> Vec<Attendance> {
    let mut chance = Chance::new(seed, Stream::Gaps);
    let mean_run = f64::from(RUN.0 + RUN.1) / 2.0;
    // A run starts on a day outside runs with the probability that makes runs fill their share.
    let starts = gaps.in_runs / (gaps.in_runs + mean_run * (1.0 - gaps.in_runs));
    let mut run_left = 0;
    (0..days)
        .map(|_| {
            if run_left == 0 && chance.happens(starts) {
                run_left = chance.whole(RUN.0, RUN.1);
            }
            if run_left > 0 {
                run_left -= 1;
                return Attendance::Missing;
            }
            match (chance.happens(gaps.single), chance.happens(gaps.too_unwell)) {
                (true, _) => Attendance::Missing,
                (false, true) => Attendance::TooUnwell,
                (false, false) => Attendance::Answered,
            }
        })
        .collect()
}

impl<'a> Pattern<'a> {
    fn draw(patient: &PatientSpec, spec: &'a ItemSpec, mut chance: Chance) -> Self {
        let mut person = |spread: Spread| chance.person(spread);
        let truth = TruePattern {
            item: spec.item.clone(),
            level: person(spec.level).clamp(0.0, 10.0),
            early: person(spec.early),
            late: person(spec.late),
            sd: chance.between(patient.noise.sd),
            rho: chance.between(patient.noise.rho),
        };
        Self { spec, truth, chance }
    }

    /// Writes this item's answer into every day's entry.
    fn answer(
        &mut self,
        patient: &PatientSpec,
        cycle_days: &[Option<u16>],
        attendance: &[Attendance],
        entries: &mut [DailyEntry],
    ) {
        let mut noise = self.truth.sd * self.chance.normal();
        let days = (0_u16..).zip(cycle_days).zip(attendance).zip(entries);
        for (((day, &cycle_day), &attendance), entry) in days {
            let rating = self.rating(patient, day, cycle_day, noise);
            // The luck is drawn whether or not it is used: a gap changes nothing after it.
            let skipped = self.chance.happens(patient.gaps.skipped);
            noise = self.next_noise(noise, patient.noise.tails);
            let Some(rating) = rating else { continue };
            let item = self.spec.item.clone();
            match attendance {
                Attendance::Missing => {}
                Attendance::TooUnwell => entry.end_too_unwell(&[item]),
                Attendance::Answered if skipped => {
                    entry.answer(item, Answer::Skipped);
                }
                Attendance::Answered => {
                    entry.answer(item, Answer::Rated(rating));
                }
            }
        }
    }

    /// Keeps the noise's standard deviation whatever the correlation.
    fn next_noise(&mut self, noise: f64, tails: Tails) -> f64 {
        let shock = match tails {
            Tails::Normal => self.chance.normal(),
            Tails::Heavy => self.chance.student3(),
        };
        let TruePattern { sd, rho, .. } = self.truth;
        let fresh = (1.0 - rho * rho).max(0.0).sqrt();
        rho * noise + sd * fresh * shock
    }

    /// What the person would say on a day; `None` where it would not be asked.
    fn rating(
        &self,
        patient: &PatientSpec,
        day: u16,
        cycle_day: Option<u16>,
        noise: f64,
    ) -> Option<Rating> {
        let [early, late] = patient.peaks.bumps(cycle_day);
        let changed = patient
            .unlogged_change
            .filter(|change| change.after_days <= day)
            .map_or(0.0, |change| change.bumps_by);
        let truth = &self.truth;
        let usual = truth.level + (truth.early + changed) * early + (truth.late + changed) * late;
        let felt = match self.spec.worsening.map(|w| (w.shape, day.checked_sub(w.after_days))) {
            None => usual,
            Some((Shape::New { level }, Some(_))) => level,
            Some((Shape::New { .. }, None)) => return before_it_appears(&self.spec.item),
            Some((_, None)) => usual,
            Some((Shape::Ramp { per_week }, Some(since))) => {
                usual + per_week * f64::from(since + 1) / 7.0
            }
            Some((Shape::Step { by }, Some(_))) => usual + by,
            Some((Shape::PeaksOnly { by }, Some(_))) if early + late > 0.0 => usual + by,
            Some((Shape::PeaksOnly { .. }, Some(_))) => usual,
        };
        Some(nearest_rating(felt + noise))
    }
}

/// Nobody is asked about a pain at a place that does not hurt; a symptom of the list is.
fn before_it_appears(item: &Item) -> Option<Rating> {
    item.site().is_none().then_some(Rating::MIN)
}

fn nearest_rating(points: f64) -> Rating {
    // Held inside 0–10 first, so the conversion cuts nothing off.
    let whole = points.round().clamp(0.0, 10.0) as u8;
    Rating::new(whole).unwrap_or(Rating::MAX)
}
