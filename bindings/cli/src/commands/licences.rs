//! `vigie licences`: what others made and is a part of the command, with the texts of the licences. It opens no journal.

use serde_json::json;
use vigie_journal::licences::{Licence, Product};

use crate::exit::Failure;
use crate::session::Session;

pub fn run(session: &Session) -> Result<(), Failure> {
    let all = Licence::of(Product::Command);
    if session.common.json {
        all.iter().for_each(|licence| println!("{}", as_json(licence)));
        return Ok(());
    }
    println!("{}", session.words.text("licences-how"));
    for licence in &all {
        println!("\n{}\n{}", licence.name, "=".repeat(licence.name.chars().count()));
        for part in &licence.parts {
            println!("{}", part.name);
            part.copyright.iter().for_each(|line| println!("  {line}"));
        }
        println!();
        licence.text.lines().for_each(|line| println!("  {line}"));
    }
    Ok(())
}

fn as_json(licence: &Licence) -> serde_json::Value {
    let parts = licence.parts.iter();
    let parts: Vec<_> =
        parts.map(|part| json!({ "name": part.name, "copyright": part.copyright })).collect();
    json!({ "licence": licence.name, "parts": parts, "text": licence.text })
}
