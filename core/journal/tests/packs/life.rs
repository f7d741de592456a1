//! A pack in a journal: put in force, refused, replaced, remembered.

use crate::common::*;

struct Desk {
    dir: tempfile::TempDir,
    hand: Arc<Hand>,
    journal: Journal,
}

fn desk() -> Desk {
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &hand);
    Desk { dir, hand, journal }
}

fn in_force(journal: &Journal) -> (String, u32) {
    let installed = journal.pack().unwrap();
    (installed.rules().name.clone(), installed.rules().version)
}

fn ward_version(version: u32) -> (String, u32) {
    ("hopital-de-jour".to_owned(), version)
}

fn vigies_own() -> (String, u32) {
    ("vigie-general".to_owned(), RulePack::builtin().version)
}

fn rules(prompt: &Prompt) -> Vec<&str> {
    prompt.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn a_pack_is_in_force_from_the_next_entry_on_and_after_opening_again() {
    let Desk { dir, hand, journal } = desk();
    let today = journal.now().day();
    assert_eq!(in_force(&journal), vigies_own());
    assert!(journal.packs().unwrap().is_empty());
    assert_eq!(journal.record(fatigue(today, 6)).unwrap().prompt, None);

    hand.pass_days(1);
    let installed = journal.install_pack(&signed(1, |_| ())).unwrap();
    assert_eq!(installed.signed.unwrap().signer().fingerprint(), key(1).public().fingerprint());
    let open = journal.record(fatigue(today.plus(1), 6)).unwrap().prompt.unwrap();
    assert_eq!(rules(&open.prompt), ["tired"]);
    assert_eq!((open.prompt.pack.clone(), open.prompt.pack_version), ward_version(1));
    let said = say::reason(Words::of(Lang::En), &open.prompt.findings[0], &open.texts);
    assert_eq!(said, "Fatigue of 6 or more is for the day ward. Fatigue: 6.");

    drop(journal);
    let journal = open_again(&dir, &hand);
    assert_eq!(in_force(&journal), ward_version(1));
    assert_eq!(journal.packs().unwrap().len(), 1);
    let stories = journal.prompts().unwrap();
    assert_eq!(*stories[0].1.texts, *open.texts);
    assert_eq!(journal.open_prompts().unwrap()[0].texts, open.texts);
}

fn open_again(dir: &tempfile::TempDir, hand: &Arc<Hand>) -> Journal {
    reopen(dir.path(), hand)
}

#[test]
fn an_old_prompt_is_worked_out_under_its_own_pack_after_a_new_one_was_installed() {
    let Desk { dir, hand, journal } = desk();
    let today = journal.now().day();
    journal.install_pack(&signed(1, |_| ())).unwrap();
    let first = journal.record(fatigue(today, 6)).unwrap().prompt.unwrap();
    hand.pass_days(8);
    // The next version says it only from 9, and in other words; and a week without an entry is no silence to it.
    let second = |pack: &mut RulePack| {
        pack.silence.days = 8.try_into().unwrap();
        pack.rules.retain(|rule| rule.id != "tired");
        pack.rules.push(tired(9));
        pack.texts.get_mut("tired").unwrap().insert("en".to_owned(), "Call us".to_owned());
    };
    journal.install_pack(&signed(2, second)).unwrap();
    assert_eq!(journal.record(fatigue(today.plus(8), 6)).unwrap().prompt, None);
    let third = journal.record(fatigue(today.plus(8), 9)).unwrap().prompt.unwrap();

    drop(journal);
    let journal = open_again(&dir, &hand);
    let again = |id| journal.prompt_again(id).unwrap().unwrap();
    assert_eq!(again(first.id), first.prompt);
    assert_eq!(again(third.id), third.prompt);
    let version = |id| journal.pack_of(id).unwrap().unwrap().version;
    assert_eq!((version(first.id), version(third.id)), (1, 2));
    // And each keeps the words of its time.
    let stories = journal.prompts().unwrap();
    let said = |n: usize, lang| {
        let story = &stories[n].1;
        let tired = story.prompt.findings.iter().find(|f| f.rule == "tired").unwrap();
        say::reason(Words::of(lang), tired, &story.texts)
    };
    assert_eq!(said(0, Lang::En), "Fatigue of 6 or more is for the day ward. Fatigue: 6.");
    assert_eq!(said(1, Lang::En), "Call us. Fatigue: 9.");
    assert!(said(1, Lang::Fr).starts_with("Une fatigue de 6 ou plus se dit"));
}

#[test]
fn a_prompt_of_the_built_in_rules_is_worked_out_again_after_a_pack_was_installed() {
    let Desk { hand, journal, .. } = desk();
    let today = journal.now().day();
    journal.record(fatigue(today.plus(-1), 3)).unwrap();
    let made = journal.record(fatigue(today, 8)).unwrap().prompt.unwrap();
    hand.pass_days(1);
    journal.install_pack(&signed(1, |pack| pack.severe.at_least = 10)).unwrap();
    journal.record(fatigue(today.plus(1), 8)).unwrap();
    assert_eq!(journal.prompt_again(made.id).unwrap().unwrap(), made.prompt);
}

#[test]
fn a_silence_is_noticed_by_the_rules_in_force_and_worked_out_again() {
    let Desk { dir, hand, journal } = desk();
    let today = journal.now().day();
    journal.install_pack(&signed(1, |pack| pack.silence.days = 2.try_into().unwrap())).unwrap();
    journal.record(fatigue(today, 6)).unwrap().prompt.unwrap();
    hand.pass_days(2);
    assert_eq!(journal.notice_silence().unwrap(), None);
    hand.pass_days(1);
    let silent = journal.notice_silence().unwrap().unwrap();
    assert_eq!(rules(&silent.prompt), ["silence-no-entry"]);
    assert_eq!((silent.prompt.pack.clone(), silent.prompt.pack_version), ward_version(1));
    journal.reset_pack().unwrap();
    drop(journal);
    let journal = open_again(&dir, &hand);
    assert_eq!(journal.prompt_again(silent.id).unwrap().unwrap(), silent.prompt);
}

#[test]
fn what_is_unsigned_tampered_silencing_or_newer_is_refused_and_the_rules_stay() {
    let Desk { journal, .. } = desk();
    journal.install_pack(&signed(1, |_| ())).unwrap();
    assert_eq!(refused(&journal, &ward(2, |_| ())), PackRefused::Unsigned);
    let tampered = signed(2, |_| ()).replace("38.0", "39.0");
    assert_eq!(refused(&journal, &tampered), PackRefused::Signature);
    assert_eq!(
        refused(&journal, r#"{"vigie-rules":2}"#),
        PackRefused::Pack(PackError::Newer { found: 2 })
    );
    let unknown = signed(2, |_| ()).replace("vigie-rules", "vigie-rulez");
    let unreadable = refused(&journal, &unknown);
    assert!(matches!(unreadable, PackRefused::Pack(PackError::Unreadable(_))), "{unreadable:?}");
    // A key signs what it likes with another program; it is judged here again.
    let silences = refused(&journal, SILENCING);
    assert_eq!(silences, PackRefused::Pack(PackError::Silences { rule: "brain".to_owned() }));
    assert_eq!(in_force(&journal), ward_version(1));
    assert_eq!(journal.packs().unwrap().len(), 1);
}

/// Signed by the ward's key, but by a program that does not look: no rule `brain`.
const SILENCING: &str = include_str!("silencing.json");

#[test]
fn an_older_or_equal_version_is_refused_and_the_same_rules_may_come_back_after_a_reset() {
    let Desk { hand, journal, .. } = desk();
    journal.install_pack(&signed(2, |_| ())).unwrap();
    let not_newer =
        |found| PackRefused::NotNewer { name: "hopital-de-jour".to_owned(), known: 2, found };
    assert_eq!(refused(&journal, &signed(1, |_| ())), not_newer(1));
    assert_eq!(refused(&journal, &signed(2, |_| ())), not_newer(2));
    assert_eq!(refused(&journal, &signed(2, |pack| pack.severe.at_least = 6)), not_newer(2));
    hand.pass_days(1);
    journal.reset_pack().unwrap();
    assert_eq!(in_force(&journal), vigies_own());
    journal.reset_pack().unwrap();
    assert_eq!(journal.packs().unwrap().len(), 2, "there was nothing to reset");
    assert_eq!(refused(&journal, &signed(1, |_| ())), not_newer(1));
    assert_eq!(refused(&journal, &signed(2, |pack| pack.severe.at_least = 6)), not_newer(2));
    hand.pass_days(1);
    journal.install_pack(&signed(2, |_| ())).unwrap();
    journal.install_pack(&signed(3, |_| ())).unwrap();
    assert_eq!(in_force(&journal), ward_version(3));
}

#[test]
fn a_name_stays_with_the_key_that_first_signed_it_even_after_a_reset() {
    let Desk { hand, journal, .. } = desk();
    journal.install_pack(&signed(1, |_| ())).unwrap();
    let stranger = SigningKey::make().unwrap();
    let theirs = SignedPack::sign(&ward(5, |_| ()), &stranger).unwrap();
    let other_key = PackRefused::OtherKey {
        name: "hopital-de-jour".to_owned(),
        known: key(1).public().fingerprint(),
        found: stranger.public().fingerprint(),
    };
    assert_eq!(refused(&journal, theirs.file()), other_key);
    hand.pass_days(1);
    journal.reset_pack().unwrap();
    assert_eq!(refused(&journal, theirs.file()), other_key);
    // Under a name of their own they are as good as anybody.
    let named = ward(1, |pack| "autre-equipe".clone_into(&mut pack.name));
    journal.install_pack(SignedPack::sign(&named, &stranger).unwrap().file()).unwrap();
    assert_eq!(in_force(&journal), ("autre-equipe".to_owned(), 1));
    // And the first team may come back with its next version.
    hand.pass_days(1);
    journal.install_pack(&signed(2, |_| ())).unwrap();
    assert_eq!(journal.packs().unwrap().len(), 4);
}

#[test]
fn checking_a_pack_changes_nothing() {
    let Desk { journal, .. } = desk();
    assert_eq!(journal.check_pack(&signed(1, |_| ())).unwrap().pack().version, 1);
    assert_eq!(in_force(&journal), vigies_own());
    assert!(journal.packs().unwrap().is_empty());
}

#[test]
fn a_pack_is_in_force_at_once_though_the_clock_was_set_back_since_the_one_before() {
    let Desk { dir, hand, journal } = desk();
    journal.install_pack(&signed(1, |_| ())).unwrap();
    hand.pass_days(-3);
    let installed = journal.install_pack(&signed(2, |_| ())).unwrap();
    assert_eq!(installed.rules().version, 2);
    drop(journal);
    let journal = open_again(&dir, &hand);
    assert_eq!(in_force(&journal), ward_version(2));
    hand.pass_days(-3);
    journal.reset_pack().unwrap();
    assert_eq!(in_force(&journal), vigies_own());
}
