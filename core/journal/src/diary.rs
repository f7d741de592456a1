//! The journal in memory: every record read, revisions resolved, series ready.

use std::collections::BTreeMap;

use vigie_model::{DailyEntry, Day, Moment, Profile};
use vigie_report::PromptStory;
use vigie_vault::RecordId;

use crate::stored::Stored;
use crate::{EntryId, JournalError, PromptId, RevisionId};

/// One revision of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// When it was recorded.
    pub at: Moment,
    /// What it says; `None` when the entry was withdrawn.
    pub entry: Option<DailyEntry>,
}

impl Revision {
    /// Whether it was filled in on a later day than the one it is about.
    pub fn filled_in_later(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| entry.day < self.at.day())
    }
}

/// Everything the vault holds, as the person knows it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Diary {
    pub profile: Profile,
    /// Every entry with all its revisions, oldest first.
    pub entries: BTreeMap<EntryId, Vec<Revision>>,
    /// The order in which entries came.
    order: Vec<EntryId>,
    pub prompts: BTreeMap<PromptId, PromptStory>,
    /// The order in which prompts came.
    pub prompt_order: Vec<PromptId>,
}

impl Diary {
    /// Takes in one record, in the order of the vault.
    pub(crate) fn take(&mut self, id: RecordId, stored: Stored) -> Result<(), JournalError> {
        let lost = || JournalError::Damaged { what: "a record names one that is not there" };
        match stored {
            Stored::Profile { profile, .. } => self.profile = profile,
            Stored::Entry { at, entry } => {
                let revision = Revision { id: RevisionId(id), at, entry: Some(entry) };
                self.entries.insert(EntryId(id), vec![revision]);
                self.order.push(EntryId(id));
            }
            Stored::Amended { at, of, entry, .. } => {
                let revision = Revision { id: RevisionId(id), at, entry: Some(entry) };
                self.entries.get_mut(&of).ok_or_else(lost)?.push(revision);
            }
            Stored::Withdrawn { at, of } => {
                let revision = Revision { id: RevisionId(id), at, entry: None };
                self.entries.get_mut(&of).ok_or_else(lost)?.push(revision);
            }
            Stored::Prompt(prompt) => {
                // Three days of fever are one thing to call about, not three.
                for earlier in self.prompts.values_mut() {
                    if !earlier.is_closed() && earlier.is_said_again_by(&prompt) {
                        earlier.carried_to.get_or_insert(prompt.day);
                    }
                }
                self.prompts.insert(PromptId(id), PromptStory::new(prompt));
                self.prompt_order.push(PromptId(id));
            }
            Stored::Outcome { of, outcome } => {
                self.prompts.get_mut(&of).ok_or_else(lost)?.outcomes.push(outcome);
            }
        }
        Ok(())
    }

    /// The entries in force with their ids, by day and then in the order in which they came.
    pub(crate) fn in_force(&self) -> Vec<(EntryId, &DailyEntry)> {
        let mut entries: Vec<_> = self
            .order
            .iter()
            .filter_map(|id| Some((*id, self.entries.get(id)?.last()?.entry.as_ref()?)))
            .collect();
        entries.sort_by_key(|(_, entry)| entry.day);
        entries
    }

    /// The days of the journal, each as one entry.
    pub(crate) fn days(&self) -> BTreeMap<Day, DailyEntry> {
        DailyEntry::days(self.in_force().into_iter().map(|(_, entry)| entry))
    }

    /// Prompts in the order in which they came.
    pub(crate) fn stories(&self) -> impl Iterator<Item = (PromptId, &PromptStory)> {
        self.prompt_order.iter().filter_map(|id| Some((*id, self.prompts.get(id)?)))
    }
}
