//! Shows that the tests of the vault notice when a defence is taken out: a copy of the sources is changed in one place, and
//! the tests that name the attack have to fail.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::built_before;
use crate::run::{Counts, cargo};
use crate::tools;

/// One defence, and how to take it out.
pub struct Defence {
    /// What it stands against.
    pub against: &'static str,
    /// Each place that is changed: file, what stands there once, what is put in its place.
    pub changes: &'static [(&'static str, &'static str, &'static str)],
    /// The test target that has to fail, as `cargo test` takes it.
    pub target: &'static [&'static str],
    /// The tests in it that name the attack.
    pub tests: &'static str,
}

const MANIFEST: &str = "core/vault/src/manifest.rs";
const NO_CHAIN: (&str, &str, &str) =
    (MANIFEST, "if !found.chain.matches(&self.first.digest) {", "if false {");
const VAULT: &[&str] = &["--test", "vault"];
/// Both at once: cargo compiles what they depend on in the same way for both, and only once.
const LIBRARIES: &[&str] = &["--package", "vigie-vault", "--package", "vigie-seal", "--lib"];
const PACKS: &[&str] = &["--test", "packs"];

/// Every defence that is taken out.
pub const DEFENCES: &[Defence] = &[
    Defence {
        against: "a record deleted or added",
        changes: &[
            (
                MANIFEST,
                "if self.first.count != found.count || self.first.seq != found.last_seq {",
                "if false {",
            ),
            NO_CHAIN,
        ],
        target: VAULT,
        tests: "tampering::a_deleted_record",
    },
    Defence {
        against: "records exchanged, or taken from another copy",
        changes: &[NO_CHAIN],
        target: VAULT,
        tests: "tampering::",
    },
    Defence {
        against: "payloads exchanged between records",
        changes: &[
            NO_CHAIN,
            (
                "core/vault/src/binding.rs",
                "Place::Record => [1, 0],",
                "Place::Record => return join([&[0; BINDING_LEN]]),",
            ),
        ],
        target: VAULT,
        tests: "tampering::two_payloads_exchanged",
    },
    Defence {
        against: "an older header under a newer manifest",
        changes: &[(MANIFEST, "if self.first.header != header {", "if false {")],
        target: LIBRARIES,
        tests: "vault::tests::",
    },
    Defence {
        against: "a header made up by somebody without the root",
        changes: &[("core/vault/src/header.rs", "if key.verify(signed, code) {", "if true {")],
        target: LIBRARIES,
        tests: "header::tests::a_header_changed_without_the_root",
    },
    Defence {
        against: "a trigger, a view or another table",
        changes: &[("core/vault/src/store.rs", "if same {", "if true {")],
        target: VAULT,
        tests: "tampering::a_trigger",
    },
    Defence {
        against: "a rollback file that SQLite would play back",
        changes: &[(
            "core/vault/src/store.rs",
            "if beside(path, \"-journal\").try_exists()? {",
            "if false {",
        )],
        target: VAULT,
        tests: "errors::a_rollback_file",
    },
    Defence {
        against: "files changed by an opening that fails",
        changes: &[(
            "core/vault/src/store.rs",
            "conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;",
            "",
        )],
        target: VAULT,
        tests: "errors::a_wrong_key_leaves",
    },
    Defence {
        against: "a whole older copy put back",
        changes: &[(
            "core/vault/src/anchor.rs",
            "if found.generation < anchored.generation || found.epoch < anchored.epoch {",
            "if false {",
        )],
        target: VAULT,
        tests: "replayed::every_old_whole_file",
    },
    Defence {
        against: "a longer history that is not the journal's own",
        changes: &[(
            "core/vault/src/anchor.rs",
            "if found.epoch == anchored.epoch && chain_at != Some(anchored.chain) {",
            "if false {",
        )],
        target: VAULT,
        tests: "anchor::older_tampered_and_newer",
    },
    Defence {
        against: "a -wal file cut or changed after a crash",
        changes: &[(
            "core/vault/src/vault.rs",
            "Some(Err(error)) => return Err(error.into()),",
            "Some(Err(_)) => None,",
        )],
        target: VAULT,
        tests: "replayed::a_flipped_byte_or_a_cut_of_the_wal",
    },
    Defence {
        against: "a segment deleted, or rows put back beside it",
        changes: &[
            (
                MANIFEST,
                "if self.first.count != found.count || self.first.seq != found.last_seq {",
                "if false {",
            ),
            NO_CHAIN,
        ],
        target: VAULT,
        tests: "segments::",
    },
    Defence {
        against: "a segment moved to another place",
        changes: &[
            NO_CHAIN,
            (
                "core/vault/src/segment.rs",
                "(u128::from(first)).to_le_bytes()",
                "(u128::from(first) * 0).to_le_bytes()",
            ),
        ],
        target: LIBRARIES,
        tests: "segment::tests::",
    },
    Defence {
        against: "what is freed left in memory",
        changes: &[(
            "core/journal/tests/memory.rs",
            "static ALLOCATOR: WipingAllocator = WIPING_ALLOCATOR;",
            "static ALLOCATOR: std::alloc::System = std::alloc::System;",
        )],
        target: &["--test", "memory"],
        tests: "after_lock",
    },
    Defence {
        against: "a part of an attachment deleted or added",
        changes: &[
            (MANIFEST, "if self.chunks != found.chunks {", "if false {"),
            ("core/vault/src/store.rs", "if count != last {", "if false {"),
        ],
        target: VAULT,
        tests: "blobs::parts_deleted",
    },
    Defence {
        against: "parts of an attachment exchanged",
        changes: &[(
            "core/vault/src/binding.rs",
            "join([&bind(scope, Place::Chunk, blob), &n.to_le_bytes()])",
            "{ let _ = n; join([&bind(scope, Place::Chunk, blob), &[0; 4]]) }",
        )],
        target: VAULT,
        tests: "blobs::parts_exchanged",
    },
    Defence {
        against: "a part of an attachment that stands in another's place",
        changes: &[(
            "core/vault/src/blobs.rs",
            "Some(_) => Err(VaultError::Tampered { what: \"a part of an attachment is there twice\" }),",
            "Some(_) => Ok(()),",
        )],
        target: VAULT,
        tests: "blobs::parts_exchanged",
    },
    Defence {
        against: "an older copy that counts as accepted before that is recorded",
        changes: &[(
            "core/vault/src/vault.rs",
            "if settled && vault.older.is_none() {",
            "if settled {",
        )],
        target: VAULT,
        tests: "anchor::an_older_copy_is_opened",
    },
    Defence {
        against: "an accepted older copy that takes the newest one's place",
        changes: &[(
            "core/vault/src/vault.rs",
            "progress.copy = CopyId::make()?;",
            "let _ = CopyId::make;",
        )],
        target: VAULT,
        tests: "anchor::an_older_copy_is_opened",
    },
    Defence {
        against: "files changed before their content was understood",
        changes: &[
            ("core/vault/src/vault.rs", "let made_of_it = understood(records)?;", ""),
            (
                "core/vault/src/vault.rs",
                "Ok((Opened { store, keys, progress, header, anchoring, older }, made_of_it))",
                "Ok((Opened { store, keys, progress, header, anchoring, older }, understood(records)?))",
            ),
        ],
        target: VAULT,
        tests: "anchor::what_is_not_understood",
    },
    Defence {
        against: "a file made to be followed in circles by a rescue",
        changes: &[(
            "core/vault/src/cells.rs",
            "if !passed.insert(number) {",
            "if !passed.insert(number) && false {",
        )],
        target: LIBRARIES,
        tests: "cells::tests::a_cell_that_goes_on",
    },
    Defence {
        against: "a rescue that does not ask the anchor",
        changes: &[(
            "core/vault/src/rescue.rs",
            "let anchored = anchoring.load(manifest.copy()).ok().flatten();",
            "let anchored: Option<crate::anchor::AnchorPoint> = None;",
        )],
        target: VAULT,
        tests: "rescue::what_the_anchor_knows",
    },
    Defence {
        against: "power lost before a record was on the disk",
        changes: &[(
            "core/vault/src/store.rs",
            "PRAGMA synchronous = FULL;",
            "PRAGMA synchronous = NORMAL;",
        )],
        target: &["--test", "power"],
        tests: "every_acknowledged_record_is_there",
    },
    Defence {
        against: "power lost after a kill, before what it left was on the disk",
        changes: &[(
            "core/vault/src/store.rs",
            "write_again(wal)?;",
            "let _ = (wal, write_again);",
        )],
        target: &["--test", "power"],
        tests: "what_",
    },
    Defence {
        against: "the last key that is not a phone's removed",
        changes: &[(
            "core/vault/src/header.rs",
            "if !body.slots.iter().any(|slot| slot.kind().is_portable()) {",
            "if false {",
        )],
        target: VAULT,
        tests: "keys::the_last_key",
    },
    Defence {
        against: "an old passphrase's slot left on the disk",
        changes: &[(
            "core/vault/src/keys.rs",
            "// Done and durable; if the disk is too full to fold the old pages away, the next closing does it.\n        let _ = self.store.fold();",
            "",
        )],
        target: VAULT,
        tests: "keys::a_changed_passphrase",
    },
    Defence {
        against: "what was sealed under old keys left on the disk",
        changes: &[(
            "core/vault/src/keys.rs",
            "let _ = self.store.vacuum();\n        let _ = self.store.fold();",
            "",
        )],
        target: VAULT,
        tests: "rotation::after_a_rotation",
    },
    Defence {
        against: "huge costs asked for by a file",
        changes: &[(
            "core/seal/src/kdf.rs",
            "if !(8 * lanes..=Self::MAX_MEMORY_KIB).contains(&memory_kib) {",
            "if false {",
        )],
        target: LIBRARIES,
        tests: "kdf::",
    },
    Defence {
        against: "a backup cut where a chunk ends",
        changes: &[("core/seal/src/age.rs", "*flag = u8::from(last);", "*flag = 0;")],
        target: LIBRARIES,
        tests: "age::tests::",
    },
    Defence {
        against: "a backup's header changed",
        changes: &[(
            "core/seal/src/age.rs",
            "if !header_key(&file_key).verify(header.as_bytes(), &mac) {",
            "if !header_key(&file_key).verify(header.as_bytes(), &mac) && false {",
        )],
        target: LIBRARIES,
        tests: "age::tests::a_flipped_bit",
    },
    Defence {
        against: "a merge of somebody else's journal",
        changes: &[(
            "core/vault/src/backup.rs",
            "if other.store != self.store_id() {",
            "if false {",
        )],
        target: VAULT,
        tests: "backup::a_merge_of_another_journal",
    },
    Defence {
        against: "rules changed on their way",
        changes: &[(
            "core/journal/src/packs/signed.rs",
            "if !signer.verify(&SIGNED_AS, envelope.pack.as_bytes(), &signature) {",
            "if !signer.verify(&SIGNED_AS, envelope.pack.as_bytes(), &signature) && false {",
        )],
        target: PACKS,
        tests: "files::a_signed_pack_with_any_byte_flipped",
    },
    Defence {
        against: "rules of somebody else in a team's name",
        changes: &[(
            "core/journal/src/packs/mod.rs",
            "if last.signer() != signed.signer() {",
            "if false {",
        )],
        target: PACKS,
        tests: "life::a_name_stays_with_the_key",
    },
    Defence {
        against: "rules that silence a sign that means now",
        changes: &[(
            "core/watch/src/accept.rs",
            "Some(rule) => Err(PackError::Silences { rule: rule.id.clone() }),",
            "Some(_) => Ok(()),",
        )],
        target: &["--test", "never_silenced"],
        tests: "whenever_the_built_in_rules_say_now",
    },
    Defence {
        against: "older rules put back",
        changes: &[(
            "core/journal/src/packs/mod.rs",
            "if found > known || back {",
            "if found > 0 || back || known > 0 {",
        )],
        target: PACKS,
        tests: "life::an_older_or_equal_version",
    },
];

