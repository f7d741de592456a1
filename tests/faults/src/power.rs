//! What a power loss leaves: of each file all that was synced, and of what came later any part, torn at any sector.

use std::collections::BTreeMap;

use crate::disk::{Op, OpKind};

/// Files by name; what is not there is not in it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Bytes that a disk writes wholly or not at all.
const SECTOR: usize = 512;

/// A small generator (xorshift64*), so that a loss can be had again from its seed.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        // Neighbouring seeds must not begin alike, and zero would stay zero.
        Self((seed ^ 0x9E37_79B9_7F4A_7C15).wrapping_mul(0xBF58_476D_1CE4_E5B9) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % end.max(1)
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// The files as they are found after power was lost behind the first operations of a log, and how many things had been
/// acknowledged by then. `start` is what lay on the disk before the log began. With `lying`, no sync did what it said.
pub fn lose(start: &Files, log: &[Op], lying: bool, chance: &mut Chance) -> (Files, usize) {
    let mut durable = start.clone();
    let mut pending: BTreeMap<&str, Vec<&OpKind>> = BTreeMap::new();
    let mut acknowledged = 0;
    for op in log {
        match &op.kind {
            OpKind::Acknowledged(count) => acknowledged = *count,
            OpKind::Sync if lying => {}
            OpKind::Sync => {
                for kind in pending.remove(op.file.as_str()).unwrap_or_default() {
                    apply(&mut durable, &op.file, kind);
                }
            }
            kind => pending.entry(&op.file).or_default().push(kind),
        }
    }
    for (file, kinds) in pending {
        for kind in kinds {
            match kind {
                // A file that is still there under its name: what was written to the next one of that name is not seen.
                OpKind::Delete if chance.yes() => break,
                OpKind::Write(at, bytes) => match chance.below(3) {
                    0 => {}
                    1 => apply(&mut durable, file, kind),
                    _ => tear(&mut durable, file, *at, bytes, chance),
                },
                kind if chance.yes() => apply(&mut durable, file, kind),
                _ => {}
            }
        }
    }
    (durable, acknowledged)
}

fn apply(files: &mut Files, file: &str, kind: &OpKind) {
    match kind {
        OpKind::Write(at, bytes) => put(files, file, *at, bytes),
        OpKind::Truncate(length) => {
            if let Some(content) = files.get_mut(file) {
                content.resize(usize::try_from(*length).unwrap_or(0), 0);
            }
        }
        OpKind::Delete => {
            files.remove(file);
        }
        OpKind::Sync | OpKind::Acknowledged(_) => {}
    }
}

/// Some sectors of a write.
fn tear(files: &mut Files, file: &str, at: u64, bytes: &[u8], chance: &mut Chance) {
    let mut from = 0;
    while from < bytes.len() {
        // To the end of the sector, wherever the write began.
        let offset = usize::try_from(at).unwrap_or(0) + from;
        let to = (from + SECTOR - offset % SECTOR).min(bytes.len());
        if chance.yes() {
            put(files, file, at + from as u64, &bytes[from..to]);
        }
        from = to;
    }
}

fn put(files: &mut Files, file: &str, at: u64, bytes: &[u8]) {
    let at = usize::try_from(at).unwrap_or(0);
    let content = files.entry(file.to_owned()).or_default();
    if content.len() < at + bytes.len() {
        content.resize(at + bytes.len(), 0);
    }
    content[at..at + bytes.len()].copy_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn op(kind: OpKind) -> Op {
        Op { file: "f".to_owned(), kind }
    }

    #[test]
    fn what_was_synced_stays_and_what_was_not_may_be_torn_or_gone() {
        let log = [
            op(OpKind::Write(0, vec![1; 2000])),
            op(OpKind::Sync),
            op(OpKind::Acknowledged(1)),
            op(OpKind::Write(0, vec![2; 2000])),
        ];
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..200 {
            let (files, acknowledged) = lose(&Files::new(), &log, false, &mut Chance::new(seed));
            assert_eq!(acknowledged, 1);
            let content = &files["f"];
            assert!(
                content.len() == 2000 && content.chunks(512).all(|s| s.iter().all(|b| *b == s[0]))
            );
            seen.insert(content.clone());
        }
        assert!(seen.contains(&vec![1; 2000]) && seen.contains(&vec![2; 2000]) && seen.len() > 8);
        let lost = (0..50).any(|seed| {
            !lose(&Files::new(), &log, true, &mut Chance::new(seed)).0.contains_key("f")
        });
        assert!(lost, "a disk that lies about syncs loses everything now and then");
    }
}
