//! The journal in memory: every record read, revisions resolved, series ready.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use vigie_model::{Author, DailyEntry, Day, Item, Moment, Profile};
use vigie_report::{Cell, PromptStory};
use vigie_vault::{OlderAccepted, Parts, RecordId};
use vigie_watch::{Felt, Outcome, Prompt};

use crate::attachments::Attachment;
use crate::care::Care;
use crate::columns::Columns;
use crate::kept::Kept;
use crate::packs::PackChange;
use crate::people::People;
use crate::stored::Stored;
use crate::{AskedQuestion, AttachmentId, EntryId, PromptId, RevisionId};

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
    /// The person as they were described; what is in force of it is `profile`.
    people: People,
    /// Every entry with all its revisions, in the order in which they came.
    pub entries: BTreeMap<EntryId, Vec<Revision>>,
    /// The order in which entries came.
    order: Vec<EntryId>,
    pub prompts: BTreeMap<PromptId, PromptStory>,
    /// Prompts in the order of time.
    pub prompt_order: Vec<PromptId>,
    /// Prompts that a table brought: told, and never taken for what this journal said.
    brought: BTreeSet<PromptId>,
    /// What stands around the symptoms.
    pub care: Care,
    /// Files that belong to the person, in every version.
    pub kept: Vec<Kept>,
    /// Attachments, in the order in which they came.
    pub attachments: Vec<(AttachmentId, Attachment)>,
    /// When older copies were opened knowingly.
    pub older: Vec<(Moment, OlderAccepted)>,
    /// When the journal was rescued from a damaged one, and how many records were missing.
    pub rescued: Vec<(Moment, Option<u64>)>,
    /// Records that a rescue kept without being able to read them.
    pub unread: u64,
    /// Changes of the rules in force, in the order of time.
    pub packs: Vec<PackChange>,
    /// The answers by item, made when a series is first asked for and again after an entry came.
    columns: OnceCell<Arc<Columns>>,
}

impl Diary {
    /// The diary that these records make, whichever copy of the journal each was written in: prompts and what came of them
    /// are told in the order of time, not in that in which two copies were put together.
    pub(crate) fn of(records: Vec<(RecordId, Stored)>) -> Self {
        let mut diary = Self::default();
        let (mut outcomes, mut felt) = (Vec::new(), Vec::new());
        for (id, stored) in records {
            match stored {
                Stored::Prompt(prompt) => diary.take_prompt(PromptId(id), prompt),
                Stored::Outcome { of, outcome } => outcomes.push((of, outcome)),
                Stored::Urgency { at, of, felt: how } => felt.push((of, at, how)),
                Stored::Brought { prompt, outcomes: came, felt: how } => {
                    let of = PromptId(id);
                    diary.brought.insert(of);
                    diary.take_prompt(of, prompt);
                    outcomes.extend(came.into_iter().map(|outcome| (of, outcome)));
                    felt.extend(how.map(|(at, how)| (of, at, how)));
                }
                stored => diary.take(id, stored),
            }
        }
        // A merge may have brought what came of a prompt before it.
        outcomes.into_iter().for_each(|(of, outcome)| diary.take_outcome(of, outcome));
        felt.into_iter().for_each(|(of, at, felt)| diary.take_felt(of, at, felt));
        diary.tell_in_order();
        diary
    }

