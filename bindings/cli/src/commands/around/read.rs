//! From what was typed to what is kept: days, codes and texts, read the way a tired person writes them.

use std::str::FromStr;

use vigie_journal::{Author, Day, Invalid, Label, Note, Words, folded};

use crate::args::around::Typed;

/// Reads in the person's language, on a day.
#[derive(Clone, Copy)]
pub struct Reader {
    pub words: &'static Words,
    pub today: Day,
}

/// Days that have a name beside their date, in either language.
const NAMED_DAYS: [(&str, i32); 7] = [
    ("hier", -1),
    ("yesterday", -1),
    ("aujourd'hui", 0),
    ("aujourd’hui", 0),
    ("today", 0),
    ("demain", 1),
    ("tomorrow", 1),
];

impl Reader {
    /// A day: `2026-11-23`, `23/11/2026`, `hier`, `yesterday`.
    pub fn day(self, text: &str) -> Result<Day, Invalid> {
        let name = text.trim().to_lowercase();
        match NAMED_DAYS.iter().find(|(named, _)| *named == name) {
            Some((_, days)) => Ok(self.today.plus(*days)),
            None => slashed(&name).map_or_else(|| name.parse(), Ok),
        }
    }

    /// The day that was given, or today.
    pub fn day_or_today(self, text: Option<&str>) -> Result<Day, Invalid> {
        text.map_or(Ok(self.today), |text| self.day(text))
    }

    /// A day, or none any more for an empty text.
    pub fn day_or_none(self, text: &str) -> Result<Option<Day>, Invalid> {
        given(text).map(|text| self.day(text)).transpose()
    }

    /// A member of a closed list: its code, its name in the person's language whatever its accents, or a word that only this
    /// name has.
    pub fn code<T: FromStr<Err = Invalid>>(self, field: &str, text: &str) -> Result<T, Invalid> {
        let wanted = folded(text.trim());
        meant(&self.words.codes(field), &wanted).unwrap_or(&wanted).parse()
    }

    /// A member of a closed list, or none any more for an empty text.
    pub fn code_or_none<T: FromStr<Err = Invalid>>(
        self,
        field: &str,
        text: &str,
    ) -> Result<Option<T>, Invalid> {
        given(text).map(|text| self.code(field, text)).transpose()
    }

    /// Who tells it.
    pub fn author(self, typed: &Typed) -> Result<Author, Invalid> {
        let name = typed.get("by").map(|name| Label::new("name", name)).transpose()?;
        Ok(name.map_or(Author::Person, Author::Caregiver))
    }
}

