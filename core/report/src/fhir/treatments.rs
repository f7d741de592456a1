//! Treatment lines, and what changed while they went on.

use vigie_model::{By, CareEvent, ChangeReason, Day, TreatmentChange, TreatmentLine};

use super::days::survey;
use super::measures::procedure;
use super::resource::{Effective, Observation, Performed, Procedure, Value};
use super::types::{Annotation, Coding, Concept, Period};
use super::{Entry, Scribe, codes, numbered};
use crate::event;

/// The treatment lines under way in the period.
pub(super) fn lines<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let all = &scribe.told.summary.treatments;
    let named = |line: &TreatmentLine| (line.kind, line.regimen.clone(), line.started);
    all.iter().enumerate().map(move |(place, one)| {
        let same = |other: &&TreatmentLine| named(other) == named(one);
        line(scribe, one, all.iter().take(place).filter(same).count())
    })
}

fn line(scribe: &Scribe<'_>, line: &TreatmentLine, again: usize) -> Entry {
    let words = scribe.told.words;
    let said = event::treatment(words, line);
    let name = said.first().cloned().unwrap_or_default();
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    let period = Period { start: text(line.started), end: text(line.stopped) };
    let dated = line.started.is_some() || line.stopped.is_some();
    let regimen = line.regimen.as_ref().map_or("", |regimen| regimen.as_str());
    let (started, again) = (text(line.started).unwrap_or_default(), again.to_string());
    let mut parts = vec![line.kind.code(), regimen, &started];
    if again != "0" {
        parts.push(&again);
    }
    // Under way on the last day told: what came later is not known here.
    let ended = line.stopped.is_some_and(|day| day <= scribe.told.summary.choice.to);
    let noted = [
        line.alteration.as_ref().map(|label| label.as_str().to_owned()),
        line.phase.map(|phase| words.trial_phase(phase)),
        line.sponsor.as_ref().map(|label| label.as_str().to_owned()),
        line.trial_number.as_ref().map(|label| label.as_str().to_owned()),
        line.cycle_days.map(|days| words.with("event-cycle", &[("n", usize::from(days).into())])),
    ];
    let note = |text: String| Annotation::by(scribe.patient(), &text);
    procedure(scribe, ("treatment", &parts), &said, |procedure| Procedure {
        status: match line.ended_for {
            _ if !ended => "in-progress",
            None | Some(ChangeReason::Planned) => "completed",
            Some(_) => "stopped",
        },
        status_reason: line.ended_for.map(|reason| reason_of(scribe, reason)),
        category: Some(Concept::coded(codes::treatment(line.kind), &words.treatment(line.kind))),
        code: Concept::text(&name),
        performed: dated.then_some(Performed::Period(period)),
        note: noted.into_iter().flatten().map(note).collect(),
        ..procedure
    })
}

fn reason_of(scribe: &Scribe<'_>, reason: ChangeReason) -> Concept {
    let code = codes::own(format!("reason-{}", reason.code()));
    Concept::coded(vec![code], &scribe.told.words.change_reason(reason))
}

/// Delays, other doses, pauses: observations by who told them, as what was given is not known in numbers.
pub(super) fn changes<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let of = |event: &'a CareEvent| match event {
        CareEvent::Change(told) => Some(told),
        _ => None,
    };
    numbered(scribe.told.summary.all_care(), of, |told| (told.day, told.kind))
        .map(|(one, told, again)| change(scribe, one, told, &again))
}

fn change(scribe: &Scribe<'_>, one: &By<CareEvent>, told: &TreatmentChange, again: &str) -> Entry {
    let words = scribe.told.words;
    let mut said = vec![words.day(told.day)];
    said.extend(event::event(words, &one.told));
    said.extend(words.noted_by(&one.author));
    let day = told.day.to_string();
    let parts: &[&str] = &[&day, told.kind.code(), again];
    let note = |text: &str| Annotation::by(scribe.teller(&one.author), text);
    let code: Coding = codes::own(format!("change-{}", told.kind.code()));
    let treatment = told.treatment.as_ref().map(|label| note(label.as_str()));
    let own = told.note.as_ref().map(|text| note(text.as_str()));
    survey(scribe, ("change", parts), &said, told.day, |observation| Observation {
        code: Concept::coded(vec![code], &words.treatment_change(told.kind)),
        performer: vec![scribe.teller(&one.author)],
        effective: match told.until {
            Some(until) => Effective::Period(Period::days(told.day, until)),
            None => Effective::Day(day.clone()),
        },
        value: Some(match told.reason {
            Some(reason) => Value::Concept(reason_of(scribe, reason)),
            None => Value::Absent(codes::not_said(&scribe.say("report-col-not-said"))),
        }),
        note: treatment.into_iter().chain(own).collect(),
        ..observation
    })
}
