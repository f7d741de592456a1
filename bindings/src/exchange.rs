//! What comes in and goes out: backups, other copies, tables, photos, calendars.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use vigie_journal::{AppointmentKind, AttachmentId, Day, Label, Lang};

use crate::JournalError;
use crate::care::CareConflict;
use crate::entry::{Attachment, Doubt, EntryConflict};
use crate::error::{Said, said};
use crate::journal::{Journal, all};
use crate::keys::{Held, NewKey, passphrase};
use crate::platform::{
    ByteSink, ByteSource, JournalAnchor, JournalClock, ProgressHearer, anchoring, clock, progress,
    reader, written,
};

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct BackupReport {
    /// The journal it is of, in hexadecimal digits.
    pub journal: String,
    /// Records in it.
    pub records: u64,
    /// Parts of attachments in it.
    pub parts: u64,
}

impl From<vigie_journal::BackupReport> for BackupReport {
    fn from(report: vigie_journal::BackupReport) -> Self {
        let vigie_journal::BackupReport { store, records, chunks } = report;
        Self { journal: store.to_string(), records, parts: chunks }
    }
}

/// The backup of a day.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct DailyBackup {
    /// The file.
    pub file: String,
    /// What it holds; none when the day had its backup already.
    pub made: Option<BackupReport>,
    /// Older backups of this copy of the journal that were removed, once the new one had been read again.
    pub pruned: Vec<String>,
    /// Why older backups stayed that were to be removed: the journal is not whole, so they may hold what it lacks, or the system
    /// refused.
    pub unpruned: Option<Said>,
}

impl From<vigie_journal::DailyBackup> for DailyBackup {
    fn from(daily: vigie_journal::DailyBackup) -> Self {
        let name = |path: std::path::PathBuf| path.to_string_lossy().into_owned();
        Self {
            file: name(daily.file),
            made: daily.made.map(BackupReport::from),
            pruned: daily.pruned.into_iter().map(name).collect(),
            unpruned: daily.unpruned.map(|error| said(|words| error.sentence(words))),
        }
    }
}

/// A number of files to keep: none at all is nobody's wish.
fn at_least_one(keep: u32) -> NonZeroUsize {
    usize::try_from(keep).ok().and_then(NonZeroUsize::new).unwrap_or(NonZeroUsize::MIN)
}

/// What a merge brought in.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct MergeReport {
    /// Records that this copy did not have.
    pub records: u64,
    /// Entries in force before.
    pub entries_before: u64,
    /// Entries in force after.
    pub entries_after: u64,
    /// The entries that were changed in both copies, those known before too.
    pub conflicts: Vec<EntryConflict>,
    /// What stands around the symptoms and was changed in both copies, known before too.
    pub care_conflicts: Vec<CareConflict>,
}

impl From<vigie_journal::MergeReport> for MergeReport {
    fn from(report: vigie_journal::MergeReport) -> Self {
        let (entries_before, entries_after) = report.entries;
        Self {
            records: report.records,
            entries_before,
            entries_after,
            conflicts: all(report.conflicts),
            care_conflicts: all(report.care_conflicts),
        }
    }
}

/// What a check of the whole journal found.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Verified {
    /// Records read again from the disk and checked.
    pub records: u64,
    /// Entries in force.
    pub entries: u64,
    /// Prompts.
    pub prompts: u64,
    /// Attachments that are whole, read to their last byte.
    pub attachments: u64,
    /// Attachments of which parts are missing, as after a rescue. A backup that has them brings them back (`merge`).
    pub incomplete: Vec<AttachmentId>,
    /// Records that a rescue kept without being able to read them.
    pub unread: u64,
    /// Whether an older copy, put back in this one's place, would be noticed.
    pub anchored: bool,
    /// Version of the file format.
    pub format: u16,
}

impl From<vigie_journal::Verified> for Verified {
    fn from(found: vigie_journal::Verified) -> Self {
        let vigie_journal::Verified { records, entries, prompts, attachments, .. } = found;
        let vigie_journal::Verified { incomplete, unread, anchored, format, .. } = found;
        Self { records, entries, prompts, attachments, incomplete, unread, anchored, format }
    }
}

/// A row of a table that was left out, or is worth checking.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// What is wrong with it, or doubtful.
    pub said: Said,
}

