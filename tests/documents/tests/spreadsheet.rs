//! The table for a spreadsheet opens right in LibreOffice: numbers are numbers, days are days, nothing is a formula.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;

use vigie_documents::libreoffice::{Cell, ENGLISH, FRENCH, Opening, opened};
use vigie_documents::made_up::{Journal, entry_of, item, label, note, rated};
use vigie_documents::{care, one_entry, people};
use vigie_model::{Answer, AppointmentKind, By, CareEvent, DailyEntry, Item, Painkiller};
use vigie_report::table::{PromptRow, TableOf, write_spreadsheet, write_table};
use vigie_words::{Lang, Words};

/// A table of a journal, by who writes it.
fn written(journal: &Journal, write: impl Fn(TableOf<'_>, &mut Vec<u8>)) -> Vec<u8> {
    let prompts: Vec<PromptRow> = journal.prompts.iter().map(PromptRow::from).collect();
    let told = TableOf {
        treatments: &journal.profile.treatments,
        entries: &journal.entries,
        care: &journal.care,
        prompts: &prompts,
    };
    let mut csv = Vec::new();
    write(told, &mut csv);
    csv
}

fn spreadsheet(journal: &Journal, lang: Lang) -> Vec<u8> {
    written(journal, |told, csv| write_spreadsheet(lang, told, csv).unwrap())
}

/// What a sheet can hold of a text: white space as one space, and no character that XML has not.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{feff}', '\u{fffe}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a column without what makes it harmless: apostrophes, one line.
fn key(name: &str) -> String {
    let lines: Vec<&str> = name.lines().map(str::trim).collect();
    plain(&lines.join(" / ").replace(char::is_control, " ")).replace('\'', "")
}

fn column(rows: &[Vec<Cell>], name: &str) -> usize {
    let place = rows[0].iter().position(|cell| key(&cell.text) == key(name));
    place.unwrap_or_else(|| panic!("no column {name}: {:?}", rows[0]))
}

fn number(cell: &Cell) -> f64 {
    assert_eq!(cell.kind, "float", "{cell:?}");
    cell.value.parse().unwrap()
}

/// Every cell of the sheet against the file, and every answer, measure and result against the journal.
fn opens_right(journal: &Journal, lang: Lang, opening: Opening) {
    let csv = spreadsheet(journal, lang);
    let rows = opened(&csv, opening);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(opening.separator).unwrap())
        .has_headers(false)
        .from_reader(csv.strip_prefix(b"\xef\xbb\xbf").unwrap());
    let fields: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), fields.len());
    let words = Words::of(lang);
    let days = DailyEntry::days(&journal.entries);
    let items: BTreeSet<&Item> = days.values().flat_map(|day| day.answers.keys()).collect();
    let numeric: BTreeSet<usize> = items
        .iter()
        .map(|item| column(&rows, &words.item(item)))
        .chain(
            rows[0].iter().enumerate().filter(|(_, cell)| cell.text.contains('(')).map(|(n, _)| n),
        )
        .collect();
    for (n, (row, fields)) in rows.iter().zip(&fields).enumerate() {
        for (place, field) in fields.iter().enumerate() {
            let cell = row.get(place).cloned().unwrap_or_default();
            assert!(!cell.formula, "{cell:?}");
            match cell.kind.as_str() {
                "" => assert_eq!(plain(field), ""),
                "string" => assert_eq!(plain(&cell.text), plain(field)),
                "date" => assert_eq!((place, cell.value.as_str()), (0, field)),
                "float" => {
                    assert!(
                        n > 0 && numeric.contains(&place),
                        "{field} is no number: {:?}",
                        rows[0]
                    );
                    let point = field.replace(',', ".");
                    assert_eq!(number(&cell), point.parse::<f64>().unwrap());
                }
                other => panic!("{other}: {cell:?}"),
            }
        }
    }
    let row = |day: vigie_model::Day| {
        let there = rows[1..].iter().find(|row| row[0].value == day.to_string());
        there.unwrap_or_else(|| panic!("{day}")).clone()
    };
    for (day, entry) in &days {
        let row = row(*day);
        let cell = |name: &str| row.get(column(&rows, name)).cloned().unwrap_or_default();
        assert_eq!(row[0].kind, "date");
        for item in &items {
            let cell = cell(&words.item(item));
            match entry.answers.get(item) {
                None => assert_eq!(cell, Cell::default(), "{day} {item}"),
                Some(Answer::Rated(rating)) => assert_eq!(number(&cell), f64::from(rating.get())),
                Some(silence) => assert_eq!(cell.text, words.answer(*silence)),
            }
        }
        for (name, value) in [
            ("temperature", entry.measures.temperature.map(|it| it.get())),
            ("weight", entry.measures.weight.map(|it| it.get())),
        ] {
            let Some(value) = value else { continue };
            let unit = if name == "weight" { "kg" } else { "°C" };
            assert_eq!(number(&cell(&format!("{} ({unit})", words.text(name)))), value, "{day}");
        }
    }
    for By { told: event, .. } in &journal.care {
        let CareEvent::Lab(result) = event else { continue };
        let row = row(result.day);
        let unit = result.unit.as_ref().map_or("", |it| it.as_str());
        let cell = &row[column(&rows, &format!("{} ({unit})", result.name.as_str()))];
        match result.value.comparator {
            None => assert_eq!(number(cell), result.value.get()),
            Some(_) => assert_eq!(cell.kind, "string"),
        }
    }
    let said = journal.entries.iter().filter(|entry| entry.note.is_some()).count();
    if said > 0 {
        let place = column(&rows, &words.text("field-note"));
        let told =
            rows[1..].iter().filter(|row| row.get(place).is_some_and(|cell| !cell.text.is_empty()));
        assert_eq!(told.count(), said);
    }
}

