//! People are read on one thread and worked off on others; their lines come back in the order in
//! which they were read.

use std::collections::BTreeMap;
use std::sync::{Mutex, mpsc};

use super::{Person, ReplayOptions};
use crate::JournalError;

/// People that wait for each worker at most, so that a table of any size needs little memory.
const WAITING: usize = 8;

type Lines = Result<Vec<u8>, JournalError>;

/// Works off everybody whom `people` gives until it gives nobody, and hands each with their lines
/// to `done`, in that order, on this thread. When `people` fails, those who came before are still
/// handed over.
///
/// # Errors
/// What `people` or `done` fail with.
pub(super) fn work(
    options: &ReplayOptions,
    mut people: impl FnMut() -> Result<Option<Person>, JournalError>,
    mut done: impl FnMut(Person, Vec<u8>) -> Result<(), JournalError>,
) -> Result<(), JournalError> {
    if options.threads <= 1 {
        while let Some(mut person) = people()? {
            let lines = lines(&mut person, options)?;
            done(person, lines)?;
        }
        return Ok(());
    }
    std::thread::scope(|scope| {
        let (give, take) = mpsc::sync_channel::<(usize, Person)>(WAITING * options.threads);
        let (finish, finished) = mpsc::channel::<(usize, Person, Lines)>();
        let take = std::sync::Arc::new(Mutex::new(take));
        for _ in 0..options.threads {
            let (take, finish) = (std::sync::Arc::clone(&take), finish.clone());
            scope.spawn(move || {
                loop {
                    let next = take.lock().map(|take| take.recv());
                    let Ok(Ok((place, mut person))) = next else { return };
                    let lines = lines(&mut person, options);
                    if finish.send((place, person, lines)).is_err() {
                        return;
                    }
                }
            });
        }
        // Only the workers hold these, so that each side notices when the other is gone.
        drop((take, finish));
        let mut order = InOrder::default();
        let mut given = 0;
        let read_to_the_end = loop {
            match people() {
                Ok(Some(person)) => match give.send((given, person)) {
                    Ok(()) => given += 1,
                    Err(_) => break Err(JournalError::Bug { what: "no worker is left" }),
                },
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            }
            while let Ok(one) = finished.try_recv() {
                order.take(one, &mut done)?;
            }
            // One person of many rows does not make everybody after them wait in memory.
            while given - order.wanted > 2 * WAITING * options.threads {
                let Ok(one) = finished.recv() else { break };
                order.take(one, &mut done)?;
            }
        };
        drop(give);
        for one in finished {
            order.take(one, &mut done)?;
        }
        read_to_the_end
    })
}

/// Puts what is finished back in order.
#[derive(Default)]
struct InOrder {
    wanted: usize,
    waiting: BTreeMap<usize, (Person, Lines)>,
}

impl InOrder {
    fn take(
        &mut self,
        (place, person, lines): (usize, Person, Lines),
        done: &mut impl FnMut(Person, Vec<u8>) -> Result<(), JournalError>,
    ) -> Result<(), JournalError> {
        self.waiting.insert(place, (person, lines));
        while let Some((person, lines)) = self.waiting.remove(&self.wanted) {
            done(person, lines?)?;
            self.wanted += 1;
        }
        Ok(())
    }
}

fn lines(person: &mut Person, options: &ReplayOptions) -> Lines {
    let bug = |_| JournalError::Bug { what: "a replay line could not be written" };
    person.lines(options).map_err(bug)
}
