//! The two weights of Inter, and what of them a text needs: glyphs and their widths.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::{PdfError, sanitise};

/// How strong a text stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Running text.
    Regular,
    /// Headings and what must be seen first.
    Strong,
}

/// One weight: its file for krilla, and its widths.
pub(super) struct Face {
    font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

impl Face {
    fn read(data: &'static [u8]) -> Result<Self, PdfError> {
        let face = FontRef::new(data).map_err(|_| PdfError::Font)?;
        let font = Font::new(data.into(), 0).ok_or(PdfError::Font)?;
        Ok(Self {
            units: font.units_per_em(),
            font,
            charmap: face.charmap(),
            metrics: face.glyph_metrics(Size::unscaled(), LocationRef::default()),
        })
    }

    fn has(&self, c: char) -> bool {
        self.charmap.map(c).is_some_and(|id| id.to_u32() != 0)
    }

    /// The font as krilla wants it.
    pub(super) fn font(&self) -> Font {
        self.font.clone()
    }

    /// Width of one character in em.
    pub(super) fn advance(&self, c: char) -> f32 {
        self.charmap.map(c).and_then(|id| self.metrics.advance_width(id)).unwrap_or(0.0)
            / self.units
    }

    /// One glyph a character; Inter needs no shaping for what it can write.
    pub(super) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        text.char_indices()
            .map(|(at, c)| {
                let id = self.charmap.map(c).map_or(0, |id| id.to_u32());
                let range = at..at + c.len_utf8();
                KrillaGlyph::new(GlyphId::new(id), self.advance(c), 0.0, 0.0, 0.0, range, None)
            })
            .collect()
    }
}

/// The fonts of the report.
pub(super) struct Fonts {
    regular: Face,
    strong: Face,
}

impl Fonts {
    /// Reads the two files that are part of the program.
    pub(super) fn read() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Face::read(include_bytes!("../../fonts/Inter-Regular.ttf"))?,
            strong: Face::read(include_bytes!("../../fonts/Inter-SemiBold.ttf"))?,
        })
    }

    /// The face of one weight.
    pub(super) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        }
    }

    /// Text fit to be drawn in either weight.
    pub(super) fn clean(&self, text: &str) -> String {
        sanitise::clean(text, |c| self.writable(c))
    }

    /// Whether some character of this text cannot be written.
    pub(super) fn loses(&self, text: &str) -> bool {
        sanitise::loses(text, |c| self.writable(c))
    }

    fn writable(&self, c: char) -> bool {
        self.regular.has(c) && self.strong.has(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inter_writes_every_sign_the_report_uses() {
        let fonts = Fonts::read().unwrap();
        for c in "□ \u{a0}\u{202f}’«»“”…–−+±≥×↑↓→•°0123456789αβЖéœÆ".chars()
        {
            assert!(fonts.writable(c), "{c:?}");
        }
        assert_eq!(fonts.clean("38\u{202f}°C 🙂"), "38\u{202f}°C □");
        assert!(fonts.face(Weight::Strong).advance('m') > fonts.face(Weight::Regular).advance('i'));
    }
}
