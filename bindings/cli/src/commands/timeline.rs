//! `vigie timeline`: everything that happened, searched and narrowed, or a year at a glance.

use std::collections::BTreeMap;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::json;
use vigie_journal::{
    Author, CareKind, Day, DayAtAGlance, Event, EventKind, Happening, Journal, Label, Look,
    PromptLevel, Words, capitalised, one_line,
};

use crate::commands::around::Reader;
use crate::exit::Failure;
use crate::session::Session;

#[derive(Debug, Args)]
pub struct TimelineArgs {
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_delimiter = ',', value_name = "KIND,…", value_parser = kinds())]
    pub kind: Vec<EventKind>,
    #[arg(long, value_name = "WORDS")]
    pub find: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub told_by: Option<String>,
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["since", "until", "kind", "find", "told_by"])]
    pub year: Option<i32>,
}

/// A kind of event by its code.
fn kinds() -> impl TypedValueParser<Value = EventKind> {
    let codes = EventKind::all().map(EventKind::code);
    PossibleValuesParser::new(codes).try_map(|code| {
        EventKind::all().find(|kind| kind.code() == code).ok_or("one of the codes above")
    })
}

pub fn run(session: &Session, args: TimelineArgs) -> Result<(), Failure> {
    let (journal, _) = session.open_for_person()?;
    if let Some(year) = args.year {
        // Two digits are a slip, and the years of a day have four.
        if Day::from_ymd(year, 1, 1).is_none() {
            return Err(Failure::Refused { id: "fail-year", what: "--year".to_owned() });
        }
        return at_a_glance(session, &journal, year);
    }
    let read = Reader { words: session.words, today: journal.now().day() };
    let day = |option, text: &Option<String>| {
        let day = text.as_deref().map(|text| read.day(text)).transpose();
        day.map_err(|invalid| Failure::Option { invalid, option })
    };
    let (since, until) = (day("since", &args.since)?, day("until", &args.until)?);
    if let (Some(since), Some(until)) = (since, until)
        && since > until
    {
        return Err(Failure::Refused { id: "fail-since-until", what: String::new() });
    }
    let by = args.told_by.as_deref().map(|name| Label::new("name", name)).transpose()?;
    let look = Look {
        from: since,
        to: until,
        kinds: args.kind.into_iter().collect(),
        words: args.find.unwrap_or_default(),
        by,
        ..Look::everything(session.words.lang())
    };
    let happenings = journal.timeline(&look)?;
    if session.common.json {
        happenings.iter().for_each(|one| println!("{}", as_json(one)));
        return Ok(());
    }
    let words = session.words;
    if happenings.is_empty() {
        println!("{}", words.text("timeline-nothing"));
    }
    let mut day = None;
    for one in &happenings {
        if day.replace(one.day) != Some(one.day) {
            println!("{}", capitalised(&words.weekday_day(one.day)));
        }
        println!("  {}", line(words, one));
    }
    Ok(())
}

/// On one line: what it is, what is known of it, who told it when it was not the person.
fn line(words: &Words, one: &Happening) -> String {
    let mut parts = one.text.clone();
    parts.extend(one.author.as_ref().and_then(|author| words.noted_by(author)));
    let parts: Vec<String> =
        parts.iter().map(|part| part.lines().map(one_line).collect::<Vec<_>>().join(" ")).collect();
    parts.join(" · ")
}

fn as_json(one: &Happening) -> serde_json::Value {
    let id = match &one.event {
        Event::Entry(id) => Some(id.to_string()),
        Event::Prompt(id) | Event::Outcome(id, _) => Some(id.to_string()),
        Event::Care(id, _) => Some(id.to_string()),
        Event::Attachment(id) => Some(id.to_string()),
        _ => None,
    };
    let by = match &one.author {
        Some(Author::Caregiver(name)) => Some(name.as_str()),
        _ => None,
    };
    json!({
        "date": one.day, "kind": one.event.kind().code(), "id": id, "by": by, "text": one.text,
    })
}

/// What is drawn for the worst rating of a day: its digit, `A` for ten.
fn sign(day: &DayAtAGlance) -> char {
    match (day.worst, day.answered) {
        (Some(worst), _) => {
            char::from_digit(u32::from(worst), 11).unwrap_or('a').to_ascii_uppercase()
        }
        (None, true) if day.too_unwell => 'u',
        (None, true) => '-',
        (None, false) => ' ',
    }
}

/// What else happened on a day, the most pressing first.
fn mark(day: &DayAtAGlance) -> char {
    if day.prompt > Some(PromptLevel::Mention) {
        '*'
    } else if day.treated {
        'T'
    } else if day.care.contains(&CareKind::Appointment) {
        'R'
    } else if day.care.contains(&CareKind::Imaging) {
        'I'
    } else if day.care.contains(&CareKind::Lab) {
        'L'
    } else {
        ' '
    }
}

fn at_a_glance(session: &Session, journal: &Journal, year: i32) -> Result<(), Failure> {
    let words = session.words;
    let days = journal.year(year)?;
    if session.common.json {
        for (day, glance) in &days {
            let care: Vec<&str> = glance.care.iter().map(|kind| kind.code()).collect();
            println!(
                "{}",
                json!({
                    "date": day, "answered": glance.answered, "too_unwell": glance.too_unwell,
                    "worst": glance.worst, "state": glance.state, "treated": glance.treated,
                    "prompt": glance.prompt.map(PromptLevel::code), "kinds": care,
                })
            );
        }
        return Ok(());
    }
    println!("{}", words.with("timeline-year", &[("year", year.to_string().into())]));
    (1..=12).for_each(|month| month_lines(words, &days, year, month));
    println!("\n{}", words.text("timeline-year-legend"));
    Ok(())
}

/// A month: the worst rating of each day, and below it what else happened.
fn month_lines(words: &Words, days: &BTreeMap<Day, DayAtAGlance>, year: i32, month: u32) {
    let Some(first) = Day::from_ymd(year, month, 1) else { return };
    let of_month = first.through(first.plus(30)).filter(|day| day.ymd().1 == month);
    let (mut signs, mut marks) = (String::new(), String::new());
    for day in of_month {
        let glance = days.get(&day);
        signs.push(glance.map_or('.', sign));
        marks.push(glance.map_or(' ', mark));
    }
    println!("{:<10} {}", words.month(month), signs.replace(' ', "."));
    if !marks.trim().is_empty() {
        println!("{:<10} {}", "", marks.trim_end());
    }
}
