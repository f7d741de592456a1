//! The file: signed, read, refused.

use crate::common::*;

fn read(file: &str) -> Result<SignedPack, PackRefused> {
    SignedPack::read(file)
}

#[test]
fn a_signed_file_reads_as_it_was_signed_and_says_who_signed() {
    let text = ward(1, |_| ());
    let pack = SignedPack::sign(&text, &key(1)).unwrap();
    let again = read(pack.file()).unwrap();
    assert_eq!(again, pack);
    assert_eq!(*again.pack(), RulePack::parse(&text).unwrap());
    assert_eq!(*again.signer(), key(1).public());
    assert_eq!(again.signer().fingerprint(), "FE81 2C12 F3AB 4CE6 AC5D");
    // However the file is laid out.
    let value: serde_json::Value = serde_json::from_str(pack.file()).unwrap();
    let compact = read(&value.to_string()).unwrap();
    assert!(compact.is_same_as(&pack));
}

#[test]
fn the_first_file_ever_signed_still_reads() {
    let frozen = include_str!("../golden/pack-v1.json");
    let pack = read(frozen).unwrap();
    assert_eq!((pack.pack().name.as_str(), pack.pack().version), ("hopital-de-jour", 1));
    assert_eq!(pack.signer().fingerprint(), "FE81 2C12 F3AB 4CE6 AC5D");
    assert_eq!(pack.pack().texts["tired"].len(), 2);
    assert_eq!(pack.check(), Ok(()));
}

#[test]
fn a_signed_pack_with_any_byte_flipped_is_refused_or_means_the_same() {
    let pack = SignedPack::sign(&ward(1, |_| ()), &key(1)).unwrap();
    let bytes = pack.file().as_bytes();
    let mut same = 0;
    for at in 0..bytes.len() {
        for flip in [0x01, 0x04, 0x20, 0xFF] {
            let mut bytes = bytes.to_vec();
            bytes[at] ^= flip;
            // What is no text is refused by whoever reads the file.
            let Ok(file) = String::from_utf8(bytes) else { continue };
            if let Ok(read) = read(&file) {
                assert!(read.is_same_as(&pack), "byte {at}");
                same += 1;
            }
        }
    }
    // Blanks between the fields.
    assert!(same < 20, "{same}");
}

#[test]
fn a_file_that_is_cut_short_or_none_at_all_is_refused() {
    let file = signed(1, |_| ());
    for end in (0..file.len() - 2).filter(|end| file.is_char_boundary(*end)) {
        assert!(read(&file[..end]).is_err(), "{end}");
    }
    for none in ["", "{}", "[]", "null", "{\"vigie-rules\":1}", "{\"vigie-rules\":null}"] {
        let refused = read(none);
        assert!(matches!(refused, Err(PackRefused::Pack(PackError::Unreadable(_)))), "{none}");
    }
    assert_eq!(read(&" ".repeat((256 << 10) + 1)), Err(PackRefused::TooLarge));
}

#[test]
fn a_plain_pack_is_not_signed_and_a_newer_one_is_told() {
    let text = ward(1, |_| ());
    assert_eq!(read(&text), Err(PackRefused::Unsigned));
    assert_eq!(rules_of(&text).unwrap(), (RulePack::parse(&text).unwrap(), None));
    let newer = |found| Err(PackRefused::Pack(PackError::Newer { found }));
    assert_eq!(read(r#"{"vigie-rules":2,"more":true}"#), newer(2));
    let later = text.replacen("\"format\": 1", "\"format\": 2", 1);
    assert_eq!(rules_of(&later), newer(2).map(|pack: SignedPack| (pack.pack().clone(), None)));
    assert_eq!(SignedPack::sign(&later, &key(1)), newer(2));
}

#[test]
fn a_signature_of_another_key_or_over_another_text_does_not_fit() {
    let file = signed(1, |_| ());
    let other = key(2).public().to_string();
    let exchanged = file.replace(&key(1).public().to_string(), &other);
    assert_eq!(read(&exchanged), Err(PackRefused::Signature));
    let looser = file.replace("38.0", "39.9");
    assert_ne!(looser, file);
    assert_eq!(read(&looser), Err(PackRefused::Signature));
    let unsigned = serde_json::json!({
        "vigie-rules": 1, "key": other, "signature": "", "pack": ward(1, |_| ()),
    });
    assert_eq!(read(&unsigned.to_string()), Err(PackRefused::Signature));
}

#[test]
fn rules_that_are_not_acceptable_are_not_signed() {
    let silent = ward(1, |pack| pack.rules.retain(|rule| rule.id != "brain"));
    let silences = PackError::Silences { rule: "brain".to_owned() };
    assert_eq!(SignedPack::sign(&silent, &key(1)), Err(silences.into()));
    let named = ward(1, |pack| "vigie-general".clone_into(&mut pack.name));
    assert_eq!(SignedPack::sign(&named, &key(1)), Err(PackRefused::BuiltinName));
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    let text = |text: &str| text.to_owned();
    let other = PackRefused::OtherKey { name: text("n"), known: text("k"), found: text("f") };
    let taken = PackError::NameTaken { rule: text("r") };
    let missing = PackError::MissingText { rule: text("r"), lang: text("fr") };
    let refusals: Vec<PackRefused> = vec![
        PackRefused::Unsigned,
        PackRefused::Signature,
        PackRefused::TooLarge,
        PackRefused::BuiltinName,
        other,
        PackRefused::NotNewer { name: text("n"), known: 2, found: 1 },
        PackError::Unreadable(text("?")).into(),
        PackError::Newer { found: 2 }.into(),
        taken.into(),
        missing.into(),
        PackError::OutOfRange { of: text("r"), field: "when" }.into(),
        PackError::Silences { rule: text("r") }.into(),
        CodesRefused::None.into(),
        CodesRefused::NotOne { start: text("s") }.into(),
        CodesRefused::Damaged { number: 1 }.into(),
        CodesRefused::Foreign { number: 1 }.into(),
        CodesRefused::Missing { numbers: vec![1, 2], all: 3 }.into(),
    ];
    for refused in refusals {
        for &lang in Lang::ALL {
            let sentence = refused.sentence(Words::of(lang));
            assert!(sentence.ends_with('.') && sentence.len() > 20, "{refused:?}: {sentence}");
        }
    }
}
