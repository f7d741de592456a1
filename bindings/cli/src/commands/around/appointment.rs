//! `vigie appointment`: what is to come, with the questions that wait for the next consultation.

use serde_json::Value;
use vigie_journal::CareEvent;

use super::question::{self, Numbered};
use super::{Desk, Kept, shown};
use crate::exit::Failure;

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
