//! What stands around the symptoms, from the command line: every record is added, listed, corrected and taken back, in both
//! languages, and wrong input is answered with what would be accepted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod lists;
mod medicine;
mod records;
mod refused;
mod treatment;
mod typed;

use serde_json::Value;
use vigie_e2e::{Desk, Run};

/// Without the no-break spaces of French.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The one object that a command answered.
fn one(run: Run) -> Value {
    let mut all = run.ok().json();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Runs a command with `--json`, for one object.
fn json(desk: &Desk, args: &[&str]) -> Value {
    one(desk.vigie(&[args, &["--json"]].concat()))
}

/// Runs a command with `--json`, for every object.
fn all(desk: &Desk, args: &[&str]) -> Vec<Value> {
    desk.vigie(&[args, &["--json"]].concat()).ok().json()
}

/// What a command says in French.
fn french(desk: &Desk, args: &[&str]) -> String {
    plain(&desk.vigie(&[args, &["--lang", "fr"]].concat()).ok().out)
}

/// What a command says in English.
fn english(desk: &Desk, args: &[&str]) -> String {
    plain(&desk.vigie(args).ok().out)
}
