//! The pages as they are laid out: what is drawn where, and what each piece is for a reader who
//! listens instead of looking.
//!
//! Everything is recorded first and written by `write` afterwards: only then is it known how many
//! pages there are.

use std::num::NonZeroU16;

use krilla::geom::{Path, PathBuilder, Rect};
use krilla::tagging::{ArtifactType, Tag, TagKind};

use super::fonts::Fonts;
use super::text::{self, Ink, Line, Piece, Style, accent};

/// Width of A4 in points.
pub(super) const PAGE_WIDTH: f32 = 595.28;
/// Height of A4 in points.
pub(super) const PAGE_HEIGHT: f32 = 841.89;
/// Left edge of the text.
pub(super) const LEFT: f32 = 42.0;
/// Right edge of the text.
pub(super) const RIGHT: f32 = PAGE_WIDTH - 42.0;
/// Width of the text.
pub(super) const WIDTH: f32 = RIGHT - LEFT;
/// First line of a page.
pub(super) const TOP: f32 = 36.0;
/// Nothing but the foot of the page stands below.
pub(super) const BOTTOM: f32 = PAGE_HEIGHT - 42.0;

/// How a path is stroked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pen {
    /// Colour.
    pub ink: Ink,
    /// Width in points.
    pub width: f32,
    /// Lengths of dash and gap; empty for a solid line.
    pub dash: Vec<f32>,
}

impl Pen {
    /// A solid line.
    pub(super) fn solid(ink: Ink, width: f32) -> Self {
        Self { ink, width, dash: Vec::new() }
    }
}

/// One thing on a page.
pub(super) enum Op {
    /// What follows is the content of this slot of the tag tree.
    Begin(usize),
    /// What follows is decoration.
    Artifact(ArtifactType),
    /// End of either.
    End,
    /// Text with its baseline at a point.
    Text { x: f32, y: f32, style: Style, text: String },
    /// A path.
    Path { path: Path, fill: Option<Ink>, pen: Option<Pen> },
}

/// What an element of the tag tree holds.
pub(super) enum Child {
    /// Another element.
    Element(Element),
    /// Content that was drawn.
    Slot(usize),
}

/// An element of the tag tree.
pub(super) struct Element {
    pub tag: TagKind,
    pub children: Vec<Child>,
}

/// A heading for the outline.
pub(super) struct Mark {
    pub level: u16,
    pub text: String,
    pub page: usize,
    pub y: f32,
}

/// The document while it is laid out, from top to bottom.
pub(super) struct Canvas<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) pages: Vec<Vec<Op>>,
    /// Where the next block begins, in points from the top of the page.
    pub(super) y: f32,
    open: Vec<Element>,
    pub(super) top_level: Vec<Child>,
    pub(super) slots: usize,
    pub(super) outline: Vec<Mark>,
}

