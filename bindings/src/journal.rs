//! The journal: opening, entries, prompts, keys. What stands around the symptoms and what comes in and goes out are in the modules
//! beside it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use vigie_journal::{
    EntryId, Felt, Item, Lang, Moment, OutcomeKind, Profile, PromptId, RecoveryCode, UnfinishedForm,
};

use crate::JournalError;
use crate::entry::{DailyEntry, Doubt, KeptEntry, Recorded, Revision, SeriesDay, TodayView};
use crate::keys::{Held, Key, NewKey, Unlock};
use crate::person::Call;
use crate::platform::{JournalAnchor, JournalClock, anchoring, clock};
use crate::prompt::{NumberToCall, OpenPrompt, PromptStory, SaidPrompt};

/// An open journal. Any thread may call; calls take turns, and each is durable when it returns. Calls read and write files, so an
/// app makes them off its UI thread. After `lock` every call fails with `Locked`, but `now`, which tells the
/// time.
#[derive(uniffi::Object)]
pub struct Journal {
    pub(crate) core: vigie_journal::Journal,
    /// Of a journal that was just made, until it is taken.
    code: Mutex<Option<RecoveryCode>>,
}

impl Journal {
    pub(crate) fn of((core, code): (vigie_journal::Journal, Option<RecoveryCode>)) -> Arc<Self> {
        Arc::new(Self { core, code: Mutex::new(code) })
    }

