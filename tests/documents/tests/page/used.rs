//! Who can use it: by eye, by ear, by keyboard, on a phone, on paper, with the words typed as they were heard.

use std::collections::BTreeSet;

use vigie_documents::browser::{Browser, Protected, seen};
use vigie_documents::people::{ten_weeks, ten_years};
use vigie_documents::tools::{self, Written};
use vigie_words::Lang;

use crate::{all, both_languages, in_both, in_one, list, ten, text, texts, words_of};

#[test]
fn axe_finds_nothing_locked_refused_or_open_light_or_dark_in_french_and_english() {
    let mut grounds = BTreeSet::new();
    let grounds = std::cell::RefCell::new(&mut grounds);
    in_both("axe", &both_languages(), 8, |page, fact| {
        let state = text(&fact["state"]);
        let violations = texts(&fact["violations"]);
        grounds.borrow_mut().insert((fact["dark"] == true, text(&fact["ground"]).to_owned()));
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
        let words = words_of(page);
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
        let days = list(&fact["days"]);
        let at: Vec<i64> = days.iter().map(|day| day[0].as_i64().unwrap()).collect();
        let answered = text(&page.preview["charts"]["answered"]);
        let last = i64::try_from(answered.rfind('1').unwrap()).unwrap();
        assert_eq!(at, [last, last - 1, last - 2, 0, 1], "{fact}");
        let charts = list(&page.preview["charts"]["charts"]);
        for (day, at) in days.iter().zip(&at) {
            let read = text(&day[2]);
            let date = text(&day[1]);
            assert!(read.to_lowercase().starts_with(&date.to_lowercase()), "{read}");
            let now = texts(&day[3]);
            for (chart, now) in charts.iter().zip(now) {
                let at = usize::try_from(*at).unwrap();
                let rated = chart["data"]["cells"].as_str().map(|cells| cells.as_bytes()[at]);
                if let Some(digit @ b'0'..=b'9') = rated {
                    assert_eq!(now, char::from(digit).to_string());
                    let name = text(&chart["name"]);
                    let said = format!("{name} {now}.").to_lowercase();
                    assert!(read.to_lowercase().contains(&said), "{said} in {read}");
                }
            }
        }
        assert!(text(&days[3][2]).contains("FOLFOX"), "{fact}");
    });
}

#[test]
fn a_wrong_passphrase_is_a_calm_sentence_with_the_words_kept_and_no_lock_out() {
    in_both("wrong", &both_languages(), 5, |page, fact| {
        let words = words_of(page);
        let typed = text(&fact["typed"]);
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
            let progress = (&fact["waited"], &fact["waiting"]);
            assert_eq!(
                progress,
                (&true.into(), &0.into()),
                "while the key is derived, and no longer"
            );
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
fn it_prints_on_white_with_every_chart_and_without_its_controls() {
    let pages = both_languages();
    let folder = tempfile::tempdir().unwrap();
    let facts = seen(Browser::Chromium, "print", &pages, folder.path());
    assert_eq!(facts.len(), pages.len());
    for (page, fact) in pages.iter().zip(facts) {
        let bytes = std::fs::read(text(&fact["file"])).unwrap();
        let file = Written::new("printed.pdf", &bytes);
        let info = tools::told(std::process::Command::new("pdfinfo").arg(file.path()));
        let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        assert!((4..=8).contains(&count.trim().parse::<u32>().unwrap()), "{count}");
        let mut reader = std::process::Command::new("pdftotext");
        let printed =
            tools::told(reader.args(["-layout", "-enc", "UTF-8"]).arg(file.path()).arg("-"));
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let printed = squeezed(&printed);
        let mut wanted = vec![text(&page.preview["person"]), text(&page.preview["complete"])];
        let charts = list(&page.preview["charts"]["charts"]);
        wanted.extend(charts.iter().map(|chart| text(&chart["detail"])));
        wanted.extend(list(&page.preview["sections"]).iter().map(|one| text(&one["title"])));
        for wanted in wanted {
            assert!(printed.contains(&squeezed(wanted)), "{wanted} in {printed}");
        }
        let words = words_of(page);
        for control in ["page-lock", "page-print", "page-keys"] {
            assert!(!printed.contains(&words.text(control)), "{control}");
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
    pages.retain(|page| page.name.ends_with("-fr") || page.name == "ten-weeks-en");
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
        let charts = list(&page.preview["charts"]["charts"]).len();
        assert_eq!(fact["charts"], charts, "{fact}");
        assert!(fact["box"]["whole"].as_u64().unwrap() >= 2 * 3_650, "{fact}");
        assert_eq!(fact["box"]["tabindex"], 0, "{fact}");
        assert_eq!(texts(&fact["errors"]), [""; 0]);
    });
}

#[test]
fn without_scripts_it_says_what_to_do() {
    in_one(Browser::Chromium, "noscript", &both_languages(), 1, |page, fact| {
        let words = words_of(page);
        assert!(text(&fact["text"]).contains(&words.text("page-noscript")), "{fact}");
    });
}

#[test]
fn a_browser_that_cannot_decrypt_says_so_and_asks_for_nothing() {
    in_both("no-crypto", &both_languages(), 1, |page, fact| {
        let words = words_of(page);
        let shown = text(&fact["text"]);
        assert!(shown.contains(&words.text("page-no-crypto")), "{shown}");
        assert!(!shown.contains(&words.text("page-label")), "{shown}");
        assert_eq!(texts(&fact["errors"]), [""; 0]);
    });
}

/// The page for clinicians, with what they do in a browser as numbered steps.
const WALK: &str = include_str!("../../../../docs/walks/clinician.md");

#[test]
fn a_clinician_walks_through_it_step_by_step_as_their_page_says() {
    let number =
        |line: &&str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok());
    let steps: Vec<&str> = WALK.lines().filter(number).collect();
    assert!(steps.len() > 10, "{steps:?}");
    let page = Protected::new("consultation", &ten_weeks().summary(Lang::En));
    let done = std::cell::RefCell::new(Vec::new());
    in_one(Browser::Chromium, "walk", &[page], steps.len(), |_, fact| {
        assert_eq!(texts(&fact["errors"]), [""; 0]);
        done.borrow_mut().push(text(&fact["step"]).to_owned());
    });
    assert_eq!(done.into_inner(), steps);
}
