//! Keys, backups, copies, attachments and a damaged journal, as somebody at a desk has them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::fs;
use std::path::Path;

use vigie_e2e::{Desk, PASSPHRASE};

const ONE: &str = r#"{"date":"2026-11-20","answers":{"fatigue":4},"note":"un mot"}"#;
const TWO: &str = r#"{"date":"2026-11-21","answers":{"fatigue":5}}"#;

fn with_two_days() -> Desk {
    let desk = Desk::with_passphrase();
    desk.log(&format!("{ONE}\n{TWO}")).ok();
    desk
}

/// With spaces that may break.
fn plain(said: &str) -> String {
    said.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_backup_is_written_once_read_again_and_restored_elsewhere() {
    let desk = with_two_days();
    let said = desk.vigie(&["backup", "--to", "diary.age"]).ok().out;
    assert!(said.contains("written and read again") && said.contains("diary.age"), "{said}");
    desk.vigie(&["backup", "--to", "diary.age"]).refused(9, "already exists");
    desk.vigie(&["backup", "--to", "journal/diary.age"]).refused(9, "own folder");
    let restored = plain(&desk.vigie(&["restore", "diary.age", "--dir", "phone"]).ok().out);
    assert!(restored.contains("2 entries, the last of 21 November 2026"), "{restored}");
    desk.vigie(&["restore", "diary.age", "--dir", "phone"]).refused(4, "already");
    let verified = desk.vigie(&["verify", "--dir", "phone"]).ok().out;
    assert!(verified.contains("2 entries"), "{verified}");
    // The original is none the worse for it, on the same machine.
    desk.vigie(&["status"]).ok();
    let wrong = desk.write("other", "not the passphrase");
    desk.vigie(&["restore", "diary.age", "--dir", "new", "--passphrase-file", &wrong])
        .refused(3, "does not open the backup");
    assert!(!desk.path("new/journal.vigie").exists());
    desk.write("letter.txt", "Dear all");
    desk.vigie(&["restore", "letter.txt", "--dir", "new"]).refused(6, "not a Vigie backup");
    let whole = fs::read(desk.path("diary.age")).unwrap();
    desk.write("cut.age", &whole[..whole.len() - 20]);
    desk.vigie(&["restore", "cut.age", "--dir", "new"]).refused(6, "damaged or incomplete");
    assert!(!desk.path("new/journal.vigie").exists());
}

#[test]
fn nothing_is_none_and_not_one_in_french() {
    let desk = Desk::empty();
    desk.vigie(&["init"]).ok();
    let said = |args: &[&str]| desk.vigie(&[args, &["--lang", "fr"]].concat()).ok().out;
    let verified = said(&["verify"]);
    assert!(verified.contains("aucune entrée, aucune alerte, aucune pièce jointe"), "{verified}");
    assert!(said(&["status"]).contains("Aucun jour renseigné"));
}

#[test]
fn a_backup_made_with_the_recovery_code_opens_with_it_however_it_is_typed() {
    let desk = Desk::empty();
    let code = desk.vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    let code = code.as_str().unwrap();
    desk.vigie_with(code, &["backup", "--to", "diary.age"]).ok();
    let typed = code.to_lowercase().replace('-', " ");
    let restore = ["restore", "diary.age", "--dir", "phone"];
    // The code does not become the new journal's passphrase: typed there, it would be taken for a code.
    desk.vigie_with(&typed, &restore).refused(2, "--new-passphrase-file");
    let new = desk.write("new", "une phrase neuve");
    desk.vigie_with(&typed, &[&restore[..], &["--new-passphrase-file", &new]].concat()).ok();
    desk.vigie_with("une phrase neuve", &["status", "--dir", "phone"]).ok();
    let code_file = desk.write("code", code);
    let restore = ["restore", "diary.age", "--dir", "other", "--new-passphrase-file", &code_file];
    desk.vigie_with(code, &restore).refused(9, "in your own words");
}

#[test]
fn a_backup_a_day_is_made_once_and_older_ones_go() {
    let desk = with_two_days();
    let daily = |day: &str| {
        let mut command = desk.command(&["backup", "--daily", "backups", "--keep", "2", "--json"]);
        command.env("VIGIE_NOW", format!("2026-11-{day}T09:00+01:00"));
        vigie_e2e::run(&mut command).ok().json().remove(0)
    };
    assert_eq!(daily("23")["made"], true);
    assert_eq!(daily("23")["made"], false);
    assert_eq!(daily("24")["made"], true);
    let third = daily("25");
    assert_eq!(third["pruned"].as_array().unwrap().len(), 1);
    assert_eq!(fs::read_dir(desk.path("backups")).unwrap().count(), 2);
}

#[test]
fn a_relatives_copy_is_merged_and_what_both_changed_is_shown_until_it_is_settled() {
    let desk = with_two_days();
    desk.vigie(&["backup", "--to", "start.age"]).ok();
    desk.vigie(&["restore", "start.age", "--dir", "paul"]).ok();
    let line = r#"{"date":"2026-11-22","answers":{"nausea":6}}"#;
    let file = desk.write("paul.jsonl", line);
    desk.vigie(&["log", "--json", &file, "--dir", "paul"]).ok();
    let new = desk.write("new", "la phrase de Paul");
    desk.vigie(&["backup", "--to", "paul.age", "--dir", "paul", "--backup-passphrase-file", &new])
        .ok();
    desk.vigie(&["merge", "paul.age"]).refused(3, "--backup-passphrase-file");
    let merged = desk.vigie(&["merge", "paul.age", "--backup-passphrase-file", &new]).ok().out;
    assert!(merged.contains("one new entry"), "{merged}");
    let again = desk.vigie(&["merge", "paul.age", "--backup-passphrase-file", &new]).ok().out;
    assert!(again.contains("already had everything"), "{again}");
    let rows = desk.rows();
    assert!(
        rows.iter().any(|row| row.contains("2026-11-22") && row.contains("nausea")),
        "{rows:?}"
    );
    let other = Desk::with_passphrase();
    let theirs = desk.path("start.age").to_str().unwrap().to_owned();
    other.vigie(&["merge", &theirs]).refused(9, "another journal");
}

#[test]
fn an_older_copy_put_back_is_said_and_opened_only_on_purpose() {
    let desk = with_two_days();
    let file = desk.path("journal/journal.vigie");
    let older = fs::read(&file).unwrap();
    desk.log(r#"{"date":"2026-11-22","answers":{"fatigue":6}}"#).ok();
    fs::write(&file, &older).unwrap();
    desk.vigie(&["status"]).refused(10, "an older copy");
    desk.vigie(&["status", "--lang", "fr"]).refused(10, "copie plus ancienne");
    assert_eq!(fs::read(&file).unwrap(), older, "nothing was touched");
    let newest = {
        fs::write(&file, &older).unwrap();
        desk.vigie(&["status", "--accept-older"]).ok();
        desk.vigie(&["status"]).ok();
        fs::read(&file).unwrap()
    };
    // Two histories of one copy cannot both be true.
    let other = Desk::empty();
    fs::create_dir(other.path("journal")).unwrap();
    fs::write(other.path("journal/journal.vigie"), &newest).unwrap();
    other.log(r#"{"date":"2026-11-19","answers":{"fatigue":1}}"#).ok();
    desk.log(r#"{"date":"2026-11-22","answers":{"fatigue":7}}"#).ok();
    fs::copy(other.path("journal/journal.vigie"), &file).unwrap();
    desk.vigie(&["status"]).refused(11, "changed from outside");
    desk.vigie(&["verify", "--lang", "fr"]).refused(11, "modifié de l’extérieur");
}

#[test]
fn a_photo_is_kept_with_its_day_and_written_out_as_it_was() {
    let desk = with_two_days();
    let photo: Vec<u8> = (0..=255).cycle().take(5_000_000).collect();
    desk.write("rash.jpg", &photo);
    desk.vigie(&["attach", "rash.jpg", "--date", "2026-11-22"]).ok();
    let listed = plain(&desk.vigie(&["attachments"]).ok().out);
    assert!(listed.starts_with("22 November 2026  rash.jpg  4883 kB  "), "{listed}");
    let id = desk.vigie(&["attachments", "--json"]).ok().json()[0]["id"].clone();
    let id = id.as_str().unwrap();
    desk.vigie(&["attachments", "--id", id, "--to", "out.jpg"]).ok();
    assert_eq!(fs::read(desk.path("out.jpg")).unwrap(), photo);
    desk.vigie(&["attachments", "--id", id, "--to", "out.jpg"]).refused(9, "already exists");
    desk.vigie(&["attach", "nowhere.jpg"]).refused(8, "not found");
    desk.vigie(&["attach", "rash.jpg", "--date", "2026-12-24"]).refused(9, "not in the future");
    let verified = desk.vigie(&["verify"]).ok().out;
    assert!(verified.contains("one attachment"), "{verified}");
}

/// Changes one byte of a sealed record.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    // The records' page is the fourth; its newest cell is nearest its beginning, its first one at its end.
    let at = 4 * 4096 - 100;
    bytes[at] ^= 1;
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_damaged_journal_is_told_in_words_and_what_is_readable_is_rescued() {
    let desk = with_two_days();
    desk.vigie(&["backup", "--to", "diary.age"]).ok();
    let file = desk.path("journal/journal.vigie");
    damage(&file);
    let damaged = desk.bytes();
    desk.vigie(&["status"]).refused(6, "damaged");
    let verified = desk.vigie(&["verify"]);
    assert_eq!(verified.code, 6);
    for said in ["Still readable: 2 records, 2 entries", "One record cannot be read", "--rescue-to"]
    {
        assert!(verified.out.contains(said), "{}", verified.out);
    }
    let json = desk.vigie(&["verify", "--json"]).json().remove(0);
    assert_eq!(
        (json["whole"].as_bool(), json["readable"]["missing"].as_u64()),
        (Some(false), Some(1))
    );
    let rescued = desk.vigie(&["verify", "--rescue-to", "rescued"]).ok().out;
    assert!(rescued.contains("new journal in rescued"), "{rescued}");
    desk.vigie(&["verify", "--rescue-to", "journal"]).refused(9, "own folder");
    for below in ["journal/not/made/yet", "elsewhere/../journal/x", "./journal"] {
        desk.vigie(&["verify", "--rescue-to", below]).refused(9, "own folder");
        desk.vigie(&["backup", "--daily", below]).refused(9, "own folder");
    }
    desk.vigie(&["verify", "--rescue-to", "rescued"]).refused(4, "already");
    desk.vigie(&["merge", "diary.age", "--dir", "rescued"]).ok();
    let whole = desk.vigie(&["verify", "--dir", "rescued", "--json"]).ok().json().remove(0);
    assert_eq!((whole["whole"].as_bool(), whole["entries"].as_u64()), (Some(true), Some(2)));
    assert_eq!(desk.bytes(), damaged, "the damaged one is untouched");
    let wrong = desk.write("other", "not the passphrase");
    desk.vigie(&["verify", "--passphrase-file", &wrong]).refused(3, "does not open");
}

#[test]
fn a_rescue_with_the_recovery_code_needs_a_passphrase_and_says_which_attachments_are_not_whole() {
    let desk = Desk::empty();
    let code = desk.vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    let code = code.as_str().unwrap();
    desk.log(ONE).ok();
    desk.write("rash.jpg", vec![7; 400_000]);
    desk.vigie(&["attach", "rash.jpg"]).ok();
    desk.vigie(&["backup", "--to", "diary.age"]).ok();
    let file = desk.path("journal/journal.vigie");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, &bytes).unwrap();
    desk.vigie(&["verify"]).refused(6, "damaged");
    let rescue = ["verify", "--rescue-to", "rescued"];
    desk.vigie_with(code, &rescue).refused(2, "--new-passphrase-file");
    let new = desk.write("new", "une phrase neuve");
    let said =
        desk.vigie_with(code, &[&rescue[..], &["--new-passphrase-file", &new]].concat()).ok();
    assert!(said.out.contains("One attachment is not whole"), "{}", said.out);
    let rescued = |args: &[&str]| {
        desk.vigie_with("une phrase neuve", &[args, &["--dir", "rescued"]].concat())
    };
    rescued(&["status"]).ok();
    rescued(&["verify"]).refused(6, "rash.jpg");
    assert!(rescued(&["verify"]).out.contains("Every record is whole"));
    let backup_passphrase = desk.write("backup-passphrase", PASSPHRASE);
    rescued(&["merge", "diary.age", "--backup-passphrase-file", &backup_passphrase]).ok();
    assert!(rescued(&["verify"]).ok().out.contains("The journal is whole"));
}

#[test]
fn nothing_that_was_said_in_any_field_and_no_passphrase_is_readable_in_any_file() {
    let desk = Desk::empty();
    let contact = "nurse;Canari Martin;01 99 00 12 34;mon-fri 09:00-17:00";
    desk.vigie(&[
        "init",
        "--name",
        "Canari Camille",
        "--regimen",
        "Canari FOLFOX",
        "--treatment",
        "chemotherapy",
        "--contact",
        contact,
    ])
    .ok();
    desk.log(
        r#"{"date":"2026-11-23","answers":{"fatigue":9,"own:canari goût":4},"note":"Canari note","question":"Canari question",
        "administration":"Canari cure","painkillers":[{"name":"Canari cachet","helped":true}],"by":"Canari Paul","treatment_change":"Canari change"}"#
            .replace('\n', "")
            .as_str(),
    )
    .ok();
    desk.vigie(&[
        "resolve",
        "--outcome",
        "reached",
        "--who",
        "Canari Martin",
        "--advice",
        "Canari conseil",
    ])
    .ok();
    desk.write("canari.jpg", "Canari photo".repeat(9000));
    desk.vigie(&["attach", "canari.jpg"]).ok();
    // Killed, so that the -wal file is there too.
    let mut logging = desk.logging();
    logging.answer(r#"{"date":"2026-11-22","note":"Canari d'hier"}"#);
    logging.kill();
    let rows = desk.rows().join("\n");
    assert!(rows.contains("Canari note") && rows.contains("hier"), "all of it is in there: {rows}");
    desk.vigie(&["backup", "--to", "backups/diary.age"]).refused(8, "not found");
    desk.vigie(&["backup", "--daily", "backups"]).ok();
    let mut searched = 0;
    for folder in ["journal", "backups", "state"] {
        for (path, bytes) in desk.files(folder) {
            let lower = bytes.to_ascii_lowercase();
            for needle in [PASSPHRASE.as_bytes(), b"canari", b"fatigue", b"2026-11-2"] {
                let found = lower.windows(needle.len()).any(|window| window == needle);
                assert!(!found, "{path:?}");
            }
            searched += 1;
        }
    }
    println!("13 fields, 4 needles, {searched} files: nothing readable");
    assert!(searched >= 4);
}
