//! What is behind the one door: the vault and the diary in memory, always written together.

use vigie_model::{Day, Moment};
use vigie_vault::{RecordId, Vault};
use vigie_watch::Prompt;

use crate::diary::Diary;
use crate::stored::Stored;
use crate::today::{self, OpenPrompt};
use crate::{EntryId, JournalError, PromptId, RevisionId, check};

/// The open vault, and what it holds.
pub(crate) struct Opened {
    pub(crate) vault: Vault,
    pub(crate) diary: Diary,
}

impl Opened {
    pub(crate) fn append(&mut self, stored: Stored) -> Result<RecordId, JournalError> {
        let ids = self.append_all(vec![stored])?;
        ids.first().copied().ok_or(JournalError::Bug { what: "no record was written" })
    }

    /// Writes records in one transaction, then takes them into memory.
    pub(crate) fn append_all(
        &mut self,
        records: Vec<Stored>,
    ) -> Result<Vec<RecordId>, JournalError> {
        let payloads: Vec<_> = records.iter().map(Stored::to_bytes).collect::<Result<_, _>>()?;
        let payloads: Vec<&[u8]> = payloads.iter().map(|payload| payload.as_slice()).collect();
        let ids = self.vault.append(&payloads)?;
        for (id, stored) in ids.iter().zip(records) {
            self.diary.take(*id, stored);
        }
        Ok(ids)
    }

    /// The revisions of an entry that a new one stands in the place of.
    pub(crate) fn in_force(&self, id: EntryId) -> Result<Vec<RevisionId>, JournalError> {
        let heads: Vec<_> = self.diary.heads(id).collect();
        if heads.iter().all(|head| head.entry.is_none()) {
            return Err(JournalError::NoSuch);
        }
        Ok(heads.iter().map(|head| head.id).collect())
    }

    /// Writes records and the prompt that `day` asks for with them, if any, in one transaction: an
    /// entry is never there without its prompt. Gives the id of the first record.
    pub(crate) fn append_checked(
        &mut self,
        mut records: Vec<Stored>,
        day: Day,
        since: Day,
        now: Moment,
    ) -> Result<(RecordId, Option<OpenPrompt>), JournalError> {
        let tentative = self.with_these(&records);
        let pack = tentative.pack();
        let mut prompts: Vec<Prompt> =
            check::prompt(&tentative, pack, day, now).into_iter().collect();
        if since < now.day() {
            let completed = check::completed(&self.diary, &tentative, pack, since, now);
            prompts.extend(completed.into_iter().filter(|prompt| prompt.day != day));
        }
        let urgency = |n: &usize| prompts.get(*n).map(|prompt| (prompt.level, prompt.at_once));
        let urgent = (0..prompts.len()).rev().max_by_key(urgency);
        let before = records.len();
        records.extend(prompts.into_iter().map(Stored::Prompt));
        let ids = self.append_all(records)?;
        let first = *ids.first().ok_or(JournalError::Bug { what: "no record was written" })?;
        let shown = urgent.and_then(|n| ids.get(before + n)).map(|id| PromptId(*id));
        Ok((first, shown.and_then(|id| self.waiting(id, now))))
    }

    /// Writes what a table brought, and the prompt that its entries of `day` ask for. Of these alone, what the table says was
    /// said of them was said: a diary read into a new journal asks for no call a second time. What is told later is judged
    /// without it.
    pub(crate) fn append_table(
        &mut self,
        mut records: Vec<Stored>,
        day: Day,
        now: Moment,
    ) -> Result<(), JournalError> {
        let mut tentative = self.with_these(&records);
        tentative.take_brought_for_own();
        let prompt = check::prompt(&tentative, tentative.pack(), day, now);
        records.extend(prompt.map(Stored::Prompt));
        self.append_all(records).map(drop)
    }

    /// Writes a record that is no entry, and the prompts for what it makes a sign of since a day.
    pub(crate) fn append_judged(
        &mut self,
        stored: Stored,
        since: Day,
        now: Moment,
    ) -> Result<(), JournalError> {
        let mut records = vec![stored];
        let tentative = self.with_these(&records);
        let completed = check::completed(&self.diary, &tentative, tentative.pack(), since, now);
        records.extend(completed.into_iter().map(Stored::Prompt));
        self.append_all(records).map(drop)
    }

    /// The diary as it will be with these records.
    fn with_these(&self, records: &[Stored]) -> Diary {
        let mut diary = self.diary.clone();
        for (n, stored) in (0u128..).zip(records) {
            // The vault names records when it writes them; until then any name will do.
            diary.take(RecordId::new(n.to_be_bytes()), stored.clone());
        }
        diary
    }

    /// The first day that an entry speaks of in any version in force.
    pub(crate) fn since(&self, id: EntryId) -> Option<Day> {
        self.diary.heads(id).filter_map(|head| Some(head.entry.as_ref()?.day)).min()
    }

    /// A prompt that waits; or the one that says all of it again, made before it by a clock that has been set back since.
    pub(crate) fn waiting(&self, id: PromptId, now: Moment) -> Option<OpenPrompt> {
        let story = self.diary.prompts.get(&id)?;
        let mut open = today::open(&self.diary, now);
        let at = open
            .iter()
            .position(|open| open.id == id)
            .or_else(|| open.iter().position(|open| story.is_said_again_by(&open.prompt)))?;
        Some(open.swap_remove(at))
    }
}
