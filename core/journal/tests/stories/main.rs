//! The stories that every language's tests run (`tests/stories`), over the journal itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod calls;
mod read;
mod run;

use serde_json::Value;

const STORIES: &str = include_str!("../../../../tests/stories/stories.json");

#[test]
fn all() {
    let stories: Value = serde_json::from_str(STORIES).unwrap();
    let mut bad = 0;
    for story in stories.as_array().unwrap() {
        if story.get("needs").is_some() { continue; }
        let dir = tempfile::tempdir().unwrap();
        match run::run(&story["steps"], dir.path()) {
            Ok(()) => println!("ok {}", story["name"]),
            Err(why) => { bad += 1; println!("BAD {}\n  {why}", story["name"]); }
        }
    }
    assert_eq!(bad, 0);
}
