//! `vigie medicine`: what is due on a day and what was noted of it. What nobody noted is neither taken nor missed, and never a
//! word on how much to take.

use serde_json::json;
use vigie_journal::{
    Allowed, By, CareEvent, CareId, CareKind, Day, Dose, Intake, IntakeStatus, Invalid, Medicine,
    Relief, Schedule, event, is_same, minute_of_day,
};

use super::read::note_or_none;
use super::{Desk, fields, shown};
use crate::exit::Failure;

/// A dose that is due, and the id of what was noted of it.
type Due = (Dose, Option<CareId>);

/// The medicines; with `--all` the doses that were noted too.
pub fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let mut kept = desk.kept()?;
    if !desk.typed.has("all") {
        kept.retain(|(_, one)| one.told.kind() == CareKind::Medicine);
    }
    desk.list(&kept)
}

/// What is due on a day, and what was noted.
pub fn today(desk: &Desk<'_>) -> Result<(), Failure> {
    let words = desk.session.words;
    let day = desk.day("date")?;
    let (doses, ids) = (desk.journal.doses_on(day)?, desk.ids()?);
    let kept = desk.kept()?;
    let holds = |one: &Medicine| one.day <= day && one.until.is_none_or(|until| day <= until);
    let needed: Vec<(CareId, &Medicine)> = kept
        .iter()
        .filter_map(|(id, one)| Some((*id, medicine(&one.told)?)))
        .filter(|(_, one)| one.schedule == Schedule::AsNeeded && holds(one))
        .collect();
    // What was noted beside what was due: as needed, or once more.
    let of_dose = |one: &Intake| doses.iter().any(|(dose, _)| dose.intake.as_ref() == Some(one));
    let beside: Vec<(CareId, &By<CareEvent>, &Intake)> = kept
        .iter()
        .filter_map(|(id, one)| Some((*id, one, intake(&one.told)?)))
        .filter(|(_, _, one)| one.day == day && !of_dose(one))
        .collect();
    if desk.json() {
        for (dose, id) in &doses {
            println!("{}", dose_json(dose, *id));
        }
        for (id, one) in &needed {
            let noted = beside.iter().filter(|(_, _, it)| same_name(it, one)).count();
            let name = one.name.as_str();
            println!(
                "{}",
                json!({ "id": id.to_string(), "record": "as-needed", "date": day, "name": name, "noted": noted })
            );
        }
        for (id, one, _) in &beside {
            println!("{}", shown::json(&id.to_string(), one, desk.read));
        }
        return Ok(());
    }
    println!("{}", vigie_journal::capitalised(&words.weekday_day(day)));
    for (dose, id) in &doses {
        let at = words.minute(dose.minute);
        let line = match (&dose.intake, *id) {
            (Some(intake), Some(id)) => {
                // The time stands before it already.
                let minute = intake.minute.filter(|minute| *minute != dose.minute);
                let noted = CareEvent::Intake(Intake { minute, ..intake.clone() });
                let parts = event::event(words, &noted);
                format!("  {at} · {}  [{}]", shown::flat(parts.into_iter()), ids.short(id))
            }
            _ => {
                let name = vigie_journal::one_line(dose.medicine.as_str());
                format!("  {at} · {name} · {}", words.text("dose-not-noted"))
            }
        };
        println!("{line}");
    }
    for (_, one) in &needed {
        if !beside.iter().any(|(_, _, intake)| same_name(intake, one)) {
            let name = vigie_journal::one_line(one.name.as_str());
            let schedule = words.schedule(&one.schedule);
            println!("  {schedule} · {name} · {}", words.text("dose-not-noted"));
        }
    }
    for (id, one, _) in &beside {
        println!("  {}  [{}]", shown::what(words, one), ids.short(*id));
    }
    if doses.is_empty() && needed.is_empty() && beside.is_empty() {
        desk.say("dose-none", &[]);
    }
    Ok(())
}

