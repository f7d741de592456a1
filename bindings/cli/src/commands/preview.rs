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

/// Longest text of a cell that stands in a column.
const NARROW: usize = 60;

/// A table with long texts, row by row: what is short on one line, what is long below it.
fn rows(table: &Table) {
    for row in &table.rows {
        let (short, long): (Vec<&str>, Vec<&str>) =
            row.iter().map(|cell| cell.text.as_str()).partition(|text| text.len() <= NARROW);
        println!("{}", short.into_iter().map(flat).collect::<Vec<_>>().join("  "));
        long.iter().flat_map(|text| text.lines()).for_each(|text| println!("  {}", flat(text)));
    }
}

/// The columns as wide as what stands in them; the last is as long as it is.
fn table(table: &Table) {
    if table.rows.iter().flatten().any(|cell| cell.text.len() > NARROW) {
        return rows(table);
    }
    let heads = table.columns.iter().map(|column| column.title.clone()).collect();
    let mut rows: Vec<Vec<String>> = vec![heads];
    rows.extend(table.rows.iter().map(|row| row.iter().map(|cell| flat(&cell.text)).collect()));
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row: &Vec<String>| row.get(column));
        cells.map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    for row in &rows {
        let cells = row.iter().zip(&widths).zip(&table.columns).map(|((text, width), column)| {
            if column.number { format!("{text:>width$}") } else { format!("{text:<width$}") }
        });
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
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
