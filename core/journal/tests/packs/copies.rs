//! Packs in backups, on a new phone, and in two copies of a journal.

use crate::common::*;

fn history(journal: &Journal) -> Vec<(String, u32)> {
    let packs = journal.packs().unwrap();
    packs.iter().map(|p| (p.rules().name.clone(), p.rules().version)).collect()
}

fn names(of: &[(&str, u32)]) -> Vec<(String, u32)> {
    of.iter().map(|(name, version)| ((*name).to_owned(), *version)).collect()
}

#[test]
fn packs_and_the_words_of_their_prompts_survive_a_backup_and_a_restore() {
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let hand = Hand::at("2026-11-23", 600);
    let journal = create(dirs[0].path(), &hand);
    journal.install_pack(&signed(1, |_| ())).unwrap();
    let made = journal.record(fatigue(journal.now().day(), 6)).unwrap().prompt.unwrap();
    hand.pass_days(1);
    journal.install_pack(&signed(2, |_| ())).unwrap();
    let restored = restore(dirs[1].path(), &backup(&journal), &hand);
    assert_eq!(restored.packs().unwrap(), journal.packs().unwrap());
    assert_eq!(restored.prompts().unwrap(), journal.prompts().unwrap());
    assert_eq!(restored.prompt_again(made.id).unwrap().unwrap(), made.prompt);
    // The key is remembered there too.
    let stranger = SignedPack::sign(&ward(9, |_| ()), &key(2)).unwrap();
    assert!(matches!(refused(&restored, stranger.file()), PackRefused::OtherKey { .. }));
}

#[test]
fn two_copies_with_two_packs_are_put_together_in_the_order_of_time() {
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let hand = Hand::at("2026-11-20", 600);
    let mine = create(dirs[0].path(), &hand);
    let theirs = restore(dirs[1].path(), &backup(&mine), &hand);
    let day = mine.now().day();
    mine.install_pack(&signed(1, |_| ())).unwrap();
    hand.pass_days(1);
    let other = ward(1, |pack| "autre-equipe".clone_into(&mut pack.name));
    theirs.install_pack(SignedPack::sign(&other, &key(2)).unwrap().file()).unwrap();
    let made = theirs.record(fatigue(day, 6)).unwrap().prompt.unwrap();
    hand.pass_days(1);
    mine.install_pack(&signed(2, |_| ())).unwrap();

    mine.merge(backup(&theirs).as_slice(), &passphrase()).unwrap();
    theirs.merge(backup(&mine).as_slice(), &passphrase()).unwrap();
    let expected = names(&[("hopital-de-jour", 1), ("autre-equipe", 1), ("hopital-de-jour", 2)]);
    assert_eq!(history(&mine), expected);
    assert_eq!(history(&theirs), expected);
    assert_eq!(mine.pack().unwrap(), theirs.pack().unwrap());
    assert_eq!(mine.prompts().unwrap(), theirs.prompts().unwrap());
    assert_eq!(mine.prompt_again(made.id).unwrap().unwrap(), made.prompt);
}