    /// Takes in one record. One that names another that is not there is taken as far as it goes: a journal that was rescued
    /// may lack any of its records.
    pub(crate) fn take(&mut self, id: RecordId, stored: Stored) {
        match stored {
            Stored::Profile { at, profile } => {
                let replaces = self.people.known_at(at);
                self.take_person(at, RevisionId(id), replaces, profile.into());
            }
            Stored::Person { at, replaces, profile } => {
                self.take_person(at, RevisionId(id), replaces, profile.into());
            }
            Stored::Described { at, replaces, profile } => {
                self.take_person(at, RevisionId(id), replaces, profile);
            }
            Stored::Entry { at, entry } => {
                self.take_revision(EntryId(id), id, at, Vec::new(), Some(entry));
            }
            Stored::Amended { at, of, replaces, entry } => {
                self.take_revision(of, id, at, vec![replaces], Some(entry));
            }
            Stored::Withdrawn { at, of } => {
                // What was there when it was written, and not what a merge put before it.
                let known = self.heads(of).filter(|revision| revision.at <= at);
                let replaces =
                    known.map(|revision| revision.id).chain([RevisionId(of.0)]).collect();
                self.take_revision(of, id, at, replaces, None);
            }
            Stored::Revised { at, of, replaces, entry } => {
                self.take_revision(of, id, at, replaces, entry);
            }
            Stored::Prompt(prompt) => {
                self.take_prompt(PromptId(id), prompt);
                self.tell_in_order();
            }
            Stored::Outcome { of, outcome } => {
                self.take_outcome(of, outcome);
                self.tell_in_order();
            }
            Stored::Urgency { at, of, felt } => self.take_felt(of, at, felt),
            Stored::Brought { prompt, outcomes, felt } => {
                let of = PromptId(id);
                self.brought.insert(of);
                self.take_prompt(of, prompt);
                outcomes.into_iter().for_each(|outcome| self.take_outcome(of, outcome));
                if let Some((at, felt)) = felt {
                    self.take_felt(of, at, felt);
                }
                self.tell_in_order();
            }
            Stored::Care { at, of, replaces, event } => {
                self.care.take(id, (at, Author::Person, of), replaces, event);
            }
            Stored::Told { at, by, of, replaces, event } => {
                self.care.take(id, (at, by, of), replaces, event);
            }
            Stored::Kept { at, replaces, paper, text } => {
                self.kept.push(Kept { at, id: RevisionId(id), replaces, paper, text });
            }
            Stored::Attachment { attachment, .. } => {
                self.attachments.push((AttachmentId(id), attachment));
            }
            Stored::OlderAccepted { at, found, known } => {
                self.older.push((at, OlderAccepted { found, anchored: known }));
            }
            Stored::Rescued { at, missing } => self.rescued.push((at, missing)),
            Stored::Unread { .. } => self.unread += 1,
            Stored::Rules { at, replaces, file } => {
                self.take_rules(RevisionId(id), at, replaces, file.as_deref());
            }
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
        self.people.take((at, id), replaces, profile);
        self.profile = self.people.in_force();
    }

    fn take_prompt(&mut self, id: PromptId, prompt: Prompt) {
        self.prompts.insert(id, PromptStory::new(prompt));
        self.prompt_order.push(id);
    }

    fn take_outcome(&mut self, of: PromptId, outcome: Outcome) {
        if let Some(story) = self.prompts.get_mut(&of) {
            story.outcomes.push(outcome);
        }
    }

    fn take_felt(&mut self, of: PromptId, at: Moment, felt: Felt) {
        if let Some(story) = self.prompts.get_mut(&of) {
            story.felt = story.felt.max(Some((at, felt)));
        }
    }

    /// Puts the prompts and what came of them in the order of time, whatever order their records lie in (those of one moment
    /// as they were written), and carries each that waits to the next one that says all of it again: three days of fever are
    /// one thing to call about, not three.
    fn tell_in_order(&mut self) {
        let prompts = &self.prompts;
        self.prompt_order.sort_by_key(|id| prompts.get(id).map(|story| story.prompt.at));
        for story in self.prompts.values_mut() {
            story.outcomes.sort_by_key(|outcome| outcome.at);
        }
        let mut later = self.prompt_order.as_slice();
        while let Some((id, rest)) = later.split_first() {
            later = rest;
            let carried_to = self.said_again(id, rest);
            let texts = self.prompts.get(id).map(|story| self.texts_of(&story.prompt));
            if let Some(story) = self.prompts.get_mut(id) {
                story.carried_to = carried_to;
                // Nearly always none, as before.
                if let Some(texts) = texts.filter(|texts| *texts != *story.texts) {
                    story.texts = Arc::new(texts);
                }
            }
        }
    }

    /// The day of the first of these later prompts that says again all that an earlier one says, and waits as it does, or was
    /// closed with it. What was closed alone closes no other: by the clock alone nobody can say which was there first.
    ///
    /// One that a table brought takes over nothing from one of this journal's own; and of those brought only the next few are
    /// looked at, for a table may hold any number.
    fn said_again(&self, earlier: &PromptId, later: &[PromptId]) -> Option<Day> {
        const NEXT: usize = 64;
        let brought = |id: &PromptId| self.brought.contains(id);
        let most = if brought(earlier) { NEXT } else { usize::MAX };
        let may = |id: &&PromptId| brought(earlier) || !brought(id);
        let later = later.iter().filter(may).take(most);
        let earlier = self.prompts.get(earlier)?;
        let mut later = later.filter_map(|id| self.prompts.get(id));
        let takes_over = |story: &&PromptStory| {
            earlier.is_said_again_by(&story.prompt) && story.closing() == earlier.closing()
        };
        Some(later.find(takes_over)?.prompt.day)
    }

    /// The prompts that wait with one that says them again, and are closed with it.
    pub(crate) fn carried_to(&self, later: PromptId) -> Vec<PromptId> {
        let Some(later) = self.prompts.get(&later) else { return Vec::new() };
        let with_it = |story: &PromptStory| {
            story.carried_to.is_some()
                && !story.is_closed()
                && story.is_said_again_by(&later.prompt)
        };
        self.stories().filter(|(_, story)| with_it(story)).map(|(id, _)| id).collect()
    }

    /// The attachments of which these parts are not all.
    pub(crate) fn incomplete(&self, parts: &Parts) -> Vec<AttachmentId> {
        let whole = |attachment: &Attachment| parts.hold(&attachment.blob());
        let attachments = self.attachments.iter();
        attachments.filter(|(_, attachment)| !whole(attachment)).map(|(id, _)| *id).collect()
    }

    /// The descriptions of the person that a new one stands in the place of.
    pub(crate) fn people(&self) -> Vec<RevisionId> {
        self.people.heads()
    }

    /// The revisions of an entry that no other one replaces, oldest first. More than one is a conflict, unless all of them
    /// say that it was withdrawn.
    pub(crate) fn heads(&self, of: EntryId) -> impl Iterator<Item = &Revision> {
        let revisions = self.entries.get(&of).map_or(&[][..], Vec::as_slice);
        let replaced = |id| revisions.iter().any(|later| later.replaces.contains(&id));
        let mut heads: Vec<_> =
            revisions.iter().filter(|revision| !replaced(revision.id)).collect();
        heads.sort_by_key(|revision| (revision.at, revision.id));
        heads.into_iter()
    }

    /// The entries that were changed in two copies of the journal.
    pub(crate) fn conflicts(&self) -> Vec<Conflict> {
        let conflict = |id: &EntryId| {
            let versions: Vec<Revision> = self.heads(*id).cloned().collect();
            let said = versions.iter().any(|version| version.entry.is_some());
            (versions.len() > 1 && said).then_some(Conflict { id: *id, versions })
        };
        self.order.iter().filter_map(conflict).collect()
    }

    /// The entries in force with their ids, by day, and then by the time they were first recorded, whichever copy that was
    /// in; those of one moment as they were written. An entry with a conflict is there with each of its versions.
    pub(crate) fn in_force(&self) -> Vec<(EntryId, &DailyEntry)> {
        let first = |id: &EntryId| self.entries.get(id)?.iter().map(|revision| revision.at).min();
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

    /// Every question, with its id when it is kept by itself.
    pub(crate) fn questions(&self) -> Vec<AskedQuestion> {
        let entries = self.in_force().into_iter().map(|(_, entry)| entry);
        let care = self.care.in_force();
        let asked = vigie_report::questions(entries, care.iter().map(|(id, one)| (*id, one)));
        asked.into_iter().map(|(id, asked)| AskedQuestion { id, asked }).collect()
    }

    /// A cell for each of these days, both included.
    pub(crate) fn series(&self, item: &Item, first: Day, last: Day) -> Vec<(Day, Cell)> {
        let made = || Arc::new(Columns::of(self.in_force().into_iter().map(|(_, entry)| entry)));
        self.columns.get_or_init(made).series(item, first, last)
    }

    /// Prompts in the order in which they came.
    /// Whether a table brought this prompt.
    pub(crate) fn is_brought(&self, id: PromptId) -> bool {
        self.brought.contains(&id)
    }

    /// From now on what a table brought counts as this journal's own: for a diary that is only thought of.
    pub(crate) fn take_brought_for_own(&mut self) {
        self.brought.clear();
    }

    /// The prompts that this journal made itself, in the order of time: what it said, and what was dealt with.
    pub(crate) fn own_stories(&self) -> impl Iterator<Item = (PromptId, &PromptStory)> {
        self.stories().filter(|(id, _)| !self.is_brought(*id))
    }

    pub(crate) fn stories(&self) -> impl Iterator<Item = (PromptId, &PromptStory)> {
        self.prompt_order.iter().filter_map(|id| Some((*id, self.prompts.get(id)?)))
    }
}
