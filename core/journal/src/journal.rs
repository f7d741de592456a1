//! The journal itself: what a shell can do with it.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::ThreadId;

use vigie_model::{Clock, DailyEntry, Day, Item, Moment, Profile, TreatmentLine};
use vigie_report::say::{self, SaidPrompt};
use vigie_report::{Cell, PromptStory};
use vigie_vault::{Anchoring, NewKey, OlderAccepted, RecoveryCode, Unlock, Vault};
use vigie_watch::{Call, Felt, Outcome};
use vigie_words::{Lang, Words};

use crate::diary::{Diary, Revision};
use crate::opened::Opened;
use crate::stored::Stored;
use crate::today::{self, NumberToCall, OpenPrompt, TodayView};
use crate::{AttachmentId, EntryId, JournalError, PromptId, check};

/// An open journal. `Send + Sync`; calls take turns.
///
/// ```no_run
/// # use std::sync::Arc;
/// # use vigie_journal::*;
/// # fn main() -> Result<(), JournalError> {
/// let dir = std::path::Path::new("my-journal");
/// let passphrase = Passphrase::new("quatre mots faciles à retenir");
/// let key = NewKey::Passphrase(&passphrase, KdfParams::default());
/// let anchoring = Anchoring::by(Arc::new(FileAnchor::new("elsewhere".into())));
/// let (journal, code) = Journal::create(dir, key, anchoring, Arc::new(SystemClock))?;
/// println!("Write this down: {code}");
///
/// let mut entry = DailyEntry::new(journal.today()?.day);
/// entry.answer("fatigue".parse()?, Answer::Rated(Rating::MAX));
/// if let Some(prompt) = journal.record(entry)?.prompt {
///     let words = Words::of(Lang::Fr);
///     println!("{}", say::headline(words, &prompt.prompt));
/// }
/// # Ok(())
/// # }
/// ```
pub struct Journal {
    /// In a box: what is moved about is its address, so that no copy of the keys is left where it lay.
    open: Mutex<Option<Box<Opened>>>,
    /// The thread whose call is under way: a key store or an anchor that calls back in would wait for itself.
    caller: Mutex<Option<ThreadId>>,
    clock: Arc<dyn Clock>,
}

/// A call that has its turn.
struct Turn<'a> {
    caller: &'a Mutex<Option<ThreadId>>,
    open: MutexGuard<'a, Option<Box<Opened>>>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.caller.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// What recording an entry gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The entry's id.
    pub id: EntryId,
    /// What it asks for, if anything. Nothing means only that no rule fired.
    pub prompt: Option<OpenPrompt>,
}

/// What [`Journal::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Records read again from the disk and checked.
    pub records: u64,
    /// Entries in force.
    pub entries: u64,
    /// Prompts.
    pub prompts: u64,
    /// Attachments that are whole, read to their last byte.
    pub attachments: u64,
    /// Attachments of which parts are missing, as after a rescue. A backup that has them brings them back
    /// ([`Journal::merge`]).
    pub incomplete: Vec<AttachmentId>,
    /// Records that a rescue kept without being able to read them.
    pub unread: u64,
    /// Whether an older copy, put back in this one's place, would be noticed.
    pub anchored: bool,
    /// Version of the file format.
    pub format: u16,
}

impl Journal {
    /// Creates a journal in `dir`, which may exist but holds none yet.
    ///
    /// The recovery code opens the journal when the passphrase or the phone is lost. It is shown
    /// once: the journal cannot tell it again.
    ///
    /// # Errors
    /// [`JournalError::AlreadyThere`], [`JournalError::Passphrase`] for one that is too short,
    /// [`JournalError::PlatformKey`], [`JournalError::DiskFull`], [`JournalError::Io`].
    pub fn create(
        dir: &Path,
        key: NewKey<'_>,
        anchoring: Anchoring,
        clock: Arc<dyn Clock>,
    ) -> Result<(Self, RecoveryCode), JournalError> {
        let (vault, code) = Vault::create(dir, key, anchoring)?;
        Ok((Self::new(vault, Diary::default(), clock), code))
    }

