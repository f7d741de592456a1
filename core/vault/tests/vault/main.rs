//! What the vault promises, against real files.

#![cfg(test)]

mod common;
mod crash;
mod disk;
mod errors;
mod golden;
mod tampering;
