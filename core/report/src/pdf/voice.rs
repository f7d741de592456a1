//! The person's own voice: their questions and notes, on page 1 in short, at the end in full.

use krilla::tagging::{ListNumbering, Tag};

use super::canvas::{Canvas, LEFT, WIDTH, height};
use super::sanitise::shortened;
use super::text::{Line, Piece, Style};
use super::{Report, sections};
use crate::{Block, Part, Quotes};

/// On page 1: height of the texts of a kind in points, and how many characters of each. One text is always told.
#[derive(Clone, Copy)]
pub(super) struct Room {
    height: f32,
    characters: usize,
}

impl Room {
    /// The least there may be.
    pub(super) const LEAST: Self = Self { height: 40.0, characters: 110 };
    /// From the most to the least.
    pub(super) const ALL: [Self; 6] = [
        Self { height: 200.0, characters: 210 },
        Self { height: 150.0, characters: 210 },
        Self { height: 110.0, characters: 210 },
        Self { height: 80.0, characters: 110 },
        Self { height: 60.0, characters: 110 },
        Self::LEAST,
    ];
}

/// At the end: most characters of one text and of all together, about one page and a half.
const LONG: usize = 1_500;
const ALL: usize = 8_000;
/// Space between the two columns.
const GAP: f32 = 18.0;
const SIZE: f32 = 9.0;
/// Space between two texts.
const APART: f32 = 2.5;

/// The person's texts by kind: questions, then notes.
fn quotes(report: Report<'_>) -> Vec<&Quotes> {
    let section = report.preview.section(Part::Voice);
    let blocks = section.map(|section| section.blocks.as_slice()).unwrap_or_default();
    let of = blocks.iter().filter_map(|block| match block {
        Block::Quotes(quotes) => Some(quotes),
        _ => None,
    });
    of.collect()
}

/// Draws the section of page 1 with the texts there is room for. Says whether something was left for the end.
#[allow(clippy::cast_precision_loss)] // Two columns.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: Report<'_>, room: Room) -> bool {
    let shown = quotes(report);
    let columns = shown.len().max(1) as f32;
    let width = (WIDTH + GAP) / columns - GAP;
    let sets: Vec<Column> =
        shown.iter().map(|quotes| Column::set(canvas, report, quotes, (room, width))).collect();
    let more = sets.iter().any(|column| column.more);
    let mut remarks = Vec::new();
    if more {
        remarks.push(report.say("report-voice-more"));
    }
    if report.preview.texts().any(|text| canvas.fonts.loses(text)) {
        remarks.push(report.say("report-signs"));
    }
    if sets.is_empty() {
        sections::draw(canvas, report, Part::Voice);
    } else {
        let tall = sets.iter().map(Column::height).fold(0.0, f32::max);
        let title = report.preview.section(Part::Voice).map(|section| section.title.as_str());
        canvas.heading(2, title.unwrap_or_default(), tall);
        let (top, mut x) = (canvas.y, LEFT);
        for column in &sets {
            canvas.y = top;
            column.draw(canvas, x);
            x += width + GAP;
        }
        canvas.y = top + tall;
    }
    if !remarks.is_empty() {
        canvas.gap(3.0);
        sections::remark(canvas, &remarks.join(" "));
    }
    more
}

/// One of the two columns as it is set.
struct Column {
    title: String,
    heading: Vec<Line>,
    entries: Vec<Vec<Line>>,
    /// Whether something was shortened or left for the end.
    more: bool,
}

impl Column {
    fn set(
        canvas: &Canvas<'_>,
        report: Report<'_>,
        of: &Quotes,
        (room, width): (Room, f32),
    ) -> Self {
        let (mut entries, mut tall, mut more) = (Vec::new(), 0.0, false);
        for quote in &of.quotes {
            let (short, cut) = shortened(&quote.text, room.characters);
            let lines = canvas.set(&entry(report, &quote.label, &short), width);
            tall += height(&lines) + APART;
            if tall > room.height && !entries.is_empty() {
                more = true;
                break;
            }
            more |= cut;
            entries.push(lines);
        }
        Self {
            entries,
            heading: canvas.set(&[Piece::new(Style::strong(9.5), &*of.title)], width),
            title: of.title.clone(),
            more,
        }
    }

    fn height(&self) -> f32 {
        let entries: f32 = self.entries.iter().map(|lines| height(lines) + APART).sum();
        height(&self.heading) + 2.0 + entries
    }

    fn draw(&self, canvas: &mut Canvas<'_>, x: f32) {
        canvas.heading_lines(3, &self.title, x, &self.heading);
        canvas.y += 2.0;
        list(canvas, x, &self.entries);
    }
}

fn entry(report: Report<'_>, day: &str, words: &str) -> Vec<Piece> {
    vec![
        Piece::new(Style::quiet(SIZE), format!("{day}\u{a0} ")),
        Piece::new(Style::plain(SIZE), report.words.quoted(words)),
    ]
}

fn list(canvas: &mut Canvas<'_>, x: f32, entries: &[Vec<Line>]) {
    canvas.element(Tag::L(ListNumbering::None), |canvas| {
        for entry in entries {
            canvas.element(Tag::LI, |canvas| {
                canvas.element(Tag::LBody, |canvas| canvas.lines(x, entry));
            });
            canvas.y += APART;
        }
    });
}

/// All questions and notes, latest first, as far as a page and a half carries.
pub(super) fn draw_all(canvas: &mut Canvas<'_>, report: Report<'_>) {
    canvas.heading(2, &report.say("report-voice-all"), 60.0);
    let mut left = ALL;
    for quotes in quotes(report) {
        let (entries, cut) = full(canvas, report, quotes, &mut left);
        canvas.heading(3, &quotes.title, 20.0);
        if !entries.is_empty() {
            list(canvas, LEFT, &entries);
        }
        let hidden = quotes.quotes.len() - entries.len();
        let mut remarks = Vec::new();
        if cut {
            remarks.push(report.say("report-shortened"));
        }
        if hidden > 0 {
            remarks.push(report.with("report-voice-hidden", &[("count", hidden.into())]));
        }
        if !remarks.is_empty() {
            sections::remark(canvas, &remarks.join(" "));
        }
    }
}

/// The texts that fit into what is `left`, and whether one of them was shortened.
fn full(
    canvas: &Canvas<'_>,
    report: Report<'_>,
    quotes: &Quotes,
    left: &mut usize,
) -> (Vec<Vec<Line>>, bool) {
    let (mut entries, mut any_cut) = (Vec::new(), false);
    for quote in &quotes.quotes {
        let (long, cut) = shortened(&quote.text, LONG);
        let Some(rest) = left.checked_sub(long.chars().count() + 20) else {
            *left = 0;
            break;
        };
        *left = rest;
        any_cut |= cut;
        entries.push(canvas.set(&entry(report, &quote.label, &long), WIDTH));
    }
    (entries, any_cut)
}