/// What is copied: the sources, and nothing that was built.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo",
    "core",
    "bindings",
    "tests",
    "clippy.toml",
];

/// Takes out each defence in turn; one that no test misses is a failure.
pub fn check(root: &Path) -> Result<Counts, String> {
    let tree = tools::under_target("defences")?;
    // Built apart: a program without a defence must never stand where other tests look for the real one.
    let built = tools::under_target("defences-build")?;
    // Whatever cannot be taken over is compiled.
    let _ = built_before::take_over(&tools::under_target("debug")?, &built.join("debug"));
    let mut counts = Counts::default();
    for defence in DEFENCES {
        copy_sources(root, &tree).map_err(|error| error.to_string())?;
        let missed = without(&tree, &built, defence);
        println!(
            "{} without the defence against {}{}",
            if missed.is_ok() { "ok    " } else { "FAILED" },
            defence.against,
            missed.as_ref().err().map_or_else(String::new, |why| format!(": {why}"))
        );
        counts = counts + Counts::one(missed.is_ok());
    }
    Ok(counts)
}

/// Changes the copy and runs the tests in it, which have to fail.
fn without(tree: &Path, built: &Path, defence: &Defence) -> Result<(), String> {
    for (file, there, instead) in defence.changes {
        let path = tree.join(file);
        let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
        if text.matches(there).count() != 1 {
            return Err(format!("'{there}' does not stand once in {file}"));
        }
        fs::write(&path, text.replace(there, instead)).map_err(|error| error.to_string())?;
    }
    let test = |last: &[&str]| {
        let mut command = Command::new(cargo());
        command
            .args(["test", "--quiet", "--target-dir"])
            .arg(built)
            .args(if defence.target.contains(&"--package") { &[][..] } else { &["--workspace"] })
            .args(defence.target)
            .args(last)
            // Two or three lines change at a time, some forty times.
            .env("CARGO_INCREMENTAL", "1")
            .current_dir(tree)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        command.output()
    };
    let compiled = test(&["--no-run"]).map_err(|error| error.to_string())?;
    if !compiled.status.success() {
        return Err("it does not compile".to_owned());
    }
    let run = test(&["--", defence.tests]).map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&run.stdout);
    match (run.status.success(), said.contains("test result: FAILED")) {
        (false, true) => Ok(()),
        (false, false) => Err("the tests did not run".to_owned()),
        (true, _) => Err(format!("no test of '{}' failed", defence.tests)),
    }
}

fn copy_sources(root: &Path, tree: &Path) -> std::io::Result<()> {
    fs::create_dir_all(tree)?;
    for name in SOURCES {
        copy(&root.join(name), &tree.join(name))?;
    }
    Ok(())
}

/// Copies what differs, so that what is unchanged is not built again.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let name: PathBuf = entry?.file_name().into();
            // What a fuzzer finds comes and goes, and is not needed.
            if !["target", "corpus"].map(Path::new).contains(&name.as_path()) {
                copy(&from.join(&name), &to.join(&name))?;
            }
        }
        return Ok(());
    }
    let bytes = fs::read(from)?;
    if fs::read(to).ok().as_deref() != Some(&bytes) {
        fs::write(to, bytes)?;
    }
    Ok(())
}
