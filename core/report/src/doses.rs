//! Medicines on a schedule: which doses were due, and what was noted of each. What nobody noted is neither taken nor missed.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{
    By, CareEvent, Day, Intake, IntakeStatus, Label, Medicine, Moment, Relief, Schedule,
};
use vigie_words::folded;

use crate::Span;

/// One dose that was due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dose {
    /// The day.
    pub day: Day,
    /// Minutes since midnight, 0 to 1439.
    pub minute: u16,
    /// The medicine's name.
    pub medicine: Label,
    /// What was noted of it; `None` when nothing was.
    pub intake: Option<Intake>,
}

/// How many doses of a medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Doses {
    /// That were due up to now.
    pub due: u32,
    /// That were taken in time.
    pub taken: u32,
    /// That were taken late.
    pub late: u32,
    /// That were not taken.
    pub missed: u32,
    /// Of which nothing was noted.
    pub not_noted: u32,
    /// That were noted beside those that were due.
    pub more: u32,
}

/// How often a medicine was taken as needed, and how far it helped after an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AsNeeded {
    /// Times it was taken.
    pub times: u32,
    /// Days on which it was.
    pub days: u32,
    /// Times it helped well.
    pub good: u32,
    /// Times it helped somewhat.
    pub some: u32,
    /// Times it did not help.
    pub none: u32,
    /// Times nothing was said of it.
    pub not_said: u32,
}

/// One medicine over a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineRow {
    /// Its name, as it was last told.
    pub name: Label,
    /// On a schedule: as it was last told, and by whom.
    pub scheduled: Option<By<Medicine>>,
    /// As needed: as it was last told, and by whom.
    pub needed: Option<By<Medicine>>,
    /// Doses on its schedule.
    pub doses: Doses,
    /// Doses as needed.
    pub as_needed: AsNeeded,
}

/// The doses of every medicine on a schedule that are due in a period, in the order of time.
pub fn doses(care: &[By<CareEvent>], period: Span) -> Vec<Dose> {
    let mut doses: Vec<Dose> =
        grouped(&settled(care)).into_values().flat_map(|group| matched(&group, period).0).collect();
    doses.sort_by(|a, b| (a.day, a.minute, &a.medicine).cmp(&(b.day, b.minute, &b.medicine)));
    doses
}

/// Every medicine that was due, or taken, in a period, by name. A dose counts once its time has come.
pub fn medicines(care: &[By<CareEvent>], period: Span, now: Moment) -> Vec<MedicineRow> {
    grouped(&settled(care)).into_values().filter_map(|group| row(&group, period, now)).collect()
}

/// By which a medicine is known: as [`vigie_words::is_same`] compares.
fn key(name: &Label) -> String {
    folded(name.as_str().trim())
}

/// What was told, as it holds: what two copies of a journal told alike is one, and a medicine that was described anew ends the
/// day before. A medicine on a schedule and the same one as needed stand beside each other, and so do descriptions of one day.
pub(crate) fn settled(care: &[By<CareEvent>]) -> Vec<By<CareEvent>> {
    let mut all: Vec<By<CareEvent>> = Vec::new();
    let mut of_day: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
    for one in care {
        let places = of_day.entry(one.told.day()).or_default();
        let known = |at: &usize| all.get(*at).is_some_and(|there| there.told == one.told);
        if !places.iter().any(known) {
            places.push(all.len());
            all.push(one.clone());
        }
    }
    let track = |one: &Medicine| (key(&one.name), one.schedule == Schedule::AsNeeded);
    let mut begins: BTreeMap<(String, bool), BTreeSet<Day>> = BTreeMap::new();
    for one in &all {
        if let CareEvent::Medicine(medicine) = &one.told {
            begins.entry(track(medicine)).or_default().insert(medicine.day);
        }
    }
    for one in &mut all {
        if let CareEvent::Medicine(medicine) = &mut one.told {
            let days = begins.get(&track(medicine));
            let next = days.and_then(|days| days.range(medicine.day.plus(1)..).next());
            let ends = medicine.until.into_iter().chain(next.map(|day| day.plus(-1)));
            medicine.until = ends.min();
        }
    }
    all
}

