//! A file of a registry and a profile become a shortlist to take to the doctor; real files too, where they are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use serde_json::{Value, json};
use vigie_e2e::{Desk, pdf_text, real_trials};

/// A record as ClinicalTrials.gov writes it.
fn record(id: &str, condition: &str, locations: Value) -> Value {
    json!({
        "protocolSection": {
            "identificationModule": { "nctId": id, "briefTitle": format!("A study in {condition}") },
            "statusModule": { "overallStatus": "RECRUITING", "statusVerifiedDate": "2026-03" },
            "designModule": { "studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"] },
            "conditionsModule": { "conditions": [condition], "keywords": ["HER2"] },
            "eligibilityModule": {
                "eligibilityCriteria": "Inclusion Criteria:\n\n* ECOG 0-1\n* Signed consent\n\nExclusion Criteria:\n\n* Pregnancy",
                "minimumAge": "18 Years", "sex": "ALL", "healthyVolunteers": false
            },
            "contactsLocationsModule": { "locations": locations }
        }
    })
}

fn place(facility: &str, city: &str, country: &str, point: Option<(f64, f64)>) -> Value {
    let mut place = json!({ "facility": facility, "city": city, "country": country });
    if let Some((lat, lon)) = point {
        place["geoPoint"] = json!({ "lat": lat, "lon": lon });
    }
    place
}

/// A desk with a registry of four trials.
fn desk() -> Desk {
    let desk = Desk::empty();
    let studies = [
        record(
            "NCT00000004",
            "Solid Tumors",
            json!([place("Clinique", "Villefranche", "France", None)]),
        ),
        record(
            "NCT00000003",
            "Breast Cancer",
            json!([place("CHU", "Lille", "France", Some((50.63, 3.06)))]),
        ),
        record(
            "NCT00000002",
            "Breast Cancer",
            json!([place("Hôpital Nord", "Lyon", "France", Some((45.75, 4.85)))]),
        ),
        record(
            "NCT00000001",
            "Prostate Cancer",
            json!([place("Hôpital Nord", "Lyon", "France", Some((45.75, 4.85)))]),
        ),
    ];
    desk.write("registry.json", json!({ "studies": studies, "totalCount": 4 }).to_string());
    desk.write("profile.json", PROFILE);
    desk
}

const PROFILE: &str = r#"{"conditions":["cancer du sein"],"keywords":["HER2"],"country":"FR","place":{"city":"lyon"},
    "within_km":100,"age":54,"sex":"female","performance":2}"#;

const ASKED: [&str; 5] = ["trials", "--registry", "registry.json", "--profile", "profile.json"];

