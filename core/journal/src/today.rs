//! What the first screen shows: is today done, what is asked, what is open.

use std::sync::Arc;

use vigie_guide::directory::{Directory, EMERGENCY_NUMBERS};
use vigie_model::{Answer, DailyEntry, Day, Item, Label, Moment};
use vigie_report::PromptStory;
use vigie_watch::{Call, Felt, FollowUp, Outcome, Prompt, PromptLevel, Texts};
use vigie_words::{Lang, Words};

use crate::diary::Diary;
use crate::{EntryId, PromptId};

/// Days back that can still be filled in from the first screen.
const OFFERED_DAYS: i32 = 3;

/// One thing to ask today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What.
    pub item: Item,
    /// The answer of the day before, as a starting point that is marked as such when kept.
    pub yesterday: Option<Answer>,
}

/// The state of today.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayView {
    /// Today, where the person lives.
    pub day: Day,
    /// Today's entries in force, in the order in which they came.
    pub entries: Vec<(EntryId, DailyEntry)>,
    /// The person's list.
    pub asked: Vec<Asked>,
    /// Ask the temperature: there was a fever, and none has been measured below 38 °C since.
    pub ask_temperature: bool,
    /// Days since treatment was last given; 0 on the day itself.
    pub treatment_day: Option<i32>,
    /// Recent days without an entry that can be filled in, latest first.
    pub missed: Vec<Day>,
    /// Days since the first entry, with today, and how many of them have one.
    pub days: u32,
    /// Days with an entry.
    pub days_answered: u32,
    /// Prompts that wait for the person.
    pub open: Vec<OpenPrompt>,
}

/// A prompt that waits for the person.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenPrompt {
    /// Its id.
    pub id: PromptId,
    /// What it says.
    pub prompt: Prompt,
    /// What was done so far.
    pub outcomes: Vec<Outcome>,
    /// How urgent it feels to the person, when they said so.
    pub felt: Option<Felt>,
    /// When it asks again.
    pub due: Moment,
    /// Whether that moment has come.
    pub overdue: bool,
    /// Whom to call next.
    pub call: Call,
    /// What the pack that spoke says of rules of its own, for [`say::reason`](vigie_report::say::reason).
    pub texts: Arc<Texts>,
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberToCall {
    /// Whose it is, in the person's language.
    pub name: String,
    /// As it is dialled.
    pub number: String,
}

impl OpenPrompt {
    /// It cannot wait for the day to end.
    pub fn is_urgent(&self) -> bool {
        self.prompt.level == PromptLevel::Now || self.prompt.at_once
    }

    /// The numbers to call, the first first: 15 and 112 before the team's for what means now, and where nobody of the team answers; none
    /// when the team gave none.
    pub fn numbers(&self, lang: Lang) -> Vec<NumberToCall> {
        let mut numbers = Vec::new();
        if self.prompt.level == PromptLevel::Now || self.call == Call::Emergency {
            let said = Directory::national_numbers(lang).into_iter();
            let emergency = said.filter(|(number, _)| EMERGENCY_NUMBERS.contains(number));
            numbers.extend(
                emergency.map(|(number, name)| NumberToCall { name, number: number.to_owned() }),
            );
        }
        let of_the_team = |name: String, number: &Label| NumberToCall {
            name,
            number: number.as_str().to_owned(),
        };
        match &self.call {
            Call::Contact(contact) => {
                numbers.push(of_the_team(contact.name.as_str().to_owned(), &contact.phone))
            }
            Call::OutOfHours(contact) => {
                let name = ("name", contact.name.as_str().into());
                let number = contact.out_of_hours.as_ref().unwrap_or(&contact.phone);
                numbers.push(of_the_team(
                    Words::of(lang).with("number-out-of-hours", &[name]),
                    number,
                ));
            }
            Call::Emergency | Call::Team => {}
        }
        numbers
    }
}

