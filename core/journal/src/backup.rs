//! Backups: made while the journal is in use, restored on a new phone, merged with another copy.

use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vigie_model::{Clock, Day};
use vigie_vault::{
    Anchoring, Aside, Backup, BackupError, BackupReport, NewKey, Passphrase, RecordId,
    RecoveryCode, Vault, VaultError,
};

use crate::diary::Diary;
use crate::stored::Stored;
use crate::{CareConflict, Conflict, Journal, JournalError, check};

/// What came of asking for the backup of the day.
#[derive(Debug)]
pub struct DailyBackup {
    /// The file.
    pub file: PathBuf,
    /// What it holds; `None` when the day had its backup already.
    pub made: Option<BackupReport>,
    /// Older backups of this copy of the journal that were removed, once the new one had been read again.
    pub pruned: Vec<PathBuf>,
    /// Why older backups stayed that were to be removed: the journal is not whole, so they may hold what it lacks, or the
    /// system refused.
    pub unpruned: Option<JournalError>,
}

/// What a merge brought in.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeReport {
    /// Records that this copy did not have.
    pub records: u64,
    /// Entries in force before and after.
    pub entries: (u64, u64),
    /// The entries that were changed in both copies, those known before too.
    pub conflicts: Vec<Conflict>,
    /// What stands around the symptoms and was changed in both copies, known before too.
    pub care_conflicts: Vec<CareConflict>,
}

impl Journal {
    /// Writes everything as one encrypted file in the age format, which `passphrase` opens here
    /// ([`Journal::restore`], [`Journal::merge`]) or with the stock `age` tool. Meanwhile the
    /// journal can be used: what is recorded after the call began is not in it.
    ///
    /// # Errors
    /// [`JournalError::Passphrase`] for one that is too short, [`JournalError::DiskFull`],
    /// [`JournalError::Locked`], [`JournalError::Io`].
    pub fn backup(
        &self,
        writer: impl Write,
        passphrase: &Passphrase,
    ) -> Result<BackupReport, JournalError> {
        let snapshot = self.with(|opened| Ok(opened.vault.snapshot()?))?;
        snapshot.write(writer, passphrase, |seq| self.with(|opened| Ok(opened.vault.chunk(seq)?)))
    }

    /// The backup of today in a folder, if it has none yet that `passphrase` opens and that is whole; of those of other days
    /// the latest are kept, `keep` with the new one. Nothing is removed before the new backup has been read again from the
    /// disk and the journal has been found whole, and nothing that is dated after today.
    ///
    /// # Errors
    /// As [`Journal::backup`]; the older backups are untouched then.
    pub fn backup_daily(
        &self,
        folder: &Path,
        keep: NonZeroUsize,
        passphrase: &Passphrase,
    ) -> Result<DailyBackup, JournalError> {
        let copy = self.with(|opened| Ok(opened.vault.copy_id()))?.to_string();
        let prefix = format!("vigie-{}-", copy.get(..8).unwrap_or_default());
        let today = self.now().day();
        let (file, made) = name_for(folder, &prefix, today, passphrase)?;
        if made {
            return Ok(DailyBackup { file, made: None, pruned: Vec::new(), unpruned: None });
        }
        fs::create_dir_all(folder)?;
        let draft = folder.join(format!("{prefix}{today}.age.new"));
        let made = self.write_checked(&draft, passphrase).and_then(|report| {
            fs::rename(&draft, &file)?;
            if cfg!(unix) {
                File::open(folder)?.sync_all()?;
            }
            Ok(report)
        });
        if made.is_err() {
            // What could not be finished is no backup. If removing fails too, the first error counts.
            let _ = fs::remove_file(&draft);
        }
        let mut done = DailyBackup { file, made: Some(made?), pruned: Vec::new(), unpruned: None };
        // The new backup is made, whatever comes of the older ones.
        done.unpruned = self.prune(folder, &prefix, (today, keep), &mut done.pruned).err();
        Ok(done)
    }

