//! What somebody could try: a request, a change in the file, words that look like code.

use std::collections::BTreeSet;

use vigie_documents::browser::Protected;
use vigie_documents::made_up::{entry_of, label, note};
use vigie_documents::people::hostile;
use vigie_words::{Lang, Words};

use crate::{in_both, ten, text, texts};

#[test]
fn no_request_leaves_and_what_somebody_adds_is_stopped() {
    in_both("quiet", &[ten(Lang::Fr)], 2, |_, fact| {
        if fact["policy"] == true {
            assert_eq!(texts(&fact["asked"]), [""; 0], "besides the file itself: {fact}");
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
            let asked = texts(&fact["asked"]);
            assert!(asked.iter().any(|url| url.ends_with("/fetch")), "{fact}");
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
            page.changed("cut-by-three-letters", |text| {
                let at = sealed_end(&text) - 8;
                [&text[..at], &text[at + 3..]].concat()
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
        let text = text(&fact["text"]);
        assert!(text.contains(sentence), "{}: {text}", page.name);
        assert!(!text.contains("Claire"), "{}", page.name);
        assert_eq!(fact["form"], *sentence == wrong, "{}", page.name);
        assert_eq!(texts(&fact["errors"]), [""; 0], "{}", page.name);
    });
    // The last cut is in the script, which ends the file but for its closing tags.
    let letters = page.text().chars().count();
    let cut: Vec<Protected> = [900, 20_000, letters / 2, letters - 2_000]
        .iter()
        .map(|length| {
            page.changed(&format!("cut-at-{length}"), |text| text.chars().take(*length).collect())
        })
        .collect();
    let sentence = words.text("page-cut");
    in_both("changed", &cut, 1, |page, fact| {
        let text = text(&fact["text"]);
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
        assert!(text(&fact["texts"]).contains(attack), "it is there as text");
        assert_eq!(texts(&fact["errors"]), [""; 0]);
    });
}
