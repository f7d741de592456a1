//! A temperature or a weight that is worth asking back: what was understood, and what it may be instead.

use crate::measure::{Unit, number};
use crate::{DailyEntry, Day, Height, Temperature, Weight};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Body temperature, °C.
    Temperature,
    /// Body weight, kg.
    Weight,
}

impl Measure {
    /// `temperature` or `weight`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Temperature => "temperature",
            Self::Weight => "weight",
        }
    }
}

/// Why a value is asked back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No living body has it. It is never recorded.
    Impossible,
    /// It was written with another unit. It is never recorded as it stands.
    OtherUnit,
    /// Possible, and far below what is usual.
    VeryLow,
    /// Possible, and far above what is usual.
    VeryHigh,
    /// A weight far from the one before.
    Changed,
    /// The weight is the person's height, or the two have changed places.
    IsHeight,
}

impl Why {
    /// A stable code, as in `impossible`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Impossible => "impossible",
            Self::OtherUnit => "other-unit",
            Self::VeryLow => "very-low",
            Self::VeryHigh => "very-high",
            Self::Changed => "changed",
            Self::IsHeight => "is-height",
        }
    }
}

/// What may have happened on the way from the thermometer or the scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Degrees Fahrenheit.
    Fahrenheit,
    /// Pounds.
    Pounds,
    /// The decimal point is missing or a place too far.
    Point,
    /// Two digits changed places.
    Swapped,
    /// A digit is missing; which one cannot be known.
    Digit,
}

impl Slip {
    /// A stable code, as in `fahrenheit`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fahrenheit => "fahrenheit",
            Self::Pounds => "pounds",
            Self::Point => "point",
            Self::Swapped => "swapped",
            Self::Digit => "digit",
        }
    }
}

/// What the value may be instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess {
    /// What may have happened.
    pub slip: Slip,
    /// The value it would then be, to a tenth, °C or kg; `None` when that cannot be known.
    pub value: Option<f64>,
}

/// A value worth asking back. Plain data for a shell to ask with; it holds what the person wrote,
/// so it belongs on their screen and in no log.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// What was measured.
    pub what: Measure,
    /// The number as it was understood: °C or kg, or the other unit it was written with.
    pub value: f64,
    /// Why it is asked back.
    pub why: Why,
    /// What it may be instead.
    pub guess: Option<Guess>,
    /// The weight it was compared with, kg, and its day.
    pub last: Option<(Day, f64)>,
}

/// What is known of the person's weight beside an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KnownBody {
    /// The weight nearest in time: the last before, or the first after.
    pub weight: Option<(Day, Weight)>,
    /// Height.
    pub height: Option<Height>,
}

/// Temperatures that are not asked back, hundredths of °C: 35 to 42.
const USUAL_TEMPERATURE: std::ops::RangeInclusive<i32> = 3_500..=4_200;
/// Weights that are not asked back when no other is known, hundredths of kg: 35 to 130.
const USUAL_WEIGHT: std::ops::RangeInclusive<i32> = 3_500..=13_000;
/// Days within which a weight is compared closely.
const MONTH: i32 = 31;
/// Per cent by which a weight may differ from one of the same month.
const CHANGE_IN_A_MONTH: i32 = 10;
/// Per cent by which it may differ from an older one.
const CHANGE_SINCE: i32 = 25;

impl Doubt {
    /// Why `text`, which the measure's own `parse` refuses, was refused, when it is a number at all.
    pub fn of_refused(what: Measure, text: &str) -> Option<Self> {
        let (value, unit) = number(text)?;
        let refused = match what {
            Measure::Temperature => Temperature::parse(text).is_err(),
            Measure::Weight => Weight::parse(text).is_err(),
        };
        if !refused {
            return None;
        }
        let (why, slip) = match (what, unit) {
            (Measure::Temperature, Unit::Fahrenheit) => (Why::OtherUnit, Some(Slip::Fahrenheit)),
            (Measure::Weight, Unit::Pounds) => (Why::OtherUnit, Some(Slip::Pounds)),
            // Degrees as a weight, or kilograms as a temperature: no number to guess from.
            (Measure::Temperature, Unit::Kilograms | Unit::Pounds)
            | (Measure::Weight, Unit::Celsius | Unit::Fahrenheit) => return None,
            _ => (Why::Impossible, None),
        };
        let guess = match slip {
            Some(slip) => Some(Guess { slip, value: Some(tenths(converted(slip, value))) }),
            None => guess(what, value, |guess| usual(what).contains(&guess)),
        };
        Some(Self { what, value: from_hundredths(value), why, guess, last: None })
    }

