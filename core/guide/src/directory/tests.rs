//! What the directory promises.

use proptest::prelude::*;
use vigie_words::Lang;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-11-23")
}

const HEADER: &str = "kind,name,offers,web,phone,hours,place,languages,source,seen";
const GOOD: &str = "association,Les Amis,Café le lundi,https://amis.example,01 23 45 67 89,lundi 14 h,department:Finistère|city:Brest,fr|br,Affiche du service,2026-10-01";

fn read(text: &str) -> Result<Directory, DirectoryError> {
    Directory::read(text.as_bytes(), today())
}

fn table(rows: &[&str]) -> Result<Directory, DirectoryError> {
    read(&format!("{HEADER}\n{}\n", rows.join("\n")))
}

fn at_line(line: u64, cause: Cause) -> Result<Directory, DirectoryError> {
    Err(DirectoryError::Entry { at: At::Line(line), cause })
}

/// The good row with one of its fields changed.
fn row(column: &str, value: &str) -> String {
    let place = HEADER.split(',').position(|name| name == column).unwrap();
    let mut fields: Vec<&str> = GOOD.split(',').collect();
    fields[place] = value;
    fields.join(",")
}

#[test]
fn a_table_and_json_say_the_same() {
    let by_table = table(&[GOOD]).unwrap();
    let by_json = read(
        r#"{"version": 1, "entries": [{"kind": "association", "name": "Les Amis", "offers": "Café le lundi",
            "web": "https://amis.example", "phone": "01 23 45 67 89", "hours": "lundi 14 h",
            "place": "department:Finistère|city:Brest", "languages": "fr|br", "by_text": null,
            "source": "Affiche du service", "seen": "2026-10-01"}]}"#,
    );
    assert_eq!(by_json, Ok(by_table.clone()));
    let semicolons = format!("\u{feff}{HEADER}\r\n\r\n{GOOD}\r\n").replace(',', ";");
    assert_eq!(read(&semicolons), Ok(by_table.clone()));
    let [entry] = by_table.entries() else { panic!() };
    assert_eq!(entry.place.shown(Words::of(Lang::Fr)), "Brest, Finistère");
    assert_eq!(entry.offers.in_lang(Lang::En), "Café le lundi");
    assert_eq!(entry.languages.len(), 2);
}

#[test]
fn an_entry_without_its_source_or_its_date_refuses_the_whole_file_and_is_named() {
    for (column, cause) in [("source", Cause::Source), ("seen", Cause::Seen)] {
        let bad = row(column, " ");
        assert_eq!(table(&[GOOD, "", &bad, GOOD]), at_line(4, cause));
    }
    let json = r#"[{"kind": "other", "name": "A", "offers": "x", "web": "https://a.example", "place": "national",
        "source": "poster", "seen": "2026-01-01"},
        {"kind": "other", "name": "A", "offers": "x", "web": "https://a.example", "place": "national"}]"#;
    let refused = DirectoryError::Entry { at: At::Entry(2), cause: Cause::Source };
    assert_eq!(read(json), Err(refused));
    let said = refused.sentence(Words::of(Lang::En));
    assert!(said.starts_with("Address 2: the source is missing"), "{said}");
}

#[test]
fn what_cannot_be_right_is_refused_with_its_line() {
    let long = "x".repeat(601);
    let bad = [
        ("kind", "friends", Cause::Kind),
        ("kind", "", Cause::Kind),
        ("name", "", Cause::Name),
        ("name", &long, Cause::TooLong),
        ("offers", "", Cause::Offer),
        ("offers", &long, Cause::TooLong),
        ("web", "amis.example", Cause::Web),
        ("web", "javascript:alert(1)", Cause::Web),
        ("web", "https://", Cause::Web),
        ("web", "https://good.example@bad.example", Cause::Web),
        ("web", "https://a b.example", Cause::Web),
        ("web", "https://a.example/\u{202e}cod", Cause::Web),
        ("phone", "call Paul", Cause::Phone),
        ("phone", "01 23 O5 67 89", Cause::Phone),
        ("place", "", Cause::Place),
        ("place", "Brest", Cause::Place),
        ("place", "city:", Cause::Place),
        ("place", "city:Brest|city:Quimper", Cause::Place),
        ("seen", "2026-02-30", Cause::Seen),
        ("seen", "01/10/2026", Cause::Seen),
        ("seen", "2026-11-24", Cause::Future),
        ("hours", "lundi, mardi", Cause::Fields),
    ];
    for (column, value, cause) in bad {
        assert_eq!(table(&[GOOD, &row(column, value)]), at_line(3, cause), "{column}: {value}");
    }
    let neither = row("web", "").replace("01 23 45 67 89", "");
    assert_eq!(table(&[&neither]), at_line(2, Cause::NoWay));
    let by_text = format!("{HEADER},by_text\n{GOOD},maybe\n");
    assert_eq!(read(&by_text), at_line(2, Cause::ByText));
}

