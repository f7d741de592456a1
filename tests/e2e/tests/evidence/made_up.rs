//! Diary tables of made-up people in whom every rule speaks.

use vigie_journal::Alarm;
use vigie_simulator::{PatientSpec, Shape, Symptoms, cohort};

const HEADER: &str = "patient,date,item,value\n";

/// Numbers that look random and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn once_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// Made-up people who get worse in every shape, with measures, states, pains and signs beside.
pub fn made_up() -> String {
    let start = "2025-03-03".parse().unwrap();
    let mut table = HEADER.to_owned();
    for (number, shape) in (0u64..).zip(Shape::USUAL.into_iter().cycle().take(12)) {
        let spec = PatientSpec::worsening(start, Symptoms::Eight, shape);
        let patient = cohort(&spec, [700 + number]).next().unwrap();
        let id = format!("s{number:02}");
        for row in patient.to_csv_rows(&id) {
            table.push_str(&row);
            table.push('\n');
        }
        let mut dice = Dice(number + 1);
        let mut put = |day, item: &str, value: String| {
            table.push_str(&format!("{id},{day},{item},{value}\n"));
        };
        let (mut state, mut kilos) = (1i64, 7_000i64);
        for (n, entry) in (0u64..).zip(&patient.entries) {
            let day = entry.day;
            if dice.once_in(3) {
                put(day, "temperature", format!("{}", 36.5 + dice.below(12) as f64 / 10.0));
            }
            if dice.once_in(25) {
                let value =
                    [35.25, 35.8, 38.0, 38.4, 39.15][usize::try_from(dice.below(5)).unwrap()];
                put(day, "temperature", value.to_string());
            }
            kilos -= i64::try_from(dice.below(30)).unwrap() - 8;
            for _ in 0..=dice.below(8) / 7 {
                // Sometimes twice on one day: the lighter counts.
                let of_day = kilos + i64::try_from(dice.below(60)).unwrap();
                put(day, "weight", (of_day as f64 / 100.0).to_string());
            }
            state = (state + i64::try_from(dice.below(3)).unwrap() - 1).clamp(0, 4);
            put(day, "performance", state.to_string());
            for (item, most) in [("diarrhoea", 9), ("vomiting", 8), ("constipation", 8)] {
                if dice.once_in(2) {
                    let rating = if dice.once_in(12) { dice.below(most) } else { dice.below(3) };
                    put(day, item, rating.to_string());
                }
            }
            // Twice on one day: the worse counts.
            put(day, "fatigue", dice.below(4).to_string());
            let cough = if (40..=70).contains(&n) { 2 + dice.below(3) } else { 0 };
            put(day, "cough", cough.to_string());
            if n >= 60 {
                put(day, "pain:hip-left", (3 + dice.below(4)).to_string());
            }
            if n >= 45 && dice.once_in(2) {
                put(day, "pain:neck", (1 + (n - 45) / 12 + dice.below(3)).min(10).to_string());
                if dice.once_in(8) {
                    put(day, "night:neck", "yes".to_owned());
                    put(day, "night:lower-back", "yes".to_owned());
                }
            }
            if dice.once_in(20) {
                put(day, "pain:ribs", (1 + dice.below(5)).to_string());
                put(day, "quality:ribs", "band".to_owned());
            }
            for alarm in Alarm::ALL {
                if dice.once_in(90) {
                    put(day, &format!("tick:{alarm}"), "yes".to_owned());
                }
            }
            if dice.once_in(9) {
                put(day, "nausea", "skipped".to_owned());
            }
        }
    }
    table
}
