//! Blood tests and markers: a value as it stands on the laboratory's sheet, with its own unit and range.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{Allowed, Day, Invalid, Label};

coded! {
    /// The sign before a value outside what the laboratory can measure.
    Comparator "lab" {
        /// Below the value.
        Less "<",
        /// Above the value.
        Greater ">",
    }
}

/// A decimal number as it was printed, with as many decimals: `12.30` stays `12.30`.
///
/// Written `12.3`, `<0.5` or `>1000`; a decimal comma is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabValue {
    /// Below or above the number.
    pub comparator: Option<Comparator>,
    /// The digits, without the point.
    digits: u64,
    /// How many of them stand behind the point, 0 to 6.
    decimals: u8,
}

impl LabValue {
    /// Most decimals.
    const MOST_DECIMALS: usize = 6;
    /// Most digits in all: what a binary fraction holds exactly as printed.
    const MOST_DIGITS: usize = 15;

    /// The number, without its comparator.
    #[allow(clippy::cast_precision_loss)] // 15 digits fit.
    pub fn get(self) -> f64 {
        self.digits as f64 / 10f64.powi(i32::from(self.decimals))
    }

    /// How many digits stand behind the point, 0 to 6.
    pub fn decimals(self) -> usize {
        usize::from(self.decimals).min(Self::MOST_DECIMALS)
    }

    /// Ten to a power times the number, exactly: the point moves, and digits are added or taken away only where it cannot. Zeros
    /// that stand behind the point only because it moved go: they were never printed as decimals, and `150,000` reads as a
    /// thousand times as much. `None` when it would need more digits or decimals than a value has.
    pub(crate) fn times_ten_to(self, power: i32) -> Option<Self> {
        let most = 10u64.pow(u32::try_from(Self::MOST_DIGITS).ok()?);
        let decimals = i32::try_from(self.decimals()).ok()?.checked_sub(power)?;
        let decimals_kept = decimals.clamp(0, i32::try_from(Self::MOST_DECIMALS).ok()?);
        let ten_to = |power: i32| 10u64.checked_pow(u32::try_from(power).ok()?);
        let digits = match self.digits {
            0 => 0,
            // Zeros are added before the point …
            digits if decimals < 0 => digits.checked_mul(ten_to(-decimals)?)?,
            // … or taken away behind it, which nothing else may be.
            digits => {
                let zeros = ten_to(decimals - decimals_kept)?;
                (digits % zeros == 0).then_some(digits / zeros)?
            }
        };
        let (mut digits, mut decimals) = (digits, u8::try_from(decimals_kept).ok()?);
        while self.decimals == 0 && decimals > 0 && digits % 10 == 0 {
            (digits, decimals) = (digits / 10, decimals - 1);
        }
        (digits < most).then_some(Self { digits, decimals, ..self })
    }

    /// The number as printed, with a point and without its comparator.
    pub fn number(self) -> String {
        let width = self.decimals() + 1;
        let digits = format!("{:0width$}", self.digits);
        let (whole, fraction) = digits.split_at(digits.len() - self.decimals());
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    }
}

impl fmt::Display for LabValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.comparator.map_or("", Comparator::code))?;
        f.write_str(&self.number())
    }
}

impl FromStr for LabValue {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let text = text.trim();
            let (comparator, number) = match text.strip_prefix('<') {
                Some(rest) => (Some(Comparator::Less), rest),
                None => match text.strip_prefix('>') {
                    Some(rest) => (Some(Comparator::Greater), rest),
                    None => (None, text),
                },
            };
            let number = number.trim();
            let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
            let all = [whole, fraction].concat();
            let plain = !whole.is_empty() && all.bytes().all(|byte| byte.is_ascii_digit());
            let short = all.len() <= Self::MOST_DIGITS && fraction.len() <= Self::MOST_DECIMALS;
            let hanging = number.ends_with(['.', ',']);
            if !plain || !short || hanging {
                return None;
            }
            let decimals = u8::try_from(fraction.len()).ok()?;
            Some(Self { comparator, digits: all.parse().ok()?, decimals })
        };
        read().ok_or_else(|| Invalid::new("lab", Allowed::LabValue))
    }
}

/// The range the laboratory prints beside a value; open at one end when it gives one limit only.
///
/// Written `0-5`, `-5` or `30-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceRange {
    /// Lower limit.
    pub low: Option<LabValue>,
    /// Upper limit.
    pub high: Option<LabValue>,
}

impl fmt::Display for ReferenceRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = |limit: Option<LabValue>| limit.map(LabValue::number).unwrap_or_default();
        write!(f, "{}-{}", limit(self.low), limit(self.high))
    }
}

impl FromStr for ReferenceRange {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = || Invalid::new("lab", Allowed::LabRange);
        let limit = |text: &str| match text.trim() {
            "" => Ok(None),
            text => text
                .parse::<LabValue>()
                .ok()
                .filter(|value| value.comparator.is_none())
                .map(Some)
                .ok_or_else(refused),
        };
        let (low, high) = text.split_once(['-', '–']).ok_or_else(refused)?;
        let range = Self { low: limit(low)?, high: limit(high)? };
        match (range.low, range.high) {
            (None, None) => Err(refused()),
            (Some(low), Some(high)) if low.get() > high.get() => Err(refused()),
            _ => Ok(range),
        }
    }
}

/// One result: the person's own series of a marker or a blood test, shown and never interpreted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabResult {
    /// The day the sample was taken.
    pub day: Day,
    /// What was measured, as the laboratory names it: `CEA`, `CA 15-3`.
    pub name: Label,
    /// The value.
    pub value: LabValue,
    /// Its unit, as printed: `ng/mL`.
    pub unit: Option<Label>,
    /// The laboratory's range for this sample.
    pub range: Option<ReferenceRange>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_as_it_was_printed() {
        for (typed, kept) in [
            ("12.30", "12.30"),
            ("12,3", "12.3"),
            ("<0,5", "<0.5"),
            ("> 1000", ">1000"),
            ("0.05", "0.05"),
            ("007", "7"),
        ] {
            assert_eq!(typed.parse::<LabValue>().unwrap().to_string(), kept);
        }
        assert!(("0.05".parse::<LabValue>().unwrap().get() - 0.05).abs() < 1e-12);
        for refused in ["", "<", "-1", "1.", ".5", "1.2.3", "1e5", "12 ng", "1234567890123456"] {
            assert!(refused.parse::<LabValue>().is_err(), "{refused}");
        }
    }

    #[test]
    fn a_range_may_be_open_at_one_end_but_not_at_both() {
        for (typed, kept) in [("0-5", "0-5"), (" 1,5 – 3 ", "1.5-3"), ("-5", "-5"), ("30-", "30-")]
        {
            assert_eq!(typed.parse::<ReferenceRange>().unwrap().to_string(), kept);
        }
        for refused in ["", "-", "5", "5-1", "<1-5", "a-b"] {
            assert!(refused.parse::<ReferenceRange>().is_err(), "{refused}");
        }
    }
}
