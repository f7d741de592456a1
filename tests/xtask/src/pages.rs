//! What the project's pages name is there: commands of xtask, files, links, and the arrows of the architecture's picture.

use std::path::Path;

use crate::bench;
use crate::house;
use crate::stages::STAGES;

/// What `cargo xtask` understands beside `test` and `bench`.
const OTHERS: [&str; 6] = ["app", "help", "licences", "sbom", "reproduce", "release"];
/// How a command of ours begins.
const COMMAND: &str = "cargo xtask ";
/// The page with the picture, and the table of what to change for what.
const ARCHITECTURE: &str = "ARCHITECTURE.md";

/// What a page names that is not there.
pub fn broken(root: &Path) -> Vec<String> {
    let pages = house::files(root, ".md");
    if pages.is_empty() {
        return vec!["no page was found".to_owned()];
    }
    let mut broken = Vec::new();
    for (page, text) in pages {
        let folder = page.parent().unwrap_or(root);
        let name = page.strip_prefix(root).unwrap_or(&page).display().to_string();
        let files = if name == ARCHITECTURE { files(&text) } else { Vec::new() };
        let lost = links(&text).into_iter().chain(files).filter(|file| !folder.join(file).exists());
        broken.extend(lost.map(|link| format!("{name}: {link} is not there")));
        broken.extend(commands(&text).into_iter().map(|wrong| format!("{name}: {wrong}")));
    }
    broken
}

/// Links to files: those to the web, and the places within a page, are left out.
fn links(text: &str) -> Vec<String> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let files = targets.map(|(target, _)| target.split('#').next().unwrap_or_default());
    let here = |file: &&str| !file.is_empty() && !file.contains("://") && !file.contains(' ');
    files.filter(here).map(str::to_owned).collect()
}

/// Paths between backticks in a table, with `{fr,en}` for both languages.
fn files(text: &str) -> Vec<String> {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let named = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    let paths = named.filter(|name| name.split('/').count() > 3);
    paths.flat_map(|path| ["fr", "en"].map(|lang| path.replace("{fr,en}", lang))).collect()
}

/// Commands of xtask that it would not understand.
fn commands(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for rest in text.split(COMMAND).skip(1) {
        let line = rest.lines().next().unwrap_or_default();
        let mut words = line.split([' ', '`', '"', '|', ')', ',', '.', ':', ';', '[', '{']);
        let (command, part) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let known = match command {
            "test" => part.is_empty() || !is_name(part) || STAGES.iter().any(|s| s.name == part),
            "bench" => part.is_empty() || !is_name(part) || bench::PARTS.contains(&part),
            other => OTHERS.contains(&other) || !is_name(other),
        };
        if !known {
            wrong.push(format!("{COMMAND}{command} {part} is no command"));
        }
    }
    wrong
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Arrows between our crates that the manifests are not allowed.
pub fn arrows(root: &Path, may_name: &[(&str, &[&str])]) -> Vec<String> {
    let text = std::fs::read_to_string(root.join(ARCHITECTURE)).unwrap_or_default();
    wrong_arrows(&text, may_name)
}

fn wrong_arrows(text: &str, may_name: &[(&str, &[&str])]) -> Vec<String> {
    let picture = text.split_once("```mermaid").and_then(|(_, rest)| rest.split_once("```"));
    let Some((picture, _)) = picture else { return vec!["there is no picture".to_owned()] };
    let name = |end: &str| format!("vigie-{}", end.trim().split('[').next().unwrap_or_default());
    let arrows = picture.lines().filter_map(|line| line.split_once("-->"));
    let mut wrong = Vec::new();
    for (from, to) in arrows.map(|(from, to)| (name(from), name(to))) {
        // The apps and the packages are no crates.
        if let Some((_, may)) = may_name.iter().find(|(crate_, _)| *crate_ == from)
            && !may.contains(&to.as_str())
        {
            wrong.push(format!("{from} may not name {to}"));
        }
    }
    for (crate_, _) in may_name {
        let short = crate_.trim_start_matches("vigie-");
        if !picture.contains(short) && *crate_ != "vigie-simulator" {
            wrong.push(format!("{crate_} is not in the picture"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_is_none_is_told() {
        let text = "`cargo xtask bench vault` and `cargo xtask bench moon`, `cargo xtask test`, \
            `cargo xtask fly`, cargo xtask test STAGE, `cargo xtask bench` prints";
        assert_eq!(
            commands(text),
            ["cargo xtask bench moon is no command", "cargo xtask fly  is no command"]
        );
    }

    #[test]
    fn links_and_paths_are_found() {
        assert_eq!(links("[a](b.md#c) [w](https://x.y) [d](#e) ![p](q.png)"), ["b.md", "q.png"]);
        let row = "| x | `core/words/locales/{fr,en}/a.ftl`, `Part` |";
        assert_eq!(files(row), ["core/words/locales/fr/a.ftl", "core/words/locales/en/a.ftl"]);
    }

    #[test]
    fn an_arrow_that_points_up_is_told() {
        let may: &[(&str, &[&str])] = &[("vigie-model", &[]), ("vigie-words", &["vigie-model"])];
        let picture = |arrow: &str| format!("```mermaid\nmodel[\"x\"] words\n    {arrow}\n```");
        assert_eq!(wrong_arrows(&picture("words[\"w\"] --> model"), may), [""; 0]);
        let wrong = wrong_arrows(&picture("model --> words[\"w\"]"), may);
        assert_eq!(wrong, ["vigie-model may not name vigie-words"]);
        assert_eq!(wrong_arrows("", may), ["there is no picture"]);
    }
}
