//! Patients unlike those of [`crate::PatientSpec`]: another generator, so that a detector is not
//! judged by the assumptions it was made with.
//!
//! Noise is triangular and without memory, a cycle's bump rises at once and fades, and worsenings
//! have random sizes and shapes. Each [`Oddity`] adds one thing the detector does not know of.

use vigie_model::{Answer, DailyEntry, Day, Rating};

use crate::chance::{Chance, Stream};
use crate::{Shape, SimulatedPatient, Symptoms, Worsening};

/// Something the detector does not know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// Good and bad spells, a hidden Markov chain: a bad one comes every fortnight, lasts four days
    /// on average and adds 1 to 2.5 points to everything.
    Spells,
    /// Each day of the week has its own effect, of 0.6 points.
    Weekdays,
    /// Four answers of five go to the nearest of 0, 3, 5 and 8.
    Favourites,
    /// People who live near the end of the scale, at 6.5 to 9.
    Ceiling,
    /// Treatment every week, not every third.
    WeeklyCycle,
    /// The worse the day, the likelier it is not answered.
    BadDaysSkipped,
    /// Levels that drift by 0.5 to 1.5 points up and down over four to eight months.
    Drift,
    /// Half of the noise is the day's, common to all symptoms.
    SharedNoise,
}

impl Oddity {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Spells,
        Self::Weekdays,
        Self::Favourites,
        Self::Ceiling,
        Self::WeeklyCycle,
        Self::BadDaysSkipped,
        Self::Drift,
        Self::SharedNoise,
    ];
}

const FAVOURITES: [f64; 4] = [0.0, 3.0, 5.0, 8.0];

/// One symptom of one person.
struct Symptom {
    level: f64,
    /// Height of the bump on the day after treatment.
    bump: f64,
    sd: f64,
    /// Height of the drift, its length in days, and where it begins, in turns.
    drift: (f64, f64, f64),
    chance: Chance,
}

impl Symptom {
    fn draw(has: impl Fn(Oddity) -> bool, mut chance: Chance) -> Self {
        let level = if has(Oddity::Ceiling) { (6.5, 9.0) } else { (1.0, 4.0) };
        Self {
            level: chance.between(level),
            bump: chance.between((0.0, 3.0)),
            sd: chance.between((0.6, 1.4)),
            drift: (
                chance.between((0.5, 1.5)),
                chance.between((120.0, 240.0)),
                chance.between((0.0, 1.0)),
            ),
            chance,
        }
    }
}

/// Triangular from -2.4 to 2.4, with mean 0 and variance 1.
fn triangular(chance: &mut Chance) -> f64 {
    (chance.between((-1.0, 1.0)) + chance.between((-1.0, 1.0))) * 1.5_f64.sqrt()
}

