//! The one look: what is new, worse, better or gone, with the numbers before and now.

use krilla::tagging::{ArtifactType, ListNumbering, Tag};

use super::Told;
use super::canvas::{BOTTOM, Canvas, LEFT, TOP, WIDTH, height};
use super::text::{Line, Piece, Style, accent, grey};
use crate::{Change, Direction};

/// Most changes listed in a box; the table has them all.
const MOST: usize = 6;
/// Space between boxes, and inside them.
const GAP: f32 = 8.0;
const PADDING: f32 = 6.0;

/// The boxes: direction, its heading, its sign, and whether it stands out.
const BOXES: [(Direction, &str, &str, bool); 4] = [
    (Direction::New, "report-change-new", "+", true),
    (Direction::Worse, "report-change-worse", "↑", true),
    (Direction::Better, "report-change-better", "↓", false),
    (Direction::Gone, "report-change-gone", "–", false),
];

/// One thing that is compared.
struct Compared {
    name: String,
    change: Change,
}

/// Draws the section.
pub(super) fn draw(canvas: &mut Canvas<'_>, told: Told<'_>) {
    let all = compared(told);
    canvas.heading(2, &told.say("report-changes"), 90.0);
    let known = all.iter().any(|c| c.change.direction != Direction::Unknown);
    if told.summary.days > 1 && !all.is_empty() {
        canvas.paragraph(&[Piece::new(Style::quiet(8.0), windows(told))]);
        canvas.gap(4.0);
    }
    if !known {
        let text = told.say("report-changes-unknown");
        canvas.paragraph(&[Piece::new(Style::plain(9.0), text)]);
        return;
    }
    boxes(canvas, told, &all);
    for (direction, id) in
        [(Direction::Same, "report-change-same"), (Direction::Unknown, "report-change-unknown")]
    {
        let names: Vec<String> = all
            .iter()
            .filter(|c| c.change.direction == direction)
            .map(|c| c.name.clone())
            .collect();
        if !names.is_empty() {
            let text = told.with(id, &[("items", names.join(", ").into())]);
            canvas.paragraph(&[Piece::new(Style::quiet(8.0), text)]);
        }
    }
}

/// Which days are compared.
fn windows(told: Told<'_>) -> String {
    let (choice, window) = (&told.summary.choice, told.summary.window_days);
    let step = i32::try_from(window).unwrap_or(1) - 1;
    let day = |day| told.day(day).into();
    told.with(
        "report-changes-windows",
        &[
            ("days", window.into()),
            ("first", day(choice.from)),
            ("firstend", day(choice.from.plus(step))),
            ("laststart", day(choice.to.plus(-step))),
            ("last", day(choice.to)),
        ],
    )
}

/// Everything that is compared, the greatest change first.
fn compared(told: Told<'_>) -> Vec<Compared> {
    let mut all: Vec<Compared> = told
        .summary
        .series
        .iter()
        .map(|series| Compared { name: told.item(&series.item), change: series.change })
        .collect();
    let state = told.summary.state_change;
    if state.first.is_some() || state.last.is_some() {
        all.push(Compared { name: told.say("report-state"), change: state });
    }
    let size = |change: &Change| {
        let mean = |window: Option<crate::Window>| window.map_or(0.0, |window| window.mean);
        (mean(change.last) - mean(change.first)).abs()
    };
    all.sort_by(|a, b| size(&b.change).total_cmp(&size(&a.change)));
    all
}

/// `0,3 → 5,1 (+4,8)`.
fn values(told: Told<'_>, change: &Change) -> String {
    let mean = |window: Option<crate::Window>| {
        window.map_or_else(
            || told.say("report-not-rated"),
            |window| told.words.number(window.mean, 1),
        )
    };
    let both = format!("{} → {}", mean(change.first), mean(change.last));
    match change.difference() {
        Some(difference) => format!("{both} ({})", told.words.change(difference)),
        None => both,
    }
}

/// One box as it is set.
struct Set {
    heading: String,
    title: Vec<Line>,
    entries: Vec<Vec<Line>>,
    more: Vec<Line>,
    sign: &'static str,
    strong: bool,
}

impl Set {
    fn height(&self) -> f32 {
        let entries: f32 = self.entries.iter().map(|lines| height(lines) + 3.0).sum();
        height(&self.title) + 2.0 + entries + height(&self.more) + 2.0 * PADDING
    }
}

fn boxes(canvas: &mut Canvas<'_>, told: Told<'_>, all: &[Compared]) {
    let width = (WIDTH - 3.0 * GAP) / 4.0;
    let room = width - 2.0 * PADDING;
    let mut sets: Vec<Set> = BOXES
        .iter()
        .map(|(direction, id, sign, strong)| {
            let of: Vec<&Compared> =
                all.iter().filter(|c| c.change.direction == *direction).collect();
            set(canvas, told, &of, (id, sign, *strong), room)
        })
        .collect();
    let tallest = |sets: &[Set]| sets.iter().map(Set::height).fold(0.0, f32::max);
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
        canvas.artifact(ArtifactType::Layout, |canvas| {
            let back = if set.strong { grey(236) } else { grey(247) };
            canvas.fill(x, top, width, tall, back);
            let edge = if set.strong { accent() } else { grey(150) };
            canvas.fill(x, top, width, if set.strong { 2.2 } else { 0.8 }, edge);
            let sign = Style::strong(11.0).ink(accent());
            canvas.text_to(x + width - PADDING, top + PADDING + 10.0, sign, set.sign);
        });
        canvas.y = top + PADDING;
        one_box(canvas, set, x + PADDING);
        x += width + GAP;
    }
    canvas.y = top + tall + 5.0;
}

fn set(
    canvas: &Canvas<'_>,
    told: Told<'_>,
    of: &[&Compared],
    (id, sign, strong): (&str, &'static str, bool),
    room: f32,
) -> Set {
    let heading = told.say(id);
    let title = Style::strong(10.0).ink(accent());
    let entries = of
        .iter()
        .take(MOST)
        .map(|c| {
            let mut lines = canvas.set(&[Piece::new(Style::plain(8.5), &*c.name)], room);
            let numbers = Piece::new(Style::strong(8.5), values(told, &c.change));
            lines.extend(canvas.set(&[numbers], room));
            lines
        })
        .collect();
    let more = match of.len().checked_sub(MOST) {
        Some(more) if more > 0 => told.with("report-change-more", &[("count", more.into())]),
        _ if of.is_empty() => told.say("report-change-none"),
        _ => String::new(),
    };
    Set {
        title: canvas.set(&[Piece::new(title, &*heading)], room - 12.0),
        entries,
        more: canvas.set(&[Piece::new(Style::quiet(8.5), more)], room),
        heading,
        sign,
        strong,
    }
}

fn one_box(canvas: &mut Canvas<'_>, set: &Set, x: f32) {
    canvas.heading_lines(3, &set.heading, x, &set.title);
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
