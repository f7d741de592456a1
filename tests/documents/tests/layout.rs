//! Nothing on a page is cut or lies over another; each language has its own spaces and decimal sign.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_documents::drawn::{Run, runs};
use vigie_documents::fixtures;
use vigie_documents::layout::{english, faults, french, parted_units};
use vigie_documents::made_up::{entry_of, note};
use vigie_documents::people::ten_weeks;
use vigie_documents::samples::{Part, sample};
use vigie_report::{ConsultationSummary, pdf};
use vigie_words::Lang;

#[test]
fn nothing_is_cut_or_lies_over_another_on_any_page_of_any_fixture() {
    for (name, summary) in fixtures() {
        assert_eq!(faults(&pdf(&summary).unwrap()), [""; 0], "{name}");
    }
}

#[test]
fn text_over_text_beside_the_page_and_cut_off_and_ink_in_the_margin_are_noticed() {
    let good = [Part::Heading(1), Part::Paragraph, Part::Figure { boxed: true }];
    assert_eq!(faults(&sample("en", &good)), [""; 0]);
    for (part, fault) in [
        (Part::ParagraphOver, "page 1: \"A\" and \"Another\" lie over each other"),
        (Part::ParagraphBeside, "page 1: \"paragraph\" from "),
        (Part::ParagraphLost, "page 1: \"paragraph\" from "),
        (Part::ParagraphClipped, "page 1: something is cut off"),
        (Part::FigureAtEdge, "page 1: ink in the margin, at 556, "),
    ] {
        let found = faults(&sample("en", &[Part::Heading(1), Part::Paragraph, part]));
        assert!(found.iter().any(|found| found.starts_with(fault)), "{part:?}: {found:?}");
    }
}

#[test]
fn every_page_says_which_of_how_many_it_is() {
    for (name, summary) in fixtures() {
        let runs = runs(&pdf(&summary).unwrap());
        let pages = runs.last().unwrap().page;
        for page in 1..=pages {
            let foot = match summary.choice.lang {
                Lang::Fr => format!("Page {page} sur {pages}"),
                Lang::En => format!("Page {page} of {pages}"),
            };
            let found = runs.iter().any(|run| run.page == page && run.text == foot);
            assert!(found, "{name}: {foot}");
        }
    }
}

#[test]
fn no_letter_is_smaller_than_7_points_or_paler_than_can_be_read_on_grey_paper() {
    for (name, summary) in fixtures() {
        for run in runs(&pdf(&summary).unwrap()) {
            assert!(run.size >= 7.0, "{name}: {run:?}");
            // Recycled paper is as grey as this; 4.5 is what WCAG 2.2 asks of small letters.
            assert!(contrast(run.ink, [0.9; 3]) >= 4.5, "{name}: {run:?}");
        }
    }
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 0.01);
    assert!((contrast([0.467; 3], [1.0; 3]) - 4.48).abs() < 0.01, "#777 on white");
}

/// How much lighter one colour is than the other (WCAG 2.2): from 1 to 21.
fn contrast(ink: [f32; 3], paper: [f32; 3]) -> f32 {
    let linear = |part: f32| match part {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    };
    let light = |[red, green, blue]: [f32; 3]| {
        0.05 + 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    };
    light(paper) / light(ink)
}

/// What the person wrote, which is theirs.
fn own(summary: &ConsultationSummary) -> Vec<&str> {
    let outcomes = summary.prompts.iter().flat_map(|story| &story.outcomes);
    let names = summary.administrations.iter().chain(&summary.treatment_changes);
    let labels = names.filter_map(|event| event.name.as_ref()).chain(&summary.person);
    let answers = summary.questions.iter().filter_map(|one| one.told.answer.as_ref());
    summary
        .notes
        .iter()
        .map(|text| text.text.as_str())
        .chain(summary.questions.iter().map(|one| one.told.text.as_str()))
        .chain(answers.map(|answer| answer.text.as_str()))
        .chain(outcomes.filter_map(|one| one.advice.as_ref()).map(|advice| advice.as_str()))
        .chain(labels.map(|label| label.as_str()))
        .collect()
}

#[test]
fn french_has_its_spaces_and_comma_and_english_has_none_of_them() {
    for (name, summary) in fixtures() {
        let runs = runs(&pdf(&summary).unwrap());
        let faults = match summary.choice.lang {
            Lang::Fr => french(&runs, &own(&summary)),
            Lang::En => english(&runs, &own(&summary)),
        };
        assert_eq!(faults, [""; 0], "{name}");
    }
}

#[test]
fn no_line_begins_with_a_sign_that_the_person_set_off_with_an_ordinary_space() {
    let mut journal = ten_weeks();
    for offset in 0..70 {
        let start = "m".repeat(usize::try_from(offset % 9 + 1).unwrap());
        let text = format!("{start} aïe ! quoi ? oui ; non : « là » 5 % {start} ").repeat(6);
        entry_of(&mut journal, offset).note = Some(note(&text));
    }
    let summary = journal.summary(Lang::Fr);
    assert_eq!(french(&runs(&pdf(&summary).unwrap()), &own(&summary)), [""; 0]);
}

#[test]
fn no_line_parts_a_number_from_its_unit() {
    for (name, summary) in fixtures() {
        let runs = runs(&pdf(&summary).unwrap());
        assert_eq!(parted_units(&runs, &own(&summary)), [""; 0], "{name}");
    }
}

#[test]
fn a_missing_space_and_a_foreign_one_are_noticed() {
    let text = |text: &str| vec![Run { page: 1, text: text.to_owned(), size: 9.0, ink: [0.0; 3] }];
    let right =
        text("«\u{202f}Est-ce ainsi\u{202f}?\u{202f}» À 18:40, 38,4\u{202f}% en trop\u{a0}: oui.");
    assert_eq!(french(&right, &[]), [""; 0]);
    for wrong in
        ["Fatigue :", "Fatigue:", "«ici\u{202f}»", "«\u{202f}ici»", "5%", "38.4 °C", "quoi ?"]
    {
        assert_eq!(french(&text(wrong), &[]).len(), 1, "{wrong}");
    }
    assert_eq!(french(&text("ma fille ?"), &["le mariage de ma fille ?"]), [""; 0]);
    assert_eq!(english(&text("Fatigue: 38.4 °C, 5%; 2,000 \u{201c}so\u{201d}?"), &[]).len(), 1);
    assert_eq!(english(&text("Fatigue: 38.4 °C, 5%; \u{201c}so\u{201d}?"), &[]), [""; 0]);
    assert_eq!(parted_units(&text("38,4 °C, (70 kg) 18 h 40"), &["70 kg"]).len(), 2);
    assert_eq!(parted_units(&text("38,4\u{202f}°C 3 jours"), &[]), [""; 0]);
    for wrong in ["Fatigue\u{202f}:", "5\u{a0}%", "so ?", "38,4 °C", "«\u{202f}so"] {
        assert_eq!(english(&text(wrong), &[]).len(), 1, "{wrong}");
    }
}
