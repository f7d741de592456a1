//! What happened around the symptoms, in a few words each: the same in a timeline, a table and a report.

use vigie_model::{
    Appointment, CareEvent, Comparator, Consent, ConsentKind, ImagingStudy, Intake, LabResult,
    LabValue, Label, Medicine, Note, Question, ReferenceRange, SupportSession, TreatmentChange,
    TreatmentLine, Wish,
};
use vigie_words::Words;

/// An event in words: what it is first, then what is known of it, in an order that does not change. Texts of the person's own
/// stand as they were written.
pub fn event(words: &Words, event: &CareEvent) -> Vec<String> {
    let parts = match event {
        CareEvent::Lab(one) => lab(words, one),
        CareEvent::Imaging(one) => imaging(words, one),
        CareEvent::Appointment(one) => appointment(words, one),
        CareEvent::Question(one) => question(words, one),
        CareEvent::Support(one) => support(words, one),
        CareEvent::Consent(one) => consent(words, one),
        CareEvent::Medicine(one) => medicine(words, one),
        CareEvent::Intake(one) => intake(words, one),
        CareEvent::Wish(one) => wish(words, one),
        CareEvent::Change(one) => change(words, one),
    };
    parts.into_iter().flatten().collect()
}

/// A treatment line in words: its kind and regimen first, then what is known of it.
pub fn treatment(words: &Words, line: &TreatmentLine) -> Vec<String> {
    let kind = vigie_words::capitalised(&words.treatment(line.kind));
    let name = match &line.regimen {
        Some(regimen) => named(words, kind, regimen.as_str()),
        None => kind,
    };
    let cycle =
        line.cycle_days.map(|days| words.with("event-cycle", &[("n", usize::from(days).into())]));
    let began =
        line.started.map(|day| words.with("event-since", &[("day", words.day(day).into())]));
    let ended = line.stopped.map(|day| until(words, day));
    let parts = [
        Some(name),
        text(line.alteration.as_ref()),
        line.phase.map(|phase| words.trial_phase(phase)),
        text(line.sponsor.as_ref()),
        text(line.trial_number.as_ref()),
        cycle,
        began,
        ended,
        line.ended_for.map(|reason| words.change_reason(reason)),
    ];
    parts.into_iter().flatten().collect()
}

type Parts = Vec<Option<String>>;

fn text(label: Option<&Label>) -> Option<String> {
    label.map(|label| label.as_str().to_owned())
}

fn own(note: Option<&Note>) -> Option<String> {
    note.map(|note| note.as_str().to_owned())
}

fn until(words: &Words, day: vigie_model::Day) -> String {
    words.with("around-until", &[("day", words.day(day).into())])
}

/// `CEA (ng/mL)`.
fn named(words: &Words, name: String, what: &str) -> String {
    words.with("report-item-unit", &[("name", name.into()), ("unit", what.into())])
}

fn lab(words: &Words, one: &LabResult) -> Parts {
    let mut number = value(words, one.value);
    if let Some(unit) = &one.unit {
        number = format!("{number}\u{a0}{}", unit.as_str());
    }
    let usual =
        one.range.map(|it| words.with("event-range", &[("range", range(words, it).into())]));
    vec![text(Some(&one.name)), Some(number), usual]
}

/// `< 0,5`, with as many decimals as were printed.
pub(crate) fn value(words: &Words, value: LabValue) -> String {
    let number = words.number(value.get(), value.decimals());
    match value.comparator.map(Comparator::code) {
        Some(sign) => format!("{sign}\u{a0}{number}"),
        None => number,
    }
}

