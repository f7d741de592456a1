//! The protected page in real browsers: what is shown, what is not, and who can use it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;

use serde_json::Value;
use vigie_documents::browser::{Browser, Protected, seen};
use vigie_documents::fixtures;
use vigie_documents::made_up::{entry_of, label, note};
use vigie_documents::people::{hostile, ten_weeks, ten_years, two_years};
use vigie_documents::tools::{self, Written};
use vigie_words::{Lang, Words};

fn ten(lang: Lang) -> Protected {
    Protected::new(&format!("ten-weeks-{lang}"), &ten_weeks().summary(lang))
}

fn both_languages() -> Vec<Protected> {
    Lang::ALL.iter().map(|lang| ten(*lang)).collect()
}

fn all() -> Vec<Protected> {
    fixtures().into_iter().map(|(name, summary)| Protected::new(name, &summary)).collect()
}

/// What each browser saw of these pages in a scenario: `times` lines a page.
fn in_both(scenario: &str, pages: &[Protected], times: usize, check: impl Fn(&Protected, &Value)) {
    for browser in Browser::ALL {
        in_one(*browser, scenario, pages, times, &check);
    }
}

fn in_one(
    browser: Browser,
    scenario: &str,
    pages: &[Protected],
    times: usize,
    check: impl Fn(&Protected, &Value),
) {
    let folder = tempfile::tempdir().unwrap();
    let facts = seen(browser, scenario, pages, folder.path());
    assert_eq!(facts.len(), pages.len() * times, "{browser:?} {scenario}");
    for fact in &facts {
        let name = fact["page"].as_str().unwrap();
        check(pages.iter().find(|page| page.name == name).unwrap(), fact);
    }
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
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
    let from: vigie_model::Day = charts["from"].as_str().unwrap().parse().unwrap();
    let day = |offset: usize| from.plus(i32::try_from(offset).unwrap()).to_string();
    let said = |sign: &str| {
        let legend = charts["legend"].as_array().unwrap();
        let found = legend.iter().find(|one| one["sign"] == sign).unwrap();
        found["text"].as_str().unwrap().to_owned()
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
    for pair in chart["data"]["values"].as_array().unwrap() {
        let on = day(usize::try_from(pair[0].as_u64().unwrap()).unwrap());
        let value = format!("{}", pair[1].as_f64().unwrap());
        match rows.last_mut().filter(|(last, _)| *last == on) {
            Some((_, values)) => *values = format!("{values} ; {value}"),
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
            let values = chart["data"]["values"].as_array().unwrap();
            values.iter().map(|pair| pair[0].as_u64().unwrap()).collect()
        }
    };
    days.iter().enumerate().filter(|(at, day)| *at == 0 || days[at - 1] + 1 < **day).count()
}

#[test]
fn every_page_shows_all_of_the_report_in_both_browsers_and_each_chart_has_its_table() {
    in_both("reads", &all(), 1, |page, fact| {
        let (name, preview) = (&page.name, &page.preview);
        let lang = preview["lang"].as_str().unwrap();
        assert_eq!(texts(&fact["errors"]), [""; 0], "{name}");
        assert_eq!(fact["heading"], preview["title"], "{name}");
        let shown = texts(&fact["texts"]).join("\n");
        for part in ["person", "period", "made", "treatment", "complete", "about", "left_out"] {
            let text = preview[part].as_str().unwrap_or_default();
            assert!(shown.contains(text), "{name}: {part}");
        }
        let mut told = Vec::new();
        for section in preview["sections"].as_array().unwrap() {
            told.push(section["title"].as_str().unwrap());
            for block in section["blocks"].as_array().unwrap() {
                all_texts(block, &mut told);
            }
        }
        // A group says that there is none only when there is none.
        let none: Vec<&str> = preview["sections"][0]["blocks"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|block| block.get("groups"))
            .flat_map(|groups| groups.as_array().unwrap())
            .filter_map(|group| group["none"].as_str())
            .collect();
        for text in told.iter().filter(|text| !none.contains(*text)) {
            assert!(shown.contains(text), "{name}: {text:?}");
        }
        let tables = preview["sections"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|section| section["blocks"].as_array().unwrap())
            .filter_map(|block| block.get("table"));
        let expected: Vec<Vec<Vec<&str>>> = tables
            .map(|table| {
                let head = table["columns"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|column| column["title"].as_str().unwrap())
                    .collect();
                let rows = table["rows"].as_array().unwrap().iter().map(|row| {
                    row.as_array()
                        .unwrap()
                        .iter()
                        .map(|cell| cell["text"].as_str().unwrap())
                        .collect()
                });
                std::iter::once(head).chain(rows).collect()
            })
            .collect();
        assert_eq!(fact["tables"], serde_json::json!(expected), "{name}");
        assert_eq!(fact["scopes"], true, "{name}");
        let charts = preview["charts"]["charts"].as_array().unwrap();
        let drawn = fact["charts"].as_array().unwrap();
        assert_eq!(drawn.len(), charts.len(), "{name}");
        for (chart, drawn) in charts.iter().zip(drawn) {
            assert_eq!((&drawn["name"], &drawn["alt"]), (&chart["name"], &chart["alt"]), "{name}");
            let rows: Vec<(String, String)> = drawn["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| {
                    let [day, answer] = texts(row)[..] else { panic!("{name}: {row}") };
                    (day.to_owned(), plain(answer, lang))
                })
                .collect();
            assert_eq!(rows, rows_of(preview, chart), "{name}: {}", chart["name"]);
            let line = drawn["line"].as_str().unwrap();
            assert_eq!(line.matches('M').count(), pieces_of(chart), "{name}: {}", chart["name"]);
        }
    });
}

