//! What the page shows once it is open, and what it does not tell before.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde_json::Value;
use vigie_documents::browser::Protected;
use vigie_documents::made_up::{entry_of, note};
use vigie_documents::people::{ten_weeks, two_years};
use vigie_words::Lang;

use crate::{all, in_both, list, text, texts, words_of};

/// Every fixture's page, and what each browser showed of it: read once, looked at by two tests.
fn read() -> &'static [(Protected, Value)] {
    static READ: OnceLock<Vec<(Protected, Value)>> = OnceLock::new();
    READ.get_or_init(|| {
        let pages = all();
        let read = std::cell::RefCell::new(Vec::new());
        in_both("reads", &pages, 1, |page, fact| {
            read.borrow_mut().push((page.clone(), fact.clone()));
        });
        read.into_inner()
    })
}

/// Every text of the JSON.
fn all_texts<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(values) => values.iter().for_each(|value| all_texts(value, into)),
        Value::Object(values) => values.values().for_each(|value| all_texts(value, into)),
        _ => {}
    }
}

/// The rows the table of a chart has to have: the day, and what was answered.
fn rows_of(preview: &Value, chart: &Value) -> Vec<(String, String)> {
    let charts = &preview["charts"];
    let from: vigie_model::Day = text(&charts["from"]).parse().unwrap();
    let day = |offset: usize| from.plus(i32::try_from(offset).unwrap()).to_string();
    let said = |sign: &str| {
        let legend = list(&charts["legend"]);
        let found = legend.iter().find(|one| one["sign"] == sign).unwrap();
        text(&found["text"]).to_owned()
    };
    if let Some(letters) = chart["data"]["cells"].as_str() {
        let answer = |letter| match letter {
            'A' => "10".to_owned(),
            's' => said("skipped"),
            'u' => said("too-unwell"),
            '-' => said("not-asked"),
            '.' => said("no-entry"),
            digit => digit.to_string(),
        };
        return letters.chars().enumerate().map(|(at, c)| (day(at), answer(c))).collect();
    }
    let mut rows: Vec<(String, String)> = Vec::new();
    for pair in list(&chart["data"]["values"]) {
        let on = day(usize::try_from(pair[0].as_u64().unwrap()).unwrap());
        let value = plain(text(&pair[2]), text(&preview["lang"]));
        match rows.last_mut().filter(|(last, _)| *last == on) {
            Some((_, values)) => *values = format!("{values} / {value}"),
            None => rows.push((on, value)),
        }
    }
    rows
}

/// Numbers as they stand in JSON, whatever the language's comma and spaces.
fn plain(answer: &str, lang: &str) -> String {
    let digits = answer.chars().any(|c| c.is_ascii_digit());
    match (digits, lang) {
        (false, _) => answer.to_owned(),
        (true, "fr") => answer.replace(',', ".").replace(['\u{202f}', '\u{a0}'], ""),
        (true, _) => answer.replace(',', ""),
    }
}

/// How often a line begins: a line joins only neighbouring days with a value.
fn pieces_of(chart: &Value) -> usize {
    let days: Vec<u64> = match chart["data"]["cells"].as_str() {
        Some(letters) => {
            let rated = letters.chars().zip(0..).filter(|(c, _)| c.is_ascii_digit() || *c == 'A');
            rated.map(|(_, day)| day).collect()
        }
        None => {
            let values = list(&chart["data"]["values"]);
            values.iter().map(|pair| pair[0].as_u64().unwrap()).collect()
        }
    };
    days.iter().enumerate().filter(|(at, day)| *at == 0 || days[at - 1] + 1 < **day).count()
}

#[test]
fn every_page_shows_all_of_the_report_in_both_browsers_and_each_chart_has_its_table() {
    for (page, fact) in read() {
        let (name, preview) = (&page.name, &page.preview);
        let lang = text(&preview["lang"]);
        assert_eq!(texts(&fact["errors"]), [""; 0], "{name}");
        assert_eq!(fact["heading"], preview["title"], "{name}");
        let shown = texts(&fact["texts"]).join("\n");
        for part in ["person", "period", "made", "treatment", "complete", "about", "left_out"] {
            let text = preview[part].as_str().unwrap_or_default();
            assert!(shown.contains(text), "{name}: {part}");
        }
        let mut told = Vec::new();
        for section in list(&preview["sections"]) {
            told.push(text(&section["title"]));
            // The body map is drawn: what it says is its name.
            for block in list(&section["blocks"]).iter().filter(|one| one.get("body").is_none()) {
                all_texts(block, &mut told);
            }
        }
        // A group says that there is none only when there is none.
        let changes = list(&preview["sections"][0]["blocks"]).iter();
        let groups = changes.filter_map(|block| block.get("groups")).flat_map(list);
        let none: Vec<&str> = groups.filter_map(|group| group["none"].as_str()).collect();
        for text in told.iter().filter(|text| !none.contains(*text)) {
            assert!(shown.contains(text), "{name}: {text:?}");
        }
        let blocks = list(&preview["sections"]).iter().flat_map(|part| list(&part["blocks"]));
        let tables = blocks.filter_map(|block| block.get("table"));
        let cells = |cells: &Value, key: &str| -> Vec<String> {
            list(cells).iter().map(|cell| text(&cell[key]).to_owned()).collect()
        };
        let expected: Vec<Vec<Vec<String>>> = tables
            .map(|table| {
                let rows = list(&table["rows"]).iter().map(|row| cells(row, "text"));
                std::iter::once(cells(&table["columns"], "title")).chain(rows).collect()
            })
            .collect();
        assert_eq!(fact["tables"], serde_json::json!(expected), "{name}");
        assert_eq!(fact["scopes"], true, "{name}");
        let charts = list(&preview["charts"]["charts"]);
        let drawn = list(&fact["charts"]);
        assert_eq!(drawn.len(), charts.len(), "{name}");
        for (chart, drawn) in charts.iter().zip(drawn) {
            assert_eq!((&drawn["name"], &drawn["alt"]), (&chart["name"], &chart["alt"]), "{name}");
            let rows: Vec<(String, String)> = list(&drawn["rows"])
                .iter()
                .map(|row| (text(&row[0]).to_owned(), plain(text(&row[1]), lang)))
                .collect();
            assert_eq!(rows, rows_of(preview, chart), "{name}: {}", chart["name"]);
            let line = text(&drawn["line"]);
            assert_eq!(line.matches('M').count(), pieces_of(chart), "{name}: {}", chart["name"]);
        }
    }
}

