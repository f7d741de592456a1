//! `vigie backup`, `restore`, `merge`: the journal as one encrypted file, and back.

use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use vigie_journal::{
    BackupError, By, CareConflict, CareEvent, CareKind, Conflict, Journal, JournalError, KdfParams,
    MergeReport, Moment, NewKey, Words, event, one_line,
};

use crate::args::{Backup, Merge, Restore};
use crate::commands::code;
use crate::exit::Failure;
use crate::files;
use crate::session::{Key, Session};

pub fn backup(session: &Session, args: Backup) -> Result<(), Failure> {
    let path = args.to.as_deref().or(args.daily.as_deref()).unwrap_or(Path::new("."));
    if files::inside(path, &session.dir()) {
        return Err(Failure::IntoJournal);
    }
    let other = session.backup_passphrase(args.backup_passphrase_file.as_deref())?;
    let (journal, key) = session.open_keeping_key()?;
    let passphrase = other.unwrap_or_else(|| key.into_passphrase());
    let Some(folder) = &args.daily else {
        let report = files::write_new(path, |writer| Ok(journal.backup(writer, &passphrase)?))?;
        // A backup is worth what can be read of it.
        let read = Journal::check_backup(files::open(path)?, &passphrase)?;
        if read != report {
            return Err(JournalError::Backup(BackupError::Damaged).into());
        }
        say_backup(session, path, read.records);
        return Ok(());
    };
    let done = journal.backup_daily(folder, args.keep, &passphrase)?;
    let unpruned = done.unpruned.map(|cause| cause.sentence(session.words));
    if session.common.json {
        let pruned: Vec<String> =
            done.pruned.iter().map(|path| path.display().to_string()).collect();
        let file = done.file.display().to_string();
        println!(
            "{}",
            json!({ "file": file, "made": done.made.is_some(), "pruned": pruned, "unpruned": unpruned })
        );
        return Ok(());
    }
    match done.made {
        Some(report) => say_backup(session, &done.file, report.records),
        None => println!("{}", session.words.text("backup-there-already")),
    }
    if !done.pruned.is_empty() {
        println!("{}", session.words.with("backup-pruned", &[("n", done.pruned.len().into())]));
    }
    if let Some(cause) = unpruned {
        println!("{}", session.words.with("backup-unpruned", &[("cause", cause.into())]));
    }
    Ok(())
}

fn say_backup(session: &Session, path: &Path, records: u64) {
    let path = path.display().to_string();
    if session.common.json {
        println!("{}", json!({ "file": path, "records": records }));
    } else {
        let records = i64::try_from(records).unwrap_or(i64::MAX);
        let args = [("path", path.into()), ("records", records.into())];
        println!("{}", session.words.with("backup-done", &args));
    }
}

/// The passphrase of the backup protects the new journal too, unless another is given. A recovery code does not: the new
/// journal has one of its own.
pub fn restore(session: &Session, args: &Restore) -> Result<(), Failure> {
    let dir = session.dir();
    if Journal::is_there(&dir) {
        return Err(JournalError::AlreadyThere.into());
    }
    let file = files::open(&args.backup)?;
    let (given, _) = session.key()?;
    let is_code = matches!(given, Key::RecoveryCode(_));
    let passphrase = given.into_passphrase();
    let other = match args.new_passphrase_file.as_deref() {
        None if !is_code => None,
        file => Some(session.another_passphrase(file)?),
    };
    let key = NewKey::Passphrase(other.as_ref().unwrap_or(&passphrase), KdfParams::default());
    let (anchoring, clock) = (session.anchoring(), Arc::clone(&session.clock));
    let (journal, code) = Journal::restore(file, &passphrase, &dir, key, anchoring, clock)?;
    // What is wrong with the journal now is said once its code has been shown.
    let verified = journal.verify();
    let last = journal.entries().ok().and_then(|entries| Some(entries.last()?.1.day));
    let (words, dir) = (session.words, dir.display().to_string());
    let entries = verified.as_ref().ok().map(|verified| verified.entries);
    let report = json!({
        "dir": dir, "entries": entries, "last": last, "recovery_code": code.to_string()
    });
    let said = entries.map_or_else(String::new, |entries| {
        let entries = i64::try_from(entries).unwrap_or(i64::MAX);
        let last = last.map_or_else(String::new, |day| words.day(day));
        let args = [("entries", entries.into()), ("last", last.into()), ("dir", dir.into())];
        words.with("restore-done", &args) + "\n"
    });
    code::show_made(session, &said, &code, &report)?;
    verified?;
    Ok(())
}

