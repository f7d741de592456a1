//! Setting text in lines: styled pieces are broken at spaces into lines of a given width.

use krilla::color::rgb;

use super::fonts::{Fonts, Weight};

/// A colour of the report: greys and one dark accent, so that it reads on any printer.
pub(super) type Ink = rgb::Color;

/// A grey from 0 (black) to 255 (white).
pub(super) fn grey(light: u8) -> Ink {
    rgb::Color::new(light, light, light)
}

/// The one accent.
pub(super) fn accent() -> Ink {
    rgb::Color::new(23, 55, 94)
}

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Weight.
    pub weight: Weight,
    /// Size in points.
    pub size: f32,
    /// Colour.
    pub ink: Ink,
}

impl Style {
    /// Running text of this size.
    pub(super) fn plain(size: f32) -> Self {
        Self { weight: Weight::Regular, size, ink: grey(20) }
    }

    /// Strong text of this size.
    pub(super) fn strong(size: f32) -> Self {
        Self { weight: Weight::Strong, ..Self::plain(size) }
    }

    /// Text of this size that stands back.
    pub(super) fn quiet(size: f32) -> Self {
        Self { ink: grey(85), ..Self::plain(size) }
    }

    /// The same in another colour.
    pub(super) fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// From one baseline to the next.
    pub(super) fn leading(self) -> f32 {
        self.size * 1.32
    }
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// How it looks.
    pub style: Style,
    /// What it says.
    pub text: String,
}

impl Piece {
    /// Text in a style.
    pub(super) fn new(style: Style, text: impl Into<String>) -> Self {
        Self { style, text: text.into() }
    }
}

/// One line: pieces from left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Line {
    /// The pieces; the last may end in the space at which the line was broken.
    pub pieces: Vec<Piece>,
    /// Width in points, without a space at its end.
    pub width: f32,
}

/// Width of a text in points.
pub(super) fn width(fonts: &Fonts, style: Style, text: &str) -> f32 {
    let face = fonts.face(style.weight);
    text.chars().map(|c| face.advance(c)).sum::<f32>() * style.size
}

/// Fills lines word by word.
struct Setter<'a> {
    fonts: &'a Fonts,
    room: f32,
    lines: Vec<Line>,
    line: Line,
    /// Width up to here, with spaces.
    x: f32,
}

impl Setter<'_> {
    fn end_line(&mut self) {
        if !self.line.pieces.is_empty() {
            self.lines.push(std::mem::take(&mut self.line));
        }
        self.x = 0.0;
    }

    fn put(&mut self, style: Style, text: &str) {
        match self.line.pieces.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.line.pieces.push(Piece::new(style, text)),
        }
        let solid = text.trim_end_matches(' ');
        if !solid.is_empty() {
            self.line.width = self.x + width(self.fonts, style, solid);
        }
        self.x += width(self.fonts, style, text);
    }

    /// A word with the spaces after it.
    fn word(&mut self, style: Style, word: &str) {
        let solid = width(self.fonts, style, word.trim_end_matches(' '));
        if self.x > 0.0 && self.x + solid > self.room {
            self.end_line();
        }
        if solid <= self.room {
            self.put(style, word);
            return;
        }
        // Wider than a whole line: broken where it has to be.
        let mut buffer = [0; 4];
        for c in word.chars() {
            let text = c.encode_utf8(&mut buffer);
            if self.x > 0.0 && self.x + width(self.fonts, style, text) > self.room {
                self.end_line();
            }
            self.put(style, text);
        }
    }
}

/// Breaks the pieces into lines no wider than `room` points. Text must have been cleaned.
pub(super) fn set(fonts: &Fonts, pieces: &[Piece], room: f32) -> Vec<Line> {
    let mut setter = Setter { fonts, room, lines: Vec::new(), line: Line::default(), x: 0.0 };
    for piece in pieces {
        for word in piece.text.split_inclusive(' ') {
            setter.word(piece.style, word);
        }
    }
    setter.end_line();
    setter.lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: f32) -> Vec<Line> {
        let fonts = Fonts::read().unwrap();
        set(&fonts, &[Piece::new(Style::plain(10.0), text)], room)
    }

    #[test]
    fn lines_are_never_wider_than_their_room_and_nothing_is_lost() {
        for text in ["un deux trois quatre cinq six", &"x".repeat(300), "a ", ""] {
            for room in [12.0, 40.0, 200.0] {
                let set = lines(text, room);
                assert!(set.iter().all(|line| line.width <= room), "{text} {room}");
                let all: String = set
                    .iter()
                    .flat_map(|line| line.pieces.iter().map(|piece| piece.text.as_str()))
                    .collect();
                assert_eq!(all, text);
            }
        }
    }

    #[test]
    fn a_line_does_not_break_at_a_no_break_space() {
        let set = lines("voilà\u{202f}! 23\u{a0}novembre", 68.0);
        assert_eq!(set.len(), 2);
        assert_eq!(set[1].pieces[0].text, "23\u{a0}novembre");
    }
}
