//! What stands around the symptoms is told with who told it, silence is never taken for an answer, and what is left out is gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use serde_json::Value;
use vigie_documents::around::{changed, intake, medicine};
use vigie_documents::{drawn, people, tags};
use vigie_model::{By, CareEvent, IntakeStatus, MedicineKind};
use vigie_report::{Block, ConsultationSummary, Line, Part, Preview, Sign, TextCell, fhir, pdf};
use vigie_words::Lang;

fn preview(lang: Lang) -> Preview {
    Preview::new(&changed().summary(lang))
}

/// The text with plain spaces: each language has kinds of its own.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn lines(preview: &Preview, part: Part) -> Vec<(String, String)> {
    let blocks = &preview.section(part).unwrap().blocks;
    let of = |block: &Block| match block {
        Block::Lines(lines) => lines.clone(),
        Block::Quotes(quotes) => quotes.quotes.clone(),
        _ => Vec::new(),
    };
    let both = |line: Line| (plain(&line.label), plain(&line.text));
    blocks.iter().flat_map(of).map(both).collect()
}

fn assert_line(lines: &[(String, String)], label: &str, text: &str) {
    let found = lines.iter().any(|(l, t)| l == label && t == text);
    assert!(found, "{label} / {text} is not in {lines:#?}");
}

fn rows(preview: &Preview, part: Part) -> Vec<Vec<String>> {
    let of = |block: &Block| match block {
        Block::Table(table) => table.rows.clone(),
        _ => Vec::new(),
    };
    let cells = |row: Vec<TextCell>| row.iter().map(|cell| plain(&cell.text)).collect();
    preview.section(part).unwrap().blocks.iter().flat_map(of).map(cells).collect()
}

fn resources(summary: &ConsultationSummary, kind: &str) -> Vec<Value> {
    let document: Value = serde_json::from_slice(&fhir(summary)).unwrap();
    let all = document["entry"].as_array().unwrap().iter().map(|entry| entry["resource"].clone());
    all.filter(|one| one["resourceType"] == kind).collect()
}

#[test]
fn a_line_of_treatment_is_told_with_why_it_ended_and_the_next_with_what_it_aims_at() {
    let treatments = lines(&preview(Lang::Fr), Part::Treatments);
    assert_line(
        &treatments,
        "Chimiothérapie (FOLFOX)",
        "tous les 14 jours, depuis le 6 juillet 2026, jusqu’au 25 octobre 2026, la maladie a progressé",
    );
    assert_line(
        &treatments,
        "Thérapie ciblée (encorafénib + cétuximab)",
        "BRAF V600E, phase III, Institut inventé, NCT00000000, tous les 14 jours, depuis le 30 octobre 2026",
    );
    assert_line(
        &treatments,
        "12 oct.",
        "Traitement reporté, FOLFOX, jusqu’au 19 octobre 2026, mal supporté. « Plaquettes trop basses. »",
    );
    assert_line(&treatments, "19 oct. (Paul)", "Dose réduite, mal supporté.");
    let english = lines(&preview(Lang::En), Part::Treatments);
    assert_line(&english, "19 Oct (Paul)", "Dose reduced, poorly tolerated.");
}

#[test]
fn one_plain_line_of_treatment_is_told_at_the_top_and_nowhere_again() {
    let mut journal = people::ten_weeks();
    assert!(Preview::new(&journal.summary(Lang::Fr)).section(Part::Treatments).is_none());
    journal.profile.treatments[0].alteration = Some(vigie_documents::made_up::label("KRAS"));
    assert!(Preview::new(&journal.summary(Lang::Fr)).section(Part::Treatments).is_some());
}

#[test]
fn a_dose_of_which_nothing_was_noted_is_neither_taken_nor_missed() {
    let told = preview(Lang::Fr);
    let rows = rows(&told, Part::Medication);
    let name = "encorafénib 300 mg (contre la maladie)\n4 gélules, chaque jour à 8 h 00";
    assert!(
        rows.contains(&[name, "18 sur 24", "1", "1", "4"].map(str::to_owned).to_vec()),
        "{rows:?}"
    );
    let name = "ondansétron (autre)\nchaque jour à 8 h 00 et 20 h 00, jusqu’au 16 septembre 2026";
    assert!(
        rows.contains(&[name, "0 sur 6", "0", "0", "6"].map(str::to_owned).to_vec()),
        "{rows:?}"
    );
    let name = "morphine 10 mg (contre la douleur)\nau besoin";
    let needed = [name, "10", "10", "3", "3", "2", "2"].map(str::to_owned).to_vec();
    assert!(rows.contains(&needed), "{rows:?}");
    let lines = lines(&told, Part::Medication);
    let late = "encorafénib 300 mg, pris en retard : « Je me suis rendormie. »";
    assert_line(&lines, "5 nov.", late);
    let missed = "encorafénib 300 mg, non pris : « J’ai vomi toute la matinée. »";
    assert_line(&lines, "14 nov.", missed);
}

