//! What the documents promise: whole, readable, the same every time, and nothing that was left out.

// Helpers outside `#[test]` may fail as loudly as the tests themselves.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::process::Command;

use vigie_documents::made_up::{entry_of, item, rated};
use vigie_documents::people::{hostile, ten_weeks, ten_years, two_years};
use vigie_documents::tools::{self, Written};
use vigie_documents::{drawn, empty, left_out_of_ten_weeks, one_entry, tags};
use vigie_model::SymptomCode;
use vigie_report::{ConsultationSummary, pdf};
use vigie_words::Lang;

/// The text of a document with every white space as one plain space, and its number of pages.
fn read(name: &str, bytes: &[u8]) -> (String, u32) {
    let file = Written::new(name, bytes);
    let mut raw = Command::new("pdftotext");
    let text = tools::told(raw.args(["-raw", "-enc", "UTF-8"]).arg(file.path()).arg("-"));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let info = tools::told(Command::new("pdfinfo").arg(file.path()));
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    (text, pages.trim().parse().unwrap())
}

fn told(name: &str, summary: &ConsultationSummary) -> (String, u32) {
    read(name, &pdf(summary).unwrap())
}

fn assert_all(text: &str, facts: &[&str]) {
    for fact in facts {
        assert!(text.contains(fact), "{fact:?} is missing in:\n{text}");
    }
}

#[test]
fn ten_weeks_are_told_in_french_with_their_numbers() {
    let journal = ten_weeks();
    let summary = journal.summary(Lang::Fr);
    let (text, pages) = told("ten-fr", &summary);
    assert!(pages <= 5, "{pages}");
    assert_all(
        &text,
        &[
            "Carnet de symptômes — pour la consultation",
            "Claire Martin (personne inventée)",
            "Du 14 septembre 2026 au 22 novembre 2026 (70 jours)",
            "FOLFOX (chimiothérapie), tous les 14 jours",
            &format!("{} jours renseignés sur 70", summary.days_answered),
            "les 14 premiers jours de la période (14 sept. – 27 sept.)",
            "Nouveau",
            "Douleur, hanche gauche",
            "Fièvre : 38,4 °C",
            "équipe jointe (astreinte)",
            "antibiotiques 7 jours.",
            "Encore ouverte",
            "Faut-il passer une radio pour la hanche ?",
            "goût de métal",
            "plus haut = pire",
            "fort moyen un peu",
            "oxaliplatine à 75 %",
            "paracétamol 1 g",
            "sans diagnostic",
            "ne veut pas dire que tout va bien.",
            "Page 1 sur",
        ],
    );
    assert!(!text.contains('□') && !text.contains("report-"), "{text}");
}

#[test]
fn ten_weeks_are_told_in_english() {
    let (text, pages) = told("ten-en", &ten_weeks().summary(Lang::En));
    assert!(pages <= 5, "{pages}");
    assert_all(
        &text,
        &[
            "Symptom journal — for the consultation",
            "the first 14 days",
            "Pain, left hip",
            "Fever: 38.4 °C",
            "Still open",
            "higher = worse",
            "without a diagnosis",
        ],
    );
    assert!(!text.contains("report-"), "{text}");
}

#[test]
fn every_number_of_the_table_is_that_of_the_summary() {
    let summary = ten_weeks().summary(Lang::En);
    let (text, _) = told("numbers", &summary);
    let words = vigie_words::Words::of(Lang::En);
    for series in
        summary.series.iter().filter(|series| series.item.scale() == vigie_model::Scale::Severity)
    {
        let row = format!(
            "{} {} {} {} ({}) {}",
            words.item(&series.item),
            series.answers,
            words.number(series.mean, 1),
            series.worst,
            words.day_short(series.worst_day).replace('\u{a0}', " "),
            series.days_moderate,
        );
        assert_all(&text, &[&row]);
    }
}

#[test]
fn an_empty_journal_and_a_single_entry_make_a_document_that_says_so() {
    let (text, pages) = told("empty", &empty().summary(Lang::Fr));
    assert_eq!(pages, 1);
    assert_all(
        &text,
        &[
            "0 jour renseigné sur 70",
            "Aucun symptôme n’a été noté",
            "Trop peu de réponses",
            "Nom non indiqué",
        ],
    );
    for lang in [Lang::Fr, Lang::En] {
        let (text, pages) = told(&format!("one-{lang}"), &one_entry().summary(lang));
        assert!(pages <= 3 && text.contains("Fatigue"), "{text}");
    }
}

#[test]
fn two_years_with_twenty_symptoms_and_nine_pains_stay_a_document_one_can_read() {
    let journal = two_years();
    for lang in [Lang::Fr, Lang::En] {
        let summary = journal.summary(lang);
        assert_eq!(summary.series.len(), SymptomCode::ALL.len() + 9);
        let (text, pages) = told(&format!("long-{lang}"), &summary);
        assert!(pages <= 11, "{pages}");
        let weeks = match lang {
            Lang::Fr => "chaque point est la moyenne d’une semaine",
            Lang::En => "each point is the mean of a week",
        };
        assert_all(&text, &[weeks]);
    }
}

