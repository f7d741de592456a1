//! The stages of `cargo xtask test`, in the order in which they run. A new stage is one entry.

use std::path::Path;

use crate::house;
use crate::run::{Counts, Outcome, cargo_test, cargo_with, check};
use crate::tools;

/// One stage.
pub struct Stage {
    pub name: &'static str,
    pub about: &'static str,
    pub run: fn() -> Outcome,
}

/// Every stage.
pub const STAGES: &[Stage] = &[
    Stage {
        name: "style",
        about: "format, lints, documentation, licences and sources, the rules of the house",
        run: style,
    },
    Stage { name: "core", about: "every crate's own tests, with the simulator", run: core },
    Stage { name: "cli", about: "the command end to end, as a user runs it", run: cli },
    Stage {
        name: "documents",
        about: "the consultation report, read back from the PDF",
        run: documents,
    },
];

fn style() -> Outcome {
    let mut counts = check("format", &mut cargo_with(&["fmt", "--all", "--check"]));
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    counts = counts + check("lints", &mut cargo_with(&clippy));
    let mut doc = cargo_with(&["doc", "--workspace", "--no-deps", "--quiet"]);
    counts = counts + check("documentation", doc.env("RUSTDOCFLAGS", "-D warnings"));
    // Advisories need a database from the network; bans, licences and sources do not.
    let deny = ["deny", "--log-level", "error", "check", "bans", "licenses", "sources"];
    counts = counts
        + match tools::cargo_deny() {
            Ok(()) => check("dependencies", &mut cargo_with(&deny)),
            Err(why) => {
                println!("skipped: {why}");
                Counts { skipped: 1, ..Counts::default() }
            }
        };
    Outcome::Ran(counts + house::check(Path::new(".")))
}

fn core() -> Outcome {
    Outcome::Ran(cargo_test(&[
        "--workspace",
        "--exclude",
        "vigie-cli",
        "--exclude",
        "vigie-e2e",
        "--exclude",
        "vigie-report",
    ]))
}

fn cli() -> Outcome {
    match tools::debian("pdftotext", "poppler-utils") {
        Ok(()) => Outcome::Ran(cargo_test(&["--package", "vigie-cli", "--package", "vigie-e2e"])),
        Err(why) => Outcome::Skipped(why),
    }
}

fn documents() -> Outcome {
    match tools::debian("pdftotext", "poppler-utils") {
        Ok(()) => Outcome::Ran(cargo_test(&["--package", "vigie-report"])),
        Err(why) => Outcome::Skipped(why),
    }
}