    /// Whether the value can be recorded once the person says that it is right.
    pub fn is_possible(&self) -> bool {
        !matches!(self.why, Why::Impossible | Why::OtherUnit)
    }

    /// A temperature that is worth asking back: under 35 or above 42 °C.
    pub fn of_temperature(temperature: Temperature) -> Option<Self> {
        let value = i32::from(temperature);
        let usual = USUAL_TEMPERATURE;
        let why = match () {
            () if value < *usual.start() => Why::VeryLow,
            () if value > *usual.end() => Why::VeryHigh,
            () => return None,
        };
        let what = Measure::Temperature;
        let guess = guess(what, value, |guess| usual.contains(&guess));
        Some(Self { what, value: from_hundredths(value), why, guess, last: None })
    }

    /// A weight on `day` that is worth asking back: more than 10 % away from one within a month
    /// (25 % from an older one); without any other, under 35 or above 130 kg; or the height.
    pub fn of_weight(weight: Weight, day: Day, known: &KnownBody) -> Option<Self> {
        let value = i32::from(weight);
        let last = known.weight;
        let near = |value: i32| match last {
            Some((on, last)) => {
                let month = day.since(on).abs() <= MONTH;
                let most = if month { CHANGE_IN_A_MONTH } else { CHANGE_SINCE };
                let last = i32::from(last);
                (value - last).abs() * 100 <= last * most
            }
            None => USUAL_WEIGHT.contains(&value),
        };
        if near(value) {
            return None;
        }
        let height = known.height.map(i32::from);
        // Within half a centimetre, or a height that can only be a weight.
        let is_height = height.is_some_and(|height| {
            (height - value).abs() <= 50 || (height < 12_000 && (12_000..=22_000).contains(&value))
        });
        let why = match last {
            _ if is_height => Why::IsHeight,
            Some(_) => Why::Changed,
            None if value < *USUAL_WEIGHT.start() => Why::VeryLow,
            None => Why::VeryHigh,
        };
        let what = Measure::Weight;
        let guess = if is_height { None } else { guess(what, value, near) };
        let last = last.map(|(on, last)| (on, last.get()));
        Some(Self { what, value: from_hundredths(value), why, guess, last })
    }
}

impl DailyEntry {
    /// The measures of this entry that are worth asking back before it is recorded.
    pub fn doubts(&self, known: &KnownBody) -> Vec<Doubt> {
        let temperature = self.measures.temperature.and_then(Doubt::of_temperature);
        let weight =
            self.measures.weight.and_then(|weight| Doubt::of_weight(weight, self.day, known));
        temperature.into_iter().chain(weight).collect()
    }
}

fn usual(what: Measure) -> std::ops::RangeInclusive<i32> {
    match what {
        Measure::Temperature => USUAL_TEMPERATURE,
        Measure::Weight => USUAL_WEIGHT,
    }
}

fn from_hundredths(value: i32) -> f64 {
    f64::from(value) / 100.0
}

/// To a tenth, as a thermometer or scales would show it.
fn tenths(hundredths: i32) -> f64 {
    (f64::from(hundredths) / 10.0).round() / 10.0
}

/// The hundredths that were meant, if this slip happened.
#[allow(clippy::cast_possible_truncation)] // at most 9999.99 in any unit
fn converted(slip: Slip, value: i32) -> i32 {
    match slip {
        Slip::Fahrenheit => (f64::from(value - 3_200) / 1.8).round() as i32,
        Slip::Pounds => (f64::from(value) * 0.453_592_37).round() as i32,
        Slip::Point | Slip::Swapped | Slip::Digit => value,
    }
}

/// The first of the usual slips that leads to a value that `fits`.
fn guess(what: Measure, value: i32, fits: impl Fn(i32) -> bool) -> Option<Guess> {
    let other_unit = match what {
        Measure::Temperature => Slip::Fahrenheit,
        Measure::Weight => Slip::Pounds,
    };
    let candidates = [
        (other_unit, Some(converted(other_unit, value))),
        (Slip::Point, (value % 100 == 0).then_some(value / 10)),
        (Slip::Point, Some(value / 100)),
        (Slip::Point, (value % 100 != 0).then_some(value * 10)),
        (Slip::Swapped, swapped(value, 1_000, 100)),
        (Slip::Swapped, swapped(value, 100, 10).filter(|_| value % 100 != 0 && value % 10 == 0)),
    ];
    let possible = |value: i32| match what {
        Measure::Temperature => Temperature::try_from(value).is_ok(),
        Measure::Weight => Weight::try_from(value).is_ok(),
    };
    let fitting = candidates.into_iter().find_map(|(slip, value)| {
        let value = value.filter(|value| possible(*value) && fits(*value))?;
        Some(Guess { slip, value: Some(tenths(value)) })
    });
    let digit = Guess { slip: Slip::Digit, value: None };
    fitting.or((value < 1_000).then_some(digit))
}