#[test]
fn even_a_hundred_own_symptoms_and_endless_prompts_stay_bounded() {
    let mut journal = two_years();
    for offset in 0..100 {
        let name = format!("own:symptôme à moi numéro {offset} {}", "w".repeat(30));
        for day in [offset, offset + 200, offset + 400] {
            entry_of(&mut journal, day).answer(item(&name), rated(9));
        }
    }
    let more = journal.prompts.clone();
    journal.prompts.extend(more.iter().cloned().cycle().take(500));
    let (text, pages) = told("bounded", &journal.summary(Lang::Fr));
    assert!(pages <= 16, "{pages}");
    assert_all(&text, &["sont dans le fichier CSV", "n’ont pas de courbe ici"]);
}

#[test]
fn hostile_text_stays_text_and_what_cannot_be_written_is_shown_as_such() {
    let journal = hostile();
    let (text, pages) = told("hostile", &journal.summary(Lang::Fr));
    assert!(pages <= 13, "{pages}");
    assert_all(
        &text,
        &[
            "<script>alert(1)</script> □",
            "□ □□□□ □□□□□ abc fin de note □",
            "=cmd|' /C calc'!A0",
            "<</Type/Catalog>>",
            "Ελληνικά, кириллица, → ≥ − œ",
            "[…]",
            "la note entière est dans le fichier CSV",
            "□ remplace un caractère",
        ],
    );
}

#[test]
fn what_is_left_out_is_nowhere_in_the_file() {
    let bytes = pdf(&left_out_of_ten_weeks(Lang::Fr)).unwrap();
    let (text, _) = read("left-out", &bytes);
    assert_all(&text, &["La personne a choisi de ne pas tout montrer"]);
    for gone in ["hanche gauche", "métal", "fauteuil"] {
        assert!(!text.contains(gone), "{gone}");
    }
    // Nor in what is not drawn: alternative texts, outline, metadata, whatever is packed.
    let whole = drawn::everything(&pdf(&ten_weeks().summary(Lang::Fr)).unwrap());
    let left = drawn::everything(&bytes);
    for gone in ["hanche gauche", "métal", "fauteuil"] {
        assert!(whole.contains(gone) && !left.contains(gone), "{gone}");
    }
}

#[test]
fn the_same_summary_gives_the_same_bytes_and_another_clock_another_date() {
    let journal = ten_weeks();
    let summary = journal.summary(Lang::Fr);
    let bytes = pdf(&summary).unwrap();
    assert_eq!(bytes, pdf(&summary).unwrap());
    assert_eq!(bytes, pdf(&journal.summary(Lang::Fr)).unwrap());
    let later = ConsultationSummary { made_at: summary.made_at.plus_minutes(1), ..summary };
    assert_ne!(bytes, pdf(&later).unwrap());
}

#[test]
fn ten_weeks_take_less_than_80_kb() {
    for lang in [Lang::Fr, Lang::En] {
        let bytes = pdf(&ten_weeks().summary(lang)).unwrap();
        assert!(bytes.len() < 80_000, "{lang}: {}", bytes.len());
    }
}

#[test]
fn the_document_is_tagged_and_claims_what_it_is() {
    let bytes = pdf(&ten_weeks().summary(Lang::Fr)).unwrap();
    let tags = tags::read(&bytes);
    let elements = tags::elements(&tags);
    let count = |role: &str| elements.iter().filter(|(_, element)| element.role == role).count();
    assert_eq!(count("H1"), 1);
    assert_eq!(
        count("Figure"),
        16,
        "ten symptoms, state, weight, temperature, two markers, the body"
    );
    assert_eq!(
        count("Table"),
        7,
        "requests, symptoms, pains, painkillers, markers, two of all answers"
    );
    assert!(count("TH") > 20);
    assert_eq!(tags.lang.as_deref(), Some("fr"));
    assert_eq!(tags.title.as_deref(), Some("Carnet de symptômes — pour la consultation"));
    let raw = String::from_utf8_lossy(&bytes);
    for claim in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
        assert!(raw.contains(claim), "{claim}");
    }
}

#[test]
fn the_data_are_attached_as_the_fhir_document_and_left_out_of_ten_years_in_so_many_words() {
    let summary = ten_weeks().summary(Lang::Fr);
    let file = Written::new("attached.pdf", &pdf(&summary).unwrap());
    let saved = file.path().with_extension("json");
    tools::told(Command::new("pdfdetach").args(["-save", "1", "-o"]).arg(&saved).arg(file.path()));
    assert!(std::fs::read(saved).unwrap() == vigie_report::fhir(&summary));
    let bytes = pdf(&ten_years().summary(Lang::Fr)).unwrap();
    let file = Written::new("decade.pdf", &bytes);
    let listed = tools::told(Command::new("pdfdetach").arg("-list").arg(file.path()));
    assert!(listed.starts_with("0 embedded files"), "{listed}");
    let (text, _) = read("decade-text.pdf", &bytes);
    assert_all(&text, &["sont un fichier à part, non joint ici"]);
}