/// A patient of this other kind, followed for 120 to 240 days, with a worsening of a random shape
/// and size when `worse`. The same arguments give the same patient on every platform.
pub fn odd_patient(
    start: Day,
    symptoms: Symptoms,
    oddities: &[Oddity],
    worse: bool,
    seed: u64,
) -> SimulatedPatient {
    let has = |oddity| oddities.contains(&oddity);
    let mut chance = Chance::new(seed, Stream::Odd);
    let days = chance.whole(120, 240);
    let onset = chance.whole(60, days - 30);
    let shape = random_shape(&mut chance);
    let weekdays: Vec<f64> = (0..7).map(|_| 0.6 * chance.normal()).collect();
    let spell = chance.between((1.0, 2.5));
    let (length, fading) = if has(Oddity::WeeklyCycle) { (7, 1.5) } else { (21, 4.0) };
    let first = chance.whole(0, length - 1);
    let items = symptoms.items();
    let changed = if worse { symptoms.worsening(shape) } else { 0..0 };
    let mut people: Vec<Symptom> = (0..items.len())
        .map(|place| Symptom::draw(has, Chance::new(seed, Stream::Item(place))))
        .collect();
    let mut bad = false;
    let mut entries = Vec::new();
    let mut administrations = Vec::new();
    for day in 0..days {
        let date = start.plus(day.into());
        bad = chance.happens(if bad { 0.75 } else { 1.0 / 14.0 });
        let cycle_day = day.checked_sub(first).map(|since| since % length);
        let mut entry = DailyEntry::new(date);
        if cycle_day == Some(0) {
            entry.administration = Some(None);
            administrations.push(date);
        }
        let bump = match cycle_day {
            Some(since) if since > 0 => libm::exp(-f64::from(since - 1) / fading),
            _ => 0.0,
        };
        let mut common = 0.0;
        if has(Oddity::Spells) && bad {
            common += spell;
        }
        if has(Oddity::Weekdays) {
            common += weekdays.get(usize::from(date.weekday())).copied().unwrap_or(0.0);
        }
        let shared = triangular(&mut chance);
        // Drawn on every day, so that a worsening changes nothing else.
        let (answers, likes) = (chance.unit(), chance.happens(0.8));
        let mut beyond = 0.0;
        let mut ratings = Vec::new();
        for (place, (symptom, item)) in people.iter_mut().zip(&items).enumerate() {
            let own = triangular(&mut symptom.chance);
            let half = if has(Oddity::SharedNoise) { 0.5 } else { 0.0_f64 };
            let noise = symptom.sd * (half.sqrt() * shared + (1.0 - half).sqrt() * own);
            let (height, period, turn) = symptom.drift;
            let drift = if has(Oddity::Drift) {
                let turns = f64::from(day) / period + turn;
                height * libm::sin(turns * std::f64::consts::TAU)
            } else {
                0.0
            };
            let usual = symptom.level + symptom.bump * bump + drift + common;
            let since = day.checked_sub(onset).map(f64::from);
            let felt = if changed.contains(&place) {
                felt(shape, usual, bump, since)
            } else {
                Some(usual)
            };
            // What is not there yet is rated 0, without noise.
            let felt = felt.map(|felt| felt + noise);
            beyond += felt.map_or(0.0, |felt| felt - symptom.level) / items.len() as f64;
            ratings.push((item, felt.unwrap_or(0.0)));
        }
        let answered =
            if has(Oddity::BadDaysSkipped) { (0.95 - 0.2 * beyond).clamp(0.2, 0.95) } else { 0.85 };
        if answers < answered {
            for (item, felt) in ratings {
                let felt = if has(Oddity::Favourites) && likes { favourite(felt) } else { felt };
                // Held inside 0–10 first, so the conversion cuts nothing off.
                let rating = Rating::new(felt.round().clamp(0.0, 10.0) as u8);
                entry.answer(item.clone(), Answer::Rated(rating.unwrap_or(Rating::MAX)));
            }
        }
        if !entry.is_empty() {
            entries.push(entry);
        }
    }
    let onset = start.plus(onset.into());
    let truth = items
        .iter()
        .enumerate()
        .filter(|(place, _)| changed.contains(place))
        .map(|(_, item)| Worsening { item: item.clone(), onset, shape })
        .collect();
    SimulatedPatient { entries, truth, administrations, patterns: Vec::new() }
}

/// A worsening of any shape: the sizes are half to one and a half times the usual ones.
fn random_shape(chance: &mut Chance) -> Shape {
    let size = chance.between((0.5, 1.5));
    match chance.whole(0, 3) {
        0 => Shape::Ramp { per_week: size },
        1 => Shape::Step { by: 2.0 * size },
        2 => Shape::New { level: 3.0 * size },
        _ => Shape::PeaksOnly { by: 2.0 * size },
    }
}

/// What is felt on a day before the noise, so many days after the onset; `None` while a new symptom
/// is not there. A ramp ends after three points, and peaks are worse as far as their bump goes.
fn felt(shape: Shape, usual: f64, bump: f64, since: Option<f64>) -> Option<f64> {
    let Some(since) = since else {
        return (!matches!(shape, Shape::New { .. })).then_some(usual);
    };
    Some(match shape {
        Shape::Ramp { per_week } => usual + (per_week * (since + 1.0) / 7.0).min(3.0),
        Shape::Step { by } => usual + by,
        Shape::New { level } => level,
        Shape::PeaksOnly { by } => usual + by * bump,
    })
}

fn favourite(felt: f64) -> f64 {
    let nearest = |a: &f64, b: &f64| (a - felt).abs().total_cmp(&(b - felt).abs());
    FAVOURITES.into_iter().min_by(nearest).unwrap_or(felt)
}
