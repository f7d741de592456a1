//! The person's answers: one Observation a day with a component for each item, and one for each pain at a place.
//!
//! A day's answers share the day, the person and the moment of answering; an Observation for each would be ten times as long.
//! A pain has a body site, which a component cannot have, so it stands alone.

use vigie_model::{Answer, Day, PainSite};

use super::resource::{Component, Effective, Head, Observation, Resource, Value};
use super::types::{Concept, Identifier, Period};
use super::{Entry, Scribe, codes, days_of, sites};
use crate::{Cell, PainRow, Series};

/// A day's answers, on days with any.
pub(super) fn answers<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    days_of(scribe.told.summary).filter_map(|(place, day)| one_day(scribe, place, day))
}

fn one_day(scribe: &Scribe<'_>, place: usize, day: Day) -> Option<Entry> {
    let summary = scribe.told.summary;
    let mut said = Vec::new();
    let mut component = Vec::new();
    let state = summary.state.get(place).and_then(|cell| value(scribe, *cell));
    let state_code = || vec![codes::own("general-state")];
    let state = state.map(|one| (state_code(), scribe.say("report-state"), one));
    let series = summary.series.iter().filter(|series| series.item.site().is_none());
    let rated = series.filter_map(|series| {
        let value = value(scribe, *series.cells.get(place)?)?;
        Some((codes::item(&series.item), scribe.told.item(&series.item), value))
    });
    for (code, name, (words, value)) in rated.chain(state) {
        said.push(scribe.pair(&name, &words));
        component.push(Component { code: Concept::coded(code, &name), value });
    }
    if component.is_empty() {
        return None;
    }
    let name = scribe.say("fhir-day");
    // A day told in part is not the day: it must not stand in its place at the importer's.
    let (day_text, left_out) = (day.to_string(), scribe.left_out());
    let parts: &[&str] = &[&day_text, &left_out];
    let text = [scribe.told.words.day(day), said.join(" · ")];
    Some(survey(scribe, ("day", parts), &text, day, |observation| Observation {
        code: Concept::coded(vec![codes::own("check-in")], &name),
        performer: scribe.answered(day),
        component,
        ..observation
    }))
}

/// Pain at each place: its days, and what was said of it over the period.
pub(super) fn pains<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let summary = scribe.told.summary;
    let sited = summary.series.iter().filter_map(|series| Some((series, series.item.site()?)));
    let rated = sited.flat_map(move |(series, site)| {
        days_of(summary).filter_map(move |(place, day)| pain(scribe, series, site, (place, day)))
    });
    rated.chain(summary.pains.iter().filter_map(move |row| over_the_period(scribe, row)))
}

fn pain(
    scribe: &Scribe<'_>,
    series: &Series,
    site: PainSite,
    (place, day): (usize, Day),
) -> Option<Entry> {
    let (words, value) = value(scribe, *series.cells.get(place)?)?;
    let name = scribe.told.item(&series.item);
    let (day_text, item) = (day.to_string(), series.item.to_string());
    let said = [scribe.told.words.day(day), scribe.pair(&name, &words)];
    let parts: &[&str] = &[&day_text, &item];
    Some(survey(scribe, ("pain", parts), &said, day, |observation| Observation {
        code: Concept::coded(codes::item(&series.item), &name),
        performer: scribe.answered(day),
        body_site: Some(body_site(scribe, site)),
        value: Some(value),
        ..observation
    }))
}

/// Nights it woke the person and what it felt like, counted over the period.
fn over_the_period(scribe: &Scribe<'_>, row: &PainRow) -> Option<Entry> {
    let choice = &scribe.told.summary.choice;
    let mut counted = Vec::new();
    if row.nights > 0 {
        counted.push(("nights-woken".to_owned(), scribe.say("report-col-nights"), row.nights));
    }
    for (quality, days) in &row.qualities {
        let code = format!("quality-{}", quality.code());
        counted.push((code, scribe.told.words.quality(*quality), *days));
    }
    if counted.is_empty() {
        return None;
    }
    let name = scribe.say("fhir-pain-said");
    let place = scribe.told.words.site(row.site);
    let mut said = vec![scribe.pair(&name, &place)];
    said.extend(counted.iter().map(|(_, name, days)| scribe.pair(name, &days.to_string())));
    let (from, to) = (choice.from.to_string(), choice.to.to_string());
    let site = row.site.to_string();
    let parts: &[&str] = &[&from, &to, &site];
    let component = counted.into_iter().map(|(code, name, days)| Component {
        code: Concept::coded(vec![codes::own(code)], &name),
        value: Value::Integer(days),
    });
    Some(survey(scribe, ("pain-period", parts), &said, choice.to, |observation| Observation {
        code: Concept::coded(vec![codes::own("pain-period")], &name),
        effective: Effective::Period(Period::days(choice.from, choice.to)),
        body_site: Some(body_site(scribe, row.site)),
        component: component.collect(),
        ..observation
    }))
}

fn body_site(scribe: &Scribe<'_>, site: PainSite) -> Concept {
    let mut coding: Vec<_> = sites::snomed(site).map(codes::snomed).into_iter().collect();
    coding.push(codes::own(format!("site-{site}")));
    Concept::coded(coding, &scribe.told.words.site(site))
}

/// An answer by the person, with what `made` adds to it.
pub(super) fn survey(
    scribe: &Scribe<'_>,
    (kind, parts): (&str, &[&str]),
    said: &[String],
    day: Day,
    made: impl FnOnce(Observation) -> Observation,
) -> Entry {
    let observation = made(Observation {
        head: Head::new(scribe, "Observation", scribe.text(said)),
        identifier: [Identifier::uuid(&scribe.ids.make(kind, parts))],
        status: "final",
        category: [codes::category("survey")],
        code: Concept::plain(codes::own(kind.to_owned())),
        subject: scribe.patient(),
        effective: Effective::Day(day.to_string()),
        performer: vec![scribe.patient()],
        value: None,
        note: Vec::new(),
        body_site: None,
        reference_range: Vec::new(),
        component: Vec::new(),
    });
    Entry {
        full_url: scribe.ids.url(kind, parts),
        resource: Resource::Observation(Box::new(observation)),
    }
}

/// What a cell says, in words and as a value; nothing when nothing was asked.
fn value(scribe: &Scribe<'_>, cell: Cell) -> Option<(String, Value)> {
    let words = scribe.told.words;
    let text = |answer: Answer| words.answer(answer);
    Some(match cell {
        Cell::Rated(rating) => (rating.to_string(), Value::Integer(u32::from(rating))),
        Cell::Skipped => {
            let said = text(Answer::Skipped);
            (said.clone(), Value::Absent(codes::skipped(&said)))
        }
        Cell::TooUnwell => {
            let said = text(Answer::TooUnwell);
            (said.clone(), Value::Absent(codes::too_unwell(&said)))
        }
        Cell::NotAsked | Cell::NoEntry => return None,
    })
}
