//! The report's words as XHTML: the same paragraphs, lists and tables that every other form shows.

use super::xhtml::Xhtml;
use crate::{Block, Group, Line, Preview, Quotes, Section, Table, TextCell};

/// What stands before the sections: whose, which days, how complete.
pub(super) fn head(preview: &Preview) -> String {
    let mut page = Xhtml::new(&preview.lang);
    let first = [&preview.person, &preview.period, &preview.made, &preview.treatment];
    first.into_iter().for_each(|text| page.element("p", text));
    page.element("p", &preview.complete);
    if !preview.complete_details.is_empty() {
        list(&mut page, &preview.complete_details, |page, text| page.text(text));
    }
    preview.left_out.iter().for_each(|text| page.element("p", text));
    page.element("p", &preview.about);
    page.finish()
}

/// One section.
pub(super) fn section(lang: &str, section: &Section) -> String {
    let mut page = Xhtml::new(lang);
    // A record has no place for the body map, whose places are in the table beside it; nor for the remark on how to read it.
    let map = section.blocks.iter().any(|part| matches!(part, Block::Body(_)));
    let told = |part: &&Block| !(map && matches!(part, Block::Body(_) | Block::Remark(_)));
    section.blocks.iter().filter(told).for_each(|part| block(&mut page, part));
    page.finish()
}

fn block(page: &mut Xhtml, block: &Block) {
    match block {
        Block::Text(text) => page.element("p", text),
        Block::Remark(text) => {
            page.open("p");
            page.element("i", text);
            page.close("p");
        }
        Block::Groups(groups) => groups.iter().for_each(|one| group(page, one)),
        Block::Quotes(quotes) => self::quotes(page, quotes),
        Block::Lines(lines) => list(page, lines, line),
        Block::Table(table) => self::table(page, table),
        Block::Body(_) => {}
    }
}

fn group(page: &mut Xhtml, group: &Group) {
    page.element("h3", &format!("{} {}", group.sign, group.title));
    if group.lines.is_empty() {
        page.element("p", &group.none);
    } else {
        list(page, &group.lines, line);
    }
}

fn quotes(page: &mut Xhtml, quotes: &Quotes) {
    page.element("h3", &quotes.title);
    for quote in &quotes.quotes {
        page.element("p", &quote.label);
        page.open("blockquote");
        page.element("p", &quote.text);
        page.close("blockquote");
    }
}

fn line(page: &mut Xhtml, line: &Line) {
    page.element("b", &line.label);
    page.text(" ");
    page.text(&line.text);
}

fn list<T>(page: &mut Xhtml, items: &[T], item: impl Fn(&mut Xhtml, &T)) {
    page.open("ul");
    for one in items {
        page.open("li");
        item(page, one);
        page.close("li");
    }
    page.close("ul");
}

fn table(page: &mut Xhtml, table: &Table) {
    page.open("table");
    page.open("thead");
    page.open("tr");
    table.columns.iter().for_each(|column| page.element("th", &column.title));
    page.close("tr");
    page.close("thead");
    page.open("tbody");
    for row in &table.rows {
        page.open("tr");
        for (place, cell) in row.iter().enumerate() {
            let name = if place == 0 { "th" } else { "td" };
            page.open(name);
            self::cell(page, cell);
            page.close(name);
        }
        page.close("tr");
    }
    page.close("tbody");
    page.close("table");
}

fn cell(page: &mut Xhtml, cell: &TextCell) {
    if cell.strong {
        page.element("b", &cell.text);
    } else {
        page.text(&cell.text);
    }
}
