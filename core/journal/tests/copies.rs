//! More than one copy of a journal: backups, a new phone, a relative's copy, an older copy, a damaged one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, Mutex};

use vigie_journal::{
    Anchoring, Answer, BackupError, Clock, DailyEntry, Day, EntryId, FileAnchor, Journal,
    JournalError, KdfParams, Label, Moment, NewKey, Note, Outcome, OutcomeKind, Passphrase,
    Profile, Rating, Rescue, Temperature, Unlock,
};

/// A clock that is set by hand.
struct Hand(Mutex<Moment>);

impl Hand {
    fn at(day: &str) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Moment::at(day.parse().unwrap(), 600, 60))))
    }

    fn pass(&self, minutes: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.plus_minutes(minutes);
    }
}

impl Clock for Hand {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

const DAY_MINUTES: i64 = 24 * 60;

fn passphrase() -> Passphrase {
    Passphrase::new("quatre mots bien secrets")
}

fn clock(hand: &Arc<Hand>) -> Arc<dyn Clock> {
    Arc::clone(hand) as Arc<dyn Clock>
}

fn create(dir: &Path, hand: &Arc<Hand>) -> Journal {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Journal::create(dir, key, Anchoring::none(), clock(hand)).unwrap().0
}

fn backup(journal: &Journal) -> Vec<u8> {
    let mut file = Vec::new();
    journal.backup(&mut file, &passphrase()).unwrap();
    file
}

fn restore(dir: &Path, file: &[u8], hand: &Arc<Hand>) -> Journal {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Journal::restore(file, &passphrase, dir, key, Anchoring::none(), clock(hand)).unwrap().0
}

fn rated(day: Day, rating: u8) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::new(rating).unwrap()));
    entry
}

fn feverish(day: Day) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.measures.temperature = Some(Temperature::parse("38.4").unwrap());
    entry
}

/// What a journal means, however its records lie: entries in force, conflicts, prompts with what came of them, the person.
fn meaning(journal: &Journal) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut entries: Vec<(EntryId, String)> =
        journal.entries().unwrap().into_iter().map(|(id, e)| (id, format!("{e:?}"))).collect();
    entries.sort();
    let mut conflicts: Vec<(EntryId, BTreeSet<String>)> = journal
        .conflicts()
        .unwrap()
        .into_iter()
        .map(|c| (c.id, c.versions.iter().map(|v| format!("{v:?}")).collect()))
        .collect();
    conflicts.sort();
    let mut prompts: Vec<String> =
        journal.prompts().unwrap().iter().map(|prompt| format!("{prompt:?}")).collect();
    prompts.sort();
    let attachments: BTreeSet<String> =
        journal.attachments().unwrap().iter().map(|a| format!("{a:?}")).collect();
    (entries, conflicts, prompts, attachments, format!("{:?}", journal.profile().unwrap()))
}

#[test]
fn a_lost_phone_is_replaced_from_its_backup() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let journal = create(old.path(), &hand);
    let list = vec!["fatigue".parse().unwrap()];
    journal.set_profile(Profile { list, ..journal.profile().unwrap() }).unwrap();
    let today = hand.now().day();
    journal.record(rated(today, 4)).unwrap();
    let prompt = journal.record(feverish(today)).unwrap().prompt.unwrap();
    let at = hand.now();
    let outcome = Outcome { at, kind: OutcomeKind::NoAnswer, contact: None, advice: None };
    journal.resolve(prompt.id, outcome).unwrap();
    let photo = vec![9; 200_000];
    let id =
        journal.attach(today, Label::new("name", "rash.jpg").unwrap(), photo.as_slice()).unwrap();
    let file = backup(&journal);
    let was = format!("{:?}", meaning(&journal));
    drop(journal);

    let restored = restore(new.path(), &file, &hand);
    assert_eq!(format!("{:?}", meaning(&restored)), was);
    let mut bytes = Vec::new();
    restored.attachment(id, &mut bytes).unwrap();
    assert_eq!(bytes, photo);
    // The prompt is still open there, and is followed up.
    assert_eq!(restored.open_prompts().unwrap()[0].id, prompt.id);
    restored.record(rated(today, 5)).unwrap();
    assert_eq!(restored.verify().unwrap().attachments, 1);
    let wrong = Passphrase::new("not the backup's");
    let error = Journal::check_backup(file.as_slice(), &wrong).unwrap_err();
    assert!(matches!(error, JournalError::Backup(BackupError::WrongPassphrase)));
}

