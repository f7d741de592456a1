//! A recovery code is shown once, and copied on paper before anything depends on it.

use std::io;

use serde_json::json;
use vigie_journal::{JournalError, RecoveryCode, Words};

use crate::dialog::{Dialog, Terminal, ask_until};
use crate::exit::Failure;
use crate::out;
use crate::session::Session;

/// A new recovery code that somebody has seen, and that opens nothing yet.
pub fn make(session: &Session) -> Result<RecoveryCode, Failure> {
    let code = RecoveryCode::make().map_err(|_| JournalError::Bug { what: "random" })?;
    let report = json!({ "recovery_code": code.to_string() });
    tell(session, "", &code, &report).map_err(|_| Failure::CodeUnseen { journal_made: false })?;
    Ok(code)
}

/// Says that a journal was just made, and shows its recovery code; or `report`, which tells it to a program. What went wrong in
/// between is said after it.
pub fn show_made(
    session: &Session,
    said: &str,
    code: &RecoveryCode,
    report: &serde_json::Value,
) -> Result<(), Failure> {
    tell(session, said, code, report).map_err(|_| Failure::CodeUnseen { journal_made: true })
}

/// Shows a recovery code, and has one group read back when somebody can be asked.
fn tell(
    session: &Session,
    said: &str,
    code: &RecoveryCode,
    report: &serde_json::Value,
) -> io::Result<()> {
    if session.common.json {
        return out::shown(format_args!("{report}"));
    }
    let explained = session.words.text("init-recovery");
    out::shown(format_args!("{said}\n{explained}\n\n    {code}\n"))?;
    if session.can_ask() {
        read_back(session.words, &mut Terminal, code);
    }
    Ok(())
}

/// One group is read back, so that the code is on paper before the first entry.
fn read_back(words: &Words, dialog: &mut dyn Dialog, code: &RecoveryCode) {
    const GROUP: usize = 3;
    let written = code.to_string();
    let group = written.split('-').nth(GROUP - 1).unwrap_or_default().to_owned();
    let question = words.with("init-read-back", &[("group", GROUP.into())]);
    let _ = ask_until(dialog, &question, |answer| {
        let same = answer.trim().eq_ignore_ascii_case(&group);
        same.then_some(()).ok_or_else(|| words.text("init-read-back-again"))
    });
}