#[test]
fn each_match_is_one_line_of_json_best_first_with_exactly_these_names() {
    let run = desk().vigie(&[&ASKED[..], &["--json"]].concat()).ok();
    assert!(run.out.starts_with(r#"{"id":"NCT00000002","title":"#), "{}", run.out);
    let lines = run.json();
    assert_eq!(lines.len(), 2, "{}", run.out);
    assert_eq!(
        lines[0],
        json!({
            "id": "NCT00000002",
            "title": "A study in Breast Cancer",
            "phase": "1/2",
            "status": "recruiting",
            "matched": [
                "Same disease (conditions studied): “Breast Cancer”",
                "Mentions “HER2”",
                "Recruiting, as of the date of the record",
                "One place in your country",
                "The nearest is less than a kilometre away, or in your town",
                "Age: within the limits of the record",
                "Sex: accepted by the record",
            ],
            "unknown": [],
            "judge": [
                "General state: the trial seems to ask for 1 at most (ECOG), you are at 2; the doctor must judge",
                "General state, the doctor must judge: “ECOG 0-1”",
                "Inclusion and exclusion criteria: 3 lines to read with the doctor",
            ],
            "sites": [
                { "facility": "Hôpital Nord", "city": "Lyon", "country": "FR", "km": 0.0, "closed": false },
            ],
            "updated": "2026-03",
        })
    );
    assert_eq!(lines[1]["id"], "NCT00000004");
    assert_eq!(lines[1]["unknown"], json!(["Distance unknown: the registry locates no place"]));
    assert_eq!(lines[1]["sites"][0]["km"], Value::Null);
    assert_eq!(run.err, "");
}

#[test]
fn a_person_reads_it_in_their_language() {
    let run = desk().vigie(&[&ASKED[..], &["--lang", "fr", "--most", "1"]].concat()).ok();
    let said = run.out.replace(['\u{a0}', '\u{202f}'], " ");
    for words in [
        "4 fiches lues, 2 retenues.",
        "1. A study in Breast Cancer",
        "NCT00000002, phase I/II, recrute",
        "Même maladie (maladies étudiées) : « Breast Cancer »",
        "Hôpital Nord, Lyon, FR – 0 km",
        "Fiche du 2026-03.",
        "Seul un médecin peut dire si un essai est possible pour vous.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("NCT00000004"), "{said}");
}

#[test]
fn a_date_is_said_in_words_and_written_as_the_registry_has_it() {
    let desk = desk();
    let mut study = record("NCT00000002", "Breast Cancer", json!([]));
    study["protocolSection"]["statusModule"]["statusVerifiedDate"] = json!("2026-02-12");
    let mut undated = record("NCT00000003", "Breast Cancer", json!([]));
    undated["protocolSection"]["statusModule"]["statusVerifiedDate"] = Value::Null;
    desk.write("registry.json", json!({ "studies": [study, undated] }).to_string());
    let said = desk.vigie(&[&ASKED[..], &["--lang", "fr"]].concat()).ok().out;
    assert!(said.replace('\u{a0}', " ").contains("Fiche du 12 février 2026."), "{said}");
    let lines = desk.vigie(&[&ASKED[..], &["--json"]].concat()).ok().json();
    let updated: Vec<&Value> = lines.iter().map(|line| &line["updated"]).collect();
    assert_eq!(updated, [&json!("2026-02-12"), &Value::Null]);
}

#[test]
fn the_page_is_a_pdf_and_its_name_says_so() {
    let desk = desk();
    for to in ["page.txt", "page", "page.pdf.docx"] {
        desk.vigie(&[&ASKED[..], &["--to", to]].concat()).refused(9, "a name that ends in .pdf");
        assert!(!desk.path(to).exists(), "{to}");
    }
    desk.vigie(&[&ASKED[..], &["--to", "page.PDF"]].concat()).ok();
}

#[test]
fn a_disease_that_is_not_recognised_is_told_in_words() {
    let desk = desk();
    desk.write("profile.json", r#"{"conditions":["chordome","cancer du sein"]}"#);
    let run = desk.vigie(&[&ASKED[..], &["--json"]].concat()).ok();
    assert!(run.err.contains("Vigie did not recognise “chordome”"), "{}", run.err);
    assert!(!run.err.contains("sein") && !run.json().is_empty(), "{}", run.err);
}

#[test]
fn several_registries_make_one_list() {
    let desk = desk();
    let other = json!({ "studies": [record("NCT00000009", "Breast Cancer", json!([]))] });
    desk.write("other.json", other.to_string());
    let two = [
        "trials",
        "--registry",
        "registry.json",
        "other.json",
        "--profile",
        "profile.json",
        "--json",
    ];
    let lines = desk.vigie(&two).ok().json();
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["NCT00000002", "NCT00000009", "NCT00000004"]);
}

#[test]
fn nothing_that_matches_is_said_without_promising_that_there_is_nothing() {
    let desk = desk();
    desk.write("profile.json", r#"{"conditions":["mélanome"],"country":"CH"}"#);
    assert_eq!(desk.vigie(&[&ASKED[..], &["--json"]].concat()).ok().out, "");
    let said = desk.vigie(&ASKED).ok().out;
    assert!(said.contains("That does not mean that there is none"), "{said}");
}

#[test]
fn bad_input_is_refused_in_a_sentence() {
    let desk = desk();
    desk.write("profile.json", r#"{"conditions":["sein"],"colour":"blue"}"#);
    desk.vigie(&ASKED).refused(9, "there is no field colour");
    desk.write("profile.json", "conditions: sein");
    desk.vigie(&ASKED).refused(9, "not JSON");
    desk.write("profile.json", "[]");
    desk.vigie(&ASKED).refused(9, "Only conditions is required");
    desk.write("profile.json", PROFILE);
    desk.write("registry.json", "<!doctype html><html></html>");
    desk.vigie(&ASKED).refused(9, "registry.json");
    desk.write("registry.json", r#"{"hello": 1}"#);
    desk.vigie(&ASKED).refused(9, "registry.json");
    std::fs::remove_file(desk.path("registry.json")).unwrap();
    desk.vigie(&ASKED).refused(8, "registry.json");
    std::fs::remove_file(desk.path("profile.json")).unwrap();
    desk.vigie(&ASKED).refused(8, "profile.json");
}

#[test]
fn no_journal_and_no_passphrase_are_needed_and_nothing_is_written() {
    let desk = desk();
    std::fs::remove_file(desk.path("passphrase")).unwrap();
    let before = desk.files(".");
    desk.vigie(&ASKED).ok();
    assert_eq!(desk.files("."), before);
}

#[test]
fn what_to_know_before_talking_it_over_is_told_in_both_languages() {
    let desk = Desk::empty();
    for (lang, words) in [
        (
            "fr",
            [
                "Phase I : 20 à 80 personnes",
                "www.e-cancer.fr",
                "www.unicancer.fr",
                "Que me proposeriez-vous sans cet essai ?",
            ],
        ),
        (
            "en",
            [
                "Phase III: hundreds of people",
                "clinicaltrials.gov",
                "ECLAIRE, the French public database of trials",
                "You can stop at any time",
            ],
        ),
    ] {
        let said = desk.vigie(&["trials", "--explain", "--lang", lang]).ok().out;
        let said = said.replace(['\u{a0}', '\u{202f}'], " ");
        for part in words {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    let passages = desk.vigie(&["trials", "--explain", "--json"]).ok().json();
    assert_eq!(passages.len(), 4);
    assert!(passages[1]["lines"].as_array().unwrap().len() >= 10, "questions");
}

/// What comes of a real file for somebody.
fn real(file: &str, profile: &Value) -> Option<Vec<Value>> {
    let file = real_trials()?.join(file);
    let desk = Desk::empty();
    desk.write("profile.json", profile.to_string());
    let file = file.to_str().unwrap();
    Some(
        desk.vigie(&["trials", "--registry", file, "--profile", "profile.json", "--json"])
            .ok()
            .json(),
    )
}

/// Somebody in France with lung cancer who looks at trials of any status.
fn in_france() -> Value {
    json!({ "conditions": ["cancer du poumon non à petites cellules"], "status": ["any"], "country": "FR", "place": { "city": "Paris" } })
}

#[test]
fn of_real_trials_elsewhere_in_europe_none_passes_for_france() {
    let Some(lines) = real("ctgov/europe_oncology_full.json", &in_france()) else { return };
    assert_eq!(lines, [Value::Null; 0]);
    let mut anywhere = in_france();
    anywhere.as_object_mut().unwrap().remove("country");
    assert!(real("ctgov/europe_oncology_full.json", &anywhere).unwrap().len() > 10);
}

#[test]
fn of_real_trials_with_countries_only_the_distance_is_unknown() {
    let Some(lines) = real("ctgov/france_oncology_countries_only.json", &in_france()) else {
        return;
    };
    assert!(lines.len() > 20, "{}", lines.len());
    for line in lines {
        assert!(line["unknown"].to_string().contains("Distance unknown"), "{line}");
    }
}

#[test]
fn real_trials_with_places_in_france_tell_how_far_they_are() {
    let Some(lines) = real("ctgov/france_oncology_full.json", &in_france()) else { return };
    assert!(lines.len() > 15, "{}", lines.len());
    let near =
        |line: &&Value| line["sites"].as_array().unwrap().iter().any(|site| site["km"].is_number());
    assert!(lines.iter().filter(near).count() > 15);
    for site in lines.iter().flat_map(|line| line["sites"].as_array().unwrap()) {
        assert_eq!(site["country"], "FR", "{site}");
    }
    // A study of allergies that lists lymphoma among its subjects stands behind every study of lymphoma.
    let lymphoma = json!({ "conditions": ["lymphome"], "status": ["any"], "country": "FR" });
    let lines = real("ctgov/france_oncology_full.json", &lymphoma).unwrap();
    let place = lines.iter().position(|line| line["id"] == "NCT01715623");
    assert!(lines.len() > 1 && place.is_none_or(|place| place + 1 == lines.len()), "{place:?}");
}

#[test]
fn a_page_to_bring_is_one_page_and_the_list_is_answered_beside_it() {
    let desk = desk();
    let run = desk.vigie(&[&ASKED[..], &["--lang", "fr", "--to", "page.pdf"]].concat()).ok();
    assert!(run.out.contains("page.pdf") && run.out.contains("A study in Breast Cancer"));
    let told = pdf_text(&desk.path("page.pdf"));
    for words in ["NCT00000002", "Lyon", "A study in Breast Cancer"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let info = std::process::Command::new("pdfinfo").arg(desk.path("page.pdf")).output().unwrap();
    let info = String::from_utf8(info.stdout).unwrap();
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    assert_eq!(pages.trim(), "1");
    let lines = desk.vigie(&[&ASKED[..], &["--json", "--to", "again.pdf"]].concat()).ok().json();
    assert_eq!(lines[0]["id"], "NCT00000002");
    assert!(desk.path("again.pdf").is_file());
}

#[test]
fn a_profile_is_kept_in_the_journal_and_nowhere_else() {
    let desk = desk();
    desk.vigie(&["init"]).ok();
    let own = ["trials", "--own", "--registry", "registry.json", "--json"];
    desk.vigie(&own).refused(9, "No profile is kept");
    desk.vigie(&["trials", "--profile", "profile.json", "--keep"]).ok();
    let asked = desk.vigie(&[&ASKED[..], &["--json"]].concat()).ok().out;
    std::fs::remove_file(desk.path("profile.json")).unwrap();
    assert_eq!(desk.vigie(&own).ok().out, asked);
    for (file, bytes) in desk.files(".") {
        let told = bytes.windows(13).any(|window| window == b"cancer du sei");
        assert!(!told, "{}", file.display());
    }
    desk.write("profile.json", r#"{"conditions":["cancer du sein"],"age":"old"}"#);
    desk.vigie(&["trials", "--profile", "profile.json", "--keep"]).refused(9, "age");
    assert_eq!(desk.vigie(&own).ok().out, asked, "what was kept is not lost");
    desk.vigie(&["trials", "--forget"]).ok();
    desk.vigie(&own).refused(9, "No profile is kept");
}
