//! The steps of a story within an open journal: entries, prompts, what stands around them, what goes out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vigie_journal::{
    Answer, Block, Call, Cell, Choice, Format, Item, Lang, Line, Moment, OpenPrompt, Outcome,
    OutcomeKind, Preview,
};

use crate::read::{self, Fields, Told, answer, code, flag, kebab, label, list, member};
use crate::read::{note, number, text, texts};
use crate::run::{Done, World, if_told, known, otherwise, same};
use crate::stand_ins::Stream;

fn lang(step: &Fields<'_>) -> Told<Lang> {
    match step.text("lang")? {
        "fr" => Ok(Lang::Fr),
        "en" => Ok(Lang::En),
        other => Err(format!("no such language: '{other}'")),
    }
}

/// That each of these is a part of what is said, and none of the others is.
fn holds(step: &Fields<'_>, said: &[&str]) -> Told<()> {
    let within = |part: &String| said.iter().any(|said| said.contains(part.as_str()));
    let (has, has_not) = (step.maybe("has", texts)?, step.maybe("has_not", texts)?);
    let missing = has.unwrap_or_default().into_iter().find(|part| !within(part));
    let there = has_not.unwrap_or_default().into_iter().find(within);
    match (missing, there) {
        (Some(part), _) => otherwise(&format!("'{part}' is not in it")),
        (_, Some(part)) => otherwise(&format!("'{part}' is in it")),
        _ => Ok(()),
    }
}

/// Parts of sentences, each in its sentence.
fn parts(what: &str, told: Vec<String>, sentences: &[String]) -> Told<()> {
    same(&format!("how many of {what}"), sentences.len(), told.len())?;
    let without = sentences.iter().zip(&told).find(|(all, part)| !all.contains(part.as_str()));
    without.map_or(Ok(()), |(all, part)| otherwise(&format!("{what}: no '{part}' in '{all}'")))
}

fn call(call: &Call) -> String {
    match call {
        Call::Contact(contact) => format!("contact:{}", contact.name.as_str()),
        Call::OutOfHours(contact) => format!("out-of-hours:{}", contact.name.as_str()),
        other => kebab(other),
    }
}

/// Each once, in the order in which they come.
fn once(mut all: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    all.retain(|one| seen.insert(one.clone()));
    all
}

fn cell(value: &Value) -> Told<Cell> {
    Ok(match value.as_str() {
        Some("not-asked") => Cell::NotAsked,
        Some("no-entry") => Cell::NoEntry,
        _ => match answer(value)? {
            Answer::Rated(rating) => Cell::Rated(rating.get()),
            Answer::Skipped => Cell::Skipped,
            Answer::TooUnwell => Cell::TooUnwell,
        },
    })
}

/// Any bytes, of this length.
fn bytes(step: &Fields<'_>) -> Told<Vec<u8>> {
    Ok((0..step.number("bytes")?).map(|n| (n % 251) as u8).collect())
}

/// What a preview says, as far as the stories look.
fn said(preview: &Preview) -> Vec<&str> {
    fn both(lines: &[Line]) -> impl Iterator<Item = &String> {
        lines.iter().flat_map(|line| [&line.label, &line.text])
    }
    let Preview { title, person, period, treatment, complete, .. } = preview;
    let mut said = vec![title, person, period, treatment, complete];
    said.extend(preview.complete_details.iter().chain(&preview.left_out));
    for section in &preview.sections {
        said.push(&section.title);
        for block in &section.blocks {
            match block {
                Block::Text(text) | Block::Remark(text) => said.push(text),
                Block::Groups(groups) => {
                    for group in groups {
                        said.extend([&group.title, &group.none]);
                        said.extend(both(&group.lines));
                    }
                }
                Block::Quotes(quotes) => {
                    said.push(&quotes.title);
                    said.extend(both(&quotes.quotes));
                }
                Block::Lines(lines) => said.extend(both(lines)),
                Block::Table(table) => {
                    said.extend(table.columns.iter().map(|column| &column.title));
                    said.extend(table.rows.iter().flatten().map(|cell| &cell.text));
                }
                Block::Body(_) => {}
            }
        }
    }
    said.into_iter().map(String::as_str).collect()
}

impl<'a> World<'a> {
    /// That a prompt is as told; without any word of it there is none.
    pub fn prompt(&mut self, found: Option<&OpenPrompt>, told: Option<&'a Value>) -> Done {
        let told = told.filter(|told| !told.is_null());
        let (open, told) = match (found, told) {
            (None, None) => return Ok(()),
            (Some(open), None) => {
                return Ok(otherwise(&format!("a prompt: {:?}", open.prompt))?);
            }
            (None, Some(told)) => return Ok(otherwise(&format!("no prompt, and not {told}"))?),
            (Some(open), Some(told)) => (open, Fields::of(told)?),
        };
        if let Some(name) = told.maybe("as", text)? {
            same(name, open.id, *self.prompts.entry(name).or_insert(open.id))?;
        }
        let prompt = &open.prompt;
        let items = prompt.findings.iter().flat_map(|finding| &finding.items);
        let items = once(items.map(ToString::to_string).collect());
        let rules: Vec<String> = prompt.findings.iter().map(|it| it.rule.clone()).collect();
        let outcomes: Vec<String> = open.outcomes.iter().map(|it| kebab(&it.kind)).collect();
        if_told("level", kebab(&prompt.level).as_str(), told.maybe("level", text)?)?;
        if_told("at_once", prompt.at_once, told.maybe("at_once", flag)?)?;
        if_told("items", items, told.maybe("items", texts)?)?;
        if_told("rules", rules, told.maybe("rules", texts)?)?;
        if_told("call", call(&open.call).as_str(), told.maybe("call", text)?)?;
        if_told("due", open.due.to_string().as_str(), told.maybe("due", text)?)?;
        if_told("overdue", open.overdue, told.maybe("overdue", flag)?)?;
        if_told("outcomes", outcomes, told.maybe("outcomes", texts)?)?;
        Ok(told.done()?)
    }

