//! `vigie treatment`: the lines, by their number, and what changed while one went on.

use serde_json::{Map, Value};
use vigie_journal::{
    ChangeReason, Day, Invalid, Label, Profile, TreatmentLine, Words, event, guide, is_same,
};

use super::read::{Reader, given, label_or_none};
use super::{Desk, shown};
use crate::exit::Failure;

/// The fields of a line, in the order in which they are told.
const FIELDS: [&str; 10] = [
    "kind",
    "regimen",
    "cycle-days",
    "since",
    "until",
    "reason",
    "alteration",
    "phase",
    "sponsor",
    "number",
];

pub fn run(desk: &Desk<'_>) -> Result<(), Failure> {
    match desk.typed.task {
        "add" => add(desk),
        "list" => list(desk),
        "change" => desk.add().map(drop),
        "stop" => stop(desk),
        task => {
            // A line has a number, a change an id.
            let id = desk.typed.must("id");
            let mut profile = desk.journal.profile()?;
            match numbered(&profile, id) {
                None if task == "correct" => desk.correct(),
                None => desk.remove(),
                Some(at) if task == "correct" => correct(desk, profile, at),
                Some(at) => {
                    let line = profile.treatments.remove(at);
                    desk.journal.set_profile(profile)?;
                    tell(desk, "treatment-removed", at, &line);
                    Ok(())
                }
            }
        }
    }
}

fn add(desk: &Desk<'_>) -> Result<(), Failure> {
    let mut line = TreatmentLine::new(desk.read.code("treatment", desk.typed.must("kind"))?);
    for (name, text) in desk.typed.fields() {
        put(&mut line, name, text, desk)?;
    }
    let mut profile = desk.journal.profile()?;
    let known = profile.treatments.iter().position(|there| *there == line);
    let at = match known {
        Some(at) => at,
        None => {
            // Oldest first, as the profile has them; one whose beginning is not known is the oldest.
            let later = |there: &TreatmentLine| there.started > line.started;
            let at = profile.treatments.iter().position(later).unwrap_or(profile.treatments.len());
            profile.treatments.insert(at, line.clone());
            save(desk, profile, at)?;
            at
        }
    };
    tell(desk, if known.is_some() { "treatment-known" } else { "treatment-kept" }, at, &line);
    if !desk.json() {
        println!("{}", guide::treatment(desk.session.words, line.kind));
    }
    Ok(())
}

fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let lines = desk.journal.profile()?.treatments;
    for (number, line) in (1..).zip(&lines) {
        if desk.json() {
            println!("{}", json(desk.read, number, line));
        } else {
            println!("{number}  {}", said(desk.session.words, line));
        }
    }
    let changes = desk.kept()?;
    if lines.is_empty() || !changes.is_empty() {
        if !lines.is_empty() && !desk.json() {
            desk.say("treatment-changes", &[]);
        }
        return desk.list(&changes);
    }
    Ok(())
}

/// Ends the line that was named, by its number or its regimen, or the one under way.
fn stop(desk: &Desk<'_>) -> Result<(), Failure> {
    let (typed, today) = (desk.typed, desk.read.today);
    let day = desk.day("date")?;
    let reason = typed.get("reason").map(|text| desk.read.code::<ChangeReason>("reason", text));
    let reason = reason.transpose().map_err(|invalid| typed.refused("reason", invalid))?;
    if day > today && reason.is_some_and(|reason| reason != ChangeReason::Planned) {
        return Err(Failure::Refused { id: "fail-stop-to-come", what: String::new() });
    }
    let mut profile = desk.journal.profile()?;
    let at = match typed.get("treatment") {
        Some(text) => numbered(&profile, text).or_else(|| named(&profile, text)),
        // The latest that goes on, or else one whose last day is today.
        None => profile.treatments.iter().rposition(|line| goes_on(line, today)).or_else(|| {
            let last = profile.treatment_on(today)?;
            profile.treatments.iter().position(|there| there == last)
        }),
    };
    let Some((at, mut line)) = at.and_then(|at| Some((at, profile.treatments.get(at)?.clone())))
    else {
        let id = if typed.has("treatment") { "fail-no-line" } else { "fail-no-line-now" };
        return Err(Failure::Refused { id, what: "treatment".to_owned() });
    };
    if let Some(ended) = line.stopped.filter(|ended| *ended <= today) {
        return Err(ended_already(desk, &profile, at, ended));
    }
    line.stopped = Some(day);
    line.ended_for = reason.or(line.ended_for);
    if let Some(there) = profile.treatments.get_mut(at) {
        *there = line.clone();
    }
    save(desk, profile, at)?;
    tell(desk, "treatment-kept", at, &line);
    Ok(())
}

/// Whether a line is under way and no last day of it has come.
fn goes_on(line: &TreatmentLine, today: Day) -> bool {
    line.started.is_none_or(|start| start <= today) && line.stopped.is_none_or(|stop| stop > today)
}

