//! That the table and its description are whole, and that a story which says anything else than what comes of it fails: of each
//! kind of expectation one is changed in memory.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::run::{OTHERWISE, run};
use crate::stand_ins::files;
use crate::table;

/// What each step may expect. The description of the format names them in the step's row.
const EXPECTED: &[(&str, &[&str])] = &[
    ("create", &["fails", "fewest"]),
    ("open", &["fails", "fault", "found", "known"]),
    ("lock", &[]),
    ("restore", &["fails", "fault"]),
    ("backup", &["fails", "records"]),
    ("merge", &["fails", "fault", "records", "entries", "conflicts"]),
    ("add_key", &["fails", "fault"]),
    ("keys", &["kinds"]),
    ("vault", &[]),
    ("profile", &[]),
    ("record", &["fails", "field", "prompt"]),
    ("amend", &["prompt"]),
    ("withdraw", &["fails"]),
    ("keep_draft", &["fails"]),
    ("draft", &["fails", "entry"]),
    (
        "today",
        &[
            "fails",
            "asked",
            "yesterday",
            "ask_temperature",
            "missed",
            "treatment_day",
            "days",
            "days_answered",
            "entries",
            "open",
        ],
    ),
    ("resolve", &["fails", "open"]),
    ("silence", &["prompt"]),
    ("say", &["headline", "reasons_have", "what_to_say_has"]),
    ("series", &["cells"]),
    ("care", &["fails", "field"]),
    ("amend_care", &[]),
    ("withdraw_care", &["fails"]),
    ("questions", &["waiting", "answered"]),
    ("doses", &["doses"]),
    ("reminders", &["moments"]),
    ("attach", &["fails", "field"]),
    ("attachments", &["files"]),
    ("preview", &["parts", "has", "has_not"]),
    ("export", &["fails", "starts_with", "has", "has_not", "lines"]),
    ("verify", &["entries", "prompts", "attachments", "anchored"]),
    ("copy", &[]),
    ("erase", &[]),
    ("fill", &[]),
];

/// What is told of a prompt, but its name.
const OF_A_PROMPT: &[&str] =
    &["level", "at_once", "items", "rules", "call", "due", "overdue", "outcomes"];

fn format() -> &'static str {
    include_str!("../../../../tests/stories/README.md")
}

fn steps() -> Vec<Value> {
    table().iter().flat_map(|story| story["steps"].as_array().unwrap().clone()).collect()
}

/// The rows of the table of steps: the name, and what stands beside it.
fn rows() -> Vec<(&'static str, &'static str)> {
    let rows = format().lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once('`')).filter(|(name, _)| *name != "do").collect()
}

#[test]
fn the_format_names_every_step_and_every_step_is_in_a_story() {
    let named: Vec<&str> = rows().into_iter().map(|(name, _)| name).collect();
    let known: Vec<&str> = EXPECTED.iter().map(|(name, _)| *name).collect();
    assert_eq!(named, known);
    let steps = steps();
    let used: BTreeSet<&str> = steps.iter().map(|step| step["do"].as_str().unwrap()).collect();
    assert_eq!(used, known.into_iter().collect());
}

#[test]
fn the_format_names_every_expectation_in_the_row_of_its_step() {
    let anywhere = ["fails", "field", "fault", "fewest", "found", "known"];
    for ((name, row), (_, expected)) in rows().into_iter().zip(EXPECTED) {
        for key in *expected {
            let told = if anywhere.contains(key) { format() } else { row };
            assert!(told.contains(&format!("`{key}`")), "{name}: {key}");
        }
    }
    for key in OF_A_PROMPT {
        assert!(format().contains(&format!("\"{key}\"?")), "{key}");
    }
}

/// Another value of the kind.
fn another(key: &str, value: &Value) -> Value {
    match value {
        Value::Null => json!(1),
        Value::Bool(told) => json!(!told),
        Value::Number(number) => json!(number.as_u64().unwrap() + 1),
        Value::String(text) => json!(format!("{text}x")),
        // A prompt, where there is none.
        Value::Object(_) if ["prompt", "open"].contains(&key) => Value::Null,
        Value::Object(map) => {
            let mut map = map.clone();
            let first = map.keys().next().unwrap().clone();
            map.remove(&first);
            Value::Object(map)
        }
        // Every text holds the empty one.
        Value::Array(_) if key == "has_not" => json!([""]),
        Value::Array(all) => {
            let mut all = all.clone();
            let last = all.pop().unwrap();
            if ["has", "reasons_have", "what_to_say_has"].contains(&key) {
                all.push(another(key, &last));
            }
            Value::Array(all)
        }
    }
}

