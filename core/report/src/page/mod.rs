//! The protected page: the report as one HTML file that any browser opens offline, with a passphrase told apart.
//!
//! What is in the file in the clear is the same for everyone, but for the language; `docs/formats/protected-page.md` describes
//! it for who writes another reader. The page's own script draws it (`page.js`), and sets every text as text.

use std::collections::BTreeMap;

use vigie_seal::{PagePassphrase, SealError, SealedPage, checksum};
use vigie_words::{Lang, Words};

use crate::{ConsultationSummary, Preview, body};

const HTML: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
/// Reading and opening; then drawing. One script in the page.
const SCRIPT: &str = concat!(include_str!("charts.js"), include_str!("page.js"));

/// Words the script says, by their names there; each stands as `page-…` in the catalogue.
const WORDS: [&str; 17] = [
    "wait",
    "nothing-typed",
    "wrong",
    "damaged",
    "no-crypto",
    "lock",
    "print",
    "table",
    "col-day",
    "col-value",
    "pick",
    "before",
    "after",
    "keys",
    "silence",
    "day-value",
    "no-data",
];

/// Characters of ciphertext on a line: some mail programs break longer ones.
const LINE: usize = 900;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// It could not be sealed.
    #[error("the page could not be sealed: {0}")]
    Seal(#[from] SealError),
    /// The report could not be written as JSON.
    #[error("the report could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// The report as a protected page, in the language of the summary. The passphrase is not in it.
///
/// # Errors
/// [`PageError`].
pub fn page(
    summary: &ConsultationSummary,
    passphrase: &PagePassphrase,
) -> Result<Vec<u8>, PageError> {
    let lang = summary.choice.lang;
    let text = serde_json::to_vec(&Preview::new(summary))?;
    let sealed = SealedPage::seal(passphrase, lang.code(), &text)?;
    Ok(filled(lang, &sealed)?.into_bytes())
}

fn filled(lang: Lang, sealed: &SealedPage) -> Result<String, PageError> {
    let words = Words::of(lang);
    let spoken = spoken(words)?;
    let mut html = String::with_capacity(HTML.len() + sealed.body.len() * 2);
    let mut pieces = HTML.split("{{");
    html.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        match name {
            "lang" => html.push_str(lang.code()),
            "policy" => html.push_str(&policy()),
            "style" => html.push_str(STYLE),
            "script" => html.push_str(SCRIPT),
            "words" => html.push_str(&spoken),
            "sealed" => {
                html.push_str(&sealed.head);
                for line in sealed.body.as_bytes().chunks(LINE) {
                    html.push('\n');
                    html.extend(line.iter().map(|byte| char::from(*byte)));
                }
            }
            text => html.push_str(&escaped(&words.text(&format!("page-{text}")))),
        }
        html.push_str(rest);
    }
    Ok(html)
}

/// What the script says, as JSON. Places for names are written `{name}`, the script fills them in.
fn spoken(words: &Words) -> Result<String, PageError> {
    let places =
        [("name", "{name}"), ("names", "{names}"), ("what", "{what}"), ("value", "{value}")];
    let places = places.map(|(name, place)| (name, place.into()));
    let all = WORDS.iter().map(|id| (*id, words.with(&format!("page-{id}"), &places)));
    let all: BTreeMap<&str, String> = all.chain([("outline", outline())]).collect();
    // Nothing in a script's element may look like markup.
    Ok(serde_json::to_string(&all)?.replace('<', "\\u003c"))
}

/// The outline of a body as SVG has it, with the head.
fn outline() -> String {
    let points: Vec<String> = body::outline().map(|(x, y)| format!("{x} {y}")).collect();
    let ((x, y), (rx, ry)) = body::HEAD;
    let left = x - rx;
    let (there, back) = (2.0 * rx, -2.0 * rx);
    format!("M{}zM{left} {y}a{rx} {ry} 0 1 0 {there} 0a{rx} {ry} 0 1 0 {back} 0z", points.join("L"))
}

/// What the page may do: run this script, use this style, nothing else; and no text may ever become code.
fn policy() -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(SCRIPT),
        hash(STYLE),
    )
}

fn hash(text: &str) -> String {
    vigie_seal::base64(&checksum(text.as_bytes()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(lang: Lang) -> String {
        let sealed = SealedPage { head: "HEAD".to_owned(), body: "BODY".repeat(600) };
        filled(lang, &sealed).unwrap()
    }

    #[test]
    fn every_place_is_filled_and_every_word_is_there() {
        for &lang in Lang::ALL {
            let html = shell(lang);
            assert!(!html.contains("{{") && !html.contains("}}"));
            assert!(!html.contains("page-"), "a word is missing");
            assert!(html.contains(&format!("<html lang=\"{lang}\">")));
            let longest = html.lines().skip_while(|line| *line != "HEAD").nth(1).unwrap();
            assert_eq!(longest.len(), LINE);
        }
    }

    #[test]
    fn no_line_ends_in_a_way_a_browser_would_change() {
        // The parser makes LF of CR LF, and the hashes would be of other bytes.
        assert!(!HTML.contains('\r') && !STYLE.contains('\r') && !SCRIPT.contains('\r'));
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
    }

    #[test]
    fn no_text_becomes_markup_and_nothing_calls_out() {
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval",
            "Function(",
            "fetch",
            "XMLHttp",
            "WebSocket",
            "EventSource",
            "sendBeacon",
            "import(",
            "import ",
            "http:",
            "https:",
            ".src",
            ".href",
            "setAttribute(\"style",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "cookie",
            "navigator",
            "location",
            "window.open",
            "serviceWorker",
        ] {
            // The name of SVG is an address that nobody visits.
            let script = SCRIPT.replace("http://www.w3.org/2000/svg", "");
            assert!(!script.contains(forbidden), "{forbidden}");
        }
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }
}
