//! The text of a licence as a crate brings it: where it begins and ends among what else its files say, and whose the crate is.

use std::fs;
use std::path::Path;

/// A licence whose text is found by its first and its last words. What stands before and after it in a file is not the licence.
struct Known {
    id: &'static str,
    /// How the files that hold it are told from those of another licence a crate offers.
    begins: &'static str,
    ends: &'static str,
}

const KNOWN: [Known; 7] = [
    Known {
        id: "MIT",
        begins: "permission is hereby granted free of charge to any person obtaining a copy of this software and associated",
        ends: "dealings in the software",
    },
    Known {
        id: "Apache-2.0",
        begins: "terms and conditions for use reproduction and distribution",
        ends: "end of terms and conditions",
    },
    Known {
        id: "BSD-2-Clause",
        begins: "redistribution and use in source and binary forms",
        ends: "possibility of such damage",
    },
    Known {
        id: "BSD-3-Clause",
        begins: "redistribution and use in source and binary forms",
        ends: "possibility of such damage",
    },
    Known {
        id: "ISC",
        begins: "permission to use copy modify and or distribute this software",
        ends: "performance of this software",
    },
    Known {
        id: "Zlib",
        begins: "this software is provided as is",
        ends: "from any source distribution",
    },
    Known {
        id: "Unicode-3.0",
        begins: "permission is hereby granted free of charge to any person obtaining a copy of data files",
        ends: "authorization of the copyright holder",
    },
];

/// What a crate's files say of one licence.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The text, without what stands around it.
    pub text: String,
    /// Whose it is, a line each.
    pub copyright: Vec<String>,
}

/// The files in a folder that may hold a licence, by name, with their text.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let upper = name.to_uppercase();
        let is = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"];
        if is.iter().any(|start| upper.starts_with(start))
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.push((upper, text.replace('\r', "")));
        }
    }
    files.sort();
    files
}

/// The text of a licence (an SPDX identifier) in these files.
pub fn found(id: &str, files: &[(String, String)]) -> Option<Found> {
    let known = KNOWN.iter().find(|known| known.id == id)?;
    files.iter().find_map(|(_, file)| {
        let (from, to) = place(file, known)?;
        let text = laid_out(file.get(from..to)?);
        let around = [file.get(..from)?, file.get(to..)?].concat();
        Some(Found { text, copyright: holders(&around) })
    })
}

/// The same words, whatever their case, marks and breaks of lines.
pub fn key(text: &str) -> String {
    words(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(" ")
}

/// Words in lower case, with where each ends.
fn words(text: &str) -> Vec<(String, usize)> {
    let mut all = Vec::new();
    let mut word = String::new();
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        } else if !word.is_empty() {
            all.push((std::mem::take(&mut word), at));
        }
    }
    all
}

/// Where a licence begins and ends in a file.
fn place(file: &str, known: &Known) -> Option<(usize, usize)> {
    let all = words(file);
    let (begins, ends) = (words(known.begins), words(known.ends));
    let same = |some: &[(String, usize)], wanted: &[(String, usize)]| {
        some.iter().map(|(word, _)| word).eq(wanted.iter().map(|(word, _)| word))
    };
    let first = all.windows(begins.len()).position(|some| same(some, &begins))?;
    let rest = all.get(first..)?;
    let last = rest.windows(ends.len()).position(|some| same(some, &ends))? + ends.len() - 1;
    let (word, end) = all.get(first)?;
    let (_, to) = rest.get(last)?;
    // The full stop belongs to it.
    let stop = usize::from(file.get(*to..)?.starts_with('.'));
    Some((end - word.len(), to + stop))
}

/// Without what a comment or a quotation puts before each line.
fn laid_out(text: &str) -> String {
    let marked = text.lines().skip(1).any(|line| line.starts_with("//"));
    let bare = |line: &str| {
        let line = if marked { line.strip_prefix("//").unwrap_or(line) } else { line };
        line.trim_end().to_owned()
    };
    let lines: Vec<String> = text.lines().map(bare).collect();
    let indents = lines.iter().skip(1).filter(|line| !line.is_empty());
    let indent = indents.map(|line| line.len() - line.trim_start().len()).min().unwrap_or_default();
    let cut = |(number, line): (usize, &String)| {
        let from = if number == 0 { 0 } else { indent };
        line.get(from..).unwrap_or_default().to_owned()
    };
    lines.iter().enumerate().map(cut).collect::<Vec<_>>().join("\n")
}

/// The lines that say whose it is.
fn holders(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let line = line.trim_start_matches(['/', '*', '#', ' ', '\t']).trim();
        let named =
            ["Copyright (c)", "Copyright ©", "Copyright: ", "Copyright 1", "Copyright 2", "© "];
        let start = named.iter().filter_map(|start| line.find(start)).min();
        let company = line.starts_with("Copyright ") && !line.contains(['[', '{']);
        let company = company && !line.starts_with("Copyright notices ");
        let start = start.or(company.then_some(0)).filter(|_| !line.contains("[yyyy]"));
        match (start.and_then(|start| line.get(start..)), goes_on, found.last_mut()) {
            (Some(line), ..) => found.push(line.to_owned()),
            (None, true, Some(last)) if !line.is_empty() => *last = format!("{last} {line}"),
            _ => {}
        }
        let unfinished = |last: &String| [" and", ",", "(c)"].iter().any(|end| last.ends_with(end));
        goes_on = !line.is_empty() && found.last().is_some_and(unfinished);
    }
    let mut once = Vec::new();
    for line in found {
        if !once.contains(&line) {
            once.push(line);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Vec<(String, String)> {
        vec![("LICENSE".to_owned(), text.to_owned())]
    }

    #[test]
    fn a_licence_is_cut_out_of_its_file_with_whose_it_is() {
        let text = "ISC License\n\n// Copyright 2015 A. B.\n//\n// Permission to use, copy, modify, and/or distribute this software\n\
            //   for any purpose. PERFORMANCE OF\n// THIS SOFTWARE.\n\nLicences of others: Copyright (c) 2017, C and\nD.\n";
        let found = found("ISC", &file(text)).unwrap();
        assert_eq!(
            found.text,
            "Permission to use, copy, modify, and/or distribute this software\n  for any purpose. PERFORMANCE OF\nTHIS SOFTWARE."
        );
        assert_eq!(found.copyright, ["Copyright 2015 A. B.", "Copyright (c) 2017, C and D."]);
        assert_eq!(super::found("MIT", &file(text)), None);
    }

    #[test]
    fn the_same_words_are_the_same_licence() {
        assert_eq!(key("The “Software”,\n  as is"), key("the \"software\" AS IS."));
        assert_ne!(key("with fee"), key("without fee"));
    }

    #[test]
    fn a_form_to_fill_in_names_nobody() {
        let form = "Copyright [yyyy] [name of copyright owner]\nCopyright {yyyy} {name}\nCopyright and related rights\n";
        assert_eq!(holders(&form.replace("Copyright and", "copyright and")), [""; 0]);
        let broken =
            "derived from the `a` crate, Copyright (c)\n2015 B\n\nCopyright notices are kept.\n";
        assert_eq!(holders(broken), ["Copyright (c) 2015 B"]);
        assert_eq!(
            holders("  Copyright (c) Microsoft Corporation.\n"),
            ["Copyright (c) Microsoft Corporation."]
        );
    }
}
