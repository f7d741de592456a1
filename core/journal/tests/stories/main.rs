//! The stories that every language's tests run (`tests/stories`), over the journal itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod calls;
mod drift;
mod read;
mod run;
mod stand_ins;

use serde_json::Value;

/// The table of the stories.
pub fn table() -> Vec<Value> {
    let text = include_str!("../../../../tests/stories/stories.json");
    serde_json::from_str(text).unwrap()
}

/// What a story needs, when it is one that some machines do not have.
const SMALL_DISK: &str = "small-disk";

/// Where the stories that need a small disk run, when there is one.
fn small_disk() -> Option<std::path::PathBuf> {
    std::env::var_os("VIGIE_SMALL_DISK").map(Into::into)
}

/// Runs the one story whose name begins so.
fn story(start: &str) {
    let of_name: Vec<Value> =
        table().into_iter().filter(|it| it["name"].as_str().unwrap().starts_with(start)).collect();
    let [story] = of_name.as_slice() else { panic!("{} stories begin so", of_name.len()) };
    let needs = story.get("needs").map(|needs| needs.as_str().unwrap());
    let folder = match needs {
        None => tempfile::tempdir(),
        Some(SMALL_DISK) => match small_disk() {
            Some(disk) => tempfile::tempdir_in(disk),
            None => {
                // Past libtest, which shows nothing of a test that passes.
                let skipped = "SKIPPED: there is no small disk (VIGIE_SMALL_DISK)\n";
                let _ = std::fs::write("/dev/stderr", skipped);
                return;
            }
        },
        Some(other) => panic!("nobody knows what '{other}' is"),
    };
    if let Err(why) = run::run(&story["steps"], folder.unwrap().path()) {
        panic!("{}\n{why}", story["name"]);
    }
}

macro_rules! stories {
    ($($test:ident $start:literal)*) => {
        $(
            #[test]
            fn $test() {
                story($start);
            }
        )*

        #[test]
        fn each_story_has_its_test() {
            assert_eq!(table().len(), [$($start),*].len());
        }
    };
}

stories! {
    first_run "First run"
    a_quiet_day "A quiet day"
    a_fever "A fever is told"
    a_slow_worsening "A slow worsening"
    a_silence "After a fever nothing"
    a_lost_phone "The phone is lost"
    a_wrong_passphrase "A wrong passphrase"
    a_full_disk_elsewhere "A full disk under"
    a_full_disk "The disk is really full"
    a_report "The report for the consultation"
    too_unwell "Too unwell"
    a_day_filled_in_later "A day is filled in later"
    an_older_copy "An older copy"
    two_copies "Two copies"
    a_device_key "The device's key"
    a_medicine "A medicine"
    a_question "A question"
    an_interrupted_check_in "A check-in that is interrupted"
}
