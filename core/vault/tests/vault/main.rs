//! What the vault promises, against real files.

#![cfg(test)]

mod anchor;
mod aside;
mod backup;
mod blobs;
mod common;
mod crash;
mod disk;
mod errors;
mod golden;
mod keys;
mod replayed;
mod rescue;
mod rotation;
mod segments;
mod tampering;