#[test]
fn before_it_is_open_neither_the_page_nor_its_title_nor_its_bytes_tell_anything() {
    let pages = all();
    in_both("reads", &pages, 1, |page, fact| {
        let lang = page.preview["lang"].as_str().unwrap().parse().unwrap();
        let title = Words::of(lang).text("page-title");
        assert_eq!(fact["before"]["title"], title.as_str(), "{}", page.name);
        assert_eq!(fact["title"], title.as_str(), "{}", page.name);
        let seen = fact["before"]["text"].as_str().unwrap();
        for secret in secrets(page) {
            assert!(!seen.contains(&secret), "{}: {secret}", page.name);
        }
    });
    for page in &pages {
        let searched = searched(page);
        for secret in secrets(page) {
            for form in forms(&secret) {
                let there =
                    searched.iter().any(|bytes| bytes.windows(form.len()).any(|part| part == form));
                assert!(!there, "{}: {secret}", page.name);
            }
        }
    }
    // The search finds what is there: the page's own words.
    let words = forms("Document protégé");
    assert!(
        searched(&pages[0])
            .iter()
            .any(|bytes| bytes.windows(words[0].len()).any(|part| part == words[0]))
    );
}

/// The file, and what its ciphertext is in base 64.
fn searched(page: &Protected) -> [Vec<u8>; 2] {
    let text = page.text();
    let (_, sealed) = text.split_once("aes-256-gcm ").unwrap();
    let (sealed, _) = sealed.split_once('<').unwrap();
    let (_, body) = sealed.split_once('\n').unwrap();
    (page.bytes.clone(), decoded(&body.replace('\n', ""))).into()
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
    let words = Words::of(page.preview["lang"].as_str().unwrap().parse().unwrap());
    let mut told = Vec::new();
    for part in ["title", "person", "period", "made", "treatment", "complete"] {
        told.push(page.preview[part].as_str().unwrap());
    }
    all_texts(&page.preview["sections"], &mut told);
    let charts = page.preview["charts"]["charts"].as_array().unwrap();
    told.extend(charts.iter().map(|chart| chart["name"].as_str().unwrap()));
    told.push(page.preview["charts"]["from"].as_str().unwrap());
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
fn forms(text: &str) -> Vec<Vec<u8>> {
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
    forms
}

#[test]
fn axe_finds_nothing_locked_refused_or_open_light_or_dark_in_french_and_english() {
    let mut grounds = BTreeSet::new();
    let grounds = std::cell::RefCell::new(&mut grounds);
    in_both("axe", &both_languages(), 8, |page, fact| {
        let state = fact["state"].as_str().unwrap();
        let violations = texts(&fact["violations"]);
        grounds
            .borrow_mut()
            .insert((fact["dark"] == true, fact["ground"].as_str().unwrap().to_owned()));
        assert!(fact["passes"].as_u64().unwrap() > 15, "{}: {fact}", page.name);
        if state == "broken on purpose" {
            assert!(violations.iter().any(|one| one.starts_with("button-name")), "{fact}");
        } else {
            assert_eq!(violations, [""; 0], "{} {state}", page.name);
        }
    });
    assert_eq!(grounds.borrow().len(), 2, "light is light and dark is dark: {grounds:?}");
}

#[test]
fn everything_is_done_by_the_keyboard_alone_and_a_day_is_read_out() {
    in_both("keyboard", &both_languages(), 1, |page, fact| {
        let words = Words::of(page.preview["lang"].as_str().unwrap().parse().unwrap());
        let text = |at: &Value| at.as_str().unwrap().to_owned();
        assert!(text(&fact["start"]).starts_with("textarea words"), "{fact}");
        assert!(text(&fact["tab"]).starts_with("button open"), "{fact}");
        assert!(text(&fact["opened"]).starts_with("h1"), "{fact}");
        let tools = texts(&fact["tools"]);
        assert!(tools[0].ends_with(&words.text("page-print")), "{fact}");
        assert!(tools[1].ends_with(&words.text("page-lock")), "{fact}");
        assert_eq!(fact["locked"], serde_json::json!({ "left": 0, "field": "", "shown": true }));
        assert!(text(&fact["focus"]).starts_with("textarea words"), "{fact}");
        assert_eq!((&fact["summary"], &fact["slider"]), (&true.into(), &true.into()), "{fact}");
        assert_eq!(fact["rows"], page.preview["charts"]["days"], "{fact}");
        assert_eq!(fact["live"], "polite");
        // The last answered day, two days back by the arrows, the first day, and the next.
        let days = fact["days"].as_array().unwrap();
        let at: Vec<i64> = days.iter().map(|day| day[0].as_i64().unwrap()).collect();
        let answered = page.preview["charts"]["answered"].as_str().unwrap();
        let last = i64::try_from(answered.rfind('1').unwrap()).unwrap();
        assert_eq!(at, [last, last - 1, last - 2, 0, 1], "{fact}");
        let charts = page.preview["charts"]["charts"].as_array().unwrap();
        for (day, at) in days.iter().zip(&at) {
            let read = day[2].as_str().unwrap();
            let date = day[1].as_str().unwrap();
            assert!(read.to_lowercase().starts_with(&date.to_lowercase()), "{read}");
            let now = texts(&day[3]);
            for (chart, now) in charts.iter().zip(now) {
                let at = usize::try_from(*at).unwrap();
                let rated = chart["data"]["cells"].as_str().map(|cells| cells.as_bytes()[at]);
                if let Some(digit @ b'0'..=b'9') = rated {
                    assert_eq!(now, char::from(digit).to_string());
                    let name = chart["name"].as_str().unwrap();
                    let said = format!("{name} {now}.").to_lowercase();
                    assert!(read.to_lowercase().contains(&said), "{said} in {read}");
                }
            }
        }
        assert!(days[3][2].as_str().unwrap().contains("FOLFOX"), "{fact}");
    });
}

#[test]
fn a_wrong_passphrase_is_a_calm_sentence_with_the_words_kept_and_no_lock_out() {
    in_both("wrong", &both_languages(), 5, |page, fact| {
        let words = Words::of(page.preview["lang"].as_str().unwrap().parse().unwrap());
        let typed = fact["typed"].as_str().unwrap();
        match typed {
            "right" => assert_eq!(fact["open"], true),
            _ => {
                let id = if typed == "wrong" { "page-wrong" } else { "page-nothing-typed" };
                assert_eq!(fact["said"], words.text(id).as_str());
                assert_eq!((&fact["open"], &fact["focus"]), (&false.into(), &"words".into()));
            }
        }
        if typed == "wrong" {
            assert_eq!(fact["field"], "five other words than these");
            assert_eq!(fact["waiting"], 1, "progress is shown while the key is derived");
        }
    });
}

#[test]
fn a_passphrase_opens_however_it_is_typed() {
    let mut page = ten(Lang::Fr);
    // Words with accents, whatever the draw.
    let spoken = "éléphant forêt zèbre châtain où";
    page = page.sealed_with(spoken, &ten_weeks().summary(Lang::Fr));
    page.typed = [
        spoken,
        "ELEPHANT FORET ZEBRE CHATAIN OU",
        "e\u{301}le\u{301}phant fore\u{302}t ze\u{300}bre cha\u{302}tain ou\u{300}",
        "Éléphant-Forêt-Zèbre-Châtain-Où",
        "  éléphant   forêt\u{a0}zèbre,\u{202f}châtain ; où\n",
    ]
    .map(str::to_owned)
    .to_vec();
    for browser in Browser::ALL {
        let folder = tempfile::tempdir().unwrap();
        let facts = seen(*browser, "typed", std::slice::from_ref(&page), folder.path());
        assert_eq!(facts.len(), page.typed.len());
        assert!(facts.iter().all(|fact| fact["heading"] == page.preview["title"]), "{facts:?}");
    }
}

#[test]
fn no_request_leaves_and_what_somebody_adds_is_stopped() {
    in_both("quiet", &[ten(Lang::Fr)], 2, |page, fact| {
        if fact["policy"] == true {
            let asked = texts(&fact["asked"]);
            assert_eq!(asked.len(), 1, "{fact}");
            assert!(
                asked[0].starts_with("file://")
                    && asked[0].ends_with(&format!("{}.html", page.name))
            );
            assert_eq!(texts(&fact["came"]), [""; 0], "{fact}");
            let broken = texts(&fact["broken"]);
            for directive in ["connect-src", "img-src", "frame-src"] {
                assert!(broken.contains(&directive), "{fact}");
            }
            assert_eq!(fact["markup"], "refused", "{fact}");
        } else {
            // The same without the policy: then they do come, so that above they were stopped.
            let came: BTreeSet<&str> = texts(&fact["came"]).into_iter().collect();
            for path in ["/fetch", "/image", "/socket", "/frame"] {
                assert!(came.contains(path), "{fact}");
            }
            assert_eq!(fact["markup"], "set", "{fact}");
        }
    });
}

/// The first place of `after`'s end in the text.
fn just_after(text: &str, after: &str) -> usize {
    text.find(after).unwrap() + after.len()
}

/// Another letter of base 64 at this place.
fn other_letter(mut text: String, at: usize) -> String {
    let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
    text.replace_range(at..=at, other);
    text
}

#[test]
fn whatever_is_changed_in_a_page_it_does_not_open_and_says_so_calmly() {
    let page = ten(Lang::Fr);
    let words = Words::of(Lang::Fr);
    let (wrong, damaged) = (words.text("page-wrong"), words.text("page-damaged"));
    let sealed_end = |text: &str| {
        text[just_after(text, "aes-256-gcm ")..].find('<').unwrap()
            + just_after(text, "aes-256-gcm ")
            - 1
    };
    let swap =
        |from: &'static str, to: &'static str| move |text: String| text.replacen(from, to, 1);
    // Each with the sentence it has to end in.
    let cases: Vec<(Protected, &str)> = vec![
        (page.changed("version", swap("vigie-page 1 ", "vigie-page 2 ")), &damaged),
        (page.changed("language", swap("vigie-page 1 fr", "vigie-page 1 en")), &wrong),
        (page.changed("derivation", swap("-hmac-sha256", "-hmac-sha512")), &damaged),
        (page.changed("fewer-rounds", swap(" 1200000 ", " 1100000 ")), &wrong),
        (page.changed("too-few-rounds", swap(" 1200000 ", " 1000 ")), &damaged),
        (page.changed("endless-rounds", swap(" 1200000 ", " 99999999 ")), &damaged),
        (page.changed("cipher", swap(" aes-256-gcm ", " aes-128-gcm ")), &damaged),
        (
            page.changed("salt", |text| {
                let at = just_after(&text, " 1200000 ");
                other_letter(text, at)
            }),
            &wrong,
        ),
        (
            page.changed("nonce", |text| {
                let at = just_after(&text, "aes-256-gcm ");
                other_letter(text, at)
            }),
            &wrong,
        ),
        (
            page.changed("short-nonce", |text| {
                let at = just_after(&text, "aes-256-gcm ");
                [&text[..at], &text[at + 4..]].concat()
            }),
            &damaged,
        ),
        (
            page.changed("first-letter", |text| {
                let at = just_after(&text, "aes-256-gcm ") + 17;
                other_letter(text, at)
            }),
            &wrong,
        ),
        (
            page.changed("middle-letter", |text| {
                let at = just_after(&text, "aes-256-gcm ") + 20_003;
                other_letter(text, at)
            }),
            &wrong,
        ),
        (
            page.changed("last-letter", |text| {
                let at = sealed_end(&text) - 4;
                other_letter(text, at)
            }),
            &wrong,
        ),
        (
            page.changed("cut-by-four-letters", |text| {
                let at = sealed_end(&text) - 8;
                [&text[..at - 3], &text[at + 1..]].concat()
            }),
            &wrong,
        ),
        (
            page.changed("cut-by-one-letter", |text| {
                let at = sealed_end(&text) - 8;
                [&text[..at], &text[at + 1..]].concat()
            }),
            &damaged,
        ),
        (
            page.changed("no-letters", |text| {
                let at = just_after(&text, "aes-256-gcm ") + 16;
                [&text[..at], &text[sealed_end(&text)..]].concat()
            }),
            &damaged,
        ),
    ];
    let pages: Vec<Protected> = cases.iter().map(|(page, _)| page.clone()).collect();
    in_both("changed", &pages, 1, |page, fact| {
        let (_, sentence) = cases.iter().find(|(one, _)| one.name == page.name).unwrap();
        let text = fact["text"].as_str().unwrap();
        assert!(text.contains(sentence), "{}: {text}", page.name);
        assert!(!text.contains("Claire"), "{}", page.name);
        assert_eq!(fact["form"], *sentence == wrong, "{}", page.name);
        assert_eq!(texts(&fact["errors"]), [""; 0], "{}", page.name);
    });
    let cut: Vec<Protected> = [900, 20_000, page.bytes.len() / 2, page.bytes.len() - 100]
        .iter()
        .map(|length| {
            page.changed(&format!("cut-at-{length}"), |text| text.chars().take(*length).collect())
        })
        .collect();
    let sentence = words.text("page-cut");
    in_both("changed", &cut, 1, |page, fact| {
        let text = fact["text"].as_str().unwrap();
        // Cut before the sentence there is an empty page; after it, the sentence.
        let before = !page.text().contains(&sentence);
        assert!(
            before || text.contains(&sentence) || text.contains(&damaged),
            "{}: {text}",
            page.name
        );
        assert!(!text.contains("Claire"), "{}", page.name);
    });
}

#[test]
fn hostile_words_make_no_element_and_run_nothing() {
    let mut journal = hostile();
    journal.profile.name = Some(label("<img src=x onerror=window.__hit=1> 🙂"));
    let attack = "</script><script>window.__hit=1</script><img src=x onerror=\"window.__hit=2\"><svg onload=window.__hit=3><b>gras</b> <!-- \u{2028} \\u003cscript> {name} {{title}} javascript:window.__hit=4";
    entry_of(&mut journal, 64).note = Some(note(attack));
    let pages = [Protected::new("hostile", &journal.summary(Lang::Fr))];
    in_both("hostile", &pages, 1, |_, fact| {
        assert_eq!(
            (&fact["dialogs"], &fact["images"], &fact["bold"]),
            (&0.into(), &0.into(), &0.into()),
            "{fact}"
        );
        assert_eq!((&fact["scripts"], &fact["hit"]), (&3.into(), &"undefined".into()));
        assert_eq!(fact["name"], "<img src=x onerror=window.__hit=1> 🙂");
        assert!(fact["texts"].as_str().unwrap().contains(attack), "it is there as text");
        assert_eq!(texts(&fact["errors"]), [""; 0]);
    });
}

#[test]
fn it_prints_on_white_with_every_chart_and_without_its_controls() {
    let pages = both_languages();
    let folder = tempfile::tempdir().unwrap();
    let facts = seen(Browser::Chromium, "print", &pages, folder.path());
    assert_eq!(facts.len(), pages.len());
    for (page, fact) in pages.iter().zip(facts) {
        let bytes = std::fs::read(fact["file"].as_str().unwrap()).unwrap();
        let file = Written::new("printed.pdf", &bytes);
        let info = tools::told(std::process::Command::new("pdfinfo").arg(file.path()));
        let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        assert!((4..=8).contains(&count.trim().parse::<u32>().unwrap()), "{count}");
        let mut reader = std::process::Command::new("pdftotext");
        let text = tools::told(reader.args(["-layout", "-enc", "UTF-8"]).arg(file.path()).arg("-"));
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = squeezed(&text);
        let mut wanted = vec![
            page.preview["person"].as_str().unwrap(),
            page.preview["complete"].as_str().unwrap(),
        ];
        let charts = page.preview["charts"]["charts"].as_array().unwrap();
        wanted.extend(charts.iter().map(|chart| chart["detail"].as_str().unwrap()));
        wanted.extend(
            page.preview["sections"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["title"].as_str().unwrap()),
        );
        for wanted in wanted {
            assert!(text.contains(&squeezed(wanted)), "{wanted} in {text}");
        }
        let words = Words::of(page.preview["lang"].as_str().unwrap().parse().unwrap());
        for control in ["page-lock", "page-print", "page-keys"] {
            assert!(!text.contains(&words.text(control)), "{control}");
        }
        // White although the screen was dark: the first page's corner and middle.
        let mut draw = std::process::Command::new("pdftoppm");
        let output =
            tools::run(draw.args(["-r", "20", "-gray", "-f", "1", "-l", "1"]).arg(file.path()));
        let white = output.stdout.iter().filter(|byte| **byte > 250).count();
        assert!(white * 10 > output.stdout.len() * 6, "{white} of {}", output.stdout.len());
    }
}

#[test]
fn a_phone_360_pixels_wide_never_scrolls_sideways() {
    let mut pages = all();
    pages.retain(|page| !page.name.starts_with("empty"));
    in_both("phone", &pages, 2, |page, fact| {
        for state in ["locked", "open"] {
            assert!(fact[state].as_u64().unwrap() <= 360, "{}: {fact}", page.name);
        }
    });
}

#[test]
fn ten_years_open_and_are_scrolled_day_by_day() {
    let page = Protected::new("ten-years-fr", &ten_years().summary(Lang::Fr));
    in_both("opens", &[page], 1, |page, fact| {
        let charts = page.preview["charts"]["charts"].as_array().unwrap().len();
        assert_eq!(fact["charts"], charts, "{fact}");
        assert!(fact["box"]["whole"].as_u64().unwrap() >= 2 * 3_650, "{fact}");
        assert_eq!(fact["box"]["tabindex"], 0, "{fact}");
        assert_eq!(texts(&fact["errors"]), [""; 0]);
    });
}

#[test]
fn without_scripts_it_says_what_to_do() {
    in_one(Browser::Chromium, "noscript", &both_languages(), 1, |page, fact| {
        let words = Words::of(page.preview["lang"].as_str().unwrap().parse().unwrap());
        assert!(fact["text"].as_str().unwrap().contains(&words.text("page-noscript")), "{fact}");
    });
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
    entry_of(&mut journal, 40).note =
        Some(note("Une autre note, un peu plus courte ou plus longue."));
    assert_eq!(length(&journal), before);
}
