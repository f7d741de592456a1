//! A recovery code as somebody types it: `core/seal/src/recovery.rs`.
#![no_main]

use vigie_seal::{CODE_GROUPS, RecoveryCode};

libfuzzer_sys::fuzz_target!(|typed: &str| {
    let Ok(code) = RecoveryCode::parse(typed) else { return };
    let shown = code.to_string();
    assert_eq!(shown.split('-').count(), CODE_GROUPS);
    assert_eq!(
        RecoveryCode::parse(&shown).expect("a code reads as it is shown").to_string(),
        shown
    );
});
