//! Rules that somebody hands out, as a file and as codes: `core/watch/src/pack.rs`, `core/journal/src/packs`.
#![no_main]

use vigie_journal::{PackCodes, RulePack, rules_of};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut codes = PackCodes::default();
    let taken = text.lines().filter(|code| codes.take(code).is_ok()).count();
    assert!(codes.progress().0 <= taken);
    let _ = codes.file();
    // No fuzzer signs: the pack inside is read as it is.
    let Ok((pack, signer)) = rules_of(text) else { return };
    assert!(signer.is_none() || pack.name == "hopital-de-jour", "a signature was made up");
    if pack.check().is_ok() {
        let written = serde_json::to_string(&pack).expect("an acceptable pack is written");
        assert_eq!(RulePack::parse(&written).expect("and read"), pack);
    }
});
