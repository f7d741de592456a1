//! The consultation report as PDF: what an oncologist or nurse with three minutes reads.
//!
//! Page 1 tells, page 2 shows the charts; more pages come only when the content needs them. The
//! file is tagged, PDF/A-3a and PDF/UA-1 at once, and the same summary always gives the same bytes.
//! Every word comes from the [`Preview`]; here it is only placed, and shortened where there is no room.

mod axis;
mod body;
mod canvas;
mod changes;
mod chart;
mod charts;
mod compact;
mod days;
mod fonts;
mod front;
mod leaflet;
mod sanitise;
mod sections;
mod table;
mod text;
mod voice;
mod write;

use krilla::tagging::ArtifactType;
use vigie_words::{Arg, Words};

use crate::preview::Told;
use crate::{ConsultationSummary, Part, Preview};
use canvas::{BOTTOM, Canvas, LEFT, Pen, RIGHT};
use fonts::Fonts;
pub use leaflet::{Leaflet, LeafletSection, leaflet_pdf};
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

/// Longest period whose data are attached as a FHIR document, in days: two years of thirty symptoms are 9 MB of JSON, ten
/// would be 49.
const MOST_ATTACHED: u32 = 750;

/// The report as a PDF/A-3a and PDF/UA-1 file, with its data attached as a FHIR document.
///
/// Text of any length and in any script is safe: what the font cannot write is replaced visibly,
/// what is too long is shortened visibly, and both are said.
///
/// # Errors
/// [`PdfError`] only when the program itself is at fault.
pub fn pdf(summary: &ConsultationSummary) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::read()?;
    let preview = Preview::new(summary);
    let report = Report { preview: &preview, summary, words: Words::of(summary.choice.lang) };
    let mut canvas = Canvas::new(&fonts);
    front::draw(&mut canvas, report);
    sections::draw(&mut canvas, report, Part::Changes);
    let (prompts, room) = first_page(&canvas, report);
    let more_prompts = sections::prompts(&mut canvas, report, prompts);
    let more = voice::draw(&mut canvas, report, room);
    // The numbers stand on page 1 when they fit there, and behind the charts when they do not, so
    // that page 2 always shows the course at one look.
    let mut later = Vec::new();
    for part in [Part::Symptoms, Part::Measures] {
        if later.is_empty() && canvas.fits(|canvas| sections::draw(canvas, report, part)) {
            sections::draw(&mut canvas, report, part);
        } else {
            later.push(part);
        }
    }
    later.extend(Part::ALL.iter().filter(|part| !PLACED.contains(part)));
    later.retain(|part| preview.section(*part).is_some());
    let days = preview.section(Part::Days).is_some();
    let rest = !later.is_empty() || more_prompts || more || days;
    if charts::draw(&mut canvas, report) && rest {
        canvas.new_page();
    }
    for part in later {
        sections::draw(&mut canvas, report, part);
    }
    if more_prompts {
        sections::all_prompts(&mut canvas, report);
    }
    if more {
        voice::draw_all(&mut canvas, report);
    }
    sections::draw(&mut canvas, report, Part::Days);
    let attached = summary.days <= MOST_ATTACHED;
    if !attached {
        canvas.gap(6.0);
        sections::remark(&mut canvas, &report.say("report-data-apart"));
    }
    feet(&mut canvas, report);
    let about = write::About {
        title: preview.title.clone(),
        lang: summary.choice.lang.code(),
        data_title: report.say("report-data"),
        data: attached.then(|| crate::fhir(summary)),
        made_at: summary.made_at,
    };
    file(canvas, about)
}

/// The bytes of the file, packed where that is possible.
fn file(canvas: Canvas<'_>, about: write::About) -> Result<Vec<u8>, PdfError> {
    let file = write::write(canvas, about)?;
    Ok(compact::compact(&file).unwrap_or(file))
}

/// The parts that have a place of their own; the others follow in their order.
const PLACED: [Part; 6] =
    [Part::Changes, Part::Prompts, Part::Voice, Part::Symptoms, Part::Measures, Part::Days];

/// How many prompts, and how much of the person's own texts, leave room for the numbers on page 1. Where the numbers do not
/// fit whatever is left out, the most of each that keeps the rest on it.
fn first_page(canvas: &Canvas<'_>, report: Report<'_>) -> (usize, voice::Room) {
    let choices = || {
        let rooms = |prompts| voice::Room::ALL.into_iter().map(move |room| (prompts, room));
        sections::PROMPTS.into_iter().flat_map(rooms)
    };
    let fits = |(prompts, room): &(usize, voice::Room), numbers: bool| {
        canvas.fits(|canvas| {
            sections::prompts(canvas, report, *prompts);
            voice::draw(canvas, report, *room);
            if numbers {
                sections::draw(canvas, report, Part::Symptoms);
            }
        })
    };
    let least = (sections::PROMPTS_LEAST, voice::Room::LEAST);
    let numbers = fits(&least, true);
    choices().find(|choice| fits(choice, numbers)).unwrap_or(least)
}

/// What is drawn, and the words for what only paper has: pages, and what was shortened.
#[derive(Clone, Copy)]
struct Report<'a> {
    preview: &'a Preview,
    summary: &'a ConsultationSummary,
    words: &'static Words,
}

impl<'a> Report<'a> {
    fn told(self) -> Told<'a> {
        Told { summary: self.summary, words: self.words }
    }

    fn say(self, id: &str) -> String {
        self.words.text(id)
    }

    fn with(self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.with(id, args)
    }
}

/// The foot of each page: whose it is and which page, so that loose sheets find back together.
fn feet(canvas: &mut Canvas<'_>, report: Report<'_>) {
    let count = canvas.pages.len();
    let who = match &report.summary.person {
        Some(name) => format!("{} – {}", name.as_str(), report.preview.period),
        None => report.preview.period.clone(),
    };
    let style = Style::quiet(7.5);
    for index in 0..count {
        let page =
            report.with("report-page", &[("page", (index + 1).into()), ("pages", count.into())]);
        canvas.on_page(index, |canvas| {
            canvas.artifact(ArtifactType::Footer, |canvas| {
                let y = BOTTOM + 8.0;
                canvas.stroke((LEFT, y), (RIGHT, y), Pen::solid(grey(190), 0.4));
                canvas.text(LEFT, y + 11.0, style, &who);
                canvas.text_to(RIGHT, y + 11.0, style, &page);
            });
        });
    }
}