    /// Keeps the passphrase of the backups that this device makes by itself ([`Journal::automatic_backup`]); `None` forgets it,
    /// and none are made. Sealed beside the journal, on this device only: no backup and no other copy has it.
    ///
    /// # Errors
    /// [`JournalError::Passphrase`] for one that is too short, [`JournalError::DiskFull`], [`JournalError::Locked`],
    /// [`JournalError::Io`]; what was kept before is then still there.
    pub fn keep_backup_passphrase(
        &self,
        passphrase: Option<&Passphrase>,
    ) -> Result<(), JournalError> {
        if let Some(passphrase) = passphrase {
            passphrase.check_new().map_err(VaultError::from)?;
        }
        let payload = passphrase.map(|passphrase| passphrase.prepared().as_bytes());
        self.with(|opened| Ok(opened.vault.keep_aside(Aside::BackupPassphrase, payload)?))
    }

    /// [`Journal::backup_daily`] with the passphrase that was kept; `None` when none is.
    ///
    /// # Errors
    /// As [`Journal::backup_daily`].
    pub fn automatic_backup(
        &self,
        folder: &Path,
        keep: NonZeroUsize,
    ) -> Result<Option<DailyBackup>, JournalError> {
        let kept = self.with(|opened| Ok(opened.vault.aside(Aside::BackupPassphrase)?))?;
        // What was sealed is text.
        let passphrase = kept.as_deref().and_then(|kept| std::str::from_utf8(kept).ok());
        let passphrase = passphrase.map(Passphrase::new);
        passphrase.map(|it| self.backup_daily(folder, keep, &it)).transpose()
    }

    /// Removes all but the latest backups of this copy of the journal, when it is whole.
    fn prune(
        &self,
        folder: &Path,
        prefix: &str,
        (today, keep): (Day, NonZeroUsize),
        pruned: &mut Vec<PathBuf>,
    ) -> Result<(), JournalError> {
        let old = older_backups(folder, prefix, (today, keep))?;
        if old.is_empty() {
            return Ok(());
        }
        if !self.verify()?.incomplete.is_empty() {
            return Err(JournalError::Damaged { what: "an attachment" });
        }
        for path in old {
            fs::remove_file(&path)?;
            pruned.push(path);
        }
        Ok(())
    }

    /// Writes a backup, and reads it again from the disk.
    fn write_checked(
        &self,
        path: &Path,
        passphrase: &Passphrase,
    ) -> Result<BackupReport, JournalError> {
        let mut writer = BufWriter::new(File::create(path)?);
        let written = self.backup(&mut writer, passphrase)?;
        writer.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        let read = Backup::open(File::open(path)?, passphrase)?.check()?;
        if read == written { Ok(read) } else { Err(BackupError::Damaged.into()) }
    }

    /// Reads a backup to its end and says what it holds.
    ///
    /// # Errors
    /// [`JournalError::Backup`], [`JournalError::Io`].
    pub fn check_backup(
        source: impl Read,
        passphrase: &Passphrase,
    ) -> Result<BackupReport, JournalError> {
        Ok(Backup::open(source, passphrase)?.check()?)
    }

    /// Makes a working journal in `dir` from a backup, with a key of its own and a new recovery code.
    /// All of it, or nothing.
    ///
    /// # Errors
    /// [`JournalError::Backup`], and those of [`Journal::create`].
    pub fn restore(
        source: impl Read,
        passphrase: &Passphrase,
        dir: &Path,
        key: NewKey<'_>,
        anchoring: Anchoring,
        clock: Arc<dyn Clock>,
    ) -> Result<(Self, RecoveryCode), JournalError> {
        let backup = Backup::open(source, passphrase)?;
        let diary = Diary::of(understood(&backup)?);
        let (vault, code) = Vault::restore(dir, key, backup, anchoring)?;
        Ok((Self::new(vault, diary, clock), code))
    }

