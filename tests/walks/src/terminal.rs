//! A pseudo-terminal in which the commands of a page are typed, one after the other: the folder and the variables stay.

use std::path::{Path, PathBuf};
use std::process::Command;

use rexpect::session::{PtySession, spawn_command};

use crate::page::Action;
use crate::shown::{ANY, differs, parts};

/// A terminal that hangs must end the test, not the night; far more than any command takes, and any question.
const PATIENCE_MS: u64 = 900_000;
const PATIENCE_WITH_A_QUESTION_MS: u64 = 120_000;

/// Runs the command where the last one ended, and keeps where and how it ended.
const WRAPPER: &str = r#"
stty echo # what is typed is shown, as to a person
source "$WALK/env" && cd "$(cat "$WALK/folder")" || exit
eval "$1"
code=$?
pwd > "$WALK/folder"; export -p > "$WALK/env"; echo $code > "$WALK/code"
"#;

/// What a page calls the part of the recovery code that is asked back.
const GROUP: &str = "group 3 of the code";

/// A terminal with a home of its own.
#[derive(Debug)]
pub struct Terminal {
    own: PathBuf,
    start: PathBuf,
    /// The recovery code that was shown last.
    code: Option<String>,
}

impl Terminal {
    /// In this empty folder, with these folders before the others on the path.
    pub fn new(folder: &Path, path: &[&Path]) -> Self {
        let (own, start) = (folder.join(".terminal"), folder.join("home"));
        std::fs::create_dir_all(&own).unwrap();
        std::fs::create_dir_all(&start).unwrap();
        let mut paths: Vec<PathBuf> = path.iter().map(|path| path.to_path_buf()).collect();
        paths.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
        let paths = std::env::join_paths(paths).unwrap();
        let env =
            format!("export PATH={:?} LANG=en_GB.UTF-8 TERM=xterm\n", paths.to_str().unwrap());
        std::fs::write(own.join("env"), env).unwrap();
        std::fs::write(own.join("folder"), start.to_str().unwrap()).unwrap();
        Self { own, start, code: None }
    }

    /// The folder a walk begins in, which is also its home.
    pub fn start(&self) -> &Path {
        &self.start
    }

    /// Does one thing. An error tells what was not as the page shows it.
    pub fn act(&mut self, action: &Action) -> Result<(), String> {
        match action {
            Action::Set { name, value } => {
                let file = self.own.join("env");
                let env = std::fs::read_to_string(&file).unwrap();
                std::fs::write(file, format!("{env}export {name}='{value}'\n")).unwrap();
                Ok(())
            }
            Action::File { path, text } => {
                let file = self.start.join(path);
                std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                std::fs::write(file, text).unwrap();
                Ok(())
            }
            Action::Command { line, prints } => self.types(line, prints),
        }
    }

    fn types(&mut self, line: &str, prints: &[String]) -> Result<(), String> {
        let asked = prints.iter().flat_map(|line| parts(line)).any(|(_, typed)| typed.is_some());
        let patience = if asked { PATIENCE_WITH_A_QUESTION_MS } else { PATIENCE_MS };
        let mut session =
            spawn_command(self.command(line), Some(patience)).map_err(|error| error.to_string())?;
        let mut said = String::new();
        for (before, typed) in prints.iter().flat_map(|line| parts(line)) {
            if let Some(typed) = typed {
                self.answer(&mut session, before, typed, &mut said).map_err(|why| {
                    format!("$ {line}\nwaits for '{before}': {why}\n--- said\n{}", plain(&said))
                })?;
            }
        }
        said += &session.exp_eof().map_err(|error| format!("$ {line}\n{error}"))?;
        let said = plain(&said);
        let code = std::fs::read_to_string(self.own.join("code")).unwrap_or_default();
        let _ = std::fs::remove_file(self.own.join("code"));
        let wrong = differs(prints, &said).map(|line| format!("the page shows: {line}"));
        let failed = (code.trim() != "0").then(|| format!("exit code {}", code.trim()));
        if let Some(why) = failed.or(wrong) {
            return Err(format!("$ {line}\n{why}\n--- said\n{said}"));
        }
        Ok(())
    }

