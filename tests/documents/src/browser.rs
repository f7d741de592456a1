//! Protected pages in the browsers people have: stock Chromium and Firefox, driven by `node/page/check.mjs`.
//!
//! A scenario opens pages and tells what it saw, a line of JSON for each thing; the tests judge it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use vigie_report::{ConsultationSummary, Preview, page};
use vigie_seal::PagePassphrase;

use crate::tools;

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, as Debian has it.
    Chromium,
    /// Firefox ESR, as Debian has it.
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Chromium, Self::Firefox];

    fn code(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// A protected page with what opens it.
#[derive(Debug, Clone)]
pub struct Protected {
    /// What it is about; may be the name of a file.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Its passphrase.
    pub passphrase: String,
    /// What it holds.
    pub preview: Value,
    /// Ways to type the passphrase, where that is tried.
    pub typed: Vec<String>,
}

impl Protected {
    /// Made as a person's is.
    pub fn new(name: &str, summary: &ConsultationSummary) -> Self {
        let passphrase = PagePassphrase::make(summary.choice.lang.word_list()).unwrap();
        Self {
            name: name.to_owned(),
            bytes: page(summary, &passphrase).unwrap(),
            passphrase: passphrase.to_string(),
            preview: serde_json::to_value(Preview::new(summary)).unwrap(),
            typed: Vec::new(),
        }
    }

    /// The same summary behind words that were chosen rather than drawn.
    pub fn sealed_with(&self, words: &str, summary: &ConsultationSummary) -> Self {
        let bytes = page(summary, &PagePassphrase::new(words)).unwrap();
        Self { bytes, passphrase: words.to_owned(), ..self.clone() }
    }

    /// The file as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    /// The same with another text in it, as someone may have changed it.
    pub fn changed(&self, name: &str, change: impl FnOnce(String) -> String) -> Self {
        let text = change(self.text());
        assert_ne!(text.as_bytes(), self.bytes, "{name}");
        Self { name: name.to_owned(), bytes: text.into_bytes(), ..self.clone() }
    }
}

/// Where pictures of pages are left, for looking at.
fn pictures() -> PathBuf {
    let folder = tools::folder("page").join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a browser shows of these pages in a scenario of `check.mjs`, in the order in which it was seen. `folder` is where
/// the scenario may leave files.
///
/// # Panics
/// When Node or the browser is not installed, or the scenario does not come to its end.
pub fn seen(browser: Browser, scenario: &str, pages: &[Protected], folder: &Path) -> Vec<Value> {
    let mut listed = Vec::new();
    for page in pages {
        let file = folder.join(format!("{}.html", page.name));
        std::fs::write(&file, &page.bytes).unwrap();
        let (name, passphrase, typed) = (&page.name, &page.passphrase, &page.typed);
        listed
            .push(json!({ "name": name, "file": file, "passphrase": passphrase, "typed": typed }));
    }
    let job = json!({ "pages": listed, "folder": folder, "pictures": pictures() });
    let job_file = folder.join("job.json");
    std::fs::write(&job_file, job.to_string()).unwrap();
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("node/page/check.mjs");
    let mut node = Command::new("node");
    node.arg(program).args([browser.code(), scenario]).arg(&job_file);
    let told = tools::told(node.env("VIGIE_PAGE_TOOLS", tools::folder("page")));
    told.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
