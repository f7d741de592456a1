//! Our own rules for a tagged PDF, some of which neither krilla nor veraPDF knows: a table has header cells, a figure says
//! where it is.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::ObjectId;

use crate::tags::{self, Element, Kid, Page, Tags};

/// What is wrong with the structure of a PDF; empty when nothing is.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let tags = tags::read(bytes);
    let elements = tags::elements(&tags);
    let mut faults = document(&tags);
    faults.extend(headings(&elements));
    for (holder, element) in &elements {
        faults.extend(misplaced(holder, element));
        match element.role.as_str() {
            "Table" => faults.extend(table(element)),
            "Figure" => faults.extend(figure(element, &tags.pages)),
            _ => {}
        }
    }
    faults.extend(pages(&tags, &elements));
    faults
}

fn document(tags: &Tags) -> Vec<String> {
    let mut faults = Vec::new();
    if tags.title.as_ref().is_none_or(|title| title.trim().is_empty()) || !tags.shows_title {
        faults.push("the document shows no title".to_owned());
    }
    if !tags.marked {
        faults.push("the document does not say that it is tagged".to_owned());
    }
    if tags.lang.is_none() {
        faults.push("the document names no language".to_owned());
    }
    let langs: BTreeSet<&String> = tags.langs.iter().chain(&tags.lang).collect();
    faults.extend(
        langs
            .into_iter()
            .filter(|lang| !is_language(lang))
            .map(|lang| format!("{lang:?} is no language")),
    );
    faults
}

/// `fr`, `en-GB`: two or three letters and what is said more closely (BCP 47).
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