impl<'a> Canvas<'a> {
    /// An empty first page.
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            pages: vec![Vec::new()],
            y: TOP,
            open: Vec::new(),
            top_level: Vec::new(),
            slots: 0,
            outline: Vec::new(),
        }
    }

    /// Index of the page that is being laid out.
    pub(super) fn page(&self) -> usize {
        self.pages.len().saturating_sub(1)
    }

    /// Begins a new page.
    pub(super) fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// Draws on a page that was left already: for what is known only at the end.
    pub(super) fn on_page(&mut self, index: usize, draw: impl FnOnce(&mut Self)) {
        let later = self.pages.split_off((index + 1).min(self.pages.len()));
        draw(self);
        self.pages.extend(later);
    }

    /// Begins a new page unless `height` points are left on this one. Says whether it did.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let full = self.y + height > BOTTOM && self.y > TOP;
        if full {
            self.new_page();
        }
        full
    }

    /// Whether what `draw` draws fits on what is left of this page. It is drawn on scratch paper.
    pub(super) fn fits(&self, draw: impl FnOnce(&mut Self)) -> bool {
        let mut scratch = Self::new(self.fonts);
        scratch.y = self.y;
        draw(&mut scratch);
        scratch.pages.len() == 1
    }

    /// Leaves a gap, but not at the top of a page.
    pub(super) fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    fn op(&mut self, op: Op) {
        if let Some(page) = self.pages.last_mut() {
            page.push(op);
        }
    }

    fn child(&mut self, child: Child) {
        match self.open.last_mut() {
            Some(element) => element.children.push(child),
            None => self.top_level.push(child),
        }
    }

    /// Everything `draw` adds belongs to an element with this tag.
    pub(super) fn element<R>(
        &mut self,
        tag: impl Into<TagKind>,
        draw: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.open.push(Element { tag: tag.into(), children: Vec::new() });
        let result = draw(self);
        if let Some(element) = self.open.pop() {
            self.child(Child::Element(element));
        }
        result
    }

    /// Replaces the tag of the open element: a figure knows its box only once it is drawn.
    pub(super) fn retag(&mut self, tag: impl Into<TagKind>) {
        if let Some(element) = self.open.last_mut() {
            element.tag = tag.into();
        }
    }

    /// What `draw` draws is content of the open element. May not be nested.
    pub(super) fn content(&mut self, draw: impl FnOnce(&mut Self)) {
        let slot = self.slots;
        self.slots += 1;
        self.child(Child::Slot(slot));
        self.op(Op::Begin(slot));
        draw(self);
        self.op(Op::End);
    }

    /// What `draw` draws says nothing: rules, backgrounds, page numbers. May not be nested.
    pub(super) fn artifact(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.op(Op::Artifact(kind));
        draw(self);
        self.op(Op::End);
    }

    /// Text on one line, with its baseline at `y`.
    pub(super) fn text(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let text = self.fonts.clean(text);
        if !text.is_empty() {
            let (x, y) = (neat(x), neat(y));
            self.op(Op::Text { x, y, style, text });
        }
    }

    /// The same, ending at `x`.
    pub(super) fn text_to(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let text = self.fonts.clean(text);
        let width = text::width(self.fonts, style, &text);
        self.text(x - width, y, style, &text);
    }

    /// The same, in the middle of `x`.
    pub(super) fn text_at(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let text = self.fonts.clean(text);
        let width = text::width(self.fonts, style, &text);
        self.text(x - width / 2.0, y, style, &text);
    }

    /// A path, filled, stroked or both.
    pub(super) fn path(&mut self, path: PathBuilder, fill: Option<Ink>, pen: Option<Pen>) {
        if let Some(path) = path.finish() {
            self.op(Op::Path { path, fill, pen });
        }
    }

    /// A straight line.
    pub(super) fn stroke(&mut self, from: (f32, f32), to: (f32, f32), pen: Pen) {
        let mut path = PathBuilder::new();
        path.move_to(neat(from.0), neat(from.1));
        path.line_to(neat(to.0), neat(to.1));
        self.path(path, None, Some(pen));
    }

    /// A filled rectangle.
    pub(super) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            path.push_rect(rect);
        }
        self.path(path, Some(ink), None);
    }

    /// The pieces set in lines of this width, cleaned first.
    pub(super) fn set(&self, pieces: &[Piece], width: f32) -> Vec<Line> {
        let cleaned: Vec<Piece> = pieces
            .iter()
            .map(|piece| Piece::new(piece.style, self.fonts.clean(&piece.text)))
            .collect();
        text::set(self.fonts, &cleaned, width)
    }

    /// Draws one line with its baseline at `y`.
    pub(super) fn line(&mut self, x: f32, y: f32, line: &Line) {
        let mut x = x;
        for piece in &line.pieces {
            self.text(x, y, piece.style, &piece.text);
            x += text::width(self.fonts, piece.style, &piece.text);
        }
    }

    /// Draws lines from `self.y` downwards as content of the open element, over as many pages as
    /// it takes.
    pub(super) fn lines(&mut self, x: f32, lines: &[Line]) {
        let mut rest = lines;
        while let Some(first) = rest.first() {
            self.need(height(std::slice::from_ref(first)));
            let mut fitting = 0;
            let mut end = self.y;
            for line in rest {
                end += height(std::slice::from_ref(line));
                if end > BOTTOM && fitting > 0 {
                    break;
                }
                fitting += 1;
            }
            let (now, later) = rest.split_at(fitting);
            self.content(|canvas| {
                for line in now {
                    let leading = height(std::slice::from_ref(line));
                    canvas.line(x, canvas.y + leading * 0.76, line);
                    canvas.y += leading;
                }
            });
            rest = later;
        }
    }

    /// A paragraph over the whole width.
    pub(super) fn paragraph(&mut self, pieces: &[Piece]) {
        let lines = self.set(pieces, WIDTH);
        self.element(Tag::P, |canvas| canvas.lines(LEFT, &lines));
    }

    /// A heading of level 1 to 3 over the whole width, with `below` points kept free under it.
    pub(super) fn heading(&mut self, level: u16, text: &str, below: f32) {
        let (before, after) = match level {
            1 => (0.0, 3.0),
            2 => (9.0, 2.5),
            _ => (7.0, 2.0),
        };
        self.gap(before);
        self.need(heading_style(level).leading() + after + below);
        let lines = self.set_heading(level, text);
        self.heading_lines(level, text, LEFT, &lines);
        self.y += after;
    }

    /// The lines of a heading over the whole width.
    pub(super) fn set_heading(&self, level: u16, text: &str) -> Vec<Line> {
        self.set(&[Piece::new(heading_style(level), text)], WIDTH)
    }

    /// A heading whose lines are set already.
    pub(super) fn heading_lines(&mut self, level: u16, text: &str, x: f32, lines: &[Line]) {
        let title = self.fonts.clean(text);
        self.outline.push(Mark { level, text: title.clone(), page: self.page(), y: self.y });
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.element(Tag::Hn(level, Some(title)), |canvas| {
            canvas.lines(x, lines);
        });
    }
}

fn heading_style(level: u16) -> Style {
    let size = match level {
        1 => 17.0,
        2 => 11.5,
        _ => 9.5,
    };
    Style::strong(size).ink(accent())
}

/// Height of these lines in points.
pub(super) fn height(lines: &[Line]) -> f32 {
    lines
        .iter()
        .map(|line| line.pieces.iter().map(|piece| piece.style.leading()).fold(0.0, f32::max))
        .sum()
}

/// A place on paper to a tenth of a point: finer is not seen, and takes room in the file.
pub(super) fn neat(place: f32) -> f32 {
    (place * 10.0).round() / 10.0
}
