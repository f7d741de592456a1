//! The numbers that a sentence tells, and those that it has to tell.

use crate::line::Line;
use crate::plain::Expected;

/// The numbers of a sentence, with their signs, a decimal comma as a point.
pub fn numbers(sentence: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut current = String::new();
    let chars: Vec<char> = sentence.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let next_is_digit = chars.get(i + 1).is_some_and(char::is_ascii_digit);
        let inside = current.ends_with(|c: char| c.is_ascii_digit());
        match c {
            '0'..='9' => current.push(c),
            '.' | ',' if inside && next_is_digit => current.push('.'),
            '+' | '−' | '±' if next_is_digit => current.push(c),
            _ => all.extend((!current.is_empty()).then(|| std::mem::take(&mut current))),
        }
    }
    all.extend((!current.is_empty()).then_some(current));
    all.sort();
    all
}

pub fn one_decimal(value: f64) -> String {
    format!("{:.1}", (value * 10.0).round() / 10.0)
}

/// A temperature or a weight: one decimal, two where it was given with two.
pub fn measure(value: f64) -> String {
    let hundredths = (value * 100.0).round();
    if hundredths % 10.0 == 0.0 { format!("{value:.1}") } else { format!("{value:.2}") }
}

pub fn signed(value: f64) -> String {
    let text = one_decimal(value.abs());
    match () {
        () if text == "0.0" => "±0".to_owned(),
        () if value > 0.0 => format!("+{text}"),
        () => format!("−{text}"),
    }
}

/// The numbers that the sentence of this rule has to tell, and the words' own.
pub fn numbers_to_tell(line: &Line, expected: &Expected) -> Vec<String> {
    let whole = |value: Option<f64>| value.map(|value| format!("{value:.0}"));
    let told = |value: Option<f64>| value.map(one_decimal).unwrap();
    // 'One answer' is a word.
    let count = |n: usize| (n != 1).then(|| n.to_string());
    let plain = |all: &[&str]| all.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let mut tell: Vec<String> = match line.rule.as_str() {
        "fever" | "fever-with" | "low-temperature" => vec![measure(expected.now.unwrap())],
        rule if rule.starts_with("cord-") && rule != "cord-signs-alone" => {
            let mut all = plain(&["10"]);
            all.extend(whole(expected.now));
            all.extend((rule == "cord-signs").then(|| "7".to_owned()));
            all
        }
        "breath" => match whole(expected.now) {
            Some(now) => vec![now, "10".to_owned()],
            None => Vec::new(),
        },
        "gut" | "gut-severe" | "dry" | "blocked" => whole(expected.now).into_iter().collect(),
        "severe" => {
            let counted = ["vomiting", "diarrhoea", "constipation"];
            let mut all = plain(&["7"]);
            all.extend(whole(expected.now));
            all.extend((!counted.contains(&line.items[0].as_str())).then(|| "10".to_owned()));
            all
        }
        "state-newly" => whole(expected.now).into_iter().chain(plain(&["4"])).collect(),
        "state-dropped" => whole(expected.now)
            .into_iter()
            .chain(whole(expected.before))
            .chain(plain(&["4"]))
            .collect(),
        "weight" | "weight-slow" => {
            let (now, before) = (expected.now.unwrap(), expected.before.unwrap());
            let mut all = vec![measure(now), measure(before)];
            all.push(signed((now - before) / before * 100.0));
            all.extend(count(expected.before_answers.unwrap()));
            all
        }
        "new-pain" => {
            let mut all = vec![told(expected.now), "10".to_owned()];
            all.extend(count(expected.answers));
            all
        }
        "returned" => {
            let mut all = vec![told(expected.now), "14".to_owned(), "0".to_owned()];
            all.extend(count(expected.answers));
            all
        }
        "trend" => {
            let (now, before) = (told(expected.now), told(expected.before));
            // The change is that of the numbers as they are told.
            let change = now.parse::<f64>().unwrap() - before.parse::<f64>().unwrap();
            let mut all = vec![now, before, signed(change), "7".to_owned()];
            all.extend(expected.cycles.and_then(count));
            all.extend(count(expected.answers));
            if line.items[0] == "performance" {
                all.extend(plain(&["0", "4"]));
            }
            all
        }
        "silence-no-entry" => {
            let silent = usize::try_from(expected.to - expected.from + 1).unwrap();
            let mut all: Vec<String> = count(silent).into_iter().collect();
            for day in ["from", "to"] {
                let date: Vec<&str> =
                    line.value["evidence"][day].as_str().unwrap().split('-').collect();
                all.extend([date[2].trim_start_matches('0').to_owned(), date[0].to_owned()]);
            }
            all
        }
        // The listening line's own number.
        "dark-thoughts" => plain(&["3114"]),
        _ => Vec::new(),
    };
    tell.sort();
    tell
}