/// The number with the digits at these two places exchanged.
fn swapped(value: i32, high: i32, low: i32) -> Option<i32> {
    let (a, b) = (value / high % 10, value / low % 10);
    ((1_000..10_000).contains(&value) && a != b).then_some(value + (b - a) * high + (a - b) * low)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(what: Measure, text: &str) -> (Why, Option<(Slip, Option<f64>)>) {
        let doubt = Doubt::of_refused(what, text).unwrap_or_else(|| panic!("{text}"));
        assert!(!doubt.is_possible());
        (doubt.why, doubt.guess.map(|guess| (guess.slip, guess.value)))
    }

    #[test]
    fn an_impossible_temperature_says_what_it_may_be() {
        let t = Measure::Temperature;
        let (no, guess) = (Why::Impossible, |slip, value| Some((slip, Some(value))));
        assert_eq!(refused(t, "101.3"), (no, guess(Slip::Fahrenheit, 38.5)));
        assert_eq!(refused(t, "98,6"), (no, guess(Slip::Fahrenheit, 37.0)));
        assert_eq!(refused(t, "83"), (no, guess(Slip::Swapped, 38.0)));
        assert_eq!(refused(t, "73,4"), (no, guess(Slip::Swapped, 37.4)));
        assert_eq!(refused(t, "382"), (no, guess(Slip::Point, 38.2)));
        assert_eq!(refused(t, "3820"), (no, guess(Slip::Point, 38.2)));
        assert_eq!(refused(t, "3.82"), (no, guess(Slip::Point, 38.2)));
        assert_eq!(refused(t, "20"), (no, None));
        assert_eq!(refused(t, "3"), (no, Some((Slip::Digit, None))));
        assert_eq!(refused(t, "101.3 F"), (Why::OtherUnit, guess(Slip::Fahrenheit, 38.5)));
        assert_eq!(refused(t, "101,3°F"), (Why::OtherUnit, guess(Slip::Fahrenheit, 38.5)));
    }

    #[test]
    fn an_impossible_weight_says_what_it_may_be() {
        let w = Measure::Weight;
        let guess = |slip, value| Some((slip, Some(value)));
        assert_eq!(refused(w, "715"), (Why::Impossible, guess(Slip::Point, 71.5)));
        assert_eq!(refused(w, "7150"), (Why::Impossible, guess(Slip::Point, 71.5)));
        assert_eq!(refused(w, "154 lb"), (Why::OtherUnit, guess(Slip::Pounds, 69.9)));
        assert_eq!(refused(w, "1"), (Why::Impossible, Some((Slip::Digit, None))));
    }

    #[test]
    fn what_is_no_number_or_is_accepted_raises_no_doubt() {
        for text in ["", "hot", "38.222", "38 and a half", "12 stone"] {
            assert_eq!(Doubt::of_refused(Measure::Temperature, text), None, "{text}");
        }
        assert_eq!(Doubt::of_refused(Measure::Temperature, "38.2"), None);
        assert_eq!(Doubt::of_refused(Measure::Weight, "71,5 kg"), None);
        assert_eq!(Doubt::of_refused(Measure::Weight, "38 °C"), None);
    }

    fn temperature(text: &str) -> Option<(Why, Option<f64>)> {
        let doubt = Doubt::of_temperature(Temperature::parse(text).unwrap())?;
        assert!(doubt.is_possible());
        Some((doubt.why, doubt.guess.and_then(|guess| guess.value)))
    }

    #[test]
    fn a_temperature_under_35_or_above_42_is_asked_back() {
        assert_eq!(temperature("35"), None);
        assert_eq!(temperature("34.99"), Some((Why::VeryLow, None)));
        assert_eq!(temperature("32.8"), Some((Why::VeryLow, Some(38.2))));
        assert_eq!(temperature("30"), Some((Why::VeryLow, None)));
        assert_eq!(temperature("42"), None);
        assert_eq!(temperature("42.01"), Some((Why::VeryHigh, None)));
        assert_eq!(temperature("45"), Some((Why::VeryHigh, None)));
    }

    fn day(n: i32) -> Day {
        Day::from_ymd(2026, 11, 1).unwrap().plus(n)
    }

    fn weight(text: &str, last: Option<(i32, &str)>, height: Option<&str>) -> Option<Doubt> {
        let known = KnownBody {
            weight: last.map(|(n, last)| (day(n), Weight::parse(last).unwrap())),
            height: height.map(|height| Height::parse(height).unwrap()),
        };
        Doubt::of_weight(Weight::parse(text).unwrap(), day(0), &known)
    }

    fn likely(doubt: Option<Doubt>) -> Option<(Slip, Option<f64>)> {
        doubt.unwrap().guess.map(|guess| (guess.slip, guess.value))
    }

    #[test]
    fn a_weight_more_than_ten_per_cent_away_within_a_month_is_asked_back() {
        assert_eq!(weight("63", Some((-31, "70")), None), None);
        let doubt = weight("62.99", Some((-31, "70")), None).unwrap();
        assert_eq!((doubt.why, doubt.last), (Why::Changed, Some((day(-31), 70.0))));
        assert_eq!(weight("77", Some((-1, "70")), None), None);
        assert!(weight("77.01", Some((-1, "70")), None).is_some());
        // Two months later so much can be.
        assert_eq!(weight("60", Some((-32, "70")), None), None);
        assert!(weight("52", Some((-60, "70")), None).is_some());
        // Filled in later: the first after.
        assert!(weight("60", Some((5, "70")), None).is_some());
    }

    #[test]
    fn pounds_a_missing_point_swapped_digits_and_a_lone_digit_are_recognised() {
        let last = Some((-3, "70"));
        assert_eq!(likely(weight("154", last, None)), Some((Slip::Pounds, Some(69.9))));
        assert_eq!(likely(weight("154", None, None)), Some((Slip::Pounds, Some(69.9))));
        assert_eq!(likely(weight("7.1", last, None)), Some((Slip::Point, Some(71.0))));
        assert_eq!(likely(weight("17.5", last, None)), Some((Slip::Swapped, Some(71.5))));
        assert_eq!(likely(weight("6", last, None)), Some((Slip::Digit, None)));
        assert_eq!(likely(weight("6", None, None)), Some((Slip::Digit, None)));
        assert_eq!(likely(weight("50", last, None)), None);
    }

    #[test]
    fn a_heavy_or_a_light_person_is_asked_once() {
        assert_eq!(weight("150", None, None).unwrap().why, Why::VeryHigh);
        assert_eq!(weight("150", Some((-5, "151")), None), None);
        assert_eq!(weight("34", None, None).unwrap().why, Why::VeryLow);
        assert_eq!(weight("34", Some((-5, "34.5")), None), None);
    }

    #[test]
    fn a_height_in_the_place_of_the_weight_is_recognised() {
        let doubt = weight("171", Some((-3, "70")), Some("171")).unwrap();
        assert_eq!((doubt.why, doubt.guess), (Why::IsHeight, None));
        assert_eq!(weight("171", None, Some("171.5")).unwrap().why, Why::IsHeight);
        // Both were given the wrong way round.
        assert_eq!(weight("171", None, Some("71")).unwrap().why, Why::IsHeight);
        assert_eq!(weight("90", None, Some("190")), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_and_any_weight_give_a_doubt_or_none_and_never_a_panic(
            text: String, value in 200i32..50_000, last in 200i32..50_000, days in -400i32..400,
        ) {
            let _ = Doubt::of_refused(Measure::Temperature, &text);
            let _ = Doubt::of_refused(Measure::Weight, &format!("{value} {text}"));
            let weight = Weight::try_from(value).unwrap();
            let last = Weight::try_from(last).unwrap();
            let known = KnownBody { weight: Some((day(days), last)), height: None };
            if let Some(Guess { value: Some(guess), .. }) =
                Doubt::of_weight(weight, day(0), &known).and_then(|doubt| doubt.guess)
            {
                // What is offered would not be asked back again, but for the rounding to a tenth.
                let hundredths = Weight::parse(&format!("{guess:.2}")).unwrap();
                let again = Doubt::of_weight(hundredths, day(0), &known);
                let close = again.is_none_or(|_| {
                    let last = last.get();
                    let most = if days.abs() <= 31 { 0.10 } else { 0.25 };
                    (guess - last).abs() <= last * most + 0.06
                });
                proptest::prop_assert!(close);
            }
        }
    }
}