fn is_bare(value: &Value) -> bool {
    match value {
        Value::Array(all) => all.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// The steps of a story up to the first that is of this kind: the shortest such story.
fn first(is: impl Fn(&Value) -> bool) -> Option<Vec<Value>> {
    let stories = table().into_iter().filter(|story| story.get("needs").is_none());
    let until = stories.filter_map(|story| {
        let steps = story["steps"].as_array().unwrap();
        let n = steps.iter().position(&is)?;
        Some(steps[..=n].to_vec())
    });
    until.min_by_key(Vec::len)
}

/// That the last of these steps, changed, is not what comes of it: for want of agreement, not because it cannot be read. As it
/// stands in the table each is right, or its story's own test fails.
fn notices(mut steps: Vec<Value>, change: impl FnOnce(&mut Value)) {
    let last = steps.len();
    change(&mut steps[last - 1]);
    let changed = steps[last - 1].clone();
    let folder = tempfile::tempdir().unwrap();
    let told = run(&Value::Array(steps), folder.path());
    let why = told.expect_err(&format!("nobody noticed: {changed}"));
    assert!(why.starts_with(&format!("step {last},")) && why.contains(OTHERWISE), "{why}");
}

#[test]
fn an_expectation_that_is_changed_is_noticed() {
    for (name, expected) in EXPECTED {
        for key in *expected {
            let has = |step: &Value| {
                step["do"] == *name && step.get(key).is_some_and(|value| !is_bare(value))
            };
            let steps = first(has).unwrap_or_else(|| panic!("no {name} with {key}"));
            notices(steps, |step| step[*key] = another(key, &step[*key]));
        }
    }
}

/// Where a step tells of a prompt, if it tells this of it.
fn place(step: &Value, key: &str) -> Option<String> {
    let places = ["/prompt", "/open/0", "/open"].map(|prompt| format!("{prompt}/{key}"));
    places.into_iter().find(|place| step.pointer(place).is_some_and(|value| !is_bare(value)))
}

#[test]
fn a_part_of_a_prompt_that_is_changed_is_noticed() {
    for key in OF_A_PROMPT {
        let steps = first(|step| place(step, key).is_some()).unwrap();
        notices(steps, |step| {
            let told = step.pointer_mut(&place(step, key).unwrap()).unwrap();
            *told = another(key, told);
        });
    }
}

#[test]
fn a_prompt_that_is_not_told_another_one_or_none_is_noticed() {
    notices(first(|step| step["prompt"].is_object()).unwrap(), |step| {
        step.as_object_mut().unwrap().remove("prompt");
    });
    let quiet = |step: &Value| step["do"] == "record" && step.get("prompt").is_none();
    notices(first(quiet).unwrap(), |step| step["prompt"] = json!({}));
    // The name of another prompt.
    let silence = first(|step| step["open"][0]["as"] == "silence").unwrap();
    notices(silence, |step| step["open"][0]["as"] = json!("fever"));
}

#[test]
fn a_failure_that_is_not_told_and_one_that_does_not_come_are_noticed() {
    notices(first(|step| step["fails"] == "WrongKey").unwrap(), |step| {
        step.as_object_mut().unwrap().remove("fails");
    });
    let well = first(|step| step["do"] == "record" && step.get("fails").is_none()).unwrap();
    notices(well, |step| step["fails"] = json!("DiskFull"));
}

#[test]
fn a_word_that_nobody_knows_is_refused() {
    let create = json!({
        "do": "create", "at": "2026-11-23T10:00:00.000+01:00", "dir": "phone",
        "passphrase": "quatre mots bien secrets",
    });
    for (step, word) in [
        (json!({ "do": "lok" }), "lok"),
        (json!({ "do": "today", "mised": [] }), "mised"),
        (json!({ "do": "record", "entry": { "day": "2026-11-23", "fatigue": 3 } }), "fatigue"),
        (json!({ "do": "verify", "fails": "Damaged", "entrys": 1 }), "did not fail"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let why = run(&json!([create, step]), folder.path()).unwrap_err();
        assert!(why.starts_with("step 2,") && why.contains(word), "{why}");
    }
}

#[test]
fn one_changed_byte_or_one_file_more_is_seen_in_a_folder_that_is_to_stay_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let seen = || files(folder.path()).unwrap();
    std::fs::write(folder.path().join("one"), "a").unwrap();
    let before = seen();
    assert_eq!(seen(), before);
    std::fs::write(folder.path().join("one"), "b").unwrap();
    assert_ne!(seen(), before);
    std::fs::write(folder.path().join("one"), "a").unwrap();
    std::fs::write(folder.path().join("two"), "").unwrap();
    assert_ne!(seen(), before);
}
