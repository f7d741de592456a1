//! The journal in memory: every record read, revisions resolved, series ready.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use vigie_model::{DailyEntry, Day, Item, Moment, Profile};
use vigie_report::{Cell, PromptStory};
use vigie_vault::{OlderAccepted, RecordId};
use vigie_watch::Outcome;

use crate::attachments::Attachment;
use crate::columns::Columns;
use crate::stored::Stored;
use crate::{AttachmentId, EntryId, PromptId, RevisionId};

/// One revision of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// When it was recorded.
    pub at: Moment,
    /// The revisions it stands in the place of; none for the first.
    pub replaces: Vec<RevisionId>,
    /// What it says; `None` when the entry was withdrawn.
    pub entry: Option<DailyEntry>,
}

impl Revision {
    /// Whether it was filled in on a later day than the one it is about.
    pub fn filled_in_later(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| entry.day < self.at.day())
    }
}

/// An entry that was changed in two copies of the journal: both versions are in force, and the worse counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The entry.
    pub id: EntryId,
    /// The versions, oldest first. One may say that the entry was withdrawn.
    pub versions: Vec<Revision>,
}

/// Everything the vault holds, as the person knows it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Diary {
    pub profile: Profile,
    /// The descriptions of the person that no other one replaces; the latest is `profile`.
    people: Vec<(Moment, RevisionId, Profile)>,
    /// Every entry with all its revisions, in the order in which they came.
    pub entries: BTreeMap<EntryId, Vec<Revision>>,
    /// The order in which entries came.
    order: Vec<EntryId>,
    pub prompts: BTreeMap<PromptId, PromptStory>,
    /// The order in which prompts came.
    pub prompt_order: Vec<PromptId>,
    /// Attachments, in the order in which they came.
    pub attachments: Vec<(AttachmentId, Attachment)>,
    /// When older copies were opened knowingly.
    pub older: Vec<(Moment, OlderAccepted)>,
    /// When the journal was rescued from a damaged one, and how many records were missing.
    pub rescued: Vec<(Moment, Option<u64>)>,
    /// The answers by item, made when a series is first asked for and again after an entry came.
    columns: OnceCell<Arc<Columns>>,
}

impl Diary {
    /// The diary that these records make, whichever copy of the journal each was written in: prompts and what came of them
    /// are told in the order of time, not in that in which two copies were put together.
    pub(crate) fn of(records: Vec<(RecordId, Stored)>) -> Self {
        let mut diary = Self::default();
        let mut told = Vec::new();
        for (id, stored) in records {
            match &stored {
                Stored::Prompt(prompt) => told.push((prompt.at, id, stored)),
                Stored::Outcome { outcome, .. } => told.push((outcome.at, id, stored)),
                _ => diary.take(id, stored),
            }
        }
        told.sort_by_key(|(at, ..)| *at);
        // With a clock that was set back, an outcome may seem to come before its prompt.
        let mut early = Vec::new();
        for (_, id, stored) in told {
            match stored {
                Stored::Outcome { of, outcome } if !diary.prompts.contains_key(&of) => {
                    early.push((of, outcome));
                }
                stored => diary.take(id, stored),
            }
        }
        early.into_iter().for_each(|(of, outcome)| diary.take_outcome(of, outcome));
        diary
    }