#[test]
fn a_line_is_counted_as_an_editor_counts_it() {
    let two_lines = row("offers", "\"Café\nle lundi\"");
    let bad = row("seen", "");
    assert_eq!(table(&[&two_lines, "\r", &bad]), at_line(5, Cause::Seen));
    let bad_over_two = row("seen", "").replace("Café le lundi", "\"Café\nle lundi\"");
    assert_eq!(table(&[&two_lines, &bad_over_two]), at_line(4, Cause::Seen));
}

#[test]
fn what_is_no_directory_says_what_it_is() {
    for (text, error) in [
        ("", DirectoryError::Empty),
        (" \n", DirectoryError::Empty),
        ("[]", DirectoryError::Empty),
        (HEADER, DirectoryError::Empty),
        ("<!doctype html><p>Amis", DirectoryError::Html),
        ("name,phone\nLes Amis,15\n", DirectoryError::Columns),
        ("kind,name,place,source,seen,telephone\n", DirectoryError::Columns),
        ("kind,kind,name,place,source,seen\n", DirectoryError::Columns),
        ("{\n\"entries\": [\n}", DirectoryError::Syntax { line: 3 }),
        ("{\"type\": \"FeatureCollection\"}", DirectoryError::Syntax { line: 1 }),
        ("{\"version\": 2, \"entries\": []}", DirectoryError::NewerVersion),
        ("[1]", DirectoryError::Entry { at: At::Entry(1), cause: Cause::Shape }),
        ("[{\"nom\": \"x\"}]", DirectoryError::Entry { at: At::Entry(1), cause: Cause::Shape }),
        ("[{\"name\": 3}]", DirectoryError::Entry { at: At::Entry(1), cause: Cause::Shape }),
    ] {
        assert_eq!(read(text), Err(error), "{text}");
    }
    assert_eq!(Directory::read(b"kind\xff", today()), Err(DirectoryError::NotText));
    let large = vec![b' '; Directory::MOST_BYTES + 1];
    assert_eq!(Directory::read(&large, today()), Err(DirectoryError::TooLarge));
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let causes = [
        Cause::Fields,
        Cause::Shape,
        Cause::Kind,
        Cause::Name,
        Cause::Offer,
        Cause::NoWay,
        Cause::Web,
        Cause::Phone,
        Cause::Place,
        Cause::Source,
        Cause::Seen,
        Cause::Future,
        Cause::ByText,
        Cause::TooLong,
    ];
    let entries = causes.map(|cause| DirectoryError::Entry { at: At::Line(7), cause });
    let files = [
        DirectoryError::Empty,
        DirectoryError::Html,
        DirectoryError::NotText,
        DirectoryError::TooLarge,
        DirectoryError::NewerVersion,
        DirectoryError::Columns,
        DirectoryError::Syntax { line: 7 },
    ];
    for &lang in Lang::ALL {
        for error in entries.iter().chain(&files) {
            let said = error.sentence(Words::of(lang));
            assert!(said.ends_with('.') && !said.contains("directory-"), "{said}");
        }
        for error in &entries {
            assert!(error.sentence(Words::of(lang)).contains('7'));
        }
    }
}

#[test]
fn what_was_seen_more_than_a_year_ago_is_old_and_its_number_unconfirmed() {
    let words = Words::of(Lang::Fr);
    for (seen, old) in [("2026-11-23", false), ("2025-11-23", false), ("2025-11-22", true)] {
        let directory = table(&[&row("seen", seen)]).unwrap();
        let entry = &directory.entries()[0];
        let phone = entry.phone(today()).unwrap();
        assert_eq!(
            (entry.is_old(today()), phone.unconfirmed_since.is_some()),
            (old, old),
            "{seen}"
        );
        assert_eq!(phone.number, "01 23 45 67 89");
        assert_eq!(phone.shown(words).contains("pas confirmé depuis le 22"), old);
        assert_eq!(entry.checked(words, today()).starts_with("Vu il y a plus d’un an"), old);
    }
}

#[test]
fn of_a_page_without_a_date_no_year_is_told() {
    let directory = Directory::shipped();
    let mut pages = directory.entries().iter().filter(|entry| entry.source.contains("sans date"));
    let entry = pages.next().unwrap();
    assert_eq!(entry.checked(Words::of(Lang::Fr), today()), "Vu dans une page sans date");
    assert_eq!(entry.checked(Words::of(Lang::En), today()), "Seen in a page without a date");
    let dated = directory.entries().iter().find(|entry| !entry.source.contains("sans date"));
    assert!(dated.unwrap().checked(Words::of(Lang::Fr), today()).contains("20"));
}

#[test]
fn every_number_that_always_answers_is_told_with_what_it_is_for() {
    for lang in Lang::ALL {
        let numbers = Directory::national_numbers(*lang);
        let told: Vec<&str> = numbers.iter().map(|(number, _)| *number).collect();
        assert_eq!(told, NATIONAL_NUMBERS);
        assert!(numbers.iter().all(|(_, said)| said.len() > 20), "{numbers:?}");
    }
}

