//! Numbers as they stand on a laboratory's sheet: spaces between thousands, limits written `<25`. A comma that may be a decimal
//! one or one between thousands is asked back, never chosen.

use vigie_journal::{LabValue, ReferenceRange};

use super::read::given;
use crate::exit::Failure;

/// A value: `12,3`, `<0,5`, `1 200`.
pub fn value(text: &str) -> Result<LabValue, Failure> {
    Ok(plain(text)?.parse()?)
}

/// A range: `0-5`, `150 000 - 400 000`, `<25` for one that is open below, `>30` for one that is open above. None any more for
/// an empty text.
pub fn range_or_none(text: &str) -> Result<Option<ReferenceRange>, Failure> {
    let Some(text) = given(text) else { return Ok(None) };
    let limit = |signs: [char; 2]| {
        let rest = text.strip_prefix(signs)?;
        Some(rest.strip_prefix('=').unwrap_or(rest))
    };
    let range = if let Some(high) = limit(['<', '≤']) {
        format!("-{}", plain(high)?)
    } else if let Some(low) = limit(['>', '≥']) {
        format!("{}-", plain(low)?)
    } else if let Some((low, high)) = text.split_once(['-', '–']) {
        format!("{}-{}", plain(low)?, plain(high)?)
    } else {
        text.to_owned()
    };
    Ok(Some(range.parse()?))
}

/// The number without spaces between thousands. What is no number stays as it is, and is refused by whoever reads it.
fn plain(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    let number = text.trim_start_matches(['<', '>']);
    let sign = text.strip_suffix(number).unwrap_or_default();
    let groups: Vec<&str> = number.split_whitespace().collect();
    if groups.len() < 2 {
        return match two_readings(number.trim()) {
            Some((point, whole)) => Err(Failure::Said {
                id: "fail-comma",
                args: vec![("point", point), ("whole", whole)],
            }),
            None => Ok(text.to_owned()),
        };
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let thousands = groups.iter().enumerate().all(|(at, group)| match at {
        0 => (1..=3).contains(&group.len()) && digits(group),
        _ => {
            let decimals = group.split_once(['.', ',']).filter(|_| at + 1 == groups.len());
            let (whole, fraction) = decimals.unwrap_or((group, ""));
            whole.len() == 3 && digits(whole) && digits(fraction)
        }
    });
    Ok(if thousands { format!("{sign}{}", groups.concat()) } else { text.to_owned() })
}

/// `10,500` is ten and a half where a comma is decimal, and ten thousand five hundred where it stands between thousands: both
/// as they can be written without a doubt.
fn two_readings(number: &str) -> Option<(String, String)> {
    let (whole, fraction) = number.split_once(',')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // A thousand does not begin with a zero.
    let doubtful = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && fraction.len() == 3;
    if !doubtful || !digits(whole) || !digits(fraction) {
        return None;
    }
    let decimals = fraction.trim_end_matches('0');
    let point = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
    Some((point, format!("{whole}{fraction}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_between_thousands_are_read_and_others_are_not() {
        for (typed, kept) in [
            ("1 200", "1200"),
            ("150\u{202f}000", "150000"),
            ("1\u{a0}234\u{a0}567,5", "1234567.5"),
            ("> 1 000", ">1000"),
            ("1 234,567", "1234.567"),
            ("0,123", "0.123"),
            ("1234,567", "1234.567"),
            ("12,30", "12.30"),
            ("1.234", "1.234"),
        ] {
            assert_eq!(value(typed).unwrap().to_string(), kept, "{typed}");
        }
        for refused in ["1 20", "12 3", "1 2000", "1234 567", "", "high"] {
            assert!(matches!(value(refused), Err(Failure::Journal(_))), "{refused}");
        }
    }

    #[test]
    fn a_comma_before_three_digits_is_asked_back_with_both_readings() {
        for (typed, point, whole) in [
            ("10,500", "10.5", "10500"),
            ("1,234", "1.234", "1234"),
            ("<1,000", "1", "1000"),
            ("> 12,345", "12.345", "12345"),
        ] {
            let Err(Failure::Said { id: "fail-comma", args }) = value(typed) else {
                panic!("{typed}");
            };
            assert_eq!(args, [("point", point.to_owned()), ("whole", whole.to_owned())]);
        }
        for typed in ["10,500-12,5", "4-10,500", "<1,234"] {
            assert!(matches!(range_or_none(typed), Err(Failure::Said { .. })), "{typed}");
        }
    }

    #[test]
    fn a_limit_alone_is_a_range_that_is_open_at_the_other_end() {
        for (typed, kept) in [
            ("<25", "-25"),
            ("≤ 25", "-25"),
            (">30", "30-"),
            (">= 30,5", "30.5-"),
            ("150 000 – 400 000", "150000-400000"),
            ("-5", "-5"),
            ("0-5", "0-5"),
        ] {
            assert_eq!(range_or_none(typed).unwrap().unwrap().to_string(), kept, "{typed}");
        }
        assert_eq!(range_or_none(" ").unwrap(), None);
        for refused in ["5", "<1-5", "<", "a-b"] {
            assert!(range_or_none(refused).is_err(), "{refused}");
        }
    }
}
