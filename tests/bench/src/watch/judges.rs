//! Other judges: people of a generator that breaks the assumptions, and real diaries.

use std::collections::BTreeMap;
use std::path::Path;

use vigie_model::{Answer, DailyEntry, Day, Item, Rating};
use vigie_simulator::score::{Outcome, false_prompts_per_100_days};
use vigie_simulator::{Oddity, SimulatedPatient, Symptoms, odd_patient};
use vigie_watch::RulePack;

use super::rule::{Rule, par_map, together};
use super::series::Series;
use super::{HELD_OUT, Size, people, seeds, start, table, vigie};
use crate::contest::Failure;

/// Rules of the first table that are judged here, by a part of their name.
const JUDGED: [&str; 5] =
    ["Vigie, the pack", "former", "7-day mean minus", "Mann-Kendall z, 21", "STAR daily, as"];
/// Beside the project, not in it.
const DIARIES: &str = "../../../shared/data/diaries/pain-9-people-nrs.csv";

/// The third part.
pub fn table(size: &Size, rules: &[Rule]) -> Result<String, Failure> {
    let judged = JUDGED.iter().filter_map(|part| rules.iter().find(|r| r.name.contains(part)));
    let judged: Vec<Rule> = judged.copied().collect();
    let mut text = table::heading(3, "Other judges");
    text += &odd(size, &judged)?;
    text += &eight(size, &judged)?;
    text += &diaries(&judged)?;
    Ok(text)
}

/// One symptom, each oddity alone and all of them.
fn odd(size: &Size, rules: &[Rule]) -> Result<String, Failure> {
    let mut rows = Vec::new();
    let mut kinds = vec![("none: only the other generator".to_owned(), Vec::new())];
    // What a day's symptoms share cannot be told from noise when there is one.
    let alone = Oddity::ALL.into_iter().filter(|oddity| *oddity != Oddity::SharedNoise);
    kinds.extend(alone.map(|oddity| (named(oddity).to_owned(), vec![oddity])));
    kinds.push(("all of them but the ceiling".to_owned(), all_but_the_ceiling()));
    for (name, oddities) in kinds {
        let mut cells = vec![name];
        let stable = odd_outcomes(size, rules, &oddities, false)?;
        let worse = odd_outcomes(size, rules, &oddities, true)?;
        for (stable, worse) in stable.iter().zip(&worse) {
            let rate = table::rate(false_prompts_per_100_days(stable));
            cells.push(format!("{rate}: {}", table::seen(worse)));
        }
        rows.push(cells);
    }
    let header: Vec<&str> =
        std::iter::once("oddity").chain(rules.iter().map(|rule| rule.name)).collect();
    Ok(format!(
        "(a) A generator unlike the first (`odd_patient`), thresholds unchanged, {} stable and {} worsening patients a row. A cell is false\n\
         prompts per 100 symptom-days: seen in 14 days, in 21 days (%), median delay.\n\n{}\n",
        size.odd,
        size.odd,
        table::markdown(&header, &rows)
    ))
}

fn named(oddity: Oddity) -> &'static str {
    match oddity {
        Oddity::Spells => "good and bad spells",
        Oddity::Weekdays => "days of the week",
        Oddity::Favourites => "favourite numbers",
        Oddity::Ceiling => "near the end of the scale",
        Oddity::WeeklyCycle => "treatment every week",
        Oddity::BadDaysSkipped => "bad days are skipped",
        Oddity::Drift => "drift over months",
        Oddity::SharedNoise => "noise shared by a day's symptoms",
    }
}

/// At the ceiling hardly anything can get worse: it would hide the others.
fn all_but_the_ceiling() -> Vec<Oddity> {
    Oddity::ALL.into_iter().filter(|oddity| *oddity != Oddity::Ceiling).collect()
}

/// The outcomes by rule.
fn odd_outcomes(
    size: &Size,
    rules: &[Rule],
    oddities: &[Oddity],
    worse: bool,
) -> Result<Vec<Vec<Outcome>>, Failure> {
    let start = start()?;
    let patients = par_map(&seeds(HELD_OUT, size.odd), |seed| {
        let patient = odd_patient(start, Symptoms::One, oddities, worse, *seed);
        let items = series(&patient);
        let judge = |rule: &Rule| items.iter().map(|item| rule.judge(item)).collect::<Vec<_>>();
        rules.iter().map(judge).collect::<Vec<_>>()
    });
    let of = |index: usize| patients.iter().filter_map(move |patient| patient.get(index));
    Ok((0..rules.len()).map(|index| of(index).flatten().cloned().collect()).collect())
}

/// Every item a patient was asked about.
fn series(patient: &SimulatedPatient) -> Vec<Series> {
    let items: std::collections::BTreeSet<&Item> =
        patient.entries.iter().flat_map(|entry| entry.answers.keys()).collect();
    let of = |item: &Item| Series::new(&patient.entries, item, patient.onset(item));
    items.into_iter().map(of).collect()
}

