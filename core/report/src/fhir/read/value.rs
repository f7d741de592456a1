//! Looking into JSON that somebody else may have written: what is not there or of another kind is nothing, never a failure.

use serde_json::Value;
use vigie_model::{Allowed, Day, Invalid, Moment};

use super::super::codes::OWN;

/// What stands under these names, one in the other.
pub(super) fn at<'a>(value: &'a Value, names: &[&str]) -> Option<&'a Value> {
    names.iter().try_fold(value, |value, name| value.get(name))
}

/// A text that stands there.
pub(super) fn text<'a>(value: &'a Value, names: &[&str]) -> Option<&'a str> {
    at(value, names)?.as_str()
}

/// The parts of a list; FHIR has lists of one where R5 has the thing itself, and so had this program once.
pub(super) fn all<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    let (list, one) = match value.get(name) {
        Some(Value::Array(list)) => (list.as_slice(), None),
        other => (&[][..], other),
    };
    list.iter().chain(one)
}

/// The code of this system among the codings of a concept.
pub(super) fn code<'a>(concept: &'a Value, system: &str) -> Option<&'a str> {
    let ours = |coding: &&Value| text(coding, &["system"]) == Some(system);
    text(all(concept, "coding").find(ours)?, &["code"])
}

/// Our own code among those of a concept.
pub(super) fn own_code(concept: &Value) -> Option<&str> {
    code(concept, OWN)
}

/// The day as it was written where the person was: an offset moves no day.
pub(super) fn day(written: &str) -> Result<Day, Invalid> {
    let refused = || Invalid::new("date", Allowed::Date);
    let (day, rest) = written.split_at_checked(10).ok_or_else(refused)?;
    match rest.bytes().next() {
        None | Some(b'T') => day.parse(),
        Some(_) => Err(refused()),
    }
}

/// A moment as FHIR writes it: 2026-11-23T20:00:00+01:00, with or without parts of a second.
pub(super) fn moment(written: &str) -> Option<Moment> {
    let day = day(written).ok()?;
    let clock = written.get(11..)?;
    let number = |from: usize, to: usize, most: u16| {
        let digits = clock.get(from..to).filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?;
        digits.parse::<u16>().ok().filter(|number| *number <= most)
    };
    let (hour, minute, second) = (number(0, 2, 23)?, number(3, 5, 59)?, number(6, 8, 59)?);
    let zone = clock.get(8..)?.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let offset = offset(zone)?;
    let whole = Moment::at(day, hour * 60 + minute, offset);
    Some(Moment { utc_millis: whole.utc_millis + i64::from(second) * 1000, ..whole })
}

/// Minutes to add to UTC: `Z`, `+01:00`.
fn offset(zone: &str) -> Option<i16> {
    if zone == "Z" {
        return Some(0);
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    let minutes = hours.parse::<i16>().ok()?.checked_mul(60)?.checked_add(minutes.parse().ok()?)?;
    let signed = match sign {
        "+" => minutes,
        "-" => -minutes,
        _ => return None,
    };
    (-840..=840).contains(&signed).then_some(signed)
}
