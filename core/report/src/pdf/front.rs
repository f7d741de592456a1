//! The top of page 1: what this is, whose, which days, and first of all how complete it is.

use krilla::tagging::ArtifactType;

use super::Report;
use super::canvas::{Canvas, LEFT, Pen, RIGHT};
use super::text::{Piece, Style, accent};

/// Draws it.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: Report<'_>) {
    let head = report.preview;
    canvas.heading(1, &head.title, 0.0);
    let y = canvas.y;
    canvas.artifact(ArtifactType::Layout, |canvas| {
        canvas.stroke((LEFT, y), (RIGHT, y), Pen::solid(accent(), 1.4));
    });
    canvas.y += 5.0;
    canvas.paragraph(&[Piece::new(Style::strong(11.0), &*head.person)]);
    canvas.paragraph(&[
        Piece::new(Style::plain(9.5), &*head.period),
        Piece::new(Style::quiet(8.5), format!(" · {}", head.made)),
    ]);
    canvas.paragraph(&[Piece::new(Style::plain(9.5), &*head.treatment)]);
    canvas.gap(6.0);
    let mut complete = vec![Piece::new(Style::strong(11.0), &*head.complete)];
    for detail in &head.complete_details {
        complete.push(Piece::new(Style::plain(9.5), format!(" · {detail}")));
    }
    canvas.paragraph(&complete);
    if let Some(left_out) = &head.left_out {
        canvas.paragraph(&[Piece::new(Style::strong(9.0), &**left_out)]);
    }
    canvas.gap(3.0);
    canvas.paragraph(&[Piece::new(Style::quiet(8.0), &*head.about)]);
}