fn every_journal() -> Vec<Journal> {
    vec![
        Journal::empty("2026-09-14", 70),
        one_entry(),
        people::ten_weeks(),
        people::two_years(),
        hostile(),
    ]
}

/// Everything that could begin a formula, everywhere a person can write.
fn hostile() -> Journal {
    let mut journal = people::hostile();
    for (n, text) in (0..).zip([
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\t=1+1",
        "a;=1+1;b",
        "a,=1+1,b",
        "a\n=1+1",
        "a\r=1+1\r\n-2+3",
        "\"=1+1",
        "a\";=1+1",
        "a\",=1+1",
        "'=1+1",
    ]) {
        let (words, name) = (note(text), label(text));
        let last = journal.to;
        let entry = entry_of(&mut journal, 30 + n);
        entry.note = Some(words.clone());
        entry.question = Some(words);
        if text.starts_with('\'') {
            // As a name it would be told from the first one by the apostrophe alone.
            continue;
        }
        entry.administration = Some(Some(name.clone()));
        entry.treatment_change = Some(Some(name.clone()));
        entry.painkillers.push(Painkiller { name, helped: None });
        if let Ok(own) = format!("own:{text}").parse() {
            entry.answer(own, rated(3));
        }
        let day = last.plus(-n);
        journal.care.push(care::result(day, text, "1.5", Some(text), "0-5"));
        journal.care.push(care::appointment(day, AppointmentKind::Test, Some(text)));
    }
    journal.care.sort_by_key(|one| one.told.day());
    journal.profile.treatments[0].regimen = Some(label("=1+1"));
    assert!(entry_of(&mut journal, 30).answers.contains_key(&item("own:=1+1")));
    journal
}

#[test]
fn every_journal_opens_right_in_a_french_spreadsheet() {
    every_journal().iter().for_each(|journal| opens_right(journal, Lang::Fr, FRENCH));
}

#[test]
fn every_journal_opens_right_in_an_english_spreadsheet() {
    every_journal().iter().for_each(|journal| opens_right(journal, Lang::En, ENGLISH));
}

fn formulas(csv: &[u8], opening: Opening) -> Vec<Cell> {
    opened(csv, opening).into_iter().flatten().filter(|cell| cell.formula).collect()
}

#[test]
fn no_table_runs_anything_whatever_separator_the_spreadsheet_takes() {
    let journal = hostile();
    let long = written(&journal, |told, csv| write_table("=1+1", told, csv).unwrap());
    for csv in [spreadsheet(&journal, Lang::Fr), spreadsheet(&journal, Lang::En), long] {
        for opening in [FRENCH, ENGLISH, Opening { separator: '\t', ..FRENCH }] {
            assert_eq!(formulas(&csv, opening), []);
        }
    }
    // The same text where nobody defused it: it is a formula, and this test would see it.
    assert_eq!(formulas(b"a;b\n;=1+1\n", FRENCH).len(), 1);
    assert_eq!(formulas(b"a,b\n,\"x;=1+1;y\"\n", FRENCH).len(), 1);
}