    /// Takes in one record. One that names another that is not there is taken as far as it goes: a journal that was rescued
    /// may lack any of its records.
    pub(crate) fn take(&mut self, id: RecordId, stored: Stored) {
        match stored {
            Stored::Profile { at, profile } => {
                let replaces = self.people.iter().map(|(_, id, _)| *id).collect();
                self.take_person(at, RevisionId(id), replaces, profile);
            }
            Stored::Person { at, replaces, profile } => {
                self.take_person(at, RevisionId(id), replaces, profile);
            }
            Stored::Entry { at, entry } => {
                self.take_revision(EntryId(id), id, at, Vec::new(), Some(entry));
            }
            Stored::Amended { at, of, replaces, entry } => {
                self.take_revision(of, id, at, vec![replaces], Some(entry));
            }
            Stored::Withdrawn { at, of } => {
                let replaces = self.heads(of).map(|revision| revision.id).collect();
                self.take_revision(of, id, at, replaces, None);
            }
            Stored::Revised { at, of, replaces, entry } => {
                self.take_revision(of, id, at, replaces, entry);
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
            Stored::Outcome { of, outcome } => self.take_outcome(of, outcome),
            Stored::Attachment { attachment, .. } => {
                self.attachments.push((AttachmentId(id), attachment));
            }
            Stored::OlderAccepted { at, found, known } => {
                self.older.push((at, OlderAccepted { found, anchored: known }));
            }
            Stored::Rescued { at, missing } => self.rescued.push((at, missing)),
        }
    }

    fn take_revision(
        &mut self,
        of: EntryId,
        id: RecordId,
        at: Moment,
        replaces: Vec<RevisionId>,
        entry: Option<DailyEntry>,
    ) {
        self.columns.take();
        let revisions = self.entries.entry(of).or_default();
        if revisions.is_empty() {
            self.order.push(of);
        }
        revisions.push(Revision { id: RevisionId(id), at, replaces, entry });
    }

    fn take_person(
        &mut self,
        at: Moment,
        id: RevisionId,
        replaces: Vec<RevisionId>,
        profile: Profile,
    ) {
        self.people.retain(|(_, id, _)| !replaces.contains(id));
        self.people.push((at, id, profile));
        self.people.sort_by_key(|(at, id, _)| (*at, *id));
        if let Some((_, _, latest)) = self.people.last() {
            self.profile = latest.clone();
        }
    }

    fn take_outcome(&mut self, of: PromptId, outcome: Outcome) {
        if let Some(story) = self.prompts.get_mut(&of) {
            story.outcomes.push(outcome);
        }
    }

    /// The descriptions of the person that a new one stands in the place of.
    pub(crate) fn people(&self) -> Vec<RevisionId> {
        self.people.iter().map(|(_, id, _)| *id).collect()
    }

    /// The revisions of an entry that no other one replaces. More than one is a conflict.
    pub(crate) fn heads(&self, of: EntryId) -> impl Iterator<Item = &Revision> {
        let revisions = self.entries.get(&of).map_or(&[][..], Vec::as_slice);
        let replaced = |id| revisions.iter().any(|later| later.replaces.contains(&id));
        revisions.iter().filter(move |revision| !replaced(revision.id))
    }

    /// The entries that were changed in two copies of the journal.
    pub(crate) fn conflicts(&self) -> Vec<Conflict> {
        let conflict = |id: &EntryId| {
            let mut versions: Vec<Revision> = self.heads(*id).cloned().collect();
            versions.sort_by_key(|revision| (revision.at, revision.id));
            (versions.len() > 1).then_some(Conflict { id: *id, versions })
        };
        self.order.iter().filter_map(conflict).collect()
    }

    /// The entries in force with their ids, by day, and then by the time they were first recorded. An entry with a conflict
    /// is there with each of its versions.
    pub(crate) fn in_force(&self) -> Vec<(EntryId, &DailyEntry)> {
        let first = |id: &EntryId| Some(self.entries.get(id)?.first()?.at);
        let mut entries: Vec<_> = self
            .order
            .iter()
            .flat_map(|id| self.heads(*id).map(move |head| (*id, head)))
            .filter_map(|(id, head)| Some((first(&id), (id, head.entry.as_ref()?))))
            .collect();
        entries.sort_by_key(|(first, (_, entry))| (entry.day, *first));
        entries.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The days of the journal, each as one entry.
    pub(crate) fn days(&self) -> BTreeMap<Day, DailyEntry> {
        DailyEntry::days(self.in_force().into_iter().map(|(_, entry)| entry))
    }

    /// A cell for each of these days, both included.
    pub(crate) fn series(&self, item: &Item, first: Day, last: Day) -> Vec<(Day, Cell)> {
        let made = || Arc::new(Columns::of(self.in_force().into_iter().map(|(_, entry)| entry)));
        self.columns.get_or_init(made).series(item, first, last)
    }

    /// Prompts in the order in which they came.
    pub(crate) fn stories(&self) -> impl Iterator<Item = (PromptId, &PromptStory)> {
        self.prompt_order.iter().filter_map(|id| Some((*id, self.prompts.get(id)?)))
    }
}