    fn taken_code(&self) -> Option<RecoveryCode> {
        self.code.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Each as the app's form of it.
pub(crate) fn all<T, U: From<T>>(core: Vec<T>) -> Vec<U> {
    core.into_iter().map(U::from).collect()
}

/// What stands in a form that is not kept yet, as it was typed. What the names mean is the app's.
#[uniffi::remote(Record)]
pub struct UnfinishedForm {
    /// Which form.
    pub form: String,
    /// What stands in its fields.
    pub values: BTreeMap<String, String>,
}

/// Whether there is a journal in this folder, whatever state it is in.
#[uniffi::export]
pub fn is_there(dir: String) -> bool {
    vigie_journal::Journal::is_there(Path::new(&dir))
}

#[uniffi::export]
impl Journal {
    /// Creates a journal in a folder, which may exist but holds none yet. The code that opens it when the passphrase or
    /// the phone is lost can then be taken, once.
    ///
    /// Fails with `AlreadyThere`, `Passphrase` for one that is too short, `DeviceKey`, `DiskFull`, `Io`.
    #[uniffi::constructor(default(anchor = None, clock = None))]
    pub fn create(
        dir: String,
        key: NewKey,
        anchor: Option<Arc<dyn JournalAnchor>>,
        clock: Option<Arc<dyn JournalClock>>,
    ) -> Result<Arc<Self>, JournalError> {
        let (key, anchoring) = (Held::try_from(key)?, anchoring(anchor, false));
        let (core, code) = vigie_journal::Journal::create(
            Path::new(&dir),
            key.new_key(),
            anchoring,
            self::clock(clock),
        )?;
        Ok(Self::of((core, Some(code))))
    }

    /// Opens the journal in a folder. An older copy is opened when that is accepted on purpose, after `OlderCopy`
    /// was shown.
    ///
    /// Fails with `NotFound`, `WrongKey`, `DeviceKey`, `InUse`, `Damaged`, `Tampered`, `OlderCopy`, `NewerVersion`, `Io`. The files
    /// stay as they were after each.
    #[uniffi::constructor(default(anchor = None, clock = None, accept_older = false))]
    pub fn open(
        dir: String,
        unlock: Unlock,
        anchor: Option<Arc<dyn JournalAnchor>>,
        clock: Option<Arc<dyn JournalClock>>,
        accept_older: bool,
    ) -> Result<Arc<Self>, JournalError> {
        let (key, anchoring) = (Held::try_from(unlock)?, anchoring(anchor, accept_older));
        let core = vigie_journal::Journal::open(
            Path::new(&dir),
            key.unlock(),
            anchoring,
            self::clock(clock),
        )?;
        Ok(Self::of((core, None)))
    }

    /// The recovery code of a journal that was just created or restored, once: nobody can tell it again. Show it to be written
    /// down, and have it read back.
    pub fn take_recovery_code(&self) -> Option<String> {
        self.taken_code().map(|code| code.to_string())
    }

    /// Locks the journal: keys are wiped, every later call fails with `Locked`. A call of another thread that has begun is waited
    /// for. Locking again does nothing. A recovery code that nobody took is gone with it.
    ///
    /// Fails with `Io` when the last tidying of the file failed; it is locked all the same, and nothing recorded is lost.
    pub fn lock(&self) -> Result<(), JournalError> {
        drop(self.taken_code());
        Ok(self.core.lock()?)
    }

    /// The present moment, by the clock that was handed in.
    pub fn now(&self) -> Moment {
        self.core.now()
    }

    /// Records one sitting. An entry for an earlier day is welcome; it prompts when that day is at most a week ago.
    ///
    /// Fails with `Invalid` for an empty entry or a day in the future, `DiskFull`, `Locked`, `Io`.
    pub fn record(&self, entry: DailyEntry) -> Result<Recorded, JournalError> {
        Ok(self.core.record(entry.into())?.into())
    }

    /// The measures of an entry to ask back before it is recorded: possible values that are rare, or far from the weight before.
    ///
    /// Fails with `Locked`.
    pub fn doubts(&self, entry: DailyEntry) -> Result<Vec<Doubt>, JournalError> {
        Ok(all(self.core.doubts(&entry.into())?))
    }

    /// Corrects an entry: a new revision; what was said before stays in its history.
    ///
    /// Fails as `record`, and with `NoSuch` for an entry that is not in force.
    pub fn amend(&self, id: EntryId, entry: DailyEntry) -> Result<Recorded, JournalError> {
        Ok(self.core.amend(id, entry.into())?.into())
    }

    /// Takes an entry back. It is no longer counted or shown; its history stays.
    ///
    /// Fails with `NoSuch`, `DiskFull`, `Locked`, `Io`.
    pub fn withdraw(&self, id: EntryId) -> Result<(), JournalError> {
        Ok(self.core.withdraw(id)?)
    }

    /// Every revision of an entry, in the order in which they came into this copy of the journal.
    ///
    /// Fails with `NoSuch`, `Locked`.
    pub fn history_of(&self, id: EntryId) -> Result<Vec<Revision>, JournalError> {
        Ok(all(self.core.history_of(id)?))
    }

    /// Every entry in force, by day.
    ///
    /// Fails with `Locked`.
    pub fn entries(&self) -> Result<Vec<KeptEntry>, JournalError> {
        Ok(all(self.core.entries()?))
    }

    /// Keeps an entry that is not finished, in place of the one that was kept; none forgets it. It need not be one that
    /// `record` would take. It is encrypted and on this device only: no report and no backup has it. An app keeps one at each
    /// touch, so that a telephone call, a crash or a lock takes nothing away, and forgets it when the entry is recorded.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`; what was kept before is then still there.
    pub fn keep_draft(&self, entry: Option<DailyEntry>) -> Result<(), JournalError> {
        Ok(self.core.keep_draft(entry.map(Into::into))?)
    }

    /// Records that the person is too unwell to go on: what was begun counts, and whatever else is asked today is told as too unwell to
    /// answer. Nothing is left to go on with.
    ///
    /// Fails as `record` does.
    pub fn record_too_unwell(&self, begun: DailyEntry) -> Result<Recorded, JournalError> {
        Ok(self.core.record_too_unwell(begun.into())?.into())
    }

    /// The entry that was kept last and not forgotten. One that does not read is none.
    ///
    /// Fails with `Locked`, `Io`.
    pub fn draft(&self) -> Result<Option<DailyEntry>, JournalError> {
        Ok(self.core.draft()?.map(Into::into))
    }

    /// Keeps a form that is not finished, in place of the one that was kept; none forgets it. Encrypted and on this device only,
    /// as a draft is.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`; what was kept before is then still there.
    pub fn keep_form(&self, form: Option<UnfinishedForm>) -> Result<(), JournalError> {
        Ok(self.core.keep_form(form.as_ref())?)
    }

    /// The form that was kept last and not forgotten. One that does not read is none.
    ///
    /// Fails with `Locked`, `Io`.
    pub fn form(&self) -> Result<Option<UnfinishedForm>, JournalError> {
        Ok(self.core.form()?)
    }

    /// The state of today: what is asked, what is open, what was missed.
    ///
    /// Fails with `Locked`.
    pub fn today(&self) -> Result<TodayView, JournalError> {
        Ok(self.core.today()?.into())
    }

    /// One series: each of the last `days` days, today last.
    ///
    /// Fails with `Locked`, and `Invalid` for an item that is none.
    pub fn series(&self, item: Item, days: u16) -> Result<Vec<SeriesDay>, JournalError> {
        let series = self.core.series(&item, days)?;
        Ok(series.into_iter().map(|(day, cell)| SeriesDay { day, cell: cell.into() }).collect())
    }

    /// What the journal knows of the person.
    ///
    /// Fails with `Locked`.
    pub fn profile(&self) -> Result<Profile, JournalError> {
        Ok(self.core.profile()?)
    }

    /// Says anew what the journal knows of the person.
    ///
    /// Fails with `Invalid` for a treatment line that ends before it begins, `DiskFull`, `Locked`, `Io`.
    pub fn set_profile(&self, profile: Profile) -> Result<(), JournalError> {
        Ok(self.core.set_profile(profile)?)
    }

    /// Prompts that wait for the person, the most urgent first.
    ///
    /// Fails with `Locked`.
    pub fn open_prompts(&self) -> Result<Vec<OpenPrompt>, JournalError> {
        Ok(all(self.core.open_prompts()?))
    }

    /// Every prompt ever made with what came of it, oldest first.
    ///
    /// Fails with `Locked`.
    pub fn prompts(&self) -> Result<Vec<PromptStory>, JournalError> {
        Ok(all(self.core.prompts()?))
    }

    /// Records what the person did about a prompt. Gives the prompt when it is still open.
    ///
    /// Fails with `NoSuch` when there is no such prompt or it is resolved already, `DiskFull`, `Locked`, `Io`.
    #[uniffi::method(default(contact = None, advice = None))]
    pub fn resolve(
        &self,
        id: PromptId,
        kind: OutcomeKind,
        contact: Option<vigie_journal::Label>,
        advice: Option<vigie_journal::Note>,
    ) -> Result<Option<OpenPrompt>, JournalError> {
        let outcome = vigie_journal::Outcome { at: self.core.now(), kind, contact, advice };
        Ok(self.core.resolve(id, outcome)?.map(OpenPrompt::from))
    }

    /// Keeps how urgent a prompt feels to the person, for the report. Nothing is asked later or less urgently for it.
    ///
    /// Fails with `NoSuch`, `DiskFull`, `Locked`, `Io`.
    pub fn feels(&self, id: PromptId, felt: Felt) -> Result<(), JournalError> {
        Ok(self.core.feels(id, felt)?)
    }

    /// Sees whether the journal was silent after a prompt, and if so makes one prompt of it: at most one for one silence. To be
    /// called after opening.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`.
    pub fn notice_silence(&self) -> Result<Option<OpenPrompt>, JournalError> {
        Ok(self.core.notice_silence()?.map(OpenPrompt::from))
    }

    /// Who answers a call at a moment: the first contact of the team that does, its line for the night, or 15 and 112.
    ///
    /// Fails with `Locked`.
    pub fn who_answers(&self, at: Moment) -> Result<Call, JournalError> {
        Ok(self.core.who_answers(at)?.into())
    }

    /// A prompt in words.
    ///
    /// Fails with `NoSuch`, `Locked`.
    pub fn say(&self, id: PromptId, lang: Lang) -> Result<SaidPrompt, JournalError> {
        Ok(self.core.say_prompt(id, lang)?.into())
    }

    /// The numbers to call for a prompt that waits, the first first: 15 and 112 before the team's for what means now, and where nobody of
    /// the team answers; none when the team gave none.
    ///
    /// Fails with `NoSuch`, `Locked`.
    pub fn numbers_to_call(
        &self,
        id: PromptId,
        lang: Lang,
    ) -> Result<Vec<NumberToCall>, JournalError> {
        Ok(all(self.core.numbers_to_call(id, lang)?))
    }

    /// The keys of the journal.
    ///
    /// Fails with `Locked`.
    pub fn keys(&self) -> Result<Vec<Key>, JournalError> {
        Ok(all(self.core.keys()?))
    }

    /// Adds a key; `unlock` is one that opens the journal now. Gives its name.
    ///
    /// Fails with `WrongKey`, `Passphrase`, `DeviceKey`, `TooManyKeys`, `DiskFull`, `Locked`, `Io`.
    pub fn add_key(&self, unlock: Unlock, key: NewKey) -> Result<String, JournalError> {
        let (unlock, key) = (Held::try_from(unlock)?, Held::try_from(key)?);
        Ok(self.core.add_key(unlock.unlock(), key.new_key())?.to_string())
    }

    /// Puts a key in the place of those of its kind that `unlock` opens, and leaves the others. Gives how many it replaced.
    ///
    /// Fails as adding a key.
    pub fn replace_key(&self, unlock: Unlock, key: NewKey) -> Result<u32, JournalError> {
        let (unlock, key) = (Held::try_from(unlock)?, Held::try_from(key)?);
        let replaced = self.core.replace_key(unlock.unlock(), key.new_key())?;
        Ok(u32::try_from(replaced).unwrap_or(u32::MAX))
    }

    /// Removes a key by its name.
    ///
    /// Fails with `LastKey`, `NoSuch`, `DiskFull`, `Locked`, `Io`.
    pub fn remove_key(&self, id: String) -> Result<(), JournalError> {
        let slots = self.core.keys()?;
        let slot = slots.into_iter().find(|slot| slot.id.to_string() == id);
        Ok(self.core.remove_key(slot.ok_or(vigie_journal::JournalError::NoSuch)?.id)?)
    }

    /// Everything is sealed anew under these keys, and only they open the journal from then on: for the day when somebody else may
    /// have had a key.
    ///
    /// Fails with `Passphrase`, `DeviceKey`, `LastKey` without a passphrase or recovery code, `Damaged` (nothing is changed then),
    /// `DiskFull`, `Locked`, `Io`.
    pub fn rotate_keys(&self, keys: Vec<NewKey>) -> Result<(), JournalError> {
        let held: Vec<Held> = keys.into_iter().map(Held::try_from).collect::<Result<_, _>>()?;
        let keys: Vec<vigie_journal::NewKey<'_>> = held.iter().map(Held::new_key).collect();
        Ok(self.core.rotate_keys(&keys)?)
    }

    /// Whether an older copy, put back in this one's place, would be noticed: there is an anchor, and it could be told of all that
    /// was recorded.
    ///
    /// Fails with `Locked`.
    pub fn is_anchored(&self) -> Result<bool, JournalError> {
        Ok(self.core.is_anchored()?)
    }
}
