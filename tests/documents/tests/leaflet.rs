//! The page to bring along: always one page, whole or with how much is missing, and a PDF like the report.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_documents::made_up::day;
use vigie_documents::verapdf::{Flavour, judged};
use vigie_documents::{drawn, layout, structure, tags};
use vigie_model::Moment;
use vigie_report::{Leaflet, LeafletSection, leaflet_pdf};
use vigie_words::Lang;

fn leaflet(sections: Vec<(&str, Vec<String>)>) -> Leaflet {
    let section =
        |(title, lines): (&str, Vec<String>)| LeafletSection { title: title.to_owned(), lines };
    Leaflet {
        title: "Essais cliniques à discuter avec mon équipe".to_owned(),
        intro: "Cette page a été faite sur mon téléphone à partir du registre public. Elle ne dit pas si \
                un essai me convient\u{202f}: l’équipe le sait."
            .to_owned(),
        sections: sections.into_iter().map(section).collect(),
        made_at: Moment::at(day("2026-11-23"), 600, 60),
    }
}

fn lines(count: usize, text: &str) -> Vec<String> {
    (1..=count).map(|number| format!("{number}. {text}")).collect()
}

fn short() -> Leaflet {
    leaflet(vec![
        ("Mon traitement", lines(2, "FOLFOX, depuis le 6 juillet 2026")),
        ("Essais", lines(5, "Un essai inventé, phase II, NCT00000000")),
        ("Questions à poser", lines(3, "Où faudrait-il aller, et combien de fois\u{202f}?")),
    ])
}

fn long() -> Leaflet {
    leaflet(vec![
        ("Mon traitement", lines(3, "FOLFOX")),
        ("Essais", lines(400, &"un essai inventé au titre long ".repeat(6))),
        ("Questions", lines(40, "Une question\u{202f}?")),
    ])
}

fn hostile() -> Leaflet {
    let evil = [
        "🙂 سلام عليكم \u{202e}abc\u{0}\u{7}\u{200b}\tfin\r\nde ligne",
        "=cmd|' /C calc'!A0 \\ ( ) %PDF <</Type/Catalog>> endobj",
        "",
        "   ",
    ];
    let mut texts: Vec<String> = evil.iter().map(|text| (*text).to_owned()).collect();
    texts.extend(["x".repeat(20_000), "mot ".repeat(9_000)]);
    Leaflet {
        title: texts[0].clone(),
        intro: texts[5].clone(),
        sections: texts
            .iter()
            .map(|title| LeafletSection { title: title.clone(), lines: texts.clone() })
            .collect(),
        ..short()
    }
}

fn nothing() -> Leaflet {
    Leaflet { title: String::new(), intro: String::new(), ..leaflet(vec![("Rien", Vec::new())]) }
}

fn all() -> Vec<(&'static str, Lang, Leaflet)> {
    vec![
        ("short-fr", Lang::Fr, short()),
        ("short-en", Lang::En, short()),
        ("long-fr", Lang::Fr, long()),
        ("long-en", Lang::En, long()),
        ("hostile-fr", Lang::Fr, hostile()),
        ("nothing-fr", Lang::Fr, nothing()),
    ]
}

fn text(bytes: &[u8]) -> String {
    let runs = drawn::runs(bytes);
    let text = runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ");
    // Where a line breaks, a run ends with the space that stood there.
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_leaflet_is_one_page_on_which_nothing_is_cut_or_lies_over_another() {
    for (name, lang, leaflet) in all() {
        let bytes = leaflet_pdf(lang, &leaflet).unwrap();
        assert_eq!(tags::read(&bytes).pages.len(), 1, "{name}");
        assert_eq!(layout::faults(&bytes), [""; 0], "{name}");
        assert_eq!(structure::faults(&bytes), [""; 0], "{name}");
        assert!(bytes == leaflet_pdf(lang, &leaflet).unwrap(), "{name}");
    }
}

#[test]
fn what_fits_is_told_whole_and_without_a_remark() {
    let told = text(&leaflet_pdf(Lang::Fr, &short()).unwrap());
    for line in short().sections.iter().flat_map(|section| &section.lines) {
        let line = line.replace('\u{202f}', " ");
        assert!(told.contains(&line), "{line} is not in {told}");
    }
    assert!(!told.contains("pas trouvé de place"), "{told}");
    assert!(!told.contains('□') && !told.contains("[…]"), "{told}");
}

#[test]
fn what_has_no_room_is_counted_and_the_short_sections_stay_whole() {
    let told = text(&leaflet_pdf(Lang::Fr, &long()).unwrap());
    assert!(told.contains("3. FOLFOX"), "{told}");
    assert!(told.contains("1. un essai inventé"), "{told}");
    assert!(told.contains("lignes de plus n’ont pas trouvé de place ici"), "{told}");
    let english = text(&leaflet_pdf(Lang::En, &long()).unwrap());
    assert!(english.contains("more lines found no room here"), "{english}");
}

#[test]
fn hostile_text_stays_text_and_what_cannot_be_written_is_shown_as_such() {
    let told = text(&leaflet_pdf(Lang::Fr, &hostile()).unwrap());
    for fact in
        ["□ □□□□ □□□□□ abc fin de ligne", "<</Type/Catalog>>", "[…]", "□ remplace un caractère"]
    {
        assert!(told.contains(fact), "{fact} is not in {told}");
    }
}

#[test]
fn every_leaflet_is_a_pdf_a_3a_and_a_pdf_ua_1() {
    let made = |(name, lang, leaflet): (&'static str, Lang, Leaflet)| {
        (name, leaflet_pdf(lang, &leaflet).unwrap())
    };
    let files: Vec<(&str, Vec<u8>)> = all().into_iter().map(made).collect();
    for flavour in Flavour::ALL {
        for (name, verdict) in judged(*flavour, &files) {
            assert_eq!(verdict, Ok(()), "{name}");
        }
    }
}
