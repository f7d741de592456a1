//! `vigie appointment`: what is to come, with the questions that wait for the next consultation.

use std::path::Path;

use serde_json::{Value, json};
use vigie_journal::{AppointmentKind, CareEvent};

use super::question::{self, Numbered};
use super::{Desk, Kept, shown};
use crate::exit::Failure;
use crate::files;

pub fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let (past, to_come) = divided(desk)?;
    let mut questions = question::all(desk)?;
    questions.retain(Numbered::is_open);
    if desk.json() {
        let shown_past = if desk.typed.has("all") { past.as_slice() } else { &[] };
        let next = to_come.iter().position(|(_, one)| one.told.consultation().is_some());
        for (id, one) in shown_past {
            println!("{}", shown::json(&id.to_string(), one, desk.read));
        }
        for (at, (id, one)) in to_come.iter().enumerate() {
            let mut value = shown::json(&id.to_string(), one, desk.read);
            if let (true, Some(object)) = (Some(at) == next, value.as_object_mut()) {
                let asked: Vec<Value> = questions.iter().map(|one| one.json(desk)).collect();
                object.insert("questions".to_owned(), asked.into());
            }
            println!("{value}");
        }
        return Ok(());
    }
    if past.is_empty() && to_come.is_empty() {
        desk.say("around-none", &[("command", "appointment".into())]);
    } else if desk.typed.has("all") && !past.is_empty() {
        desk.say("appointment-before", &[]);
        lines(desk, &past)?;
    }
    if !to_come.is_empty() {
        desk.say("appointment-to-come", &[]);
        lines(desk, &to_come)?;
    } else if !past.is_empty() {
        desk.say("appointment-none-to-come", &[]);
    }
    if !questions.is_empty() {
        desk.say("appointment-questions", &[("n", questions.len().into())]);
        let ids = desk.ids()?;
        questions.iter().for_each(|one| println!("  {}", one.line(desk, &ids)));
    }
    Ok(())
}

/// Takes in the appointments of a calendar.
pub fn import(desk: &Desk<'_>) -> Result<(), Failure> {
    let kind =
        desk.typed.get("kind").map(|kind| desk.read.code("appointment", kind)).transpose()?;
    let (source, _) = files::source(Path::new(desk.typed.must("file")))?;
    let report =
        desk.journal.import_calendar(source, kind.unwrap_or(AppointmentKind::Consultation))?;
    if desk.json() {
        println!(
            "{}",
            json!({
                "added": report.added,
                "past": report.past,
                "repeats": report.repeats,
                "known": report.known,
                "moved": report.moved,
                "cancelled": report.cancelled,
                "undated": report.undated,
            })
        );
        return Ok(());
    }
    report.sentences(desk.session.words).iter().for_each(|sentence| println!("{sentence}"));
    if report.added > 0 && kind.is_none() {
        desk.say("appointment-imported-as", &[]);
    }
    Ok(())
}

/// Writes those to come, or from a day on, as a calendar.
pub fn export(desk: &Desk<'_>) -> Result<(), Failure> {
    let from = desk.read.day_or_today(desk.typed.get("since"))?;
    let to = desk.typed.must("to");
    if to.is_empty() {
        return Err(Failure::Refused { id: "fail-no-calendar-file", what: "--to".to_owned() });
    }
    let path = Path::new(to);
    if files::inside(path, &desk.session.dir()) {
        return Err(Failure::IntoJournal);
    }
    if !desk.kept()?.iter().any(|(_, one)| one.told.day() >= from) {
        // Some programs take a calendar without anything in it for a broken one.
        match desk.json() {
            true => println!("{}", json!({ "file": null, "appointments": 0 })),
            false => desk.say("appointment-none-exported", &[]),
        }
        return Ok(());
    }
    let (lang, discreet) = (desk.session.words.lang(), desk.typed.has("discreet"));
    let count = files::write_whole(path, |writer| {
        Ok(desk.journal.export_calendar(lang, discreet, from, writer)?)
    })?;
    let path = path.display().to_string();
    match desk.json() {
        true => println!("{}", json!({ "file": path, "appointments": count })),
        false => {
            desk.say("appointment-exported", &[("n", count.into()), ("path", path.into())]);
        }
    }
    Ok(())
}

fn lines(desk: &Desk<'_>, all: &[Kept]) -> Result<(), Failure> {
    let ids = desk.ids()?;
    for (id, one) in all {
        println!("  {}", shown::line(desk.session.words, &ids.short(*id), one));
    }
    Ok(())
}

/// Those before today, and those from today on, by day and time.
fn divided(desk: &Desk<'_>) -> Result<(Vec<Kept>, Vec<Kept>), Failure> {
    let mut all = desk.kept()?;
    all.sort_by_key(|(_, one)| match &one.told {
        CareEvent::Appointment(visit) => (visit.day, visit.minute),
        other => (other.day(), None),
    });
    Ok(all.into_iter().partition(|(_, one)| one.told.day() < desk.read.today))
}
