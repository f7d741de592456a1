//! Two copies of a journal become one.

use crate::common::*;
use vigie_journal::PromptLevel;

/// One entry, in two copies of a journal.
struct Two {
    dirs: [tempfile::TempDir; 2],
    hand: Arc<Hand>,
    today: Day,
    mine: Journal,
    theirs: Journal,
    id: EntryId,
}

fn two_copies(entry: impl FnOnce(Day) -> DailyEntry) -> Two {
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let hand = Hand::at("2026-11-20", 600);
    let today = hand.now().day();
    let mine = create(dirs[0].path(), &hand);
    let id = mine.record(entry(today)).unwrap().id;
    let theirs = restore(dirs[1].path(), &backup(&mine), &hand);
    Two { dirs, hand, today, mine, theirs, id }
}

#[test]
fn a_fever_in_one_copy_and_shivering_in_the_other_are_one_sign_when_they_are_merged() {
    let Two { today, mine, theirs, .. } = two_copies(|day| rated(day, 1));
    mine.record(feverish(today)).unwrap();
    let mut shivering = DailyEntry::new(today);
    shivering.ticks.insert(Alarm::Shivering);
    assert!(theirs.record(shivering).unwrap().prompt.is_none());
    mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    let open = mine.open_prompts().unwrap();
    assert_eq!(open[0].prompt.level, PromptLevel::Now);
    let count = open.len();
    mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    assert_eq!(mine.open_prompts().unwrap().len(), count, "merged twice, it is said once");
}

#[test]
fn an_entry_changed_in_two_copies_keeps_both_versions_until_it_is_settled() {
    let Two { dirs, hand, today, mine, theirs, id } = two_copies(|day| rated(day, 4));
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
        Journal::open(dirs[0].path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand));
    assert_eq!(format!("{:?}", meaning(&mine.unwrap())), was);
}

#[test]
fn an_entry_withdrawn_in_one_copy_and_corrected_in_the_other_is_not_lost() {
    let Two { today, mine, theirs, id, dirs: _dirs, .. } = two_copies(|day| rated(day, 4));
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
    let hand = Hand::at("2026-11-10", 600);
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
    let hand = Hand::at("2026-11-20", 600);
    let (mine, stranger) = (create(one.path(), &hand), create(other.path(), &hand));
    stranger.record(rated(hand.now().day(), 4)).unwrap();
    let error = mine.merge(backup(&stranger).as_slice(), &passphrase()).unwrap_err();
    assert!(matches!(error, JournalError::OtherJournal));
    assert!(mine.entries().unwrap().is_empty());
}

#[test]
fn an_entry_withdrawn_in_both_copies_is_no_conflict() {
    let Two { hand, mine, theirs, id, dirs: _dirs, .. } = two_copies(|day| rated(day, 4));
    mine.withdraw(id).unwrap();
    hand.pass(3);
    theirs.withdraw(id).unwrap();
    mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    assert!(mine.conflicts().unwrap().is_empty() && mine.entries().unwrap().is_empty());
}

#[test]
fn what_both_copies_say_of_one_day_gives_the_same_day_in_both() {
    let weighed = |day, kilos| {
        let mut entry = rated(day, 2);
        entry.measures.weight = Some(Weight::parse(kilos).unwrap());
        entry.administration = Some(Some(Label::new("treatment", kilos).unwrap()));
        entry
    };
    let Two { dirs: _dirs, hand, today, mine, theirs, id } = two_copies(|day| weighed(day, "72"));
    let weight = |kilos| weighed(today, kilos);
    // At one and the same moment, so that nothing but their ids tells the versions apart.
    mine.amend(id, weight("70")).unwrap();
    theirs.amend(id, weight("60")).unwrap();
    mine.record(weight("71")).unwrap();
    hand.pass(1);
    theirs.record(weight("61")).unwrap();
    let (ours, others) = (backup(&mine), backup(&theirs));
    mine.merge(others.as_slice(), &passphrase()).unwrap();
    theirs.merge(ours.as_slice(), &passphrase()).unwrap();
    let days = |journal: &Journal| {
        let entries = journal.entries().unwrap();
        DailyEntry::days(entries.iter().map(|(_, entry)| entry))
    };
    assert_eq!(days(&mine), days(&theirs));
    assert_eq!(mine.entries().unwrap(), theirs.entries().unwrap());
}
