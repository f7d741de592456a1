//! Tables: a header row with scopes, rows that never break across pages, thin rules between them.

use krilla::tagging::{ArtifactType, TableHeaderScope, Tag};

use super::canvas::{Canvas, LEFT, Pen, RIGHT, WIDTH, height};
use super::text::{self, Line, Piece, Style, grey};
use crate::Column;

/// The widths of the columns of a table over the whole width.
pub(super) struct Grid {
    /// Space between two columns.
    gap: f32,
    /// Width of each column with the space to the next one.
    widths: Vec<f32>,
    /// Words of a cell, when each has a place of its own so that those of all rows stand in line.
    places: Option<usize>,
}

impl Grid {
    /// The first column takes what the others, whose widths with the space to the next one are given, leave.
    pub(super) fn of(gap: f32, others: Vec<f32>) -> Self {
        let first = WIDTH + gap - others.iter().sum::<f32>();
        Self { gap, widths: std::iter::once(first).chain(others).collect(), places: None }
    }

    /// Each cell but the first of a row holds so many words, each at its own place.
    pub(super) fn with_places(self, places: usize) -> Self {
        Self { places: Some(places), ..self }
    }
}

/// A row: one cell a column. The first cell names the row.
pub(super) type Row = Vec<Vec<Piece>>;

/// Size of the text in a table.
pub(super) const SIZE: f32 = 8.5;
/// Space above and below the text of a row.
const PADDING: f32 = 1.4;

/// A table over the whole width.
pub(super) struct Table<'a> {
    /// The columns.
    pub columns: &'a [Column],
    /// Their widths.
    pub grid: Grid,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table<'_> {
    /// Draws it from the canvas's `y` on.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let header = self.header(canvas);
        let rows: Vec<Vec<Vec<Line>>> = self.rows.iter().map(|row| self.set(canvas, row)).collect();
        let first = rows.first().map_or(0.0, |row| row_height(row));
        canvas.need(row_height(&header) + first);
        canvas.element(Tag::Table, |canvas| {
            canvas.element(Tag::TR, |canvas| {
                self.row(canvas, &header, |_| Some(TableHeaderScope::Column));
            });
            rule(canvas, 0.9, 60);
            for row in &rows {
                if canvas.need(row_height(row)) {
                    // The header again, for the eye only.
                    canvas.artifact(ArtifactType::Layout, |canvas| {
                        self.cells(canvas, &header, |canvas, x, y, lines, right| {
                            draw_lines(canvas, x, y, lines, right);
                        });
                    });
                    canvas.y += row_height(&header);
                    rule(canvas, 0.9, 60);
                }
                canvas.element(Tag::TR, |canvas| {
                    self.row(canvas, row, |i| (i == 0).then_some(TableHeaderScope::Row));
                });
                rule(canvas, 0.4, 205);
            }
        });
    }

    fn header(&self, canvas: &Canvas<'_>) -> Vec<Vec<Line>> {
        let titles: Row = self
            .columns
            .iter()
            .map(|column| vec![Piece::new(Style::strong(7.8).ink(grey(70)), &*column.title)])
            .collect();
        self.set(canvas, &titles)
    }

    fn set(&self, canvas: &Canvas<'_>, row: &Row) -> Vec<Vec<Line>> {
        row.iter()
            .zip(&self.grid.widths)
            .map(|(cell, width)| cell_lines(canvas, cell, width - self.grid.gap))
            .collect()
    }

    /// Draws one row as elements and moves below it.
    fn row(
        &self,
        canvas: &mut Canvas<'_>,
        row: &[Vec<Line>],
        scope: impl Fn(usize) -> Option<TableHeaderScope>,
    ) {
        let mut index = 0;
        self.cells(canvas, row, |canvas, x, y, lines, right| {
            let scope = scope(index);
            let place = self.place(index).filter(|_| scope.is_none());
            let draw = |canvas: &mut Canvas<'_>| {
                // An empty cell has no content, but it is there: every row is regular.
                if !lines.is_empty() {
                    canvas.content(|canvas| match place {
                        Some(place) => draw_places(canvas, x, y, lines, place),
                        None => draw_lines(canvas, x, y, lines, right),
                    });
                }
            };
            match scope {
                Some(scope) => canvas.element(Tag::TH(scope), draw),
                None => canvas.element(Tag::TD, draw),
            }
            index += 1;
        });
        canvas.y += row_height(row);
    }

    /// Width of the place of each word in this column.
    #[allow(clippy::cast_precision_loss)] // A handful of places.
    fn place(&self, column: usize) -> Option<f32> {
        let width = self.grid.widths.get(column)? - self.grid.gap;
        Some(width / self.grid.places? as f32)
    }

    /// Calls `draw` with the place of each cell; the last value is the right edge for numbers.
    fn cells(
        &self,
        canvas: &mut Canvas<'_>,
        row: &[Vec<Line>],
        mut draw: impl FnMut(&mut Canvas<'_>, f32, f32, &[Line], Option<f32>),
    ) {
        let mut x = LEFT;
        let y = canvas.y + PADDING;
        for ((lines, column), width) in row.iter().zip(self.columns).zip(&self.grid.widths) {
            let right = column.number.then_some(x + width - self.grid.gap);
            draw(canvas, x, y, lines, right);
            x += width;
        }
    }
}

/// The lines of a cell, which may say several things on a line each.
fn cell_lines(canvas: &Canvas<'_>, cell: &[Piece], width: f32) -> Vec<Line> {
    let said = cell.iter().flat_map(|piece| piece.text.lines().map(|text| (piece.style, text)));
    said.flat_map(|(style, text)| canvas.set(&[Piece::new(style, text)], width)).collect()
}

fn draw_lines(canvas: &mut Canvas<'_>, x: f32, y: f32, lines: &[Line], right: Option<f32>) {
    let mut y = y;
    for line in lines {
        let leading = height(std::slice::from_ref(line));
        let x = right.map_or(x, |right| right - line.width);
        canvas.line(x, y + leading * 0.76, line);
        y += leading;
    }
}

/// Each word in the middle of its place; a space parts it from the next for those who listen.
#[allow(clippy::cast_precision_loss)] // A handful of places.
fn draw_places(canvas: &mut Canvas<'_>, x: f32, y: f32, lines: &[Line], place: f32) {
    let pieces = lines.iter().flat_map(|line| &line.pieces);
    let words = pieces.flat_map(|piece| piece.text.split(' ').map(|word| (piece.style, word)));
    for (index, (style, word)) in words.filter(|(_, word)| !word.is_empty()).enumerate() {
        // A silence stands back behind the numbers.
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let style = if number { style } else { style.ink(grey(85)) };
        let middle = x + (index as f32 + 0.5) * place;
        let half = text::width(canvas.fonts, style, word) / 2.0;
        canvas.text(middle - half, y + style.leading() * 0.76, style, &format!("{word} "));
    }
}

fn row_height(row: &[Vec<Line>]) -> f32 {
    row.iter().map(|cell| height(cell)).fold(0.0, f32::max) + 2.0 * PADDING
}

fn rule(canvas: &mut Canvas<'_>, width: f32, light: u8) {
    let y = canvas.y;
    canvas.artifact(ArtifactType::Layout, |canvas| {
        canvas.stroke((LEFT, y), (RIGHT, y), Pen::solid(grey(light), width));
    });
}
