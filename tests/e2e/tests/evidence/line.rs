//! A line of the replay, and whether its numbers are those of the table.

use serde_json::Value;
use vigie_journal::{Budget, ReplayOptions, replay};

use crate::plain::{Expected, Person, day_number};

pub struct Line {
    pub patient: String,
    pub day: i32,
    pub rule: String,
    pub items: Vec<String>,
    pub value: Value,
}

pub fn lines(table: &str, budget: Budget) -> Vec<Line> {
    let options = ReplayOptions { budget, threads: 1, ..ReplayOptions::default() };
    let mut out = Vec::new();
    replay(table.as_bytes(), &options, &mut out, &mut |_| {}).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap();
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            Line {
                patient: text(&value["patient"]),
                day: day_number(value["date"].as_str().unwrap()),
                rule: text(&value["rule"]),
                items: value["items"].as_array().unwrap().iter().map(text).collect(),
                value,
            }
        })
        .collect()
}

/// What the line says, in the form of what it should say.
pub fn told(evidence: &Value) -> Expected {
    let count = |value: &Value| value.as_u64().map(|n| usize::try_from(n).unwrap());
    let cycles = &evidence["basis"]["same-cycle-days"]["cycles"];
    Expected {
        from: day_number(evidence["from"].as_str().unwrap()),
        to: day_number(evidence["to"].as_str().unwrap()),
        answers: count(&evidence["answers"]).unwrap(),
        now: evidence["now"].as_f64(),
        before: evidence["before"].as_f64(),
        before_answers: count(&evidence["before_answers"]),
        cycles: count(cycles),
    }
}

pub fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Whether every number of the line is the one that the table gives. `items` are those of its reason.
pub fn checked(
    line: &Line,
    items: &[String],
    evidence: &Value,
    person: &Person,
) -> Result<Expected, String> {
    let expected = person.expected(&line.rule, items, line.day);
    let said = told(evidence);
    let compared_with_days = evidence["basis"] == "earlier-days";
    let same = said.from == expected.from
        && said.to == expected.to
        && said.answers == expected.answers
        && close(said.now, expected.now)
        && close(said.before, expected.before)
        && said.before_answers == expected.before_answers
        && said.cycles == expected.cycles
        && compared_with_days == (expected.before.is_some() && expected.cycles.is_none());
    if !same {
        return Err(format!("said {said:?}, the table gives {expected:?}"));
    }
    for tick in evidence["ticks"].as_array().unwrap() {
        let tick = tick.as_str().unwrap();
        if !person.ticks.contains(&(line.day, tick.to_owned())) {
            return Err(format!("{tick} was not ticked"));
        }
    }
    Ok(expected)
}
