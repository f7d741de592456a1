//! Numbers as they are written in each language.

use crate::{Lang, Words};

/// A number with `decimals` decimals (0 to 6), rounded half away from zero: `1 234,5` or `1,234.5`.
pub(crate) fn decimal(lang: Lang, value: f64, decimals: usize) -> String {
    let (point, group) = match lang {
        Lang::Fr => (',', '\u{202f}'),
        Lang::En => ('.', ','),
    };
    let scale = 10f64.powi(i32::try_from(decimals.min(6)).unwrap_or(0));
    let rounded = (value.abs() * scale).round() / scale;
    let text = format!("{rounded:.decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    // A minus sign, not a hyphen; and never "-0".
    if value < 0.0 && rounded > 0.0 {
        out.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        // French and English alike group from five digits on; 2026 stays 2026.
        if i > 0 && whole.len() > 4 && (whole.len() - i) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

impl Words {
    /// A number with this many decimals (0 to 6): `6,4` in French, `6.4` in English.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        decimal(self.lang, value, decimals)
    }

    /// A change with its sign, one decimal: `+2,3` or `−0,5`; `±0` when it rounds to nothing.
    pub fn change(&self, value: f64) -> String {
        let text = self.number(value, 1);
        let rounded = (value * 10.0).round();
        if rounded == 0.0 {
            "±0".to_owned()
        } else if value > 0.0 {
            format!("+{text}")
        } else {
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_way_of_the_language() {
        let (fr, en) = (Words::of(Lang::Fr), Words::of(Lang::En));
        assert_eq!(fr.number(6.44, 1), "6,4");
        assert_eq!(en.number(6.45, 1), "6.5");
        assert_eq!(fr.number(12_345.0, 0), "12\u{202f}345");
        assert_eq!(en.number(1_234_567.0, 0), "1,234,567");
        assert_eq!(en.number(2_026.0, 0), "2026");
        assert_eq!(fr.change(2.34), "+2,3");
        assert_eq!(en.change(-0.5), "\u{2212}0.5");
        assert_eq!(en.change(-0.01), "±0");
    }
}
