//! Eligibility texts are divided as a reader would divide them, and nothing of them is lost.

use proptest::prelude::*;

use super::*;

fn inclusion(text: &str) -> Vec<String> {
    let split = split(text);
    assert!(split.exclusion.is_empty() && split.undivided.is_empty(), "{split:?}");
    split.inclusion
}

#[test]
fn the_usual_headings_divide_and_are_not_criteria() {
    for (inclusion, exclusion) in [
        ("Inclusion Criteria:", "Exclusion Criteria:"),
        ("KEY INCLUSION CRITERIA", "KEY EXCLUSION CRITERIA"),
        ("**Inclusion criteria**", "**Exclusion criteria**:"),
        ("## Main Inclusion Criteria :", "## Main Exclusion Criteria :"),
        ("* Key Inclusion Criteria:", "* Key Exclusion Criteria:"),
        ("Inclusion:", "Exclusion:"),
        ("Inclusion criteria include", "Exclusion criteria include:"),
        ("Critères d'inclusion", "Critères de non-inclusion"),
        ("Critères d’inclusion :", "Critères d’exclusion :"),
        ("Principaux critères d’inclusion :", "Principaux critères de non inclusion :"),
        (
            "The main inclusion criteria include but are not limited to the following:",
            "The main exclusion criteria include but are not limited to the following:",
        ),
    ] {
        let split = split(&format!("{inclusion}\n\n* Age over 18\n\n{exclusion}\n\n* Pregnancy"));
        assert_eq!(split.inclusion, ["Age over 18"], "{inclusion}");
        assert_eq!(split.exclusion, ["Pregnancy"], "{exclusion}");
        assert!(split.undivided.is_empty(), "{inclusion}");
    }
}

#[test]
fn a_heading_that_names_a_part_stays_to_be_read() {
    let text = "Inclusion Criteria for Sub Study 2:\n* A\nPart B:\n\nAdditional Exclusion Criteria (Part B)\n* B";
    let split = split(text);
    assert_eq!(split.inclusion, ["Inclusion Criteria for Sub Study 2:", "A"]);
    assert_eq!(split.exclusion, ["Part B:", "Additional Exclusion Criteria (Part B)", "B"]);
}

#[test]
fn several_parts_each_with_both_headings_go_to_their_lists() {
    let text = "PHASE 1\n\nInclusion Criteria:\n* A1\nExclusion Criteria:\n* B1\n\nPHASE 2:\n\nInclusion Criteria:\n* A2";
    let split = split(text);
    assert_eq!(split.inclusion, ["PHASE 1", "A1", "PHASE 2:", "A2"]);
    assert_eq!(split.exclusion, ["B1"]);
}

#[test]
fn what_follows_the_colon_of_a_heading_is_a_criterion() {
    let split = split("Inclusion Criteria: adults\nExclusion criteria: none of them");
    assert_eq!(split.inclusion, ["adults"]);
    assert_eq!(split.exclusion, ["none of them"]);
}

#[test]
fn a_sentence_that_speaks_of_criteria_is_no_heading() {
    for sentence in [
        "Other protocol-defined Inclusion/Exclusion criteria may apply.",
        "Other protocol-defined exclusion criteria apply",
        "Further exclusion criteria apply.",
        "Does not meet any exclusion criteria",
        "Progressive disease at time of exclusion",
        "Bilateral tubal occlusion",
        "A full list of exclusion criteria is in the protocol",
    ] {
        let lines = inclusion(&format!("Inclusion Criteria:\n* A\n\n* {sentence}"));
        assert_eq!(lines, ["A", sentence]);
    }
}

#[test]
fn a_sentence_that_announces_who_is_excluded_divides_like_a_heading() {
    for rule in [
        "Participants who meet any of the following criteria will be disqualified from the trial:",
        "Participants will be ineligible if they meet any of the exclusion criteria below. More in the protocol.",
    ] {
        let split = split(&format!("Inclusion Criteria:\n* A\n\n{rule}\n\n* Brain metastases"));
        assert_eq!(split.inclusion, ["A"]);
        assert_eq!(split.exclusion, [rule, "Brain metastases"]);
    }
    let criterion = "* Patients with brain metastases must meet all of the following:";
    let split = split(&format!("Exclusion Criteria:\n* A\n{criterion}\n  * B"));
    assert!(split.inclusion.is_empty(), "a criterion of the list is no heading: {split:?}");
}

#[test]
fn without_a_heading_all_stays_undivided() {
    let split = split("1. Adults\n2. Signed consent");
    assert_eq!(split.undivided, ["Adults", "Signed consent"]);
    assert!(split.inclusion.is_empty() && split.exclusion.is_empty());
    assert_eq!(super::split(" \n\r\n\t"), Eligibility::default());
}

