//! `vigie result`: a value among the person's own, without a word on what it means.

use vigie_journal::{CareEvent, LabResult};

use super::read::same;
use super::{Desk, Kept, shown};
use crate::exit::Failure;

/// Results shown with a new one, the latest of its name.
const SHOWN: usize = 8;

pub fn add(desk: &Desk<'_>) -> Result<(), Failure> {
    let one = desk.add()?;
    let CareEvent::Lab(new) = &one.told else { return Ok(()) };
    if desk.json() {
        return Ok(());
    }
    let series = series(desk, new.name.as_str())?;
    if series.len() < 2 {
        return Ok(());
    }
    desk.say("result-series", &[("name", new.name.as_str().into())]);
    let ids = desk.ids()?;
    for (id, one) in series.iter().skip(series.len().saturating_sub(SHOWN)) {
        println!("  {}", shown::line(desk.session.words, &ids.short(*id), one));
    }
    Ok(())
}

pub fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let Some(name) = desk.typed.get("name") else { return desk.list(&desk.kept()?) };
    let found = series(desk, name)?;
    if found.is_empty() && !desk.json() {
        let names = names(desk)?;
        if !names.is_empty() {
            desk.say("result-other-names", &[("names", names.join(", ").into())]);
            return Ok(());
        }
    }
    desk.list(&found)
}

/// The results of one name, by day.
fn series(desk: &Desk<'_>, name: &str) -> Result<Vec<Kept>, Failure> {
    let mut all = desk.kept()?;
    all.retain(|(_, one)| lab(&one.told).is_some_and(|it| same(it.name.as_str(), name)));
    Ok(all)
}

/// The names there are, each once.
fn names(desk: &Desk<'_>) -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = Vec::new();
    for (_, one) in desk.kept()? {
        let name = lab(&one.told).map(|it| it.name.as_str().to_owned()).unwrap_or_default();
        if !names.iter().any(|there| same(there, &name)) {
            names.push(name);
        }
    }
    Ok(names)
}

fn lab(event: &CareEvent) -> Option<&LabResult> {
    match event {
        CareEvent::Lab(result) => Some(result),
        _ => None,
    }
}