#[test]
fn an_entry_changed_in_two_copies_keeps_both_versions_until_it_is_settled() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let today = hand.now().day();
    let mine = create(one.path(), &hand);
    let id = mine.record(rated(today, 4)).unwrap().id;
    let theirs = restore(other.path(), &backup(&mine), &hand);
    hand.pass(10);
    mine.amend(id, rated(today, 6)).unwrap();
    hand.pass(10);
    theirs.amend(id, rated(today, 3)).unwrap();

    let report = mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    assert_eq!(report.records, 1);
    let versions: Vec<_> =
        report.conflicts[0].versions.iter().map(|v| v.entry.clone().unwrap()).collect();
    assert_eq!(versions, [rated(today, 6), rated(today, 3)]);
    assert_eq!(mine.history_of(id).unwrap().len(), 3);
    let in_force: Vec<_> = mine.entries().unwrap();
    assert_eq!(in_force.len(), 2);
    // Until it is settled the worse counts, as for two sittings of one day.
    let series = mine.series(&"fatigue".parse().unwrap(), 1).unwrap();
    assert_eq!(series[0].1, vigie_journal::Cell::Rated(6));

    theirs.merge(backup(&mine).as_slice(), &passphrase()).unwrap();
    assert_eq!(format!("{:?}", meaning(&mine)), format!("{:?}", meaning(&theirs)));
    // Settled in one copy, it is settled in the other.
    theirs.amend(id, rated(today, 5)).unwrap();
    assert!(theirs.conflicts().unwrap().is_empty());
    mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    assert_eq!(mine.entries().unwrap(), [(id, rated(today, 5))]);
    assert!(mine.conflicts().unwrap().is_empty());
    // And nothing changes when it is merged once more, or when it is opened again.
    assert_eq!(mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap().records, 0);
    let was = format!("{:?}", meaning(&mine));
    drop(mine);
    let unlock = passphrase();
    let mine =
        Journal::open(one.path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand));
    assert_eq!(format!("{:?}", meaning(&mine.unwrap())), was);
}

#[test]
fn an_entry_withdrawn_in_one_copy_and_corrected_in_the_other_is_not_lost() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let today = hand.now().day();
    let mine = create(one.path(), &hand);
    let id = mine.record(rated(today, 4)).unwrap().id;
    let theirs = restore(other.path(), &backup(&mine), &hand);
    mine.withdraw(id).unwrap();
    theirs.amend(id, rated(today, 8)).unwrap();
    mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    assert_eq!(mine.entries().unwrap(), [(id, rated(today, 8))]);
    assert_eq!(mine.conflicts().unwrap()[0].versions.len(), 2);
    mine.withdraw(id).unwrap();
    assert!(mine.entries().unwrap().is_empty() && mine.conflicts().unwrap().is_empty());
}

