//! What this is, whose, which days, and first of all how complete it is.

use std::collections::BTreeMap;

use vigie_model::{Author, Label};

use super::{Charts, Preview, Told};

/// The head, with nothing below it yet.
pub(super) fn head(told: Told<'_>) -> Preview {
    let summary = told.summary;
    Preview {
        lang: String::new(),
        title: told.say("report-title"),
        person: match &summary.person {
            Some(name) => name.as_str().to_owned(),
            None => told.say("report-no-name"),
        },
        period: period(told),
        made: told.with("report-made", &[("moment", told.words.moment(summary.made_at).into())]),
        treatment: treatment(told),
        complete: told.with(
            "report-complete",
            &[("answered", summary.days_answered.into()), ("days", summary.days.into())],
        ),
        complete_details: details(told),
        left_out: summary.something_left_out.then(|| told.say("report-left-out")),
        about: told.say("report-about"),
        sections: Vec::new(),
        charts: Charts::default(),
    }
}

fn period(told: Told<'_>) -> String {
    let choice = &told.summary.choice;
    if choice.from == choice.to {
        let day = told.words.day(choice.from);
        return told.with("report-period-day", &[("day", day.into())]);
    }
    told.with(
        "report-period",
        &[
            ("from", told.words.day(choice.from).into()),
            ("to", told.words.day(choice.to).into()),
            ("days", told.summary.days.into()),
        ],
    )
}

/// `Traitement : FOLFOX (chimiothérapie), tous les 14 jours, depuis le 7 septembre 2026`.
fn treatment(told: Told<'_>) -> String {
    let Some(line) = &told.summary.treatment else {
        return told.say("report-treatment-none");
    };
    let kind = told.words.treatment(line.kind);
    let mut parts = vec![match line.regimen.as_ref().map(Label::as_str) {
        Some(regimen) => format!("{regimen} ({kind})"),
        None => kind,
    }];
    if let Some(days) = line.cycle_days {
        parts.push(told.with("report-treatment-cycle", &[("days", u32::from(days).into())]));
    }
    if let Some(day) = line.started {
        let day = told.words.day(day);
        parts.push(told.with("report-treatment-since", &[("day", day.into())]));
    }
    told.with("report-treatment", &[("what", parts.join(", ").into())])
}

fn details(told: Told<'_>) -> Vec<String> {
    let summary = told.summary;
    let mut details = Vec::new();
    if summary.days_too_unwell > 0 {
        details.push(told.with("report-too-unwell", &[("days", summary.days_too_unwell.into())]));
    }
    if summary.days_imported > 0 {
        details.push(told.with("report-imported", &[("days", summary.days_imported.into())]));
    }
    for (name, days) in relatives(told) {
        let said = [("days", days.into()), ("who", name.as_str().into())];
        details.push(told.with("report-answered-by", &said));
    }
    details
}

/// On how many days each relative answered, most days first.
fn relatives<'a>(told: Told<'a>) -> Vec<(&'a Label, u32)> {
    let mut days: BTreeMap<&'a Label, u32> = BTreeMap::new();
    for (_, author) in &told.summary.told_by {
        if let Author::Caregiver(name) = author {
            *days.entry(name).or_default() += 1;
        }
    }
    let mut days: Vec<_> = days.into_iter().collect();
    days.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
    days
}