/// One medicine: its descriptions on a schedule, those as needed, and what was noted of it.
#[derive(Default)]
struct Group<'a> {
    scheduled: Vec<By<&'a Medicine>>,
    as_needed: Vec<By<&'a Medicine>>,
    intakes: Vec<&'a Intake>,
}

impl Group<'_> {
    /// The times of one day at which it is due.
    fn due_on(&self, day: Day) -> BTreeSet<u16> {
        self.scheduled.iter().flat_map(|one| one.told.due_on(day)).copied().collect()
    }

    /// Whether it may be taken as needed on a day.
    fn is_as_needed_on(&self, day: Day) -> bool {
        let holds = |one: &Medicine| one.day <= day && one.until.is_none_or(|until| day <= until);
        self.scheduled.is_empty() || self.as_needed.iter().any(|one| holds(one.told))
    }

    fn name(&self) -> Option<&Label> {
        let told = self.scheduled.iter().chain(&self.as_needed);
        told.max_by_key(|one| one.told.day).map(|one| &one.told.name)
    }
}

/// By name. An intake of a medicine that nobody told is no medicine's.
fn grouped(care: &[By<CareEvent>]) -> BTreeMap<String, Group<'_>> {
    let mut groups: BTreeMap<String, Group<'_>> = BTreeMap::new();
    for one in care {
        if let CareEvent::Medicine(medicine) = &one.told {
            let group = groups.entry(key(&medicine.name)).or_default();
            let told = match medicine.schedule {
                Schedule::AsNeeded => &mut group.as_needed,
                Schedule::Times { .. } => &mut group.scheduled,
            };
            told.push(By { author: one.author.clone(), told: medicine });
        }
    }
    for one in care {
        if let CareEvent::Intake(intake) = &one.told
            && let Some(group) = groups.get_mut(&key(&intake.medicine))
        {
            group.intakes.push(intake);
        }
    }
    for group in groups.values_mut() {
        group.scheduled.sort_by_key(|one| one.told.day);
        group.as_needed.sort_by_key(|one| one.told.day);
    }
    groups
}

/// So near its time it is that dose; farther from it, what is also taken as needed was taken so.
const NEAR_MINUTES: i64 = 120;
/// A dose is noted as early as this when the one before it was noted already.
const EARLY_MINUTES: i64 = 6 * 60;
/// A dose is noted as late as this.
const LATE_MINUTES: i64 = 16 * 60;

fn minutes(day: Day, minute: u16) -> i64 {
    i64::from(day.epoch_days()) * 24 * 60 + i64::from(minute)
}

/// The doses due in a period with what was noted of each, and what was noted beside them. What was noted at the very time
/// belongs to that dose, and is one dose however often it was noted: taken, when anybody noted so. What was noted at another
/// time belongs to a dose near it, be it that of the evening before, of which nothing was noted. What has no
/// time belongs to the first dose of its day that waits.
fn matched<'a>(group: &Group<'a>, period: Span) -> (Vec<Dose>, Vec<&'a Intake>) {
    let Some(name) = group.name() else { return (Vec::new(), Vec::new()) };
    let (first, last) = (period.from.plus(-1), period.to.plus(1));
    let mut doses: Vec<Dose> = Vec::new();
    for day in first.through(last) {
        let due = group.due_on(day).into_iter();
        doses.extend(due.map(|minute| Dose { day, minute, medicine: name.clone(), intake: None }));
    }
    let near = group.intakes.iter().copied().filter(|one| first <= one.day && one.day <= last);
    let (mut timed, mut untimed): (BTreeMap<(Day, u16), &Intake>, Vec<&Intake>) =
        Default::default();
    for intake in near {
        match intake.minute {
            Some(minute) => {
                let noted = timed.entry((intake.day, minute)).or_insert(intake);
                if rank(intake.status) < rank(noted.status) {
                    *noted = intake;
                }
            }
            None => untimed.push(intake),
        }
    }
    for dose in &mut doses {
        dose.intake = timed.remove(&(dose.day, dose.minute)).cloned();
    }
    let mut beside = Vec::new();
    for ((day, minute), intake) in timed {
        match nearest(&doses, minutes(day, minute)) {
            Some((n, distance)) if !is_beside(group, intake, distance) => {
                if let Some(dose) = doses.get_mut(n) {
                    dose.intake = Some(intake.clone());
                }
            }
            _ => beside.push(intake),
        }
    }
    for intake in untimed {
        let waits = |dose: &&mut Dose| dose.day == intake.day && dose.intake.is_none();
        match doses.iter_mut().find(waits) {
            Some(dose) => dose.intake = Some(intake.clone()),
            None => beside.push(intake),
        }
    }
    doses.retain(|dose| period.holds(dose.day));
    beside.retain(|intake| period.holds(intake.day));
    beside.sort_by_key(|intake| (intake.day, intake.minute));
    (doses, beside)
}

