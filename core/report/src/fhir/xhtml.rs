//! The only writer of XHTML: few elements, no attribute from anyone else, every text escaped.

/// A `<div>` that grows.
pub(super) struct Xhtml {
    out: String,
}

impl Xhtml {
    /// Begins the division in this language.
    pub fn new(lang: &str) -> Self {
        let out = format!(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{lang}\" xml:lang=\"{lang}\">"
        );
        Self { out }
    }

    /// An element that holds text only.
    pub fn element(&mut self, name: &'static str, text: &str) {
        self.open(name);
        self.text(text);
        self.close(name);
    }

    /// Begins an element.
    pub fn open(&mut self, name: &'static str) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Ends it.
    pub fn close(&mut self, name: &'static str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Text as it is, line by line. Whatever would be markup is text here.
    pub fn text(&mut self, text: &str) {
        for (number, line) in readable(text).split('\n').enumerate() {
            if number > 0 {
                self.out.push_str("<br/>");
            }
            for c in line.chars() {
                match c {
                    '&' => self.out.push_str("&amp;"),
                    '<' => self.out.push_str("&lt;"),
                    '>' => self.out.push_str("&gt;"),
                    '"' => self.out.push_str("&quot;"),
                    '\'' => self.out.push_str("&#39;"),
                    _ => self.out.push(c),
                }
            }
        }
    }

    /// The whole division.
    pub fn finish(mut self) -> String {
        self.close("div");
        self.out
    }
}

/// Text that XML 1.0 and FHIR can hold: a sign they forbid becomes U+FFFD, so that it is seen; so does one that turns the
/// writing around, which could make a reader see another text. Lines end in one way.
pub(super) fn readable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let forbidden = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(forbidden, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_never_becomes_markup() {
        let mut page = Xhtml::new("fr");
        page.element("p", "<b onclick='x'>a & \"b\"</b>\r\n]]>\u{0}\u{b}\u{ffff}\u{202e}\tfin");
        assert_eq!(
            page.finish(),
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\" xml:lang=\"fr\"><p>&lt;b \
             onclick=&#39;x&#39;&gt;a &amp; &quot;b&quot;&lt;/b&gt;<br/>]]&gt;\u{fffd}\u{fffd}\u{fffd}\
             \u{fffd}\tfin</p></div>"
        );
    }
}
