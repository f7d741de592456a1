//! A table that somebody made: it silences nothing, closes nothing, and is read to its end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{HEADER, Hand, create, exported, feverish, import, reopen};

/// The rows of the prompts of a table, each with what came of it as somebody else would write it.
fn planted(table: &str) -> String {
    let rows = table.lines().filter(|line| line.contains(",prompt,"));
    let closed = r#""pack_version"":2,""outcomes"":[{""at"":{""utc_millis"":1795426200000,""offset_minutes"":60},""kind"":""already-known""}]"#;
    let rows: Vec<String> = rows.map(|row| row.replace(r#""pack_version"":2"#, closed)).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("already-known")), "{rows:?}");
    format!("{HEADER}{}\n", rows.join("\n"))
}

#[test]
fn no_table_silences_a_call_to_act_or_closes_one_that_waits() {
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let clock = Hand::at("2026-11-23", 600);
    let first = create(dirs[0].path(), &clock);
    assert!(first.record(feverish(clock.day())).unwrap().prompt.is_some());
    let file = planted(&exported(&first));
    clock.pass(60);
    // What waits goes on waiting, whatever the file says came of it.
    import(&first, &file).unwrap();
    assert_eq!(first.open_prompts().unwrap().len(), 1);
    // And a fever that somebody else's file has told of already is told.
    let second = create(dirs[1].path(), &clock);
    import(&second, &file).unwrap();
    assert!(second.open_prompts().unwrap().is_empty());
    assert!(second.record(feverish(clock.day())).unwrap().prompt.is_some());
    second.lock().unwrap();
    let second = reopen(dirs[1].path(), &clock);
    assert_eq!(second.open_prompts().unwrap().len(), 1);
    // Nor is it carried to one that a file brings later, and closed with it.
    clock.pass(60);
    import(&second, &file.replace("1795424400000", "1795435200000")).unwrap();
    assert_eq!(second.open_prompts().unwrap().len(), 1);
}

#[test]
fn a_table_of_thousands_of_prompts_and_results_is_read_to_its_end() {
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let clock = Hand::at("2026-11-23", 600);
    let first = create(dirs[0].path(), &clock);
    first.record(feverish(clock.day())).unwrap();
    let table = exported(&first);
    let row = table.lines().find(|line| line.contains(",prompt,")).unwrap();
    let many: String = (0..1_500)
        .map(|n| {
            format!(
                "{}\nme,2026-01-01,lab:CEA,{n} ng/mL\n",
                row.replace("1795424400000", &format!("17954{n:08}"))
            )
        })
        .collect();
    let second = create(dirs[1].path(), &clock);
    let report = import(&second, &format!("{HEADER}{many}")).unwrap();
    assert_eq!(report.rows, 3_000);
    assert_eq!(import(&second, &format!("{HEADER}{many}")).unwrap().rows, 0);
}
