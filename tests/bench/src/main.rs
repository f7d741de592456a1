//! Benchmarks: each row is a ratio against a peer, measured in the same run, A B A B and so on.
//!
//! `cargo xtask bench` for the full table, `cargo xtask bench --quick` for a small one. Absolute
//! times stand beside the ratios and mean nothing on another machine.
#![allow(clippy::print_stdout)] // it prints a table

mod measure;
mod work;

use measure::{Row, print};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let quick = std::env::args().any(|arg| arg == "--quick");
    let rows = run(quick)?;
    print(&rows);
    Ok(())
}

/// Every row of the table.
fn run(quick: bool) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    // On the disk the project is on: a memory file system would make syncing free.
    let target = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target");
    std::fs::create_dir_all(target)?;
    let dir = tempfile::Builder::new().prefix("bench-").tempdir_in(target)?;
    let size = work::Size::of(quick);
    let mut rows = Vec::new();
    rows.extend(work::insert(dir.path(), &size)?);
    rows.extend(work::open(dir.path(), &size)?);
    rows.extend(work::import(dir.path(), &size)?);
    rows.extend(work::replay_table(dir.path(), &size)?);
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_is_measured() {
        let rows = super::run(true).unwrap();
        assert_eq!(rows.len(), 7);
        assert!(rows.iter().all(|row| row.ratios.iter().all(|ratio| *ratio > 0.0)));
    }
}
