//! How it is said: French and English, plurals, dates, numbers.
//!
//! Every sentence the product says stands in `locales/`, once in French and once in English, and
//! is reached by [`Words`]. A test holds the two together: same messages, same arguments, French
//! typography.

mod around;
mod catalogue;
mod dates;
mod doubts;
mod folded;
pub mod licences;
mod numbers;

pub use folded::{folded, is_same};

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language, French first.
    pub const ALL: &'static [Self] = &[Self::Fr, Self::En];

    /// `fr` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// 2,048 words, one a line, to draw a passphrase from that is told over the telephone: the lists of BIP-39, as the crate
    /// `bip39` 3.0.0 has them (CC0-1.0).
    pub fn word_list(self) -> &'static str {
        match self {
            Self::Fr => include_str!("../lists/fr.txt"),
            Self::En => include_str!("../lists/en.txt"),
        }
    }

    /// The language of a locale name such as `fr_FR.UTF-8`: French for French, English otherwise.
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("fr") { Self::Fr } else { Self::En }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Fr => langid!("fr"),
            Self::En => langid!("en"),
        }
    }

    fn sources(self) -> &'static [&'static str] {
        match self {
            Self::Fr => &[
                include_str!("../locales/fr/catalogue.ftl"),
                include_str!("../locales/fr/around.ftl"),
                include_str!("../locales/fr/rules.ftl"),
                include_str!("../locales/fr/packs.ftl"),
                include_str!("../locales/fr/report.ftl"),
                include_str!("../locales/fr/fhir.ftl"),
                include_str!("../locales/fr/page.ftl"),
                include_str!("../locales/fr/guide.ftl"),
                include_str!("../locales/fr/errors.ftl"),
                include_str!("../locales/fr/command.ftl"),
                include_str!("../locales/fr/command-around.ftl"),
                include_str!("../locales/fr/app.ftl"),
                include_str!("../locales/fr/app-beside.ftl"),
                include_str!("../locales/fr/app-care.ftl"),
                include_str!("../locales/fr/app-settings.ftl"),
                include_str!("../locales/fr/app-desk.ftl"),
            ],
            Self::En => &[
                include_str!("../locales/en/catalogue.ftl"),
                include_str!("../locales/en/around.ftl"),
                include_str!("../locales/en/rules.ftl"),
                include_str!("../locales/en/packs.ftl"),
                include_str!("../locales/en/report.ftl"),
                include_str!("../locales/en/fhir.ftl"),
                include_str!("../locales/en/page.ftl"),
                include_str!("../locales/en/guide.ftl"),
                include_str!("../locales/en/errors.ftl"),
                include_str!("../locales/en/command.ftl"),
                include_str!("../locales/en/command-around.ftl"),
                include_str!("../locales/en/app.ftl"),
                include_str!("../locales/en/app-beside.ftl"),
                include_str!("../locales/en/app-care.ftl"),
                include_str!("../locales/en/app-settings.ftl"),
                include_str!("../locales/en/app-desk.ftl"),
            ],
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::ALL.iter().copied().find(|lang| lang.code() == code).ok_or(UnknownLang)
    }
}

/// Neither `fr` nor `en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLang;

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fr | en")
    }
}

impl std::error::Error for UnknownLang {}

/// One argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A count; it chooses the plural form and is written in the language's way.
    Count(i64),
    /// Text, put in as it is.
    Text(std::borrow::Cow<'a, str>),
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<i32> for Arg<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// Everything that can be said in one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of one language; read once for the whole program.
    pub fn of(lang: Lang) -> &'static Self {
        static FR: OnceLock<Words> = OnceLock::new();
        static EN: OnceLock<Words> = OnceLock::new();
        match lang {
            Lang::Fr => FR.get_or_init(|| Self::load(lang)),
            Lang::En => EN.get_or_init(|| Self::load(lang)),
        }
    }

    fn load(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        // The marks around arguments guard mixed writing directions; they would break comparisons
        // and the PDF's text. The report isolates right-to-left text itself.
        bundle.set_use_isolating(false);
        // The formatter is a plain function pointer, so each language has its own.
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| count(Lang::Fr, value),
            Lang::En => |value, _| count(Lang::En, value),
        }));
        for source in lang.sources() {
            // A source that does not parse keeps what parsed; the tests refuse it.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `id`, or its attribute when written `id.attribute`.
    pub fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message `id` with its arguments. An unknown message gives its id; the tests of each
    /// crate see to it that this does not happen.
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let pattern = self.bundle.get_message(message).and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|a| a.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            debug_assert!(false, "no message {id}");
            return id.to_owned();
        };
        let mut fluent_args = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Count(count) => fluent_args.set(*name, *count),
                Arg::Text(text) => fluent_args.set(*name, text.as_ref()),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent_args), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text.into_owned()
    }

    /// Whether the message `id` exists.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The list as one would say it: `a, b et c`.
    pub fn list(&self, parts: &[String]) -> String {
        let and = match self.lang {
            Lang::Fr => " et ",
            Lang::En => " and ",
        };
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// A number inside a message, written the way of the language.
fn count(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::decimal(lang, number.value, 0)),
        _ => None,
    }
}

/// The text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The text with a small first letter, as inside a sentence. The English “I” stays what it is.
pub fn lowered(text: &str) -> String {
    if text.starts_with("I ") {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Text that somebody else wrote, as it can be shown in a line: what steers a terminal, turns the writing around or cannot
/// be seen is made visible instead.
pub fn one_line(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    text.replace(steers, "\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_to_draw_from_differ_by_their_first_four_letters_without_accents() {
        for &lang in Lang::ALL {
            let plain = |c| match c {
                'é' | 'è' | 'ê' => 'e',
                'â' => 'a',
                'î' => 'i',
                'ô' => 'o',
                'û' => 'u',
                'ç' => 'c',
                other => other,
            };
            let words: Vec<String> =
                lang.word_list().lines().map(|word| word.chars().map(plain).collect()).collect();
            assert_eq!(words.len(), 2048);
            assert!(words.iter().flat_map(|word| word.chars()).all(|c| c.is_ascii_lowercase()));
            assert!(words.iter().all(|word| (3..=8).contains(&word.len())));
            let begun: std::collections::BTreeSet<&str> =
                words.iter().map(|word| word.get(..4).unwrap_or(word)).collect();
            assert_eq!(begun.len(), 2048, "{lang}");
        }
    }

    #[test]
    fn what_somebody_else_wrote_cannot_steer_a_terminal() {
        assert_eq!(one_line("a\u{1b}[2Jb\nc\u{202e}d"), "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d");
        let unseen = "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{61c}\u{2060}\u{feff}";
        assert_eq!(one_line(unseen), "\u{FFFD}".repeat(8));
        assert_eq!(one_line("Équipe d’oncologie\u{202f}: 6"), "Équipe d’oncologie\u{202f}: 6");
    }

    #[test]
    fn the_english_i_keeps_its_size() {
        assert_eq!(lowered("I feel really ill"), "I feel really ill");
        assert_eq!(lowered("Il fait froid"), "il fait froid");
    }
}
