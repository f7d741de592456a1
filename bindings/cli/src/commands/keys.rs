//! `vigie keys`: who can open the journal, and with what.

use std::path::Path;

use serde_json::json;
use vigie_journal::{Journal, JournalError, KdfParams, KeySlot, NewKey, Passphrase, SlotKind};

use crate::args::{KeyKind, Keys, KeysTask, NewKeyArgs};
use crate::commands::code;
use crate::exit::Failure;
use crate::session::{Key, Session};

pub fn run(session: &Session, args: Keys) -> Result<(), Failure> {
    let (journal, key) = session.open_keeping_key()?;
    match args.task {
        KeysTask::List => return list(session, &journal),
        KeysTask::Add(args) => {
            put(session, &args, |new| {
                journal.add_key(key.unlock(), new)?;
                Ok(session.words.text("keys-added"))
            })?;
        }
        KeysTask::Change(args) => {
            let said = match args.kind {
                KeyKind::Passphrase => "keys-changed",
                KeyKind::RecoveryCode => "keys-code-changed",
            };
            put(session, &args, |new| {
                let replaced = journal.replace_key(key.unlock(), new)?;
                Ok(session.words.with(said, &[("n", replaced.into())]))
            })?;
        }
        KeysTask::Remove(args) => {
            let slot = named(&journal.keys()?, &args.key).ok_or(Failure::NoKey)?;
            journal.remove_key(slot.id)?;
            done(session, &session.words.text("keys-removed"));
        }
        KeysTask::Rotate(args) => {
            rotate(session, &journal, key, args.new_passphrase_file.as_deref())?;
        }
    }
    Ok(())
}

fn list(session: &Session, journal: &Journal) -> Result<(), Failure> {
    for (number, slot) in (1..).zip(journal.keys()?) {
        let kind = match slot.kind {
            SlotKind::Passphrase => "passphrase",
            SlotKind::RecoveryCode => "recovery-code",
            SlotKind::Platform => "platform",
            _ => "unknown",
        };
        if session.common.json {
            println!("{}", json!({ "number": number, "id": slot.id.to_string(), "kind": kind }));
        } else {
            println!("{number}  {}", session.words.text(&format!("key-{kind}")));
        }
    }
    Ok(())
}

/// A key by its number in the list or its id.
fn named(slots: &[KeySlot], name: &str) -> Option<KeySlot> {
    let by_number = name.parse::<usize>().ok().and_then(|number| slots.get(number.checked_sub(1)?));
    by_number.or_else(|| slots.iter().find(|slot| slot.id.to_string() == name)).copied()
}

/// Makes a key and puts it into the journal. A recovery code is shown first: whatever goes wrong before somebody has seen
/// it leaves the keys as they were.
fn put(
    session: &Session,
    args: &NewKeyArgs,
    into: impl FnOnce(NewKey<'_>) -> Result<String, JournalError>,
) -> Result<(), Failure> {
    let said = match args.kind {
        KeyKind::Passphrase => {
            let new = session.another_passphrase(args.new_passphrase_file.as_deref())?;
            into(NewKey::Passphrase(&new, KdfParams::default()))?
        }
        KeyKind::RecoveryCode => {
            let code = code::make(session)?;
            into(NewKey::RecoveryCode(&code)).map_err(Failure::CodeVoid)?
        }
    };
    done(session, &said);
    Ok(())
}

/// Everything sealed anew. The passphrase stays unless another is given.
fn rotate(
    session: &Session,
    journal: &Journal,
    key: Key,
    new_file: Option<&Path>,
) -> Result<(), Failure> {
    let passphrase: Passphrase = match (key, new_file) {
        (Key::Passphrase(passphrase), None) => passphrase,
        // With a code alone there is no passphrase to keep.
        (_, file) => session.another_passphrase(file)?,
    };
    let code = code::make(session)?;
    let passphrase = NewKey::Passphrase(&passphrase, KdfParams::default());
    journal.rotate_keys(&[passphrase, NewKey::RecoveryCode(&code)]).map_err(Failure::CodeVoid)?;
    done(session, &session.words.text("keys-rotated"));
    Ok(())
}

fn done(session: &Session, said: &str) {
    if session.common.json {
        println!("{}", json!({ "done": true }));
    } else {
        println!("{said}");
    }
}