#[test]
fn copies_merged_in_any_order_mean_the_same() {
    let dirs: Vec<_> = (0..6).map(|_| tempfile::tempdir().unwrap()).collect();
    let hand = Hand::at("2026-11-10");
    let first = create(dirs[0].path(), &hand);
    let shared = first.record(rated(hand.now().day(), 2)).unwrap().id;
    let start = backup(&first);
    drop(first);
    let copies: Vec<Journal> = (1..4).map(|n| restore(dirs[n].path(), &start, &hand)).collect();
    for (n, copy) in (0_u8..).zip(&copies) {
        hand.pass(DAY_MINUTES);
        let today = hand.now().day();
        copy.record(rated(today, 3 + n)).unwrap();
        // The same fever on the same day in each: prompts and what came of them.
        let day: Day = "2026-11-12".parse().unwrap();
        if let Some(prompt) = copy.record(feverish(day.min(today))).unwrap().prompt
            && n == 1
        {
            hand.pass(30);
            let at = hand.now();
            let outcome = Outcome { at, kind: OutcomeKind::Reached, contact: None, advice: None };
            copy.resolve(prompt.id, outcome).unwrap();
        }
        hand.pass(5);
        copy.amend(shared, rated("2026-11-10".parse().unwrap(), 4 + n)).unwrap();
        let name = Some(Label::new("name", &format!("Camille {n}")).unwrap());
        copy.set_profile(Profile { name, ..copy.profile().unwrap() }).unwrap();
    }
    let files: Vec<Vec<u8>> = copies.iter().map(backup).collect();
    let merged = |dir: &Path, order: [usize; 3]| {
        let journal = restore(dir, &files[order[0]], &hand);
        for n in [order[1], order[2], order[1]] {
            journal.merge(files[n].as_slice(), &passphrase()).unwrap();
        }
        journal.verify().unwrap();
        format!("{:?}", meaning(&journal))
    };
    let one = merged(dirs[4].path(), [0, 1, 2]);
    assert_eq!(one, merged(dirs[5].path(), [2, 1, 0]));
    assert!(one.contains("Camille 2"), "the latest description of the person is in force");
}

#[test]
fn another_persons_backup_is_not_merged() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let (mine, stranger) = (create(one.path(), &hand), create(other.path(), &hand));
    stranger.record(rated(hand.now().day(), 4)).unwrap();
    let error = mine.merge(backup(&stranger).as_slice(), &passphrase()).unwrap_err();
    assert!(matches!(error, JournalError::OtherJournal));
    assert!(mine.entries().unwrap().is_empty());
}

#[test]
fn a_backup_a_day_keeps_the_last_ones_and_removes_nothing_before_the_new_one_is_read_again() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let journal = create(dir.path(), &hand);
    journal.record(rated(hand.now().day(), 4)).unwrap();
    let keep = NonZeroUsize::new(2).unwrap();
    let daily = || journal.backup_daily(folder.path(), keep, &passphrase());
    std::fs::write(folder.path().join("vigie-notes-2026-11-01.age"), b"mine").unwrap();
    std::fs::write(folder.path().join("holiday.jpg"), b"mine too").unwrap();
    let names = || -> Vec<String> {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<String> =
            files.map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let first = daily().unwrap();
    assert_eq!(first.made.unwrap().records, 1);
    assert!(daily().unwrap().made.is_none(), "the day has one already");
    for _ in 0..2 {
        hand.pass(DAY_MINUTES);
        daily().unwrap();
    }
    assert!(!first.file.exists(), "two are kept");
    assert_eq!(names().len(), 4, "{:?}", names());
    let before = names();
    // A backup that cannot be written removes nothing: here a folder stands in its way.
    hand.pass(DAY_MINUTES);
    let last = before.iter().find(|name| name.ends_with("-2026-11-22.age")).unwrap();
    let blocked = last.replace("2026-11-22.age", "2026-11-23.age.new");
    std::fs::create_dir(folder.path().join(&blocked)).unwrap();
    assert!(daily().is_err());
    std::fs::remove_dir(folder.path().join(&blocked)).unwrap();
    assert_eq!(names(), before);
    daily().unwrap();
    assert_eq!(names().len(), 4);
}

