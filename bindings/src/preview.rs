//! The report in words, as plain data: what an app shows before anything leaves, and draws its charts by.

use vigie_journal::{Column, Group, Legend, Line, Mark, Preview as Core, Quotes, Sign, TextCell};

use crate::entry::Cell;
use crate::journal::all;

/// A sign of the charts.
#[uniffi::remote(Enum)]
pub enum Sign {
    /// A rating of 4 or more, or fever.
    Above,
    /// A value below.
    Below,
    /// Too unwell to answer.
    TooUnwell,
    /// A question that was left.
    Skipped,
    /// Not asked that day.
    NotAsked,
    /// A day without an entry.
    NoEntry,
    /// A day treatment was given.
    Treatment,
    /// A day the treatment changed.
    Change,
    /// A consultation.
    Consultation,
    /// An imaging study.
    Scan,
}

/// A label and what is said of it.
#[uniffi::remote(Record)]
pub struct Line {
    /// The label.
    pub label: String,
    /// The text.
    pub text: String,
}

/// A group of things that changed the same way.
#[uniffi::remote(Record)]
pub struct Group {
    /// Which way.
    pub title: String,
    /// A sign that says the same without words: `+`, `↑`, `↓`, `–`.
    pub sign: String,
    /// Whether it stands out: new or worse.
    pub strong: bool,
    /// Each with its numbers.
    pub lines: Vec<Line>,
    /// What is said when there is none.
    pub none: String,
}

/// Texts the person wrote, latest first.
#[uniffi::remote(Record)]
pub struct Quotes {
    /// What they are: questions or notes.
    pub title: String,
    /// Each with its day as the label, and the words without quotation marks.
    pub quotes: Vec<Line>,
}

/// A column of a table.
#[uniffi::remote(Record)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Whether it holds numbers, which stand at the right.
    pub number: bool,
}

/// A cell of a table.
#[uniffi::remote(Record)]
pub struct TextCell {
    /// What it says; several things on a line each.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

/// A mark on the body map.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Spot {
    /// The number of the place in the table beside the map.
    pub number: u32,
    /// Worst rating, 0–10; none when nothing was rated there.
    pub worst: Option<u8>,
    /// Whether it lies on the figure seen from behind.
    pub back: bool,
    /// Place in the drawing of its side, 0 to 100.
    pub x: f32,
    /// Height in it from above, 0 to 220.
    pub y: f32,
}

impl From<vigie_journal::Spot> for Spot {
    fn from(spot: vigie_journal::Spot) -> Self {
        let vigie_journal::Spot { number, worst, back, x, y } = spot;
        Self { number: u32::try_from(number).unwrap_or(u32::MAX), worst, back, x, y }
    }
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Block {
    /// A paragraph.
    Text {
        /// What it says.
        text: String,
    },
    /// A remark on how to read what stands beside it.
    Remark {
        /// What it says.
        text: String,
    },
    /// Boxes side by side.
    Groups {
        /// The boxes.
        groups: Vec<Group>,
    },
    /// The person's own words.
    OwnWords {
        /// The words.
        quotes: Quotes,
    },
    /// Lines of a label and a text.
    Lines {
        /// The lines.
        lines: Vec<Line>,
    },
    /// A table. The first cell of a row names the row.
    Table {
        /// The columns.
        columns: Vec<Column>,
        /// The rows: as many cells as there are columns.
        rows: Vec<Vec<TextCell>>,
    },
    /// The body map.
    Body {
        /// The map in words, for those who listen.
        alt: String,
        /// What stands below the figure seen from the front.
        front: String,
        /// What stands below the figure seen from behind.
        behind: String,
        /// The marks.
        spots: Vec<Spot>,
    },
}

impl From<vigie_journal::Block> for Block {
    fn from(block: vigie_journal::Block) -> Self {
        use vigie_journal::Block as Core;
        match block {
            Core::Text(text) => Self::Text { text },
            Core::Remark(text) => Self::Remark { text },
            Core::Groups(groups) => Self::Groups { groups },
            Core::Quotes(quotes) => Self::OwnWords { quotes },
            Core::Lines(lines) => Self::Lines { lines },
            Core::Table(table) => Self::Table { columns: table.columns, rows: table.rows },
            Core::Body(body) => {
                let [front, behind] = body.sides;
                Self::Body { alt: body.alt, front, behind, spots: all(body.spots) }
            }
        }
    }
}

/// A part of the report.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Section {
    /// Which: `changes`, `prompts`, `voice`, `symptoms` and so on, in that order. A later version may have more, to be shown like any other.
    pub part: String,
    /// Its heading.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

impl From<vigie_journal::Section> for Section {
    fn from(section: vigie_journal::Section) -> Self {
        Self {
            part: section.part.code().to_owned(),
            title: section.title,
            blocks: all(section.blocks),
        }
    }
}

/// A sign of the charts in words.
#[uniffi::remote(Record)]
pub struct Legend {
    /// The sign.
    pub sign: Sign,
    /// The words.
    pub text: String,
}

/// Something that happened on one day of the charts.
#[uniffi::remote(Record)]
pub struct Mark {
    /// Days after the first day of the axis.
    pub day: u32,
    /// The sign it is drawn by.
    pub sign: Sign,
    /// What it was.
    pub text: String,
}

/// A value on an axis and its words.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct AxisLabel {
    /// The value.
    pub value: f64,
    /// The words.
    pub text: String,
}

