//! The diary table as a nurse would read it, and what they would count for each rule.

use std::collections::{BTreeMap, BTreeSet};

/// What one person's rows say.
#[derive(Default)]
pub struct Person {
    /// Days on which there is anything.
    pub days: BTreeSet<i32>,
    /// Ratings by item and day; the worst of a day.
    pub ratings: BTreeMap<String, BTreeMap<i32, u32>>,
    /// General state by day, the worst of it.
    pub states: BTreeMap<i32, u32>,
    /// Every temperature of a day.
    pub temperatures: BTreeMap<i32, Vec<f64>>,
    /// The lightest weight of a day: rows have no order.
    pub weights: BTreeMap<i32, f64>,
    pub given: BTreeSet<i32>,
    pub ticks: BTreeSet<(i32, String)>,
}

/// Days since 1970 of a date written 2026-11-23 (civil calendar, Howard Hinnant).
pub fn day_number(date: &str) -> i32 {
    let parts: Vec<i32> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let [year, month, day] = parts[..] else { panic!("{date}") };
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

pub fn read(table: &str) -> BTreeMap<String, Person> {
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let [patient, date, item, value] = row.split(',').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        let person = people.entry(patient.to_owned()).or_default();
        let day = day_number(date);
        person.days.insert(day);
        match item {
            "administration" => drop(person.given.insert(day)),
            "performance" => {
                let state = person.states.entry(day).or_default();
                *state = (*state).max(value.parse().unwrap());
            }
            "temperature" => {
                person.temperatures.entry(day).or_default().push(value.parse().unwrap());
            }
            "weight" => {
                let kilos: f64 = value.parse().unwrap();
                let lightest = person.weights.entry(day).or_insert(kilos);
                *lightest = lightest.min(kilos);
            }
            _ if item.starts_with("tick:") => {
                person.ticks.insert((day, item["tick:".len()..].to_owned()));
            }
            _ if item.starts_with("night:") || item.starts_with("quality:") => {}
            _ => {
                let Ok(rating) = value.parse::<u32>() else { continue };
                let rated = person.ratings.entry(item.to_owned()).or_default();
                let worst = rated.entry(day).or_insert(rating);
                *worst = (*worst).max(rating);
            }
        }
    }
    people
}

/// What the evidence of a line should say.
#[derive(Debug, PartialEq)]
pub struct Expected {
    pub from: i32,
    pub to: i32,
    pub answers: usize,
    pub now: Option<f64>,
    pub before: Option<f64>,
    pub before_answers: Option<usize>,
    /// Earlier cycles, when the same days of them are compared.
    pub cycles: Option<usize>,
}

pub fn mean(ratings: &[u32]) -> f64 {
    f64::from(ratings.iter().sum::<u32>()) / ratings.len() as f64
}

impl Person {
    fn rating(&self, item: &str, day: i32) -> Option<u32> {
        self.ratings.get(item)?.get(&day).copied()
    }

    fn series(&self, item: &str) -> &BTreeMap<i32, u32> {
        if item == "performance" { &self.states } else { &self.ratings[item] }
    }

