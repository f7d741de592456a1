//! The course day by day: which charts there are, on which scale, and what each says in words.

use vigie_model::Label;
use vigie_words::Arg;

use super::measures::FEVER;
use super::told::unit;
use super::{Chart, ChartData, Charts, Legend, Mark, Part, Sign, Told, care};
use crate::{Cell, DatedEvent, LabSeries, MODERATE, Measured, Series, event};

/// Every sign with the id of its words.
const LEGEND: [(Sign, &str); 10] = [
    (Sign::Above, "report-legend-above"),
    (Sign::Below, "report-legend-below"),
    (Sign::TooUnwell, "report-legend-unwell"),
    (Sign::Skipped, "report-legend-skipped"),
    (Sign::NotAsked, "report-legend-not-asked"),
    (Sign::NoEntry, "report-legend-absent"),
    (Sign::Treatment, "report-legend-treatment"),
    (Sign::Change, "report-legend-change"),
    (Sign::Consultation, "report-legend-consultation"),
    (Sign::Scan, "report-legend-scan"),
];

pub(super) fn charts(told: Told<'_>) -> Charts {
    let summary = told.summary;
    let mut charts: Vec<Chart> =
        summary.series.iter().map(|series| symptom(told, series)).collect();
    charts.extend(state(told));
    charts.extend(measure(told, "report-weight", &summary.weight, None));
    charts.extend(measure(told, "report-temperature", &summary.temperature, Some(FEVER)));
    charts.extend(summary.labs.iter().filter_map(|series| lab(told, series)));
    Charts {
        title: told.say("report-charts"),
        how: told.say("report-charts-how"),
        from: summary.choice.from.to_string(),
        days: summary.days,
        answered: summary.state.iter().map(|cell| *cell != Cell::NoEntry).collect(),
        legend: LEGEND
            .iter()
            .map(|(sign, id)| Legend { sign: *sign, text: told.say(id) })
            .collect(),
        marks: marks(told),
        charts,
    }
}

