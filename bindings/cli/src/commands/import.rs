//! `vigie import`: a diary table becomes entries, all rows of one person or none.

use serde_json::json;
use vigie_journal::{ImportOptions, ImportReport, Words, row_cause};

use crate::args::Import;
use crate::exit::Failure;
use crate::files::{progress, source};
use crate::session::Session;
use crate::shown;

/// Bad rows that are listed one by one.
const LISTED: usize = 20;

pub fn run(session: &Session, args: Import) -> Result<(), Failure> {
    let (table, length) = source(&args.table)?;
    let journal = session.open()?;
    let options = ImportOptions { patient: args.patient, skip_bad: args.skip_bad };
    let bar = progress(length);
    let report = journal.import(table, &options, &mut |bytes| bar.set_position(bytes));
    bar.finish_and_clear();
    let report = report?;
    if session.common.json {
        let bad: Vec<_> = report
            .bad
            .iter()
            .map(|row| json!({ "line": row.line, "cause": row.cause.to_string() }))
            .collect();
        let doubtful: Vec<_> = report
            .doubtful
            .iter()
            .map(|row| {
                let mut doubt = shown::doubt_json(session.words, &row.doubt);
                if let Some(object) = doubt.as_object_mut() {
                    object.insert("line".to_owned(), row.line.into());
                }
                doubt
            })
            .collect();
        println!(
            "{}",
            json!({
                "patient": report.patient,
                "rows": report.rows,
                "already_there": report.already_there,
                "days": report.days,
                "others": report.others,
                "bad": bad,
                "doubtful": doubtful,
            })
        );
        return Ok(());
    }
    tell(session.words, &report);
    Ok(())
}

fn tell(words: &Words, report: &ImportReport) {
    match report.span {
        Some((first, last)) => println!(
            "{}",
            words.with(
                "import-done",
                &[
                    ("rows", report.rows.to_string().into()),
                    ("days", report.days.into()),
                    ("first", words.day(first).into()),
                    ("last", words.day(last).into()),
                ]
            )
        ),
        None => println!("{}", words.text("import-nothing")),
    }
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    if report.already_there > 0 {
        let n = count(report.already_there);
        println!("{}", words.with("import-already-there", &[("n", n.into())]));
    }
    if report.others > 0 {
        println!("{}", words.with("import-others", &[("n", count(report.others).into())]));
    }
    if !report.bad.is_empty() {
        println!("{}", words.with("import-bad", &[("n", report.bad.len().into())]));
    }
    list(words, report.bad.iter().map(|row| (row.line, row_cause(words, &row.cause))));
    if !report.doubtful.is_empty() {
        println!("{}", words.with("import-doubtful", &[("n", report.doubtful.len().into())]));
    }
    list(words, report.doubtful.iter().map(|row| (row.line, words.doubt(&row.doubt))));
}

/// The first of these rows, each with what there is to say of it.
fn list(words: &Words, rows: impl ExactSizeIterator<Item = (u64, String)>) {
    let more = rows.len() > LISTED;
    for (line, cause) in rows.take(LISTED) {
        let args = [("line", line.to_string().into()), ("cause", cause.into())];
        println!("  {}", words.with("import-bad-row", &args));
    }
    if more {
        println!("  …");
    }
}