#[test]
fn a_dose_of_a_medicine_that_nobody_described_is_told_all_the_same() {
    let mut journal = people::ten_weeks();
    let dose = intake(journal.to, "gouttes", Some(8 * 60), IntakeStatus::Taken);
    journal.care.push(By::person(CareEvent::Intake(dose)));
    let told = Preview::new(&journal.summary(Lang::Fr));
    assert_line(&lines(&told, Part::Medication), "22 nov.", "gouttes, pris, 8 h 00");
    let later = medicine(journal.to.plus(1), "plus tard", MedicineKind::Other, "08:00");
    journal.care.push(By::person(CareEvent::Medicine(later)));
    let summary = journal.summary(Lang::Fr);
    assert!(summary.medicines.is_empty(), "one that begins tomorrow is not of this period");
}

#[test]
fn questions_that_wait_stand_alone_and_each_answer_beside_its_question() {
    let told = preview(Lang::Fr);
    let voice = lines(&told, Part::Voice);
    assert_line(&voice, "17 nov. (Paul)", "Qui appeler la nuit si la douleur ne cède pas ?");
    assert!(!voice.iter().any(|(_, text)| text.contains("radio")), "{voice:?}");
    let answers = lines(&told, Part::Answers);
    assert_eq!(answers.len(), 2);
    let answered = "« Faut-il passer une radio pour la hanche ? » Réponse (13 nov.) : « Oui, une IRM : elle est faite. »";
    assert_line(&answers, "9 nov.", answered);
}

#[test]
fn support_consents_and_wishes_are_told_in_short() {
    let support = lines(&preview(Lang::Fr), Part::Support);
    assert_line(
        &support,
        "Kinésithérapie, Mme Roy",
        "26 sept., 3 oct., 31 oct. (Paul) : a beaucoup aidé (1), a un peu aidé (1), effet non précisé (1).",
    );
    assert_line(
        &support,
        "Psychologue, Mme Roy",
        "14 oct. : a beaucoup aidé. « Parlé de la peur avant le scanner. »",
    );
    let signed = "Consentement à un essai, essai ENCO-INVENTÉ, signé le 29 octobre 2026";
    assert_line(&support, "27 oct.", signed);
    // Given before the period and withdrawn in it.
    let withdrawn = "Consentement à l’usage de données, biobanque de l’hôpital, signé le 18 juillet 2026, \
         retiré le 4 octobre 2026";
    assert_line(&support, "16 juil.", withdrawn);
    // Long before the period: with its year.
    assert_line(&support, "5 août 2025", "Personne de confiance, Paul Martin");
    let place = "Directives anticipées, tiroir du bureau, copie chez le Dr Leroy";
    assert_line(&support, "5 août 2025", place);
}

#[test]
fn who_told_it_is_told_and_how_many_days_a_relative_answered() {
    let told = preview(Lang::Fr);
    let details = told.complete_details.iter().map(|text| plain(text)).collect::<Vec<_>>();
    assert!(details.contains(&"6 jours renseignés par Paul".to_owned()), "{details:?}");
    let english = preview(Lang::En).complete_details;
    assert!(english.contains(&"6 days filled in by Paul".to_owned()), "{english:?}");
    let results = rows(&told, Part::Results);
    assert!(results.iter().any(|row| row[1] == "16 nov. (Paul)" && row[2] == "9,8"), "{results:?}");
    let days = resources(&changed().summary(Lang::Fr), "Observation");
    let of_paul = days.iter().filter(|one| one["performer"][0]["display"] == "Paul");
    // Six days, the hip on each day it was rated, the copied result and the other dose.
    assert!(of_paul.count() >= 8);
}

