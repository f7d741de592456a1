//! Medicines on a schedule: which doses were due, and what was noted of each. What nobody noted is neither taken nor missed.

use std::collections::BTreeMap;

use vigie_model::{
    By, CareEvent, Day, Intake, IntakeStatus, Label, Medicine, MedicineKind, Moment, Note, Relief,
    Schedule,
};

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
    /// Its name.
    pub name: Label,
    /// What it is for.
    pub kind: MedicineKind,
    /// How much, as it was last copied from the prescription.
    pub dose: Option<Label>,
    /// When it is due, as it was last told.
    pub schedule: Schedule,
    /// Doses on its schedule.
    pub doses: Doses,
    /// Doses as needed.
    pub as_needed: AsNeeded,
    /// Why doses were late or missed, oldest first.
    pub reasons: Vec<(Day, IntakeStatus, Note)>,
}

/// The doses of every medicine on a schedule that were due on a day, in the order of the day.
pub fn doses_on(care: &[By<CareEvent>], day: Day) -> Vec<Dose> {
    let mut doses: Vec<Dose> = grouped(care)
        .into_values()
        .flat_map(|group| matched(&group, Span { from: day, to: day }).0)
        .collect();
    doses.sort_by(|a, b| (a.minute, &a.medicine).cmp(&(b.minute, &b.medicine)));
    doses
}

/// Every medicine that was due, or taken, in a period, by name. A dose counts once its time has come.
pub fn medicines(care: &[By<CareEvent>], period: Span, now: Moment) -> Vec<MedicineRow> {
    grouped(care).into_values().filter_map(|group| row(&group, period, now)).collect()
}

/// A medicine as it was told, each time it changed, and what was noted of it.
#[derive(Default)]
struct Group<'a> {
    told: Vec<&'a Medicine>,
    intakes: Vec<&'a Intake>,
}

/// By name, whatever its capitals. An intake of a medicine that nobody told is no medicine's.
fn grouped(care: &[By<CareEvent>]) -> BTreeMap<String, Group<'_>> {
    let key = |name: &Label| name.as_str().to_lowercase();
    let mut groups: BTreeMap<String, Group<'_>> = BTreeMap::new();
    for one in care {
        if let CareEvent::Medicine(medicine) = &one.told {
            groups.entry(key(&medicine.name)).or_default().told.push(medicine);
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
        group.told.sort_by_key(|medicine| medicine.day);
        group.intakes.sort_by_key(|intake| (intake.day, intake.minute));
    }
    groups
}

/// The times of one day at which a medicine is due: where two descriptions hold on that day, the later one counts.
fn due<'a>(told: &[&'a Medicine], day: Day) -> Option<(&'a Medicine, &'a [u16])> {
    let holds = |medicine: &&&Medicine| {
        medicine.day <= day && medicine.until.is_none_or(|until| day <= until)
    };
    told.iter().rev().find(holds).map(|medicine| (*medicine, medicine.due_on(day)))
}

/// The doses due in a period with what was noted of each, and what was noted beside them. What was noted at the very time
/// belongs to that dose; the rest in the order of the day.
fn matched<'a>(group: &Group<'a>, period: Span) -> (Vec<Dose>, Vec<&'a Intake>) {
    let (mut doses, mut beside) = (Vec::new(), Vec::new());
    for day in period.from.through(period.to) {
        let of_day = group.intakes.iter().copied().filter(|intake| intake.day == day);
        let mut noted: Vec<&Intake> = of_day.collect();
        let Some((medicine, minutes)) = due(&group.told, day) else {
            beside.extend(noted);
            continue;
        };
        let dose = |minute: &u16| {
            let at = noted.iter().position(|intake| intake.minute == Some(*minute));
            let intake = at.map(|at| noted.remove(at).clone());
            Dose { day, minute: *minute, medicine: medicine.name.clone(), intake }
        };
        let mut of_day: Vec<Dose> = minutes.iter().map(dose).collect();
        let mut rest = noted.into_iter();
        for dose in of_day.iter_mut().filter(|dose| dose.intake.is_none()) {
            dose.intake = rest.next().cloned();
        }
        beside.extend(rest);
        doses.extend(of_day);
    }
    (doses, beside)
}

fn row(group: &Group<'_>, period: Span, now: Moment) -> Option<MedicineRow> {
    let latest = group.told.iter().rev().find(|medicine| medicine.day <= period.to)?;
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
        let needed = due(&group.told, intake.day)
            .is_none_or(|(medicine, _)| medicine.schedule == Schedule::AsNeeded);
        if !needed {
            doses.more += 1;
            continue;
        }
        as_needed.times += 1;
        as_needed.days += u32::from(last.replace(intake.day) != Some(intake.day));
        match intake.relief {
            Some(Relief::Good) => as_needed.good += 1,
            Some(Relief::Some) => as_needed.some += 1,
            Some(Relief::None) => as_needed.none += 1,
            None => as_needed.not_said += 1,
        }
    }
    let in_use = latest.until.is_none_or(|until| until >= period.from);
    if doses == Doses::default() && as_needed == AsNeeded::default() && !in_use {
        return None;
    }
    let reason = |intake: &&Intake| {
        let inside = period.holds(intake.day) && intake.status != IntakeStatus::Taken;
        inside.then(|| Some((intake.day, intake.status, intake.reason.clone()?))).flatten()
    };
    Some(MedicineRow {
        name: latest.name.clone(),
        kind: latest.kind,
        dose: latest.dose.clone(),
        schedule: latest.schedule.clone(),
        doses,
        as_needed,
        reasons: group.intakes.iter().filter_map(reason).collect(),
    })
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
        let reason = Note::new("note", "nausée").unwrap();
        assert_eq!(rows[0].reasons, [(day(3), IntakeStatus::Missed, reason)]);
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
        assert_eq!(rows[0].dose.as_ref().unwrap().as_str(), "less");
        assert_eq!(doses_on(&care, day(1)).len(), 2);
        assert_eq!(doses_on(&care, day(3))[0].intake, None);
    }
}
