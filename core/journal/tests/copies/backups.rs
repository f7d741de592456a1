//! One file that holds everything, and one a day.

use crate::common::*;

#[test]
fn a_lost_phone_is_replaced_from_its_backup() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
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
fn a_backup_a_day_keeps_the_last_ones_and_removes_nothing_before_the_new_one_is_read_again() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
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
fn an_attachment_of_the_future_or_too_large_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    let name = || Label::new("name", "rash.jpg").unwrap();
    let tomorrow = hand.now().day().plus(1);
    let error = journal.attach(tomorrow, name(), [1].as_slice()).unwrap_err();
    assert!(matches!(error, JournalError::Invalid(_)));
    let error = journal.attach(hand.now().day(), name(), std::io::repeat(1)).unwrap_err();
    assert!(matches!(error, JournalError::AttachmentTooLarge));
    assert!(journal.attachments().unwrap().is_empty());
}

fn one() -> NonZeroUsize {
    NonZeroUsize::new(1).unwrap()
}

#[test]
fn backups_of_days_to_come_are_left_alone_and_todays_is_kept() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2030-01-01", 600);
    let journal = create(dir.path(), &hand);
    let ahead = journal.backup_daily(folder.path(), one(), &passphrase()).unwrap().file;
    // The phone's clock is put right.
    *hand.0.lock().unwrap() = Moment::at("2026-11-20".parse().unwrap(), 600, 60);
    let first = journal.backup_daily(folder.path(), one(), &passphrase()).unwrap();
    assert!(first.file.exists() && ahead.exists() && first.pruned.is_empty());
    hand.pass(DAY_MINUTES);
    let second = journal.backup_daily(folder.path(), one(), &passphrase()).unwrap();
    assert_eq!(second.pruned, [first.file]);
    assert!(second.file.exists() && ahead.exists());
}

#[test]
fn a_file_of_todays_name_counts_only_when_it_is_a_backup_that_opens() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    let keep = NonZeroUsize::new(2).unwrap();
    let daily = |passphrase: &Passphrase| journal.backup_daily(folder.path(), keep, passphrase);
    let first = daily(&passphrase()).unwrap().file;
    std::fs::write(&first, b"").unwrap();
    let second = daily(&passphrase()).unwrap();
    assert!(second.made.is_some() && second.file != first, "{second:?}");
    assert!(daily(&passphrase()).unwrap().made.is_none());
    // One that another passphrase opens is none for this one.
    let new = Passphrase::new("la nouvelle phrase");
    let third = daily(&new).unwrap();
    assert!(third.made.is_some() && third.file != second.file);
    assert_eq!(third.pruned, [first], "the oldest name of the day goes first");
    Journal::check_backup(std::fs::File::open(&third.file).unwrap(), &new).unwrap();
}

#[test]
fn while_an_attachment_is_not_whole_no_backup_is_removed() {
    let (dir, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    let name = Label::new("name", "rash.jpg").unwrap();
    let id = journal.attach(hand.now().day(), name, [7; 400_000].as_slice()).unwrap();
    let file = backup(&journal);
    journal.lock().unwrap();
    let path = dir.path().join("journal.vigie");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bytes[0] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let unlock = passphrase();
    let rescue = Rescue::read(dir.path(), Unlock::Passphrase(&unlock), &Anchoring::none()).unwrap();
    assert_eq!((rescue.found.attachments, rescue.found.incomplete), (1, 1));
    let key = NewKey::Passphrase(&unlock, KdfParams::weak_for_tests());
    let (journal, _) =
        rescue.into_journal(new.path(), key, Anchoring::none(), clock(&hand)).unwrap();
    let verified = journal.verify().unwrap();
    assert_eq!((verified.attachments, verified.incomplete), (0, vec![id]));
    let daily = || journal.backup_daily(folder.path(), one(), &passphrase()).unwrap();
    daily();
    hand.pass(DAY_MINUTES);
    let second = daily();
    assert!(second.made.is_some() && second.pruned.is_empty());
    assert!(matches!(second.unpruned, Some(JournalError::Damaged { .. })));
    // A backup from before brings the parts back, and all is as usual.
    journal.merge(file.as_slice(), &unlock).unwrap();
    assert!(journal.verify().unwrap().incomplete.is_empty());
    let mut photo = Vec::new();
    journal.attachment(id, &mut photo).unwrap();
    assert_eq!(photo, [7; 400_000]);
    hand.pass(DAY_MINUTES);
    assert_eq!(daily().pruned.len(), 2);
}

#[test]
fn the_backup_just_made_is_never_the_one_that_goes() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    let words = ["la première phrase", "la deuxième phrase", "la troisième phrase"];
    for phrase in [words[0], words[1], words[1], words[2], words[0]] {
        let phrase = Passphrase::new(phrase);
        let done = journal.backup_daily(folder.path(), one(), &phrase).unwrap();
        Journal::check_backup(std::fs::File::open(&done.file).unwrap(), &phrase).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "{done:?}");
    }
}

#[test]
fn the_phone_makes_backups_by_itself_with_a_passphrase_that_leaves_with_none_of_them() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    journal.record(rated(hand.now().day(), 4)).unwrap();
    let automatic = |journal: &Journal| journal.automatic_backup(folder.path(), one()).unwrap();
    assert!(automatic(&journal).is_none(), "nobody chose to have one");
    let phrase = Passphrase::new("une phrase pour les copies");
    let short = journal.keep_backup_passphrase(Some(&Passphrase::new("court"))).unwrap_err();
    assert!(matches!(short, JournalError::Passphrase(_)), "{short:?}");
    journal.keep_backup_passphrase(Some(&phrase)).unwrap();
    let file = automatic(&journal).unwrap().file;
    let restored = {
        let (key, new) = (passphrase(), tempfile::tempdir().unwrap());
        let key = NewKey::Passphrase(&key, KdfParams::weak_for_tests());
        let file = std::fs::File::open(&file).unwrap();
        let clock = clock(&hand);
        Journal::restore(file, &phrase, new.path(), key, Anchoring::none(), clock).unwrap().0
    };
    assert!(automatic(&restored).is_none(), "another phone is not told");
    // New keys for the journal, and the next day's is made as before.
    let new = Passphrase::new("encore une autre phrase");
    journal.rotate_keys(&[NewKey::Passphrase(&new, KdfParams::weak_for_tests())]).unwrap();
    hand.pass(DAY_MINUTES);
    let second = automatic(&journal).unwrap();
    assert_eq!(second.pruned, [file]);
    journal.keep_backup_passphrase(None).unwrap();
    hand.pass(DAY_MINUTES);
    assert!(automatic(&journal).is_none() && second.file.exists());
}