#[test]
fn the_charts_mark_changes_of_treatment_and_lines_that_begin() {
    let told = preview(Lang::Fr);
    let changes = told.charts.marks.iter().filter(|mark| mark.sign == Sign::Change);
    let changes: Vec<(u32, &str)> = changes.map(|mark| (mark.day, mark.text.as_str())).collect();
    let expected = [(28, "Traitement reporté (FOLFOX)"), (35, "Dose réduite")];
    assert_eq!(changes[..2], expected);
    assert_eq!(changes[2].0, 46);
    assert!(changes[2].1.contains("encorafénib"), "{changes:?}");
    assert_eq!(changes.len(), 3, "nothing else changes what is given");
}

#[test]
fn what_is_to_come_is_told_on_the_day_of_the_report_and_in_no_other() {
    let journal = changed();
    let care = lines(&Preview::new(&journal.summary(Lang::Fr)), Part::Care);
    assert_line(&care, "28 nov., 14 h 30 (Paul)", "Consultation, Dr Leroy (hôpital de jour).");
    let mut past = journal.choice(Lang::Fr);
    past.to = past.to.plus(-1);
    let told = journal.told(past);
    assert!(
        lines(&Preview::new(&told), Part::Care)
            .iter()
            .all(|(label, _)| label != "28 nov., 14 h 30 (Paul)")
    );
    assert!(resources(&told, "Appointment").is_empty());
    let booked = resources(&journal.summary(Lang::Fr), "Appointment");
    assert_eq!(booked.len(), 2);
    for one in &booked {
        assert_eq!(one["status"], "booked");
        // The day is known, no more: no time is made up.
        assert!(one.get("start").is_none() && one.get("end").is_none());
    }
    assert_eq!(booked[0]["requestedPeriod"][0]["start"], "2026-11-25");
}

#[test]
fn doses_and_sessions_are_data_with_what_became_of_each() {
    let summary = changed().summary(Lang::Fr);
    let doses = resources(&summary, "MedicationAdministration");
    let missed: Vec<&Value> = doses.iter().filter(|one| one["status"] == "not-done").collect();
    assert_eq!(missed.len(), 1);
    assert_eq!(missed[0]["statusReason"][0]["coding"][0]["code"], "intake-missed");
    assert_eq!(doses.len(), 20 + 10, "what nobody noted is no dose");
    let medicines = resources(&summary, "MedicationStatement");
    let statuses = medicines.iter().filter(|one| one.get("reasonCode").is_some());
    let mut statuses: Vec<&str> = statuses.map(|one| one["status"].as_str().unwrap()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, ["active", "active", "completed"]);
    let procedures = resources(&summary, "Procedure");
    let stopped: Vec<&Value> = procedures.iter().filter(|one| one["status"] == "stopped").collect();
    assert_eq!(stopped[0]["statusReason"]["coding"][0]["code"], "reason-progression");
    let helped = procedures.iter().filter(|one| one["outcome"]["text"] == "a beaucoup aidé");
    assert_eq!(helped.count(), 2);
}

#[test]
fn without_notes_no_word_of_the_persons_own_is_in_any_form() {
    let journal = changed();
    let mut choice = journal.choice(Lang::Fr);
    let own = [
        "Plaquettes trop basses",
        "rendormie",
        "vomi toute la matinée",
        "peur avant le scanner",
        "tiroir du bureau",
        "elle est faite",
    ];
    let forms = |summary: &ConsultationSummary| {
        let page = serde_json::to_string(&Preview::new(summary)).unwrap();
        let record = String::from_utf8(fhir(summary)).unwrap();
        [page, record, drawn::everything(&pdf(summary).unwrap())]
    };
    let whole = forms(&journal.told(choice.clone()));
    choice.with_notes = false;
    let told = journal.told(choice);
    assert!(told.something_left_out);
    let less = forms(&told);
    for word in own {
        for (form, (whole, less)) in whole.iter().zip(&less).enumerate() {
            assert!(whole.contains(word) && !less.contains(word), "form {form}: {word}");
        }
    }
    // That there are directives is no note.
    assert_line(
        &lines(&Preview::new(&told), Part::Support),
        "5 août 2025",
        "Directives anticipées",
    );
}

#[test]
fn ten_weeks_with_everything_around_them_are_five_pages_and_small() {
    for lang in [Lang::Fr, Lang::En] {
        let summary = changed().summary(lang);
        let bytes = pdf(&summary).unwrap();
        let pages = tags::read(&bytes).pages.len();
        assert!(pages <= 5, "{lang}: {pages}");
        assert!(bytes.len() < 100_000, "{lang}: {}", bytes.len());
    }
}
