//! Units of blood tests: what is the same number written another way, and what is not.
//!
//! Only what a power of ten says exactly is converted; everything else is refused with the reason. The symbols and prefixes are
//! those of UCUM (Unified Code for Units of Measure, <https://ucum.org/ucum>, tables 1 to 5, case-sensitive form), with the
//! spellings that laboratories print beside them: `UI` for `[iU]`, `G/L` for `10*9/L`, `/mm3` for `/uL`. Case counts, as it does
//! there: `g/L` is grams, `G/L` thousands of millions.

use crate::{LabValue, ReferenceRange};

/// Why a value was not converted. It names no unit: what was typed is the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum UnitRefused {
    /// One of the two units is not known here.
    #[error("a unit is not known")]
    Unknown,
    /// A mass and an amount of substance: it takes the molar mass of the substance, and who gave it.
    #[error("a mass and an amount of substance: the molar mass would be needed")]
    NeedsMolarMass,
    /// Units of activity (`U`, international units) and anything else, each other included: what one is worth depends on the
    /// method and its standard. UCUM calls international units arbitrary and makes them commensurable with nothing.
    #[error("what a unit of activity is worth depends on the method")]
    DependsOnMethod,
    /// They measure different things.
    #[error("the two units measure different things")]
    OtherKind,
    /// The number would need more than 15 digits or 6 decimals.
    #[error("the number could not be written exactly")]
    NotExact,
}

/// What a unit measures, each per volume but the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Grams.
    Mass,
    /// Moles.
    Substance,
    /// Enzyme units (UCUM `U`, µmol a minute), or the arbitrary units of a marker that are printed the same way.
    Activity,
    /// International units (UCUM `[iU]`).
    International,
    /// Things counted: cells.
    Count,
    /// A part of a whole.
    Fraction,
}

/// A unit as its kind and the power of ten it stands for: of grams, moles, … per litre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    kind: Kind,
    power: i32,
}

/// The prefixes that are printed before these units, and their powers of ten (UCUM, table 1). Both Greek letters that look alike
/// stand for `u`.
const PREFIXES: &[(&str, i32)] = &[
    ("k", 3),
    ("d", -1),
    ("c", -2),
    ("m", -3),
    ("u", -6),
    ("µ", -6),
    ("μ", -6),
    ("n", -9),
    ("p", -12),
    ("f", -15),
];

/// What may follow a prefix, longest first where one ends like another.
const MEASURED: &[(&str, Kind)] = &[
    ("mol", Kind::Substance),
    ("[iU]", Kind::International),
    ("[IU]", Kind::International),
    ("IU", Kind::International),
    ("UI", Kind::International),
    ("U", Kind::Activity),
    ("g", Kind::Mass),
];

/// Cubes are volumes too: `mm3` is a microlitre, `cm3` a millilitre.
const CUBES: &[(&str, i32)] = &[("mm3", -6), ("mm³", -6), ("mm^3", -6), ("cm3", -3), ("cm³", -3)];

/// Numbers of things, as French laboratories print them.
const COUNTS: &[(&str, i32)] = &[("", 0), ("G", 9), ("Giga", 9), ("T", 12), ("Tera", 12)];

impl Unit {
    fn read(text: &str) -> Option<Self> {
        let text: String = text.split_whitespace().collect();
        if text == "%" {
            return Some(Self { kind: Kind::Fraction, power: -2 });
        }
        let (above, below) = text.split_once('/')?;
        let volume = volume(below)?;
        let (kind, power) = counted(above).map(|power| (Kind::Count, power)).or_else(|| {
            MEASURED
                .iter()
                .find_map(|(unit, kind)| Some((*kind, prefix(above.strip_suffix(unit)?)?)))
        })?;
        Some(Self { kind, power: power - volume })
    }
}

/// The power of ten of a prefix, or of none.
fn prefix(text: &str) -> Option<i32> {
    if text.is_empty() {
        return Some(0);
    }
    PREFIXES.iter().find(|(prefix, _)| *prefix == text).map(|(_, power)| *power)
}

/// The power of ten of a volume, of litres.
fn volume(text: &str) -> Option<i32> {
    let cube = CUBES.iter().find(|(cube, _)| *cube == text).map(|(_, power)| *power);
    cube.or_else(|| prefix(text.strip_suffix(['L', 'l'])?))
}

