//! `vigie explain`: what a treatment, a test, a help or a formality is, in plain words. It opens no journal.

use clap::Args;
use serde_json::{Value, json};
use vigie_journal::Words;
use vigie_journal::guide::comfort::{self, Forward};
use vigie_journal::guide::explain::{Group, Topic};

use crate::exit::Failure;
use crate::session::Session;

/// What is to be explained.
#[derive(Debug, Args)]
pub struct Wanted {
    #[arg(value_name = "TOPIC")]
    pub topic: Option<Topic>,
}

pub fn run(session: &Session, wanted: &Wanted) -> Result<(), Failure> {
    let words = session.words;
    if session.common.json {
        let topics = wanted.topic.map_or(Topic::ALL.to_vec(), |topic| vec![topic]);
        topics.into_iter().for_each(|topic| println!("{}", topic_json(words, topic)));
        return Ok(());
    }
    match wanted.topic {
        Some(Topic::TreatmentsStop) => chapter(words),
        Some(topic) => println!("{}\n\n{}", topic.title(words), topic.text(words)),
        None => list(words),
    }
    Ok(())
}

/// Every topic by its word, in its group.
fn list(words: &Words) {
    let widest = Topic::ALL.iter().map(|topic| topic.code().len()).max().unwrap_or_default();
    for group in Group::ALL {
        println!("{}", group.title(words));
        for topic in group.topics() {
            println!("  {:<widest$}  {}", topic.code(), topic.title(words));
        }
        println!();
    }
    println!("{}", words.text("explain-how"));
}

/// The chapter for when treatments stop.
fn chapter(words: &Words) {
    println!("{}\n\n{}", Topic::TreatmentsStop.title(words), comfort::introduction(words));
    println!("\n{}", words.text("comfort-forward"));
    for forward in Forward::ALL {
        println!("  {} — {}", forward.title(words), forward.text(words));
    }
    println!("\n{}", words.text("comfort-list"));
    for item in comfort::list() {
        println!("  {}", words.item(&item));
    }
    println!("\n{}", words.text("comfort-questions"));
    for question in comfort::questions(words) {
        println!("  {question}");
    }
    println!("\n{}", words.text("comfort-wishes"));
    for topic in comfort::EXPLAINED {
        println!("  {} — {}", topic.title(words), topic.text(words));
    }
}

fn topic_json(words: &Words, topic: Topic) -> Value {
    let mut told = json!({
        "topic": topic.code(),
        "group": topic.group().code(),
        "title": topic.title(words),
        "text": topic.text(words),
    });
    if topic == Topic::TreatmentsStop
        && let Some(told) = told.as_object_mut()
    {
        let forward: Vec<Value> = Forward::ALL
            .iter()
            .map(|one| json!({ "code": one.code(), "title": one.title(words), "text": one.text(words) }))
            .collect();
        told.insert("forward".to_owned(), forward.into());
        told.insert("list".to_owned(), json!(comfort::list()));
        told.insert("questions".to_owned(), comfort::questions(words).into());
        let explained: Vec<&str> = comfort::EXPLAINED.iter().map(|topic| topic.code()).collect();
        told.insert("explained".to_owned(), json!(explained));
    }
    told
}