    pub fn record(&mut self, step: &Fields<'a>) -> Done {
        let recorded = self.journal()?.record(read::entry(step.value("entry")?)?)?;
        self.entries.extend(step.maybe("as", text)?.map(|name| (name, recorded.id)));
        self.prompt(recorded.prompt.as_ref(), step.get("prompt"))
    }

    pub fn draft(&self, step: &Fields<'a>) -> Done {
        let draft = self.journal()?.draft()?;
        Ok(same("entry", draft, read::maybe_entry(step.value("entry")?)?)?)
    }

    pub fn amend(&mut self, step: &Fields<'a>) -> Done {
        let id = known(&self.entries, step.text("of")?)?;
        let recorded = self.journal()?.amend(id, read::entry(step.value("entry")?)?)?;
        self.prompt(recorded.prompt.as_ref(), step.get("prompt"))
    }

    pub fn today(&mut self, step: &Fields<'a>) -> Done {
        let today = self.journal()?.today()?;
        let asked: Vec<Item> = today.asked.iter().map(|one| one.item.clone()).collect();
        let yesterday: BTreeMap<Item, Answer> = today
            .asked
            .into_iter()
            .filter_map(|one| one.yesterday.map(|answer| (one.item, answer)))
            .collect();
        let days = |value| list(value, code);
        let treatment = |value: &Value| Ok(value.as_i64());
        if_told("asked", asked, step.maybe("asked", |value| list(value, code))?)?;
        if_told("yesterday", yesterday, step.maybe("yesterday", |it| read::pairs(it, answer))?)?;
        if_told("ask_temperature", today.ask_temperature, step.maybe("ask_temperature", flag)?)?;
        if_told("missed", today.missed, step.maybe("missed", days)?)?;
        let day = today.treatment_day.map(i64::from);
        if_told("treatment_day", day, step.maybe("treatment_day", treatment)?)?;
        if_told("days", u64::from(today.days), step.maybe("days", number)?)?;
        let answered = u64::from(today.days_answered);
        if_told("days_answered", answered, step.maybe("days_answered", number)?)?;
        if_told("entries", today.entries.len() as u64, step.maybe("entries", number)?)?;
        let Some(told) = step.maybe("open", |value| list(value, Ok))? else {
            return Ok(());
        };
        same("how many wait", today.open.len(), told.len())?;
        today.open.iter().zip(told).try_for_each(|(open, told)| self.prompt(Some(open), Some(told)))
    }

    pub fn resolve(&mut self, step: &Fields<'a>) -> Done {
        let id = known(&self.prompts, step.text("prompt")?)?;
        let journal = self.journal()?;
        let outcome = Outcome {
            at: journal.now(),
            kind: member(OutcomeKind::ALL, step.value("outcome")?)?,
            contact: step.maybe("contact", label)?,
            advice: step.maybe("advice", note)?,
        };
        let open = journal.resolve(id, outcome)?;
        self.prompt(open.as_ref(), step.get("open"))
    }

    pub fn silence(&mut self, step: &Fields<'a>) -> Done {
        let prompt = self.journal()?.notice_silence()?;
        self.prompt(prompt.as_ref(), step.get("prompt"))
    }

    pub fn say(&self, step: &Fields<'a>) -> Done {
        let id = known(&self.prompts, step.text("prompt")?)?;
        let said = self.journal()?.say_prompt(id, lang(step)?)?;
        if_told("headline", said.headline.as_str(), step.maybe("headline", text)?)?;
        if let Some(told) = step.maybe("reasons_have", texts)? {
            parts("reasons", told, &said.reasons)?;
        }
        for part in step.maybe("what_to_say_has", texts)?.unwrap_or_default() {
            parts("what to say", vec![part], std::slice::from_ref(&said.what_to_say))?;
        }
        Ok(())
    }

    pub fn series(&self, step: &Fields<'a>) -> Done {
        let days = u16::try_from(step.number("days")?).map_err(|error| error.to_string())?;
        let series = self.journal()?.series(&code(step.value("item")?)?, days)?;
        let cells: Vec<Cell> = series.into_iter().map(|(_, cell)| cell).collect();
        Ok(same("cells", cells, list(step.value("cells")?, cell)?)?)
    }

