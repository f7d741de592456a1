//! The sections of the report, block by block, with the widths of their tables and how much of each has room.

use krilla::tagging::{ListNumbering, Tag};
use vigie_watch::PromptLevel;

use super::canvas::{Canvas, LEFT, WIDTH};
use super::sanitise::shortened;
use super::table::{Grid, SIZE, Table};
use super::text::{Piece, Style};
use super::{Report, body, changes, charts};
use crate::preview::PLACES;
use crate::{Block, Line, Part, TextCell};

/// Most prompts told on page 1, from the most to the fewest: the most urgent, then the latest.
pub(super) const PROMPTS: [usize; 4] = [12, 8, 5, PROMPTS_LEAST];
pub(super) const PROMPTS_LEAST: usize = 3;
/// Most prompts told at the end: two pages.
const ALL_PROMPTS: usize = 24;
/// Most rows of a table, and most lines of a list.
const ROWS: usize = 60;
/// Most characters of one cell or line: a row has to fit on a page.
const CELL: usize = 700;

/// Draws a section, when there is one.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: Report<'_>, part: Part) {
    let title = report.preview.section(part).map(|section| section.title.as_str());
    draw_as(canvas, report, part, title.unwrap_or_default(), ROWS);
}

/// Draws the prompts on page 1, at most so many. Says whether some were left for the end.
pub(super) fn prompts(canvas: &mut Canvas<'_>, report: Report<'_>, most: usize) -> bool {
    let Some(section) = report.preview.section(Part::Prompts) else { return false };
    draw_as(canvas, report, Part::Prompts, &section.title, most);
    report.summary.prompts.len() > most
}

/// Draws every prompt.
pub(super) fn all_prompts(canvas: &mut Canvas<'_>, report: Report<'_>) {
    draw_as(canvas, report, Part::Prompts, &report.say("report-prompts-all"), ALL_PROMPTS);
}

fn draw_as(canvas: &mut Canvas<'_>, report: Report<'_>, part: Part, title: &str, most: usize) {
    let Some(section) = report.preview.section(part) else { return };
    canvas.heading(2, title, below(report, part));
    if part == Part::Results {
        charts::results(canvas, report);
    }
    let mut previous: Option<&Block> = None;
    for block in &section.blocks {
        if matches!(block, Block::Remark(_)) && !matches!(previous, None | Some(Block::Remark(_))) {
            canvas.gap(3.0);
        }
        match block {
            Block::Text(text) => canvas.paragraph(&[Piece::new(Style::plain(9.0), &**text)]),
            Block::Remark(text) => remark(canvas, text),
            Block::Groups(groups) => {
                canvas.gap(4.0);
                changes::boxes(canvas, report, groups);
            }
            Block::Lines(list) => {
                if previous.is_some() {
                    canvas.gap(4.0);
                }
                lines(canvas, report, list);
            }
            Block::Table(table) => {
                if previous.is_some() {
                    canvas.gap(6.0);
                }
                rows(canvas, report, (part, most), table);
            }
            Block::Body(map) => body::draw(canvas, map),
            // Set in two columns, in short, by `voice`.
            Block::Quotes(_) => {}
        }
        previous = Some(block);
    }
}

/// Points that have to be free below a heading, so that it does not stand alone at the foot of a page.
fn below(report: Report<'_>, part: Part) -> f32 {
    match part {
        Part::Results => charts::results_height(report),
        Part::Pains => 170.0,
        Part::Days => 130.0,
        _ => 45.0,
    }
}

/// A remark on how to read what stands beside it.
pub(super) fn remark(canvas: &mut Canvas<'_>, text: &str) {
    canvas.paragraph(&[Piece::new(Style::quiet(8.0), text)]);
}