/// `3/12/2026`: the day first, in either language.
fn slashed(text: &str) -> Option<Day> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |text: &str| (1..=2).contains(&text.len());
    if parts.next().is_some() || !short(day) || !short(month) || year.len() != 4 {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Words that turn a name round: `pas clair` is not meant by `clair`.
const TURNING: [&str; 7] = ["pas", "non", "not", "sans", "no", "moins", "mal"];

/// Words that say nothing of what is meant among treatments.
const ANY: [&str; 4] = ["traitement", "treatment", "therapie", "therapy"];

/// The code that a folded text stands for beside the codes themselves: by the whole name, by the first word of one only, or by a
/// longer word of one only.
fn meant(codes: &[(&'static str, String)], wanted: &str) -> Option<&'static str> {
    /// Signs of a word that is understood wherever it stands.
    const LONG: usize = 4;
    if codes.iter().any(|(code, _)| *code == wanted) {
        return None;
    }
    let names: Vec<(&'static str, String)> =
        codes.iter().map(|(code, name)| (*code, folded(name))).collect();
    if let Some((code, _)) = names.iter().find(|(_, name)| name == wanted) {
        return Some(code);
    }
    fn words(name: &str) -> impl Iterator<Item = &str> {
        name.split(|sign: char| !sign.is_alphanumeric() && sign != '-').filter(|it| !it.is_empty())
    }
    if wanted.is_empty() || ANY.contains(&wanted) {
        return None;
    }
    let only = |holds: &dyn Fn(&str) -> bool| {
        let mut found = names.iter().filter(|(_, name)| holds(name));
        let (code, _) = found.next()?;
        found.next().is_none().then_some(*code)
    };
    let turned = |name: &str| words(name).any(|word| TURNING.contains(&word));
    only(&|name| words(name).next() == Some(wanted)).or_else(|| {
        let long = wanted.chars().count() >= LONG;
        only(&|name| long && !turned(name) && words(name).any(|word| word == wanted))
    })
}

/// A text that says something.
pub fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// A short text, or none any more for an empty one.
pub fn label_or_none(field: &str, text: &str) -> Result<Option<Label>, Invalid> {
    given(text).map(|text| Label::new(field, text)).transpose()
}

/// A text, or none any more for an empty one.
pub fn note_or_none(field: &str, text: &str) -> Result<Option<Note>, Invalid> {
    given(text).map(|text| Note::new(field, text)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_journal::{Allowed, Helped, ImagingKind, Lang};

    fn reader(lang: Lang) -> Reader {
        Reader { words: Words::of(lang), today: "2026-11-23".parse().unwrap() }
    }

    #[test]
    fn a_day_has_a_date_or_a_name_in_either_language() {
        for (typed, day) in [
            ("2026-11-20", "2026-11-20"),
            (" Hier ", "2026-11-22"),
            ("yesterday", "2026-11-22"),
            ("aujourd'hui", "2026-11-23"),
            ("demain", "2026-11-24"),
            ("3/12/2026", "2026-12-03"),
            ("03/12/2026", "2026-12-03"),
        ] {
            assert_eq!(reader(Lang::Fr).day(typed).unwrap().to_string(), day);
        }
        for refused in ["", "11/23/2026", "30/02/2026", "3/12/26", "3/12", "2026-02-30", "bientôt"]
        {
            assert_eq!(reader(Lang::En).day(refused).unwrap_err().allowed, Allowed::Date);
        }
        assert_eq!(reader(Lang::En).day_or_none(" ").unwrap(), None);
    }

    #[test]
    fn a_code_is_understood_by_its_name_too() {
        for typed in ["mri", "IRM", " irm "] {
            assert_eq!(reader(Lang::Fr).code("imaging", typed), Ok(ImagingKind::Mri), "{typed}");
        }
        for typed in ["ultrasound", "échographie", "Echographie"] {
            assert_eq!(reader(Lang::Fr).code("imaging", typed), Ok(ImagingKind::Ultrasound));
        }
        let refused = reader(Lang::Fr).code::<ImagingKind>("imaging", "photo").unwrap_err();
        assert_eq!((refused.field.as_str(), refused.allowed), ("imaging", Allowed::KnownCode));
        assert_eq!(reader(Lang::Fr).code_or_none::<Helped>("helped", ""), Ok(None));
    }

    #[test]
    fn a_word_that_only_one_name_has_is_understood() {
        let code = |field: &str, typed: &str| {
            let codes = Words::of(Lang::Fr).codes(field);
            meant(&codes, &folded(typed)).map(str::to_owned)
        };
        for (field, typed, meant) in [
            ("consent", "essai", "trial"),
            ("helped", "beaucoup", "much"),
            ("relief", "bon", "good"),
            ("relief", "sans", "none"),
            ("change", "reporté", "delayed"),
            ("role", "Oncologue", "oncologist"),
            ("role", "infirmiere", "nurse"),
            ("medicine", "douleur", "painkiller"),
            ("schedule", "besoin", "as-needed"),
        ] {
            assert_eq!(code(field, typed).as_deref(), Some(meant), "{typed}");
        }
        // Several could be meant, or the contrary of what the name says.
        for (field, typed) in [
            ("relief", "effet"),
            ("helped", "aidé"),
            ("conclusion", "clair"),
            ("conclusion", "bien"),
            ("conclusion", "pas"),
            ("reason", "supporté"),
            ("treatment", "traitement"),
            ("change", "dose"),
            ("medicine", ""),
        ] {
            assert_eq!(code(field, typed), None, "{typed}");
        }
    }
}
