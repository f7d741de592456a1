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

/// Most characters of the title, of a heading and of the rest: that leaves room for others.
const TITLE: usize = 120;
const HEADING: usize = 400;
const TEXT: usize = 500;
/// Most lines of a heading: the titles of trials are long, and what tells one from another stands at their end.
const HEADING_LINES: usize = 3;
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
    let headings: Vec<Heading> =
        leaflet.sections.iter().take(SECTIONS).map(|it| heading(&canvas, &it.title)).collect();
    while !canvas.fits(|canvas| draw(canvas, words, leaflet, (&headings, &kept))) {
        // The longest gives way; among equals the last.
        match kept.iter_mut().max() {
            Some(most) if *most > 0 => *most -= 1,
            _ => break,
        }
    }
    draw(&mut canvas, words, leaflet, (&headings, &kept));
    let about = write::About {
        title: fonts.clean(&shortened(&leaflet.title, TITLE).0),
        lang: lang.code(),
        data_title: String::new(),
        data: None,
        made_at: leaflet.made_at,
    };
    file(canvas, about)
}

/// A heading as it is drawn, and whether it was shortened.
type Heading = (String, bool);

/// The heading whole, or as much of it as stands on [`HEADING_LINES`].
fn heading(canvas: &Canvas<'_>, title: &str) -> Heading {
    let mut most = HEADING.min(title.trim().chars().count());
    loop {
        let heading = shortened(title, most);
        if most < 10 || canvas.set_heading(2, &heading.0).len() <= HEADING_LINES {
            return heading;
        }
        most -= 5;
    }
}

/// Draws each section's heading and so many of its lines.
fn draw(
    canvas: &mut Canvas<'_>,
    words: &Words,
    leaflet: &Leaflet,
    (headings, kept): (&[Heading], &[usize]),
) {
    let mut cut = headings.iter().zip(kept).any(|((_, shorter), kept)| *shorter && *kept > 0);
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
    for ((section, (heading, _)), kept) in leaflet.sections.iter().zip(headings).zip(kept) {
        if *kept == 0 {
            continue;
        }
        canvas.heading(2, heading, 0.0);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_takes_three_lines_before_it_is_shortened() {
        let fonts = Fonts::read().unwrap();
        let canvas = Canvas::new(&fonts);
        // A title as registries have them, of more than two hundred characters.
        let title = "A Phase 2, Randomised, Open-Label Study of an Invented Medicine With or Without Another One Compared \
                     With Standard Chemotherapy In Subjects With Locally Advanced or Metastatic Breast Cancer Who Had \
                     Two Lines of Treatment";
        assert_eq!(heading(&canvas, title), (title.to_owned(), false));
        assert!(canvas.set_heading(2, title).len() > 1);
        for long in [title.repeat(3), "x".repeat(20_000)] {
            let (short, cut) = heading(&canvas, &long);
            assert!(cut && short.ends_with("[…]"), "{short}");
            assert_eq!(canvas.set_heading(2, &short).len(), HEADING_LINES, "{short}");
        }
        assert_eq!(heading(&canvas, "").0, "");
    }
}
