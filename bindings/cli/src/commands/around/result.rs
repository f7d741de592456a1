//! `vigie result`: a value among the person's own, without a word on what it means.

use serde_json::json;
use vigie_journal::{By, CareEvent, LabResult, Label, UnitRefused, is_same, unit};

use super::read::given;
use super::{Desk, Kept, fields};
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
        println!("  {}", super::shown::line(desk.session.words, &ids.short(*id), one));
    }
    Ok(())
}

pub fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let Some(name) = desk.typed.get("name") else { return shown(desk, &desk.kept()?) };
    let found = series(desk, name)?;
    if found.is_empty() && !desk.json() {
        let names = names(desk)?;
        if !names.is_empty() {
            desk.say("result-other-names", &[("names", names.join(", ").into())]);
            return Ok(());
        }
    }
    shown(desk, &found)
}

/// Results as the laboratory gave them, or in one unit.
fn shown(desk: &Desk<'_>, all: &[Kept]) -> Result<(), Failure> {
    match desk.typed.get("in").and_then(given) {
        Some(unit) if !all.is_empty() => in_unit(desk, all, &Label::new("unit", unit)?),
        _ => desk.list(all),
    }
}

/// Results in one unit, where that is exactly the same number; where it is not, as they are, with the reason.
fn in_unit(desk: &Desk<'_>, all: &[Kept], unit: &Label) -> Result<(), Failure> {
    let (words, ids) = (desk.session.words, desk.ids()?);
    let mut reasons: Vec<UnitRefused> = Vec::new();
    for (id, one) in all {
        let Some(result) = lab(&one.told) else { continue };
        let converted = converted(result, unit);
        if let Err(reason) = &converted
            && !reasons.contains(reason)
        {
            reasons.push(*reason);
        }
        if desk.json() {
            let mut value = super::shown::json(&id.to_string(), one, desk.read);
            if let Some(object) = value.as_object_mut() {
                let told = |name| {
                    let it = converted.clone().map(CareEvent::Lab);
                    it.ok().and_then(|it| fields::told(&it, name))
                };
                let same =
                    json!({ "value": told("value"), "unit": told("unit"), "range": told("range") });
                let same = if converted.is_ok() { same } else { serde_json::Value::Null };
                object.insert("converted".to_owned(), same);
                let why = converted.as_ref().err().map(|why| words.unit_refused(*why));
                object.insert("why".to_owned(), why.into());
            }
            println!("{value}");
        } else {
            let told = converted.map_or_else(|_| one.told.clone(), CareEvent::Lab);
            let one = By { author: one.author.clone(), told };
            println!("{}", super::shown::line(words, &ids.short(*id), &one));
        }
    }
    if !desk.json() {
        reasons.iter().for_each(|reason| println!("{}", words.unit_refused(*reason)));
    }
    Ok(())
}

/// A result in another unit.
fn converted(result: &LabResult, to: &Label) -> Result<LabResult, UnitRefused> {
    let from = result.unit.as_ref().ok_or(UnitRefused::Unknown)?.as_str();
    let value = unit::convert(result.value, from, to.as_str())?;
    let range = result.range.map(|range| unit::convert_range(range, from, to.as_str()));
    let range = range.transpose()?;
    Ok(LabResult { value, range, unit: Some(to.clone()), ..result.clone() })
}

/// The results of one name, by day.
fn series(desk: &Desk<'_>, name: &str) -> Result<Vec<Kept>, Failure> {
    let mut all = desk.kept()?;
    all.retain(|(_, one)| lab(&one.told).is_some_and(|it| is_same(it.name.as_str(), name)));
    Ok(all)
}

/// The names there are, each once.
fn names(desk: &Desk<'_>) -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = Vec::new();
    for (_, one) in desk.kept()? {
        let name = lab(&one.told).map(|it| it.name.as_str().to_owned()).unwrap_or_default();
        if !names.iter().any(|there| is_same(there, &name)) {
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
