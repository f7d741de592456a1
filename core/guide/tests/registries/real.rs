//! The registries' own records, where they lie beside the project: every one of them is read.

use std::path::{Path, PathBuf};

use vigie_guide::trials::{Phase, ReadReport, Registry, RegistryError, Skipped, Status, Trial};

use super::{ids, read};

/// The real records beside the project; says so when they are not there.
#[allow(clippy::print_stdout)] // a test that did not run tells it
fn real_trials() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/trials");
    if !folder.is_dir() {
        println!("the real trials are not beside the project: not run");
        return None;
    }
    Some(folder)
}

fn file(name: &str) -> Option<Vec<u8>> {
    real_trials().map(|folder| std::fs::read(folder.join(name)).unwrap())
}

fn trials(name: &str) -> Option<Vec<Trial>> {
    let (report, trials) = read(file(name)?);
    assert_eq!(report.unwrap().skipped, Skipped::default(), "{name}");
    Some(trials)
}

fn with_status(trials: &[Trial], status: Status) -> usize {
    trials.iter().filter(|trial| trial.status == status).count()
}

#[test]
fn each_file_has_as_many_records_as_its_description_says() {
    for (name, registry, records) in [
        ("eclaire-2023-10-17.json", Registry::Eclaire, 20),
        ("ctgov/france_oncology_full.json", Registry::ClinicalTrialsGov, 50),
        ("ctgov/europe_oncology_full.json", Registry::ClinicalTrialsGov, 42),
        ("ctgov/france_oncology_countries_only.json", Registry::ClinicalTrialsGov, 172),
        ("ctgov/studies_5_full.json", Registry::ClinicalTrialsGov, 5),
        ("ctgov/get_nct02576665_20260811.json", Registry::ClinicalTrialsGov, 1),
        ("ctgov/get_nct06382129_20260811.json", Registry::ClinicalTrialsGov, 1),
        ("ctgov/get_nct06604689_20260811.json", Registry::ClinicalTrialsGov, 1),
        ("ctgov/search_keytruda_limit3_20260811.json", Registry::ClinicalTrialsGov, 3),
        ("ctgov/search_melanoma_recruiting_limit3_20260811.json", Registry::ClinicalTrialsGov, 3),
        ("ctgov/search_nsclc_egfr_l858r_20260811.json", Registry::ClinicalTrialsGov, 2),
    ] {
        let Some(file) = file(name) else { return };
        let expected = ReadReport { registry, records, skipped: Skipped::default() };
        let (report, trials) = read(file);
        assert_eq!(report, Ok(expected), "{name}");
        assert_eq!(trials.len() as u64, records, "{name}");
        for trial in trials {
            assert!(!trial.title.is_empty() && !trial.country_unread, "{name} {}", trial.id);
        }
    }
}

#[test]
fn the_french_file_is_read_place_by_place() {
    let Some(trials) = trials("ctgov/france_oncology_full.json") else { return };
    let sites: Vec<_> = trials.iter().flat_map(|trial| &trial.sites).collect();
    assert_eq!(sites.len(), 4470);
    let french: Vec<_> =
        sites.iter().filter(|site| site.country.as_deref() == Some("FR")).collect();
    assert_eq!(french.len(), 515);
    assert_eq!(french.iter().filter(|site| site.status.is_none()).count(), 366);
    assert_eq!(sites.iter().filter(|site| site.point.is_none()).count(), 179);
    assert!(sites.iter().all(|site| site.facility.as_deref() != Some("Research Site")));
    assert!(trials.iter().all(|trial| trial.countries.contains(&"FR".to_owned())));
    for (status, count) in [
        (Status::Recruiting, 16),
        (Status::ActiveNotRecruiting, 15),
        (Status::Over, 12 + 3),
        (Status::NotYetRecruiting, 3),
        (Status::Unknown, 1),
    ] {
        assert_eq!(with_status(&trials, status), count, "{status:?}");
    }
    assert!(trials.iter().all(|trial| trial.updated.is_some()));
    assert_eq!(trials.iter().filter(|trial| trial.max_age.is_none()).count(), 44);
    assert_eq!(trials.iter().filter(|trial| trial.interventions.is_empty()).count(), 3);
}