    /// What a nurse would count for this rule on this day.
    pub fn expected(&self, rule: &str, items: &[String], day: i32) -> Expected {
        let only = |now: Option<f64>| Expected {
            from: day,
            to: day,
            answers: 1,
            now,
            before: None,
            before_answers: None,
            cycles: None,
        };
        let rated = |item: &str| only(self.rating(item, day).map(f64::from));
        let if_named = |item: &str| {
            if items.iter().any(|one| one == item) { rated(item) } else { only(None) }
        };
        let pains = || items.iter().filter(|item| item.starts_with("pain:"));
        let temperatures = || self.temperatures[&day].iter().copied();
        match rule {
            "fever" | "fever-with" => only(temperatures().reduce(f64::max)),
            "low-temperature" => only(temperatures().reduce(f64::min)),
            "cord-new" | "cord-severe" | "cord-growing" | "cord-night" | "cord-band" => {
                only(pains().filter_map(|pain| self.rating(pain, day)).max().map(f64::from))
            }
            "cord-signs" => {
                // The first of the places with the worst of the week.
                let worst =
                    |pain: &&String| self.ratings[*pain].range(day - 6..=day).map(|r| r.1).max();
                let most = pains().filter_map(|pain| worst(&pain)).max().unwrap();
                let pain = pains().find(|pain| worst(pain) == Some(most)).unwrap();
                Expected {
                    from: day - 6,
                    answers: self.ratings[pain].range(day - 6..=day).count(),
                    ..only(Some(f64::from(*most)))
                }
            }
            "breath" => if_named("breathlessness"),
            "dry" => if_named("vomiting"),
            "gut" | "gut-severe" => rated("diarrhoea"),
            "blocked" => rated("constipation"),
            "severe" => rated(&items[0]),
            "state-newly" => only(Some(f64::from(self.states[&day]))),
            "state-dropped" => {
                let before: Vec<u32> =
                    self.states.range(day - 14..day).map(|(_, state)| *state).collect();
                Expected {
                    before: before.iter().min().map(|best| f64::from(*best)),
                    before_answers: Some(before.len()),
                    ..only(Some(f64::from(self.states[&day])))
                }
            }
            "weight" | "weight-slow" => {
                let back = if rule == "weight" { 31 } else { 183 };
                let before: Vec<f64> =
                    self.weights.range(day - back..day).map(|(_, kilos)| *kilos).collect();
                Expected {
                    before: before.iter().copied().reduce(f64::max),
                    before_answers: Some(before.len()),
                    ..only(Some(self.weights[&day]))
                }
            }
            "new-pain" => {
                let week: Vec<u32> =
                    self.ratings[&items[0]].range(day - 6..=day).map(|(_, r)| *r).collect();
                Expected { from: day - 6, answers: week.len(), ..only(Some(mean(&week))) }
            }
            "returned" => {
                let all: Vec<(i32, u32)> =
                    self.ratings[&items[0]].range(..=day).map(|(d, r)| (*d, *r)).collect();
                let last_zero = all.iter().rposition(|(_, rating)| *rating == 0).unwrap();
                let back = &all[last_zero + 1..];
                let absent = &all[last_zero + 1 - 14..=last_zero];
                assert!(absent.iter().all(|(_, rating)| *rating == 0), "it was not absent");
                let ratings: Vec<u32> = back.iter().map(|(_, rating)| *rating).collect();
                Expected {
                    from: back[0].0,
                    to: day,
                    answers: back.len(),
                    now: Some(mean(&ratings)),
                    before: Some(0.0),
                    before_answers: Some(14),
                    cycles: None,
                }
            }
            "trend" => self.trend(self.series(&items[0]), day),
            "silence-no-entry" => {
                let last = self.days.range(..day).next_back().unwrap();
                Expected { from: last + 1, to: day - 1, answers: 0, ..only(None) }
            }
            // A sign was ticked: there is no number.
            _ => only(None),
        }
    }

    /// This week's answers against those on the same days of up to three earlier cycles, or, without
    /// three such answers, against the six weeks that ended twelve days ago.
    fn trend(&self, series: &BTreeMap<i32, u32>, day: i32) -> Expected {
        let week: Vec<u32> = series.range(day - 6..=day).map(|(_, rating)| *rating).collect();
        let start_of = |d: i32| self.given.range(..=d).next_back().copied();
        let offsets: Option<BTreeSet<i32>> =
            series.range(day - 6..=day).map(|(d, _)| Some(d - start_of(*d)?)).collect();
        let mut same: Vec<u32> = Vec::new();
        let mut cycles = 0;
        if let (Some(offsets), Some(current)) = (offsets, start_of(day)) {
            for start in self.given.range(..current).rev() {
                let next = *self.given.range(start + 1..).next().unwrap();
                let of_cycle: Vec<u32> = series
                    .range(*start..next.min(day - 6))
                    .filter(|(d, _)| offsets.contains(&(*d - start)))
                    .map(|(_, rating)| *rating)
                    .collect();
                if !of_cycle.is_empty() && cycles < 3 {
                    cycles += 1;
                    same.extend(of_cycle);
                }
            }
        }
        let (before, cycles) = if same.len() >= 3 {
            (same, Some(cycles))
        } else {
            (series.range(day - 54..day - 12).map(|(_, rating)| *rating).collect(), None)
        };
        Expected {
            from: day - 6,
            to: day,
            answers: week.len(),
            now: Some(mean(&week)),
            before: Some(mean(&before)),
            before_answers: Some(before.len()),
            cycles,
        }
    }
}
