//! Temperature, weight and height, kept exactly as they were typed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Allowed, Invalid};

/// The unit that was written behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// None.
    Bare,
    Celsius,
    Fahrenheit,
    Kilograms,
    Pounds,
    Centimetres,
}

impl Unit {
    fn named(name: &str) -> Option<Self> {
        Some(match name.trim().to_lowercase().as_str() {
            "" => Self::Bare,
            "°c" | "c" | "°" => Self::Celsius,
            "°f" | "f" => Self::Fahrenheit,
            "kg" | "kgs" | "kilo" | "kilos" => Self::Kilograms,
            "lb" | "lbs" | "pounds" => Self::Pounds,
            "cm" => Self::Centimetres,
            _ => return None,
        })
    }
}

/// A decimal number, rounded to hundredths, and its unit. A decimal comma is read.
pub(crate) fn number(text: &str) -> Option<(i32, Unit)> {
    let text = text.trim();
    let end =
        text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    Some((hundredths(number)?, Unit::named(unit)?))
}

fn hundredths(text: &str) -> Option<i32> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 {
        return None;
    }
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    // A program that converts units writes 38.222222: rounded, never refused.
    let mut decimals = fraction.bytes().map(|b| i32::from(b - b'0')).chain([0, 0, 0]);
    let thousandths = (0..3).fold(0, |sum, _| 10 * sum + decimals.next().unwrap_or(0));
    Some(whole * 100 + (thousandths + 5) / 10)
}

macro_rules! measure {
    ($(#[$doc:meta])* $name:ident, $field:literal, $range:expr, $allowed:ident, $unit:ident, $words:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "i32", into = "i32")]
        pub struct $name(i32);

        impl $name {
            #[doc = concat!("Reads a number of ", $words, " rounded to two decimals; a decimal comma is read, and so is the unit's name.")]
            pub fn parse(text: &str) -> Result<Self, Invalid> {
                number(text)
                    .filter(|(_, unit)| matches!(unit, Unit::Bare | Unit::$unit))
                    .and_then(|(value, _)| Self::try_from(value).ok())
                    .ok_or_else(|| Invalid::new($field, Allowed::$allowed))
            }

            #[doc = concat!("The value in ", $words, ".")]
            pub fn get(self) -> f64 {
                f64::from(self.0) / 100.0
            }
        }

        impl TryFrom<i32> for $name {
            type Error = Invalid;
            /// From hundredths.
            fn try_from(hundredths: i32) -> Result<Self, Invalid> {
                let range: std::ops::RangeInclusive<i32> = $range;
                range
                    .contains(&hundredths)
                    .then_some(Self(hundredths))
                    .ok_or_else(|| Invalid::new($field, Allowed::$allowed))
            }
        }

        impl From<$name> for i32 {
            fn from(measure: $name) -> Self {
                measure.0
            }
        }

        /// Plain decimal with a point and no needless zeros: the form used in tables.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let (whole, fraction) = (self.0 / 100, self.0 % 100);
                match fraction {
                    0 => write!(f, "{whole}"),
                    f10 if f10 % 10 == 0 => write!(f, "{whole}.{}", f10 / 10),
                    _ => write!(f, "{whole}.{fraction:02}"),
                }
            }
        }
    };
}

measure! {
    /// Body temperature, 30 to 45 °C, to a hundredth.
    Temperature, "temperature", 3_000..=4_500, Temperature, Celsius, "degrees Celsius"
}
measure! {
    /// Body weight, 2 to 500 kg, to a hundredth.
    Weight, "weight", 200..=50_000, Weight, Kilograms, "kilograms"
}
measure! {
    /// Height, 50 to 250 cm, to a hundredth.
    Height, "height", 5_000..=25_000, Height, Centimetres, "centimetres"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_read_what_they_write_and_the_decimal_comma() {
        for text in ["38.2", "37", "36.95", "30", "45"] {
            assert_eq!(Temperature::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Temperature::parse("38,2").unwrap(), Temperature::parse("38.20").unwrap());
        assert_eq!(Temperature::parse("38.222222").unwrap().to_string(), "38.22");
        assert_eq!(Temperature::parse("37.996").unwrap().to_string(), "38");
        assert_eq!(Weight::parse("71.5").unwrap().get(), 71.5);
        assert_eq!(Temperature::parse("38,2 °C"), Temperature::parse("38.2"));
        assert_eq!(Weight::parse("71.5kg"), Weight::parse("71.5"));
        for text in ["29.99", "45.01", "382", "", ".", "3 8", "-38", "99999999999", "nan"] {
            assert!(Temperature::parse(text).is_err(), "{text}");
        }
        for text in ["154 lb", "38 °C", "71 cm"] {
            assert!(Weight::parse(text).is_err(), "{text}");
        }
    }
}