    /// Opens the journal in `dir`. An older copy that `anchoring` accepts is recorded as such.
    ///
    /// # Errors
    /// [`JournalError::NotFound`], [`JournalError::WrongKey`], [`JournalError::PlatformKey`],
    /// [`JournalError::InUse`], [`JournalError::Damaged`], [`JournalError::Tampered`],
    /// [`JournalError::OlderCopy`], [`JournalError::NewerVersion`], [`JournalError::Io`]. The files stay as they were
    /// after each.
    pub fn open(
        dir: &Path,
        unlock: Unlock<'_>,
        anchoring: Anchoring,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, JournalError> {
        let (vault, diary) =
            Vault::open_if(dir, unlock, anchoring, |records| Stored::all(&records).map(Diary::of))?;
        let older = vault.older_accepted();
        let journal = Self::new(vault, diary, clock);
        if let Some(OlderAccepted { found, anchored }) = older {
            let at = journal.now();
            let accepted = Stored::OlderAccepted { at, found, known: anchored };
            journal.with(|opened| opened.append(accepted).map(drop))?;
        }
        Ok(journal)
    }

    /// Whether there is a journal in `dir`, whatever state it is in.
    pub fn is_there(dir: &Path) -> bool {
        Vault::is_there(dir)
    }

    pub(crate) fn new(vault: Vault, diary: Diary, clock: Arc<dyn Clock>) -> Self {
        Self {
            open: Mutex::new(Some(Box::new(Opened { vault, diary }))),
            caller: Mutex::new(None),
            clock,
        }
    }

    /// The present moment, by the clock that was handed in.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The local offset at another moment, in minutes, by the same clock.
    pub(crate) fn offset_at(&self, utc_millis: i64) -> i16 {
        self.clock.offset_at(utc_millis)
    }

    /// One call at a time.
    fn turn(&self) -> Result<Turn<'_>, JournalError> {
        let caller = std::thread::current().id();
        let is_within = *self.caller.lock().unwrap_or_else(PoisonError::into_inner) == Some(caller);
        if is_within {
            return Err(JournalError::Bug { what: "a call from within a call" });
        }
        // A panic elsewhere leaves the diary as it was after the last whole call.
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        *self.caller.lock().unwrap_or_else(PoisonError::into_inner) = Some(caller);
        Ok(Turn { caller: &self.caller, open })
    }

    pub(crate) fn with<T>(
        &self,
        call: impl FnOnce(&mut Opened) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        call(self.turn()?.open.as_mut().ok_or(JournalError::Locked)?)
    }

    /// Records one sitting. Durable when this returns.
    ///
    /// An entry for an earlier day is welcome; it prompts when that day is at most a week ago.
    ///
    /// # Errors
    /// [`JournalError::Invalid`] for an empty entry or a day in the future,
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn record(&self, entry: DailyEntry) -> Result<Recorded, JournalError> {
        let now = self.now();
        entry.validate(now.day())?;
        let day = entry.day;
        self.with(|opened| {
            let entry = Stored::Entry { at: now, entry };
            let (id, prompt) = opened.append_checked(vec![entry], day, day, now)?;
            Ok(Recorded { id: EntryId(id), prompt })
        })
    }

    /// Corrects an entry: a new revision; what was said before stays in its history. Of an entry with
    /// a conflict it stands in the place of every version.
    ///
    /// # Errors
    /// As [`Journal::record`], and [`JournalError::NoSuch`] for an entry that is not in force.
    pub fn amend(&self, id: EntryId, entry: DailyEntry) -> Result<Recorded, JournalError> {
        let now = self.now();
        entry.validate(now.day())?;
        let day = entry.day;
        self.with(|opened| {
            let replaces = opened.in_force(id)?;
            let since = opened.since(id).map_or(day, |since| since.min(day));
            let amended = Stored::Revised { at: now, of: id, replaces, entry: Some(entry) };
            let (_, prompt) = opened.append_checked(vec![amended], day, since, now)?;
            Ok(Recorded { id, prompt })
        })
    }

