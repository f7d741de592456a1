//! Markers and blood tests, scans and appointments: as they were told, without a word of interpretation.

use vigie_model::{
    Appointment, By, CareEvent, ImagingStudy, LabResult, Label, Note, ReferenceRange,
};

use super::told::{NOTHING, told_by};
use super::{Block, Column, Line, Part, Section, Table, TextCell, Told};
use crate::{LabSeries, event};

/// Results, by name and then by day.
pub(super) fn results(told: Told<'_>) -> Option<Section> {
    let of_series = |series: &'_ LabSeries| {
        series.results.iter().map(|one| result_row(told, &series.name, one)).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<TextCell>> = told.summary.labs.iter().flat_map(of_series).collect();
    if rows.is_empty() {
        return None;
    }
    let mut section = Section::new(Part::Results, told.say("report-results"));
    section.push(Block::Table(Table {
        columns: vec![
            Column::text(told.say("report-col-result")),
            Column::text(told.say("report-col-day")),
            Column::number(told.say("report-col-value")),
            Column::text(told.say("report-col-unit")),
            Column::text(told.say("report-col-range")),
        ],
        rows,
    }));
    section.push(Block::Remark(told.say("report-results-note")));
    Some(section)
}

fn result_row(told: Told<'_>, name: &Label, one: &By<LabResult>) -> Vec<TextCell> {
    let result = &one.told;
    let unit = result.unit.as_ref().map_or(NOTHING, Label::as_str);
    vec![
        name.as_str().to_owned().into(),
        told.dated(result.day, &one.author).into(),
        event::value(told.words, result.value).into(),
        unit.to_owned().into(),
        range(told, result.range).into(),
    ]
}

/// The range; a dash when the sheet gives none.
pub(crate) fn range(told: Told<'_>, range: Option<ReferenceRange>) -> String {
    let said = range.map(|range| event::range(told.words, range)).unwrap_or_default();
    if said.is_empty() { NOTHING.to_owned() } else { said }
}

/// Scans and appointments, in the order of time: those to come are the last.
pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let text = |one: &By<CareEvent>| match &one.told {
        CareEvent::Imaging(study) => Some(scan(told, study)),
        CareEvent::Appointment(one) => Some(appointment(told, one)),
        _ => None,
    };
    let line = |one: &By<CareEvent>| {
        Some(Line { text: text(one)?, label: told_by(day_and_hour(told, &one.told), &one.author) })
    };
    let lines: Vec<Line> = told.summary.all_care().filter_map(line).collect();
    let mut section = Section::new(Part::Care, told.say("report-care"));
    (!lines.is_empty()).then(|| {
        section.push(Block::Lines(lines));
        section
    })
}

/// The day; of an appointment with its hour when that is known: `20 déc., 14 h 30`.
fn day_and_hour(told: Told<'_>, event: &CareEvent) -> String {
    let day = told.day(event.day());
    match event {
        CareEvent::Appointment(Appointment { minute: Some(minute), .. }) => {
            format!("{day}, {}", told.words.minute(*minute))
        }
        _ => day,
    }
}

/// `Scanner (CHU) : stable. « … »`
fn scan(told: Told<'_>, study: &ImagingStudy) -> String {
    let name = placed(told.words.imaging(study.kind), study.place.as_ref());
    let conclusion = told.words.conclusion(study.conclusion);
    let text =
        told.with("report-scan", &[("name", name.into()), ("conclusion", conclusion.into())]);
    quoted(told, text, study.told.as_ref())
}

fn appointment(told: Told<'_>, appointment: &Appointment) -> String {
    let mut name = told.words.appointment(appointment.kind);
    if let Some(with) = &appointment.with {
        name = format!("{name}, {}", with.as_str());
    }
    let text = format!("{}.", placed(name, appointment.place.as_ref()));
    quoted(told, text, appointment.decision.as_ref())
}

pub(crate) fn placed(name: String, place: Option<&Label>) -> String {
    match place {
        Some(place) => format!("{name} ({})", place.as_str()),
        None => name,
    }
}

/// The text, and behind it words of somebody's own when there are any.
pub(super) fn quoted(told: Told<'_>, text: String, words: Option<&Note>) -> String {
    match words {
        Some(words) => format!("{text} {}", told.words.quoted(words.as_str())),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use vigie_model::{AppointmentKind, Author, Day, Moment, Profile};
    use vigie_words::Lang;

    use super::*;
    use crate::{Choice, ConsultationSummary, Material, Preview};

    fn day(n: i32) -> Day {
        "2026-11-01".parse::<Day>().unwrap().plus(n)
    }

    fn label(text: &str) -> Label {
        Label::new("name", text).unwrap()
    }

    fn preview(care: &[By<CareEvent>]) -> Preview {
        let material = Material {
            subject: "s",
            entries: &[],
            profile: &Profile::default(),
            prompts: &[],
            care,
            made_at: Moment::at(day(20), 600, 60),
        };
        let choice = Choice::everything(Lang::Fr, day(0), day(20));
        Preview::new(&ConsultationSummary::new(material, choice))
    }

    fn visit(n: i32, minute: Option<u16>, author: Author) -> By<CareEvent> {
        let told = CareEvent::Appointment(Appointment {
            day: day(n),
            minute,
            kind: AppointmentKind::Surveillance,
            with: None,
            place: None,
            decision: None,
        });
        By { author, told }
    }

    #[test]
    fn an_appointment_tells_its_hour_where_it_is_known() {
        let paul = Author::Caregiver(label("Paul"));
        let care = [visit(3, None, Author::Person), visit(49, Some(14 * 60 + 30), paul)];
        let preview = preview(&care);
        let blocks = &preview.section(Part::Care).unwrap().blocks;
        let Block::Lines(lines) = &blocks[0] else { panic!("{blocks:?}") };
        let labels: Vec<String> =
            lines.iter().map(|line| line.label.replace(['\u{a0}', '\u{202f}'], " ")).collect();
        assert_eq!(labels, ["4 nov.", "20 déc., 14 h 30 (Paul)"]);
    }

    fn result(n: i32, name: &str, value: &str) -> By<CareEvent> {
        By::person(CareEvent::Lab(LabResult {
            day: day(n),
            name: label(name),
            value: value.parse().unwrap(),
            unit: Some(label("U/mL")),
            range: None,
        }))
    }

    #[test]
    fn a_marker_written_in_several_ways_is_one_series_under_its_first_spelling() {
        let care = [
            result(1, "Ca 15-3", "30"),
            result(5, "CA 15-3", "31"),
            result(9, "ca\u{a0}15\u{2011}3", "32"),
            result(2, "CA 19-9", "4"),
        ];
        let preview = preview(&care);
        let blocks = &preview.section(Part::Results).unwrap().blocks;
        let Block::Table(table) = &blocks[0] else { panic!("{blocks:?}") };
        let rows: Vec<(&str, &str)> =
            table.rows.iter().map(|row| (row[0].text.as_str(), row[2].text.as_str())).collect();
        let one = "Ca 15-3";
        assert_eq!(rows, [(one, "30"), (one, "31"), (one, "32"), ("CA 19-9", "4")]);
        // Of one value there is no course to draw.
        let charts: Vec<&str> = preview.charts.charts.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(charts, [one]);
    }
}
