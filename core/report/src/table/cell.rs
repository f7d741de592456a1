//! What one row of the diary table says, to and from an entry.

use std::borrow::Cow;

use vigie_model::{
    Alarm, Allowed, Answer, Author, DailyEntry, Day, Invalid, Item, Label, Note, PainQuality,
    PainSite, Painkiller, PerformanceStatus, Temperature, Weight,
};

use super::defuse::{defused, shown};
use super::{Beside, PromptRow};

/// What one row says.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// An item and its answer.
    Answer(Item, Answer),
    /// Temperature.
    Temperature(Temperature),
    /// Weight.
    Weight(Weight),
    /// General state.
    State(PerformanceStatus),
    /// Treatment given, with its name if known.
    Administration(Option<Label>),
    /// Treatment changed, with a word on it if known.
    TreatmentChange(Option<Label>),
    /// An alarm sign.
    Tick(Alarm),
    /// 'Too unwell today'.
    TooUnwell,
    /// The rating was taken over from the day before.
    Same(Item),
    /// This pain woke the person.
    Night(PainSite),
    /// What this pain feels like.
    Quality(PainSite, PainQuality),
    /// A painkiller taken.
    Painkiller(Painkiller),
    /// A note.
    Note(Note),
    /// A question for the next consultation.
    Question(Note),
    /// Who answered what stands in the rows of this day that follow: a sitting of their own.
    Author(Author),
    /// No part of an entry.
    Beside(Box<Beside>),
}

const YES: &str = "yes";
const NO: &str = "no";

impl TableCell {
    /// Reads the columns `date`, `item` and `value`.
    ///
    /// # Errors
    /// [`Invalid`] naming the item and what it accepts.
    pub fn parse(day: Day, item: &str, value: &str) -> Result<Self, Invalid> {
        let (item, value) = (&*shown(item.trim()), &*shown(value.trim()));
        if let Some((kind, rest)) = item.split_once(':')
            && let Some(cell) = Self::parse_prefixed(kind, rest, day, value)
        {
            return cell;
        }
        let named = || match value {
            "" => Ok(None),
            name => Label::new(item, name).map(Some),
        };
        match item {
            "temperature" => Temperature::parse(value).map(Self::Temperature),
            "weight" => Weight::parse(value).map(Self::Weight),
            "performance" => PerformanceStatus::parse(value).map(Self::State),
            "administration" => named().map(Self::Administration),
            "treatment_change" => named().map(Self::TreatmentChange),
            "too-unwell" => match value {
                "" | YES | "1" | "true" => Ok(Self::TooUnwell),
                _ => Err(Invalid::new(item, Allowed::KnownCode)),
            },
            "note" => Note::new("note", value).map(Self::Note),
            "question" => Note::new("question", value).map(Self::Question),
            "author" if value.is_empty() => Ok(Self::Author(Author::Person)),
            "author" => {
                let name = Label::new("author", value)?;
                Ok(Self::Author(Author::Caregiver(name)))
            }
            "prompt" => PromptRow::from_json(day, value).map(|row| beside(Beside::Prompt(row))),
            _ => {
                let item: Item = item.parse()?;
                // The item's name is made only for an error: most rows have none.
                let answer = Answer::parse("", value);
                match answer.or_else(|_| Answer::parse(&item.field(), value)) {
                    Ok(answer) => Ok(Self::Answer(item, answer)),
                    Err(error) => Err(error),
                }
            }
        }
    }

    /// `tick:…` and its like; `None` for items that have a colon of their own.
    fn parse_prefixed(
        kind: &str,
        rest: &str,
        day: Day,
        value: &str,
    ) -> Option<Result<Self, Invalid>> {
        let happened = |field: &str| match value {
            "" | YES | "1" | "true" => Ok(()),
            _ => Err(Invalid::new(field, Allowed::KnownCode)),
        };
        let told = |field: &str| match value {
            "" => Ok(None),
            YES => Ok(Some(true)),
            NO => Ok(Some(false)),
            _ => Err(Invalid::new(field, Allowed::KnownCode)),
        };
        Some(match kind {
            "tick" => happened("ticks").and_then(|()| Alarm::from_code(rest).map(Self::Tick)),
            "same" => happened(kind).and_then(|()| rest.parse().map(Self::Same)),
            "night" => happened(kind).and_then(|()| rest.parse().map(Self::Night)),
            "quality" => rest
                .parse()
                .and_then(|site| Ok(Self::Quality(site, PainQuality::from_code(value)?))),
            "painkiller" => Label::new("painkiller", rest)
                .and_then(|name| Ok(Self::Painkiller(Painkiller { name, helped: told(kind)? }))),
            _ => return Some(Beside::parse(kind, rest, day, value)?.map(beside)),
        })
    }

