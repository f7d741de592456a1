//! One file a command.

pub mod around;
pub mod attach;
pub mod backup;
pub mod code;
pub mod demo;
mod demo_care;
pub mod directory;
pub mod explain;
pub mod export;
pub mod import;
pub mod init;
pub mod keys;
pub mod licences;
pub mod log;
pub mod log_json;
pub mod log_start;
pub mod manual;
pub mod preview;
pub mod prompts;
pub mod replay;
pub mod rules;
pub mod rules_made;
pub mod search;
pub mod status;
pub mod timeline;
pub mod trials;
pub mod verify;