impl From<vigie_journal::BadRow> for Row {
    fn from(row: vigie_journal::BadRow) -> Self {
        Self { line: row.line, said: said(|words| vigie_journal::row_cause(words, &row.cause)) }
    }
}

impl From<vigie_journal::DoubtfulRow> for Row {
    fn from(row: vigie_journal::DoubtfulRow) -> Self {
        Self { line: row.line, said: Doubt::from(row.doubt).said }
    }
}

/// What the import of a table did.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ImportReport {
    /// The person whose rows were taken.
    pub patient: Option<String>,
    /// Rows of that person that were recorded.
    pub rows: u64,
    /// Rows that the journal held already.
    pub already_there: u64,
    /// Days that something was recorded of.
    pub days: u32,
    /// The first of these days.
    pub first: Option<Day>,
    /// The last of these days.
    pub last: Option<Day>,
    /// Rows of other people, passed over.
    pub others: u64,
    /// Rows left out.
    pub bad: Vec<Row>,
    /// Rows that were recorded, for they are history, and are worth checking.
    pub doubtful: Vec<Row>,
}

impl From<vigie_journal::ImportReport> for ImportReport {
    fn from(report: vigie_journal::ImportReport) -> Self {
        Self {
            patient: report.patient,
            rows: report.rows,
            already_there: report.already_there,
            days: report.days,
            first: report.span.map(|(first, _)| first),
            last: report.span.map(|(_, last)| last),
            others: report.others,
            bad: all(report.bad),
            doubtful: all(report.doubtful),
        }
    }
}

/// Reads a backup to its end and checks that it is whole; nothing is changed.
///
/// Fails with `Backup`, `Io`.
#[uniffi::export]
pub fn check_backup(
    source: Arc<dyn ByteSource>,
    passphrase: String,
) -> Result<BackupReport, JournalError> {
    let passphrase = self::passphrase(passphrase);
    Ok(vigie_journal::Journal::check_backup(reader(source), &passphrase)?.into())
}

#[uniffi::export]
impl Journal {
    /// Makes a journal of a backup, in a folder that holds none yet. Its new recovery code can then be taken, once.
    ///
    /// Fails with `AlreadyThere`, `Backup`, `Passphrase`, `DeviceKey`, `DiskFull`, `Io`.
    #[uniffi::constructor(default(anchor = None, clock = None))]
    pub fn restore(
        source: Arc<dyn ByteSource>,
        backup_passphrase: String,
        dir: String,
        key: NewKey,
        anchor: Option<Arc<dyn JournalAnchor>>,
        clock: Option<Arc<dyn JournalClock>>,
    ) -> Result<Arc<Self>, JournalError> {
        let (key, opens) = (Held::try_from(key)?, passphrase(backup_passphrase));
        let (core, code) = vigie_journal::Journal::restore(
            reader(source),
            &opens,
            Path::new(&dir),
            key.new_key(),
            anchoring(anchor, false),
            self::clock(clock),
        )?;
        Ok(Self::of((core, Some(code))))
    }

    /// Writes everything as one encrypted file in the age format. Meanwhile the journal can be used: what is recorded after the
    /// call began is not in it.
    ///
    /// Fails with `Passphrase` for one that is too short, `DiskFull`, `Locked`, `Io`.
    pub fn backup(
        &self,
        sink: Arc<dyn ByteSink>,
        passphrase: String,
    ) -> Result<BackupReport, JournalError> {
        let passphrase = self::passphrase(passphrase);
        Ok(written(sink, |to| self.core.backup(to, &passphrase))?.into())
    }

    /// The backup of the day in a folder, when it has none yet; removes the oldest beyond `keep`, at least 1.
    ///
    /// Fails as `backup`.
    pub fn backup_daily(
        &self,
        folder: String,
        keep: u32,
        passphrase: String,
    ) -> Result<DailyBackup, JournalError> {
        let passphrase = self::passphrase(passphrase);
        Ok(self.core.backup_daily(Path::new(&folder), at_least_one(keep), &passphrase)?.into())
    }

    /// Keeps the passphrase of the backups that this device makes by itself; none forgets it, and none are made. It is sealed
    /// beside the journal, on this device only: no backup and no other copy has it.
    ///
    /// Fails with `Passphrase` for one that is too short, `DiskFull`, `Locked`, `Io`; what was kept before is then still there.
    pub fn keep_backup_passphrase(&self, passphrase: Option<String>) -> Result<(), JournalError> {
        let passphrase = passphrase.map(self::passphrase);
        Ok(self.core.keep_backup_passphrase(passphrase.as_ref())?)
    }

