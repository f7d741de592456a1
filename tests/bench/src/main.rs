//! Benchmarks: each row is a ratio against a peer, measured in the same run, A B A B and so on.
//!
//! `cargo xtask bench` for everything, `cargo xtask bench vault` for the vault against SQLCipher and others, `--quick` for a
//! small one. Absolute times stand beside the ratios and mean nothing on another machine.
//!
//! `cargo xtask bench watch` compares not times but detectors: the trend against published rules, at equal false rates.
//!
//! `cargo xtask bench documents` weighs every form of the report against the plainest table of the same numbers.
//!
//! `cargo xtask bench trials` weighs the shortlist of trials against reading a whole registry, and against labels made by hand.
//!
//! `cargo xtask bench bindings` weighs calls from Kotlin, Swift and Python against calls from Rust.
//!
//! `cargo xtask bench app` weighs the app's screens: against an empty one, and with a long journal against a short one.
//!
//! By itself: `vigie-bench [--quick]` prints the table of the journal, `vigie-bench vault PEERS [--quick]` that of the vault,
//! with the program of `tests/peers`, `vigie-bench documents [--quick]` that of the documents, `vigie-bench watch [--quick] [--python PYTHON | --without-python WHY]` that of the trend. `vigie-bench worker DIR DAYS` is one side of the latter (`contest.rs`).
#![allow(clippy::print_stdout)] // it prints a table

mod app;
mod border;
mod contest;
mod documents;
mod duel;
mod measure;
mod ours;
mod trials;
mod watch;
mod work;

use std::path::Path;

use contest::Failure;
use measure::{Row, print};

fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match *args.as_slice() {
        ["worker", dir, days] => ours::worker(dir, days),
        ["vault", peers] => vault(peers, false),
        ["vault", peers, "--quick"] => vault(peers, true),
        ["documents"] => weigh(false),
        ["documents", "--quick"] => weigh(true),
        ["app", java] => app_costs(java, false),
        ["app", java, "--quick"] => app_costs(java, true),
        ["border", ref options @ ..] => border_costs(options),
        ["trials"] => trials_shortlist(false),
        ["trials", "--quick"] => trials_shortlist(true),
        ["trials", "worker", side, file] => trials::worker(side, file),
        ["watch", ref options @ ..] => trend(options),
        [] => journal(false),
        ["--quick"] => journal(true),
        _ => Err("usage: vigie-bench [vault PEERS | documents | trials | app JAVA | border NAME=COMMAND… | watch [--python PYTHON | --without-python WHY]] [--quick]".into()),
    }
}

/// A folder on the disk the project is on: a memory file system would make syncing free.
fn folder() -> Result<tempfile::TempDir, Failure> {
    let target = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target");
    std::fs::create_dir_all(target)?;
    Ok(tempfile::Builder::new().prefix("bench-").tempdir_in(target)?)
}

/// Prints the journal's table.
fn journal(quick: bool) -> Result<(), Failure> {
    print(&run(quick)?);
    Ok(())
}

/// Every row of the journal's table.
fn run(quick: bool) -> Result<Vec<Row>, Failure> {
    let dir = folder()?;
    let size = work::Size::of(quick);
    let mut rows = Vec::new();
    rows.extend(work::insert(dir.path(), &size)?);
    rows.extend(work::open(dir.path(), &size)?);
    rows.extend(work::import(dir.path(), &size)?);
    rows.extend(work::replay_table(dir.path(), &size)?);
    Ok(rows)
}

/// Prints the vault's table, and a line for programs for each row that has a goal.
fn vault(peers: &str, quick: bool) -> Result<(), Failure> {
    let rows = duel::rows(folder()?.path(), Path::new(peers), quick)?;
    print(rows.iter().map(|(_, row)| row));
    println!();
    for (name, row) in &rows {
        if let Some(name) = name {
            println!("ratio {name} {:.3}", row.ratio());
        }
    }
    Ok(())
}

/// Prints the documents' table.
fn weigh(quick: bool) -> Result<(), Failure> {
    print(&documents::rows(quick)?);
    Ok(())
}

/// Prints the tables of the shortlist of trials.
fn trials_shortlist(quick: bool) -> Result<(), Failure> {
    print(&trials::rows(folder()?.path(), quick)?);
    println!("\n{}", trials::table()?);
    Ok(())
}

/// Prints what calls cost from other languages: `border [--quick] [--in=DIR] NAME=COMMAND…`, the words of a
/// command apart by tabs.
fn border_costs(options: &[&str]) -> Result<(), Failure> {
    let programs = options
        .iter()
        .filter(|option| !option.starts_with("--"))
        .filter_map(|option| option.split_once('='));
    let programs: Vec<border::Program<'_>> = programs
        .map(|(name, command)| border::Program { name, command: command.split('\t').collect() })
        .collect();
    let within = options.iter().find_map(|option| option.strip_prefix("--in="));
    let folder = match within {
        Some(within) => tempfile::Builder::new().prefix("bench-").tempdir_in(within)?,
        None => folder()?,
    };
    print(&border::rows(folder.path(), &programs, options.contains(&"--quick"))?);
    Ok(())
}

/// Prints what the app's screens cost; the words of the command are apart by tabs.
fn app_costs(java: &str, quick: bool) -> Result<(), Failure> {
    let java: Vec<&str> = java.split('\t').collect();
    print(&app::rows(folder()?.path(), &java, quick)?);
    Ok(())
}

/// Prints the trend detector's tables.
fn trend(options: &[&str]) -> Result<(), Failure> {
    let (mut quick, mut python) = (false, Err("no Python was named"));
    let mut rest = options;
    loop {
        rest = match rest {
            [] => break,
            ["--quick", rest @ ..] => {
                quick = true;
                rest
            }
            ["--python", path, rest @ ..] => {
                python = Ok(Path::new(*path));
                rest
            }
            ["--without-python", why, rest @ ..] => {
                python = Err(*why);
                rest
            }
            [other, ..] => return Err(format!("'{other}' is no option of watch").into()),
        };
    }
    print!("{}", watch::run(quick, python)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_is_measured() {
        let rows = super::run(true).unwrap();
        // One more where there is a Python to compare with.
        assert!((9..=10).contains(&rows.len()));
        assert!(rows.iter().all(|row| row.ratios.iter().all(|ratio| *ratio > 0.0)));
    }
}