/// Notes that a dose was taken, or was not.
pub fn note(desk: &Desk<'_>) -> Result<(), Failure> {
    let (typed, read) = (desk.typed, desk.read);
    let day = desk.day("date")?;
    if day > read.today {
        return Err(typed.refused("date", Invalid::new("date", Allowed::NotInTheFuture)));
    }
    let medicine = named(desk, typed.must("name"))?;
    begun(desk, &medicine, day)?;
    let status = match typed.task {
        "missed" => IntakeStatus::Missed,
        _ if typed.has("late") => IntakeStatus::Late,
        _ => IntakeStatus::Taken,
    };
    let relief = typed.get("relief").map(|text| read.code_or_none::<Relief>("relief", text));
    let relief = relief.transpose().map_err(|invalid| typed.refused("relief", invalid))?;
    let reason = typed.get("reason").map(|text| note_or_none("reason", text));
    let mut due = desk.journal.doses_on(day)?;
    due.retain(|(dose, _)| is_same(dose.medicine.as_str(), medicine.name.as_str()));
    if due.is_empty() && status == IntakeStatus::Missed && medicine.schedule == Schedule::AsNeeded {
        return Err(Failure::Refused { id: "fail-as-needed", what: medicine.name.into() });
    }
    let minute = which(desk, &due, day == read.today)?;
    let new = Intake {
        day,
        medicine: medicine.name,
        minute,
        status,
        reason: reason.transpose()?.flatten(),
        relief: relief.flatten(),
    };
    match noted(desk, &due, &new)? {
        None => desk.keep(&By { author: read.author(typed)?, told: CareEvent::Intake(new) }),
        Some((id, one)) => again(desk, id, one, &new),
    }
}

/// Refuses a day on which the medicine had not begun, whichever of its schedules is meant.
fn begun(desk: &Desk<'_>, medicine: &Medicine, day: Day) -> Result<(), Failure> {
    let kept = desk.kept()?;
    let same = kept.iter().filter(|(_, one)| {
        self::medicine(&one.told)
            .is_some_and(|it| is_same(it.name.as_str(), medicine.name.as_str()))
    });
    let Some((id, first)) = same.min_by_key(|(_, one)| one.told.day()) else { return Ok(()) };
    if day >= first.told.day() {
        return Ok(());
    }
    let how = format!("vigie medicine correct {} --since {day}", desk.ids()?.short(*id));
    let name = vigie_journal::one_line(medicine.name.as_str());
    let since = desk.session.words.day(first.told.day());
    let args = vec![("name", name), ("day", since), ("how", how)];
    Err(Failure::Said { id: "fail-dose-before", args })
}

/// A dose that was noted before is not noted twice: what is new of it is added, and what is said otherwise is a correction.
fn again(desk: &Desk<'_>, id: CareId, one: By<CareEvent>, new: &Intake) -> Result<(), Failure> {
    if intake(&one.told).is_none_or(|there| there.status != new.status) {
        let how = format!(
            "vigie medicine correct {} --status {}",
            desk.ids()?.short(id),
            new.status.code()
        );
        return Err(Failure::Refused { id: "fail-dose-noted", what: how });
    }
    let given = ["relief", "reason"].into_iter();
    let given: Vec<_> = given.filter_map(|it| Some((it, desk.typed.get(it)?.to_owned()))).collect();
    if given.is_empty() {
        return desk.tell("around-known", id, &one);
    }
    desk.amend("around-kept", id, one, &given)
}