/// Eight symptoms, all oddities, and their noise shared.
fn eight(size: &Size, rules: &[Rule]) -> Result<String, Failure> {
    let start = start()?;
    let seeds = seeds(HELD_OUT, (size.odd / 4).max(2));
    let mut rows = Vec::new();
    for (name, oddities) in [
        ("none", Vec::new()),
        (named(Oddity::SharedNoise), vec![Oddity::SharedNoise]),
        ("all of them but the ceiling", all_but_the_ceiling()),
    ] {
        let both = [false, true].map(|worse| {
            par_map(&seeds, |seed| {
                let patient = odd_patient(start, Symptoms::Eight, &oddities, worse, *seed);
                let series = series(&patient);
                let items: Vec<Item> = series.iter().map(|series| series.item.clone()).collect();
                let former = rules.iter().filter(|rule| rule.name.contains("former"));
                let mut outcomes = together(people::own(&patient, &items));
                outcomes.extend(former.flat_map(|rule| {
                    together(series.iter().map(|series| rule.judge(series)).collect())
                }));
                outcomes
            })
        });
        let [stable, worse] = &both;
        let of = |all: &[Vec<Outcome>], index: usize| -> Vec<Outcome> {
            all.iter().filter_map(|outcomes| outcomes.get(index)).cloned().collect()
        };
        let mut cells = vec![name.to_owned()];
        cells.extend((0..2).map(|index| {
            let rate = table::rate(false_prompts_per_100_days(&of(stable, index)));
            format!("{rate}: {}", table::seen(&of(worse, index)))
        }));
        rows.push(cells);
    }
    let header = ["oddity", "Vigie, its own combination", "former baseline, each symptom alone"];
    Ok(format!(
        "Eight symptoms of that generator, {} stable and {} worsening patients; days with a false trend prompt per 100 patient-days, at the\n\
         thresholds of one symptom for the former baseline:\n\n{}\n",
        seeds.len(),
        seeds.len(),
        table::markdown(&header, &rows)
    ))
}

/// How often it speaks in nine real diaries, in which nothing is labelled.
fn diaries(rules: &[Rule]) -> Result<String, Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DIARIES);
    let what =
        "(b) Real diaries of nine people with pains (MyAIGuide; no treatment, nothing labelled)";
    if !path.is_file() {
        return Ok(format!("{what}: not there.\n"));
    }
    let mut people: BTreeMap<String, BTreeMap<Day, DailyEntry>> = BTreeMap::new();
    for row in csv::Reader::from_path(path)?.deserialize() {
        let (patient, date, item, value): (String, String, String, u8) = row?;
        let day: Day = date.parse()?;
        let entries = people.entry(patient).or_default();
        let entry = entries.entry(day).or_insert_with(|| DailyEntry::new(day));
        entry.answer(item.parse::<Item>()?, Answer::Rated(Rating::try_from(value)?));
    }
    let mut all = vec![(0, 0); rules.len() + 1];
    let mut rows = Vec::new();
    for (patient, entries) in people {
        let entries: Vec<DailyEntry> = entries.into_values().collect();
        let counts = spoken(&entries, rules);
        all.iter_mut().zip(&counts).for_each(|(all, (prompts, days))| {
            all.0 += prompts;
            all.1 += days;
        });
        rows.push(counted(patient, &counts));
    }
    rows.push(counted("all nine".to_owned(), &all));
    let mut header = vec!["person", "symptom-days", "Vigie, all items together"];
    header.extend(rules.iter().map(|rule| rule.name));
    Ok(format!(
        "{what}: prompts per 100 symptom-days\n(in brackets: prompts), at unchanged thresholds.\n\n{}",
        table::markdown(&header, &rows)
    ))
}

/// Prompts and symptom-days of one person: Vigie on all items together, then each rule.
fn spoken(entries: &[DailyEntry], rules: &[Rule]) -> Vec<(usize, usize)> {
    let items: std::collections::BTreeSet<&Item> =
        entries.iter().flat_map(|entry| entry.answers.keys()).collect();
    let series: Vec<Series> =
        items.into_iter().map(|item| Series::new(entries, item, None)).collect();
    let days = series.iter().map(|series| series.reports.len()).sum();
    let together = vigie::said(entries, RulePack::builtin());
    let mut counts = vec![(together.values().map(Vec::len).sum(), days)];
    counts.extend(
        rules
            .iter()
            .map(|rule| (series.iter().map(|series| rule.judge(series).prompts.len()).sum(), days)),
    );
    counts
}

fn counted(person: String, counts: &[(usize, usize)]) -> Vec<String> {
    let days = counts.first().map_or(0, |(_, days)| *days);
    let mut cells = vec![person, days.to_string()];
    cells.extend(counts.iter().map(|(prompts, days)| {
        format!("{:.2} ({prompts})", 100.0 * *prompts as f64 / (*days).max(1) as f64)
    }));
    cells
}
