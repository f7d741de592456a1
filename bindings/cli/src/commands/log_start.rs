//! What a check-in begins with, and what of it is asked again tomorrow.

use vigie_journal::{Asked, DailyEntry, Day, EntryId, Item, Journal, Note};

use crate::exit::Failure;

/// The entry of a day that a correction is about: one that was changed in two copies of the journal, or the latest.
pub fn entry_of(journal: &Journal, day: Day) -> Result<Option<(EntryId, DailyEntry)>, Failure> {
    for conflict in journal.conflicts()? {
        let versions = conflict.versions.into_iter().filter_map(|version| version.entry);
        let entry = versions.filter(|version| version.day == day).reduce(both);
        if let Some(entry) = entry {
            return Ok(Some((conflict.id, entry)));
        }
    }
    let entries = journal.entries()?;
    Ok(entries.into_iter().rev().find(|(_, entry)| entry.day == day))
}

/// What two versions of one entry say together: what is corrected begins with nothing left out (but for two notes that are
/// together longer than a note may be; the history has both).
fn both(first: DailyEntry, second: DailyEntry) -> DailyEntry {
    let joined = |one: Option<Note>, other: Option<Note>| match (one, other) {
        (Some(one), Some(other)) if one != other => {
            Note::new("note", &format!("{}\n{}", one.as_str(), other.as_str())).ok().or(Some(other))
        }
        (one, other) => other.or(one),
    };
    let note = joined(first.note.clone(), second.note.clone());
    let question = joined(first.question.clone(), second.question.clone());
    let (mut merged, painkillers) = (first, second.painkillers.clone());
    merged.merge_day(&DailyEntry { painkillers: Vec::new(), ..second });
    merged.painkillers.retain(|painkiller| !painkillers.contains(painkiller));
    merged.painkillers.extend(painkillers);
    DailyEntry { note, question, ..merged }
}

/// The list with the answers of the day before an earlier day.
pub fn asked_for(journal: &Journal, day: Day) -> Result<Vec<Asked>, Failure> {
    let entries = journal.entries()?;
    let days = DailyEntry::days(entries.iter().map(|(_, entry)| entry));
    let before = days.get(&day.plus(-1));
    let list = journal.profile()?.list;
    Ok(list
        .into_iter()
        .map(|item| Asked {
            yesterday: before.and_then(|entry| entry.answers.get(&item)).copied(),
            item,
        })
        .collect())
}

/// What was named for the first time is asked again from tomorrow on.
pub fn new_items(journal: &Journal, entry: &DailyEntry) -> Result<Vec<Item>, Failure> {
    let list = journal.profile()?.list;
    Ok(entry.answers.keys().filter(|item| !list.contains(item)).cloned().collect())
}

pub fn remember(journal: &Journal, items: Vec<Item>) -> Result<(), Failure> {
    if items.is_empty() {
        return Ok(());
    }
    let mut profile = journal.profile()?;
    profile.list.extend(items);
    Ok(journal.set_profile(profile)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;
    use std::sync::Arc;
    use vigie_journal::{
        Anchoring, Answer, FixedClock, KdfParams, Label, Moment, NewKey, Painkiller, Passphrase,
        Rating,
    };

    fn entry(rating: u8, note: &str) -> DailyEntry {
        let mut entry = DailyEntry::new("2026-11-23".parse().unwrap());
        entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::new(rating).unwrap()));
        entry.note = Some(Note::new("note", note).unwrap());
        entry.painkillers =
            vec![Painkiller { name: Label::new("name", "cachet").unwrap(), helped: None }];
        entry
    }

    #[test]
    fn of_two_versions_nothing_is_left_out_and_nothing_is_there_twice() {
        let merged = both(entry(7, "au lit"), entry(3, "debout le soir"));
        assert_eq!(merged, entry(7, "au lit\ndebout le soir"));
        assert_eq!(both(entry(7, "au lit"), entry(7, "au lit")), entry(7, "au lit"));
    }

    #[test]
    fn an_entry_changed_in_two_copies_is_what_is_corrected_even_when_it_is_not_the_latest() {
        let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let day = entry(1, "x").day;
        let clock = || Arc::new(FixedClock(Moment::at(day, 600, 60)));
        let passphrase = Passphrase::new("quatre mots bien secrets");
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        let none = Anchoring::none;
        let (mine, _) = Journal::create(dirs[0].path(), key, none(), clock()).unwrap();
        let backup = |journal: &Journal| {
            let mut file = Vec::new();
            journal.backup(&mut file, &passphrase).unwrap();
            file
        };
        let id = mine.record(entry(4, "le matin")).unwrap().id;
        let restore = |file: &[u8], dir: &Path| {
            Journal::restore(file, &passphrase, dir, key, none(), clock()).unwrap().0
        };
        let theirs = restore(&backup(&mine), dirs[1].path());
        mine.amend(id, entry(6, "le midi")).unwrap();
        theirs.amend(id, entry(2, "le midi")).unwrap();
        mine.merge(backup(&theirs).as_slice(), &passphrase).unwrap();
        mine.record(entry(5, "le soir")).unwrap();
        assert_eq!(entry_of(&mine, day).unwrap(), Some((id, entry(6, "le midi"))));
        mine.amend(id, entry(6, "le midi")).unwrap();
        assert!(mine.conflicts().unwrap().is_empty());
        assert_eq!(entry_of(&mine, day).unwrap().unwrap().1, entry(5, "le soir"));
    }
}
