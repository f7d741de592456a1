//! `vigie prompts` and `vigie resolve`: what waits, and what came of it.

use serde_json::json;
use vigie_journal::{
    Journal, JournalError, Label, Note, OpenPrompt, Outcome, OutcomeKind, PromptId, say,
};

use crate::args::{Prompts, Resolve};
use crate::dialog::{Dialog, Terminal, ask_until};
use crate::exit::Failure;
use crate::session::Session;
use crate::shown;

/// Lists the prompts that wait, or all of them.
pub fn list(session: &Session, args: &Prompts) -> Result<(), Failure> {
    let (journal, _) = session.open_for_person()?;
    if args.all { all(session, &journal) } else { waiting(session, &journal) }
}

fn waiting(session: &Session, journal: &Journal) -> Result<(), Failure> {
    let words = session.words;
    let open = journal.open_prompts()?;
    if session.common.json {
        open.iter().for_each(|open| println!("{}", shown::open_json(words, open)));
        return Ok(());
    }
    if open.is_empty() {
        println!("{}", words.text("prompts-none"));
    }
    for open in &open {
        println!("{}\n  {}\n", shown::prompt(words, open), open.id);
    }
    Ok(())
}

fn all(session: &Session, journal: &Journal) -> Result<(), Failure> {
    let words = session.words;
    for (id, story) in journal.prompts()? {
        let (prompt, outcomes) = (&story.prompt, &story.outcomes);
        if session.common.json {
            let (id, felt) = (id.to_string(), story.felt.map(|(_, felt)| felt));
            println!("{}", shown::prompt_json(words, &id, prompt, outcomes, &story.texts, felt));
            continue;
        }
        println!("{} · {}", words.day(prompt.day), say::headline(words, prompt));
        for finding in &prompt.findings {
            println!("  • {}", say::reason(words, finding, &story.texts));
        }
        for outcome in outcomes {
            println!("  – {}", shown::outcome(words, outcome));
        }
        if let Some((_, felt)) = story.felt {
            println!("  – {}", say::felt(words, felt));
        }
        if let Some(state) = say::still_open(words, &story) {
            println!("  – {state}");
        }
        println!("  {id}\n");
    }
    Ok(())
}

/// Records what the person did about a prompt: the one named, or the most urgent that waits.
pub fn resolve(session: &Session, args: Resolve) -> Result<(), Failure> {
    let journal = session.open()?;
    let open = journal.open_prompts()?;
    let wanted: Option<PromptId> = args.prompt.as_deref().map(str::parse).transpose()?;
    let open = match wanted {
        Some(id) => open.into_iter().find(|open| open.id == id),
        None => open.into_iter().next(),
    };
    let open = open.ok_or(JournalError::NoSuch)?;
    if let Some(felt) = args.felt {
        journal.feels(open.id, felt)?;
    }
    if let (Some(_), None) = (args.felt, args.outcome) {
        // Nothing was done about it yet.
        return tell(
            session,
            &journal,
            open.id,
            journal.open_prompts()?.into_iter().find(|p| p.id == open.id),
        );
    }
    let outcome = match args.outcome {
        Some(kind) => Outcome {
            at: journal.now(),
            kind,
            contact: args.who.map(|who| Label::new("name", &who)).transpose()?,
            advice: args.advice.map(|advice| Note::new("note", &advice)).transpose()?,
        },
        None if session.can_ask() => asked(session, &journal, &open),
        None => return Err(Failure::NoTerminal("--outcome")),
    };
    let still_open = journal.resolve(open.id, outcome)?;
    tell(session, &journal, open.id, still_open)
}

/// Says where the prompt stands now.
fn tell(
    session: &Session,
    journal: &Journal,
    id: PromptId,
    still_open: Option<OpenPrompt>,
) -> Result<(), Failure> {
    let words = session.words;
    if session.common.json {
        let value = still_open.as_ref().map(|open| shown::open_json(words, open));
        println!("{}", json!({ "id": id.to_string(), "open": value }));
        return Ok(());
    }
    match still_open {
        None => println!("{}", words.text("resolve-done")),
        Some(open) => println!("{}", still_waits(session, &open)),
    }
    let others = journal.open_prompts()?.iter().filter(|open| open.id != id).count();
    if others > 0 {
        println!("{}", words.with("resolve-others", &[("count", others.into())]));
    }
    Ok(())
}

/// What happens next with a prompt that nobody answered.
pub fn still_waits(session: &Session, open: &OpenPrompt) -> String {
    let words = session.words;
    let (call, due) = (say::call(words, &open.call), words.moment(open.due));
    words.with("resolve-waits", &[("call", call.into()), ("due", due.into())])
}

fn asked(session: &Session, journal: &Journal, open: &OpenPrompt) -> Outcome {
    let words = session.words;
    let dialog = &mut Terminal;
    dialog.say(&shown::prompt(words, open));
    dialog.say(&words.text("resolve-what"));
    for (number, kind) in (1..).zip(OutcomeKind::ALL) {
        dialog.say(&format!("  {number}  {}", words.text(&format!("outcome-{}", kind.code()))));
    }
    let kind = ask_until(dialog, &words.text("ask-number"), |answer| {
        let chosen = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        chosen
            .and_then(|n| OutcomeKind::ALL.get(n).copied())
            .ok_or_else(|| words.with("ask-number-again", &[("n", OutcomeKind::ALL.len().into())]))
    })
    // No answer is an answer too: it will be asked again.
    .unwrap_or(OutcomeKind::Later);
    let called = matches!(kind, OutcomeKind::Reached | OutcomeKind::NoAnswer);
    let contact = called
        .then(|| {
            ask_until(dialog, &words.text("resolve-who"), |answer| {
                Label::new("name", answer).map_err(|invalid| words.invalid(&invalid))
            })
        })
        .flatten();
    let advice = (kind == OutcomeKind::Reached)
        .then(|| {
            ask_until(dialog, &words.text("resolve-advice"), |answer| {
                Note::new("note", answer).map_err(|invalid| words.invalid(&invalid))
            })
        })
        .flatten();
    Outcome { at: journal.now(), kind, contact, advice }
}
