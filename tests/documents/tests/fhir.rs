//! Every FHIR document is valid, says in words what it says in data, and can be imported again and again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;

use serde_json::Value;
use vigie_documents::fhir::{by_hapi, by_medplum, by_python, problems};
use vigie_documents::made_up::{entry_of, item, label, rated};
use vigie_documents::{Journal, around, care, fixtures_judged_slowly, people};
use vigie_model::{
    AppointmentKind, By, CareEvent, ChangeReason, Conclusion, ImagingKind, ImagingStudy,
    PainDetail, PainQuality, PainSite, Region, Side, SymptomCode, TreatmentKind, TreatmentLine,
};
use vigie_report::{ConsultationSummary, fhir, write_fhir};
use vigie_words::Lang;

fn documents() -> Vec<(&'static str, Vec<u8>)> {
    fixtures_judged_slowly().into_iter().map(|(name, told)| (name, fhir(&told))).collect()
}

fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn assert_well(verdicts: impl IntoIterator<Item = (String, Vec<String>)>) {
    for (name, found) in verdicts {
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn every_fixture_is_valid_by_hapi_the_closed_lists_of_codes_and_the_rules_of_the_house() {
    assert_well(by_hapi(&documents()));
}

#[test]
fn every_fixture_is_valid_by_medplum() {
    assert_well(by_medplum(&documents()));
}

#[test]
fn fhir_resources_reads_every_fixture_and_writes_the_same_values() {
    let said = by_python("read_back.py", &documents());
    assert_well(said.iter().map(|(name, line)| (name.clone(), problems(line))));
}

#[test]
fn the_words_say_the_same_numbers_as_the_data() {
    let said = by_python("recompute.py", &documents());
    let rows: u64 = said.iter().map(|(_, line)| line["checked"].as_u64().unwrap()).sum();
    assert!(rows > 200, "{rows} rows of tables were recomputed");
    assert_well(said.iter().map(|(name, line)| (name.clone(), problems(line))));
}

#[test]
fn a_number_that_the_data_do_not_say_is_found() {
    let told = fhir(&people::ten_weeks().summary(Lang::En));
    let document = String::from_utf8(told).unwrap();
    let falsified = |from: &str, to: &str| {
        assert!(document.contains(from), "{from}");
        document.replacen(from, to, 1).into_bytes()
    };
    let rating = r#""text":"Fatigue"},"valueInteger":6"#;
    let said = by_python(
        "recompute.py",
        &[
            ("sound", document.clone().into_bytes()),
            ("rating", falsified(rating, &rating.replace('6', "1"))),
            ("result", falsified(r#""value":12.4"#, r#""value":12.5"#)),
            ("place", falsified("Left hip</th><td>", "Left hip</th><td>1")),
        ],
    );
    let wrong: Vec<bool> = said.iter().map(|(_, line)| !problems(line).is_empty()).collect();
    assert_eq!(wrong, [false, true, true, true]);
}

#[test]
fn what_is_imported_twice_is_there_once() {
    let ten = people::ten_weeks();
    let [french, english] = [Lang::Fr, Lang::En].map(|lang| fhir(&ten.summary(lang)));
    // The last five of the ten weeks, told again.
    let since = fhir(&care::since_consultation(Lang::Fr));
    let entries = |bytes: &[u8]| read(bytes)["entry"].as_array().unwrap().len() as u64;
    let all = entries(&french);
    let said = by_python(
        "import_twice.py",
        &[("first", french.clone()), ("again", french), ("since", since.clone()), ("en", english)],
    );
    let number = |at: usize, key: &str| said[at].1[key].as_u64().unwrap();
    assert_eq!((number(0, "created"), number(0, "known")), (all, 0));
    assert_eq!((number(1, "created"), number(1, "known")), (0, all));
    // New in the shorter report: itself, and the painkillers counted over other days.
    assert_eq!((number(2, "created"), number(2, "known")), (2, entries(&since) - 2));
    // In another language: itself.
    assert_eq!((number(3, "created"), number(3, "known")), (1, all - 1));
}

#[test]
fn another_persons_answers_have_other_identifiers() {
    let mut summary = people::ten_weeks().summary(Lang::Fr);
    let urls = |summary: &ConsultationSummary| -> BTreeSet<String> {
        let document = read(&fhir(summary));
        let entries = document["entry"].as_array().unwrap().iter();
        entries.map(|entry| entry["fullUrl"].as_str().unwrap().to_owned()).collect()
    };
    let before = urls(&summary);
    summary.subject = "somebody else".to_owned();
    // The program is the same.
    assert_eq!(before.intersection(&urls(&summary)).count(), 1);
}

#[test]
fn the_same_summary_gives_the_same_bytes_and_they_are_small() {
    let summary = people::ten_weeks().summary(Lang::Fr);
    let bytes = fhir(&summary);
    assert_eq!(bytes, fhir(&summary));
    let mut written = Vec::new();
    write_fhir(&summary, &mut written).unwrap();
    assert_eq!(bytes, written);
    assert!(bytes.len() < 300_000, "{} bytes", bytes.len());
    // As printed, though 6.2 is the same number.
    assert!(String::from_utf8(bytes).unwrap().contains(r#""valueQuantity":{"value":6.20,"#));
}

#[test]
fn a_name_is_told_only_when_the_person_chose_to() {
    let journal = people::ten_weeks();
    let mut choice = journal.choice(Lang::Fr);
    assert!(read(&fhir(&journal.told(choice.clone()))).to_string().contains("Claire Martin"));
    choice.with_name = false;
    let nameless = read(&fhir(&journal.told(choice)));
    assert!(!nameless.to_string().contains("Claire Martin"));
    assert!(nameless["entry"][1]["resource"].get("name").is_none());
}

#[test]
fn hostile_text_is_text_in_every_field() {
    let bytes = fhir(&people::hostile().summary(Lang::Fr));
    let document = read(&bytes);
    let patient = &document["entry"][1]["resource"];
    assert_eq!(patient["name"][0]["text"], "<script>alert(1)</script> 🙂");
    let shown = patient["text"]["div"].as_str().unwrap();
    assert!(shown.contains("<p>&lt;script&gt;alert(1)&lt;/script&gt; 🙂</p>"), "{shown}");
    // In the words, every sign that begins an element of ours, and no other, is a sign of markup (the rules of the house
    // know our elements); in the data a person's text is as they wrote it.
    let mut words = Vec::new();
    narratives(&document, &mut words);
    assert!(words.len() > 100 && words.iter().all(|div| !div.contains("<script")));
    assert!(words.iter().any(|div| div.contains("🙂🙂 &lt;b&gt;سلام&lt;/b&gt;")));
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(r#""text":"🙂🙂 <b>سلام</b>""#));
    // What XML forbids, and what turns the writing around, is seen and does nothing.
    assert!(text.contains("سلام عليكم \u{fffd}abc\u{fffd}\u{fffd}\u{200b}"), "{text}");
    for gone in ["\\u0000", "\\u0007", "\u{202e}", "\u{fffe}"] {
        assert!(!text.contains(gone), "{gone:?}");
    }
}

/// Every narrative in a document.
fn narratives<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| narratives(one, found)),
        Value::Object(all) => {
            found.extend(all.get("div").and_then(Value::as_str));
            all.values().for_each(|one| narratives(one, found));
        }
        _ => {}
    }
}

#[test]
fn no_note_is_shown_as_markdown() {
    let mut journal = people::ten_weeks();
    let last = journal.to;
    for text in [
        "![vu](https://example.com/a.png) [ici](javascript:alert(1)) <https://example.com>",
        "# Titre\n\n- un\n+ deux\n* trois\n1. quatre\n2) cinq\n\n---\nsous\n===\n> cité",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n    code\n\n```\ncode\n```\n~~non~~ **oui** _oui_ `c` \\*",
        "<img src=x onerror=alert(1)>&lt;b&gt; <!-- --> <?php ?> [a]: https://example.com \"t\"",
    ] {
        journal.care.push(care::appointment(last, AppointmentKind::Rcp, Some(text)));
    }
    let hostile = fhir(&journal.summary(Lang::Fr));
    let unescaped = String::from_utf8(hostile.clone()).unwrap().replace("\\\\*", "*");
    let mut all = documents();
    all.push(("markdown", hostile));
    let said = by_python("notes.py", &all);
    let notes: u64 = said.iter().map(|(_, line)| line["checked"].as_u64().unwrap()).sum();
    assert!(notes > 100, "{notes} notes");
    assert_well(said.iter().map(|(name, line)| (name.clone(), problems(line))));
    let said = by_python("notes.py", &[("unescaped", unescaped.into_bytes())]);
    assert!(!problems(&said[0].1).is_empty(), "bold and a list are seen");
}

#[test]
fn a_writer_that_fails_half_way_is_an_error() {
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if self.0 < bytes.len() {
                return Err(std::io::ErrorKind::StorageFull.into());
            }
            self.0 -= bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let summary = people::ten_weeks().summary(Lang::Fr);
    let whole = fhir(&summary).len();
    assert!(write_fhir(&summary, Full(whole)).is_ok());
    for room in [0, 1, whole / 2, whole - 1] {
        let error = write_fhir(&summary, Full(room)).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    }
}

#[test]
fn what_is_left_out_is_in_no_part_of_the_document() {
    let told = vigie_documents::left_out_of_ten_weeks(Lang::Fr);
    let document = read(&fhir(&told)).to_string();
    // The hip, the taste of metal, and every note; questions are always told.
    for gone in ["hip-left", "287679003", "goût de métal", "marcher une heure"] {
        assert!(!document.contains(gone), "{gone}");
    }
    assert!(document.contains("n’a pas tout montré") || document.contains("laissés de côté"));
    assert!(document.contains("mariage"), "a question");
}

#[test]
fn a_silence_is_told_with_its_kind_and_a_day_without_an_entry_not_at_all() {
    let mut journal = Journal::empty("2026-11-20", 4);
    entry_of(&mut journal, 0).answer(item("fatigue"), rated(0));
    entry_of(&mut journal, 0).answer(item("nausea"), vigie_model::Answer::Skipped);
    entry_of(&mut journal, 2).answer(item("fatigue"), vigie_model::Answer::TooUnwell);
    entry_of(&mut journal, 2).answer(item("nausea"), rated(7));
    let document = read(&fhir(&journal.summary(Lang::En)));
    let said: Vec<(String, String)> = document["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["resource"])
        .filter(|one| one["resourceType"] == "Observation")
        .flat_map(|one| {
            let day = one["effectiveDateTime"].as_str().unwrap().to_owned();
            one["component"].as_array().unwrap().iter().map(move |said| {
                let absent = &said["dataAbsentReason"]["coding"][0]["code"];
                let value = if absent.is_null() {
                    said["valueInteger"].to_string()
                } else {
                    absent.to_string()
                };
                (day.clone(), format!("{} {value}", said["code"]["text"].as_str().unwrap()))
            })
        })
        .collect();
    let expected = [
        ("2026-11-20", "Nausea \"asked-declined\""),
        ("2026-11-20", "Fatigue 0"),
        ("2026-11-22", "Nausea 7"),
        ("2026-11-22", "Fatigue \"not-performed\""),
    ];
    let expected = expected.map(|(day, said)| (day.to_owned(), said.to_owned()));
    assert_eq!(said, expected);
}

#[test]
fn every_code_that_can_be_written_is_in_the_closed_lists() {
    let all: Vec<(String, Vec<u8>)> = TreatmentKind::ALL
        .iter()
        .enumerate()
        .map(|(number, kind)| {
            let told = everything(*kind).summary(Lang::ALL[number % 2]);
            (format!("everything-{}", kind.code()), fhir(&told))
        })
        .collect();
    let named: Vec<(&str, Vec<u8>)> =
        all.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    assert_well(by_hapi(&named));
    assert_well(by_medplum(&named));
}

/// A day on which everything that has a code is said.
fn everything(kind: TreatmentKind) -> Journal {
    let mut journal = Journal::empty("2026-11-23", 2);
    let (day, later) = (journal.from, journal.to);
    journal.profile.treatments =
        vec![TreatmentLine { stopped: Some(later), ..TreatmentLine::new(kind) }];
    for reason in ChangeReason::ALL {
        journal.profile.treatments.push(TreatmentLine {
            stopped: Some(day),
            ended_for: Some(*reason),
            ..TreatmentLine::new(kind)
        });
    }
    journal.care = around::everything(day);
    let entry = entry_of(&mut journal, 0);
    for symptom in SymptomCode::ALL {
        entry.answer((*symptom).into(), rated(10));
    }
    let sides = [None, Some(Side::Left), Some(Side::Right), Some(Side::Both)];
    let sites =
        Region::ALL.iter().flat_map(|region| sides.map(|side| PainSite::new(*region, side)));
    for (number, site) in sites.filter_map(Result::ok).enumerate() {
        entry.answer(vigie_model::Item::Pain(site), rated(3));
        let quality = PainQuality::ALL.get(number % PainQuality::ALL.len()).copied();
        entry.pains.insert(site, PainDetail { quality, wakes_at_night: number % 2 == 0 });
    }
    entry.state = vigie_model::PerformanceStatus::new(4);
    entry.administration = Some(None);
    entry.treatment_change = Some(None);
    for kind in AppointmentKind::ALL {
        for day in [day, later, later.plus(-1)] {
            journal.care.push(care::appointment(day, *kind, Some("Continuer.")));
        }
    }
    for (kind, conclusion) in ImagingKind::ALL.iter().zip(Conclusion::ALL.iter().cycle()) {
        journal.care.push(By::person(CareEvent::Imaging(ImagingStudy {
            day,
            kind: *kind,
            place: Some(label("CHU")),
            conclusion: *conclusion,
            told: None,
        })));
    }
    for (name, unit) in [
        ("ACE", "µg/L"),
        ("CA 15-3", "U/mL"),
        ("CA19-9", "kU/L"),
        ("CA 125", "UI/mL"),
        ("PSA", "ng/mL"),
        ("AFP", "ng/mL"),
        ("Hémoglobine", "g/dL"),
        ("Plaquettes", "G/L"),
        ("Leucocytes", "10^9/L"),
        ("Neutrophiles", "G/L"),
        ("Lymphocytes", "10^3/µL"),
        ("CRP", "mg/L"),
        ("Hématocrite", "%"),
        ("Autre", "gouttes"),
    ] {
        // Twice on one day: a morning and an evening.
        for value in ["1.20", ">1000"] {
            journal.care.push(care::result(day, name, value, Some(unit), "0.5-"));
        }
    }
    journal
}
