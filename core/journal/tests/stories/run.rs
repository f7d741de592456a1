//! Runs one story over a journal: each step is a call, and what the table says has to come of it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use vigie_journal::{
    Anchor, Anchoring, CareId, Clock, Day, EntryId, Journal, JournalError, Moment, Passphrase,
    PassphraseError, PlatformKeyError, PromptId, RecoveryCode, SlotKind,
};

use crate::read::{self, Fields, Told, code, kebab, list, number, text, texts};
use crate::stand_ins::{Key, Marks, Still, Store, Stream, copy, files, fill};

/// A step that did not do what it should: the call failed, or something else came of it than the story says.
pub enum Wrong {
    Failed(JournalError),
    Story(String),
}

impl From<JournalError> for Wrong {
    fn from(error: JournalError) -> Self {
        Self::Failed(error)
    }
}

impl From<String> for Wrong {
    fn from(why: String) -> Self {
        Self::Story(why)
    }
}

impl From<io::Error> for Wrong {
    fn from(error: io::Error) -> Self {
        Self::Story(error.to_string())
    }
}

pub type Done<T = ()> = Result<T, Wrong>;

/// What a story has so far.
pub struct World<'a> {
    folder: &'a Path,
    clock: Arc<Still>,
    anchor: Arc<Marks>,
    journal: Option<Journal>,
    code: Option<String>,
    backups: BTreeMap<&'a str, Vec<u8>>,
    stores: BTreeMap<&'a str, Option<PlatformKeyError>>,
    pub entries: BTreeMap<&'a str, EntryId>,
    pub care: BTreeMap<&'a str, CareId>,
    pub prompts: BTreeMap<&'a str, PromptId>,
}

/// Begins what is said of a step of which something else came than it tells.
pub const OTHERWISE: &str = "otherwise than told: ";

/// That something else came of a step.
pub fn otherwise<T>(what: &str) -> Told<T> {
    Err(format!("{OTHERWISE}{what}"))
}

/// Runs the steps of a story in a folder. Says which step went wrong, and how.
pub fn run(steps: &Value, folder: &Path) -> Told<()> {
    let midnight = Moment::at(Day::FIRST, 0, 0);
    let mut world = World {
        folder,
        clock: Arc::new(Still(Mutex::new(midnight))),
        anchor: Arc::default(),
        journal: None,
        code: None,
        backups: BTreeMap::new(),
        stores: BTreeMap::new(),
        entries: BTreeMap::new(),
        care: BTreeMap::new(),
        prompts: BTreeMap::new(),
    };
    let steps = list(steps, Ok)?;
    for (n, step) in (1..).zip(steps) {
        world.step(step).map_err(|why| format!("step {n}, {step}:\n  {why}"))?;
    }
    Ok(())
}

/// That something is as the story says.
pub fn same<T: PartialEq + Debug>(what: &str, found: T, told: T) -> Told<()> {
    if found == told { Ok(()) } else { otherwise(&format!("{what}: {found:?}, and not {told:?}")) }
}

/// The same of a field that may be left out.
pub fn if_told<T: PartialEq + Debug>(what: &str, found: T, told: Option<T>) -> Told<()> {
    told.map_or(Ok(()), |told| same(what, found, told))
}

/// What a name stands for that an earlier step gave.
pub fn known<T: Copy>(all: &BTreeMap<&str, T>, name: &str) -> Told<T> {
    all.get(name).copied().ok_or_else(|| format!("nothing is called '{name}'"))
}

/// That a call failed as the story says.
fn failed(error: &JournalError, case: &str, step: &Fields<'_>) -> Told<()> {
    let debug = format!("{error:?}");
    let name = debug.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
    // What an app calls a platform is a device to it, and a pack is rules.
    let name = match name.unwrap_or_default() {
        "PlatformKey" => "DeviceKey",
        "Pack" => "Rules",
        name => name,
    };
    same("fails", name, case).map_err(|why| format!("{why} ({error:?})"))?;
    let (mut field, mut fault, mut fewest, mut older) = (None, None, None, (None, None));
    match error {
        JournalError::Invalid(invalid) => field = Some(invalid.field.clone()),
        JournalError::PlatformKey(error) => fault = Some(kebab(error)),
        JournalError::Backup(error) => fault = Some(kebab(error)),
        JournalError::Passphrase(PassphraseError::TooShort { min }) => fewest = Some(*min as u64),
        JournalError::OlderCopy { found, known } => older = (Some(*found), Some(*known)),
        _ => {}
    }
    let words = |value| text(value).map(|text| Some(text.to_owned()));
    let count = |value| number(value).map(Some);
    if_told("field", field, step.maybe("field", words)?)?;
    if_told("fault", fault, step.maybe("fault", words)?)?;
    if_told("fewest", fewest, step.maybe("fewest", count)?)?;
    if_told("found", older.0, step.maybe("found", count)?)?;
    if_told("known", older.1, step.maybe("known", count)?)?;
    step.done()
}

