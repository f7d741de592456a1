//! Deliberately bad PDFs are rejected, each with a twin that passes everything; no fixture breaks our own rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_documents::fixtures;
use vigie_documents::samples::{Part, sample};
use vigie_documents::structure::faults;
use vigie_documents::verapdf::{Flavour, judged};
use vigie_report::pdf;

use Part::{Figure, Heading, Link, List, ListOfParagraph, Paragraph, Row, Table};

/// A bad PDF and its good twin: they differ in the defect alone.
struct Defect {
    name: &'static str,
    /// Language and parts.
    good: (&'static str, &'static [Part]),
    bad: (&'static str, &'static [Part]),
    /// What our own rules say of the bad one.
    ours: &'static str,
    /// Whether veraPDF rejects it too, as PDF/UA-1.
    verapdf: bool,
}

const REGULAR: &[&[bool]] = &[&[true, true], &[false, false]];

const DEFECTS: &[Defect] = &[
    Defect {
        name: "a skipped level",
        good: ("en", &[Heading(1), Heading(2), Heading(3)]),
        bad: ("en", &[Heading(1), Heading(3)]),
        ours: "heading of level 3 after level 1",
        verapdf: true,
    },
    Defect {
        name: "level 2 first",
        good: ("en", &[Heading(1), Heading(2)]),
        bad: ("en", &[Heading(2), Heading(1)]),
        ours: "heading of level 2 after level 0",
        verapdf: true,
    },
    Defect {
        name: "untagged text",
        good: ("en", &[Heading(1), Paragraph]),
        bad: ("en", &[Heading(1), Part::UntaggedText]),
        ours: "page 1: TJ draws what has no tag",
        verapdf: true,
    },
    Defect {
        name: "untagged path",
        good: ("en", &[Heading(1), Figure { boxed: true }]),
        bad: ("en", &[Heading(1), Part::UntaggedPath]),
        ours: "page 1: f draws what has no tag",
        verapdf: true,
    },
    Defect {
        name: "ragged row",
        good: ("en", &[Heading(1), Table(REGULAR)]),
        bad: ("en", &[Heading(1), Table(&[&[true, true], &[false]])]),
        ours: "table with rows of 2 and of 1 cells",
        verapdf: true,
    },
    Defect {
        name: "paragraph in a list",
        good: ("en", &[Heading(1), List]),
        bad: ("en", &[Heading(1), ListOfParagraph]),
        ours: "P in L",
        verapdf: true,
    },
    Defect {
        name: "row outside a table",
        good: ("en", &[Heading(1), Table(&[&[true, false]])]),
        bad: ("en", &[Heading(1), Row]),
        ours: "TR in Document",
        verapdf: true,
    },
    Defect {
        name: "untagged link",
        good: ("en", &[Heading(1), Link { tagged: true }]),
        bad: ("en", &[Heading(1), Link { tagged: false }]),
        ours: "page 1: a link in no element",
        verapdf: true,
    },
    Defect {
        name: "no language",
        good: ("fr", &[Heading(1)]),
        bad: ("français", &[Heading(1)]),
        ours: "\"français\" is no language",
        verapdf: true,
    },
    Defect {
        name: "table without header cells",
        good: ("en", &[Heading(1), Table(REGULAR)]),
        bad: ("en", &[Heading(1), Table(&[&[false, false], &[false, false]])]),
        ours: "table without header cells",
        verapdf: false,
    },
    Defect {
        name: "figure without a box",
        good: ("en", &[Heading(1), Figure { boxed: true }]),
        bad: ("en", &[Heading(1), Figure { boxed: false }]),
        ours: "figure that does not say where it is",
        verapdf: false,
    },
];

fn samples(
    which: impl Fn(&Defect) -> (&'static str, &'static [Part]),
) -> Vec<(&'static str, Vec<u8>)> {
    let drawn = |defect: &Defect| {
        let (lang, parts) = which(defect);
        (defect.name, sample(lang, parts))
    };
    DEFECTS.iter().map(drawn).collect()
}

#[test]
fn every_bad_pdf_breaks_our_rules_by_its_defect_and_its_twin_breaks_none() {
    for ((name, bad), (_, good)) in samples(|d| d.bad).iter().zip(samples(|d| d.good)) {
        let defect = DEFECTS.iter().find(|defect| defect.name == *name).unwrap();
        assert_eq!(faults(bad), [defect.ours], "{name}");
        assert_eq!(faults(&good), [""; 0], "the good twin of: {name}");
    }
}

#[test]
fn verapdf_rejects_every_bad_pdf_but_two_and_no_twin() {
    let verdicts = judged(Flavour::PdfUa1, &samples(|defect| defect.bad));
    for defect in DEFECTS {
        let verdict = &verdicts[defect.name];
        assert_eq!(verdict.is_err(), defect.verapdf, "{}: {verdict:?}", defect.name);
    }
    for flavour in Flavour::ALL {
        for (name, verdict) in judged(*flavour, &samples(|defect| defect.good)) {
            assert_eq!(verdict, Ok(()), "the good twin of: {name}");
        }
    }
}

#[test]
fn no_fixture_breaks_our_rules() {
    for (name, summary) in fixtures() {
        assert_eq!(faults(&pdf(&summary).unwrap()), [""; 0], "{name}");
    }
}