    /// Nothing of this machine's environment but what programs cannot do without.
    fn command(&self, line: &str) -> Command {
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-c", WRAPPER, "walk", line]).current_dir(&self.start);
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("VIGIE_")) {
                bash.env_remove(name);
            }
        }
        bash.env("WALK", &self.own);
        bash.env("VIGIE_DIR", self.start.join("diary"));
        bash.env("VIGIE_STATE_DIR", self.start.join(".state"));
        bash.stdin(std::process::Stdio::inherit()); // the terminal is the command's own
        bash
    }

    /// Waits for the question and types the answer.
    fn answer(
        &mut self,
        session: &mut PtySession,
        before: &str,
        typed: &str,
        said: &mut String,
    ) -> Result<(), String> {
        let question = before.rsplit(ANY).next().unwrap_or(before).trim();
        *said += &session.exp_string(&latin(question)).map_err(|error| error.to_string())?;
        *said += &latin(question);
        self.code = code_in(said).or_else(|| self.code.take());
        let group = self.code.as_deref().and_then(|code| code.split('-').nth(2));
        let answer = if typed == GROUP { group.ok_or("no code was shown")? } else { typed };
        session.send_line(answer).map_err(|error| error.to_string())?;
        Ok(())
    }
}

/// The last recovery code in a text: seven groups of five.
fn code_in(said: &str) -> Option<String> {
    let is_group =
        |group: &str| group.len() == 5 && group.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mut words = said.split_whitespace().rev();
    words
        .find(|word| word.split('-').count() == 7 && word.split('-').all(is_group))
        .map(str::to_owned)
}

/// The library reads each byte as a letter of Latin-1.
fn latin(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

/// The text as one sees it: without colours, and of a line that was written over its last state.
fn plain(latin: &str) -> String {
    let bytes: Vec<u8> = latin.chars().filter_map(|letter| u8::try_from(letter).ok()).collect();
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    let mut plain = String::new();
    let mut pieces = text.split('\u{1b}');
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let end = piece
            .find(|letter: char| letter.is_ascii_alphabetic())
            .map_or(piece.len(), |at| at + 1);
        plain.push_str(piece.get(end..).unwrap_or_default());
    }
    let lines = plain
        .lines()
        .map(|line| line.trim_end_matches('\r').rsplit('\r').next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(line: &str, prints: &[&str]) -> Action {
        Action::Command {
            line: line.to_owned(),
            prints: prints.iter().map(|&line| line.to_owned()).collect(),
        }
    }

    #[test]
    fn commands_keep_their_folder_and_variables_and_are_answered() {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::new(folder.path(), &[]);
        let set = Action::Set { name: "WHO".to_owned(), value: "l’été".to_owned() };
        let file = Action::File { path: "a/b.txt".to_owned(), text: "words\n".to_owned() };
        for action in [
            set,
            file,
            command("cd a && export X=1", &[]),
            command("cat b.txt; echo $X $WHO", &["words", "1 l’été"]),
            command(
                "read -r -p 'Name? ' n; read -rs -p 'Word? ' w; echo; echo $n $w",
                &["Name? ⟨Paul⟩", "Word? ⟨été⟩", "Paul été"],
            ),
            command("printf '1 %%\\r\\e[32m100 %%\\e[0m\\n'", &["100 %"]),
        ] {
            terminal.act(&action).unwrap();
        }
    }

    #[test]
    fn a_command_that_fails_or_says_something_else_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::new(folder.path(), &[]);
        let why = terminal.act(&command("false", &[])).unwrap_err();
        assert!(why.contains("exit code 1"), "{why}");
        let why = terminal.act(&command("echo a", &["b"])).unwrap_err();
        assert!(why.contains("the page shows: b\n--- said\na"), "{why}");
        assert!(terminal.act(&command("echo b", &["b"])).is_ok());
    }

    #[test]
    fn the_code_is_found_in_what_was_said() {
        let code = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-11111";
        assert_eq!(code_in(&format!("words\n    {code}\nmore")).as_deref(), Some(code));
        assert_eq!(code_in("AAAAA-BBBBB"), None);
    }
}
