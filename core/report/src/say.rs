//! What the watch found, as sentences: the same in the app, the command and the report.

use crate::PromptStory;
use vigie_model::Scale;
use vigie_watch::{
    Basis, Call, Channel, Felt, Finding, Outcome, Prompt, PromptLevel, Subject, Texts,
};
use vigie_words::{Arg, Lang, Words, lowered, one_line};

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

/// One reason in one sentence, with its numbers. `texts` are what the pack that spoke says of rules of its own
/// ([`PromptStory::texts`]).
pub fn reason(words: &Words, finding: &Finding, texts: &Texts) -> String {
    let evidence = &finding.evidence;
    let inside: Vec<String> =
        finding.items.iter().map(|one| as_a_sign(words, one, finding)).collect();
    let mut subjects = inside.clone();
    if let (Some(first), Some(one)) = (subjects.first_mut(), finding.items.first()) {
        *first = subject(words, one);
    }
    let is_pain = |one: &&Subject| matches!(one, Subject::Item(item) if item.is_pain());
    let pains: Vec<&Subject> = finding.items.iter().filter(is_pain).collect();
    let names: Vec<String> = pains.iter().map(|one| in_sentence(words, one)).collect();
    let ticks: Vec<String> =
        evidence.ticks.iter().map(|alarm| lowered(&words.alarm(*alarm))).collect();
    let now = number(words, finding, evidence.now);
    let before = number(words, finding, evidence.before);
    let (change, percent) = match (evidence.now, evidence.before) {
        // Of the numbers as they are told, so that it can be checked by hand.
        (Some(now), Some(before)) => (
            words.change(told_mean(now) - told_mean(before)),
            words.change((now - before) / before * 100.0),
        ),
        _ => Default::default(),
    };
    let basis = match evidence.basis {
        Some(Basis::SameCycleDays { cycles }) => {
            words.with("basis-same-cycle-days", &[("cycles", cycles.into())])
        }
        Some(Basis::EarlierDays) | None => words.text("basis-earlier-days"),
    };
    let rated =
        words.with("rated", &[("places", pains.len().into()), ("now", now.as_str().into())]);
    let others = inside.get(1..).unwrap_or_default();
    let args: &[(&str, Arg<'_>)] = &[
        ("what", words.list(&subjects).into()),
        ("named", lowered(&words.list(&subjects)).into()),
        ("all", words.list(&inside).into()),
        ("with", words.list(others).into()),
        ("pains", words.list(&names).into()),
        ("ticks", words.list(&ticks).into()),
        ("rated", rated.into()),
        ("now", now.into()),
        ("before", before.into()),
        ("change", change.into()),
        ("percent", percent.into()),
        ("basis", basis.into()),
        ("answers", evidence.answers.into()),
        ("earlier", evidence.before_answers.unwrap_or(0).into()),
        ("days", WEEK.into()),
        ("silent", (evidence.to.since(evidence.from) + 1).into()),
        ("from", words.day(evidence.from).into()),
        ("to", words.day(evidence.to).into()),
    ];
    if let Some(id) = message_id(words, finding) {
        return words.with(&id, args);
    }
    if let Some(text) = own_text(words, &finding.rule, texts) {
        let id = match (subjects.is_empty(), evidence.now) {
            (true, _) => return text,
            (false, Some(_)) => "own-rule-value",
            (false, None) => "own-rule-what",
        };
        return words.with(id, &[args, &[("text", text.into())]].concat());
    }
    // Its pack is not there any more, as after a rescue: the plain form of its channel.
    match finding.channel {
        Channel::Trend => words.with("rule-trend", args),
        _ if evidence.now.is_some() => words.with("own-rule-value-alone", args),
        _ => words.with("own-rule-what-alone", args),
    }
}

/// The message of a finding: that of its rule, in the form for what it saw. `None` for a rule that Vigie has no sentence for.
fn message_id(words: &Words, finding: &Finding) -> Option<String> {
    let rule = finding.rule.as_str();
    let form = match (rule, finding.items.first()) {
        ("trend", Some(Subject::Performance)) => "-state",
        ("severe", Some(Subject::Item(item))) => match item.scale() {
            Scale::Severity => "",
            Scale::Times => "-times",
            Scale::StoolsOverUsual => "-stools",
            Scale::DaysWithout => "-days",
        },
        // A sign was ticked and nothing was rated.
        ("breath" | "dry", _) if finding.evidence.now.is_none() => "-ticked",
        ("gut-severe", _) if finding.items.len() > 1 => "-with",
        _ => "",
    };
    let id = format!("rule-{rule}{form}");
    words.has(&id).then_some(id)
}

/// What a pack says of a rule of its own, as a sentence: in this language, or in another rather than not at all. `None` for a
/// rule that Vigie has a sentence for: that one is said.
pub fn own_text(words: &Words, rule: &str, texts: &Texts) -> Option<String> {
    if words.has(&format!("rule-{rule}")) {
        return None;
    }
    let texts = texts.get(rule)?;
    let text = texts.get(words.lang().code()).or_else(|| texts.values().next())?.trim();
    let text = one_line(text);
    Some(if text.ends_with(['.', '!', '?', '…']) { text } else { format!("{text}.") })
}

/// A number of the evidence as it is told: a mean with one decimal, a rating with none, a measure
/// with as many as it needs, so that no rounding hides on which side of a threshold it lies.
fn number(words: &Words, finding: &Finding, value: Option<f64>) -> String {
    let Some(value) = value else {
        return "?".to_owned();
    };
    let one_decimal = ((value * 10.0).round() / 10.0 - value).abs() < 0.001;
    let decimals = match finding.items.first() {
        Some(Subject::Temperature | Subject::Weight) if one_decimal => 1,
        Some(Subject::Temperature | Subject::Weight) => 2,
        _ if matches!(finding.channel, Channel::Trend) => 1,
        _ => 0,
    };
    words.number(value, decimals)
}

/// What a finding is about, as a sign inside its sentence.
fn as_a_sign(words: &Words, one: &Subject, finding: &Finding) -> String {
    match one {
        // Beside something else it is a fever that counts.
        Subject::Temperature if finding.items.first() != Some(one) => words.text("sign-fever"),
        _ => in_sentence(words, one),
    }
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

/// A prompt in words, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidPrompt {
    /// What to do.
    pub headline: String,
    /// Why, the most urgent first.
    pub reasons: Vec<String>,
    /// What can be said on the telephone.
    pub what_to_say: String,
}

/// A prompt in words; `texts` is what the pack that spoke says of rules of its own.
pub fn prompt(words: &Words, prompt: &Prompt, texts: &Texts) -> SaidPrompt {
    SaidPrompt {
        headline: headline(words, prompt),
        reasons: prompt.findings.iter().map(|finding| reason(words, finding, texts)).collect(),
        what_to_say: what_to_say(words, prompt),
    }
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
            reason(Words::of(Lang::Fr), &finding("trend"), &Texts::new()),
            "Fatigue\u{202f}: 6,4 en moyenne cette semaine\u{202f}; 4,1 les mêmes jours de vos 3 \
             derniers cycles (+2,3). 7 réponses sur 7."
        );
        assert_eq!(
            reason(Words::of(Lang::En), &finding("trend"), &Texts::new()),
            "Fatigue: 6.4 on average this week; 4.1 on the same days of your last 3 cycles \
             (+2.3). 7 answers of 7."
        );
    }

    /// A finding of channel 1 about these subjects.
    fn flag(rule: &str, items: &[&str], now: Option<f64>) -> Finding {
        let channel = if rule == "severe" { Channel::Severe } else { Channel::Flag };
        let items = items.iter().map(|item| item.parse().unwrap()).collect();
        let mut evidence = Evidence { now, ..Evidence::on("2026-11-23".parse().unwrap()) };
        evidence.before = rule.starts_with("weight").then_some(60.0);
        evidence.before_answers = Some(4);
        Finding { channel, items, evidence, ..finding(rule) }
    }

    #[test]
    fn what_a_nurse_would_ask_next_stands_in_the_sentence() {
        for (finding, french, english) in [
            (
                flag("two-ambers", &["diarrhoea", "tick:infusion-site"], None),
                "comptent comme un signe grave : diarrhée et",
                "count as one serious sign: diarrhoea and",
            ),
            (
                flag("fever-with", &["temperature", "breathlessness"], Some(38.25)),
                "Fièvre (38,25 °C) avec d’autres signes d’alerte : essoufflement.",
                "Fever (38.25 °C) with other warning signs: breathlessness.",
            ),
            (
                flag("gut-severe", &["diarrhoea", "temperature"], Some(2.0)),
                "Diarrhée (2 selles de plus que d’habitude) avec : fièvre.",
                "Diarrhoea (2 stools more than usual) with: fever.",
            ),
            (
                flag("dry", &["vomiting"], Some(6.0)),
                "Vous avez vomi 6 fois aujourd’hui : c’est à signaler.",
                "You were sick 6 times today: that is to be reported.",
            ),
            (
                flag("weight", &["weight"], Some(56.99)),
                "Poids : 56,99 kg ; 60,0 kg au plus dans le mois d’avant (−5,0 %). 4 poids notés avant.",
                "Weight: 56.99 kg; at most 60.0 kg in the month before (−5.0%). 4 earlier weights.",
            ),
            (
                flag("severe", &["diarrhoea"], Some(7.0)),
                "Diarrhée : 7 selles de plus que d’habitude. À partir de 7, c’est à signaler.",
                "Diarrhoea: 7 stools more than usual. From 7 on, it is to be reported.",
            ),
            (
                flag("cord-night", &["pain:neck", "pain:lower-back"], Some(5.0)),
                "(5 sur 10 au plus fort).",
                "(5 out of 10 at worst).",
            ),
        ] {
            for (lang, wanted) in [(Lang::Fr, french), (Lang::En, english)] {
                let said = reason(Words::of(lang), &finding, &Texts::default());
                let said = said.replace(['\u{a0}', '\u{202f}'], " ");
                assert!(said.contains(wanted), "{wanted}\n{said}");
            }
        }
        let back = Finding {
            evidence: Evidence { before_answers: Some(14), ..finding("returned").evidence },
            ..finding("returned")
        };
        let said = reason(Words::of(Lang::En), &back, &Texts::default());
        assert_eq!(said, "Fatigue: back for 7 answers (6.4 on average), after 14 answers of 0.");
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
                assert!(reason(words, &finding(rule), &Texts::new()).len() > 10, "{rule}");
            }
        }
    }

    #[test]
    fn a_rule_of_a_team_speaks_in_its_packs_words_with_the_numbers() {
        let mut own = finding("of-ours");
        own.channel = Channel::Flag;
        own.evidence = Evidence { now: Some(6.0), ..Evidence::on(own.evidence.to) };
        let text = |lang: &str, text: &str| (lang.to_owned(), text.to_owned());
        let both = [text("fr", "Appelez l’hôpital de jour"), text("en", "Call the day ward!")];
        let texts = |spoken: &[(String, String)]| {
            Texts::from([("of-ours".to_owned(), spoken.iter().cloned().collect())])
        };
        let (fr, en) = (Words::of(Lang::Fr), Words::of(Lang::En));
        let said = "Appelez l’hôpital de jour. Fatigue\u{202f}: 6.";
        assert_eq!(reason(fr, &own, &texts(&both)), said);
        assert_eq!(reason(en, &own, &texts(&both)), "Call the day ward! Fatigue: 6.");
        // In another language rather than not at all, and never nothing.
        assert_eq!(reason(en, &own, &texts(&both[..1])), "Appelez l’hôpital de jour. Fatigue: 6.");
        assert_eq!(reason(fr, &own, &Texts::new()), "À signaler\u{202f}: fatigue (6).");
        // Vigie's own sentence is never replaced.
        let replaced = Texts::from([("fever".to_owned(), texts(&both)["of-ours"].clone())]);
        assert_eq!(own_text(en, "fever", &replaced), None);
        own.items.clear();
        own.evidence.now = None;
        assert_eq!(reason(en, &own, &texts(&both)), "Call the day ward!");
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