    /// As `backup_daily`, with the passphrase that was kept; none when none is.
    ///
    /// Fails as `backup`.
    pub fn automatic_backup(
        &self,
        folder: String,
        keep: u32,
    ) -> Result<Option<DailyBackup>, JournalError> {
        let made = self.core.automatic_backup(Path::new(&folder), at_least_one(keep))?;
        Ok(made.map(Into::into))
    }

    /// Takes in what a backup of another copy of this journal has more: a relative's, an older phone's.
    ///
    /// Fails with `OtherJournal`, `Backup`, `DiskFull`, `Locked`, `Io`.
    pub fn merge(
        &self,
        source: Arc<dyn ByteSource>,
        passphrase: String,
    ) -> Result<MergeReport, JournalError> {
        Ok(self.core.merge(reader(source), &self::passphrase(passphrase))?.into())
    }

    /// The entries that two copies of the journal changed in two ways.
    ///
    /// Fails with `Locked`.
    pub fn conflicts(&self) -> Result<Vec<EntryConflict>, JournalError> {
        Ok(all(self.core.conflicts()?))
    }

    /// Reads every record and every part of every attachment again from the disk, and checks that they are all there.
    ///
    /// Fails with `Damaged`, `Tampered`, `Locked`, `Io`.
    pub fn verify(&self) -> Result<Verified, JournalError> {
        Ok(self.core.verify()?.into())
    }

    /// Brings in a diary table (`patient,date,item,value`): all rows of one person, or none. `patient` picks one of several;
    /// Bad rows are listed instead of refusing the table when they are to be skipped.
    ///
    /// Fails with `Table`, `SeveralPeople`, `NobodyOfThatName`, `OtherPerson`, `DiskFull`, `Locked`, `Io`.
    #[uniffi::method(default(patient = None, skip_bad = false, hearer = None))]
    pub fn import_table(
        &self,
        source: Arc<dyn ByteSource>,
        patient: Option<String>,
        skip_bad: bool,
        hearer: Option<Arc<dyn ProgressHearer>>,
    ) -> Result<ImportReport, JournalError> {
        let options = vigie_journal::ImportOptions { patient, skip_bad };
        Ok(self.core.import(reader(source), &options, &mut progress(hearer))?.into())
    }

    /// Keeps a file with a day, encrypted like everything else: all of it, or nothing.
    ///
    /// Fails with `Invalid` for a day in the future, `AttachmentTooLarge` above 64 MiB, `DiskFull`, `Locked`, `Io`.
    pub fn attach(
        &self,
        day: Day,
        name: Label,
        source: Arc<dyn ByteSource>,
    ) -> Result<AttachmentId, JournalError> {
        Ok(self.core.attach(day, name, reader(source))?)
    }

    /// Every attachment, in the order in which they came.
    ///
    /// Fails with `Locked`.
    pub fn attachments(&self) -> Result<Vec<Attachment>, JournalError> {
        Ok(all(self.core.attachments()?))
    }

    /// Writes an attachment out. On a failure what was written is not all of it.
    ///
    /// Fails with `NoSuch`, `Damaged`, `Locked`, `Io`.
    pub fn attachment(
        &self,
        id: AttachmentId,
        sink: Arc<dyn ByteSink>,
    ) -> Result<(), JournalError> {
        written(sink, |to| self.core.attachment(id, to))
    }

    /// Writes the appointments from a day on as a calendar (`.ics`); a discreet one says of each only that it is one. Gives how
    /// many.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`.
    pub fn export_calendar(
        &self,
        lang: Lang,
        discreet: bool,
        since: Day,
        sink: Arc<dyn ByteSink>,
    ) -> Result<u32, JournalError> {
        written(sink, |to| self.core.export_calendar(lang, discreet, since, to))
    }

    /// Takes appointments of one kind out of a calendar. Gives what came of it, a sentence each, in the language.
    ///
    /// Fails with `Calendar`, `DiskFull`, `Locked`, `Io`.
    pub fn import_calendar(
        &self,
        source: Arc<dyn ByteSource>,
        kind: AppointmentKind,
        lang: Lang,
    ) -> Result<Vec<String>, JournalError> {
        let report = self.core.import_calendar(reader(source), kind)?;
        Ok(report.sentences(vigie_journal::Words::of(lang)))
    }
}