#[test]
fn the_european_file_has_no_place_in_france_and_the_other_one_countries_alone() {
    let Some(europe) = trials("ctgov/europe_oncology_full.json") else { return };
    assert!(europe.iter().all(|trial| !trial.countries.contains(&"FR".to_owned())));
    let countries_only = trials("ctgov/france_oncology_countries_only.json").unwrap();
    assert!(countries_only.iter().all(|trial| trial.sites.is_empty()));
    assert!(countries_only.iter().all(|trial| trial.countries.contains(&"FR".to_owned())));
    assert_eq!(with_status(&countries_only, Status::Recruiting), 168);
    assert_eq!(countries_only.iter().filter(|trial| trial.min_age.is_none()).count(), 5);
}

#[test]
fn eligibility_is_divided_in_nearly_every_record() {
    let (mut with_text, mut divided) = (0, 0);
    for name in [
        "ctgov/france_oncology_full.json",
        "ctgov/europe_oncology_full.json",
        "ctgov/france_oncology_countries_only.json",
        "ctgov/studies_5_full.json",
    ] {
        for trial in trials(name).unwrap_or_default() {
            let eligibility = &trial.eligibility;
            with_text += 1;
            divided +=
                usize::from(!eligibility.inclusion.is_empty() && !eligibility.exclusion.is_empty());
            for line in eligibility.inclusion.iter().chain(&eligibility.exclusion) {
                assert!(!line.contains("\\>") && !line.contains("\\<"), "{}: {line}", trial.id);
                assert!(!line.starts_with("* "), "{}: {line}", trial.id);
            }
        }
    }
    // Six are not: three begin without saying 'inclusion', two name nobody who may not, one has headings of its own.
    assert_eq!(with_text - divided, if with_text == 0 { 0 } else { 6 }, "{divided} of {with_text}");
}

#[test]
fn eclaire_s_twenty_are_read_as_a_person_reads_them() {
    let Some(trials) = trials("eclaire-2023-10-17.json") else { return };
    let by_id = |id: &str| trials.iter().find(|trial| trial.id == id).unwrap();
    let hepastem = by_id("2022-500252-28-00");
    assert!(hepastem.title.ends_with("(ACLF) – DHELIVER"), "{}", hepastem.title);
    assert_eq!(hepastem.phases, [Phase::Two]);
    let breast = by_id("2022-500014-26-00");
    assert_eq!(
        breast.conditions,
        ["Locally-Advanced or Metastatic breast cancer (MBC)", "Neoplasms"]
    );
    assert_eq!(breast.countries, ["BE", "DE", "ES", "FR", "HU", "IT", "PL", "PT"]);
    assert_eq!(breast.updated.as_deref(), Some("2023-04-12"));
    assert_eq!(
        trials.iter().filter(|trial| trial.title == trial.id).count(),
        5,
        "no title is given"
    );
    assert_eq!(
        trials.iter().filter(|trial| trial.countries.contains(&"FR".to_owned())).count(),
        16
    );
    for trial in &trials {
        let texts = trial.conditions.iter().chain(&trial.keywords).chain([&trial.title]);
        for text in texts.chain(&trial.other_ids).chain(&trial.acronym).chain(&trial.sponsor) {
            assert!(
                !text.contains("INDISPONIBLE") && !text.contains('&') && !text.contains("MedDRA"),
                "{text}"
            );
        }
    }
}

#[test]
fn a_real_file_cut_anywhere_is_named_as_cut() {
    for name in [
        "ctgov/search_nsclc_egfr_l858r_20260811.json",
        "eclaire-2023-10-17.json",
        "ctgov/studies_5_full.json",
    ] {
        let Some(file) = file(name) else { return };
        let end = file.iter().rposition(|byte| *byte == b'}').unwrap();
        // About fifty places in each, at uneven distances.
        let step = (end / 50).max(1) | 1;
        for length in (1..=end).step_by(step) {
            let (report, trials) = read(&file[..length]);
            let cut = RegistryError::CutShort { records: trials.len() as u64 };
            assert_eq!(report, Err(cut), "{name} at {length}");
        }
    }
}

#[test]
fn one_study_a_line_reads_the_same_as_a_page_of_them() {
    let Some(page) = file("ctgov/studies_5_full.json") else { return };
    let page: serde_json::Value = serde_json::from_slice(&page).unwrap();
    let studies = page["studies"].as_array().unwrap();
    let lines: Vec<String> = studies.iter().map(ToString::to_string).collect();
    let (_, from_page) = read(page.to_string());
    let (report, from_lines) = read(lines.join("\n"));
    assert_eq!(report.unwrap().records, 5);
    assert_eq!(ids(&from_lines), ids(&from_page));
    assert_eq!(from_lines, from_page);
}
