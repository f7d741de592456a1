//! Pain by place: where, how strong, whether it wakes, what it feels like.

use vigie_model::PainSite;

use super::told::NOTHING;
use super::{Block, Body, Column, Part, Section, Spot, Table, TextCell, Told};
use crate::{PainRow, Series, body};

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let pains: Vec<(&Series, PainSite)> =
        told.summary.series.iter().filter_map(|s| Some((s, s.item.site()?))).collect();
    if pains.is_empty() {
        return None;
    }
    let rows = pains.iter().enumerate().map(|(i, pain)| row(told, i + 1, *pain)).collect();
    let mut section = Section::new(Part::Pains, told.say("report-pains"));
    section.push(Block::Body(body(told, &pains)));
    let number = |id: &str| Column::number(told.say(id));
    section.push(Block::Table(Table {
        columns: vec![
            Column::text(told.say("report-col-place")),
            number("report-col-answers"),
            number("report-col-mean"),
            number("report-col-worst"),
            number("report-col-nights"),
            Column::text(told.say("report-col-quality")),
        ],
        rows,
    }));
    section.push(Block::Remark(told.say("report-body-note")));
    Some(section)
}

fn name(told: Told<'_>, number: usize, site: PainSite) -> String {
    format!("{number}.\u{a0}{}", vigie_words::capitalised(&told.words.site(site)))
}

fn row(told: Told<'_>, number: usize, (series, site): (&Series, PainSite)) -> Vec<TextCell> {
    let said = told.summary.pains.iter().find(|row| row.site == site);
    vec![
        name(told, number, site).into(),
        series.answers.to_string().into(),
        told.words.number(series.mean, 1).into(),
        format!("{} ({})", series.worst, told.day(series.worst_day)).into(),
        said.map_or(0, |row| row.nights).to_string().into(),
        said.map_or_else(|| NOTHING.to_owned(), |row| qualities(told, row)).into(),
    ]
}

/// The map: the places carry the numbers they have in the table.
fn body(told: Told<'_>, pains: &[(&Series, PainSite)]) -> Body {
    let numbered =
        || pains.iter().enumerate().map(|(index, (series, site))| (index + 1, series, *site));
    let places: Vec<String> = numbered()
        .map(|(number, series, site)| {
            let worst = u32::from(series.worst);
            let args = [("name", name(told, number, site).into()), ("worst", worst.into())];
            told.with("report-body-place", &args)
        })
        .collect();
    let spots = numbered().flat_map(|(number, series, site)| {
        let back = site.region().on_the_back();
        let spot = move |(x, y)| Spot { number, worst: series.worst, back, x, y };
        body::points(site).into_iter().map(spot)
    });
    Body {
        alt: told.with("report-body-alt", &[("places", places.join(", ").into())]),
        sides: [told.say("report-body-front"), told.say("report-body-back")],
        spots: spots.collect(),
    }
}

/// `coup de poignard (4), brûlure (2)`.
fn qualities(told: Told<'_>, row: &PainRow) -> String {
    if row.qualities.is_empty() {
        return NOTHING.to_owned();
    }
    let one = |(quality, days)| format!("{} ({days})", told.words.quality(quality));
    row.qualities.iter().copied().map(one).collect::<Vec<_>>().join(", ")
}
