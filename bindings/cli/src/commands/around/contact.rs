//! `vigie contact`: whom to call, in order, who answers now, and the numbers that always answer.

use serde_json::{Value, json};
use vigie_journal::guide::directory::Directory;
use vigie_journal::{CareContact, CareRole, Moment, Profile, is_same, say};

use super::{Desk, shown};
use crate::commands::init;
use crate::exit::Failure;

/// An hour at which few answer: 23:00.
const NIGHT: u16 = 23 * 60;

pub fn run(desk: &Desk<'_>) -> Result<(), Failure> {
    match desk.typed.task {
        "add" => add(desk),
        "remove" => remove(desk),
        _ => list(desk),
    }
}

fn add(desk: &Desk<'_>) -> Result<(), Failure> {
    // The role by its name too.
    let typed = desk.typed.must("contact");
    let typed = match typed.split_once(';') {
        Some((role, rest)) => match desk.read.code::<CareRole>("role", role) {
            Ok(role) => format!("{};{rest}", role.code()),
            Err(_) => typed.to_owned(),
        },
        None => typed.to_owned(),
    };
    let contact = init::contact(&typed)?;
    let mut profile = desk.journal.profile()?;
    let known = profile.contacts.iter().position(|there| *there == contact);
    let at = known.unwrap_or(profile.contacts.len());
    if known.is_none() {
        profile.contacts.push(contact.clone());
        desk.journal.set_profile(profile)?;
    }
    tell(desk, if known.is_some() { "contact-known" } else { "contact-kept" }, at, &contact);
    Ok(())
}

fn remove(desk: &Desk<'_>) -> Result<(), Failure> {
    let mut profile = desk.journal.profile()?;
    let refused = || Failure::Refused { id: "fail-no-contact", what: "contact".to_owned() };
    let at = chosen(&profile, desk.typed.must("contact")).ok_or_else(refused)?;
    let contact = profile.contacts.remove(at);
    desk.journal.set_profile(profile)?;
    tell(desk, "contact-removed", at, &contact);
    Ok(())
}

/// A contact by its number in the list, or by a name that only one has.
fn chosen(profile: &Profile, text: &str) -> Option<usize> {
    let number = text.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    if let Some(at) = number.filter(|at| *at < profile.contacts.len()) {
        return Some(at);
    }
    let mut named = (0..).zip(&profile.contacts).filter(|(_, it)| is_same(it.name.as_str(), text));
    let (at, _) = named.next()?;
    named.next().is_none().then_some(at)
}

fn list(desk: &Desk<'_>) -> Result<(), Failure> {
    let words = desk.session.words;
    let contacts = desk.journal.profile()?.contacts;
    let built_in = Directory::national_numbers(words.lang());
    let now = desk.journal.now();
    let night = Moment::at(now.day(), NIGHT, now.offset_minutes);
    if desk.json() {
        for (number, contact) in (1..).zip(&contacts) {
            let mut value = contact_json(number, contact);
            if let Some(object) = value.as_object_mut() {
                let answers = contact.hours.is_none_or(|hours| hours.open_at(now));
                object.insert("answers_now".to_owned(), answers.into());
            }
            println!("{value}");
        }
        for (number, what) in built_in {
            println!(
                "{}",
                json!({ "id": number, "record": "number", "phone": number, "said": what })
            );
        }
        for (id, at) in [("now", now), ("night", night)] {
            let call = say::call(words, &desk.journal.who_answers(at)?);
            println!("{}", json!({ "id": id, "record": "call", "said": call }));
        }
        return Ok(());
    }
    for (number, contact) in (1..).zip(&contacts) {
        println!("{number}  {}", said(desk, contact));
    }
    if contacts.is_empty() {
        desk.say("contact-none", &[]);
    }
    println!();
    for (id, at) in [("contact-now", now), ("contact-at-night", night)] {
        let call = say::call(words, &desk.journal.who_answers(at)?);
        desk.say(id, &[("call", call.into()), ("time", words.minute(at.minute_of_day()).into())]);
    }
    println!();
    for (number, what) in built_in {
        println!("{number:>4}  {what}");
    }
    Ok(())
}

/// A contact in one line.
fn said(desk: &Desk<'_>, contact: &CareContact) -> String {
    let words = desk.session.words;
    let hours = contact.hours.map(|hours| words.hours(hours));
    let night = contact.out_of_hours.as_ref();
    let night = night.map(|phone| words.with("contact-night", &[("phone", phone.as_str().into())]));
    let parts = [
        Some(contact.name.as_str().to_owned()),
        Some(words.role(contact.role)),
        Some(contact.phone.as_str().to_owned()),
        hours,
        night,
    ];
    shown::flat(parts.into_iter().flatten())
}

fn contact_json(number: usize, contact: &CareContact) -> Value {
    json!({
        "id": number.to_string(),
        "record": "contact",
        "role": contact.role.code(),
        "name": contact.name.as_str(),
        "phone": contact.phone.as_str(),
        "hours": contact.hours.map(|hours| hours.to_string()),
        "night": contact.out_of_hours.as_ref().map(|phone| phone.as_str().to_owned()),
    })
}

fn tell(desk: &Desk<'_>, how: &str, at: usize, contact: &CareContact) {
    if desk.json() {
        let mut value = contact_json(at + 1, contact);
        if let (true, Some(object)) = (how == "contact-removed", value.as_object_mut()) {
            object.insert("removed".to_owned(), true.into());
        }
        println!("{value}");
        return;
    }
    desk.say(how, &[("what", said(desk, contact).into()), ("number", (at + 1).into())]);
}
