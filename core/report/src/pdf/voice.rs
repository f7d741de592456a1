//! The person's own voice: their questions and notes, on page 1 in short, at the end in full.

use krilla::tagging::{ListNumbering, Tag};

use super::Told;
use super::canvas::{Canvas, LEFT, WIDTH, height};
use super::sanitise::shortened;
use super::text::{Line, Piece, Style};
use crate::DatedText;

/// On page 1: most questions and notes, and most characters of each.
const QUESTIONS: usize = 6;
const NOTES: usize = 4;
const SHORT: usize = 210;
/// At the end: most characters of one text and of all together, about one page and a half.
const LONG: usize = 1_500;
const ALL: usize = 8_000;
/// Space between the two columns.
const GAP: f32 = 18.0;
const SIZE: f32 = 9.0;

/// Draws the section of page 1. Says whether something was left for the end.
pub(super) fn draw(canvas: &mut Canvas<'_>, told: Told<'_>) -> bool {
    let parts = [
        ("report-questions", &told.summary.questions, QUESTIONS),
        ("report-notes", &told.summary.notes, NOTES),
    ];
    let shown: Vec<_> = parts.iter().filter(|(_, texts, _)| !texts.is_empty()).collect();
    let columns = if shown.len() > 1 { 2.0 } else { 1.0 };
    let width = (WIDTH - GAP * (columns - 1.0)) / columns;
    let sets: Vec<Column> = shown
        .iter()
        .map(|(id, texts, most)| Column::set(canvas, told, (id, texts, *most), width))
        .collect();
    let tall = sets.iter().map(Column::height).fold(0.0, f32::max);
    canvas.heading(2, &told.say("report-voice"), tall);
    let (top, mut x) = (canvas.y, LEFT);
    for column in &sets {
        canvas.y = top;
        column.draw(canvas, x);
        x += width + GAP;
    }
    canvas.y = top + tall;
    if sets.is_empty() {
        let text = told.say("report-voice-none");
        canvas.paragraph(&[Piece::new(Style::plain(SIZE), text)]);
    }
    let more = sets.iter().any(|column| column.more);
    let mut remarks = Vec::new();
    if more {
        remarks.push(told.say("report-voice-more"));
    }
    if told.own_words().any(|text| canvas.fonts.loses(text)) {
        remarks.push(told.say("report-signs"));
    }
    if !remarks.is_empty() {
        canvas.gap(3.0);
        canvas.paragraph(&[Piece::new(Style::quiet(8.0), remarks.join(" "))]);
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
        told: Told<'_>,
        (id, texts, most): (&str, &[DatedText], usize),
        width: f32,
    ) -> Self {
        let title = told.say(id);
        let mut more = texts.len() > most;
        // The latest first: that is what the consultation is about.
        let entries = texts
            .iter()
            .rev()
            .take(most)
            .map(|text| {
                let (short, cut) = shortened(&text.text, SHORT);
                more |= cut;
                canvas.set(&entry(told, text, &short), width)
            })
            .collect();
        Self {
            heading: canvas.set(&[Piece::new(Style::strong(9.5), &*title)], width),
            title,
            entries,
            more,
        }
    }

    fn height(&self) -> f32 {
        let entries: f32 = self.entries.iter().map(|lines| height(lines) + 2.5).sum();
        height(&self.heading) + 2.0 + entries
    }

    fn draw(&self, canvas: &mut Canvas<'_>, x: f32) {
        canvas.heading_lines(3, &self.title, x, &self.heading);
        canvas.y += 2.0;
        list(canvas, x, &self.entries);
    }
}

fn entry(told: Told<'_>, text: &DatedText, words: &str) -> Vec<Piece> {
    let day = told.day(text.day);
    vec![
        Piece::new(Style::quiet(SIZE), format!("{day}\u{a0} ")),
        Piece::new(Style::plain(SIZE), told.words.quoted(words)),
    ]
}

fn list(canvas: &mut Canvas<'_>, x: f32, entries: &[Vec<Line>]) {
    canvas.element(Tag::L(ListNumbering::None), |canvas| {
        for entry in entries {
            canvas.element(Tag::LI, |canvas| {
                canvas.element(Tag::LBody, |canvas| canvas.lines(x, entry));
            });
            canvas.y += 2.5;
        }
    });
}

/// All questions and notes, latest first, as far as a page and a half carries.
pub(super) fn draw_all(canvas: &mut Canvas<'_>, told: Told<'_>) {
    canvas.heading(2, &told.say("report-voice-all"), 60.0);
    let mut left = ALL;
    for (id, texts) in
        [("report-questions", &told.summary.questions), ("report-notes", &told.summary.notes)]
    {
        if texts.is_empty() {
            continue;
        }
        let (entries, cut) = full(canvas, told, texts, &mut left);
        canvas.heading(3, &told.say(id), 20.0);
        if !entries.is_empty() {
            list(canvas, LEFT, &entries);
        }
        let hidden = texts.len() - entries.len();
        let mut remarks = Vec::new();
        if cut {
            remarks.push(told.say("report-shortened"));
        }
        if hidden > 0 {
            remarks.push(told.with("report-voice-hidden", &[("count", hidden.into())]));
        }
        if !remarks.is_empty() {
            canvas.paragraph(&[Piece::new(Style::quiet(8.0), remarks.join(" "))]);
        }
    }
}

/// The texts that fit into what is `left`, and whether one of them was shortened.
fn full(
    canvas: &Canvas<'_>,
    told: Told<'_>,
    texts: &[DatedText],
    left: &mut usize,
) -> (Vec<Vec<Line>>, bool) {
    let (mut entries, mut any_cut) = (Vec::new(), false);
    for text in texts.iter().rev() {
        let (long, cut) = shortened(&text.text, LONG);
        let Some(rest) = left.checked_sub(long.chars().count() + 20) else {
            *left = 0;
            break;
        };
        *left = rest;
        any_cut |= cut;
        entries.push(canvas.set(&entry(told, text, &long), WIDTH));
    }
    (entries, any_cut)
}