/// When the dose was due: as it was said, or the only one of that day that can be meant. As needed, today: now.
fn which(desk: &Desk<'_>, due: &[Due], today: bool) -> Result<Option<u16>, Failure> {
    let at = desk.typed.get("at").map(minute_of_day).transpose();
    let at = at.map_err(|invalid| desk.typed.refused("at", invalid))?;
    if due.is_empty() {
        let now = today.then(|| desk.journal.now().minute_of_day());
        return Ok(at.or(now));
    }
    let open: Vec<&Due> = due.iter().filter(|(dose, _)| dose.intake.is_none()).collect();
    match (at, open.as_slice(), due) {
        (Some(at), ..) if due.iter().any(|(dose, _)| dose.minute == at) => Ok(Some(at)),
        (None, [(dose, _)], _) | (None, _, [(dose, _)]) => Ok(Some(dose.minute)),
        _ => {
            let times: Vec<String> =
                due.iter().map(|(dose, _)| fields::clock(dose.minute)).collect();
            Err(Failure::Refused { id: "fail-dose-which", what: times.join(", ") })
        }
    }
}

/// What was noted of this very dose, or at this very time.
fn noted(
    desk: &Desk<'_>,
    due: &[Due],
    new: &Intake,
) -> Result<Option<(CareId, By<CareEvent>)>, Failure> {
    let of_dose = due.iter().find(|(dose, _)| Some(dose.minute) == new.minute);
    let of_dose = of_dose.and_then(|(_, id)| *id);
    let is = |id: CareId, one: &Intake| match of_dose {
        Some(noted) => id == noted,
        None => {
            new.minute.is_some()
                && (one.day, one.minute) == (new.day, new.minute)
                && is_same(one.medicine.as_str(), new.medicine.as_str())
        }
    };
    let mut kept = desk.kept()?.into_iter();
    Ok(kept.find(|(id, one)| intake(&one.told).is_some_and(|intake| is(*id, intake))))
}

/// The medicine of this name: the whole of it, or a beginning that only one has.
fn named(desk: &Desk<'_>, typed: &str) -> Result<Medicine, Failure> {
    let kept = desk.kept()?;
    let all = || kept.iter().rev().filter_map(|(_, one)| medicine(&one.told));
    if let Some(one) = all().find(|one| is_same(one.name.as_str(), typed)) {
        return Ok(one.clone());
    }
    let mut names: Vec<&Medicine> = Vec::new();
    for one in all() {
        if !names.iter().any(|there| is_same(there.name.as_str(), one.name.as_str())) {
            names.push(one);
        }
    }
    let begins = |one: &&&Medicine| {
        let whole = vigie_journal::folded(one.name.as_str());
        whole.starts_with(&vigie_journal::folded(typed.trim()))
    };
    let begun: Vec<&&Medicine> = names.iter().filter(begins).collect();
    if let ([one], false) = (begun.as_slice(), typed.trim().is_empty()) {
        return Ok((**one).clone());
    }
    names.sort_by(|a, b| a.name.cmp(&b.name));
    let names: Vec<&str> = names.iter().map(|one| one.name.as_str()).collect();
    let id = match (names.is_empty(), typed.trim().is_empty()) {
        (true, _) => "fail-no-medicines",
        (false, true) => "fail-medicine-which",
        (false, false) => "fail-no-medicine",
    };
    Err(Failure::Refused { id, what: names.join(", ") })
}

fn medicine(event: &CareEvent) -> Option<&Medicine> {
    match event {
        CareEvent::Medicine(one) => Some(one),
        _ => None,
    }
}

fn intake(event: &CareEvent) -> Option<&Intake> {
    match event {
        CareEvent::Intake(one) => Some(one),
        _ => None,
    }
}

fn same_name(intake: &Intake, medicine: &Medicine) -> bool {
    is_same(intake.medicine.as_str(), medicine.name.as_str())
}

/// A dose that was due: its id once it is noted, and no status before.
fn dose_json(dose: &Dose, id: Option<CareId>) -> serde_json::Value {
    let told = dose.intake.clone().map(CareEvent::Intake);
    let field = |name| told.as_ref().and_then(|told| fields::told(told, name));
    json!({
        "id": id.map(|id| id.to_string()),
        "record": "dose",
        "date": dose.day,
        "at": fields::clock(dose.minute),
        "name": dose.medicine.as_str(),
        "status": field("status"),
        "relief": field("relief"),
        "reason": field("reason"),
    })
}