pub fn merge(session: &Session, args: &Merge) -> Result<(), Failure> {
    // Before anything is asked.
    files::open(&args.backup)?;
    let other = session.backup_passphrase(args.backup_passphrase_file.as_deref())?;
    let given = other.is_some();
    let (journal, key) = session.open_keeping_key()?;
    let passphrase = other.unwrap_or_else(|| key.into_passphrase());
    let report = match journal.merge(files::open(&args.backup)?, &passphrase) {
        Err(JournalError::Backup(BackupError::WrongPassphrase)) if !given => {
            if !session.can_ask() {
                return Err(Failure::BackupPassphrase);
            }
            journal.merge(files::open(&args.backup)?, &session.ask_backup_passphrase()?)?
        }
        report => report?,
    };
    if session.common.json {
        let mut conflicts: Vec<_> = report.conflicts.iter().map(|c| c.id.to_string()).collect();
        conflicts.extend(report.care_conflicts.iter().map(|conflict| conflict.id.to_string()));
        let (before, after) = report.entries;
        println!(
            "{}",
            json!({ "records": report.records, "entries": after, "new_entries": after.saturating_sub(before), "conflicts": conflicts })
        );
        return Ok(());
    }
    say_merge(session.words, &report);
    Ok(())
}

fn say_merge(words: &Words, report: &MergeReport) {
    let (before, after) = report.entries;
    let new = i64::try_from(after.saturating_sub(before)).unwrap_or(i64::MAX);
    let done = if report.records == 0 { "merge-nothing" } else { "merge-done" };
    println!("{}", words.with(done, &[("entries", new.into())]));
    let records = i64::try_from(report.records).unwrap_or(i64::MAX);
    if new > 0 && records > new {
        println!("{}", words.with("merge-more", &[("n", (records - new).into())]));
    }
    for conflict in &report.conflicts {
        println!("{}", conflict_line(words, conflict));
    }
    for conflict in &report.care_conflicts {
        println!("{}", care_conflict_line(words, conflict));
    }
}

/// Something around the symptoms with two versions: what each says, who wrote it and when, and how to settle it.
pub fn care_conflict_line(words: &Words, conflict: &CareConflict) -> String {
    let written = |(n, (at, version)): (usize, &(Moment, By<Option<CareEvent>>))| {
        let said = version.told.as_ref().map(|told| event::event(words, told).join(", "));
        let said = said.unwrap_or_else(|| words.text("conflict-taken-back"));
        let by = words.noted_by(&version.author).map(|by| format!(", {by}")).unwrap_or_default();
        let at = words.moment(*at);
        let args = [
            ("n", n.into()),
            ("at", at.into()),
            ("said", format!("{}{by}", one_line(&said)).into()),
        ];
        words.with("conflict-care-version", &args)
    };
    let versions: Vec<String> = (1..).zip(&conflict.versions).map(written).collect();
    let kinds = conflict.versions.iter().filter_map(|(_, version)| version.told.as_ref());
    let command = kinds.map(|told| command_of(told.kind())).next().unwrap_or_default();
    let args = [
        ("versions", versions.join(" ; ").into()),
        ("command", command.into()),
        ("id", conflict.id.to_string().into()),
    ];
    words.with("conflict-care", &args)
}

/// The command that corrects events of a kind.
fn command_of(kind: CareKind) -> &'static str {
    match kind {
        CareKind::Intake => "medicine",
        CareKind::Change => "treatment",
        kind => kind.code(),
    }
}

/// One entry with two versions: when each was written, and on which day it is.
pub fn conflict_line(words: &Words, conflict: &Conflict) -> String {
    let day = conflict.versions.iter().find_map(|version| Some(version.entry.as_ref()?.day));
    let day = day.map_or_else(String::new, |day| words.day(day));
    let written = |(n, version): (usize, &vigie_journal::Revision)| {
        let at = words.moment(version.at);
        let how = if version.entry.is_some() { "conflict-version" } else { "conflict-withdrawn" };
        words.with(how, &[("n", n.into()), ("at", at.into())])
    };
    let versions: Vec<String> = (1..).zip(&conflict.versions).map(written).collect();
    words.with("conflict", &[("day", day.into()), ("versions", versions.join(" ; ").into())])
}
