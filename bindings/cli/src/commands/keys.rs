//! `vigie keys`: who can open the journal, and with what.

use std::path::Path;

use serde_json::json;
use vigie_journal::{
    Journal, JournalError, KdfParams, KeySlot, NewKey, Passphrase, RecoveryCode, SlotKind, Unlock,
};

use crate::args::{KeyKind, Keys, KeysTask, NewKeyArgs};
use crate::commands::init::show_code;
use crate::exit::Failure;
use crate::session::{Key, Session};

pub fn run(session: &Session, args: Keys) -> Result<(), Failure> {
    let (journal, key) = session.open_keeping_key()?;
    match args.task {
        KeysTask::List => return list(session, &journal),
        KeysTask::Add(args) => add(session, &journal, &key, &args, false)?,
        KeysTask::Change(args) => add(session, &journal, &key, &args, true)?,
        KeysTask::Remove(args) => {
            let slot = named(&journal.keys()?, &args.key).ok_or(Failure::NoKey)?;
            journal.remove_key(slot.id)?;
            said(session, "keys-removed");
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

fn add(
    session: &Session,
    journal: &Journal,
    key: &Key,
    args: &NewKeyArgs,
    replace: bool,
) -> Result<(), Failure> {
    let put = |unlock: Unlock<'_>, new: NewKey<'_>| {
        if replace { journal.replace_key(unlock, new) } else { journal.add_key(unlock, new) }
    };
    match args.kind {
        KeyKind::Passphrase => {
            let new = session.another_passphrase(args.new_passphrase_file.as_deref())?;
            put(key.unlock(), NewKey::Passphrase(&new, KdfParams::default()))?;
            said(session, if replace { "keys-changed" } else { "keys-added" });
        }
        KeyKind::RecoveryCode => {
            let code = RecoveryCode::make().map_err(|_| JournalError::Bug { what: "random" })?;
            put(key.unlock(), NewKey::RecoveryCode(&code))?;
            show_new_code(session, &code);
        }
    }
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
    let keys = [NewKey::Passphrase(&passphrase, KdfParams::default())];
    let code = journal.rotate_keys(&keys)?;
    if !session.common.json {
        said(session, "keys-rotated");
    }
    show_new_code(session, &code);
    Ok(())
}

fn show_new_code(session: &Session, code: &RecoveryCode) {
    if session.common.json {
        println!("{}", json!({ "recovery_code": code.to_string() }));
    } else {
        show_code(session, code);
    }
}

fn said(session: &Session, id: &str) {
    if session.common.json {
        println!("{}", json!({ "done": true }));
    } else {
        println!("{}", session.words.text(id));
    }
}