fn marks(told: Told<'_>) -> Vec<Mark> {
    let summary = told.summary;
    let named = |event: &DatedEvent, sign, id| {
        let text = match event.name.as_ref().map(Label::as_str) {
            Some(name) => format!("{} ({name})", told.say(id)),
            None => told.say(id),
        };
        Mark { day: told.offset(event.day), sign, text }
    };
    let began = summary.treatments.iter().filter_map(|line| {
        let day = line.started.filter(|day| summary.choice.holds(*day))?;
        let what = event::treatment(told.words, line).into_iter().next().unwrap_or_default();
        Some((day, told.with("spreadsheet-started", &[("what", what.into())])))
    });
    let other = summary.changes().into_iter().filter(|one| summary.choice.holds(one.told.day));
    let other = other.map(|one| {
        let what = told.words.treatment_change(one.told.kind);
        (one.told.day, care::placed(what, one.told.treatment.as_ref()))
    });
    let given = summary.administrations.iter();
    let changed = summary.treatment_changes.iter();
    let seen = summary.appointments.iter().map(|one| &one.told);
    let seen = seen.filter(|one| one.kind.is_consultation());
    let mut marks: Vec<Mark> = given
        .map(|event| named(event, Sign::Treatment, "report-legend-treatment"))
        .chain(changed.map(|event| named(event, Sign::Change, "report-legend-change")))
        .chain(began.chain(other).map(|(day, text)| Mark {
            day: told.offset(day),
            sign: Sign::Change,
            text,
        }))
        .chain(seen.map(|one| Mark {
            day: told.offset(one.day),
            sign: Sign::Consultation,
            text: told.words.appointment(one.kind),
        }))
        .chain(summary.imaging.iter().map(|one| &one.told).map(|study| Mark {
            day: told.offset(study.day),
            sign: Sign::Scan,
            text: care::placed(told.words.imaging(study.kind), study.place.as_ref()),
        }))
        .collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

fn symptom(told: Told<'_>, series: &Series) -> Chart {
    let worst: [(&str, Arg<'_>); 2] =
        [("worst", u32::from(series.worst).into()), ("day", told.day(series.worst_day).into())];
    let name = told.item(&series.item);
    let mut args = vec![
        ("name", name.as_str().into()),
        ("answers", series.answers.into()),
        ("days", told.summary.days.into()),
        ("mean", told.words.number(series.mean, 1).into()),
        ("moderate", series.days_moderate.into()),
    ];
    args.extend(worst.iter().cloned());
    // Words of severity only where severity is what is rated.
    let words = match unit(&series.item) {
        Some(_) => Vec::new(),
        None => [8_u8, 5, 2]
            .iter()
            .map(|rating| (f64::from(*rating) + 0.3, told.words.severity(*rating)))
            .collect(),
    };
    Chart {
        part: Part::Symptoms,
        detail: told.with("report-chart-detail", &worst),
        alt: told.with("report-chart-alt", &args),
        low: 0.0,
        high: 10.0,
        threshold: Some(f64::from(MODERATE)),
        numbers: numbers(&[10.0, 4.0, 0.0]),
        words,
        data: ChartData::Cells(series.cells.clone()),
        name,
    }
}

fn numbers(values: &[f64]) -> Vec<(f64, String)> {
    values.iter().map(|value| (*value, format!("{value:.0}"))).collect()
}

fn state(told: Told<'_>) -> Option<Chart> {
    let cells = &told.summary.state;
    let rated = || cells.iter().filter_map(|cell| cell.rating());
    let worst = rated().max()?;
    let name = told.say("report-state");
    let alt = told.with(
        "report-chart-alt-state",
        &[
            ("name", name.as_str().into()),
            ("answers", rated().count().into()),
            ("days", told.summary.days.into()),
            ("worst", u32::from(worst).into()),
        ],
    );
    Some(Chart {
        part: Part::Symptoms,
        name,
        detail: told.say("report-chart-state"),
        alt,
        low: 0.0,
        high: 4.0,
        threshold: None,
        numbers: numbers(&[4.0, 2.0, 0.0]),
        words: vec![(4.0, told.say("report-state-high")), (0.0, told.say("report-state-low"))],
        data: ChartData::Cells(cells.clone()),
    })
}

/// The edges of a scale a little wider than these values, on whole numbers of a round step.
fn edges(low: f64, high: f64) -> (f64, f64) {
    let mut step = 1.0;
    while (high - low) / step > 20.0 {
        step *= 10.0;
    }
    let floor = (low / step).floor() * step;
    let ceiling = (high / step).ceil() * step;
    (floor, ceiling.max(floor + 2.0 * step))
}

fn extremes(values: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    Some((values.clone().reduce(f64::min)?, values.reduce(f64::max)?))
}

/// A measure on its own scale.
fn measure(told: Told<'_>, id: &str, values: &Measured, threshold: Option<f64>) -> Option<Chart> {
    let (low, high) = extremes(values.iter().map(|(_, value)| *value))?;
    let with = |value: f64, pick: fn(f64, f64) -> f64| threshold.map_or(value, |t| pick(value, t));
    let (floor, ceiling) = edges(with(low, f64::min), with(high, f64::max));
    let name = told.say(id);
    let number = |value| told.words.number(value, 1);
    let args: [(&str, Arg<'_>); 4] = [
        ("name", name.as_str().into()),
        ("count", values.len().into()),
        ("low", number(low).into()),
        ("high", number(high).into()),
    ];
    let mut marks = vec![floor, ceiling];
    marks.extend(threshold.filter(|t| *t > floor && *t < ceiling));
    Some(Chart {
        part: Part::Measures,
        detail: told.with("report-chart-measure", args.get(2..).unwrap_or_default()),
        alt: told.with("report-chart-alt-measure", &args),
        low: floor,
        high: ceiling,
        threshold,
        numbers: numbers(&marks),
        words: vec![(f64::midpoint(floor, ceiling), told.say(&format!("{id}-unit")))],
        data: ChartData::Values(
            values
                .iter()
                .map(|(day, value)| (told.offset(*day), *value, exact(told, *value)))
                .collect(),
        ),
        name,
    })
}

/// A measure with the decimals it was given with: one, or two when it needs them.
fn exact(told: Told<'_>, value: f64) -> String {
    let one = ((value * 10.0).round() / 10.0 - value).abs() < 1e-6;
    told.words.number(value, if one { 1 } else { 2 })
}

/// A marker: its own values, no threshold, no judgement. A value that is only a limit is drawn at the limit. One value has no
/// course, and a scale around it would be made up: it stands in the table.
fn lab(told: Told<'_>, series: &LabSeries) -> Option<Chart> {
    if series.results.len() < 2 {
        return None;
    }
    let results = || series.results.iter().map(|one| &one.told);
    let values = results().map(|result| result.value.get());
    let (low, high) = extremes(values)?;
    let (floor, ceiling) = edges(low, high);
    let name = series.name.as_str().to_owned();
    let extreme = |wanted: f64| {
        let found = results().find(|result| result.value.get() == wanted);
        found.map(|result| event::value(told.words, result.value)).unwrap_or_default()
    };
    let args: [(&str, Arg<'_>); 4] = [
        ("name", name.as_str().into()),
        ("count", series.results.len().into()),
        ("low", extreme(low).into()),
        ("high", extreme(high).into()),
    ];
    let unit = series.unit.as_ref().map(|unit| unit.as_str().to_owned());
    Some(Chart {
        part: Part::Results,
        detail: told.with("report-chart-measure", args.get(2..).unwrap_or_default()),
        alt: told.with("report-chart-alt-measure", &args),
        low: floor,
        high: ceiling,
        threshold: None,
        numbers: numbers(&[floor, ceiling]),
        words: unit.map(|unit| (f64::midpoint(floor, ceiling), unit)).into_iter().collect(),
        data: ChartData::Values(
            results()
                .map(|r| (told.offset(r.day), r.value.get(), event::value(told.words, r.value)))
                .collect(),
        ),
        name,
    })
}
