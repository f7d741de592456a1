//! Results, scans and appointments: kept as told, amended, taken back. No rule ever reads them.

use std::collections::BTreeMap;

use vigie_model::{CareEvent, Day, Moment};
use vigie_vault::RecordId;

use crate::stored::Stored;
use crate::{CareId, Journal, JournalError, RevisionId};

/// One revision.
#[derive(Debug, Clone)]
struct Said {
    at: Moment,
    id: RevisionId,
    replaces: Vec<RevisionId>,
    event: Option<CareEvent>,
}

/// Every result, scan and appointment with all its revisions.
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
        (at, of): (Moment, Option<CareId>),
        replaces: Vec<RevisionId>,
        event: Option<CareEvent>,
    ) {
        let of = of.unwrap_or(CareId(id));
        let revisions = self.said.entry(of).or_default();
        if revisions.is_empty() {
            self.order.push(of);
        }
        revisions.push(Said { at, id: RevisionId(id), replaces, event });
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

    /// What is in force, by day and then by the moment it was first told, that of one moment as it was written. What two copies
    /// of the journal changed in two ways is there both ways under one id, until it is amended again.
    pub(crate) fn in_force(&self) -> Vec<(CareId, &CareEvent)> {
        let mut all = Vec::new();
        for (id, revisions) in self.order.iter().filter_map(|id| self.said.get_key_value(id)) {
            let first = revisions.iter().map(|revision| revision.at).min();
            let mut events: Vec<&CareEvent> = Vec::new();
            for event in Self::heads(revisions).into_iter().filter_map(|head| head.event.as_ref()) {
                // Changed in the same way in both, it is one.
                if !events.contains(&event) {
                    events.push(event);
                }
            }
            all.extend(events.into_iter().map(|event| (first, *id, event)));
        }
        all.sort_by_key(|(first, _, event)| (event.day(), *first));
        all.into_iter().map(|(_, id, event)| (id, event)).collect()
    }

    /// The days on which the person saw their team, oldest first.
    pub(crate) fn consultations(&self) -> Vec<Day> {
        self.in_force().into_iter().filter_map(|(_, event)| event.consultation()).collect()
    }
}

impl Journal {
    /// Keeps a result, a scan or an appointment as it was told. One that says the same as one in force is that one: told
    /// twice, it is kept once. Nothing is asked or prompted because of it.
    ///
    /// # Errors
    /// [`JournalError::Invalid`] as [`CareEvent::validate`], [`JournalError::DiskFull`], [`JournalError::Locked`],
    /// [`JournalError::Io`].
    pub fn add_care(&self, event: CareEvent) -> Result<CareId, JournalError> {
        let at = self.now();
        event.validate(at.day())?;
        self.with(|opened| {
            let same = opened.diary.care.in_force().into_iter().find(|(_, there)| **there == event);
            if let Some((id, _)) = same {
                return Ok(id);
            }
            let (of, replaces) = (None, Vec::new());
            opened.append(Stored::Care { at, of, replaces, event: Some(event) }).map(CareId)
        })
    }

    /// Corrects one, in the place of every version in force; what was said before stays in the journal.
    ///
    /// # Errors
    /// As [`Journal::add_care`], and [`JournalError::NoSuch`] for one that is not in force.
    pub fn amend_care(&self, id: CareId, event: CareEvent) -> Result<(), JournalError> {
        event.validate(self.now().day())?;
        self.revise_care(id, Some(event))
    }

    /// Takes one back. It is no longer told; its history stays.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn withdraw_care(&self, id: CareId) -> Result<(), JournalError> {
        self.revise_care(id, None)
    }

    fn revise_care(&self, id: CareId, event: Option<CareEvent>) -> Result<(), JournalError> {
        let at = self.now();
        self.with(|opened| {
            let replaces = opened.diary.care.replaced(id)?;
            opened.append(Stored::Care { at, of: Some(id), replaces, event }).map(drop)
        })
    }

    /// Every result, scan and appointment in force, by day. One that two copies of the journal changed in two ways is there
    /// with each of its versions, under one id.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn care(&self) -> Result<Vec<(CareId, CareEvent)>, JournalError> {
        self.with(|opened| {
            let care = opened.diary.care.in_force();
            Ok(care.into_iter().map(|(id, event)| (id, event.clone())).collect())
        })
    }
}