    pub fn care(&mut self, step: &Fields<'a>) -> Done {
        let id = self.journal()?.add_care(read::care(step)?)?;
        self.care.extend(step.maybe("as", text)?.map(|name| (name, id)));
        Ok(())
    }

    pub fn questions(&self, step: &Fields<'a>) -> Done {
        let all = self.journal()?.questions()?;
        let of = |answered: bool| -> Vec<&str> {
            let asked = all.iter().map(|one| &one.asked.told);
            asked.filter(|it| it.answer.is_some() == answered).map(|it| it.text.as_str()).collect()
        };
        same("waiting", of(false), list(step.value("waiting")?, text)?)?;
        Ok(same("answered", of(true), list(step.value("answered")?, text)?)?)
    }

    pub fn doses(&self, step: &Fields<'a>) -> Done {
        let doses = self.journal()?.doses_on(code(step.value("day")?)?)?;
        let told = |(dose, _): &(vigie_journal::Dose, _)| {
            let status = dose.intake.as_ref().map(|intake| kebab(&intake.status));
            serde_json::json!([dose.minute, dose.medicine.as_str(), status])
        };
        let found = Value::Array(doses.iter().map(told).collect());
        Ok(same("doses", &found, step.value("doses")?)?)
    }

    pub fn reminders(&self, step: &Fields<'a>) -> Done {
        let days = u8::try_from(step.number("days")?).map_err(|error| error.to_string())?;
        let reminders = self.journal()?.reminders(days)?;
        let found: Vec<Moment> = reminders.into_iter().map(|(at, _)| at).collect();
        Ok(same("moments", found, list(step.value("moments")?, code)?)?)
    }

    pub fn attach(&self, step: &Fields<'a>) -> Done {
        let source = Stream::of(step, bytes(step)?)?;
        let (day, name) = (code(step.value("day")?)?, label(step.value("name")?)?);
        self.journal()?.attach(day, name, source)?;
        Ok(())
    }

    pub fn attachments(&self, step: &Fields<'a>) -> Done {
        let journal = self.journal()?;
        let mut found = Vec::new();
        for (id, file) in journal.attachments()? {
            let mut read = Vec::new();
            journal.attachment(id, &mut read)?;
            let whole = (0_u64..).zip(&read).all(|(n, byte)| n % 251 == u64::from(*byte));
            same("whole", (whole, read.len() as u64), (true, file.bytes))?;
            found.push(serde_json::json!([file.name.as_str(), file.bytes]));
        }
        Ok(same("files", &Value::Array(found), step.value("files")?)?)
    }

    fn choice(&self, step: &Fields<'a>) -> Done<Choice> {
        let mut choice = self.journal()?.usual_choice(lang(step)?)?;
        choice.from = step.maybe("from", code)?.unwrap_or(choice.from);
        choice.to = step.maybe("to", code)?.unwrap_or(choice.to);
        choice.with_name = step.maybe("with_name", flag)?.unwrap_or(choice.with_name);
        choice.with_notes = step.maybe("with_notes", flag)?.unwrap_or(choice.with_notes);
        choice.without.extend(step.maybe("without", |it| list(it, code))?.unwrap_or_default());
        Ok(choice)
    }

    pub fn preview(&self, step: &Fields<'a>) -> Done {
        let preview = self.journal()?.preview(self.choice(step)?)?;
        let found: Vec<String> = preview.sections.iter().map(|it| kebab(&it.part)).collect();
        if_told("parts", found, step.maybe("parts", texts)?)?;
        Ok(holds(step, &said(&preview))?)
    }

    pub fn export(&self, step: &Fields<'a>) -> Done {
        let (choice, mut sink) = (self.choice(step)?, Stream::of(step, Vec::new())?);
        let journal = self.journal()?;
        match step.text("format")? {
            "pdf" => journal.export(choice, Format::Pdf, &mut sink)?,
            "fhir" => journal.export(choice, Format::Fhir, &mut sink)?,
            "csv" => journal.export(choice, Format::Csv, &mut sink)?,
            "spreadsheet" => journal.export(choice, Format::Spreadsheet, &mut sink)?,
            "page" => drop(journal.export_page(choice, &mut sink)?),
            other => return Err(format!("no such format: '{other}'").into()),
        }
        // Of a PDF, only its beginning is text.
        let file = String::from_utf8_lossy(&sink.bytes);
        if let Some(start) = step.maybe("starts_with", text)? {
            let found = file.chars().take(start.chars().count()).collect::<String>();
            same("starts_with", found.as_str(), start)?;
        }
        let lines = file.matches('\n').count() as u64;
        if_told("lines", lines, step.maybe("lines", number)?)?;
        Ok(holds(step, &[file.as_ref()])?)
    }

    pub fn verify(&self, step: &Fields<'a>) -> Done {
        let found = self.journal()?.verify()?;
        if_told("entries", found.entries, step.maybe("entries", number)?)?;
        if_told("prompts", found.prompts, step.maybe("prompts", number)?)?;
        if_told("attachments", found.attachments, step.maybe("attachments", number)?)?;
        Ok(if_told("anchored", found.anchored, step.maybe("anchored", flag)?)?)
    }
}
