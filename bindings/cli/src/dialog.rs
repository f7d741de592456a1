//! Asking and saying in a terminal, one line at a time; a script stands in for it in tests.

use std::io::{BufRead, Write};

/// Somebody who can be asked.
pub trait Dialog {
    /// Says something.
    fn say(&mut self, text: &str);
    /// Asks for one line; `None` when there is nobody left to ask (end of input).
    fn ask(&mut self, question: &str) -> Option<String>;
}

/// The terminal.
pub struct Terminal;

impl Dialog for Terminal {
    #[allow(clippy::print_stdout)] // this is the terminal
    fn say(&mut self, text: &str) {
        println!("{text}");
    }

    fn ask(&mut self, question: &str) -> Option<String> {
        let mut out = std::io::stdout();
        // A terminal that is gone will also give no answer.
        let _ = write!(out, "{question} ").and_then(|()| out.flush());
        // A letter of another encoding is a wrong letter, not the end of what is said.
        let mut line = Vec::new();
        let read = std::io::stdin().lock().read_until(b'\n', &mut line).unwrap_or(0);
        (read > 0).then(|| String::from_utf8_lossy(&line).trim().to_owned())
    }
}

/// Answers written beforehand.
#[cfg(test)]
#[derive(Default)]
pub struct Script {
    pub answers: std::collections::VecDeque<String>,
    pub heard: Vec<String>,
}

#[cfg(test)]
impl Script {
    pub fn new(answers: &[&str]) -> Self {
        Self { answers: answers.iter().map(|s| (*s).to_owned()).collect(), heard: Vec::new() }
    }
}

#[cfg(test)]
impl Dialog for Script {
    fn say(&mut self, text: &str) {
        self.heard.push(text.to_owned());
    }

    fn ask(&mut self, question: &str) -> Option<String> {
        self.heard.push(question.to_owned());
        self.answers.pop_front()
    }
}

/// Asks until `read` accepts the answer; an empty answer or the end of input gives `None`.
pub fn ask_until<T>(
    dialog: &mut dyn Dialog,
    question: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    loop {
        let answer = dialog.ask(question)?;
        if answer.is_empty() {
            return None;
        }
        match read(&answer) {
            Ok(value) => return Some(value),
            Err(sentence) => dialog.say(&sentence),
        }
    }
}

/// A clear yes, in either language.
pub fn is_yes(answer: &str) -> bool {
    matches!(answer.to_lowercase().as_str(), "o" | "oui" | "y" | "yes")
}

/// A no, in either language, as a tired person types it.
pub fn is_no(answer: &str) -> bool {
    let no = ["n", "non", "no", "rien", "aucun", "aucune", "pas", "none", "nothing", "0", "-"];
    let answer = answer.to_lowercase();
    no.contains(&answer.as_str()) || answer.starts_with("pas ") || answer.starts_with("not ")
}

/// Asks a yes-or-no question; only a clear yes is one.
pub fn ask_yes(dialog: &mut dyn Dialog, question: &str) -> bool {
    dialog.ask(question).is_some_and(|answer| is_yes(&answer))
}
