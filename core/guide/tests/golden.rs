//! Directory files of the first version are read by this one, for ever: when this test fails, the reading code is wrong, not
//! the file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_guide::directory::{Directory, Kind};
use vigie_words::{Lang, Words};

#[test]
fn a_directory_of_version_1_reads_as_it_was_written_in_both_forms() {
    let today = "2026-11-23".parse().unwrap();
    let json = Directory::read(include_bytes!("golden/directory-v1.json"), today).unwrap();
    let table = Directory::read(include_bytes!("golden/directory-v1.csv"), today).unwrap();
    assert_eq!(json, table);
    let [amis, listening] = json.entries() else { panic!("{json:?}") };
    let (fr, en) = (Words::of(Lang::Fr), Words::of(Lang::En));
    assert_eq!((amis.kind, amis.name.as_str()), (Kind::TalkingGroup, "Les Amis du lundi"));
    assert_eq!(amis.offers.in_lang(Lang::Fr), "Un café entre patients, avec une psychologue.");
    assert_eq!(amis.offers.in_lang(Lang::En), "Coffee among patients, with a psychologist.");
    assert_eq!(amis.web.as_deref(), Some("https://amis.example/lundi"));
    assert_eq!(amis.phone(today).unwrap().shown(fr), "02 98 00 00 00");
    assert_eq!(amis.hours.as_ref().unwrap().as_str(), "lundi, 14 h à 16 h");
    assert_eq!(amis.place.shown(en), "Brest, Finistère, Bretagne");
    let languages: Vec<_> = amis.languages.iter().map(|language| language.as_str()).collect();
    assert_eq!(languages, ["français", "brezhoneg"]);
    assert_eq!(amis.source, "Affiche du service d’oncologie");
    assert_eq!(amis.seen.to_string(), "2026-10-01");
    assert_eq!(listening.kind, Kind::ListeningLine);
    assert!(listening.place.is_national() && listening.web.is_none());
    assert_eq!(
        listening.phone(today).unwrap().shown(en),
        "06 00 00 00 00 (by text message, not by call) (not confirmed since 2\u{a0}May\u{a0}2024)"
    );
}
