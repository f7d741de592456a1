//! What it means: red flags, trend, prompts, rule packs. Pure: history in, findings out.
//!
//! [`Watch`] takes one day after the other and gives what it saw as [`Finding`]s, each with the
//! [`Evidence`] behind it. [`Watch::decide`] makes at most one [`Prompt`] a day of them.
//! [`Prompt::follow_up`] says what is asked next until somebody answered. Rules and thresholds are
//! data: [`RulePack`]. [`RulePack::check`] says which packs of others are acceptable,
//! [`PackDifference`] what one changes against another.

mod accept;
mod arbiter;
mod changes;
mod covers;
mod difference;
mod engine;
mod finding;
mod history;
mod pack;
mod patterns;
mod prompt;
mod reference;
mod setting;
mod silence;
mod trend;
mod when;

pub use arbiter::Budget;
pub use difference::{Direction, PackDifference, RuleChange, SettingChange};
pub use engine::{DailyScore, DayReading, Watch};
pub use finding::{Basis, Channel, Evidence, Finding, PromptLevel, Subject};
pub use pack::{
    Grade, NewPain, PACK_FORMAT, PackError, Returned, Rule, RulePack, Severe, SilenceRule,
    SpinalSign, Texts, TrendRule, When,
};
pub use prompt::{
    Call, Felt, FollowUp, MENTION_MINUTES, NOW_MINUTES, Outcome, OutcomeKind, Prompt, TODAY_MINUTES,
};
pub use setting::Setting;