    /// The column `item`. No spreadsheet runs it.
    pub fn item(&self) -> Cow<'static, str> {
        match self.plain_item() {
            Cow::Owned(text) => defused(&text).into_owned().into(),
            plain => plain,
        }
    }

    fn plain_item(&self) -> Cow<'static, str> {
        match self {
            Self::Answer(item, _) => item.to_string().into(),
            Self::Temperature(_) => "temperature".into(),
            Self::Weight(_) => "weight".into(),
            Self::State(_) => "performance".into(),
            Self::Administration(_) => "administration".into(),
            Self::TreatmentChange(_) => "treatment_change".into(),
            Self::Tick(alarm) => format!("tick:{alarm}").into(),
            Self::TooUnwell => "too-unwell".into(),
            Self::Same(item) => format!("same:{item}").into(),
            Self::Night(site) => format!("night:{site}").into(),
            Self::Quality(site, _) => format!("quality:{site}").into(),
            Self::Painkiller(painkiller) => {
                format!("painkiller:{}", painkiller.name.as_str()).into()
            }
            Self::Note(_) => "note".into(),
            Self::Question(_) => "question".into(),
            Self::Author(_) => "author".into(),
            Self::Beside(beside) => beside.item().into(),
        }
    }

    /// The column `value`. No spreadsheet runs it.
    pub fn value(&self) -> String {
        match defused(&self.plain_value()) {
            Cow::Owned(defused) => defused,
            Cow::Borrowed(plain) => plain.to_owned(),
        }
    }

    fn plain_value(&self) -> String {
        let name = |name: &Option<Label>| {
            name.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default()
        };
        match self {
            Self::Answer(_, answer) => answer.code(),
            Self::Temperature(value) => value.to_string(),
            Self::Weight(value) => value.to_string(),
            Self::State(state) => state.get().to_string(),
            Self::Administration(label) | Self::TreatmentChange(label) => name(label),
            Self::Tick(_) | Self::TooUnwell | Self::Same(_) | Self::Night(_) => YES.to_owned(),
            Self::Quality(_, quality) => quality.code().to_owned(),
            Self::Painkiller(painkiller) => match painkiller.helped {
                None => String::new(),
                Some(true) => YES.to_owned(),
                Some(false) => NO.to_owned(),
            },
            Self::Note(text) | Self::Question(text) => text.as_str().to_owned(),
            Self::Author(Author::Person) => String::new(),
            Self::Author(Author::Caregiver(name)) => name.as_str().to_owned(),
            Self::Beside(beside) => beside.value(),
        }
    }

    /// Everything an entry says, in a fixed order; not who says it.
    pub fn of(entry: &DailyEntry) -> Vec<Self> {
        let mut cells = Vec::new();
        if entry.too_unwell {
            cells.push(Self::TooUnwell);
        }
        cells.extend(entry.state.map(Self::State));
        cells.extend(entry.answers.iter().map(|(item, a)| Self::Answer(item.clone(), *a)));
        cells.extend(entry.same_as_before.iter().cloned().map(Self::Same));
        for (site, detail) in &entry.pains {
            cells.extend(detail.quality.map(|quality| Self::Quality(*site, quality)));
            cells.extend(detail.wakes_at_night.then_some(Self::Night(*site)));
        }
        cells.extend(entry.measures.temperature.map(Self::Temperature));
        cells.extend(entry.measures.weight.map(Self::Weight));
        cells.extend(entry.ticks.iter().copied().map(Self::Tick));
        cells.extend(entry.administration.clone().map(Self::Administration));
        cells.extend(entry.treatment_change.clone().map(Self::TreatmentChange));
        cells.extend(entry.painkillers.iter().cloned().map(Self::Painkiller));
        cells.extend(entry.note.clone().map(Self::Note));
        cells.extend(entry.question.clone().map(Self::Question));
        cells
    }

    /// Puts this into an entry of the same day: `true` when it was not there yet. Gives it back
    /// when its place is taken by something else: a second sitting of the day. What is no part of an entry has no place in it,
    /// and who answers is for the caller to know: nothing is done.
    pub fn put(self, entry: &mut DailyEntry) -> Result<bool, Self> {
        fn place<T: PartialEq>(slot: &mut Option<T>, value: T) -> Result<bool, T> {
            match slot {
                Some(there) if *there == value => Ok(false),
                Some(_) => Err(value),
                None => {
                    *slot = Some(value);
                    Ok(true)
                }
            }
        }
        match self {
            Self::Answer(item, answer) => match entry.answers.get(&item) {
                Some(there) if *there == answer => Ok(false),
                Some(_) => Err(Self::Answer(item, answer)),
                None => {
                    entry.answers.insert(item, answer);
                    Ok(true)
                }
            },
            Self::Temperature(value) => {
                place(&mut entry.measures.temperature, value).map_err(Self::Temperature)
            }
            Self::Weight(value) => place(&mut entry.measures.weight, value).map_err(Self::Weight),
            Self::State(state) => place(&mut entry.state, state).map_err(Self::State),
            Self::Administration(name) => {
                place(&mut entry.administration, name).map_err(Self::Administration)
            }
            Self::TreatmentChange(name) => {
                place(&mut entry.treatment_change, name).map_err(Self::TreatmentChange)
            }
            Self::Tick(alarm) => Ok(entry.ticks.insert(alarm)),
            Self::TooUnwell => Ok(!std::mem::replace(&mut entry.too_unwell, true)),
            Self::Same(item) => Ok(entry.same_as_before.insert(item)),
            Self::Night(site) => {
                let detail = entry.pains.entry(site).or_default();
                Ok(!std::mem::replace(&mut detail.wakes_at_night, true))
            }
            Self::Quality(site, quality) => {
                place(&mut entry.pains.entry(site).or_default().quality, quality)
                    .map_err(|quality| Self::Quality(site, quality))
            }
            Self::Painkiller(painkiller) => {
                entry.painkillers.push(painkiller);
                Ok(true)
            }
            Self::Note(text) => place(&mut entry.note, text).map_err(Self::Note),
            Self::Question(text) => place(&mut entry.question, text).map_err(Self::Question),
            Self::Author(_) | Self::Beside(_) => Ok(false),
        }
    }
}

