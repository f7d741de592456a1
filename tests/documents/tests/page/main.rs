//! The protected page in real browsers: what is shown, what is not, who can use it, and what somebody could do to it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod attacked;
mod read;
mod used;

use serde_json::Value;
use vigie_documents::browser::{Browser, Protected, seen};
use vigie_documents::fixtures_judged_slowly;
use vigie_documents::people::ten_weeks;
use vigie_words::{Lang, Words};

fn ten(lang: Lang) -> Protected {
    Protected::new(&format!("ten-weeks-{lang}"), &ten_weeks().summary(lang))
}

fn both_languages() -> Vec<Protected> {
    Lang::ALL.iter().map(|lang| ten(*lang)).collect()
}

fn all() -> Vec<Protected> {
    let told = fixtures_judged_slowly().into_iter();
    told.map(|(name, summary)| Protected::new(name, &summary)).collect()
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
        let name = text(&fact["page"]);
        check(pages.iter().find(|page| page.name == name).unwrap(), fact);
    }
}

fn texts(value: &Value) -> Vec<&str> {
    list(value).iter().map(text).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The words of a page's language.
fn words_of(page: &Protected) -> &'static Words {
    Words::of(text(&page.preview["lang"]).parse().unwrap())
}
