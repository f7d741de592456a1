//! When a shell is to speak: times, and no word of what was noted, for they are kept where the journal is locked.

use std::collections::BTreeSet;

use vigie_model::Moment;
use vigie_watch::{MENTION_MINUTES, NOW_MINUTES, PromptLevel, TODAY_MINUTES};

use crate::today::OpenPrompt;
use crate::{Journal, JournalError};

/// Days ahead: somebody who has not opened the journal for as long is left in peace.
const DAYS_AHEAD: u8 = 30;
/// How often a call that nobody acts upon is followed up: three hours of one that cannot wait, two days of one for today.
const FOLLOWED_UP: i64 = 12;

/// Why a shell speaks, the more important later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeKind {
    /// The day's questions.
    CheckIn,
    /// A medicine is due.
    Medicine,
    /// The team was to be called, and nobody answered yet.
    Call,
}

/// One time at which a shell speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// Why.
    pub kind: NoticeKind,
    /// When, with the offset where the person lives. The day's questions and medicines go by the clock on the wall wherever the
    /// person is then; what follows a call is so many hours after it.
    pub at: Moment,
}

/// What the person wants to be reminded of. What follows a call is said whatever they want.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoticeWish {
    /// When, in minutes since midnight; `None` is never.
    pub minute: Option<u16>,
    /// The days of the week without it (0 Monday – 6 Sunday).
    pub quiet: BTreeSet<u8>,
    /// Of medicines that have a time, too.
    pub medicines: bool,
}

impl Journal {
    /// When to speak from now on, the next first: each evening of 30 days that has no answers yet, each dose of them that was
    /// not noted, and each call that waits, twelve times. A shell asks anew after each change and each time it is opened.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn notices(&self, wish: &NoticeWish) -> Result<Vec<Notice>, JournalError> {
        let now = self.now();
        let today = self.today()?;
        let mut notices: Vec<Notice> =
            today.open.iter().flat_map(|open| asks_again(open, now)).collect();
        if let Some(minute) = wish.minute {
            let days = (0..=i32::from(DAYS_AHEAD)).map(|ahead| today.day.plus(ahead));
            let days = days.filter(|day| *day != today.day || today.entries.is_empty());
            notices.extend(days.filter(|day| !wish.quiet.contains(&day.weekday())).map(|day| {
                // The clock may change before that day.
                let near = Moment::at(day, minute, now.offset_minutes);
                let at = Moment::at(day, minute, self.offset_at(near.utc_millis));
                Notice { kind: NoticeKind::CheckIn, at }
            }));
        }
        if wish.medicines {
            let doses = self.reminders(DAYS_AHEAD)?.into_iter();
            notices.extend(doses.map(|(at, _)| Notice { kind: NoticeKind::Medicine, at }));
        }
        notices.retain(|notice| notice.at.utc_millis > now.utc_millis);
        notices.sort_by_key(|notice| notice.at.utc_millis);
        Ok(notices)
    }
}

/// When it asks next, and again for as long as nothing is done, as often as a prompt of its level does.
fn asks_again(open: &OpenPrompt, now: Moment) -> impl Iterator<Item = Notice> {
    let every = match open.prompt.level {
        PromptLevel::Now => NOW_MINUTES,
        PromptLevel::Today => TODAY_MINUTES,
        PromptLevel::Mention => MENTION_MINUTES,
    };
    let due = open.due;
    let missed = match now.minutes_since(due) {
        late @ 0.. => late / every + 1,
        _ => 0,
    };
    let at = move |nth: i64| due.plus_minutes(every * nth);
    (missed..missed + FOLLOWED_UP).map(move |nth| Notice { kind: NoticeKind::Call, at: at(nth) })
}
