//! `vigie list`: what is asked each day.

use serde_json::json;
use vigie_journal::{Allowed, Invalid, Item, guide};

use crate::args::around::List;
use crate::exit::Failure;
use crate::session::Session;

pub fn run(session: &Session, args: &List) -> Result<(), Failure> {
    let words = session.words;
    let set = match &args.set {
        Some(text) => Some(items(text)?),
        None => args.comfort.then(guide::comfort::list),
    };
    let journal = session.open()?;
    let mut profile = journal.profile()?;
    let mut before = None;
    if let Some(list) = set {
        before = Some(std::mem::replace(&mut profile.list, list));
        journal.set_profile(profile.clone())?;
    }
    if session.common.json {
        for item in &profile.list {
            println!("{}", json!({ "id": item.to_string(), "name": words.item(item) }));
        }
        return Ok(());
    }
    println!("{}", words.text(if before.is_some() { "list-set" } else { "list-asked" }));
    for item in &profile.list {
        println!("  {}  ({item})", words.item(item));
    }
    match before {
        None => println!("{}", words.text("list-how")),
        Some(before) if before != profile.list && !before.is_empty() => {
            let before: Vec<String> = before.iter().map(Item::to_string).collect();
            println!("{}", words.with("list-back", &[("before", before.join(",").into())]));
        }
        Some(_) => {}
    }
    Ok(())
}

/// Items separated by commas, each once.
fn items(text: &str) -> Result<Vec<Item>, Invalid> {
    let mut list: Vec<Item> = Vec::new();
    for item in text.split(',').map(str::trim).filter(|item| !item.is_empty()) {
        let item: Item = item.parse()?;
        if !list.contains(&item) {
            list.push(item);
        }
    }
    if list.is_empty() {
        return Err(Invalid::new("item", Allowed::NotEmpty));
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_read_in_order_and_each_once() {
        let list = items(" fatigue, pain:hip-left ,own:Crampes,fatigue,").unwrap();
        let list: Vec<String> = list.iter().map(Item::to_string).collect();
        assert_eq!(list, ["fatigue", "pain:hip-left", "own:Crampes"]);
        assert_eq!(items(" , ").unwrap_err().allowed, Allowed::NotEmpty);
        assert_eq!(items("fatigue,tiredness").unwrap_err().allowed, Allowed::Item);
    }
}
