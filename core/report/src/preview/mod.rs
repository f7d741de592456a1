//! The report in words: what the person sees before it leaves, and what every form of it shows.
//!
//! Plain data, every label already in the language that was chosen. The PDF draws it, the protected page
//! holds it, the narrative of the FHIR document is made of it, and a shell shows it. What is shortened
//! for want of room is shortened by the form, never here.

mod care;
mod changes;
mod charts;
mod days;
mod head;
mod measures;
mod medicines;
mod pains;
mod prompts;
mod support;
mod symptoms;
mod told;
mod treatments;
mod voice;

use serde::{Serialize, Serializer};
use vigie_words::Words;

use crate::{Cell, ConsultationSummary};
pub(crate) use care::{placed, range};
pub(crate) use days::PLACES;
pub(crate) use told::{Told, told_by};

/// The whole report in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
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

/// Which part of the report a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// New, worse, better, gone.
    Changes,
    /// Requests for contact and what came of them.
    Prompts,
    /// Questions and notes.
    Voice,
    /// Every symptom with its numbers.
    Symptoms,
    /// Weight, temperature, treatment days.
    Measures,
    /// Treatment lines of the period, delays, other doses, pauses.
    Treatments,
    /// Pain by place.
    Pains,
    /// Painkillers and other medicines: how often, and whether they helped.
    Medication,
    /// Markers and blood tests.
    Results,
    /// Scans and appointments.
    Care,
    /// Questions that were answered.
    Answers,
    /// Support sessions, consents, where wishes are written down.
    Support,
    /// Every answer, day by day.
    Days,
}

impl Part {
    /// Every part, in the order of the report.
    pub const ALL: [Self; 13] = [
        Self::Changes,
        Self::Prompts,
        Self::Voice,
        Self::Symptoms,
        Self::Measures,
        Self::Treatments,
        Self::Pains,
        Self::Medication,
        Self::Results,
        Self::Care,
        Self::Answers,
        Self::Support,
        Self::Days,
    ];

    /// As programs know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Prompts => "prompts",
            Self::Voice => "voice",
            Self::Symptoms => "symptoms",
            Self::Measures => "measures",
            Self::Treatments => "treatments",
            Self::Pains => "pains",
            Self::Medication => "medication",
            Self::Results => "results",
            Self::Care => "care",
            Self::Answers => "answers",
            Self::Support => "support",
            Self::Days => "days",
        }
    }
}

/// A part of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Which.
    pub part: Part,
    /// Its heading.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

impl Section {
    fn new(part: Part, title: String) -> Self {
        Self { part, title, blocks: Vec::new() }
    }

    fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A remark on how to read what stands beside it.
    Remark(String),
    /// Boxes side by side.
    Groups(Vec<Group>),
    /// The person's own words.
    Quotes(Quotes),
    /// Lines of a label and a text.
    Lines(Vec<Line>),
    /// A table.
    Table(Table),
    /// The body map.
    Body(Body),
}

impl Block {
    fn texts(&self) -> Vec<&String> {
        match self {
            Self::Text(text) | Self::Remark(text) => vec![text],
            Self::Groups(groups) => groups.iter().flat_map(|group| both(&group.lines)).collect(),
            Self::Quotes(quotes) => both(&quotes.quotes).collect(),
            Self::Lines(lines) => both(lines).collect(),
            Self::Body(_) => Vec::new(),
            Self::Table(table) => table.rows.iter().flatten().map(|cell| &cell.text).collect(),
        }
    }
}

fn both(lines: &[Line]) -> impl Iterator<Item = &String> {
    lines.iter().flat_map(|line| [&line.label, &line.text])
}

/// A group of things that changed the same way.
#[derive(Debug, Clone, PartialEq, Serialize)]
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

/// A label and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The label.
    pub label: String,
    /// The text.
    pub text: String,
}

/// Texts the person wrote, latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quotes {
    /// What they are: questions or notes.
    pub title: String,
    /// Each with its day as the label, and the words without quotation marks.
    pub quotes: Vec<Line>,
}

/// The body map with its marks ([`crate::body`] has its outline).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// The map in words, for those who listen.
    pub alt: String,
    /// What stands below the figure seen from the front and the one seen from behind.
    pub sides: [String; 2],
    /// The marks.
    pub spots: Vec<Spot>,
}

/// A mark on the body map.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spot {
    /// The number of the place in the table beside the map.
    pub number: usize,
    /// Worst rating, 0–10; `None` when nothing was rated there.
    pub worst: Option<u8>,
    /// Whether it lies on the figure seen from behind.
    pub back: bool,
    /// Place in the drawing of its side, 0 to [`crate::body::BODY_WIDTH`].
    pub x: f32,
    /// Height in it from above, 0 to [`crate::body::BODY_HEIGHT`].
    pub y: f32,
}

