//! One page to bring along: a title, how it was made, and sections of lines. More than fits is told as a number, never clipped.

use krilla::tagging::{ListNumbering, Tag};
use vigie_model::Moment;
use vigie_words::{Lang, Words};

use super::canvas::{Canvas, LEFT, WIDTH};
use super::fonts::Fonts;
use super::sanitise::shortened;
use super::sections::remark;
use super::text::{Piece, Style};
use super::{PdfError, file, write};

/// Most characters of the title, of a heading and of the rest: one line of each leaves room for others.
const TITLE: usize = 120;
const HEADING: usize = 100;
const TEXT: usize = 500;
/// Most sections, and most lines of each: no page holds more.
const SECTIONS: usize = 12;
const LINES: usize = 60;
const SIZE: f32 = 10.0;

/// What stands on the page, already in the language it is read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaflet {
    /// What it is.
    pub title: String,
    /// How it was made and what it is not.
    pub intro: String,
    /// What it tells, in order.
    pub sections: Vec<LeafletSection>,
    /// When it was made: the only date in the file.
    pub made_at: Moment,
}

/// A heading and lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafletSection {
    /// The heading; without one the section is passed over.
    pub title: String,
    /// One thing each; a blank one is passed over.
    pub lines: Vec<String>,
}

/// The leaflet as one page of A4, a PDF/A-3a and PDF/UA-1 file. The same leaflet gives the same bytes.
///
/// Text of any length and in any script is safe. What has no room is left out from the longest sections first, and how many
/// lines that are is told.
///
/// # Errors
/// [`PdfError`] only when the program itself is at fault.
pub fn leaflet_pdf(lang: Lang, leaflet: &Leaflet) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::read()?;
    let words = Words::of(lang);
    let leaflet = &leaflet.readable(&fonts, words);
    let shown = leaflet.sections.iter().take(SECTIONS);
    let mut kept: Vec<usize> = shown.map(|section| section.lines.len().min(LINES)).collect();
    let mut canvas = Canvas::new(&fonts);
    while !canvas.fits(|canvas| draw(canvas, words, leaflet, &kept)) {
        // The longest gives way; among equals the last.
        match kept.iter_mut().max() {
            Some(most) if *most > 0 => *most -= 1,
            _ => break,
        }
    }
    draw(&mut canvas, words, leaflet, &kept);
    let about = write::About {
        title: fonts.clean(&shortened(&leaflet.title, TITLE).0),
        lang: lang.code(),
        data_title: String::new(),
        data: None,
        made_at: leaflet.made_at,
    };
    file(canvas, about)
}

/// Draws so many lines of each section.
fn draw(canvas: &mut Canvas<'_>, words: &Words, leaflet: &Leaflet, kept: &[usize]) {
    let mut cut = false;
    let mut short = |text: &str, most| {
        let (text, shorter) = shortened(text, most);
        cut |= shorter;
        text
    };
    let title = short(&leaflet.title, TITLE);
    let intro = short(&leaflet.intro, 2 * TEXT);
    canvas.heading(1, &title, 0.0);
    let made = words.with("report-made", &[("moment", words.moment(leaflet.made_at).into())]);
    canvas.paragraph(&[Piece::new(Style::quiet(8.5), made)]);
    if !intro.is_empty() {
        canvas.gap(4.0);
        canvas.paragraph(&[Piece::new(Style::plain(SIZE), intro)]);
    }
    for (section, kept) in leaflet.sections.iter().zip(kept) {
        if *kept == 0 {
            continue;
        }
        canvas.heading(2, &short(&section.title, HEADING), 0.0);
        let lines: Vec<String> =
            section.lines.iter().take(*kept).map(|line| short(line, TEXT)).collect();
        list(canvas, &lines);
    }
    let told: usize = kept.iter().sum();
    let all: usize = leaflet.sections.iter().map(|section| section.lines.len()).sum();
    let mut remarks = Vec::new();
    if all > told {
        remarks.push(words.with("leaflet-more", &[("count", (all - told).into())]));
    }
    if cut {
        remarks.push(words.text("leaflet-shortened"));
    }
    if leaflet.texts().any(|text| canvas.fonts.loses(text)) {
        remarks.push(words.text("leaflet-signs"));
    }
    if !remarks.is_empty() {
        canvas.gap(6.0);
        remark(canvas, &remarks.join(" "));
    }
}

impl Leaflet {
    /// The same without what would be blank on paper, which no tag may hold.
    fn readable(&self, fonts: &Fonts, words: &Words) -> Self {
        let blank = |text: &str| fonts.clean(text).trim().is_empty();
        let title =
            if blank(&self.title) { words.text("leaflet-title") } else { self.title.clone() };
        let intro = if blank(&self.intro) { String::new() } else { self.intro.clone() };
        let section = |section: &LeafletSection| LeafletSection {
            title: section.title.clone(),
            lines: section.lines.iter().filter(|line| !blank(line)).cloned().collect(),
        };
        let named = self.sections.iter().filter(|section| !blank(&section.title));
        Self { title, intro, sections: named.map(section).collect(), made_at: self.made_at }
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter();
        let lines = sections.flat_map(|section| section.lines.iter().chain([&section.title]));
        [&self.title, &self.intro].into_iter().chain(lines).map(String::as_str)
    }
}

fn list(canvas: &mut Canvas<'_>, lines: &[String]) {
    /// Between the bullet and its text.
    const INDENT: f32 = 10.0;
    if lines.is_empty() {
        return;
    }
    canvas.element(Tag::L(ListNumbering::Disc), |canvas| {
        for line in lines {
            let style = Style::plain(SIZE);
            let set = canvas.set(&[Piece::new(style, line.as_str())], WIDTH - INDENT);
            let bullet = canvas.set(&[Piece::new(style, "•")], INDENT);
            canvas.element(Tag::LI, |canvas| {
                canvas.need(style.leading());
                let top = canvas.y;
                canvas.element(Tag::Lbl, |canvas| canvas.lines(LEFT, &bullet));
                canvas.y = top;
                canvas.element(Tag::LBody, |canvas| canvas.lines(LEFT + INDENT, &set));
            });
            canvas.y += 2.0;
        }
    });
}
