//! `vigie preview`: what a report would tell, on the terminal, before anything leaves.

use vigie_journal::{Block, Cell, ChartData, Line, Part, Preview, Table, one_line};

use crate::args::Selection;
use crate::exit::Failure;
use crate::session::Session;

pub fn run(session: &Session, args: Selection) -> Result<(), Failure> {
    let journal = session.open()?;
    let choice = args.of(journal.usual_choice(session.words.lang())?);
    let preview = journal.preview(choice)?;
    if session.common.json {
        println!("{}", serde_json::json!(preview));
        return Ok(());
    }
    head(&preview);
    for section in preview.sections.iter().filter(|section| section.part != Part::Days) {
        println!("\n{}", section.title.to_uppercase());
        section.blocks.iter().for_each(block);
    }
    charts(&preview);
    Ok(())
}

fn head(preview: &Preview) {
    println!("{}\n{}", preview.title.to_uppercase(), flat(&preview.person));
    println!("{} · {}\n{}", preview.period, preview.made, flat(&preview.treatment));
    let mut complete = vec![preview.complete.as_str()];
    complete.extend(preview.complete_details.iter().map(String::as_str));
    println!("{}", complete.join(" · "));
    if let Some(left_out) = &preview.left_out {
        println!("{left_out}");
    }
    println!("{}", preview.about);
}

fn block(block: &Block) {
    match block {
        Block::Text(text) | Block::Remark(text) => println!("{}", flat(text)),
        Block::Groups(groups) => {
            for group in groups {
                let all: Vec<String> = group.lines.iter().map(pair).collect();
                let said = if all.is_empty() { group.none.clone() } else { all.join("; ") };
                println!("{} {}: {said}", group.sign, group.title);
            }
        }
        Block::Quotes(quotes) => {
            println!("{}", quotes.title);
            quotes.quotes.iter().for_each(|quote| println!("  {}", pair(quote)));
        }
        Block::Lines(lines) => lines.iter().for_each(|line| println!("{}", pair(line))),
        Block::Table(table) => self::table(table),
        Block::Body(body) => println!("{}", flat(&body.alt)),
    }
}

fn pair(line: &Line) -> String {
    format!("{}  {}", flat(&line.label), flat(&line.text))
}

/// On one line, with nothing in it that a terminal would obey.
fn flat(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join(" ")
}

/// Longest line of a cell that stands in a column as it is.
const NARROW: usize = 60;
/// Longest line of a cell in a table that has one column with more: it goes on below, and the other columns keep their place.
const FOLDED: usize = 44;

fn table(table: &Table) {
    laid_out(table).iter().for_each(|line| println!("{line}"));
}

fn laid_out(table: &Table) -> Vec<String> {
    let long = |text: &str| text.lines().any(|line| line.chars().count() > NARROW);
    let wide = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(column));
        cells.any(|cell| long(&cell.text))
    };
    match (0..table.columns.len()).filter(|column| wide(*column)).count() {
        0 => columns(table, NARROW),
        1 => columns(table, FOLDED),
        _ => rows(table),
    }
}

/// A table with long texts, row by row under its headings: what is short on one line, what is long below it.
fn rows(table: &Table) -> Vec<String> {
    let heads = table.columns.iter().map(|column| flat(&column.title)).collect::<Vec<_>>();
    let mut lines = vec![heads.join("  ")];
    for row in &table.rows {
        let (short, long): (Vec<&str>, Vec<&str>) =
            row.iter().map(|cell| cell.text.as_str()).partition(|text| text.len() <= NARROW);
        lines.push(short.into_iter().map(flat).collect::<Vec<_>>().join("  "));
        lines.extend(
            long.iter().flat_map(|text| text.lines()).map(|text| format!("  {}", flat(text))),
        );
    }
    lines
}