/// A table. The first cell of a row names the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows: as many cells as there are columns.
    pub rows: Vec<Vec<TextCell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Whether it holds numbers, which stand at the right.
    pub number: bool,
}

impl Column {
    fn text(title: String) -> Self {
        Self { title, number: false }
    }

    fn number(title: String) -> Self {
        Self { title, number: true }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextCell {
    /// What it says; several things on a line each.
    pub text: String,
    /// Whether it stands out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
}

impl From<String> for TextCell {
    fn from(text: String) -> Self {
        Self { text, strong: false }
    }
}

/// The charts, which share one axis of days.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Charts {
    /// The heading.
    pub title: String,
    /// How to read them.
    pub how: String,
    /// The first day of the axis, as `2026-09-14`.
    pub from: String,
    /// Days on the axis.
    pub days: u32,
    /// For each day whether there is an entry; written as one `1` or `0` a day.
    #[serde(serialize_with = "as_digits")]
    pub answered: Vec<bool>,
    /// Each sign of the charts in words.
    pub legend: Vec<Legend>,
    /// What happened on the axis, oldest first.
    pub marks: Vec<Mark>,
    /// The charts in the order of the table of symptoms.
    pub charts: Vec<Chart>,
}

/// A sign of the charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// A rating of [`crate::MODERATE`] or more, or fever.
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

/// A sign in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Legend {
    /// The sign.
    pub sign: Sign,
    /// The words.
    pub text: String,
}

/// Something that happened on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Days after the first day of the axis.
    pub day: u32,
    /// The sign it is drawn by.
    pub sign: Sign,
    /// What it was.
    pub text: String,
}

/// One chart: higher is worse, gaps are gaps.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// The part of the report whose numbers it shows: symptoms, measures or results.
    pub part: Part,
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
    /// Numbers beside the axis: the value and its words.
    pub numbers: Vec<(f64, String)>,
    /// Words at the other side: the value and its words.
    pub words: Vec<(f64, String)>,
    /// What is drawn.
    pub data: ChartData,
}

/// The values of a chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartData {
    /// One cell a day, written as one character each ([`Cell::letter`]).
    Cells(#[serde(serialize_with = "as_letters")] Vec<Cell>),
    /// Values, oldest first: the days after the first day of the axis, where it is drawn, and the value in words.
    Values(Vec<(u32, f64, String)>),
}

impl Cell {
    /// The cell as one character: `0` to `9` and `A` for ten, `s` skipped, `u` too unwell, `-` not asked, `.` no entry.
    pub fn letter(self) -> char {
        match self {
            Self::Rated(rating) => {
                char::from_digit(u32::from(rating), 11).unwrap_or('a').to_ascii_uppercase()
            }
            Self::Skipped => 's',
            Self::TooUnwell => 'u',
            Self::NotAsked => '-',
            Self::NoEntry => '.',
        }
    }
}

fn as_letters<S: Serializer>(cells: &[Cell], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&cells.iter().map(|cell| cell.letter()).collect::<String>())
}

fn as_digits<S: Serializer>(days: &[bool], serializer: S) -> Result<S::Ok, S::Error> {
    let digit = |answered: &bool| if *answered { '1' } else { '0' };
    serializer.collect_str(&days.iter().map(digit).collect::<String>())
}

impl Preview {
    /// The summary in the words of its language.
    pub fn new(summary: &ConsultationSummary) -> Self {
        let told = Told { summary, words: Words::of(summary.choice.lang) };
        let sections = [
            Some(changes::section(told)),
            Some(prompts::section(told)),
            Some(voice::section(told)),
            Some(symptoms::section(told)),
            measures::section(told),
            treatments::section(told),
            pains::section(told),
            medicines::section(told),
            care::results(told),
            care::section(told),
            voice::answers(told),
            support::section(told),
            days::section(told),
        ];
        Self {
            lang: summary.choice.lang.code().to_owned(),
            sections: sections.into_iter().flatten().collect(),
            charts: charts::charts(told),
            ..head::head(told)
        }
    }

    /// Every text in it, in no order: to see what a form cannot write.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let head = [&self.title, &self.person, &self.period, &self.treatment];
        let sections = self.sections.iter().flat_map(|section| &section.blocks);
        let charts = self.charts.charts.iter().map(|chart| &chart.name);
        let words = self.charts.charts.iter().flat_map(|c| c.words.iter().map(|(_, word)| word));
        head.into_iter()
            .chain(sections.flat_map(Block::texts))
            .chain(charts)
            .chain(words)
            .map(String::as_str)
    }

    /// A part, when there is anything to say in it.
    pub fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == part)
    }
}