#[test]
fn an_emergency_number_is_never_doubted_and_one_for_messages_says_so() {
    let directory = Directory::shipped();
    let numbers: Vec<_> =
        directory.entries().iter().filter_map(|entry| entry.phone(day("2199-12-31"))).collect();
    assert!(numbers.iter().all(|phone| phone.unconfirmed_since.is_none()));
    let said: Vec<_> = numbers.iter().map(|phone| phone.shown(Words::of(Lang::En))).collect();
    assert_eq!(said, ["15", "112", "114 (by text message, not by call)", "3114"]);
}

#[test]
fn the_shipped_list_has_no_telephone_number_but_the_national_ones() {
    let directory = Directory::shipped();
    assert!(directory.entries().len() >= 20);
    for entry in directory.entries() {
        if let Some(phone) = entry.phone(today()) {
            assert!(NATIONAL_NUMBERS.contains(&phone.number), "{}", entry.name.as_str());
        }
        // Neither is one hidden in a text.
        for text in [entry.offers.in_lang(Lang::Fr), entry.offers.in_lang(Lang::En)] {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            assert!(digits == 0, "{text}");
        }
        assert!(entry.place.is_national(), "{}", entry.name.as_str());
        assert!(entry.web.as_ref().is_none_or(|web| web.starts_with("https://")));
        assert!(entry.offers.fr.is_some() && entry.offers.en.is_some());
    }
}

#[test]
fn the_shipped_list_was_seen_in_the_past_and_says_where() {
    // No entry can be younger than the list itself.
    let made = day("2026-11-26");
    let read = Directory::read(include_bytes!("shipped.json"), made).unwrap();
    assert_eq!(read, Directory::shipped());
    let mut webs: Vec<_> = read.entries().iter().filter_map(|entry| entry.web.as_ref()).collect();
    webs.sort();
    webs.dedup();
    assert_eq!(webs.len(), read.entries().iter().filter(|entry| entry.web.is_some()).count());
    for entry in read.entries() {
        assert!(entry.source.contains('/') && entry.source.len() > 30, "{}", entry.source);
    }
}

fn names(directory: &Directory, search: &Search) -> Vec<String> {
    let found = directory.find(Words::of(Lang::Fr), search);
    found.iter().map(|entry| entry.name.as_str().to_owned()).collect()
}

#[test]
fn a_place_is_found_whatever_its_accents_and_national_entries_always() {
    let national = GOOD
        .replace("department:Finistère|city:Brest", "national")
        .replace("Les Amis", "Partout")
        .replace("association", "palliative");
    let aix = GOOD
        .replace("department:Finistère|city:Brest", "city:Aix-en-Provence")
        .replace("Les Amis", "Aix");
    let directory = table(&[&national, GOOD, &aix]).unwrap();
    let at = |place: &str| {
        names(&directory, &Search { place: Some(place.to_owned()), ..Search::default() })
    };
    for place in ["finistere", "FINISTÈRE", "brest", " Brest "] {
        assert_eq!(at(place), ["Les Amis", "Partout"], "{place}");
    }
    assert_eq!(at("aix en provence"), ["Aix", "Partout"]);
    assert_eq!(at("aix"), ["Aix", "Partout"]);
    assert_eq!(at("rest"), ["Partout"]);
    assert_eq!(at(""), ["Les Amis", "Aix", "Partout"]);
}

#[test]
fn kind_and_words_narrow_the_search() {
    let directory = Directory::shipped();
    let by_kind = Search { kind: Some(Kind::Palliative), ..Search::default() };
    assert_eq!(directory.find(Words::of(Lang::Fr), &by_kind).len(), 3);
    let by_text = |text: &str| {
        names(&directory, &Search { text: Some(text.to_owned()), ..Search::default() })
    };
    assert_eq!(by_text("Prévention SUICIDE"), ["3114, prévention du suicide"]);
    assert_eq!(by_text("benevoles ecoute palliatif"), ["Fédération JALMALV"]);
    assert_eq!(by_text("loan forgotten"), ["AERAS"], "in the other language");
    assert!(by_text("zzz").is_empty());
    assert_eq!(by_text("").len(), directory.entries().len());
    let all = directory.find(Words::of(Lang::Fr), &Search::default());
    assert!(all.is_sorted_by_key(|entry| entry.kind));
}

#[test]
fn every_kind_has_a_name_and_a_code_that_reads_back() {
    for &kind in Kind::ALL {
        assert_eq!(kind.code().parse(), Ok(kind));
        for &lang in Lang::ALL {
            assert!(!kind.title(Words::of(lang)).starts_with("directory-"));
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_whatever_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Directory::read(&bytes, today());
    }

    #[test]
    fn no_table_whatever_makes_it_panic(text in "[\"a-z,;\n\r:|0-9.]{0,200}") {
        let _ = read(&format!("{HEADER}\n{GOOD}\n{text}"));
    }

    #[test]
    fn what_is_read_always_has_its_source_its_day_and_a_way(text in "[ -~\n]{0,120}") {
        if let Ok(directory) = read(&format!("{HEADER}\n{GOOD}\n{text}")) {
            for entry in directory.entries() {
                prop_assert!(!entry.source.is_empty() && entry.seen <= today());
                prop_assert!(entry.web.is_some() || entry.phone(today()).is_some());
            }
        }
    }
}
