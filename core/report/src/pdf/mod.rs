//! The consultation report as PDF: what an oncologist or nurse with three minutes reads.
//!
//! Page 1 tells, page 2 shows the charts; more pages come only when the content needs them. The
//! file is tagged, PDF/A-3a and PDF/UA-1 at once, and the same summary always gives the same bytes.

mod axis;
mod canvas;
mod changes;
mod chart;
mod charts;
mod days;
mod fonts;
mod front;
mod prompts;
mod sanitise;
mod symptoms;
mod table;
mod text;
mod voice;
mod write;

use krilla::tagging::ArtifactType;
use vigie_model::{Day, Item, Scale};
use vigie_words::{Arg, Words};

use crate::ConsultationSummary;
use canvas::{BOTTOM, Canvas, LEFT, Pen, RIGHT};
use fonts::Fonts;
use text::{Style, grey};

/// Why there is no PDF. Neither is the person's doing; both are bugs to report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The built-in font could not be read.
    #[error("the report's font could not be read")]
    Font,
    /// The rules of PDF/A or PDF/UA that the document broke, by name, without any of its text.
    #[error("the report broke the rules of its format: {0}")]
    Refused(String),
}

/// The report as a PDF/A-3a and PDF/UA-1 file.
///
/// Text of any length and in any script is safe: what the font cannot write is replaced visibly,
/// what is too long is shortened visibly, and both are said.
///
/// # Errors
/// [`PdfError`] only when the program itself is at fault.
pub fn pdf(summary: &ConsultationSummary) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::read()?;
    let told = Told { summary, words: Words::of(summary.choice.lang) };
    let mut canvas = Canvas::new(&fonts);
    front::draw(&mut canvas, told);
    changes::draw(&mut canvas, told);
    prompts::draw(&mut canvas, told);
    let more = voice::draw(&mut canvas, told);
    // The numbers stand on page 1 when they fit there, and behind the charts when they do not, so
    // that page 2 always shows the course at one look.
    let mut later: Vec<fn(&mut Canvas<'_>, Told<'_>)> = Vec::new();
    for part in [symptoms::draw, symptoms::measures] {
        if later.is_empty() && canvas.fits(|canvas| part(canvas, told)) {
            part(&mut canvas, told);
        } else {
            later.push(part);
        }
    }
    if charts::draw(&mut canvas, told) && (!later.is_empty() || more) {
        canvas.new_page();
    }
    for part in later {
        part(&mut canvas, told);
    }
    if more {
        voice::draw_all(&mut canvas, told);
    }
    feet(&mut canvas, told);
    let about = write::About {
        title: told.say("report-title"),
        lang: summary.choice.lang.code(),
        made_at: summary.made_at,
    };
    write::write(canvas, about)
}

/// Periods of so many days or more need the year with each day.
const YEARS_FROM: u32 = 300;

/// The summary and the words to tell it in.
#[derive(Clone, Copy)]
struct Told<'a> {
    summary: &'a ConsultationSummary,
    words: &'static Words,
}

impl<'a> Told<'a> {
    /// Everything in the summary that the person wrote.
    fn own_words(self) -> impl Iterator<Item = &'a str> {
        let summary = self.summary;
        let outcomes = summary.prompts.iter().flat_map(|story| &story.outcomes);
        let advice = outcomes.clone().filter_map(|one| one.advice.as_ref());
        let events = summary.administrations.iter();
        let events = events.chain(&summary.treatment_changes);
        let regimen = summary.treatment.iter().filter_map(|line| line.regimen.as_ref());
        let labels = events
            .filter_map(|event| event.name.as_ref())
            .chain(&summary.person)
            .chain(regimen)
            .chain(outcomes.filter_map(|one| one.contact.as_ref()));
        let items = summary.series.iter().filter_map(|series| match &series.item {
            Item::Own(name) => Some(name.as_str()),
            _ => None,
        });
        let texts = summary.notes.iter().chain(&summary.questions);
        texts
            .map(|text| text.text.as_str())
            .chain(advice.map(vigie_model::Note::as_str))
            .chain(labels.map(vigie_model::Label::as_str))
            .chain(summary.painkillers.iter().map(|row| row.name.as_str()))
            .chain(items)
    }

    fn say(self, id: &str) -> String {
        self.words.text(id)
    }

    fn with(self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.with(id, args)
    }

    /// `Vomissements (fois)`: the name of an item, with its unit when it is not a severity.
    fn item(self, item: &Item) -> String {
        let name = self.words.item(item);
        match unit(item) {
            Some(id) => self
                .with("report-item-unit", &[("name", name.into()), ("unit", self.say(id).into())]),
            None => name,
        }
    }

    /// A day in short; with its year where the period is so long that it would not be clear.
    fn day(self, day: Day) -> String {
        let short = self.words.day_short(day);
        if self.summary.days < YEARS_FROM {
            return short;
        }
        format!("{short}\u{a0}{}", day.ymd().0)
    }

    fn period(self) -> String {
        let choice = &self.summary.choice;
        if choice.from == choice.to {
            let day = self.words.day(choice.from);
            return self.with("report-period-day", &[("day", day.into())]);
        }
        self.with(
            "report-period",
            &[
                ("from", self.words.day(choice.from).into()),
                ("to", self.words.day(choice.to).into()),
                ("days", self.summary.days.into()),
            ],
        )
    }
}

/// The unit of an item that is counted rather than rated.
fn unit(item: &Item) -> Option<&'static str> {
    match item.scale() {
        Scale::Severity => None,
        Scale::Times => Some("report-unit-times"),
        Scale::StoolsOverUsual => Some("report-unit-stools"),
        Scale::DaysWithout => Some("report-unit-days"),
    }
}

/// The foot of each page: whose it is and which page, so that loose sheets find back together.
fn feet(canvas: &mut Canvas<'_>, told: Told<'_>) {
    let count = canvas.pages.len();
    let who = match &told.summary.person {
        Some(name) => format!("{} – {}", name.as_str(), told.period()),
        None => told.period(),
    };
    let style = Style::quiet(7.5);
    for index in 0..count {
        let page =
            told.with("report-page", &[("page", (index + 1).into()), ("pages", count.into())]);
        canvas.on_page(index, |canvas| {
            canvas.artifact(ArtifactType::Footer, |canvas| {
                let y = BOTTOM + 14.0;
                canvas.stroke((LEFT, y), (RIGHT, y), Pen::solid(grey(190), 0.4));
                canvas.text(LEFT, y + 12.0, style, &who);
                canvas.text_to(RIGHT, y + 12.0, style, &page);
            });
        });
    }
}
