//! Gathers what is to be told from the journal's entries, prompts and results.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{
    Author, By, CareEvent, ConsentKind, DailyEntry, Day, Item, Label, Measures, Moment, Note,
    PainQuality, PainSite, PerformanceStatus, Question, Source, Temperature, TreatmentLine, Weight,
};

use crate::doses::{medicines, settled};
use crate::questions::questions;
use crate::summary::{DatedEvent, DatedText, LabSeries, Measured, PainRow, PainkillerRow, Series};
use crate::{Cell, Choice, Comparison, ConsultationSummary, MODERATE, Material, PromptStory};

impl ConsultationSummary {
    /// Gathers what is to be told. Nothing is estimated: a day without an answer stays a gap.
    pub fn new(material: Material<'_>, choice: Choice) -> Self {
        let material_care = settled(material.care);
        let consultations: Vec<Day> =
            material_care.iter().filter_map(|one| one.told.consultation()).collect();
        let changes: Vec<Day> = material_care.iter().filter_map(|one| changed(&one.told)).collect();
        let comparison =
            Comparison::new(&choice, material.profile, material.entries, &consultations, &changes);
        // From the earlier of the two stretches on; only the period itself is told.
        let first = choice.from.min(comparison.before.from);
        let all = DailyEntry::days(
            material.entries.iter().filter(|e| first <= e.day && e.day <= choice.to),
        );
        let inside = |day: Day| choice.holds(day);
        let told: Vec<&DailyEntry> = material.entries.iter().filter(|e| inside(e.day)).collect();
        let days: Vec<&DailyEntry> = all.range(choice.from..).map(|(_, entry)| entry).collect();
        let items: BTreeSet<&Item> = days.iter().flat_map(|day| day.answers.keys()).collect();
        let left_out_notes = !choice.with_notes && told.iter().any(|e| e.note.is_some());
        let left_out_items = told.iter().any(|entry| {
            let shown = choice.entry((*entry).clone());
            (shown.answers.len(), shown.same_as_before.len(), shown.pains.len())
                != (entry.answers.len(), entry.same_as_before.len(), entry.pains.len())
        });
        let in_period = material.prompts.iter().filter(|story| inside(story.prompt.day));
        let in_period: Vec<PromptStory> = in_period.cloned().collect();
        let told_prompts = prompts(&in_period, &choice);
        let told_of = |one: &By<CareEvent>| one.filter_map(|event| choice.care(event.clone()));
        let belongs =
            |event: &CareEvent| inside(event.day()) || belongs(event, &choice, material.made_at);
        let whole: Vec<&By<CareEvent>> =
            material_care.iter().filter(|one| belongs(&one.told)).collect();
        let mut care: Vec<By<CareEvent>> = whole.iter().filter_map(|one| told_of(one)).collect();
        let left_out_words = told_prompts != in_period
            || care.len() != whole.len()
            || care.iter().zip(&whole).any(|(told, all)| told != *all);
        care.sort_by_key(|one| one.told.day());
        let (care, around): (Vec<_>, Vec<_>) =
            care.into_iter().partition(|one| inside(one.told.day()));
        let ever_told: Vec<By<CareEvent>> = material_care.iter().filter_map(told_of).collect();
        // Matched with all that is known: one whose answer is left out waits no more, and is left out with it.
        let asked = questions(material.entries, material_care.iter().map(|one| ((), one)));
        let asked = asked.into_iter().map(|(_, one)| one);
        let asked_told = |one: &By<Question>| {
            is_told(&one.told, &choice) && (choice.with_notes || one.told.answer.is_none())
        };
        let until_last = |line: &&TreatmentLine| {
            line.started.is_none_or(|day| day <= choice.to)
                && line.stopped.is_none_or(|day| day >= choice.from)
        };
        let mut series: Vec<Series> = items
            .into_iter()
            .filter(|item| !choice.without.contains(item))
            .filter_map(|item| one_series(item, &all, &choice, &comparison))
            .collect();
        series.sort_by(|a, b| {
            (b.worst, b.mean).partial_cmp(&(a.worst, a.mean)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let state = |day: Day| match all.get(&day) {
            Some(entry) => entry
                .state
                .map_or(Cell::NotAsked, |state| Cell::Rated(PerformanceStatus::get(state))),
            None => Cell::NoEntry,
        };
        Self {
            subject: material.subject.to_owned(),
            made_at: material.made_at,
            person: material.profile.name.clone().filter(|_| choice.with_name),
            treatment: material.profile.treatment_on(choice.to).cloned(),
            days: count(choice.from.through(choice.to)),
            days_answered: count(&days),
            days_too_unwell: count(days.iter().filter(|day| day.too_unwell)),
            told_by: told_by(&told),
            days_imported: count(days.iter().filter(|day| day.source == Source::Imported)),
            something_left_out: left_out_notes || left_out_items || left_out_words,
            notes: texts(&told, |entry| entry.note.as_ref().filter(|_| choice.with_notes)),
            treatments: material.profile.treatments.iter().filter(until_last).cloned().collect(),
            questions: asked.filter(asked_told).collect(),
            prompts: told_prompts,
            series,
            state: choice.from.through(choice.to).map(state).collect(),
            state_change: comparison.change(state),
            weight: measured(&days, |m| m.weight.map(Weight::get)),
            temperature: measured(&days, |m| m.temperature.map(Temperature::get)),
            administrations: events(&days, |day| day.administration.as_ref()),
            treatment_changes: events(&days, |day| day.treatment_change.as_ref()),
            painkillers: painkillers(&days),
            medicines: medicines(&ever_told, choice.period(), material.made_at),
            pains: pains(&days, &choice),
            labs: labs(&care),
            imaging: of_kind(&care, |event| match event {
                CareEvent::Imaging(study) => Some(study.clone()),
                _ => None,
            }),
            appointments: of_kind(&care, |event| match event {
                CareEvent::Appointment(appointment) => Some(appointment.clone()),
                _ => None,
            }),
            care,
            around,
            comparison,
            choice,
        }
    }
}

/// The day on which what is given changed.
fn changed(event: &CareEvent) -> Option<Day> {
    match event {
        CareEvent::Change(one) if one.kind.changes_what_is_given() => Some(one.day),
        _ => None,
    }
}

/// Whether something of a day outside the period belongs to it all the same.
fn belongs(event: &CareEvent, choice: &Choice, made_at: Moment) -> bool {
    let day = event.day();
    // Of a report of other days than these nobody expects what comes next.
    let to_come = day > choice.to && choice.to >= made_at.day();
    let still = |end: Option<Day>| day <= choice.to && end.is_none_or(|end| end >= choice.from);
    match event {
        CareEvent::Appointment(_) => to_come,
        CareEvent::Change(one) => to_come || one.until.is_some() && still(one.until),
        CareEvent::Medicine(one) => still(one.until),
        CareEvent::Consent(one) => one.kind != ConsentKind::Leaflet && still(one.withdrawn),
        CareEvent::Wish(_) => day <= choice.to,
        CareEvent::Question(one) => one.answer.is_some() && is_told(one, choice),
        CareEvent::Lab(_) | CareEvent::Imaging(_) | CareEvent::Support(_) => false,
        CareEvent::Intake(_) => false,
    }
}

fn of_kind<T>(care: &[By<CareEvent>], of: impl Fn(&CareEvent) -> Option<T>) -> Vec<By<T>> {
    care.iter().filter_map(|one| one.filter_map(&of)).collect()
}

/// Who answered on the days on which not only the person did.
fn told_by(entries: &[&DailyEntry]) -> Vec<(Day, Author)> {
    let mut days: BTreeMap<Day, Vec<Author>> = BTreeMap::new();
    for entry in entries {
        let authors = days.entry(entry.day).or_default();
        if !authors.contains(&entry.author) {
            authors.push(entry.author.clone());
        }
    }
    days.retain(|_, authors| authors.iter().any(|author| *author != Author::Person));
    let each =
        |(day, authors): (Day, Vec<Author>)| authors.into_iter().map(move |author| (day, author));
    days.into_iter().flat_map(each).collect()
}

/// Whether a question is told: it waits on the last day, or was answered in the period.
fn is_told(question: &Question, choice: &Choice) -> bool {
    question.day <= choice.to
        && question.answer.as_ref().is_none_or(|answer| answer.day >= choice.from)
}

fn count<T>(items: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(items.into_iter().count()).unwrap_or(u32::MAX)
}

/// Prompts as they are told.
fn prompts(stories: &[PromptStory], choice: &Choice) -> Vec<PromptStory> {
    let told = |story: &PromptStory| {
        let mut story = story.clone();
        choice.prompt(&mut story.prompt, &mut story.outcomes).then_some(story)
    };
    stories.iter().filter_map(told).collect()
}

fn one_series(
    item: &Item,
    days: &BTreeMap<Day, DailyEntry>,
    choice: &Choice,
    comparison: &Comparison,
) -> Option<Series> {
    let cell = |day: Day| Cell::of(days.get(&day), item);
    let cells: Vec<Cell> = choice.from.through(choice.to).map(cell).collect();
    let rated: Vec<(Day, u8)> = choice
        .from
        .through(choice.to)
        .zip(&cells)
        .filter_map(|(day, cell)| cell.rating().map(|rating| (day, rating)))
        .collect();
    let (worst_day, worst) = rated.iter().copied().max_by_key(|(day, rating)| (*rating, *day))?;
    let answers = count(&rated);
    let sum: u32 = rated.iter().map(|(_, rating)| u32::from(*rating)).sum();
    Some(Series {
        item: item.clone(),
        change: comparison.change(cell),
        answers,
        mean: f64::from(sum) / f64::from(answers),
        worst,
        worst_day,
        days_moderate: count(rated.iter().filter(|(_, rating)| *rating >= MODERATE)),
        cells,
    })
}

fn texts<'a>(
    entries: &[&'a DailyEntry],
    text: impl Fn(&'a DailyEntry) -> Option<&'a Note>,
) -> Vec<DatedText> {
    entries
        .iter()
        .filter_map(|entry| {
            let text = text(entry)?.as_str().to_owned();
            Some(DatedText { day: entry.day, text, author: entry.author.clone() })
        })
        .collect()
}

fn measured(days: &[&DailyEntry], value: impl Fn(&Measures) -> Option<f64>) -> Measured {
    days.iter().filter_map(|day| Some((day.day, value(&day.measures)?))).collect()
}

fn events(
    days: &[&DailyEntry],
    event: impl Fn(&DailyEntry) -> Option<&Option<Label>>,
) -> Vec<DatedEvent> {
    days.iter()
        .filter_map(|day| Some(DatedEvent { day: day.day, name: event(day)?.clone() }))
        .collect()
}

fn painkillers(days: &[&DailyEntry]) -> Vec<PainkillerRow> {
    let mut rows: BTreeMap<&str, PainkillerRow> = BTreeMap::new();
    for day in days {
        let mut today = BTreeSet::new();
        for taken in &day.painkillers {
            let name = taken.name.as_str();
            let row = rows.entry(name).or_insert_with(|| PainkillerRow {
                name: name.to_owned(),
                days: 0,
                helped: 0,
                not_helped: 0,
                not_said: 0,
            });
            row.days += u32::from(today.insert(name));
            row.helped += u32::from(taken.helped == Some(true));
            row.not_helped += u32::from(taken.helped == Some(false));
            row.not_said += u32::from(taken.helped.is_none());
        }
    }
    let mut rows: Vec<_> = rows.into_values().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.days));
    rows
}

/// What was said of each pain that is told, beside its ratings.
fn pains(days: &[&DailyEntry], choice: &Choice) -> Vec<PainRow> {
    let mut sites: BTreeMap<PainSite, (u32, BTreeMap<PainQuality, u32>)> = BTreeMap::new();
    for (site, detail) in days.iter().flat_map(|day| &day.pains) {
        let (nights, qualities) = sites.entry(*site).or_default();
        *nights += u32::from(detail.wakes_at_night);
        if let Some(quality) = detail.quality {
            *qualities.entry(quality).or_default() += 1;
        }
    }
    sites
        .into_iter()
        .filter(|(site, (nights, qualities))| {
            let says = *nights > 0 || !qualities.is_empty();
            says && !choice.without.contains(&Item::Pain(*site))
        })
        .map(|(site, (nights, qualities))| {
            let mut qualities: Vec<(PainQuality, u32)> = qualities.into_iter().collect();
            qualities.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
            PainRow { site, nights, qualities }
        })
        .collect()
}

/// Results of one name and one unit together. Names that differ by capitals, accents or spaces alone are one, in its first
/// spelling; units are told apart as they are written, for case counts there.
fn labs(care: &[By<CareEvent>]) -> Vec<LabSeries> {
    let key = |name: &Label| vigie_words::folded(name.as_str()).split_whitespace().collect();
    let mut series: BTreeMap<(String, Option<&Label>), LabSeries> = BTreeMap::new();
    for one in care {
        if let CareEvent::Lab(result) = &one.told {
            series
                .entry((key(&result.name), result.unit.as_ref()))
                .or_insert_with(|| LabSeries {
                    name: result.name.clone(),
                    unit: result.unit.clone(),
                    results: Vec::new(),
                })
                .results
                .push(By { author: one.author.clone(), told: result.clone() });
        }
    }
    series.into_values().collect()
}

#[cfg(test)]
mod tests {
    use vigie_model::{Profile, QuestionAnswer};
    use vigie_words::Lang;

    use super::*;

    fn day(n: i32) -> Day {
        "2026-11-01".parse::<Day>().unwrap().plus(n)
    }

    fn note(text: &str) -> Note {
        Note::new("note", text).unwrap()
    }

    #[test]
    fn an_answered_question_does_not_wait_again_where_notes_are_left_out() {
        let noted = |n, text| DailyEntry { question: Some(note(text)), ..DailyEntry::new(day(n)) };
        let entries = [noted(1, "Pourquoi ?"), noted(3, "Et après ?")];
        let answer = Some(QuestionAnswer { day: day(5), text: note("Parce que.") });
        let answered = Question { day: day(1), text: note("Pourquoi ?"), answer };
        let material = Material {
            subject: "s",
            entries: &entries,
            profile: &Profile::default(),
            prompts: &[],
            care: &[By::person(CareEvent::Question(answered))],
            made_at: Moment::at(day(10), 600, 60),
        };
        let told = |with_notes| {
            let choice = Choice { with_notes, ..Choice::everything(Lang::Fr, day(0), day(10)) };
            let summary = ConsultationSummary::new(material, choice);
            let told =
                |one: By<Question>| (one.told.text.as_str().to_owned(), one.told.answer.is_some());
            let questions: Vec<_> = summary.questions.into_iter().map(told).collect();
            (questions, summary.something_left_out)
        };
        let (first, second) = ("Pourquoi ?".to_owned(), "Et après ?".to_owned());
        assert_eq!(told(true), (vec![(first, true), (second.clone(), false)], false));
        assert_eq!(told(false), (vec![(second, false)], true));
    }
}
