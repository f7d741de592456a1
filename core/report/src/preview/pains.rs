//! Pain by place: where, how strong, whether it wakes, what it feels like.

use vigie_model::Item;

use super::told::NOTHING;
use super::{Block, Column, Part, Section, Table, TextCell, Told};
use crate::{PainRow, Series};

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let pains = told.summary.series.iter().filter(|series| series.item.site().is_some());
    let rows: Vec<Vec<TextCell>> = pains.map(|series| row(told, series)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut section = Section::new(Part::Pains, told.say("report-pains"));
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
    Some(section)
}

fn row(told: Told<'_>, series: &Series) -> Vec<TextCell> {
    let name = match &series.item {
        Item::Pain(site) => vigie_words::capitalised(&told.words.site(*site)),
        other => told.item(other),
    };
    let said = told.summary.pains.iter().find(|row| series.item.site() == Some(row.site));
    vec![
        name.into(),
        series.answers.to_string().into(),
        told.words.number(series.mean, 1).into(),
        format!("{} ({})", series.worst, told.day(series.worst_day)).into(),
        said.map_or(0, |row| row.nights).to_string().into(),
        said.map_or_else(|| NOTHING.to_owned(), |row| qualities(told, row)).into(),
    ]
}

/// `coup de poignard (4), brûlure (2)`.
fn qualities(told: Told<'_>, row: &PainRow) -> String {
    if row.qualities.is_empty() {
        return NOTHING.to_owned();
    }
    let one = |(quality, days)| format!("{} ({days})", told.words.quality(quality));
    row.qualities.iter().copied().map(one).collect::<Vec<_>>().join(", ")
}