#[test]
fn an_older_copy_opened_knowingly_is_recorded_in_the_journal() {
    let (dir, anchors) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let anchoring = || Anchoring::by(Arc::new(FileAnchor::new(anchors.path().to_owned())));
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (journal, _) = Journal::create(dir.path(), key, anchoring(), clock(&hand)).unwrap();
    journal.record(rated(hand.now().day(), 4)).unwrap();
    journal.lock().unwrap();
    let file = dir.path().join("journal.vigie");
    let older = std::fs::read(&file).unwrap();
    let open = |anchoring| {
        Journal::open(dir.path(), Unlock::Passphrase(&passphrase), anchoring, clock(&hand))
    };
    open(anchoring()).unwrap().record(rated(hand.now().day(), 5)).unwrap();
    std::fs::write(&file, older).unwrap();
    let error = open(anchoring()).unwrap_err();
    assert!(matches!(error, JournalError::OlderCopy { found: 1, known: 2 }), "{error:?}");
    let journal = open(anchoring().accepting_older()).unwrap();
    assert_eq!(journal.verify().unwrap().records, 2, "the entry, and that this is an older copy");
    let accepted = journal.older_copies_accepted().unwrap();
    assert_eq!((accepted[0].1.found, accepted[0].1.anchored), (1, 2));
    drop(journal);
    assert_eq!(open(anchoring()).unwrap().older_copies_accepted().unwrap().len(), 1);
}

#[test]
fn what_is_readable_of_a_damaged_journal_is_rescued_and_a_backup_brings_the_rest() {
    let (dir, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20");
    let journal = create(dir.path(), &hand);
    for _ in 0..40 {
        let mut entry = rated(hand.now().day(), 2);
        entry.note = Some(Note::new("note", &"un mot ".repeat(30)).unwrap());
        journal.record(entry).unwrap();
        hand.pass(DAY_MINUTES);
    }
    let file = backup(&journal);
    let all = journal.entries().unwrap();
    journal.lock().unwrap();
    let path = dir.path().join("journal.vigie");
    let mut bytes = std::fs::read(&path).unwrap();
    // A page full of records.
    let full = |page: &&mut [u8]| page[0] == 0x0D && u16::from_be_bytes([page[3], page[4]]) > 5;
    bytes.chunks_mut(4096).skip(1).find(full).unwrap().fill(0x55);
    std::fs::write(&path, &bytes).unwrap();
    let unlock = passphrase();
    let opened =
        || Journal::open(dir.path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand));
    assert!(matches!(opened().unwrap_err(), JournalError::Damaged { .. }));

    let rescue = Rescue::read(dir.path(), Unlock::Passphrase(&unlock)).unwrap();
    let found = rescue.found;
    let missing = found.missing.unwrap();
    assert!(missing > 0 && found.records + missing == 40, "{found:?}");
    let key = NewKey::Passphrase(&unlock, KdfParams::weak_for_tests());
    let (rescued, _) =
        rescue.into_journal(new.path(), key, Anchoring::none(), clock(&hand)).unwrap();
    assert_eq!(rescued.rescues().unwrap()[0].1, Some(missing));
    let kept = rescued.entries().unwrap();
    assert!(kept.iter().all(|entry| all.contains(entry)));
    rescued.merge(file.as_slice(), &unlock).unwrap();
    assert_eq!(rescued.entries().unwrap(), all);
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the damaged one is untouched");
}

#[test]
fn an_attachment_of_the_future_or_too_large_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20");
    let journal = create(dir.path(), &hand);
    let name = || Label::new("name", "rash.jpg").unwrap();
    let tomorrow = hand.now().day().plus(1);
    let error = journal.attach(tomorrow, name(), [1].as_slice()).unwrap_err();
    assert!(matches!(error, JournalError::Invalid(_)));
    let error = journal.attach(hand.now().day(), name(), std::io::repeat(1)).unwrap_err();
    assert!(matches!(error, JournalError::AttachmentTooLarge));
    assert!(journal.attachments().unwrap().is_empty());
}
