//! The person `vigie demo` shows: ten weeks of docetaxel, and something getting worse at the end.
//!
//! The story is the same whatever the day: only the dates move.

use vigie_model::{
    Answer, DailyEntry, Day, Item, Label, PainDetail, PainQuality, PerformanceStatus, Rating,
    SymptomCode, Temperature, Weight,
};

use crate::{
    Cycles, Gaps, ItemSpec, Noise, Patient, PatientSpec, Peaks, PlannedWorsening, Shape,
    SimulatedPatient, Spread, Tails,
};

/// Length of the diary before today, in days.
pub const DEMO_DAYS: u16 = 70;
/// What is given.
pub const DEMO_TREATMENT: &str = "docétaxel";
/// Days from one administration to the next, when it is on time.
pub const DEMO_CYCLE_DAYS: u16 = 21;

// Days below count from the first day of the diary (0); today is day 70.

/// The third administration comes three days late; today is day 4 of the fourth cycle.
const GIVEN: [u16; 4] = [0, 21, 45, 66];
const MISSING: [u16; 11] = [9, 17, 18, 30, 31, 32, 40, 51, 52, 56, 61];
const TOO_UNWELL: u16 = 23;
const SKIPPED: [(u16, SymptomCode); 5] = [
    (14, SymptomCode::Nausea),
    (27, SymptomCode::Sleep),
    (36, SymptomCode::Tingling),
    (48, SymptomCode::Appetite),
    (60, SymptomCode::Nausea),
];
/// From here on fatigue is two points worse than on the same days of earlier cycles.
const FATIGUE_WORSE: u16 = 58;
/// From here on the general state is 2; before it was 1.
const STATE_WORSE: u16 = 60;
/// The new pain, day by day up to yesterday.
const NEW_PAIN: [(u16, u8); 6] = [(64, 2), (65, 3), (66, 3), (67, 4), (68, 3), (69, 4)];
/// Hundredths of a degree.
const TEMPERATURES: [(u16, i32); 6] =
    [(2, 3690), (10, 3680), (25, 3720), (47, 3710), (54, 3670), (68, 3730)];
/// Hundredths of a kilogram; a slow loss of 2 % in ten weeks.
const WEIGHTS: [(u16, i32); 5] = [(0, 7_140), (21, 7_110), (45, 7_060), (57, 7_030), (66, 7_000)];
/// Any seed would do; the tests hold the story for this one.
const SEED: u64 = 3;

/// Level, early bump and late bump in points, and today's answer.
const PATTERNS: [(SymptomCode, [f64; 3], u8); 6] = [
    (SymptomCode::Fatigue, [2.6, 1.4, 0.6], 7),
    (SymptomCode::Nausea, [0.4, 2.6, 0.2], 3),
    (SymptomCode::Appetite, [1.2, 1.8, 0.8], 4),
    (SymptomCode::MouthSores, [0.2, 0.4, 2.4], 1),
    (SymptomCode::Sleep, [2.6, 1.0, 0.2], 4),
    (SymptomCode::Tingling, [1.6, 0.4, 0.4], 2),
];

/// What the person of the demo is asked each day, in order; the new pain is not among them.
pub fn demo_list() -> Vec<Item> {
    PATTERNS.iter().map(|(code, ..)| (*code).into()).collect()
}

/// The place of the new pain, `pain:lower-back`.
pub fn demo_pain() -> Option<Item> {
    "pain:lower-back".parse().ok()
}

/// Ten weeks up to the day before `today` (which should lie in 1901–2199).
///
/// Four administrations, the third late; 59 of 70 days with an entry, one of them 'too unwell';
/// five answers skipped. In the last twelve days fatigue rises by two points, in the last ten the
/// general state goes from 1 to 2, and in the last six a pain in the lower back appears, 2 to 4,
/// not at night. Fatigue stays below 7 until today. Notes and questions are left to the caller.
pub fn demo_patient(today: Day) -> SimulatedPatient {
    let spec = demo_spec(today.plus(-i32::from(DEMO_DAYS)));
    let person = Patient::given_on(&spec, SEED, &GIVEN);
    let mut patient = person.live(SEED, &GIVEN, &GIVEN.map(|_| true));
    let list = demo_list();
    patient.entries.retain_mut(|entry| keep_day(entry, &list, spec.start));
    patient
}