/// The power of ten of a number of things: none, a word, or `10*9`, `10^9`, `10⁹`.
fn counted(text: &str) -> Option<i32> {
    if let Some((_, power)) = COUNTS.iter().find(|(count, _)| *count == text) {
        return Some(*power);
    }
    let text = text.strip_prefix(['x', '×']).unwrap_or(text);
    let power = text.strip_prefix("10")?;
    match power {
        "³" => Some(3),
        "⁶" => Some(6),
        "⁹" => Some(9),
        "¹²" => Some(12),
        // `10E9` is left alone: it may mean ten times as much.
        power => match power.strip_prefix(['*', '^'])? {
            "3" => Some(3),
            "6" => Some(6),
            "9" => Some(9),
            "12" => Some(12),
            _ => None,
        },
    }
}

/// The power of ten from one unit to another.
fn power(from: &str, to: &str) -> Result<i32, UnitRefused> {
    // A unit is itself, known or not.
    if from.trim() == to.trim() && !from.trim().is_empty() {
        return Ok(0);
    }
    let unit = |text: &str| Unit::read(text).ok_or(UnitRefused::Unknown);
    let (from, to) = (unit(from)?, unit(to)?);
    let either = |kind: Kind| from.kind == kind || to.kind == kind;
    if from.kind == to.kind {
        Ok(from.power - to.power)
    } else if either(Kind::Count) || either(Kind::Fraction) {
        Err(UnitRefused::OtherKind)
    } else if either(Kind::Activity) || either(Kind::International) {
        Err(UnitRefused::DependsOnMethod)
    } else {
        Err(UnitRefused::NeedsMolarMass)
    }
}

/// The value in another unit: the same number by exact decimal arithmetic, with its comparator. It keeps the decimals
/// it was printed with where the point can move (`12.30 g/dL` is `123.0 g/L`), and takes no zeros behind the point that were not
/// printed there (`150000 /mm3` is `150 G/L`).
///
/// # Errors
/// [`UnitRefused`], with the reason.
pub fn convert(value: LabValue, from: &str, to: &str) -> Result<LabValue, UnitRefused> {
    value.times_ten_to(power(from, to)?).ok_or(UnitRefused::NotExact)
}

