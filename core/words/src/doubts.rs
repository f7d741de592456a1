//! What is asked back of a measure: what was understood, and what it may be instead.

use vigie_model::{Doubt, Measure, Why};

use crate::Words;

impl Words {
    /// A measure with its unit and as many decimals as it has (2 at most): `71,5 kg`.
    pub fn measure(&self, what: Measure, value: f64) -> String {
        let value = self.measured(value);
        self.with(&format!("measure-{}", what.code()), &[("value", value.into())])
    }

    /// A measured number with as many decimals as it has, 2 at most.
    pub fn measured(&self, value: f64) -> String {
        let decimals = (0..2).find(|decimals| {
            let scale = 10f64.powi(*decimals);
            ((value * scale).round() / scale - value).abs() < 0.001
        });
        self.number(value, usize::try_from(decimals.unwrap_or(2)).unwrap_or(2))
    }

    /// What was understood and what it may be: `Poids : le carnet a lu 715 kg, …`. Whoever asks adds
    /// what can be done about it.
    pub fn doubt(&self, doubt: &Doubt) -> String {
        let (day, last) = doubt
            .last
            .map(|(day, last)| (self.day(day), self.measure(doubt.what, last)))
            .unwrap_or_default();
        let understood = self.with(
            &format!("doubt-{}-{}", doubt.what.code(), doubt.why.code()),
            &[
                ("value", self.measure(doubt.what, doubt.value).into()),
                ("number", self.measured(doubt.value).into()),
                ("day", day.into()),
                ("last", last.into()),
            ],
        );
        let Some(guess) = doubt.guess else {
            return understood;
        };
        let value = guess.value.map(|value| self.measure(doubt.what, value)).unwrap_or_default();
        // Whoever wrote the unit knows it.
        let slip = match doubt.why {
            Why::OtherUnit => doubt.why.code(),
            _ => guess.slip.code(),
        };
        let guess = self.with(&format!("guess-{slip}"), &[("guess", value.into())]);
        format!("{understood} {guess}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use vigie_model::{Guess, KnownBody, Slip, Temperature, Weight};

    fn said(doubt: &Doubt) -> [String; 2] {
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        [Lang::Fr, Lang::En].map(|lang| plain(Words::of(lang).doubt(doubt)))
    }

    #[test]
    fn fahrenheit_a_missing_comma_and_a_change_are_said_with_their_numbers() {
        let doubt = Doubt::of_refused(Measure::Temperature, "101.3").unwrap();
        assert_eq!(
            said(&doubt),
            [
                "Température : le carnet a lu 101,3 °C, ce qui est impossible. \
                 En degrés Fahrenheit, cela ferait 38,5 °C.",
                "Temperature: the journal read 101.3 °C, which is impossible. \
                 In degrees Fahrenheit that would be 38.5 °C.",
            ]
        );
        let doubt = Doubt::of_refused(Measure::Weight, "715").unwrap();
        assert!(said(&doubt)[0].ends_with("mal placée, c’est 71,5 kg."), "{:?}", said(&doubt));
        let day = "2026-11-01".parse().unwrap();
        let known = KnownBody { weight: Some((day, Weight::parse("70").unwrap())), height: None };
        let doubt = Doubt::of_weight(Weight::parse("154").unwrap(), day.plus(3), &known).unwrap();
        assert_eq!(
            said(&doubt),
            [
                "Poids : le carnet a lu 154 kg ; le 1er novembre 2026, c’était 70 kg. \
                 En livres, cela ferait 69,9 kg.",
                "Weight: the journal read 154 kg; on 1 November 2026 it was 70 kg. \
                 In pounds that would be 69.9 kg.",
            ]
        );
        let doubt = Doubt::of_temperature(Temperature::parse("34.25").unwrap()).unwrap();
        assert!(said(&doubt)[1].starts_with("Temperature: the journal read 34.25 °C"));
    }

    #[test]
    fn every_doubt_has_its_words_in_both_languages() {
        let whys = [
            Why::Impossible,
            Why::OtherUnit,
            Why::VeryLow,
            Why::VeryHigh,
            Why::Changed,
            Why::IsHeight,
        ];
        let slips = [Slip::Fahrenheit, Slip::Pounds, Slip::Point, Slip::Swapped, Slip::Digit];
        for what in [Measure::Temperature, Measure::Weight] {
            for why in whys {
                let weight_only = matches!(why, Why::Changed | Why::IsHeight);
                if weight_only && what == Measure::Temperature {
                    continue;
                }
                for slip in slips {
                    let guess = Some(Guess { slip, value: Some(37.0) });
                    let last = Some(("2026-11-01".parse().unwrap(), 70.0));
                    let doubt = Doubt { what, value: 83.0, why, guess, last };
                    for sentence in said(&doubt) {
                        assert!(sentence.contains("83") && sentence.ends_with('.'), "{sentence}");
                    }
                }
            }
        }
    }
}