/// Today's entry of the same person: fatigue 7 for the first time, and the pain, now 5, woke them
/// at night.
pub fn demo_today(today: Day) -> DailyEntry {
    let mut entry = DailyEntry::new(today);
    for (code, _, points) in PATTERNS {
        entry.answer(code.into(), rated(points));
    }
    add_pain(&mut entry, 5, true);
    entry.state = PerformanceStatus::new(2);
    entry.measures.temperature = Temperature::try_from(3_710).ok();
    entry
}

fn demo_spec(start: Day) -> PatientSpec {
    let mut items: Vec<ItemSpec> = PATTERNS
        .iter()
        .map(|(code, [level, early, late], _)| ItemSpec {
            item: (*code).into(),
            level: Spread::exactly(*level),
            early: Spread::exactly(*early),
            late: Spread::exactly(*late),
            worsening: None,
        })
        .collect();
    if let Some(fatigue) = items.first_mut() {
        fatigue.worsening =
            Some(PlannedWorsening { after_days: FATIGUE_WORSE, shape: Shape::Step { by: 2.0 } });
    }
    // Its ratings are scripted; this makes it part of the truth.
    items.extend(demo_pain().map(|pain| ItemSpec {
        worsening: Some(PlannedWorsening {
            after_days: NEW_PAIN[0].0,
            shape: Shape::New { level: 3.0 },
        }),
        ..ItemSpec::usual(pain)
    }));
    PatientSpec {
        start,
        days: DEMO_DAYS,
        cycles: Cycles {
            treatment: Label::new("treatment", DEMO_TREATMENT).ok(),
            length: DEMO_CYCLE_DAYS,
            first_within: 1,
            late: 0.0,
            late_by: (0, 0),
        },
        items,
        noise: Noise { sd: (0.6, 0.6), rho: (0.3, 0.3), tails: Tails::Normal },
        gaps: Gaps::NONE,
        peaks: Peaks::OnTime,
        unlogged: 0.0,
        unlogged_change: None,
    }
}

/// Makes one day tell the story; `false` for a day without an entry.
fn keep_day(entry: &mut DailyEntry, list: &[Item], start: Day) -> bool {
    let Ok(day) = u16::try_from(entry.day.since(start)) else {
        return false;
    };
    if MISSING.contains(&day) {
        return false;
    }
    if day == TOO_UNWELL {
        entry.answers.clear();
        entry.end_too_unwell(list);
        return true;
    }
    for (_, code) in SKIPPED.iter().filter(|(on, _)| *on == day) {
        entry.answer((*code).into(), Answer::Skipped);
    }
    hold_fatigue_below_today(entry);
    if let Some(points) = on(&NEW_PAIN, day) {
        add_pain(entry, points, false);
    }
    entry.state = PerformanceStatus::new(if day < STATE_WORSE { 1 } else { 2 });
    entry.measures.temperature = on(&TEMPERATURES, day).and_then(|t| t.try_into().ok());
    entry.measures.weight = on(&WEIGHTS, day).and_then(|w: i32| Weight::try_from(w).ok());
    true
}

/// Today's 7 has to be the first.
fn hold_fatigue_below_today(entry: &mut DailyEntry) {
    if let Some(Answer::Rated(rating)) = entry.answers.get_mut(&SymptomCode::Fatigue.into()) {
        *rating = (*rating).min(Rating::new(6).unwrap_or(Rating::MAX));
    }
}

fn add_pain(entry: &mut DailyEntry, points: u8, wakes_at_night: bool) {
    if let Some((item, site)) = demo_pain().and_then(|item| Some((item.clone(), item.site()?))) {
        entry.answer(item, rated(points));
        let detail = PainDetail { quality: Some(PainQuality::Aching), wakes_at_night };
        entry.pains.insert(site, detail);
    }
}

fn rated(points: u8) -> Answer {
    Answer::Rated(Rating::new(points).unwrap_or(Rating::MAX))
}

/// What a table says about a day.
fn on<T: Copy>(table: &[(u16, T)], day: u16) -> Option<T> {
    table.iter().find(|(on, _)| *on == day).map(|(_, said)| *said)
}
