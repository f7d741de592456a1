//! Pain by place: where, how strong, whether it wakes, what it feels like.

use vigie_model::PainSite;

use super::told::NOTHING;
use super::{Block, Body, Column, Part, Section, Spot, Table, TextCell, Told};
use crate::{PainRow, Series, body};

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let pains = pains(told);
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

/// A place that hurt; without a series when nothing of it was rated, only that it woke the person or what it felt like.
type Pain<'a> = (Option<&'a Series>, PainSite);

/// The places: those that were rated by their worst, then the others.
fn pains(told: Told<'_>) -> Vec<Pain<'_>> {
    let rated = told.summary.series.iter().filter_map(|s| Some((Some(s), s.item.site()?)));
    let mut pains: Vec<Pain<'_>> = rated.collect();
    for row in &told.summary.pains {
        if pains.iter().all(|(_, site)| *site != row.site) {
            pains.push((None, row.site));
        }
    }
    pains
}

fn name(told: Told<'_>, number: usize, site: PainSite) -> String {
    format!("{number}.\u{a0}{}", vigie_words::capitalised(&told.words.site(site)))
}

fn row(told: Told<'_>, number: usize, (series, site): Pain<'_>) -> Vec<TextCell> {
    let said = told.summary.pains.iter().find(|row| row.site == site);
    let rated = |text: fn(Told<'_>, &Series) -> String| {
        TextCell::from(series.map_or_else(|| NOTHING.to_owned(), |series| text(told, series)))
    };
    vec![
        name(told, number, site).into(),
        series.map_or(0, |series| series.answers).to_string().into(),
        rated(|told, series| told.words.number(series.mean, 1)),
        rated(|told, series| format!("{} ({})", series.worst, told.day(series.worst_day))),
        said.map_or(0, |row| row.nights).to_string().into(),
        said.map_or_else(|| NOTHING.to_owned(), |row| qualities(told, row)).into(),
    ]
}

/// The map: the places carry the numbers they have in the table.
fn body(told: Told<'_>, pains: &[Pain<'_>]) -> Body {
    let numbered =
        || pains.iter().enumerate().map(|(index, (series, site))| (index + 1, *series, *site));
    let places: Vec<String> = numbered()
        .map(|(number, series, site)| {
            let name = name(told, number, site);
            match series.map(|series| u32::from(series.worst)) {
                Some(worst) => told
                    .with("report-body-place", &[("name", name.into()), ("worst", worst.into())]),
                None => name,
            }
        })
        .collect();
    let spots = numbered().flat_map(|(number, series, site)| {
        let worst = series.map(|series| series.worst);
        let back = site.region().on_the_back();
        body::points(site).into_iter().map(move |(x, y)| Spot { number, worst, back, x, y })
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
