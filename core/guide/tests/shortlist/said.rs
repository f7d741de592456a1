//! What is said is said in both languages, and never that somebody may take part.

use vigie_guide::trials::{explanation, leaflet};
use vigie_words::{Lang, Words};

use super::*;

/// Trials that bring out every kind of sentence.
fn all_kinds() -> (TrialProfile, Vec<Trial>) {
    let profile = TrialProfile {
        keywords: texts(&["HER2", "EGFR"]),
        performance: Some(3),
        ..TrialProfile { conditions: texts(&["cancer du sein", "poumon"]), ..person() }
    };
    let bare = Trial {
        phases: vec![],
        status: Status::Unknown,
        min_age: None,
        max_age: None,
        sex: SexAllowed::Unknown,
        sites: vec![],
        countries: vec![],
        eligibility: Eligibility::default(),
        updated: None,
        ..about(&["Neoplasms"])
    };
    let mut closed = told();
    closed.sites[0].status = Some(Status::Over);
    closed.healthy_volunteers = Some(true);
    closed.status = Status::NotYetRecruiting;
    closed.keywords = texts(&["HER2"]);
    closed.eligibility.inclusion = texts(&["ECOG 0-1", "1 prior line of therapy"]);
    let trials = [
        told(),
        bare,
        closed,
        about(&["Small Cell Lung Cancer"]),
        about(&["EGFR mutated squamous Lung Cancer"]),
    ];
    let trials = (1..).zip(trials).map(|(n, trial)| Trial { id: format!("NCT{n}"), ..trial });
    (profile, trials.collect())
}

/// What nobody but a doctor may say.
const CLAIMS: &[&str] =
    &["eligib", "éligib", "vous pouvez participer", "essai ouvert", "open to", "you can join"];

/// Every sentence that can come out.
fn sentences(lang: Lang) -> Vec<String> {
    let words = Words::of(lang);
    let (profile, trials) = all_kinds();
    let list = shortlist(trials, &profile);
    assert_eq!(list.len(), 5);
    let mut all = Vec::new();
    for found in &list {
        all.extend(found.matched.iter().map(|one| one.sentence(words)));
        all.extend(found.unknown.iter().map(|one| one.sentence(words)));
        all.extend(found.judge.iter().map(|one| one.sentence(words)));
        all.extend(found.sites.iter().map(|one| one.sentence(words)));
    }
    let page = leaflet(words, &profile, &list);
    all.extend([page.title, page.intro]);
    for passage in page.sections.into_iter().chain(explanation(words)) {
        all.push(passage.title);
        all.extend(passage.lines);
    }
    all
}

#[test]
fn nobody_is_told_that_they_may_take_part() {
    for lang in Lang::ALL {
        let all = sentences(*lang);
        assert!(all.len() > 60, "{}", all.len());
        for sentence in all {
            let small = sentence.to_lowercase();
            for claim in CLAIMS {
                assert!(!small.contains(claim), "{claim}: {sentence}");
            }
            assert!(!sentence.is_empty() && !sentence.starts_with("trials-"), "{sentence}");
        }
    }
}

#[test]
fn no_sentence_of_the_locales_about_trials_claims_it_either() {
    for text in [
        include_str!("../../../words/locales/fr/guide.ftl"),
        include_str!("../../../words/locales/en/guide.ftl"),
    ] {
        let small = text.to_lowercase();
        assert!(small.contains("trials-judge-criteria"));
        for claim in CLAIMS {
            assert!(!small.contains(claim), "{claim}");
        }
    }
}

#[test]
fn every_property_and_status_has_words() {
    for lang in Lang::ALL {
        let words = Words::of(*lang);
        for id in [
            "her2-positive",
            "her2-negative",
            "hormone-positive",
            "hormone-negative",
            "triple-negative",
            "squamous",
            "non-squamous",
            "clear-cell",
            "non-clear-cell",
            "castration-resistant",
            "castration-sensitive",
            "egfr-mutated",
            "egfr-wild",
            "msi",
            "mss",
        ] {
            assert!(words.has(&format!("trials-trait-{id}")), "{id}");
        }
        for status in [
            Status::Recruiting,
            Status::NotYetRecruiting,
            Status::ByInvitation,
            Status::ActiveNotRecruiting,
            Status::Suspended,
            Status::Over,
            Status::Unknown,
        ] {
            let trial = Trial { status, ..told() };
            let any = TrialProfile { status: None, ..person() };
            let heading = passed(trial, &any).unwrap().heading(words);
            assert!(heading.starts_with("NCT00000001, phase II, "), "{heading}");
        }
    }
}

#[test]
fn a_page_holds_four_trials_with_what_the_doctor_judges_and_questions_to_ask() {
    let trials = (1..=9).map(|n| Trial { id: format!("NCT{n}"), ..told() });
    let profile = person();
    let list = shortlist(trials, &profile);
    let page = leaflet(Words::of(Lang::En), &profile, &list);
    assert_eq!(page.sections.len(), 5);
    assert!(page.intro.contains("The first 4 of 9 are here."), "{}", page.intro);
    assert!(
        page.intro.contains("cancer du sein, phases II and III, at most 100\u{a0}km from Lyon"),
        "{}",
        page.intro
    );
    let first = &page.sections[0];
    assert_eq!(first.title, "A Study of a Medicine in Breast Cancer");
    assert_eq!(first.lines[0], "NCT1, phase II, recruiting, date of the record: March\u{a0}2026");
    assert!(
        first.lines.contains(
            &"Inclusion and exclusion criteria: 2 lines to read with the doctor".to_owned()
        )
    );
    assert!(page.sections[4].lines.len() == 6, "questions");
    let empty = leaflet(Words::of(Lang::Fr), &profile, &[]);
    assert!(empty.intro.contains("Aucun essai"), "{}", empty.intro);
    assert_eq!(empty.sections.len(), 1);
}

#[test]
fn the_page_tells_the_date_of_each_record_in_words_and_that_everything_may_have_changed() {
    let said = |lang, updated: Option<&str>| {
        let trial = Trial { updated: updated.map(str::to_owned), ..told() };
        let list = [passed(trial, &person()).unwrap()];
        let page = leaflet(Words::of(lang), &person(), &list);
        (page.sections[0].lines[0].replace(['\u{a0}', '\u{202f}'], " "), page.intro)
    };
    for (updated, french, english) in [
        (Some("2026-02-12"), "fiche du 12 février 2026", "record of 12 February 2026"),
        (Some("2026-04"), "date de la fiche : avril 2026", "date of the record: April 2026"),
        (Some("2026-13"), "date de la fiche : 2026-13", "date of the record: 2026-13"),
        (None, "fiche sans date", "record without a date"),
    ] {
        for (lang, record, changed) in [
            (Lang::Fr, french, "tout peut avoir changé"),
            (Lang::En, english, "everything may have changed"),
        ] {
            let (line, intro) = said(lang, updated);
            assert!(line.ends_with(&format!(", {record}")), "{line}");
            assert!(intro.contains(changed), "{intro}");
        }
    }
}

#[test]
fn what_a_registry_wrote_cannot_steer_a_terminal() {
    let trial = Trial { conditions: texts(&["Breast Cancer \u{1b}[2J\u{202e}"]), ..told() };
    let found = passed(trial, &person()).unwrap();
    let said = found.matched[0].sentence(Words::of(Lang::En));
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said}");
}
