//! `vigie verify`: reads everything again from the disk and says what is whole.

use serde_json::json;

use crate::exit::Failure;
use crate::session::Session;

pub fn run(session: &Session) -> Result<(), Failure> {
    let journal = session.open()?;
    let verified = journal.verify()?;
    if session.common.json {
        println!(
            "{}",
            json!({
                "whole": true,
                "records": verified.records,
                "entries": verified.entries,
                "prompts": verified.prompts,
                "format": verified.format,
            })
        );
        return Ok(());
    }
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    println!(
        "{}",
        session.words.with(
            "verify-whole",
            &[
                ("records", count(verified.records).into()),
                ("entries", count(verified.entries).into()),
                ("prompts", count(verified.prompts).into()),
                ("format", verified.format.to_string().into()),
            ]
        )
    );
    Ok(())
}
