//! `vigie status`: where things stand today.

use serde_json::json;
use vigie_journal::rules;

use crate::commands::backup::{care_conflict_line, conflict_line};
use crate::exit::Failure;
use crate::session::Session;
use crate::shown;

pub fn run(session: &Session) -> Result<(), Failure> {
    let (journal, _) = session.open_for_person()?;
    let words = session.words;
    let today = journal.today()?;
    let pack = journal.pack()?;
    if session.common.json {
        let open: Vec<_> = today.open.iter().map(|open| shown::open_json(words, open)).collect();
        let ids: Vec<String> = today.entries.iter().map(|(id, _)| id.to_string()).collect();
        let list: Vec<String> = today.asked.iter().map(|asked| asked.item.to_string()).collect();
        println!(
            "{}",
            json!({
                "date": today.day,
                "entries_today": ids,
                "days": today.days,
                "days_answered": today.days_answered,
                "treatment_day": today.treatment_day,
                "missed": today.missed,
                "list": list,
                "open_prompts": open,
                "anchored": journal.is_anchored()?,
                "pack": pack.rules().name,
                "pack_version": pack.rules().version,
            })
        );
        return Ok(());
    }
    println!("{}", vigie_journal::capitalised(&words.weekday_day(today.day)));
    let done = if today.entries.is_empty() { "status-to-do" } else { "status-done" };
    println!("{}", words.text(done));
    println!(
        "{}",
        words.with(
            "status-completeness",
            &[("answered", today.days_answered.into()), ("days", today.days.into())]
        )
    );
    if let Some(day) = today.treatment_day {
        println!("{}", words.with("status-treatment-day", &[("day", day.into())]));
    }
    if let Some(day) = today.missed.first() {
        let args = [("day", words.day(*day).into()), ("date", day.to_string().into())];
        println!("{}", words.with("status-missed", &args));
    }
    if pack.signed.is_some() {
        let rules = rules::name(words, pack.rules());
        println!("{}", words.with("status-rules", &[("rules", rules.into())]));
    }
    for conflict in journal.conflicts()? {
        println!("{}", conflict_line(words, &conflict));
    }
    for conflict in journal.care_conflicts()? {
        println!("{}", care_conflict_line(words, &conflict));
    }
    if !journal.is_anchored()? {
        println!("{}", words.text("not-anchored"));
    }
    if today.open.is_empty() {
        println!("{}", words.text("prompts-none"));
    }
    for open in &today.open {
        println!("\n{}", shown::prompt(words, open));
    }
    Ok(())
}