/// The columns as wide as the longest line of what stands in them; a cell of several lines goes on below its first.
fn columns(table: &Table, most: usize) -> Vec<String> {
    let heads = table.columns.iter().map(|column| vec![flat(&column.title)]).collect();
    let mut rows: Vec<Vec<Vec<String>>> = vec![heads];
    rows.extend(
        table.rows.iter().map(|row| row.iter().map(|cell| wrapped(&cell.text, most)).collect()),
    );
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.flatten().map(|line| line.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let mut lines = Vec::new();
    for row in &rows {
        for place in 0..row.iter().map(Vec::len).max().unwrap_or(0) {
            let cells =
                row.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| {
                    let text = cell.get(place).map_or("", String::as_str);
                    if column.number {
                        format!("{text:>width$}")
                    } else {
                        format!("{text:<width$}")
                    }
                });
            lines.push(cells.collect::<Vec<_>>().join("  ").trim_end().to_owned());
        }
    }
    lines
}

/// The lines of a text, those that are longer than `most` broken between two words.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut rest = String::new();
        for word in one_line(line).split(' ') {
            if !rest.is_empty() && rest.chars().count() + 1 + word.chars().count() > most {
                lines.push(std::mem::take(&mut rest));
            }
            if !rest.is_empty() {
                rest.push(' ');
            }
            rest.push_str(word);
        }
        lines.push(rest);
    }
    lines
}

/// Each chart as a line of small bars, a silence as a gap.
fn charts(preview: &Preview) {
    /// From which share of the scale on.
    const BARS: [(f64, char); 6] =
        [(0.0, '▁'), (0.1, '▂'), (0.3, '▃'), (0.5, '▅'), (0.7, '▆'), (0.9, '█')];
    if preview.charts.charts.is_empty() {
        return;
    }
    println!("\n{}\n{}", preview.charts.title.to_uppercase(), preview.charts.how);
    for chart in &preview.charts.charts {
        let ChartData::Cells(cells) = &chart.data else { continue };
        let bar = |cell: &Cell| match cell.rating() {
            Some(rating) => {
                let share = f64::from(rating) / chart.high;
                let full = |step: &&(f64, char)| step.0 <= share;
                BARS.iter().take_while(full).last().map_or(' ', |(_, bar)| *bar)
            }
            None => ' ',
        };
        let line: String = cells.iter().map(bar).collect();
        println!("{}  {}\n{line}", flat(&chart.name), flat(&chart.detail));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_journal::{Column, TextCell};

    fn shown(rows: &[[&str; 3]]) -> Vec<String> {
        let column = |title: &str, number| Column { title: title.to_owned(), number };
        let cell = |text: &&str| TextCell { text: (*text).to_owned(), strong: false };
        laid_out(&Table {
            columns: vec![column("What", false), column("Due", true), column("Late", true)],
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        })
    }

    #[test]
    fn a_cell_of_several_lines_goes_on_below_and_the_columns_keep_their_place() {
        let first = "morphine\n10 mg, each day at 8:00 and 20:00";
        assert_eq!(
            shown(&[[first, "12", "1"], ["iron", "3", "0"]]),
            [
                "What                               Due  Late",
                "morphine                            12     1",
                "10 mg, each day at 8:00 and 20:00",
                "iron                                 3     0",
            ]
        );
        let first = "morphine\n10 mg, each day at 8:00, 14:00 and 20:00, until 23 November 2026";
        assert_eq!(
            shown(&[[first, "12", "1"]]),
            [
                "What                                       Due  Late",
                "morphine                                    12     1",
                "10 mg, each day at 8:00, 14:00 and 20:00,",
                "until 23 November 2026",
            ]
        );
    }

    #[test]
    fn a_table_of_long_texts_has_its_headings_too() {
        let long = "word ".repeat(20);
        let lines = shown(&[["14 Sep", &long, &long]]);
        assert_eq!((lines[0].as_str(), lines[1].as_str()), ("What  Due  Late", "14 Sep"));
        assert_eq!(lines.len(), 4);
    }
}
