//! Plays a page of docs/walks as a newcomer would: its files are written, its commands typed into a terminal, and what the
//! terminal says is held against what the page shows. How a page is written: docs/walks/README.md.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // these are tests' helpers

mod page;
mod shown;
mod terminal;

use std::path::Path;

pub use page::{Action, Page};
pub use terminal::Terminal;

/// Plays every action of a page in a folder of its own, which has the repository beside it as `vigie`. Gives the number of
/// commands that were run.
///
/// # Panics
/// When a command fails, or says something else than the page shows.
pub fn play(name: &str, path: &[&Path]) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let file = root.join("docs/walks").join(name);
    let text = std::fs::read_to_string(&file).unwrap();
    let page = Page::read(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::new(folder.path(), path);
    #[cfg(unix)]
    std::os::unix::fs::symlink(&root, terminal.start().join("vigie")).unwrap();
    for action in &page.actions {
        if let Err(why) = terminal.act(action) {
            panic!("{name}: {why}");
        }
    }
    page.actions.iter().filter(|action| matches!(action, Action::Command { .. })).count()
}