/// A line that ended before: how to correct it, and which ones go on.
fn ended_already(desk: &Desk<'_>, profile: &Profile, at: usize, ended: Day) -> Failure {
    let words = desk.session.words;
    let under_way: Vec<String> = (1..)
        .zip(&profile.treatments)
        .filter(|(_, line)| goes_on(line, desk.read.today))
        .map(|(number, line)| format!("{number} {}", said(words, line)))
        .collect();
    let how = format!("vigie treatment correct {} --until", at + 1);
    let id = if under_way.is_empty() { "fail-line-ended" } else { "fail-line-ended-others" };
    let args = vec![("day", words.day(ended)), ("how", how), ("lines", under_way.join(", "))];
    Failure::Said { id, args }
}

fn correct(desk: &Desk<'_>, mut profile: Profile, at: usize) -> Result<(), Failure> {
    let Some(line) = profile.treatments.get_mut(at) else { return Ok(()) };
    if desk.typed.fields().next().is_none() {
        return Err(Failure::Refused { id: "fail-nothing-given", what: desk.typed.options() });
    }
    for (name, text) in desk.typed.fields() {
        put(line, name, text, desk)?;
    }
    let line = line.clone();
    save(desk, profile, at)?;
    tell(desk, "treatment-corrected", at, &line);
    Ok(())
}

/// Keeps the profile, when the line that changed can be.
fn save(desk: &Desk<'_>, profile: Profile, at: usize) -> Result<(), Failure> {
    if let Some(line) = profile.treatments.get(at) {
        // The day that is too early was given as the last one, whichever way.
        let name = if desk.typed.takes("until") { "until" } else { "date" };
        line.validate().map_err(|invalid| desk.typed.refused(name, invalid))?;
    }
    Ok(desk.journal.set_profile(profile)?)
}

/// The place of the line with this number in the list.
fn numbered(profile: &Profile, text: &str) -> Option<usize> {
    let at = text.trim().parse::<usize>().ok()?.checked_sub(1)?;
    (at < profile.treatments.len()).then_some(at)
}

/// The place of the latest line of this regimen.
fn named(profile: &Profile, text: &str) -> Option<usize> {
    let is =
        |line: &TreatmentLine| line.regimen.as_ref().is_some_and(|it| is_same(it.as_str(), text));
    profile.treatments.iter().rposition(is)
}

fn put(
    line: &mut TreatmentLine,
    name: &'static str,
    text: &str,
    desk: &Desk<'_>,
) -> Result<(), Failure> {
    if set(line, name, text, desk.read).map_err(|invalid| desk.typed.refused(name, invalid))? {
        return Ok(());
    }
    Err(Failure::Refused { id: "fail-not-of-this", what: name.to_owned() })
}

/// Sets a field; an empty text takes it away. Gives whether a line has such a field.
fn set(line: &mut TreatmentLine, name: &str, text: &str, read: Reader) -> Result<bool, Invalid> {
    let label = || label_or_none(name, text);
    match name {
        "kind" => line.kind = read.code("treatment", text)?,
        "regimen" => line.regimen = label()?,
        "cycle-days" => line.cycle_days = given(text).map(TreatmentLine::cycle).transpose()?,
        "since" => line.started = read.day_or_none(text)?,
        "until" => line.stopped = read.day_or_none(text)?,
        "reason" => line.ended_for = read.code_or_none("reason", text)?,
        "alteration" => line.alteration = label()?,
        "phase" => line.phase = read.code_or_none("phase", text)?,
        "sponsor" => line.sponsor = label()?,
        "number" => line.trial_number = label()?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn told(line: &TreatmentLine, name: &str) -> Option<String> {
    let label = |label: &Option<Label>| label.as_ref().map(|it| it.as_str().to_owned());
    match name {
        "kind" => Some(line.kind.code().to_owned()),
        "regimen" => label(&line.regimen),
        "cycle-days" => line.cycle_days.map(|days| days.to_string()),
        "since" => line.started.as_ref().map(Day::to_string),
        "until" => line.stopped.as_ref().map(Day::to_string),
        "reason" => line.ended_for.map(ChangeReason::code).map(str::to_owned),
        "alteration" => label(&line.alteration),
        "phase" => line.phase.map(|phase| phase.code().to_owned()),
        "sponsor" => label(&line.sponsor),
        "number" => label(&line.trial_number),
        _ => None,
    }
}

fn said(words: &Words, line: &TreatmentLine) -> String {
    shown::flat(event::treatment(words, line).into_iter())
}

fn json(read: Reader, number: usize, line: &TreatmentLine) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), number.to_string().into());
    object.insert("record".to_owned(), "treatment".into());
    for name in FIELDS {
        object.insert(name.replace('-', "_"), told(line, name).into());
    }
    object.insert("said".to_owned(), event::treatment(read.words, line).join(" · ").into());
    Value::Object(object)
}

/// Says where a line stands now.
fn tell(desk: &Desk<'_>, how: &str, at: usize, line: &TreatmentLine) {
    if desk.json() {
        let mut value = json(desk.read, at + 1, line);
        if let (true, Some(object)) = (how == "treatment-removed", value.as_object_mut()) {
            object.insert("removed".to_owned(), true.into());
        }
        println!("{value}");
        return;
    }
    let what = said(desk.session.words, line);
    desk.say(how, &[("what", what.into()), ("number", (at + 1).into())]);
}
