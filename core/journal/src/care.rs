//! What stands around the symptoms: results, scans, appointments, questions, support, consents, medicines, wishes, changes of
//! treatment. Kept as told, amended, taken back. No finding ever comes of it.

use std::collections::BTreeMap;

use vigie_model::{Author, By, CareEvent, Day, Moment, Question};
use vigie_vault::RecordId;

use crate::stored::Stored;
use crate::{CareId, Journal, JournalError, RevisionId};

/// One revision.
#[derive(Debug, Clone)]
struct Said {
    at: Moment,
    by: Author,
    id: RevisionId,
    replaces: Vec<RevisionId>,
    event: Option<CareEvent>,
}

/// A question, whichever way it was noted.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedQuestion {
    /// Its id, when it is kept by itself; one that was only noted in a check-in has none.
    pub id: Option<CareId>,
    /// The question, who asked it, and its answer once there is one.
    pub asked: By<Question>,
}

/// Something that was changed in two copies of the journal: every version is in force, until it is amended again.
#[derive(Debug, Clone, PartialEq)]
pub struct CareConflict {
    /// What it is about.
    pub id: CareId,
    /// The versions, oldest first: when each was written, and what it says, by whom. One may say that it was taken back.
    pub versions: Vec<(Moment, By<Option<CareEvent>>)>,
}

/// Every event with all its revisions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Care {
    said: BTreeMap<CareId, Vec<Said>>,
    /// The order in which they came.
    order: Vec<CareId>,
}

impl Care {
    /// Takes in one revision, whichever copy of the journal it was written in.
    pub(crate) fn take(
        &mut self,
        id: RecordId,
        (at, by, of): (Moment, Author, Option<CareId>),
        replaces: Vec<RevisionId>,
        event: Option<CareEvent>,
    ) {
        let of = of.unwrap_or(CareId(id));
        let revisions = self.said.entry(of).or_default();
        if revisions.is_empty() {
            self.order.push(of);
        }
        revisions.push(Said { at, by, id: RevisionId(id), replaces, event });
    }

    /// The revisions that no other one replaces, oldest first: more than one when two copies of the journal changed it.
    fn heads(revisions: &[Said]) -> Vec<&Said> {
        let replaced = |id| revisions.iter().any(|later| later.replaces.contains(&id));
        let mut heads: Vec<&Said> =
            revisions.iter().filter(|revision| !replaced(revision.id)).collect();
        heads.sort_by_key(|revision| (revision.at, revision.id));
        heads
    }

    /// What a new revision of this one stands in the place of.
    fn replaced(&self, id: CareId) -> Result<Vec<RevisionId>, JournalError> {
        let heads = Self::heads(self.said.get(&id).ok_or(JournalError::NoSuch)?);
        if heads.iter().all(|head| head.event.is_none()) {
            return Err(JournalError::NoSuch);
        }
        Ok(heads.iter().map(|head| head.id).collect())
    }

    /// What two copies of the journal changed in two ways.
    pub(crate) fn conflicts(&self) -> Vec<CareConflict> {
        let conflict = |id: &CareId| {
            let heads = Self::heads(self.said.get(id)?);
            let mut versions: Vec<(Moment, By<Option<CareEvent>>)> = Vec::new();
            for head in heads {
                let told = head.event.clone();
                if !versions.iter().any(|(_, there)| there.told == told) {
                    versions.push((head.at, By { author: head.by.clone(), told }));
                }
            }
            (versions.len() > 1).then_some(CareConflict { id: *id, versions })
        };
        self.order.iter().filter_map(conflict).collect()
    }

    /// What is in force, by day and then by the moment it was first told, that of one moment as it was written. What two copies
    /// of the journal changed in two ways is there both ways under one id, until it is amended again.
    pub(crate) fn in_force(&self) -> Vec<(CareId, By<CareEvent>)> {
        let mut all = Vec::new();
        for (id, revisions) in self.order.iter().filter_map(|id| self.said.get_key_value(id)) {
            // What replaces nothing was told first, whatever the clocks said of what came after.
            let first = revisions
                .iter()
                .min_by_key(|revision| (!revision.replaces.is_empty(), revision.at, revision.id));
            let author = first.map(|first| first.by.clone()).unwrap_or_default();
            let first = first.map(|first| first.at);
            let mut events: Vec<&CareEvent> = Vec::new();
            for event in Self::heads(revisions).into_iter().filter_map(|head| head.event.as_ref()) {
                // Changed in the same way in both, it is one.
                if !events.contains(&event) {
                    events.push(event);
                }
            }
            let by = |told: &CareEvent| By { author: author.clone(), told: told.clone() };
            all.extend(events.into_iter().map(|event| (first, *id, by(event))));
        }
        all.sort_by_key(|(first, _, event)| (event.told.day(), *first));
        all.into_iter().map(|(_, id, event)| (id, event)).collect()
    }

