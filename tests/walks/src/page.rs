//! What a page asks for: files, commands with what they print, and settings that a reader does not see.

/// The fence of a block whose commands are typed.
const CONSOLE: &str = "console";
/// How a setting begins: `<!-- set NAME=VALUE -->`.
const SET: &str = "<!-- set ";

/// One thing to do, in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A variable of the environment, for what follows: the moment it is, the language of the terminal.
    Set {
        /// Its name.
        name: String,
        /// What it is set to.
        value: String,
    },
    /// A file to write, by the name that stands beside its fence, from the folder the walk began in.
    File {
        /// Its path.
        path: String,
        /// What it holds.
        text: String,
    },
    /// A command to type, and the lines it prints.
    Command {
        /// What is typed.
        line: String,
        /// What the terminal then shows.
        prints: Vec<String>,
    },
}

/// A page, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// In order.
    pub actions: Vec<Action>,
}

impl Page {
    /// Reads the text of a page. An error says what of it cannot be played.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut actions = Vec::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(setting) = line.strip_prefix(SET) {
                actions.push(set(setting)?);
            } else if let Some(fence) = line.strip_prefix("```") {
                let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                match fence.split_once(' ') {
                    Some((_, path)) => {
                        let text = body.iter().map(|line| format!("{line}\n")).collect();
                        actions.push(Action::File { path: path.to_owned(), text });
                    }
                    None if fence == CONSOLE => commands(&body, &mut actions)?,
                    None => {}
                }
            }
        }
        let any = actions.iter().any(|action| matches!(action, Action::Command { .. }));
        if any { Ok(Self { actions }) } else { Err("there is no command to type".to_owned()) }
    }
}

fn set(setting: &str) -> Result<Action, String> {
    let inner = setting.strip_suffix(" -->").and_then(|inner| inner.split_once('='));
    let (name, value) = inner.ok_or_else(|| format!("no setting: {setting}"))?;
    Ok(Action::Set { name: name.to_owned(), value: value.to_owned() })
}

/// Lines of a console: `$ ` begins a command, `> ` goes on with one whose line ended in a backslash, the rest is printed.
fn commands(body: &[&str], actions: &mut Vec<Action>) -> Result<(), String> {
    for text in body {
        if let Some(command) = text.strip_prefix("$ ") {
            actions.push(Action::Command { line: command.to_owned(), prints: Vec::new() });
            continue;
        }
        let Some(Action::Command { line, prints }) = actions.last_mut() else {
            return Err(format!("printed by no command: {text}"));
        };
        match text.strip_prefix("> ") {
            Some(more) if prints.is_empty() && line.ends_with('\\') => {
                line.pop();
                line.push_str(more.trim_start());
            }
            _ => prints.push((*text).to_owned()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_files_commands_and_settings() {
        let text = "# T\n<!-- set LANG=en -->\n```json pack.json\n{}\n```\nprose\n```console\n$ a \\\n>   b\nsaid\n\nmore\n$ c\n```\n```sh\nnot run\n```\n";
        let page = Page::read(text).unwrap();
        let command = |line: &str, prints: &[&str]| Action::Command {
            line: line.to_owned(),
            prints: prints.iter().map(|&line| line.to_owned()).collect(),
        };
        assert_eq!(
            page.actions,
            [
                Action::Set { name: "LANG".to_owned(), value: "en".to_owned() },
                Action::File { path: "pack.json".to_owned(), text: "{}\n".to_owned() },
                command("a b", &["said", "", "more"]),
                command("c", &[]),
            ]
        );
    }

    #[test]
    fn a_page_without_a_command_and_words_without_one_are_errors() {
        assert_eq!(Page::read("# T\n"), Err("there is no command to type".to_owned()));
        let error = Page::read("```console\nhello\n```\n").unwrap_err();
        assert_eq!(error, "printed by no command: hello");
        assert!(Page::read("<!-- set LANG -->\n").is_err());
    }
}