/// `≤ 5`, `12–16`.
pub(crate) fn range(words: &Words, range: ReferenceRange) -> String {
    let number = |limit: LabValue| words.number(limit.get(), limit.decimals());
    match (range.low, range.high) {
        (Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
        (None, Some(high)) => format!("≤\u{a0}{}", number(high)),
        (Some(low), None) => format!("≥\u{a0}{}", number(low)),
        (None, None) => String::new(),
    }
}

fn imaging(words: &Words, one: &ImagingStudy) -> Parts {
    vec![
        Some(words.imaging(one.kind)),
        Some(words.conclusion(one.conclusion)),
        text(one.place.as_ref()),
        own(one.told.as_ref()),
    ]
}

fn appointment(words: &Words, one: &Appointment) -> Parts {
    vec![
        Some(words.appointment(one.kind)),
        one.minute.map(|minute| words.minute(minute)),
        text(one.with.as_ref()),
        text(one.place.as_ref()),
        own(one.decision.as_ref()),
    ]
}

fn question(words: &Words, one: &Question) -> Parts {
    let Some(answer) = &one.answer else {
        return vec![own(Some(&one.text)), Some(words.text("question-no-answer"))];
    };
    let day = words.day(answer.day);
    let answered = words.with("question-answered", &[("day", day.into())]);
    vec![own(Some(&one.text)), Some(answered), own(Some(&answer.text))]
}

fn support(words: &Words, one: &SupportSession) -> Parts {
    vec![
        Some(words.support(one.kind)),
        text(one.with.as_ref()),
        text(one.place.as_ref()),
        one.helped.map(|helped| words.helped(helped)),
        own(one.note.as_ref()),
    ]
}

fn consent(words: &Words, one: &Consent) -> Parts {
    let on = |id: &str, day| words.with(id, &[("day", words.day(day).into())]);
    let signed = match one.signed {
        Some(day) => Some(on("consent-signed", day)),
        // A leaflet is only received.
        None if one.kind == ConsentKind::Leaflet => None,
        None => Some(words.text("consent-not-signed")),
    };
    vec![
        Some(words.consent(one.kind)),
        text(Some(&one.about)),
        signed,
        one.withdrawn.map(|day| on("consent-withdrawn", day)),
        own(one.place.as_ref()),
    ]
}

fn medicine(words: &Words, one: &Medicine) -> Parts {
    vec![
        Some(named(words, one.name.as_str().to_owned(), &words.medicine(one.kind))),
        text(one.dose.as_ref()),
        Some(words.schedule(&one.schedule)),
        one.until.map(|day| until(words, day)),
    ]
}

fn intake(words: &Words, one: &Intake) -> Parts {
    vec![
        text(Some(&one.medicine)),
        Some(words.intake(one.status)),
        one.minute.map(|minute| words.minute(minute)),
        one.relief.map(|relief| words.relief(relief)),
        own(one.reason.as_ref()),
    ]
}

fn wish(words: &Words, one: &Wish) -> Parts {
    vec![Some(words.wish(one.kind)), text(one.who.as_ref()), own(one.place.as_ref())]
}

fn change(words: &Words, one: &TreatmentChange) -> Parts {
    vec![
        Some(words.treatment_change(one.kind)),
        text(one.treatment.as_ref()),
        one.until.map(|day| until(words, day)),
        one.reason.map(|reason| words.change_reason(reason)),
        own(one.note.as_ref()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Beside, TableCell};
    use vigie_words::Lang;

    fn said(lang: Lang, item: &str, value: &str) -> String {
        let day = "2026-11-23".parse().unwrap();
        let TableCell::Beside(beside) = TableCell::parse(day, item, value).unwrap() else {
            panic!("{item}")
        };
        let words = Words::of(lang);
        let parts = match *beside {
            Beside::Care(one) => event(words, &one),
            Beside::Treatment(line) => treatment(words, &line),
            Beside::Prompt(_) => panic!("{item}"),
        };
        parts.join(" / ").replace(['\u{202f}', '\u{a0}'], " ")
    }

    #[test]
    fn every_kind_of_event_is_said_in_both_languages() {
        for (item, value, french, english) in [
            (
                "lab:CEA",
                "<0.5 ng/mL | -5",
                "CEA / < 0,5 ng/mL / norme ≤ 5",
                "CEA / < 0.5 ng/mL / range ≤ 5",
            ),
            (
                "question:answered",
                "Q? | 2026-11-23 | A",
                "Q? / réponse du 23 novembre 2026 / A",
                "Q? / answered on 23 November 2026 / A",
            ),
            ("question:open", "Q?", "Q? / pas encore de réponse", "Q? / no answer yet"),
            (
                "support:hypnosis",
                "little | Mme R",
                "Hypnose / Mme R / a un peu aidé",
                "Hypnosis / Mme R / helped a little",
            ),
            ("consent:leaflet", "X", "Notice reçue / X", "Leaflet received / X"),
            (
                "consent:trial",
                "X | | 2026-11-23",
                "Consentement à un essai / X / pas signé / retiré le 23 novembre 2026",
                "Consent to a trial / X / not signed / withdrawn on 23 November 2026",
            ),
            (
                "medicine:painkiller",
                "morphine | as-needed",
                "morphine (contre la douleur) / au besoin",
                "morphine (against pain) / as needed",
            ),
            (
                "intake:taken",
                "morphine | 14:05 | good",
                "morphine / pris / 14 h 05 / bon effet après une heure",
                "morphine / taken / 14:05 / good relief after an hour",
            ),
            (
                "wish:directives",
                "| tiroir",
                "Directives anticipées / tiroir",
                "Advance directives / tiroir",
            ),
            (
                "change:dose-reduced",
                "FOLFOX | | toxicity",
                "Dose réduite / FOLFOX / mal supporté",
                "Dose reduced / FOLFOX / poorly tolerated",
            ),
            (
                "treatment:targeted",
                "osimertinib | 21 | 2026-12-01 | progression | EGFR exon 19",
                "Thérapie ciblée (osimertinib) / EGFR exon 19 / tous les 21 jours / depuis le 23 novembre 2026 / \
                 jusqu’au 1er décembre 2026 / la maladie a progressé",
                "Targeted therapy (osimertinib) / EGFR exon 19 / every 21 days / since 23 November 2026 / \
                 until 1 December 2026 / the disease progressed",
            ),
        ] {
            assert_eq!(said(Lang::Fr, item, value), french);
            assert_eq!(said(Lang::En, item, value), english);
        }
    }
}