    /// The days from which on something else was given, in no order. The watch asks for them at each of its looks, so nothing is
    /// copied or sorted.
    pub(crate) fn changes_of_treatment(&self) -> Vec<Day> {
        let is_one = |revision: &Said| matches!(revision.event, Some(CareEvent::Change(_)));
        let changes = self.said.values().filter(|revisions| revisions.iter().any(is_one));
        let in_force = changes.flat_map(|revisions| Self::heads(revisions));
        let day = |revision: &Said| match &revision.event {
            Some(CareEvent::Change(change)) if change.kind.changes_what_is_given() => {
                Some(change.day)
            }
            _ => None,
        };
        in_force.filter_map(day).collect()
    }

    /// The days on which the person saw their team, oldest first.
    pub(crate) fn consultations(&self) -> Vec<Day> {
        self.in_force().into_iter().filter_map(|(_, one)| one.told.consultation()).collect()
    }
}

impl Journal {
    /// Keeps something as it was told, by the person unless it says who told it. One that says the same as one in force is
    /// that one: told twice, it is kept once. Nothing is asked or prompted because of it.
    ///
    /// # Errors
    /// [`JournalError::Invalid`] as [`CareEvent::validate_at`], [`JournalError::DiskFull`], [`JournalError::Locked`],
    /// [`JournalError::Io`].
    pub fn add_care(&self, one: impl Into<By<CareEvent>>) -> Result<CareId, JournalError> {
        let at = self.now();
        let By { author: by, told } = one.into();
        told.validate_at(at)?;
        self.with(|opened| {
            let there = opened.diary.care.in_force();
            if let Some((id, _)) = there.into_iter().find(|(_, there)| there.told == told) {
                return Ok(id);
            }
            let (of, replaces) = (None, Vec::new());
            opened.append(Stored::Told { at, by, of, replaces, event: Some(told) }).map(CareId)
        })
    }

    /// Corrects one, in the place of every version in force; what was said before stays in the journal, and so does who told
    /// it first.
    ///
    /// # Errors
    /// As [`Journal::add_care`], and [`JournalError::NoSuch`] for one that is not in force.
    pub fn amend_care(
        &self,
        id: CareId,
        one: impl Into<By<CareEvent>>,
    ) -> Result<(), JournalError> {
        let one = one.into();
        one.told.validate_at(self.now())?;
        self.revise_care(id, one.author, Some(one.told))
    }

    /// Takes one back. It is no longer told; its history stays.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn withdraw_care(&self, id: CareId) -> Result<(), JournalError> {
        self.revise_care(id, Author::Person, None)
    }

    fn revise_care(
        &self,
        id: CareId,
        by: Author,
        event: Option<CareEvent>,
    ) -> Result<(), JournalError> {
        let at = self.now();
        self.with(|opened| {
            let replaces = opened.diary.care.replaced(id)?;
            opened.append(Stored::Told { at, by, of: Some(id), replaces, event }).map(drop)
        })
    }

    /// Everything around the symptoms in force, by day. One that two copies of the journal changed in two ways is there with
    /// each of its versions, under one id.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn care(&self) -> Result<Vec<(CareId, By<CareEvent>)>, JournalError> {
        self.with(|opened| Ok(opened.diary.care.in_force()))
    }

    /// What was changed in two copies of the journal and is in force with both versions; [`Journal::amend_care`] settles one.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn care_conflicts(&self) -> Result<Vec<CareConflict>, JournalError> {
        self.with(|opened| Ok(opened.diary.care.conflicts()))
    }

    /// Every question of the journal, oldest first, with its id when it is kept by itself. What is not answered waits for the
    /// next appointment. One without an id was noted in a check-in: to answer it, add a [`CareEvent::Question`] of its day and
    /// words with the answer.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn questions(&self) -> Result<Vec<AskedQuestion>, JournalError> {
        self.with(|opened| Ok(opened.diary.questions()))
    }
}
