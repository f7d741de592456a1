//! `vigie verify`: reads everything again from the disk and says in words what is whole and what is not.

use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use vigie_journal::{
    Arg, Journal, JournalError, KdfParams, NewKey, Readable, Rescue, Unlock, Verified,
};

use crate::args::Verify;
use crate::commands::code;
use crate::exit::Failure;
use crate::files;
use crate::session::{Key, Session};

pub fn run(session: &Session, args: Verify) -> Result<(), Failure> {
    if let Some(folder) = &args.rescue_to {
        return rescue(session, folder, args.new_passphrase_file.as_deref());
    }
    let (found, _) = session.with_key(|unlock| {
        let read = |journal: Journal| Ok((journal.verify()?, journal.attachments()?));
        let damage = match session.open_with(unlock).and_then(read) {
            Ok(verified) => return Ok(Ok(verified)),
            Err(damage @ (JournalError::Damaged { .. } | JournalError::Tampered { .. })) => damage,
            Err(error) => return Err(error),
        };
        // Looked at piece by piece, as far as a key still opens it.
        let found = Rescue::read(&session.dir(), unlock, &session.anchoring());
        Ok(Err((damage, found.ok().map(|rescue| rescue.found))))
    })?;
    match found {
        Ok((verified, attachments)) => {
            let incomplete = attachments.iter().filter(|(id, _)| verified.incomplete.contains(id));
            let names: Vec<&str> = incomplete.map(|(_, found)| found.name.as_str()).collect();
            whole(session, &verified, &names);
            match names.len() {
                0 => Ok(()),
                n => Err(Failure::Incomplete { names: names.join(", "), n }),
            }
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

/// What was read again: the journal is whole but for these attachments.
fn whole(session: &Session, verified: &Verified, incomplete: &[&str]) {
    let words = session.words;
    if session.common.json {
        println!(
            "{}",
            json!({
                "whole": incomplete.is_empty(),
                "records": verified.records,
                "entries": verified.entries,
                "prompts": verified.prompts,
                "attachments": verified.attachments,
                "incomplete": incomplete,
                "unread": verified.unread,
                "anchored": verified.anchored,
                "format": verified.format,
            })
        );
        return;
    }
    println!(
        "{}",
        words.with(
            if incomplete.is_empty() { "verify-whole" } else { "verify-records-whole" },
            &[
                ("records", count(verified.records).into()),
                ("entries", count(verified.entries).into()),
                ("prompts", count(verified.prompts).into()),
                ("attachments", count(verified.attachments).into()),
                ("format", verified.format.to_string().into()),
            ]
        )
    );
    if verified.unread > 0 {
        println!("{}", words.with("verify-unread", &[("n", count(verified.unread).into())]));
    }
    if !verified.anchored {
        println!("{}", words.text("not-anchored"));
    }
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
                "unread": found.unread,
                "attachments": found.attachments,
                "incomplete": found.incomplete,
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
    if found.unread > 0 {
        lines.push(words.with("verify-unread", &[("n", count(found.unread).into())]));
    }
    if found.incomplete > 0 {
        let n = [("n", count(found.incomplete).into())];
        lines.push(words.with("verify-attachments-damaged", &n));
    }
    lines.join("\n")
}

/// A new journal of what is readable, in another folder; the damaged one is not touched.
fn rescue(session: &Session, folder: &Path, new_file: Option<&Path>) -> Result<(), Failure> {
    if files::inside(folder, &session.dir()) {
        return Err(Failure::IntoJournal);
    }
    let read = |unlock: Unlock<'_>| Rescue::read(&session.dir(), unlock, &session.anchoring());
    let (rescue, key) = session.with_key(read)?;
    let passphrase = match (key, new_file) {
        (Key::Passphrase(passphrase), None) => passphrase,
        // With a code alone there is no passphrase to keep.
        (_, file) => session.another_passphrase(file)?,
    };
    let found = rescue.found;
    let new = NewKey::Passphrase(&passphrase, KdfParams::default());
    let (anchoring, clock) = (session.anchoring(), Arc::clone(&session.clock));
    let (_journal, code) = rescue.into_journal(folder, new, anchoring, clock)?;
    let dir = folder.display().to_string();
    let report = json!({
        "dir": dir, "records": found.records, "missing": found.missing, "entries": found.entries,
        "recovery_code": code.to_string()
    });
    let done = session.words.with("rescue-done", &[("dir", dir.into())]);
    code::show_made(session, &format!("{}\n{done}\n", readable(session, &found)), &code, &report)
}