    /// Takes in what another copy of this journal has and this one has not, from a backup of it:
    /// the union of both, in one transaction. An entry that was changed in both keeps both versions.
    ///
    /// # Errors
    /// [`JournalError::Backup`], [`JournalError::OtherJournal`], [`JournalError::NewerVersion`],
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn merge(
        &self,
        source: impl Read,
        passphrase: &Passphrase,
    ) -> Result<MergeReport, JournalError> {
        let backup = Backup::open(source, passphrase)?;
        // Every record has to read before any is taken in.
        understood(&backup)?;
        let now = self.now();
        self.with(|opened| {
            let count = |diary: &Diary| u64::try_from(diary.in_force().len()).unwrap_or(u64::MAX);
            let before = count(&opened.diary);
            let new = opened.vault.merge(backup)?;
            let all = opened.vault.snapshot()?;
            let merged = Diary::of(Stored::all(all.records())?);
            let alone = std::mem::replace(&mut opened.diary, merged);
            // A fever here and shivering there are one sign.
            let merged = &opened.diary;
            let signs = check::completed(&alone, merged, merged.pack(), Day::FIRST, now);
            if !signs.is_empty() {
                opened.append_all(signs.into_iter().map(Stored::Prompt).collect())?;
            }
            Ok(MergeReport {
                records: u64::try_from(new.len()).unwrap_or(u64::MAX),
                entries: (before, count(&opened.diary)),
                conflicts: opened.diary.conflicts(),
                care_conflicts: opened.diary.care.conflicts(),
            })
        })
    }

    /// The entries that were changed in two copies of the journal and are in force with both
    /// versions; [`Journal::amend`] settles one.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn conflicts(&self) -> Result<Vec<Conflict>, JournalError> {
        self.with(|opened| Ok(opened.diary.conflicts()))
    }
}

/// What a backup's records say.
fn understood<R: Read>(backup: &Backup<R>) -> Result<Vec<(RecordId, Stored)>, JournalError> {
    Stored::all(backup.records()).map_err(|error| match error {
        JournalError::Damaged { .. } => BackupError::Damaged.into(),
        error => error,
    })
}

/// The name for the backup of a day, and whether it is made already: one that the passphrase opens. Otherwise the name comes
/// after all of that day, so that what is made is the latest.
fn name_for(
    folder: &Path,
    prefix: &str,
    day: Day,
    passphrase: &Passphrase,
) -> Result<(PathBuf, bool), JournalError> {
    let mut last = 0;
    for (of, number, file) in backups(folder, prefix)?.into_iter().rev() {
        if of != day {
            continue;
        }
        last = last.max(number);
        if File::open(&file).is_ok_and(|f| Journal::check_backup(f, passphrase).is_ok()) {
            return Ok((file, true));
        }
    }
    let number = if last == 0 { String::new() } else { format!("-{}", last.saturating_add(1)) };
    Ok((folder.join(format!("{prefix}{day}{number}.age")), false))
}

/// The files named as backups of one copy of a journal, by day and number, the latest last.
fn backups(folder: &Path, prefix: &str) -> Result<Vec<(Day, u32, PathBuf)>, JournalError> {
    let named = |path: PathBuf| -> Option<(Day, u32, PathBuf)> {
        let name = path.file_name()?.to_str()?.strip_prefix(prefix)?.strip_suffix(".age")?;
        let (day, number) = name.split_at_checked("2026-01-01".len())?;
        let number = if number.is_empty() { 1 } else { number.strip_prefix('-')?.parse().ok()? };
        Some((day.parse().ok()?, number, path))
    };
    let mut found = Vec::new();
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        files => {
            for file in files? {
                found.extend(named(file?.path()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The backups of one copy of a journal but for the latest ones. Files of any other name, and those dated after today by a
/// clock that was ahead, are none of them.
fn older_backups(
    folder: &Path,
    prefix: &str,
    (today, keep): (Day, NonZeroUsize),
) -> Result<Vec<PathBuf>, JournalError> {
    let mut backups = backups(folder, prefix)?;
    backups.retain(|(day, ..)| *day <= today);
    backups.truncate(backups.len().saturating_sub(keep.get()));
    Ok(backups.into_iter().map(|(.., path)| path).collect())
}