    /// Takes an entry back. It is no longer counted or shown; its history stays.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn withdraw(&self, id: EntryId) -> Result<(), JournalError> {
        let now = self.now();
        self.with(|opened| {
            let replaces = opened.in_force(id)?;
            let since = opened.since(id).unwrap_or(now.day());
            let withdrawn = Stored::Revised { at: now, of: id, replaces, entry: None };
            opened.append_judged(withdrawn, since, now)
        })
    }

    /// Every revision of an entry, in the order in which they came into this copy of the journal.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::Locked`].
    pub fn history_of(&self, id: EntryId) -> Result<Vec<Revision>, JournalError> {
        self.with(|opened| opened.diary.entries.get(&id).cloned().ok_or(JournalError::NoSuch))
    }

    /// What the journal knows of the person.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn profile(&self) -> Result<Profile, JournalError> {
        self.with(|opened| Ok(opened.diary.profile.clone()))
    }

    /// Says anew what the journal knows of the person.
    ///
    /// # Errors
    /// [`JournalError::Invalid`] for a treatment line that ends before it begins, [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn set_profile(&self, profile: Profile) -> Result<(), JournalError> {
        profile.treatments.iter().try_for_each(TreatmentLine::validate)?;
        let at = self.now();
        self.with(|opened| {
            let replaces = opened.diary.people();
            opened.append_judged(Stored::Described { at, replaces, profile }, Day::FIRST, at)
        })
    }

    /// The state of today: what is asked, what is open, what was missed.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn today(&self) -> Result<TodayView, JournalError> {
        let now = self.now();
        self.with(|opened| Ok(TodayView::new(&opened.diary, now)))
    }

    /// Who answers a call at a moment: the first contact of the team that does, its line for the night, or 15 and 112.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn who_answers(&self, at: Moment) -> Result<Call, JournalError> {
        self.with(|opened| Ok(today::who_answers(&opened.diary, at)))
    }

    /// Every entry in force, by day.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn entries(&self) -> Result<Vec<(EntryId, DailyEntry)>, JournalError> {
        self.with(|opened| {
            let entries = opened.diary.in_force();
            Ok(entries.into_iter().map(|(id, entry)| (id, entry.clone())).collect())
        })
    }

    /// One series: a cell for each of the last `days` days, today last.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn series(&self, item: &Item, days: u16) -> Result<Vec<(Day, Cell)>, JournalError> {
        let today = self.now().day();
        self.with(|opened| {
            let first = today.plus(1 - i32::from(days));
            Ok(opened.diary.series(item, first, today))
        })
    }

    /// Prompts that wait for the person, the most urgent first.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn open_prompts(&self) -> Result<Vec<OpenPrompt>, JournalError> {
        let now = self.now();
        self.with(|opened| Ok(today::open(&opened.diary, now)))
    }

    /// Every prompt ever made with what came of it, oldest first.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn prompts(&self) -> Result<Vec<(PromptId, PromptStory)>, JournalError> {
        self.with(|opened| {
            Ok(opened.diary.stories().map(|(id, story)| (id, story.clone())).collect())
        })
    }

    /// A prompt in words, whichever pack spoke.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::Locked`].
    pub fn say_prompt(&self, id: PromptId, lang: Lang) -> Result<SaidPrompt, JournalError> {
        self.with(|opened| {
            let story = opened.diary.prompts.get(&id).ok_or(JournalError::NoSuch)?;
            Ok(say::prompt(Words::of(lang), &story.prompt, &story.texts))
        })
    }

    /// The numbers to call for a prompt that waits ([`OpenPrompt::numbers`]).
    ///
    /// # Errors
    /// [`JournalError::NoSuch`] when there is no such prompt or it is resolved already, [`JournalError::Locked`].
    pub fn numbers_to_call(
        &self,
        id: PromptId,
        lang: Lang,
    ) -> Result<Vec<NumberToCall>, JournalError> {
        let open = self.open_prompts()?.into_iter().find(|open| open.id == id);
        Ok(open.ok_or(JournalError::NoSuch)?.numbers(lang))
    }

    /// Records what the person did about a prompt. Gives the prompt when it is still open.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`] when there is no such prompt or it is resolved already,
    /// [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn resolve(
        &self,
        id: PromptId,
        outcome: Outcome,
    ) -> Result<Option<OpenPrompt>, JournalError> {
        let now = self.now();
        self.with(|opened| {
            let open = |diary: &Diary| today::open(diary, now).into_iter().find(|p| p.id == id);
            open(&opened.diary).ok_or(JournalError::NoSuch)?;
            // What waits with it is closed with it, in so many words.
            let with_it =
                if outcome.kind.closes() { opened.diary.carried_to(id) } else { Vec::new() };
            let of = std::iter::once(id).chain(with_it);
            let records = of.map(|of| Stored::Outcome { of, outcome: outcome.clone() });
            opened.append_all(records.collect())?;
            Ok(open(&opened.diary))
        })
    }

    /// Keeps how urgent a prompt feels to the person, for the report. Nothing is asked later or
    /// less urgently for it.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn feels(&self, of: PromptId, felt: Felt) -> Result<(), JournalError> {
        let at = self.now();
        self.with(|opened| {
            opened.diary.prompts.get(&of).ok_or(JournalError::NoSuch)?;
            opened.append(Stored::Urgency { at, of, felt }).map(drop)
        })
    }

    /// Sees whether the journal was silent after a prompt, and if so makes one prompt of it, dated
    /// today: at most one for one silence. A shell calls it after opening; an entry that is
    /// recorded first says the same.
    ///
    /// # Errors
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn notice_silence(&self) -> Result<Option<OpenPrompt>, JournalError> {
        let now = self.now();
        self.with(|opened| {
            let Some(prompt) = check::silence(&opened.diary, opened.diary.pack(), now) else {
                return Ok(None);
            };
            let id = PromptId(opened.append(Stored::Prompt(prompt))?);
            Ok(opened.waiting(id, now))
        })
    }

    /// Reads every record and every part of every attachment again from the disk, and checks that they are all there.
    ///
    /// # Errors
    /// [`JournalError::Damaged`], [`JournalError::Tampered`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn verify(&self) -> Result<Verified, JournalError> {
        self.with(|opened| {
            let report = opened.vault.verify()?;
            let Opened { vault, diary } = opened;
            let incomplete = diary.incomplete(&report.parts);
            let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
            Ok(Verified {
                records: report.records,
                entries: count(diary.in_force().len()),
                prompts: count(diary.prompts.len()),
                attachments: count(diary.attachments.len() - incomplete.len()),
                incomplete,
                unread: diary.unread,
                anchored: vault.is_anchored(),
                format: report.format,
            })
        })
    }

    /// Whether an older copy, put back in this one's place, would be noticed: there is an anchor, and it could be told of
    /// all that was recorded.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn is_anchored(&self) -> Result<bool, JournalError> {
        self.with(|opened| Ok(opened.vault.is_anchored()))
    }

    /// Locks the journal: keys are wiped, every later call gives [`JournalError::Locked`].
    ///
    /// # Errors
    /// [`JournalError::Io`] when the last tidying of the file failed; it is locked all the same,
    /// and nothing recorded is lost. [`JournalError::Bug`] from within another call of this journal.
    pub fn lock(&self) -> Result<(), JournalError> {
        let mut turn = self.turn()?;
        match turn.open.take() {
            Some(opened) => Ok(opened.vault.close()?),
            None => Ok(()),
        }
    }
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").finish_non_exhaustive()
    }
}
