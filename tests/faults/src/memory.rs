//! Looking through all of this process's memory for what should have been wiped. Linux only: nowhere else can a process read
//! itself as a file.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // for tests

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

/// What is looked for lies in this program only under this mask.
pub const MASK: u8 = 0x5A;

/// Text under the mask, made when this is compiled.
pub const fn masked<const N: usize>(text: &[u8; N]) -> [u8; N] {
    let mut hidden = [0; N];
    let mut at = 0;
    while at < N {
        hidden[at] = text[at] ^ MASK;
        at += 1;
    }
    hidden
}

/// What is under the mask.
pub fn clear(hidden: &[u8]) -> String {
    hidden.iter().map(|byte| char::from(byte ^ MASK)).collect()
}

/// How often something under the mask stands in the writable memory of this process.
///
/// # Panics
/// Where a process cannot read itself as a file.
pub fn found(hidden: &[u8]) -> usize {
    let mut memory = File::open("/proc/self/mem").unwrap();
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let mut window = vec![0; 1 << 20];
    // Memory is looked at through this, which is not searched itself.
    let own = address_of(&window);
    let mut count = 0;
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let mut at = usize::from_str_radix(from, 16).unwrap();
        let end = usize::from_str_radix(to, 16).unwrap();
        while at < end {
            let length = window.len().min(end - at);
            memory.seek(SeekFrom::Start(at as u64)).unwrap();
            if memory.read_exact(&mut window[..length]).is_err() {
                break;
            }
            for (n, place) in window[..length].windows(hidden.len()).enumerate() {
                let same = place.iter().zip(hidden).all(|(a, b)| *a == *b ^ MASK);
                count += usize::from(same && !own.contains(&(at + n)));
            }
            // What stands across the border of two windows is in the next one too.
            at += if at + length == end { length } else { length - hidden.len() };
        }
    }
    count
}

fn address_of(bytes: &[u8]) -> Range<usize> {
    let start = bytes.as_ptr() as usize;
    start..start + bytes.len()
}
