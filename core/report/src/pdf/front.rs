//! The top of page 1: what this is, whose, which days, and first of all how complete it is.

use krilla::tagging::{ArtifactType, Tag};

use super::Told;
use super::canvas::{Canvas, LEFT, Pen, RIGHT};
use super::text::{Piece, Style, accent};

/// Draws it.
pub(super) fn draw(canvas: &mut Canvas<'_>, told: Told<'_>) {
    canvas.heading(1, &told.say("report-title"), 0.0);
    let y = canvas.y;
    canvas.artifact(ArtifactType::Layout, |canvas| {
        canvas.stroke((LEFT, y), (RIGHT, y), Pen::solid(accent(), 1.4));
    });
    canvas.y += 5.0;
    let name = match &told.summary.person {
        Some(name) => name.as_str().to_owned(),
        None => told.say("report-no-name"),
    };
    canvas.paragraph(&[Piece::new(Style::strong(11.0), name)]);
    canvas.paragraph(&when(told));
    canvas.paragraph(&[Piece::new(Style::plain(9.5), treatment(told))]);
    canvas.gap(6.0);
    completeness(canvas, told);
    canvas.gap(3.0);
    canvas.paragraph(&[Piece::new(Style::quiet(8.0), told.say("report-about"))]);
}

fn when(told: Told<'_>) -> Vec<Piece> {
    let made =
        told.with("report-made", &[("moment", told.words.moment(told.summary.made_at).into())]);
    vec![
        Piece::new(Style::plain(9.5), told.period()),
        Piece::new(Style::quiet(8.5), format!(" · {made}")),
    ]
}

/// `Traitement : FOLFOX (chimiothérapie), tous les 14 jours, depuis le 7 septembre 2026`.
fn treatment(told: Told<'_>) -> String {
    let Some(line) = &told.summary.treatment else {
        return told.say("report-treatment-none");
    };
    let kind = told.words.treatment(line.kind);
    let mut parts = vec![match &line.regimen {
        Some(regimen) => format!("{} ({kind})", regimen.as_str()),
        None => kind,
    }];
    if let Some(days) = line.cycle_days {
        parts.push(told.with("report-treatment-cycle", &[("days", u32::from(days).into())]));
    }
    if let Some(day) = line.started {
        let day = told.words.day(day);
        parts.push(told.with("report-treatment-since", &[("day", day.into())]));
    }
    told.with("report-treatment", &[("what", parts.join(", ").into())])
}

fn completeness(canvas: &mut Canvas<'_>, told: Told<'_>) {
    let summary = told.summary;
    let answered = told.with(
        "report-complete",
        &[("answered", summary.days_answered.into()), ("days", summary.days.into())],
    );
    let mut details = Vec::new();
    if summary.days_too_unwell > 0 {
        details.push(told.with("report-too-unwell", &[("days", summary.days_too_unwell.into())]));
    }
    if summary.days_imported > 0 {
        details.push(told.with("report-imported", &[("days", summary.days_imported.into())]));
    }
    let mut pieces = vec![Piece::new(Style::strong(11.0), answered)];
    for detail in details {
        pieces.push(Piece::new(Style::plain(9.5), format!(" · {detail}")));
    }
    canvas.paragraph(&pieces);
    if summary.something_left_out {
        let left_out = told.say("report-left-out");
        canvas.element(Tag::P, |canvas| {
            let lines =
                canvas.set(&[Piece::new(Style::strong(9.0), left_out)], super::canvas::WIDTH);
            canvas.lines(LEFT, &lines);
        });
    }
}