#[test]
fn markdown_is_taken_off_and_signs_are_shown_as_they_are() {
    let text = "Inclusion Criteria:\n\n1\\. Age \\>= 18\n2. ANC \\< 1.5 × 10^9/L \\[central\\]\n\\- **ECOG** 0 \\& 1\n* A\\*02:01, 2 \\* 3";
    assert_eq!(
        inclusion(text),
        ["Age >= 18", "ANC < 1.5 × 10^9/L [central]", "ECOG 0 & 1", "A*02:01, 2 * 3"]
    );
}

#[test]
fn a_number_that_counts_nothing_is_kept() {
    let text = "Inclusion Criteria:\n* Aged at least\n\n18. Consent\n\n1. A\n2. B\n7. G\nE. coli infection\na) first";
    assert_eq!(
        inclusion(text),
        ["Aged at least", "18. Consent", "A", "B", "7. G", "E. coli infection", "a) first"]
    );
}

#[test]
fn what_is_under_a_criterion_is_marked() {
    let text =
        "Inclusion Criteria:\n\n* One of:\n\n  1. A\n  2. B\n     * C\n* Next\n\n  Note: read this";
    assert_eq!(inclusion(text), ["One of:", "– A", "– B", "– C", "Next", "– Note: read this"]);
}

#[test]
fn wrapped_lines_are_joined_and_short_lines_are_not() {
    let text = "Inclusion Criteria:\n- Histologically or cytologically confirmed carcinoma of the lung that\n  has spread\n- B";
    assert_eq!(
        inclusion(text),
        ["Histologically or cytologically confirmed carcinoma of the lung that has spread", "B"]
    );
    let flat = "Inclusion Criteria:\nHistologically or cytologically confirmed carcinoma of the lung with\nspread";
    assert_eq!(inclusion(flat).len(), 1);
    assert_eq!(inclusion(&flat.replace('\n', "\r\n")).len(), 1);
    assert_eq!(inclusion("Inclusion Criteria:\nAge 18\nECOG 0\nmale or female").len(), 3);
}

/// A line of a made-up text: how it begins, and whether it is a heading.
fn line() -> impl Strategy<Value = (String, bool)> {
    let headings = [
        "Inclusion Criteria:",
        "Key Exclusion Criteria",
        "Critères de non-inclusion :",
        "**Inclusion**:",
    ];
    let starts = [
        "",
        "* ",
        "- ",
        "• ",
        "1. ",
        "2. ",
        "3) ",
        "12. ",
        "a) ",
        "\\- ",
        "**Note** ",
        "The exclusion criteria ",
        "# ",
    ];
    prop_oneof![
        2 => prop::sample::select(headings.to_vec()).prop_map(|heading| (heading.to_owned(), true)),
        8 => (0usize..6, prop::sample::select(starts.to_vec()))
            .prop_map(|(indent, start)| (format!("{}{start}", " ".repeat(indent)), false)),
        2 => Just((String::new(), true)),
    ]
}

proptest! {
    #[test]
    fn every_word_of_every_line_stands_once_and_in_order_of_its_list(
        lines in prop::collection::vec((line(), 1usize..30, prop::sample::select(vec!["", ".", ":", ",", " \\>= 3"])), 0..30),
    ) {
        let mut text = String::new();
        let mut words = Vec::new();
        for ((start, bare), length, end) in lines {
            text.push_str(&start);
            for _ in 0..if bare { 0 } else { length } {
                words.push(format!("w{}w", words.len()));
                text.push_str(words.last().unwrap());
                text.push(' ');
            }
            text.push_str(if bare { "" } else { end });
            text.push('\n');
        }
        let split = split(&text);
        let mut found = Vec::new();
        for list in [&split.inclusion, &split.exclusion, &split.undivided] {
            let of_list: Vec<usize> = list.iter().flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric()))
                .filter_map(|word| words.iter().position(|w| w == word)).collect();
            prop_assert!(of_list.is_sorted(), "{:?}", list);
            found.extend(of_list);
        }
        found.sort_unstable();
        prop_assert_eq!(found, (0..words.len()).collect::<Vec<_>>(), "{}", text);
    }

    #[test]
    fn any_text_at_all_gives_lines_that_are_not_blank(text in "(\\PC|[ \n\r\t*\\-\\\\#:.0-9]|[Ii]nclusion|[Ee]xclusion criteria|critère){0,80}") {
        let split = split(&text);
        for line in split.inclusion.iter().chain(&split.exclusion).chain(&split.undivided) {
            prop_assert!(!line.trim().is_empty() && !line.contains('\n'), "{:?}", line);
        }
    }
}