#[test]
fn before_it_is_open_neither_the_page_nor_its_title_nor_its_bytes_tell_anything() {
    for (page, fact) in read() {
        let title = words_of(page).text("page-title");
        assert_eq!(fact["before"]["title"], title.as_str(), "{}", page.name);
        assert_eq!(fact["title"], title.as_str(), "{}", page.name);
        let seen = text(&fact["before"]["text"]);
        for secret in secrets(page) {
            assert!(!seen.contains(&secret), "{}: {secret}", page.name);
        }
    }
    for (page, _) in read() {
        let searched = searched(page);
        for secret in secrets(page) {
            for form in forms(&secret) {
                let there = searched.iter().any(|text| text.contains(&form));
                assert!(!there, "{}: {secret}", page.name);
            }
        }
    }
    // The search finds what is there: a word of the page's own.
    let title = latin1("Document protégé".as_bytes());
    assert!(
        forms("Document protégé").contains(&title) && searched(&read()[0].0)[0].contains(&title)
    );
}

/// Bytes as characters, one each: what is searched quickly.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The file, and what its ciphertext is in base 64.
fn searched(page: &Protected) -> [String; 2] {
    let text = page.text();
    let (_, sealed) = text.split_once("aes-256-gcm ").unwrap();
    let (sealed, _) = sealed.split_once('<').unwrap();
    let (_, body) = sealed.split_once('\n').unwrap();
    [latin1(&page.bytes), latin1(&decoded(&body.replace('\n', "")))]
}

fn decoded(base64: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: String = base64
        .bytes()
        .filter_map(|byte| LETTERS.iter().position(|letter| *letter == byte))
        .map(|value| format!("{value:06b}"))
        .collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect()
}

/// What must not be seen: the person, the dates, the treatment, notes, items, and the passphrase.
fn secrets(page: &Protected) -> Vec<String> {
    let words = words_of(page);
    let mut told = Vec::new();
    for part in ["title", "person", "period", "made", "treatment", "complete"] {
        told.push(text(&page.preview[part]));
    }
    for section in list(&page.preview["sections"]) {
        told.push(text(&section["title"]));
        all_texts(&section["blocks"], &mut told);
    }
    let charts = list(&page.preview["charts"]["charts"]);
    told.extend(charts.iter().map(|chart| text(&chart["name"])));
    told.push(text(&page.preview["charts"]["from"]));
    told.push(&page.passphrase);
    // What every page says, whoever it is about.
    let own: String = ["page-col-day", "page-title"].iter().map(|id| words.text(id)).collect();
    let telling = told.into_iter().filter(|text| text.chars().count() > 5 && !own.contains(text));
    telling
        .map(|text| text.chars().take(60).collect())
        .collect::<BTreeSet<String>>()
        .into_iter()
        .collect()
}

/// A text as it could stand in a file: as it is, escaped, in UTF-16, and in base 64 at each of three places.
fn forms(text: &str) -> Vec<String> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let escaped: String = text
        .encode_utf16()
        .map(|unit| {
            if unit < 128 {
                char::from(u8::try_from(unit).unwrap()).to_string()
            } else {
                format!("\\u{unit:04x}")
            }
        })
        .collect();
    let mut forms = vec![text.as_bytes().to_vec(), utf16, escaped.into_bytes()];
    for shift in 0..3 {
        let shifted = [&vec![b' '; shift], text.as_bytes()].concat();
        let whole = vigie_seal::base64(&shifted);
        // Only the letters that the text alone decides.
        let (first, last) = ((shift * 8).div_ceil(6), shifted.len() * 8 / 6);
        forms.push(whole.as_bytes()[first..last].to_vec());
    }
    forms.iter().map(|form| latin1(form)).collect()
}

#[test]
fn pages_are_small_and_their_length_tells_little() {
    for (journal, most) in [(ten_weeks(), 100_000), (two_years(), 300_000)] {
        for lang in Lang::ALL {
            let length = Protected::new("size", &journal.summary(*lang)).bytes.len();
            assert!(length < most, "{lang}: {length}");
        }
    }
    let mut journal = ten_weeks();
    let length = |journal: &vigie_documents::Journal| {
        Protected::new("one", &journal.summary(Lang::Fr)).bytes.len()
    };
    let before = length(&journal);
    entry_of(&mut journal, 40).note = Some(note(&"Une note bien plus longue. ".repeat(60)));
    assert_eq!(length(&journal), before);
}