/// The dose that what was noted at a moment belongs to, and how far it is: the next one when it comes soon, otherwise the one
/// before, and the next one again when that is not waiting. Nobody takes a dose half a day before its time.
fn nearest(doses: &[Dose], at: i64) -> Option<(usize, i64)> {
    let waits = |n: usize, most: i64| {
        let dose = doses.get(n)?;
        let distance = (minutes(dose.day, dose.minute) - at).abs();
        (dose.intake.is_none() && distance <= most).then_some((n, distance))
    };
    let next = doses.partition_point(|dose| minutes(dose.day, dose.minute) < at);
    let before = next.checked_sub(1).and_then(|n| waits(n, LATE_MINUTES));
    let soon =
        waits(next, NEAR_MINUTES).filter(|(_, to)| before.is_none_or(|(_, from)| *to <= from));
    soon.or(before).or_else(|| waits(next, EARLY_MINUTES))
}

/// Whether it was rather taken as needed.
fn is_beside(group: &Group<'_>, intake: &Intake, distance: i64) -> bool {
    group.is_as_needed_on(intake.day) && (intake.relief.is_some() || distance > NEAR_MINUTES)
}

/// Of what was noted of one dose in two ways the first of these is believed: it keeps nobody from seeing that it was taken.
fn rank(status: IntakeStatus) -> u8 {
    match status {
        IntakeStatus::Taken => 0,
        IntakeStatus::Late => 1,
        IntakeStatus::Missed => 2,
    }
}

