//! What the watch found, as sentences: the same in the app, the command and the report.

use crate::PromptStory;
use vigie_watch::{Basis, Call, Channel, Felt, Finding, Outcome, Prompt, PromptLevel, Subject};
use vigie_words::{Arg, Lang, Words, lowered};

/// Days of the week that the trend's evidence looks at.
const WEEK: u32 = 7;

/// The name of what a finding is about.
pub fn subject(words: &Words, subject: &Subject) -> String {
    match subject {
        Subject::Item(item) => words.item(item),
        Subject::Temperature => words.text("temperature"),
        Subject::Weight => words.text("weight"),
        Subject::Performance => words.text("performance"),
        Subject::Alarm(alarm) => words.alarm(*alarm),
    }
}

/// One reason in one sentence, with its numbers.
pub fn reason(words: &Words, finding: &Finding) -> String {
    let evidence = &finding.evidence;
    let subjects: Vec<String> = finding
        .items
        .iter()
        .enumerate()
        .map(|(i, one)| if i == 0 { subject(words, one) } else { in_sentence(words, one) })
        .collect();
    let ticks: Vec<String> =
        evidence.ticks.iter().map(|alarm| lowered(&words.alarm(*alarm))).collect();
    let single = evidence.answers <= 1;
    let number = |value: Option<f64>| {
        // A mean has one decimal, a single rating none.
        let decimals = match finding.items.first() {
            Some(Subject::Temperature | Subject::Weight) => 1,
            _ if single || finding.rule.starts_with("state-") => 0,
            _ => 1,
        };
        value.map_or_else(|| "?".to_owned(), |value| words.number(value, decimals))
    };
    let change = match (evidence.now, evidence.before) {
        // Of the numbers as they are told, so that it can be checked by hand.
        (Some(now), Some(before)) => words.change(told_mean(now) - told_mean(before)),
        _ => String::new(),
    };
    let basis = match evidence.basis {
        Some(Basis::SameCycleDays { cycles }) => {
            words.with("basis-same-cycle-days", &[("cycles", cycles.into())])
        }
        Some(Basis::EarlierDays) | None => words.text("basis-earlier-days"),
    };
    let args: &[(&str, Arg<'_>)] = &[
        ("what", words.list(&subjects).into()),
        ("ticks", words.list(&ticks).into()),
        ("now", number(evidence.now).into()),
        ("before", number(evidence.before).into()),
        ("change", change.into()),
        ("basis", basis.into()),
        ("answers", evidence.answers.into()),
        ("days", WEEK.into()),
        ("silent", (evidence.to.since(evidence.from) + 1).into()),
        ("from", words.day(evidence.from).into()),
        ("to", words.day(evidence.to).into()),
    ];
    let state = finding.rule == "trend" && finding.items.contains(&Subject::Performance);
    let id = if state { "rule-trend-state".to_owned() } else { format!("rule-{}", finding.rule) };
    if words.has(&id) {
        return words.with(&id, args);
    }
    // A team's own rule: its pack brings the words; until then the plain form of its channel.
    words.with(if finding.channel == Channel::Trend { "rule-trend" } else { "rule-severe" }, args)
}

/// A mean with the one decimal it is told with.
fn told_mean(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn level_id(level: PromptLevel, at_once: bool) -> &'static str {
    match (level, at_once) {
        (PromptLevel::Now, _) => "level-now",
        (PromptLevel::Today, true) => "level-today-at-once",
        (PromptLevel::Today, false) => "level-today",
        (PromptLevel::Mention, _) => "level-mention",
    }
}

/// What to do, as a sentence.
pub fn level(words: &Words, level: PromptLevel, at_once: bool) -> String {
    words.text(level_id(level, at_once))
}

/// What to do, in two or three words for a table.
pub fn level_short(words: &Words, level: PromptLevel, at_once: bool) -> String {
    words.text(&format!("{}-short", level_id(level, at_once)))
}

/// The prompt in one line: what to do.
pub fn headline(words: &Words, prompt: &Prompt) -> String {
    if prompt.is_silence() {
        return words.text("level-silence");
    }
    level(words, prompt.level, prompt.at_once)
}

/// Whom to call, with the number and, where they are known, the hours.
pub fn call(words: &Words, call: &Call) -> String {
    let (id, contact, phone) = match call {
        Call::Emergency => return words.text("call-emergency"),
        Call::Team => return words.text("call-team"),
        Call::Contact(contact) if contact.hours.is_some() => {
            ("call-contact-hours", contact, &contact.phone)
        }
        Call::Contact(contact) => ("call-contact", contact, &contact.phone),
        Call::OutOfHours(contact) => {
            ("call-out-of-hours", contact, contact.out_of_hours.as_ref().unwrap_or(&contact.phone))
        }
    };
    let hours = contact.hours.map(|hours| words.hours(hours)).unwrap_or_default();
    words.with(
        id,
        &[
            ("name", contact.name.as_str().into()),
            ("role", words.role(contact.role).into()),
            ("phone", phone.as_str().into()),
            ("hours", hours.into()),
        ],
    )
}

/// What can be said on the telephone.
pub fn what_to_say(words: &Words, prompt: &Prompt) -> String {
    if prompt.is_silence() {
        return words.text("what-to-say-silence");
    }
    // Names only: someone in pain reads this aloud.
    let mut told: Vec<&Subject> = Vec::new();
    for one in prompt.findings.iter().flat_map(|finding| &finding.items) {
        if !told.contains(&one) {
            told.push(one);
        }
    }
    let names: Vec<String> = told.into_iter().map(|one| in_sentence(words, one)).collect();
    let between = match words.lang() {
        Lang::Fr => "\u{202f}; ",
        Lang::En => "; ",
    };
    words.with("what-to-say", &[("reasons", names.join(between).into())])
}

/// A name as inside a sentence; the person's own words keep their letters.
fn in_sentence(words: &Words, one: &Subject) -> String {
    match one {
        Subject::Item(item) => words.item_in_sentence(item),
        other => lowered(&subject(words, other)),
    }
}

/// What came of it: `équipe jointe (Mme Martin)`, without the advice.
pub fn outcome(words: &Words, outcome: &Outcome) -> String {
    let kind = words.text(&format!("outcome-{}", outcome.kind.code()));
    match &outcome.contact {
        Some(contact) => words.with(
            "outcome-with",
            &[("outcome", kind.into()), ("contact", contact.as_str().into())],
        ),
        None => kind,
    }
}

/// How urgent it feels to the person: `ressenti : pas urgent`.
pub fn felt(words: &Words, felt: Felt) -> String {
    let felt = words.text(&format!("felt-{}", felt.code()));
    words.with("felt", &[("felt", felt.into())])
}

/// Where a prompt stands that nobody has answered; `None` when somebody has.
pub fn still_open(words: &Words, story: &PromptStory) -> Option<String> {
    if story.is_closed() {
        return None;
    }
    Some(match story.carried_to {
        Some(day) => words.with("outcome-carried", &[("day", words.day(day).into())]),
        None => words.text("outcome-open"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::SymptomCode;
    use vigie_watch::{Evidence, OutcomeKind, RulePack};

    fn finding(rule: &str) -> Finding {
        let day = "2026-11-23".parse().unwrap();
        Finding {
            rule: rule.to_owned(),
            channel: Channel::Trend,
            level: PromptLevel::Today,
            at_once: false,
            items: vec![Subject::Item(SymptomCode::Fatigue.into())],
            score: Some(3.0),
            threshold: Some(2.6),
            evidence: Evidence {
                answers: 7,
                now: Some(6.4),
                before: Some(4.1),
                before_answers: Some(19),
                basis: Some(Basis::SameCycleDays { cycles: 3 }),
                ..Evidence::on(day)
            },
        }
    }

    #[test]
    fn a_trend_is_told_with_numbers_a_nurse_can_check() {
        assert_eq!(
            reason(Words::of(Lang::Fr), &finding("trend")),
            "Fatigue\u{202f}: 6,4 en moyenne cette semaine\u{202f}; 4,1 les mêmes jours de vos 3 \
             derniers cycles (+2,3). 7 réponses sur 7."
        );
        assert_eq!(
            reason(Words::of(Lang::En), &finding("trend")),
            "Fatigue: 6.4 on average this week; 4.1 on the same days of your last 3 cycles \
             (+2.3). 7 answers of 7."
        );
    }

    #[test]
    fn every_rule_of_the_built_in_pack_has_its_sentence_in_both_languages() {
        let rules = RulePack::builtin().rules.iter().map(|rule| rule.id.as_str());
        let silences = ["silence-no-entry", "silence-too-unwell"];
        let others = ["severe", "trend", "new-pain", "returned", "two-ambers"];
        for rule in rules.chain(silences).chain(others) {
            for &lang in Lang::ALL {
                let words = Words::of(lang);
                assert!(words.has(&format!("rule-{rule}")), "{rule}");
                assert!(reason(words, &finding(rule)).len() > 10, "{rule}");
            }
        }
    }

    #[test]
    fn every_level_and_outcome_has_its_words() {
        for &lang in Lang::ALL {
            let words = Words::of(lang);
            for one in [PromptLevel::Now, PromptLevel::Today, PromptLevel::Mention] {
                for at_once in [false, true] {
                    assert!(words.has(level_id(one, at_once)));
                    assert!(!level_short(words, one, at_once).is_empty());
                }
            }
            for &kind in OutcomeKind::ALL {
                assert!(words.has(&format!("outcome-{}", kind.code())));
            }
            for &how in Felt::ALL {
                assert!(felt(words, how).len() > 10, "{how:?}");
            }
        }
    }
}
