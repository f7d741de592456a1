//! A team's directory of support is kept in the journal, checked before, and never lost to a merge.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, backup, create, reopen, restore};
use vigie_journal::{JournalError, Lang, UnfinishedForm, Words};

const TEAM: &str = "kind,name,offers,web,place,source,seen\n\
    psychologist,Mme Roux,Entretiens à l’hôpital de jour,https://example.org,city:Lyon,affiche du service,2026-11-02\n";

#[test]
fn a_teams_directory_stands_in_the_place_of_the_shipped_list_until_it_is_taken_away() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let (shipped, own) = journal.directory().unwrap();
    assert!(!own && shipped.entries().len() > 10);
    journal.keep_directory(Some(TEAM.as_bytes())).unwrap();
    let records = journal.verify().unwrap().records;
    journal.keep_directory(Some(TEAM.as_bytes())).unwrap();
    assert_eq!(journal.verify().unwrap().records, records, "the same file is kept once");
    drop(journal);
    let journal = reopen(dir.path(), &clock);
    let (team, own) = journal.directory().unwrap();
    assert!(own);
    assert_eq!(team.entries()[0].name.as_str(), "Mme Roux");
    journal.keep_directory(None).unwrap();
    assert_eq!(journal.directory().unwrap(), (shipped, false));
}

#[test]
fn a_directory_without_sources_is_refused_in_a_sentence_and_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    journal.keep_directory(Some(TEAM.as_bytes())).unwrap();
    let without = TEAM.replace("affiche du service", "");
    let refused = journal.keep_directory(Some(without.as_bytes())).unwrap_err();
    assert!(matches!(refused, JournalError::Directory(_)));
    for &lang in Lang::ALL {
        let said = refused.sentence(Words::of(lang));
        assert!(said.contains('2') && !said.contains("Roux"), "{said}");
    }
    assert!(journal.directory().unwrap().1);
}

#[test]
fn a_form_that_is_not_finished_is_there_after_a_lock_and_in_no_backup() {
    let (dir, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    assert_eq!(journal.form().unwrap(), None);
    let values = [("test".to_owned(), "CA 15-3".to_owned())].into();
    let form = UnfinishedForm { form: "a result".to_owned(), values };
    journal.keep_form(Some(&form)).unwrap();
    journal.lock().unwrap();
    let journal = reopen(dir.path(), &clock);
    assert_eq!(journal.form().unwrap(), Some(form));
    assert_eq!(journal.draft().unwrap(), None, "it is no check-in");
    assert_eq!(restore(new.path(), &backup(&journal), &clock).form().unwrap(), None);
    journal.keep_form(None).unwrap();
    assert_eq!(journal.form().unwrap(), None);
}