impl From<(f64, String)> for AxisLabel {
    fn from((value, text): (f64, String)) -> Self {
        Self { value, text }
    }
}

/// A value that was measured.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ChartValue {
    /// Days after the first day of the axis.
    pub day: u32,
    /// Where it is drawn.
    pub value: f64,
    /// The value in words.
    pub text: String,
}

/// The values of a chart.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum ChartData {
    /// One cell a day.
    Cells {
        /// The days of the axis, in order.
        cells: Vec<Cell>,
    },
    /// Values on some days.
    Values {
        /// Oldest first.
        values: Vec<ChartValue>,
    },
}

impl From<vigie_journal::ChartData> for ChartData {
    fn from(data: vigie_journal::ChartData) -> Self {
        use vigie_journal::ChartData as Core;
        match data {
            Core::Cells(cells) => Self::Cells { cells: all(cells) },
            Core::Values(values) => {
                let value = |(day, value, text)| ChartValue { day, value, text };
                Self::Values { values: values.into_iter().map(value).collect() }
            }
        }
    }
}

/// One chart: higher is worse, gaps are gaps.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Chart {
    /// The part of the report whose numbers it shows: `symptoms`, `measures` or `results`.
    pub part: String,
    /// What it shows.
    pub name: String,
    /// A line below the name.
    pub detail: String,
    /// The chart in words, for those who listen.
    pub alt: String,
    /// The value at the lower edge.
    pub low: f64,
    /// The value at the upper edge.
    pub high: f64,
    /// From here on a value is marked.
    pub threshold: Option<f64>,
    /// Numbers beside the axis.
    pub numbers: Vec<AxisLabel>,
    /// Words at the other side.
    pub words: Vec<AxisLabel>,
    /// What is drawn.
    pub data: ChartData,
}

impl From<vigie_journal::Chart> for Chart {
    fn from(chart: vigie_journal::Chart) -> Self {
        let vigie_journal::Chart { part, name, detail, alt, low, high, threshold, .. } = chart;
        let (numbers, words) = (all(chart.numbers), all(chart.words));
        Self {
            part: part.code().to_owned(),
            name,
            detail,
            alt,
            low,
            high,
            threshold,
            numbers,
            words,
            data: chart.data.into(),
        }
    }
}

/// The charts, which share one axis of days.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Charts {
    /// The heading.
    pub title: String,
    /// How to read them.
    pub how: String,
    /// The first day of the axis, as `2026-09-14`.
    pub first: String,
    /// Days on the axis.
    pub days: u32,
    /// For each day whether there is an entry.
    pub answered: Vec<bool>,
    /// Each sign of the charts in words.
    pub legend: Vec<Legend>,
    /// What happened on the axis, oldest first.
    pub marks: Vec<Mark>,
    /// The charts in the order of the table of symptoms.
    pub charts: Vec<Chart>,
}

impl From<vigie_journal::Charts> for Charts {
    fn from(charts: vigie_journal::Charts) -> Self {
        let vigie_journal::Charts { title, how, from, days, answered, legend, marks, charts } =
            charts;
        Self { title, how, first: from, days, answered, legend, marks, charts: all(charts) }
    }
}

/// The whole report in words.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Preview {
    /// The code of the language: `fr` or `en`.
    pub lang: String,
    /// What this is.
    pub title: String,
    /// What the person is called, or that no name is given.
    pub person: String,
    /// Which days.
    pub period: String,
    /// When it was made.
    pub made: String,
    /// The treatment under way.
    pub treatment: String,
    /// How complete it is: `52 jours renseignés sur 70`.
    pub complete: String,
    /// How the answers came in, in a few words each.
    pub complete_details: Vec<String>,
    /// That something was left out, when it was.
    pub left_out: Option<String>,
    /// What the diary is and is not.
    pub about: String,
    /// Everything told in words and numbers, in the order in which it is read.
    pub sections: Vec<Section>,
    /// The course day by day.
    pub charts: Charts,
}

impl From<Core> for Preview {
    fn from(preview: Core) -> Self {
        let Core { lang, title, person, period, made, treatment, complete, .. } = preview;
        let Core { complete_details, left_out, about, sections, charts, .. } = preview;
        let (sections, charts) = (all(sections), charts.into());
        Self {
            lang,
            title,
            person,
            period,
            made,
            treatment,
            complete,
            complete_details,
            left_out,
            about,
            sections,
            charts,
        }
    }
}