fn headings(elements: &[(&str, &Element)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut last = 0;
    let mut first_level = 0;
    for (_, element) in elements {
        let level = element.role.strip_prefix('H').and_then(|level| level.parse::<u32>().ok());
        let Some(level) = level else { continue };
        if level > last + 1 {
            faults.push(format!("heading of level {level} after level {last}"));
        }
        first_level += u32::from(level == 1);
        last = level;
    }
    if first_level != 1 {
        faults.push(format!("{first_level} headings of level 1"));
    }
    faults
}

/// What may hold what: only elements that are more than a paragraph are bound to a place.
fn misplaced(holder: &str, element: &Element) -> Option<String> {
    let role = element.role.as_str();
    let rows = ["Table", "THead", "TBody", "TFoot"];
    let well = match role {
        "TR" => rows.contains(&holder),
        "TH" | "TD" => holder == "TR",
        "THead" | "TBody" | "TFoot" => holder == "Table",
        "LI" => holder == "L",
        "Lbl" | "LBody" => holder == "LI",
        _ => match holder {
            "TR" | "THead" | "TBody" | "TFoot" => false,
            "Table" => role == "Caption",
            "L" => ["L", "Caption"].contains(&role),
            "LI" => false,
            _ => true,
        },
    };
    (!well).then(|| format!("{role} in {}", if holder.is_empty() { "nothing" } else { holder }))
}

fn table(table: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let rows = table.elements().flat_map(|part| match part.role.as_str() {
        "TR" => vec![part],
        _ => part.elements().collect(),
    });
    // How many more rows each column is taken by a cell from above.
    let mut taken: Vec<u32> = Vec::new();
    let mut columns = None;
    let mut headers = 0;
    for row in rows.filter(|part| part.role == "TR") {
        let mut next: Vec<u32> = taken.iter().map(|rows| rows.saturating_sub(1)).collect();
        let mut width = taken.iter().filter(|rows| **rows > 0).count();
        let mut at = 0;
        for cell in row.elements() {
            if cell.role == "TH" {
                headers += 1;
                let scope = cell.scope.as_deref().unwrap_or("none");
                if !["Row", "Column", "Both"].contains(&scope) {
                    faults.push(format!("header cell with scope {scope}"));
                }
            }
            for _ in 0..cell.span.1 {
                while taken.get(at).is_some_and(|rows| *rows > 0) {
                    at += 1;
                }
                next.resize(next.len().max(at + 1), 0);
                next[at] = cell.span.0 - 1;
                at += 1;
                width += 1;
            }
        }
        taken = next;
        let columns = *columns.get_or_insert(width);
        if columns != width {
            faults.push(format!("table with rows of {columns} and of {width} cells"));
        }
    }
    if headers == 0 {
        faults.push("table without header cells".to_owned());
    }
    faults
}

fn figure(figure: &Element, pages: &[Page]) -> Vec<String> {
    let mut faults = Vec::new();
    if figure.alt.as_ref().is_none_or(|alt| alt.trim().is_empty()) {
        faults.push("figure without an alternative text".to_owned());
    }
    let mut drawn = BTreeSet::new();
    content(figure, &mut |(page, _)| drawn.extend([page]));
    let on: Vec<&Page> = pages.iter().filter(|page| drawn.contains(&page.id)).collect();
    match (figure.bbox, on.as_slice()) {
        (None, _) => faults.push("figure that does not say where it is".to_owned()),
        (Some([left, bottom, right, top]), [page]) => {
            let inside = page.size[0] <= left
                && page.size[1] <= bottom
                && right <= page.size[2]
                && top <= page.size[3];
            if left >= right || bottom >= top || !inside {
                faults.push(format!("figure from {left}, {bottom} to {right}, {top}"));
            }
        }
        (Some(_), on) => faults.push(format!("figure on {} pages", on.len())),
    }
    faults
}

/// Everything drawn that an element or one below it holds.
fn content(element: &Element, each: &mut impl FnMut((ObjectId, i64))) {
    for kid in &element.kids {
        match kid {
            Kid::Element(element) => content(element, each),
            Kid::Content(page, number) => each((*page, *number)),
            Kid::Object(_) => {}
        }
    }
}

/// Everything drawn is in the tree once, or is said to be decoration; everything in the tree is drawn.
fn pages(tags: &Tags, elements: &[(&str, &Element)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut held: BTreeMap<(ObjectId, i64), u32> = BTreeMap::new();
    tags.top.iter().for_each(|top| content(top, &mut |kid| *held.entry(kid).or_default() += 1));
    faults.extend(
        held.iter()
            .filter(|(_, n)| **n > 1)
            .map(|((_, c), n)| format!("content {c} held {n} times")),
    );
    let mut links = BTreeSet::new();
    for (_, element) in elements.iter().filter(|(_, element)| element.role == "Link") {
        links.extend(element.kids.iter().filter_map(|kid| match kid {
            Kid::Object(id) => Some(*id),
            _ => None,
        }));
    }
    for (n, page) in tags.pages.iter().enumerate() {
        let n = n + 1;
        for drawn in &page.untagged {
            faults.push(format!("page {n}: {drawn} draws what has no tag"));
        }
        let here = held.keys().filter(|(on, _)| *on == page.id).map(|(_, number)| *number);
        let here: BTreeSet<i64> = here.collect();
        for lost in page.content.symmetric_difference(&here) {
            faults.push(format!("page {n}: content {lost} is on the page or in the tree alone"));
        }
        for _ in page.annotations.iter().filter(|place| !links.contains(place)) {
            faults.push(format!("page {n}: a link in no element"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(role: &str, kids: Vec<Element>) -> Element {
        let kids = kids.into_iter().map(Kid::Element).collect();
        Element { role: role.to_owned(), span: (1, 1), kids, ..Element::default() }
    }

    fn cell(role: &str, rows: u32, columns: u32) -> Element {
        let scope = (role == "TH").then(|| "Row".to_owned());
        Element { span: (rows, columns), scope, ..element(role, Vec::new()) }
    }

    fn table_of(rows: Vec<Vec<Element>>) -> Element {
        element("Table", rows.into_iter().map(|cells| element("TR", cells)).collect())
    }

    #[test]
    fn a_cell_over_rows_and_columns_counts_in_each() {
        let header = vec![cell("TH", 2, 1), cell("TH", 1, 2)];
        let regular = table_of(vec![header, vec![cell("TD", 1, 1), cell("TD", 1, 1)]]);
        assert_eq!(table(&regular), [""; 0]);
        let header = vec![cell("TH", 2, 1), cell("TH", 1, 2)];
        let ragged = table_of(vec![header, vec![cell("TD", 1, 1)]]);
        assert_eq!(table(&ragged), ["table with rows of 3 and of 2 cells"]);
    }

    #[test]
    fn a_header_cell_says_what_it_is_about() {
        let mut header = cell("TH", 1, 1);
        header.scope = None;
        assert_eq!(table(&table_of(vec![vec![header]])), ["header cell with scope none"]);
    }

    #[test]
    fn a_figure_says_what_and_where_it_is_and_stays_on_its_page() {
        let page = Page {
            id: (7, 0),
            size: [0.0, 0.0, 595.0, 842.0],
            content: BTreeSet::from([0]),
            untagged: Vec::new(),
            clips: false,
            annotations: Vec::new(),
        };
        let mut drawn = element("Figure", Vec::new());
        drawn.kids.push(Kid::Content((7, 0), 0));
        drawn.bbox = Some([10.0, 10.0, 600.0, 20.0]);
        let wrong = ["figure without an alternative text", "figure from 10, 10 to 600, 20"];
        assert_eq!(figure(&drawn, std::slice::from_ref(&page)), wrong);
        drawn.alt = Some("A line".to_owned());
        drawn.bbox = Some([10.0, 10.0, 500.0, 20.0]);
        assert_eq!(figure(&drawn, &[page]), [""; 0]);
    }

    #[test]
    fn a_language_is_two_or_three_letters_and_what_is_said_more_closely() {
        assert!(["fr", "en-GB", "sr-Latn-RS"].iter().all(|tag| is_language(tag)));
        assert!(
            ["", "f", "français", "french", "fr_FR", "fr-"].iter().all(|tag| !is_language(tag))
        );
    }
}
