//! QR codes: drawn and read by real libraries, in any order, with what is wrong named.

use qrcode::QrCode;

use crate::common::*;

/// Draws a code as a picture in memory, and reads it from there.
fn through_a_picture(text: &str) -> String {
    const SIZE: usize = 4;
    const QUIET: usize = 4;
    let code = QrCode::with_error_correction_level(text, qrcode::EcLevel::L).unwrap();
    let modules = code.to_colors();
    let width = (code.width() + 2 * QUIET) * SIZE;
    let dark = |x: usize, y: usize| {
        let at = |n: usize| (n / SIZE).checked_sub(QUIET).filter(|n| *n < code.width());
        at(x).zip(at(y)).is_some_and(|(x, y)| modules[y * code.width() + x] == qrcode::Color::Dark)
    };
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(
            width,
            width,
            |x, y| {
                if dark(x, y) { 0 } else { 255 }
            },
        );
    let found = picture.detect_grids();
    assert_eq!(found.len(), 1);
    found[0].decode().unwrap().1
}

fn large() -> SignedPack {
    let text = ward(1, |pack| {
        // Sources that do not pack well.
        let mut seed = 1_u64;
        for n in 0..60 {
            let mut source = String::new();
            while source.len() < 400 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                source.push_str(&format!("{:x} ", seed >> 20));
            }
            pack.rules.push(Rule { id: format!("tired-{n}"), source, ..tired(5) });
            let texts = pack.texts["tired"].clone();
            pack.texts.insert(format!("tired-{n}"), texts);
        }
    });
    SignedPack::sign(&text, &key(1)).unwrap()
}

/// Only what has to be there, as small as it gets.
fn small() -> SignedPack {
    let text = ward(1, |pack| {
        pack.rules.retain(|rule| rule.level == PromptLevel::Now);
        pack.texts.clear();
        pack.rules.iter_mut().for_each(|rule| "x".clone_into(&mut rule.source));
    });
    let compact: serde_json::Value = serde_json::from_str(&text).unwrap();
    SignedPack::sign(&compact.to_string(), &key(1)).unwrap()
}

fn put_together(codes: &[String]) -> Result<String, PackRefused> {
    let mut read = PackCodes::default();
    for code in codes {
        read.take(code)?;
    }
    read.file()
}

#[test]
fn a_small_and_a_large_pack_go_through_real_qr_codes() {
    let usual = SignedPack::sign(&ward(1, |_| ()), &key(1)).unwrap();
    for (pack, at_least) in [(small(), 2), (usual, 4), (large(), 20)] {
        let codes = pack.codes().unwrap();
        assert!(codes.len() >= at_least, "{}", codes.len());
        let read: Vec<String> = codes.iter().map(|code| through_a_picture(code)).collect();
        assert_eq!(read, codes);
        let file = put_together(&read).unwrap();
        assert_eq!(SignedPack::read(&file).unwrap(), pack);
    }
}

#[test]
fn codes_are_alphanumeric_and_no_larger_than_a_phone_reads() {
    for code in large().codes().unwrap() {
        let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "/-".contains(c);
        assert!(code.chars().all(allowed), "{code}");
        let drawn = QrCode::with_error_correction_level(&code, qrcode::EcLevel::L).unwrap();
        assert!(drawn.width() <= 93, "{}", drawn.width());
    }
}

#[test]
fn codes_may_come_in_any_order_twice_and_in_small_letters() {
    let pack = large();
    let mut codes = pack.codes().unwrap();
    codes.reverse();
    let again: Vec<String> =
        codes.iter().map(|code| format!(" {} ", code.to_lowercase())).collect();
    codes.extend(again);
    assert_eq!(put_together(&codes).unwrap(), pack.file());
}

#[test]
fn what_is_missing_foreign_or_damaged_is_named() {
    let (pack, other) = (large(), small());
    let codes = pack.codes().unwrap();
    let refused = |codes: &[String]| match put_together(codes) {
        Err(PackRefused::Codes(refused)) => refused,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&[]), CodesRefused::None);
    let some: Vec<String> = codes
        .iter()
        .enumerate()
        .filter(|(n, _)| ![1, 4].contains(n))
        .map(|(_, c)| c.clone())
        .collect();
    let all = u16::try_from(codes.len()).unwrap();
    assert_eq!(refused(&some), CodesRefused::Missing { numbers: vec![2, 5], all });
    let foreign = [codes[0].clone(), other.codes().unwrap()[1].clone()];
    assert_eq!(refused(&foreign), CodesRefused::Foreign { number: 2 });
    let start = |text: &str| CodesRefused::NotOne { start: text.to_owned() };
    assert_eq!(refused(&["https://example.org".to_owned()]), start("HTTPS://EXAMPLE.ORG"));
    // A letter that was misread anywhere, and one that was lost.
    let data = codes[2].rfind('/').unwrap();
    for at in data + 1..codes[2].len() {
        let mut letters = codes[2].clone().into_bytes();
        letters[at] = if letters[at] == b'A' { b'B' } else { b'A' };
        let misread = String::from_utf8(letters).unwrap();
        assert_eq!(refused(&[misread]), CodesRefused::Damaged { number: 3 }, "{at}");
    }
    let lost = codes[2][..codes[2].len() - 1].to_owned();
    assert_eq!(refused(&[lost]), CodesRefused::Damaged { number: 3 });
    // And in its head: never taken for another.
    for at in 0..=data {
        let mut letters = codes[2].clone().into_bytes();
        letters[at] = if letters[at] == b'7' { b'8' } else { b'7' };
        assert!(put_together(&[String::from_utf8(letters).unwrap()]).is_err(), "{at}");
    }
    // What was refused does not disturb what was read.
    let mut read = PackCodes::default();
    for code in &codes {
        read.take(code).unwrap();
        read.take(&foreign[1]).unwrap_err();
    }
    assert_eq!(read.progress(), (codes.len(), codes.len()));
    assert_eq!(read.file().unwrap(), pack.file());
}