/// Fever, °C: the value of the built-in rule.
const FEVER: f64 = 38.0;
/// Days for which a fever is asked about again.
const FEVER_DAYS: i32 = 14;

impl TodayView {
    pub(crate) fn new(diary: &Diary, now: Moment) -> Self {
        let day = now.day();
        let mut days = diary.days();
        // A clock that was ahead may have left days to come: nothing of them has been lived.
        days.retain(|one, _| *one <= day);
        let yesterday = days.get(&day.plus(-1));
        let asked = diary.profile.list.iter().map(|item| Asked {
            item: item.clone(),
            yesterday: yesterday.and_then(|entry| entry.answers.get(item)).copied(),
        });
        let last_temperature = days
            .range(day.plus(-FEVER_DAYS)..)
            .rev()
            .find_map(|(_, entry)| entry.measures.temperature);
        let administration =
            days.values().rev().find(|entry| entry.administration.is_some()).map(|e| e.day);
        let first = days.keys().next().copied();
        let missed = (1..=OFFERED_DAYS)
            .map(|back| day.plus(-back))
            .filter(|day| first.is_some_and(|first| first < *day) && !days.contains_key(day));
        let span = first.map_or(0, |first| day.since(first) + 1);
        Self {
            day,
            entries: diary
                .in_force()
                .into_iter()
                .filter(|(_, entry)| entry.day == day)
                .map(|(id, entry)| (id, entry.clone()))
                .collect(),
            asked: asked.collect(),
            ask_temperature: last_temperature.is_some_and(|value| value.get() >= FEVER),
            treatment_day: administration.map(|last| day.since(last)),
            missed: missed.collect(),
            days: u32::try_from(span).unwrap_or(0),
            days_answered: u32::try_from(days.len()).unwrap_or(u32::MAX),
            open: open(diary, now),
        }
    }
}

/// Who answers a call at a moment: whom a prompt that cannot wait would name then.
pub(crate) fn who_answers(diary: &Diary, at: Moment) -> Call {
    let prompt = Prompt {
        day: at.day(),
        at,
        level: PromptLevel::Today,
        at_once: true,
        findings: Vec::new(),
        pack: String::new(),
        pack_version: 0,
    };
    match prompt.follow_up(&[], &diary.profile.contacts, at) {
        FollowUp::Open { call, .. } => call,
        FollowUp::Resolved => Call::Team,
    }
}

/// The prompts that wait, the most urgent first, then the oldest.
pub(crate) fn open(diary: &Diary, now: Moment) -> Vec<OpenPrompt> {
    let mut open: Vec<OpenPrompt> =
        diary.stories().filter_map(|(id, story)| one_open(diary, id, story, now)).collect();
    open.sort_by_key(|open| std::cmp::Reverse((open.prompt.level, open.prompt.at_once)));
    open
}

fn one_open(diary: &Diary, id: PromptId, story: &PromptStory, now: Moment) -> Option<OpenPrompt> {
    if story.carried_to.is_some() {
        return None;
    }
    let contacts = &diary.profile.contacts;
    // Calls that nobody answered count, also those made when it was said the days before.
    let outcomes: Vec<Outcome> = diary
        .stories()
        .map(|(_, earlier)| earlier)
        .filter(|earlier| earlier.carried_to.is_some() && !earlier.is_closed())
        .filter(|earlier| earlier.is_said_again_by(&story.prompt))
        .flat_map(|earlier| earlier.outcomes.iter())
        .chain(&story.outcomes)
        .cloned()
        .collect();
    match story.prompt.follow_up(&outcomes, contacts, now) {
        FollowUp::Resolved => None,
        FollowUp::Open { due, overdue, call } => Some(OpenPrompt {
            id,
            prompt: story.prompt.clone(),
            outcomes: story.outcomes.clone(),
            felt: story.felt.map(|(_, felt)| felt),
            due,
            overdue,
            call,
            texts: Arc::clone(&story.texts),
        }),
    }
}