fn row(group: &Group<'_>, period: Span, now: Moment) -> Option<MedicineRow> {
    let (all, beside) = matched(group, period);
    let come = |dose: &&Dose| {
        dose.intake.is_some() || Moment::at(dose.day, dose.minute, now.offset_minutes) <= now
    };
    let mut doses = Doses::default();
    for dose in all.iter().filter(come) {
        doses.due += 1;
        match dose.intake.as_ref().map(|intake| intake.status) {
            Some(IntakeStatus::Taken) => doses.taken += 1,
            Some(IntakeStatus::Late) => doses.late += 1,
            Some(IntakeStatus::Missed) => doses.missed += 1,
            None => doses.not_noted += 1,
        }
    }
    let mut as_needed = AsNeeded::default();
    let mut last = None;
    for intake in beside.iter().filter(|intake| intake.status != IntakeStatus::Missed) {
        if !group.is_as_needed_on(intake.day) {
            doses.more += 1;
            continue;
        }
        as_needed.times += 1;
        as_needed.days += u32::from(last.replace(intake.day) != Some(intake.day));
        match intake.relief {
            Some(Relief::Good) => as_needed.good += 1,
            Some(Relief::Somewhat) => as_needed.some += 1,
            Some(Relief::NotAtAll) => as_needed.none += 1,
            None => as_needed.not_said += 1,
        }
    }
    // What ended before the period and was not taken in it is not told.
    let latest = |told: &[By<&Medicine>], taken: bool| {
        let latest = told.iter().rev().find(|one| one.told.day <= period.to)?;
        let in_use = latest.told.until.is_none_or(|until| until >= period.from);
        (in_use || taken).then(|| By { author: latest.author.clone(), told: latest.told.clone() })
    };
    let scheduled = latest(&group.scheduled, doses != Doses::default());
    let needed = latest(&group.as_needed, as_needed != AsNeeded::default());
    let told = [&scheduled, &needed].into_iter().flatten();
    let name = told.max_by_key(|one| one.told.day)?.told.name.clone();
    Some(MedicineRow { name, scheduled, needed, doses, as_needed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Beside, TableCell};

    fn day(n: i32) -> Day {
        "2026-11-02".parse::<Day>().unwrap().plus(n)
    }

    fn told(n: i32, item: &str, value: &str) -> By<CareEvent> {
        match TableCell::parse(day(n), item, value).unwrap() {
            TableCell::Beside(beside) => match *beside {
                Beside::Care(event) => By::person(event),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    fn event_of(one: &By<CareEvent>, name: &str) -> bool {
        match &one.told {
            CareEvent::Medicine(medicine) => medicine.name.as_str() == name,
            CareEvent::Intake(intake) => intake.medicine.as_str() == name,
            _ => false,
        }
    }

    fn doses_on(care: &[By<CareEvent>], day: Day) -> Vec<Dose> {
        doses(care, Span { from: day, to: day })
    }

    fn of(care: &[By<CareEvent>], days: i32, hour: u16) -> Vec<MedicineRow> {
        let period = Span { from: day(0), to: day(days - 1) };
        medicines(care, period, Moment::at(day(days - 1), hour * 60, 60))
    }

    #[test]
    fn what_nobody_noted_is_neither_taken_nor_missed() {
        let mut care = vec![told(0, "medicine:anticancer", "capécitabine | 08:00,20:00 14/7")];
        for n in 0..10 {
            care.push(told(n, "intake:taken", "capécitabine | 08:00"));
        }
        care.push(told(3, "intake:missed", "CAPÉCITABINE | 20:00 | | nausée"));
        care.push(told(4, "intake:late", "capécitabine"));
        let rows = of(&care, 21, 12);
        let doses = Doses { due: 28, taken: 10, late: 1, missed: 1, not_noted: 16, more: 0 };
        assert_eq!(rows[0].doses, doses);
    }

    #[test]
    fn a_dose_counts_once_its_time_has_come_or_it_was_noted() {
        let mut care = vec![told(0, "medicine:other", "M | 08:00,20:00")];
        assert_eq!(of(&care, 1, 7)[0].doses.due, 0);
        assert_eq!(of(&care, 1, 12)[0].doses.due, 1);
        care.push(told(0, "intake:taken", "M | 20:00"));
        let doses = Doses { due: 2, taken: 1, not_noted: 1, ..Doses::default() };
        assert_eq!(of(&care, 1, 12)[0].doses, doses);
    }

    #[test]
    fn taken_at_another_time_it_is_the_next_dose_of_the_day_and_one_too_many_is_told() {
        let mut care = vec![told(0, "medicine:other", "M | 08:00")];
        care.push(told(0, "intake:taken", "M | 09:10"));
        let doses = Doses { due: 1, taken: 1, ..Doses::default() };
        assert_eq!(of(&care, 1, 12)[0].doses, doses);
        care.push(told(0, "intake:taken", "M | 11:00"));
        assert_eq!(of(&care, 1, 12)[0].doses, Doses { more: 1, ..doses });
    }

    #[test]
    fn what_is_taken_as_needed_is_told_with_its_relief() {
        let mut care = vec![told(-90, "medicine:painkiller", "morphine | as-needed")];
        for (n, at, relief) in [(0, "08:00", "good"), (0, "14:00", "none"), (2, "03:00", "")] {
            care.push(told(n, "intake:taken", &format!("morphine | {at} | {relief}")));
        }
        let taken = AsNeeded { times: 3, days: 2, good: 1, none: 1, not_said: 1, some: 0 };
        let rows = of(&care, 7, 12);
        assert_eq!((rows[0].as_needed, rows[0].doses), (taken, Doses::default()));
    }

    #[test]
    fn a_new_description_stands_in_the_place_of_the_one_before() {
        let care = [
            told(0, "medicine:other", "M | 08:00,20:00"),
            told(2, "medicine:other", "M | 08:00 | | less"),
            told(-60, "medicine:other", "over | 08:00 | 2026-10-01"),
        ];
        let rows = of(&care, 4, 23);
        assert_eq!(rows.len(), 1, "what ended before the period is not told");
        assert_eq!(rows[0].doses.due, 6);
        let told = &rows[0].scheduled.as_ref().unwrap().told;
        assert_eq!(told.dose.as_ref().unwrap().as_str(), "less");
        assert_eq!(doses_on(&care, day(1)).len(), 2);
        assert_eq!(doses_on(&care, day(3))[0].intake, None);
    }

    #[test]
    fn a_dose_noted_in_two_copies_is_one_dose_and_taken_when_anybody_noted_so() {
        let mut care = vec![told(0, "medicine:anticancer", "M | 08:00,20:00")];
        care.push(told(0, "intake:missed", "M | 08:00"));
        care.push(told(0, "intake:taken", "M | 08:00"));
        care.push(told(0, "intake:taken", "m | 08:00"));
        let doses = doses_on(&care, day(0));
        assert_eq!(doses[0].intake.as_ref().unwrap().status, IntakeStatus::Taken);
        assert_eq!(doses[1].intake, None, "nobody noted the evening");
    }

    #[test]
    fn what_was_replaced_and_then_ended_does_not_come_back() {
        let care = [
            told(0, "medicine:anticancer", "M | 08:00,20:00"),
            told(2, "medicine:anticancer", "M | 08:00 | 2026-11-06 | less"),
        ];
        assert_eq!(doses_on(&care, day(1)).len(), 2);
        assert_eq!(doses_on(&care, day(2)).len(), 1);
        assert!(doses_on(&care, day(10)).is_empty());
    }

    #[test]
    fn a_dose_at_another_time_is_the_nearest_one_be_it_of_the_evening_before() {
        let mut care = vec![told(0, "medicine:anticancer", "capécitabine | 08:00,20:00")];
        care.push(told(1, "intake:taken", "Capecitabine | 19:50"));
        care.push(told(1, "intake:late", "capécitabine | 00:30"));
        care.push(told(0, "medicine:other", "once | 08:00"));
        care.push(told(2, "intake:late", "once | 21:00"));
        care.push(told(4, "intake:taken", "once | 08:05"));
        let once = |n: i32| {
            doses_on(&care, day(n))
                .iter()
                .any(|dose| dose.medicine.as_str() == "once" && dose.intake.is_some())
        };
        assert_eq!([1, 2, 3, 4, 5].map(once), [false, true, false, true, false]);
        care.retain(|one| !event_of(one, "once"));
        let noted = |n: i32| -> Vec<bool> {
            doses_on(&care, day(n)).iter().map(|dose| dose.intake.is_some()).collect()
        };
        assert_eq!((noted(0), noted(1)), (vec![false, true], vec![false, true]));
    }

    #[test]
    fn the_same_medicine_at_fixed_times_and_as_needed_is_both() {
        let mut care = vec![
            told(0, "medicine:painkiller", "morphine | 08:00,20:00"),
            told(0, "medicine:painkiller", "morphine | as-needed"),
        ];
        for (at, relief) in [("08:10", ""), ("14:00", ""), ("20:20", "good")] {
            care.push(told(0, "intake:taken", &format!("morphine | {at} | {relief}")));
        }
        let rows = of(&care, 1, 23);
        assert_eq!((rows[0].doses.due, rows[0].doses.taken, rows[0].as_needed.times), (2, 1, 2));
        let (fixed, needed) = (rows[0].scheduled.as_ref(), rows[0].needed.as_ref());
        assert_eq!(fixed.unwrap().told.schedule.to_string(), "08:00,20:00");
        assert_eq!(needed.unwrap().told.schedule, Schedule::AsNeeded);
    }

    #[test]
    fn a_dose_after_the_end_is_told_as_one_more_and_never_as_needed() {
        let care = [
            told(0, "medicine:anticancer", "M | 08:00 | 2026-11-04"),
            told(4, "intake:taken", "M | 08:00"),
        ];
        let rows = of(&care, 7, 12);
        assert_eq!((rows[0].doses.more, rows[0].as_needed.times), (1, 0));
    }

    #[test]
    fn two_strengths_of_one_day_are_both_due() {
        let care = [
            told(0, "medicine:anticancer", "M | 08:00 | | three"),
            told(0, "medicine:anticancer", "M | 20:00 | | two"),
        ];
        let due: Vec<u16> = doses_on(&care, day(3)).iter().map(|dose| dose.minute).collect();
        assert_eq!(due, [480, 1200]);
    }
}