/// Lines of a label and a text.
fn lines(canvas: &mut Canvas<'_>, report: Report<'_>, lines: &[Line]) {
    let mut cut = false;
    canvas.element(Tag::L(ListNumbering::None), |canvas| {
        for line in lines.iter().take(ROWS) {
            let (text, short) = shortened(&line.text, CELL);
            cut |= short;
            let pieces = [
                Piece::new(Style::strong(9.0), format!("{} ", line.label)),
                Piece::new(Style::plain(9.0), text),
            ];
            let set = canvas.set(&pieces, WIDTH);
            canvas.element(Tag::LI, |canvas| {
                canvas.element(Tag::LBody, |canvas| canvas.lines(LEFT, &set));
            });
            canvas.y += 2.0;
        }
    });
    hidden(canvas, report, lines.len().saturating_sub(ROWS), cut);
}

fn rows(
    canvas: &mut Canvas<'_>,
    report: Report<'_>,
    (part, most): (Part, usize),
    table: &crate::Table,
) {
    let chosen = chosen(report, part, table.rows.len(), most);
    let left = table.rows.len() - chosen.len();
    let mut cut = false;
    let set = |cell: &TextCell, cut: &mut bool| {
        let (text, short) = shortened(&cell.text, CELL);
        *cut |= short;
        let style = if cell.strong { Style::strong(SIZE) } else { Style::plain(SIZE) };
        vec![Piece::new(style, text)]
    };
    let rows = chosen
        .iter()
        .filter_map(|index| table.rows.get(*index))
        .map(|row| row.iter().map(|cell| set(cell, &mut cut)).collect())
        .collect();
    Table { columns: &table.columns, grid: grid(report, part, table.columns.len()), rows }
        .draw(canvas);
    if most < ALL_PROMPTS && left > 0 {
        // All of them stand at the end, where more is said of what is still left.
        canvas.gap(3.0);
        remark(canvas, &report.say("report-prompts-more"));
        hidden(canvas, report, 0, cut);
    } else {
        hidden(canvas, report, left, cut);
    }
}

/// What was shortened or left for want of room.
fn hidden(canvas: &mut Canvas<'_>, report: Report<'_>, left: usize, cut: bool) {
    let mut remarks = Vec::new();
    if cut {
        remarks.push(report.say("report-shortened"));
    }
    if left > 0 {
        remarks.push(report.with("report-rows-hidden", &[("count", left.into())]));
    }
    if !remarks.is_empty() {
        canvas.gap(3.0);
        remark(canvas, &remarks.join(" "));
    }
}

/// The rows that are told, in order.
fn chosen(report: Report<'_>, part: Part, count: usize, most: usize) -> Vec<usize> {
    if part != Part::Prompts {
        return (0..count.min(most)).collect();
    }
    // The latest stand first.
    let prompts: Vec<_> = report.summary.prompts.iter().rev().collect();
    let mut rows: Vec<usize> = (0..count.min(prompts.len())).collect();
    let less_urgent =
        |row: &usize| prompts.get(*row).is_none_or(|story| story.prompt.level != PromptLevel::Now);
    rows.sort_by_key(|row| (less_urgent(row), *row));
    rows.truncate(most);
    rows.sort_unstable();
    rows
}

/// The widths of the columns, and the space between two.
fn grid(report: Report<'_>, part: Part, columns: usize) -> Grid {
    /// Between two columns.
    const GAP: f32 = 10.0;
    /// A column of seven signs.
    const DAYS: f32 = 74.0;
    let others: &[f32] = match part {
        // The first column, of days, takes the year too in a long period.
        Part::Prompts if report.told().with_years() => &[66.0, 194.0, 187.28],
        Part::Prompts => &[70.0, 206.0, 199.28],
        Part::Pains => &[50.0, 56.0, 96.0, 56.0, 130.0],
        Part::Medication if columns > 5 => &[46.0, 60.0, 58.0, 70.0, 58.0, 62.0],
        Part::Medication => &[76.0, 76.0, 76.0, 76.0],
        Part::Results => &[76.0, 70.0, 70.0, 140.0],
        Part::Days => {
            // As wide in the last table, which may have fewer columns.
            return Grid::of(GAP, vec![DAYS; columns.saturating_sub(1)]).with_places(PLACES);
        }
        _ => &[50.0, 56.0, 96.0, 46.0, 43.0, 43.0, 44.0],
    };
    Grid::of(GAP, others.to_vec())
}