fn beside(beside: Beside) -> TableCell {
    TableCell::Beside(Box::new(beside))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Day = Day::FIRST;

    fn reads_back(item: &str, value: &str) {
        let cell = TableCell::parse(DAY, item, value).unwrap();
        assert_eq!((cell.item().as_ref(), cell.value().as_str()), (item, value));
    }

    #[test]
    fn every_kind_of_row_reads_back() {
        for (item, value) in [
            ("fatigue", "7"),
            ("pain:hip-left", "0"),
            ("own:acute pain", "skipped"),
            ("own:time: evening", "3"),
            ("nausea", "too-unwell"),
            ("temperature", "38.2"),
            ("weight", "71.5"),
            ("performance", "2"),
            ("administration", ""),
            ("administration", "FOLFOX"),
            ("treatment_change", "dose −20 %"),
            ("tick:chest-pain", "yes"),
            ("too-unwell", "yes"),
            ("same:fatigue", "yes"),
            ("night:lower-back", "yes"),
            ("quality:lower-back", "band"),
            ("painkiller:paracétamol", "no"),
            ("note", "un mot, « entre guillemets »\nsur deux lignes"),
            ("question", "?"),
            ("author", "Paul"),
            ("author", ""),
        ] {
            reads_back(item, value);
        }
    }

    #[test]
    fn a_formula_is_defused_and_comes_back_as_it_was_written() {
        for text in ["=1+1", "+33", "-2", "@x", "'quoted'", "'=x", "plain", "it's"] {
            let note = TableCell::Note(Note::new("note", text).unwrap());
            let value = note.value();
            assert!(!value.starts_with(['=', '+', '-', '@']), "{value}");
            assert_eq!(TableCell::parse(DAY, "note", &value).unwrap(), note);
        }
    }

    #[test]
    fn a_bad_value_names_the_item_and_what_it_accepts() {
        let refused = |item, value| TableCell::parse(DAY, item, value).unwrap_err();
        assert_eq!(refused("fatigue", "11"), Invalid::new("fatigue", Allowed::Rating));
        assert_eq!(refused("fever", "1"), Invalid::new("item", Allowed::Item));
        assert_eq!(refused("performance", "5"), Invalid::new("performance", Allowed::State));
        assert_eq!(refused("tick:chest-pain", "no"), Invalid::new("ticks", Allowed::KnownCode));
        assert_eq!(refused("tick:bored", "yes"), Invalid::new("ticks", Allowed::Alarm));
        assert_eq!(refused("note", " "), Invalid::new("note", Allowed::NotEmpty));
    }
}
