//! A person with eight symptoms: one prompt from several scores.

use vigie_model::Item;
use vigie_simulator::score::{Outcome, false_prompts_per_100_days};
use vigie_simulator::{PatientSpec, SimulatedPatient};
use vigie_watch::RulePack;

use super::rule::{Rule, par_map, together};
use super::series::{Series, items, patient};
use super::table::{self, Row};
use super::{CHOOSING, Cohorts, HELD_OUT, Size, seeds, vigie};

/// What Vigie says of a whole patient, by item: its own combination of scores and thresholds.
pub fn own(patient: &SimulatedPatient, items: &[Item]) -> Vec<Outcome> {
    let mut said = vigie::said(&patient.entries, RulePack::builtin());
    items
        .iter()
        .map(|item| Outcome::of_item(patient, item, said.remove(item).unwrap_or_default()))
        .collect()
}

fn own_of(spec: &PatientSpec, seed: u64) -> Outcome {
    let (patient, spec) = patient(spec, seed);
    let items: Vec<Item> = spec.items.iter().map(|item| item.item.clone()).collect();
    Outcome::of_patient(&own(&patient, &items))
}

/// The rules of the table with every symptom for itself, which is the maximum of the scores.
fn alone(rules: &[Rule], stable: &[Vec<Series>], rate: f64) -> Vec<(String, Rule)> {
    let mut chosen = Vec::new();
    for (part, name, equal) in [
        ("bisection", "Vigie, maximum of the scores, threshold of one symptom", false),
        ("bisection", "Vigie, maximum of the scores, equal rate", true),
        ("former", "former baseline, maximum of the scores, equal rate", true),
        ("7-day mean minus", "7-day mean minus the mean before, maximum, equal rate", true),
        ("STAR daily, as", "STAR daily, as published", false),
        ("STAR daily, points", "STAR daily, points above the baseline, equal rate", true),
        ("oracle", "oracle, maximum of the scores, equal rate", true),
    ] {
        if let Some(rule) = rules.iter().find(|rule| rule.name.contains(part)) {
            let rule = if equal { rule.calibrated(stable, rate, together) } else { *rule };
            chosen.push((name.to_owned(), rule));
        }
    }
    chosen
}

/// The second part.
pub fn table(cohorts: &Cohorts, size: &Size, rules: &[Rule]) -> String {
    let choosing = seeds(CHOOSING, size.eight);
    let spoken = par_map(&choosing, |seed| own_of(&cohorts.stable, *seed));
    let rate = false_prompts_per_100_days(&spoken).unwrap_or(0.0);
    let stable = par_map(&choosing, |seed| items(&cohorts.stable, *seed));
    let alone = alone(rules, &stable, rate);
    drop(stable);
    let name = "Vigie, its own combination and thresholds".to_owned();
    let threshold = "the pack's".to_owned();
    let mut rows = vec![Row { name, threshold, ..Row::default() }];
    rows.extend(alone.iter().map(|(name, rule)| Row { name: name.clone(), ..Row::of(rule) }));
    for (cohort, spec) in cohorts.all().enumerate() {
        let outcomes =
            par_map(&seeds(HELD_OUT, size.eight), |seed| {
                let items = items(spec, *seed);
                let mut outcomes = vec![vec![own_of(spec, *seed)]];
                outcomes.extend(alone.iter().map(|(_, rule)| {
                    together(items.iter().map(|item| rule.judge(item)).collect())
                }));
                outcomes
            });
        table::distribute(&mut rows, cohort, outcomes);
    }
    let mut text = table::heading(2, "Eight symptoms");
    text += &format!(
        "{} patients a cohort, the same ranges of seeds. Days with a false trend prompt per 100 patient-days; 'equal rate' is that of \
         Vigie's own\ncombination on the first range, {rate:.2}. Three symptoms get worse at once (of 'new': a back pain and \
         breathlessness).\n\n",
        size.eight
    );
    text += &table::detection(&rows);
    text += "\nDays with a false trend prompt per 100 patient-days under stress:\n\n";
    text += &table::stresses(&rows);
    text
}
