//! Every PDF is a PDF/A-3a and a PDF/UA-1, says veraPDF.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_documents::fixtures;
use vigie_documents::verapdf::{Flavour, judged};
use vigie_report::pdf;

fn every_fixture_passes(flavour: Flavour) {
    let files: Vec<(&str, Vec<u8>)> =
        fixtures().into_iter().map(|(name, told)| (name, pdf(&told).unwrap())).collect();
    for (name, verdict) in judged(flavour, &files) {
        assert_eq!(verdict, Ok(()), "{name}");
    }
}

#[test]
fn every_fixture_is_a_pdf_a_3a() {
    every_fixture_passes(Flavour::PdfA3a);
}

#[test]
fn every_fixture_is_a_pdf_ua_1() {
    every_fixture_passes(Flavour::PdfUa1);
}
