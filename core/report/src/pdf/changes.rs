//! The one look: boxes side by side of what is new, worse, better or gone.

use krilla::tagging::{ArtifactType, ListNumbering, Tag};

use super::Report;
use super::canvas::{BOTTOM, Canvas, LEFT, TOP, WIDTH, height};
use super::text::{Line, Piece, Style, accent, grey};
use crate::Group;

/// Most changes listed in a box; the table has them all.
const MOST: usize = 6;
/// Space between boxes, and inside them.
const GAP: f32 = 8.0;
const PADDING: f32 = 6.0;

/// One box as it is set.
struct Set<'a> {
    group: &'a Group,
    title: Vec<Line>,
    entries: Vec<Vec<Line>>,
    more: Vec<Line>,
}

impl Set<'_> {
    fn height(&self) -> f32 {
        let entries: f32 = self.entries.iter().map(|lines| height(lines) + 3.0).sum();
        height(&self.title) + 2.0 + entries + height(&self.more) + 2.0 * PADDING
    }
}

/// Draws the boxes.
#[allow(clippy::cast_precision_loss)] // A handful of boxes.
pub(super) fn boxes(canvas: &mut Canvas<'_>, report: Report<'_>, groups: &[Group]) {
    let width = (WIDTH + GAP) / groups.len().max(1) as f32 - GAP;
    let room = width - 2.0 * PADDING;
    let mut sets: Vec<Set<'_>> =
        groups.iter().map(|group| set(canvas, report, group, room)).collect();
    let tallest = |sets: &[Set<'_>]| sets.iter().map(Set::height).fold(0.0, f32::max);
    // Long names of the person's own could overfill a page; the table has them all.
    while tallest(&sets) > BOTTOM - TOP {
        sets.iter_mut().for_each(|set| {
            set.entries.pop();
        });
    }
    let tall = tallest(&sets);
    canvas.need(tall);
    let top = canvas.y;
    let mut x = LEFT;
    for set in &sets {
        let strong = set.group.strong;
        canvas.artifact(ArtifactType::Layout, |canvas| {
            let back = if strong { grey(236) } else { grey(247) };
            canvas.fill(x, top, width, tall, back);
            let edge = if strong { accent() } else { grey(150) };
            canvas.fill(x, top, width, if strong { 2.2 } else { 0.8 }, edge);
            let sign = Style::strong(11.0).ink(accent());
            canvas.text_to(x + width - PADDING, top + PADDING + 10.0, sign, &set.group.sign);
        });
        canvas.y = top + PADDING;
        one_box(canvas, set, x + PADDING);
        x += width + GAP;
    }
    canvas.y = top + tall + 2.0;
}

fn set<'a>(canvas: &Canvas<'_>, report: Report<'_>, group: &'a Group, room: f32) -> Set<'a> {
    let title = Style::strong(10.0).ink(accent());
    let entries = group
        .lines
        .iter()
        .take(MOST)
        .map(|line| {
            let mut lines = canvas.set(&[Piece::new(Style::plain(8.5), &*line.label)], room);
            lines.extend(canvas.set(&[Piece::new(Style::strong(8.5), &*line.text)], room));
            lines
        })
        .collect();
    let more = match group.lines.len().saturating_sub(MOST) {
        0 if group.lines.is_empty() => group.none.clone(),
        0 => String::new(),
        more => report.with("report-change-more", &[("count", more.into())]),
    };
    Set {
        title: canvas.set(&[Piece::new(title, &*group.title)], room - 12.0),
        entries,
        more: canvas.set(&[Piece::new(Style::quiet(8.5), more)], room),
        group,
    }
}

fn one_box(canvas: &mut Canvas<'_>, set: &Set<'_>, x: f32) {
    canvas.heading_lines(3, &set.group.title, x, &set.title);
    canvas.y += 2.0;
    if !set.entries.is_empty() {
        canvas.element(Tag::L(ListNumbering::None), |canvas| {
            for entry in &set.entries {
                canvas.element(Tag::LI, |canvas| {
                    canvas.element(Tag::LBody, |canvas| canvas.lines(x, entry));
                });
                canvas.y += 3.0;
            }
        });
    }
    if !set.more.is_empty() {
        canvas.element(Tag::P, |canvas| canvas.lines(x, &set.more));
    }
}