impl<'a> World<'a> {
    fn step(&mut self, step: &'a Value) -> Told<()> {
        let fields = Fields::of(step)?;
        let name = fields.text("do")?;
        if let Some(at) = fields.maybe("at", code)? {
            *self.clock.0.lock().unwrap() = at;
        }
        let fails = fields.maybe("fails", text)?;
        match (self.call(name, &fields), fails) {
            (Err(Wrong::Story(why)), _) => Err(why),
            (Ok(()), None) => fields.done(),
            (Ok(()), Some(case)) => otherwise(&format!("it did not fail with {case}")),
            (Err(Wrong::Failed(error)), None) => otherwise(&format!("it failed: {error:?}")),
            // What would have come of it is not read.
            (Err(Wrong::Failed(error)), Some(case)) => failed(&error, case, &fields),
        }
    }

    fn call(&mut self, name: &str, step: &Fields<'a>) -> Done {
        match name {
            "create" => self.create(step),
            "open" => self.open(step),
            "lock" => Ok(self.journal()?.lock()?),
            "restore" => self.restore(step),
            "backup" => self.backup(step),
            "merge" => self.merge(step),
            "add_key" => self.add_key(step),
            "keys" => self.keys(step),
            "vault" => self.vault(step),
            "profile" => Ok(self.journal()?.set_profile(read::profile(step)?)?),
            "record" => self.record(step),
            "amend" => self.amend(step),
            "withdraw" => Ok(self.journal()?.withdraw(known(&self.entries, step.text("of")?)?)?),
            "keep_draft" => {
                Ok(self.journal()?.keep_draft(read::maybe_entry(step.value("entry")?)?)?)
            }
            "draft" => self.draft(step),
            "today" => self.today(step),
            "resolve" => self.resolve(step),
            "silence" => self.silence(step),
            "say" => self.say(step),
            "series" => self.series(step),
            "care" => self.care(step),
            "amend_care" => {
                let id = known(&self.care, step.text("of")?)?;
                Ok(self.journal()?.amend_care(id, read::care(step)?)?)
            }
            "withdraw_care" => {
                Ok(self.journal()?.withdraw_care(known(&self.care, step.text("of")?)?)?)
            }
            "questions" => self.questions(step),
            "doses" => self.doses(step),
            "reminders" => self.reminders(step),
            "attach" => self.attach(step),
            "attachments" => self.attachments(step),
            "preview" => self.preview(step),
            "export" => self.export(step),
            "verify" => self.verify(step),
            "copy" => Ok(copy(&self.path(step, "from")?, &self.path(step, "to")?)?),
            "erase" => {
                let path = self.path(step, "dir")?;
                Ok(if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }?)
            }
            "fill" => Ok(fill(&self.path(step, "file")?)?),
            other => Err(format!("no such step: '{other}'").into()),
        }
    }

    pub fn journal(&self) -> Told<&Journal> {
        self.journal.as_ref().ok_or_else(|| "no journal yet".to_owned())
    }

    fn path(&self, step: &Fields<'a>, key: &'static str) -> Told<PathBuf> {
        Ok(self.folder.join(step.text(key)?))
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock) as Arc<dyn Clock>
    }

    fn anchoring(&self) -> Anchoring {
        Anchoring::by(Arc::clone(&self.anchor) as Arc<dyn Anchor>)
    }

    fn key(&self, step: &Fields<'a>) -> Told<Key> {
        if let Some(typed) = step.maybe("passphrase", text)? {
            return Ok(Key::Passphrase(Passphrase::new(typed)));
        }
        if step.is("recovery_code")? {
            let code = self.code.as_ref().ok_or("no recovery code yet")?;
            return Ok(Key::Code(RecoveryCode::parse(code).map_err(|error| error.to_string())?));
        }
        let name = step.text("device")?;
        Ok(Key::Device(Store(self.stores.get(name).copied().flatten())))
    }

    /// One journal is open at a time.
    fn lock(&mut self) -> Done {
        self.journal.as_ref().map_or(Ok(()), |journal| Ok(journal.lock()?))
    }

    fn create(&mut self, step: &Fields<'a>) -> Done {
        self.lock()?;
        let key = self.key(step)?;
        let dir = self.path(step, "dir")?;
        let (journal, code) = Journal::create(&dir, key.new_key(), self.anchoring(), self.clock())?;
        self.journal = Some(journal);
        self.code = Some(code.to_string());
        Ok(())
    }

    fn open(&mut self, step: &Fields<'a>) -> Done {
        self.lock()?;
        let (key, dir) = (self.key(step)?, self.path(step, "dir")?);
        let mut anchoring = self.anchoring();
        if step.is("accept_older")? {
            anchoring = anchoring.accepting_older();
        }
        let before = files(&dir)?;
        match Journal::open(&dir, key.unlock(), anchoring, self.clock()) {
            Ok(journal) => self.journal = Some(journal),
            Err(error) => {
                if files(&dir)? != before {
                    return Err(format!("the files of {} are others", dir.display()).into());
                }
                return Err(error.into());
            }
        }
        Ok(())
    }

    fn restore(&mut self, step: &Fields<'a>) -> Done {
        self.lock()?;
        let from = self.backup_of(step)?;
        let new = Key::Passphrase(Passphrase::new(step.text("new_passphrase")?));
        let (journal, code) = Journal::restore(
            from,
            &self.key(step)?.of_backup()?,
            &self.path(step, "dir")?,
            new.new_key(),
            self.anchoring(),
            self.clock(),
        )?;
        self.journal = Some(journal);
        self.code = Some(code.to_string());
        Ok(())
    }

    fn backup_of(&self, step: &Fields<'a>) -> Told<&[u8]> {
        let name = step.text("from")?;
        Ok(self.backups.get(name).ok_or_else(|| format!("no backup '{name}'"))?)
    }

    fn backup(&mut self, step: &Fields<'a>) -> Done {
        let (key, mut sink) = (self.key(step)?.of_backup()?, Stream::of(step, Vec::new())?);
        let to = step.text("to")?;
        let report = self.journal()?.backup(&mut sink, &key)?;
        if_told("records", report.records, step.maybe("records", number)?)?;
        self.backups.insert(to, sink.bytes);
        Ok(())
    }

    fn merge(&self, step: &Fields<'a>) -> Done {
        let key = self.key(step)?.of_backup()?;
        let report = self.journal()?.merge(self.backup_of(step)?, &key)?;
        if_told("records", report.records, step.maybe("records", number)?)?;
        let (before, after) = report.entries;
        let entries = step.maybe("entries", |value| list(value, number))?;
        if_told("entries", vec![before, after], entries)?;
        if_told("conflicts", report.conflicts.len() as u64, step.maybe("conflicts", number)?)?;
        Ok(())
    }

    fn add_key(&self, step: &Fields<'a>) -> Done {
        let fields = Fields::of(step.value("new")?)?;
        let (unlock, new) = (self.key(step)?, self.key(&fields)?);
        fields.done()?;
        self.journal()?.add_key(unlock.unlock(), new.new_key())?;
        Ok(())
    }

    fn keys(&self, step: &Fields<'a>) -> Done {
        let kind = |kind: SlotKind| match kind {
            SlotKind::Platform => "device".to_owned(),
            kind => kebab(&kind),
        };
        let found: Vec<String> =
            self.journal()?.keys()?.into_iter().map(|slot| kind(slot.kind)).collect();
        Ok(same("kinds", found, texts(step.value("kinds")?)?)?)
    }

    fn vault(&mut self, step: &Fields<'a>) -> Done {
        let answers = match step.text("answers")? {
            "ok" => None,
            "locked" => Some(PlatformKeyError::Locked),
            "cancelled" => Some(PlatformKeyError::Cancelled),
            "invalidated" => Some(PlatformKeyError::Invalidated),
            "not-found" => Some(PlatformKeyError::NotFound),
            "failed" => Some(PlatformKeyError::Failed),
            other => return Err(format!("no such answer: '{other}'").into()),
        };
        self.stores.insert(step.text("name")?, answers);
        Ok(())
    }
}