/// A laboratory's range in another unit: both limits, or none.
///
/// # Errors
/// As [`convert`].
pub fn convert_range(
    range: ReferenceRange,
    from: &str,
    to: &str,
) -> Result<ReferenceRange, UnitRefused> {
    let limit = |limit: Option<LabValue>| limit.map(|it| convert(it, from, to)).transpose();
    Ok(ReferenceRange { low: limit(range.low)?, high: limit(range.high)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn converted(value: &str, from: &str, to: &str) -> Result<String, UnitRefused> {
        convert(value.parse().unwrap(), from, to).map(|value| value.to_string())
    }

    /// Units of each kind, as laboratories print them.
    const PRINTED: &[&[&str]] = &[
        &["g/dL", "g/L", "mg/L", "mg/dL", "ng/mL", "µg/L", "μg/l", "ug/L", "ng/L", "pg/mL", "g/dl"],
        &["mol/L", "mmol/L", "µmol/L", "umol/L", "nmol/L", "pmol/L"],
        &["U/mL", "kU/L", "U/L", "mU/L", "U/ml"],
        &["UI/mL", "IU/L", "[iU]/mL", "mUI/L", "µUI/mL", "kUI/L", "mIU/mL"],
        &["10*9/L", "10^9/L", "10⁹/L", "G/L", "Giga/L", "/mm3", "/µL", "10^3/µL", "10*3/uL", "T/L"],
        &["%"],
    ];

    #[test]
    fn the_same_number_is_written_in_the_other_unit() {
        for (value, from, to, same) in [
            ("12.30", "g/dL", "g/L", "123.0"),
            ("12,3", "g/L", "g/dL", "1.23"),
            ("5", "g/dL", "g/L", "50"),
            ("4.8", "ng/mL", "µg/L", "4.8"),
            ("4.8", "ng/mL", "ug/L", "4.8"),
            ("4.8", "μg/L", "µg/L", "4.8"),
            ("0.5", "mg/L", "ng/mL", "500"),
            ("<0.5", "ng/mL", "mg/L", "<0.0005"),
            (">1000", "U/mL", "kU/L", ">1000"),
            ("35", "UI/mL", "IU/L", "35000"),
            ("2.5", "mUI/L", "µIU/mL", "2.5"),
            ("4200", "/mm3", "10*9/L", "4.2"),
            ("150000", "/mm3", "G/L", "150"),
            ("5", "/mm3", "G/L", "0.005"),
            ("0", "/mm3", "G/L", "0"),
            ("150.0", "/mm3", "G/L", "0.1500"),
            ("12.30", "g/L", "g/dL", "1.230"),
            ("4.2", "G/L", "10^3/µL", "4.2"),
            ("4.2", "Giga/L", "/mm³", "4200"),
            ("4.52", "T/L", "10*6/uL", "4.52"),
            ("88", "µmol/L", "mmol/L", "0.088"),
            ("41", "%", "%", "41"),
            ("0", "g/L", "ng/mL", "0"),
            ("12", "mm/h", " mm/h ", "12"),
        ] {
            assert_eq!(converted(value, from, to).as_deref(), Ok(same), "{value} {from} in {to}");
        }
    }

    #[test]
    fn what_is_not_the_same_number_is_refused_with_its_reason() {
        use UnitRefused as R;
        for (from, to, why) in [
            ("mg/dL", "mmol/L", R::NeedsMolarMass),
            ("µmol/L", "mg/L", R::NeedsMolarMass),
            ("UI/mL", "ng/mL", R::DependsOnMethod),
            ("mUI/L", "pmol/L", R::DependsOnMethod),
            ("U/mL", "UI/mL", R::DependsOnMethod),
            ("g/L", "G/L", R::OtherKind),
            ("%", "g/dL", R::OtherKind),
            ("%", "U/L", R::OtherKind),
            ("mg/L", "mg/kg", R::Unknown),
            ("NG/ML", "ng/mL", R::Unknown),
            ("10E9/L", "G/L", R::Unknown),
            ("Mg/L", "mg/L", R::Unknown),
            ("mm/h", "s", R::Unknown),
            ("", "", R::Unknown),
        ] {
            assert_eq!(converted("1", from, to), Err(why), "{from} in {to}");
            assert_eq!(converted("1", to, from), Err(why), "{to} in {from}");
            assert!(power(from, to).is_err(), "{from}, {to}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_written_exactly_is_refused() {
        for (value, from, to) in [
            ("0.123456", "mg/L", "g/L"),
            ("1", "pg/mL", "g/L"),
            ("123456789012345", "g/L", "mg/L"),
            ("1000000", "g/L", "fg/mL"),
        ] {
            assert_eq!(converted(value, from, to), Err(UnitRefused::NotExact), "{value} {from}");
        }
        assert_eq!(converted("4000000", "pg/mL", "g/L").as_deref(), Ok("0.004"));
    }

    #[test]
    fn a_range_goes_with_its_value_or_stays() {
        let range = |text: &str| text.parse::<ReferenceRange>().unwrap();
        assert_eq!(convert_range(range("12-16"), "g/dL", "g/L"), Ok(range("120-160")));
        assert_eq!(convert_range(range("-5"), "ng/mL", "µg/L"), Ok(range("-5")));
        assert_eq!(convert_range(range("0-5"), "/mm3", "G/L"), Ok(range("0-0.005")));
        assert_eq!(convert_range(range("150000-400000"), "/mm3", "G/L"), Ok(range("150-400")));
        assert_eq!(convert_range(range("1-2"), "g/L", "mmol/L"), Err(UnitRefused::NeedsMolarMass));
        let half = convert_range(range("0.1-0.123456"), "mg/L", "g/L");
        assert_eq!(half, Err(UnitRefused::NotExact), "not one limit without the other");
    }

    #[test]
    fn every_unit_is_of_its_kind_and_of_no_other() {
        for (n, one) in PRINTED.iter().enumerate() {
            for (m, other) in PRINTED.iter().enumerate() {
                for (a, b) in one.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    assert_eq!(power(a, b).is_ok(), n == m, "{a}, {b}");
                }
            }
        }
    }

    /// The number without the zeros it does not need.
    fn plain(value: LabValue) -> String {
        let number = value.number();
        let short = number.trim_end_matches('0').trim_end_matches('.');
        if number.contains('.') { short.to_owned() } else { number }
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_number_and_the_comparator_stays(
            number in "[<>]?[0-9]{1,9}(\\.[0-9]{1,6})?", kind in 0..PRINTED.len(), a: usize, b: usize,
        ) {
            let units = PRINTED[kind];
            let (a, b) = (units[a % units.len()], units[b % units.len()]);
            let value: LabValue = number.parse().unwrap();
            if let Ok(there) = convert(value, a, b) {
                prop_assert_eq!(there.comparator, value.comparator);
                let read: LabValue = there.to_string().parse().unwrap();
                prop_assert_eq!(read, there, "it reads as it is written");
                let back = convert(there, b, a);
                prop_assert_eq!(back.map(plain), Ok(plain(value)), "{} {} in {}", number, a, b);
            }
        }

        #[test]
        fn any_text_is_a_unit_or_none(a: String, b in "[0-9*^/a-zµA-Z%]{0,8}") {
            let value: LabValue = "1".parse().unwrap();
            let _ = (convert(value, &a, &b), convert(value, &b, "g/L"));
        }
    }
}
