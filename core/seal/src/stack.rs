//! Wiping what a call left on the stack.
//!
//! A value that is moved, and every buffer inside a hash or a cipher, leaves its bytes in the frames of calls that have
//! returned, and nobody wipes them: whoever reads the process's memory years later reads the key. So what handles a secret by
//! value runs below [`then_wipe`].

use std::hint::black_box;
use zeroize::Zeroize;

/// More than any call under [`then_wipe`] goes down: Argon2 and AES key schedules stay under 8 KiB, unoptimised too.
const DEPTH: usize = 32 << 10;

/// Calls `f`, then overwrites the part of the stack it ran on. What it gives must lie on the heap, or hold no secret.
pub(crate) fn then_wipe<T>(f: impl FnOnce() -> T) -> T {
    let given = apart(f);
    wipe();
    given
}

/// A frame of its own, which the one of [`wipe`] takes the place of.
#[inline(never)]
fn apart<T>(f: impl FnOnce() -> T) -> T {
    black_box(f())
}

#[inline(never)]
fn wipe() {
    // In words: each is written on its own, so that the compiler leaves none out.
    let mut frame = [0_u64; DEPTH / 8];
    black_box(&mut frame).zeroize();
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;
    use std::fs::File;
    use std::os::unix::fs::FileExt;

    /// What stands in no frame by chance.
    const SECRET: [u8; 16] = *b"\xA7\x5E\x13\xC9vigie stacks";

    /// Leaves a secret in a frame, as a hash leaves its blocks.
    fn leave() {
        let mut frame = [[0_u8; 16]; 256];
        black_box(&mut frame).fill(black_box(SECRET));
    }

    /// How often the secret stands below this frame after the call. What it is compared with is made when the stack has been
    /// read: a compiler that kept it in registers over the call had it saved on that very stack.
    #[inline(never)]
    fn left_by(call: impl FnOnce()) -> usize {
        let memory = File::open("/proc/self/mem").unwrap();
        let mut below = vec![0; 24 << 10];
        let here = 0_u8;
        let here = black_box(&raw const here).addr() - below.len();
        call();
        memory.read_exact_at(&mut below, u64::try_from(here).unwrap()).unwrap();
        let secret = black_box(SECRET);
        below.windows(secret.len()).filter(|bytes| **bytes == secret).count()
    }

    #[test]
    fn what_a_call_left_on_the_stack_is_there_and_then_it_is_wiped() {
        assert!(left_by(|| apart(leave)) > 100, "nothing is left to be wiped");
        assert_eq!(left_by(|| then_wipe(leave)), 0);
    }
}
