//! The person as they were described, each time: what is in force, also when two copies of the journal each described them anew.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{Moment, Profile};

use crate::RevisionId;

/// One description.
#[derive(Debug, Clone)]
struct Described {
    at: Moment,
    replaces: Vec<RevisionId>,
    profile: Profile,
}

/// Every description of the person.
#[derive(Debug, Clone, Default)]
pub(crate) struct People(BTreeMap<RevisionId, Described>);

impl People {
    /// Takes in one, whichever copy of the journal it was written in.
    pub(crate) fn take(
        &mut self,
        (at, id): (Moment, RevisionId),
        replaces: Vec<RevisionId>,
        profile: Profile,
    ) {
        self.0.insert(id, Described { at, replaces, profile });
    }

    /// The descriptions that no other one stands in the place of, oldest first.
    pub(crate) fn heads(&self) -> Vec<RevisionId> {
        let replaced: BTreeSet<RevisionId> =
            self.0.values().flat_map(|one| one.replaces.iter().copied()).collect();
        let mut heads: Vec<(Moment, RevisionId)> = self
            .0
            .iter()
            .filter(|(id, _)| !replaced.contains(id))
            .map(|(id, one)| (one.at, *id))
            .collect();
        heads.sort_unstable();
        heads.into_iter().map(|(_, id)| id).collect()
    }

    /// The descriptions known up to a moment, for those of the first form, which named none.
    pub(crate) fn known_at(&self, at: Moment) -> Vec<RevisionId> {
        self.0.iter().filter(|(_, one)| one.at <= at).map(|(id, _)| *id).collect()
    }

    /// The person. Of two descriptions made in two copies, all that either changed since what both knew: nothing that was
    /// added is lost, and what one copy changed or took away is not there as it was. Where both said something else of one
    /// thing, the later is believed; a treatment line or a contact that both changed is there both ways.
    pub(crate) fn in_force(&self) -> Profile {
        let heads = self.heads();
        let Some((latest, others)) = heads.split_last() else { return Profile::default() };
        let described = |id: &RevisionId| self.0.get(id).map(|one| one.profile.clone());
        let mut profile = described(latest).unwrap_or_default();
        for other in others.iter().rev() {
            let base = self.common(*latest, *other).and_then(|id| described(&id));
            let theirs = described(other).unwrap_or_default();
            profile = merged(&base.unwrap_or_default(), profile, theirs);
        }
        profile
    }

    /// The latest description that both come from.
    fn common(&self, one: RevisionId, other: RevisionId) -> Option<RevisionId> {
        let (one, other) = (self.before(one), self.before(other));
        let known = one.intersection(&other).filter_map(|id| Some((self.0.get(id)?.at, *id)));
        known.max().map(|(_, id)| id)
    }

    /// Every description that one comes from.
    fn before(&self, id: RevisionId) -> BTreeSet<RevisionId> {
        let (mut found, mut open) = (BTreeSet::new(), vec![id]);
        while let Some(id) = open.pop() {
            for earlier in self.0.get(&id).into_iter().flat_map(|one| &one.replaces) {
                if found.insert(*earlier) {
                    open.push(*earlier);
                }
            }
        }
        found
    }
}

/// What `ours` and `theirs` made of `base`.
fn merged(base: &Profile, ours: Profile, theirs: Profile) -> Profile {
    Profile {
        name: one(&base.name, ours.name, theirs.name),
        table_id: one(&base.table_id, ours.table_id, theirs.table_id),
        list: list(&base.list, ours.list, theirs.list),
        treatments: {
            let mut lines = list(&base.treatments, ours.treatments, theirs.treatments);
            // Oldest first, as they are kept; lines of which nobody knows when they began stay where they are.
            lines.sort_by_key(|line| line.started);
            lines
        },
        contacts: list(&base.contacts, ours.contacts, theirs.contacts),
        height: one(&base.height, ours.height, theirs.height),
    }
}

/// Ours, unless only they changed it.
fn one<T: PartialEq>(base: &T, ours: T, theirs: T) -> T {
    if ours == *base { theirs } else { ours }
}

/// Ours in our order without what they took away, then what they added.
fn list<T: PartialEq>(base: &[T], ours: Vec<T>, theirs: Vec<T>) -> Vec<T> {
    if ours == base {
        return theirs;
    }
    let taken_away = |one: &T| base.contains(one) && !theirs.contains(one);
    let mut all: Vec<T> = ours.into_iter().filter(|one| !taken_away(one)).collect();
    for one in theirs {
        if !base.contains(&one) && !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_added_stays_and_what_the_other_took_away_is_gone() {
        assert_eq!(list(&[1, 2, 3], vec![1, 2, 3], vec![2, 3]), [2, 3]);
        assert_eq!(list(&[1, 2, 3], vec![3, 2, 1, 4], vec![2, 3, 5]), [3, 2, 4, 5]);
        assert_eq!(list(&[1], vec![1, 2], vec![1, 2]), [1, 2]);
        assert_eq!(list(&[], vec![1], vec![2]), [1, 2]);
        assert_eq!((one(&1, 1, 2), one(&1, 3, 2), one(&1, 3, 1)), (2, 3, 3));
    }
}
