//! The core behind a few C functions, to weigh it: what they reach is what the linker keeps.
//!
//! They are not for use. Each takes bytes the linker cannot foresee and hands back a number made of everything it did.

#[cfg(feature = "documents")]
mod documents;

use std::path::Path;
use std::slice;
use std::str;
use std::sync::Arc;

use vigie_model::{DailyEntry, Day, Profile};
use vigie_vault::{
    Anchoring, Backup, FileAnchor, KdfParams, NewKey, Passphrase, RecoveryCode, Rescued, Unlock,
    Vault, VaultError,
};
use vigie_watch::{Budget, Prompt, RulePack, Watch};

/// What a call gives when something in it failed.
const FAILED: u64 = u64::MAX;

/// The bytes a caller handed in.
///
/// # Safety
/// `bytes` is valid for reading `length` bytes during the call.
unsafe fn given<'a>(bytes: *const u8, length: usize) -> &'a [u8] {
    // SAFETY: the caller's promise, handed on.
    unsafe { slice::from_raw_parts(bytes, length) }
}

/// Everything a vault can do is done in `dir`.
///
/// # Safety
/// `dir` and `secret` are valid for reading as many bytes as their lengths say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vigie_size_vault(
    dir: *const u8,
    dir_length: usize,
    secret: *const u8,
    secret_length: usize,
) -> u64 {
    // SAFETY: the caller's promise, handed on.
    let (dir, secret) = unsafe { (given(dir, dir_length), given(secret, secret_length)) };
    keep(dir, secret).unwrap_or(FAILED)
}

fn keep(dir: &[u8], secret: &[u8]) -> Option<u64> {
    let dir = Path::new(str::from_utf8(dir).ok()?);
    let passphrase = Passphrase::new(str::from_utf8(secret).ok()?);
    let key = NewKey::Passphrase(&passphrase, KdfParams::STANDARD);
    let anchoring = || Anchoring::by(Arc::new(FileAnchor::new(dir.join("anchors"))));
    let (mut vault, code) = Vault::create(dir, key, anchoring()).ok()?;
    vault.append(&[secret]).ok()?;
    let head = |_| Ok::<_, VaultError>((secret.to_vec().into(), ()));
    vault.attach(&mut &*secret, head).ok()?;
    vault.replace_key(Unlock::Passphrase(&passphrase), key).ok()?;
    vault.rotate(&[key, NewKey::RecoveryCode(&code)]).ok()?;
    let mut backup = Vec::new();
    let snapshot = vault.snapshot().ok()?;
    snapshot.write::<VaultError>(&mut backup, &passphrase, |seq| vault.chunk(seq)).ok()?;
    vault.merge(Backup::open(backup.as_slice(), &passphrase).ok()?).ok()?;
    vault.close().ok()?;
    let restored = Backup::open(backup.as_slice(), &passphrase).ok()?;
    Vault::restore(&dir.join("new"), key, restored, Anchoring::none()).ok()?;
    let rescued = Rescued::read(dir, Unlock::Passphrase(&passphrase), &Anchoring::none()).ok()?;
    rescued.into_journal(&dir.join("rescued"), key, Anchoring::none()).ok()?;
    let code = RecoveryCode::parse(&code.to_string()).ok()?;
    let (vault, records) = Vault::open(dir, Unlock::RecoveryCode(&code), anchoring()).ok()?;
    vault.close().ok()?;
    let (vault, _) = Vault::open(dir, Unlock::Passphrase(&passphrase), anchoring()).ok()?;
    let report = vault.verify().ok()?;
    Some(report.records + u64::try_from(records.len()).ok()?)
}

/// An entry is read, checked and written again; gives its length.
///
/// # Safety
/// `bytes` is valid for reading `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vigie_size_model(bytes: *const u8, length: usize, today: i32) -> u64 {
    // SAFETY: the caller's promise, handed on.
    let bytes = unsafe { given(bytes, length) };
    check(bytes, today).unwrap_or(FAILED)
}

fn check(bytes: &[u8], today: i32) -> Option<u64> {
    let entry: DailyEntry = postcard::from_bytes(bytes).ok()?;
    entry.validate(Day::from_epoch_days(today)?).ok()?;
    u64::try_from(postcard::to_stdvec(&entry).ok()?.len()).ok()
}

/// The watch reads a history by a rule pack (the built-in one when the bytes are none); gives the length of its prompts.
///
/// # Safety
/// `pack` and `history` are valid for reading as many bytes as their lengths say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vigie_size_watch(
    pack: *const u8,
    pack_length: usize,
    history: *const u8,
    history_length: usize,
) -> u64 {
    // SAFETY: the caller's promise, handed on.
    let (pack, history) = unsafe { (given(pack, pack_length), given(history, history_length)) };
    watch(pack, history).unwrap_or(FAILED)
}

fn watch(pack: &[u8], history: &[u8]) -> Option<u64> {
    let own = RulePack::parse(str::from_utf8(pack).ok()?);
    let pack = own.as_ref().unwrap_or_else(|_| RulePack::builtin());
    let (profile, history): (Profile, Vec<DailyEntry>) = postcard::from_bytes(history).ok()?;
    let mut watch = Watch::new(pack, &profile);
    let mut prompts: Vec<Prompt> = Vec::new();
    for entry in DailyEntry::days(&history).values() {
        let findings = watch.read(entry).findings;
        let findings = watch.decide(findings, Budget::Weekly, entry.day);
        watch.said(&findings, entry.day);
        watch.resolved(&findings, entry.day);
        let at = vigie_model::Moment::at(entry.day, 600, 60);
        prompts.extend(Prompt::of(findings, pack, entry.day, at));
    }
    u64::try_from(postcard::to_stdvec(&prompts).ok()?.len()).ok()
}

/// A sentence with a number in it, in the language of `code`; gives its length.
///
/// # Safety
/// `code` and `id` are valid for reading as many bytes as their lengths say.
#[cfg(feature = "words")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vigie_size_words(
    code: *const u8,
    code_length: usize,
    id: *const u8,
    id_length: usize,
    days: u32,
) -> u64 {
    // SAFETY: the caller's promise, handed on.
    let (code, id) = unsafe { (given(code, code_length), given(id, id_length)) };
    say(code, id, days).unwrap_or(FAILED)
}

#[cfg(feature = "words")]
fn say(code: &[u8], id: &[u8], days: u32) -> Option<u64> {
    let lang: vigie_words::Lang = str::from_utf8(code).ok()?.parse().ok()?;
    let words = vigie_words::Words::of(lang);
    let sentence = words.with(str::from_utf8(id).ok()?, &[("days", days.into())]);
    u64::try_from(sentence.len() + words.number(f64::from(days), 1).len()).ok()
}
