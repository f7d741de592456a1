//! `vigie verify`: reads everything again from the disk and says in words what is whole and what is not.

use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use vigie_journal::{Arg, JournalError, KdfParams, NewKey, Readable, Rescue, Verified};

use crate::args::Verify;
use crate::commands::init::show_code;
use crate::exit::Failure;
use crate::files;
use crate::session::{Key, Session};

pub fn run(session: &Session, args: Verify) -> Result<(), Failure> {
    if let Some(folder) = &args.rescue_to {
        return rescue(session, folder);
    }
    let (found, _) = session.with_key(|unlock| {
        let damage = match session.open_with(unlock).and_then(|journal| journal.verify()) {
            Ok(verified) => return Ok(Ok(verified)),
            Err(damage @ JournalError::Damaged { .. }) => damage,
            Err(error) => return Err(error),
        };
        // Looked at piece by piece, as far as a key still opens it.
        let found = Rescue::read(&session.dir(), unlock).map(|rescue| rescue.found);
        Ok(Err((damage, found.ok())))
    })?;
    match found {
        Ok(verified) => {
            whole(session, &verified);
            Ok(())
        }
        Err((damage, found)) => {
            say_damage(session, found);
            Err(damage.into())
        }
    }
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn whole(session: &Session, verified: &Verified) {
    if session.common.json {
        println!(
            "{}",
            json!({
                "whole": true,
                "records": verified.records,
                "entries": verified.entries,
                "prompts": verified.prompts,
                "attachments": verified.attachments,
                "format": verified.format,
            })
        );
        return;
    }
    println!(
        "{}",
        session.words.with(
            "verify-whole",
            &[
                ("records", count(verified.records).into()),
                ("entries", count(verified.entries).into()),
                ("prompts", count(verified.prompts).into()),
                ("attachments", count(verified.attachments).into()),
                ("format", verified.format.to_string().into()),
            ]
        )
    );
}

/// What is left of a damaged journal, as far as a key still opens it.
fn say_damage(session: &Session, found: Option<Readable>) {
    let words = session.words;
    if session.common.json {
        let found = found.map(|found| {
            json!({
                "records": found.records,
                "missing": found.missing,
                "entries": found.entries,
                "attachments": found.attachments,
                "parts_missing": found.parts_missing,
            })
        });
        println!("{}", json!({ "whole": false, "readable": found }));
        return;
    }
    let Some(found) = found else {
        println!("{}", words.text("verify-nothing-readable"));
        return;
    };
    println!("{}", readable(session, &found));
    println!("{}", words.text("verify-rescue"));
}

fn readable(session: &Session, found: &Readable) -> String {
    let words = session.words;
    let mut lines = vec![words.with(
        "verify-readable",
        &[("records", count(found.records).into()), ("entries", count(found.entries).into())],
    )];
    if let Some((first, last)) = found.span {
        let days: [(&str, Arg<'_>); 2] =
            [("first", words.day(first).into()), ("last", words.day(last).into())];
        lines.push(words.with("verify-span", &days));
    }
    lines.push(match found.missing {
        Some(missing) => words.with("verify-missing", &[("n", count(missing).into())]),
        None => words.text("verify-missing-unknown"),
    });
    if found.parts_missing.is_some_and(|missing| missing > 0) {
        lines.push(words.text("verify-attachments-damaged"));
    }
    lines.join("\n")
}

/// A new journal of what is readable, in another folder; the damaged one is not touched.
fn rescue(session: &Session, folder: &Path) -> Result<(), Failure> {
    if files::inside(&folder.join("x"), &session.dir()) || folder == session.dir() {
        return Err(Failure::IntoJournal);
    }
    let (rescue, key) = session.with_key(|unlock| Rescue::read(&session.dir(), unlock))?;
    let passphrase = match key {
        Key::Passphrase(passphrase) => passphrase,
        Key::RecoveryCode(_) => session.another_passphrase(None)?,
    };
    let found = rescue.found;
    let new = NewKey::Passphrase(&passphrase, KdfParams::default());
    let (anchoring, clock) = (session.anchoring(), Arc::clone(&session.clock));
    let (_journal, code) = rescue.into_journal(folder, new, anchoring, clock)?;
    let dir = folder.display().to_string();
    if session.common.json {
        println!(
            "{}",
            json!({ "dir": dir, "records": found.records, "missing": found.missing, "entries": found.entries, "recovery_code": code.to_string() })
        );
        return Ok(());
    }
    println!("{}", readable(session, &found));
    println!("{}", session.words.with("rescue-done", &[("dir", dir.into())]));
    show_code(session, &code);
    Ok(())
}
