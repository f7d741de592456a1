//! A prompt as a row: everything it says and what came of it, in JSON, so that nothing of it is lost.

use serde::{Deserialize, Serialize};
use vigie_model::{Allowed, Day, Invalid, Label, Moment, Note};
use vigie_watch::{Felt, Finding, Outcome, Prompt, PromptLevel};

use crate::PromptStory;

/// A prompt with what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromptRow {
    /// The prompt.
    pub prompt: Prompt,
    /// What the person did, oldest first.
    pub outcomes: Vec<Outcome>,
    /// How urgent it feels to the person, and when they said so.
    pub felt: Option<(Moment, Felt)>,
}

impl From<&PromptStory> for PromptRow {
    fn from(story: &PromptStory) -> Self {
        let PromptStory { prompt, outcomes, felt, .. } = story.clone();
        Self { prompt, outcomes, felt }
    }
}

/// The form in the table. Names are never changed; its day is the column `date`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    at: Moment,
    level: PromptLevel,
    at_once: bool,
    findings: Vec<Finding>,
    pack: String,
    pack_version: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    outcomes: Vec<WrittenOutcome>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    felt: Option<WrittenFelt>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOutcome {
    at: Moment,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contact: Option<Label>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    advice: Option<Note>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFelt {
    at: Moment,
    how: String,
}

/// Most characters of the name of a rule or a pack, and most findings and outcomes: more than any journal makes.
const MOST: usize = 1000;

impl PromptRow {
    pub(super) fn to_json(&self) -> String {
        let Prompt { at, level, at_once, ref findings, ref pack, pack_version, .. } = self.prompt;
        let outcome = |outcome: &Outcome| WrittenOutcome {
            at: outcome.at,
            kind: outcome.kind.code().to_owned(),
            contact: outcome.contact.clone(),
            advice: outcome.advice.clone(),
        };
        let felt = self.felt.map(|(at, how)| WrittenFelt { at, how: how.code().to_owned() });
        let written = Written {
            at,
            level,
            at_once,
            findings: findings.clone(),
            pack: pack.clone(),
            pack_version,
            outcomes: self.outcomes.iter().map(outcome).collect(),
            felt,
        };
        // Numbers, texts and lists of them: there is nothing JSON could not say.
        serde_json::to_string(&written).unwrap_or_default()
    }

    pub(super) fn from_json(day: Day, json: &str) -> Result<Self, Invalid> {
        let refused = || Invalid::new("prompt", Allowed::AsExported);
        let written: Written = serde_json::from_str(json).map_err(|_| refused())?;
        let Written { at, level, at_once, findings, pack, pack_version, .. } = written;
        let mut moments = vec![at];
        let mut outcomes = Vec::new();
        for WrittenOutcome { at, kind, contact, advice } in written.outcomes {
            moments.push(at);
            outcomes.push(Outcome { at, kind: kind.parse()?, contact, advice });
        }
        let mut felt = None;
        if let Some(WrittenFelt { at, how }) = written.felt {
            moments.push(at);
            felt = Some((at, how.parse()?));
        }
        let is_name = |name: &str| !name.is_empty() && name.len() <= MOST;
        let plausible = !findings.is_empty()
            && findings.len().max(outcomes.len()) <= MOST
            && is_name(&pack)
            && findings.iter().all(|finding| is_name(&finding.rule))
            // A reason about what was left out may be missing; no reason is more urgent than the prompt.
            && findings.iter().all(|finding| (finding.level, finding.at_once) <= (level, at_once))
            && moments.iter().all(|moment| moment.offset_minutes.unsigned_abs() <= 14 * 60);
        if !plausible {
            return Err(refused());
        }
        let prompt = Prompt { day, at, level, at_once, findings, pack, pack_version };
        Ok(Self { prompt, outcomes, felt })
    }

    /// The moments it speaks of: when it was made, and when somebody did something about it.
    pub fn moments(&self) -> impl Iterator<Item = Moment> {
        let outcomes = self.outcomes.iter().map(|outcome| outcome.at);
        outcomes.chain([self.prompt.at]).chain(self.felt.map(|(at, _)| at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::TableCell;
    use super::*;
    use vigie_watch::{Basis, Channel, Evidence, OutcomeKind, Subject};

    fn day() -> Day {
        "2026-11-23".parse().unwrap()
    }

    fn row() -> PromptRow {
        let at = Moment::at(day(), 600, 60);
        let finding = Finding {
            rule: "trend".to_owned(),
            channel: Channel::Trend,
            level: PromptLevel::Today,
            at_once: false,
            items: vec![Subject::Item("own:a;=1".parse().unwrap()), Subject::Temperature],
            score: Some(0.1 + 0.2),
            threshold: Some(2.675),
            evidence: Evidence {
                before: Some(1.0 / 3.0),
                before_answers: Some(7),
                basis: Some(Basis::SameCycleDays { cycles: 2 }),
                ..Evidence::on(day())
            },
        };
        let (contact, advice) = (Label::new("name", "A").ok(), Note::new("note", "\"b\"\n=c").ok());
        PromptRow {
            prompt: Prompt {
                day: day(),
                at,
                level: PromptLevel::Today,
                at_once: false,
                findings: vec![finding],
                pack: "vigie".to_owned(),
                pack_version: 1,
            },
            outcomes: vec![Outcome { at, kind: OutcomeKind::Reached, contact, advice }],
            felt: Some((at, Felt::NotUrgent)),
        }
    }

    #[test]
    fn a_prompt_reads_back_to_the_last_digit_and_is_no_formula() {
        let cell = TableCell::Beside(Box::new(super::super::Beside::Prompt(row())));
        let value = cell.value();
        assert!(value.starts_with('{') && !value.contains(";=") && !value.contains('\n'));
        assert_eq!(TableCell::parse(day(), "prompt", &value).unwrap(), cell);
    }

    /// What stands in people's tables: it has to be read for ever.
    #[test]
    fn the_form_in_the_table_is_the_same_for_ever() {
        let frozen = concat!(
            r#"{"at":{"utc_millis":1795424400000,"offset_minutes":60},"level":"today","at_once":false,"#,
            r#""findings":[{"rule":"trend","channel":"trend","level":"today","at_once":false,"#,
            r#""items":["own:a;=1","temperature"],"score":0.30000000000000004,"threshold":2.675,"#,
            r#""evidence":{"from":"2026-11-23","to":"2026-11-23","answers":1,"now":null,"#,
            r#""before":0.3333333333333333,"before_answers":7,"basis":{"same-cycle-days":{"cycles":2}},"#,
            r#""ticks":[]}}],"pack":"vigie","pack_version":1,"#,
            r#""outcomes":[{"at":{"utc_millis":1795424400000,"offset_minutes":60},"kind":"reached","#,
            r#""contact":"A","advice":"\"b\"\n=c"}],"#,
            r#""felt":{"at":{"utc_millis":1795424400000,"offset_minutes":60},"how":"not-urgent"}}"#,
        );
        assert_eq!(row().to_json(), frozen);
        assert_eq!(PromptRow::from_json(day(), frozen).unwrap(), row());
    }

    #[test]
    fn what_no_export_wrote_is_refused() {
        let good = row().to_json();
        for (from, to) in [
            ("{\"at\"", "[\"at\""),
            ("\"pack\":\"vigie\"", "\"pack\":\"\""),
            ("\"pack\"", "\"pakc\""),
            (
                "\"level\":\"today\",\"at_once\":false,\"findings\"",
                "\"level\":\"mention\",\"at_once\":false,\"findings\"",
            ),
            (
                "\"level\":\"today\",\"at_once\":false,\"items\"",
                "\"level\":\"today\",\"at_once\":true,\"items\"",
            ),
            ("\"offset_minutes\":60", "\"offset_minutes\":20000"),
            ("\"trend\",\"channel\"", "\"\",\"channel\""),
            ("\"felt\"", "\"flet\""),
        ] {
            let bad = good.replacen(from, to, 1);
            assert_ne!(bad, good);
            let refused = PromptRow::from_json(day(), &bad).unwrap_err();
            assert_eq!(refused, Invalid::new("prompt", Allowed::AsExported), "{to}");
        }
        let nothing =
            PromptRow { prompt: Prompt { findings: Vec::new(), ..row().prompt }, ..row() };
        assert!(PromptRow::from_json(day(), &nothing.to_json()).is_err());
        let bad = good.replace("not-urgent", "soon");
        let felt = Invalid::new("felt", Allowed::KnownCode);
        assert_eq!(PromptRow::from_json(day(), &bad).unwrap_err(), felt);
    }
}
