//! Every change of a folder in order, and what a power cut after any of them may leave of it.

use crate::dice::Dice;
use std::collections::BTreeMap;

/// The bytes of each file of a folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// One file, whatever its name is by now. Those that were there at first are numbered in the order of their names.
pub type FileId = usize;

/// The part of a file that a disk writes or does not.
const SECTOR: usize = 512;

/// Something that happened to the folder.
#[derive(Debug, Clone)]
pub enum Event {
    /// A new, empty file.
    Create(String, FileId),
    /// A file has another name.
    Rename(String, String),
    /// A name is gone.
    Delete(String),
    /// Every name is durable.
    SyncNames,
    /// Bytes at a place.
    Write(FileId, usize, Vec<u8>),
    /// A file was cut to this length.
    Truncate(FileId, usize),
    /// What was written to the file is durable.
    Sync(FileId),
    /// What was written may or may not be, whatever is synced later.
    SyncFailed(FileId),
}

/// Whether syncs do what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Honesty {
    /// They do.
    Honest,
    /// They do nothing.
    Lying,
}

/// A folder's history.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// What was there, durably, before.
    pub base: Files,
    /// What happened.
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, Copy)]
enum Change<'a> {
    Write(usize, &'a [u8]),
    Truncate(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Durable {
    Yes,
    NotYet,
    Doubtful,
}

/// What was done to one file, in order.
#[derive(Debug, Default)]
struct Changes<'a>(Vec<(Change<'a>, Durable)>);

impl<'a> Changes<'a> {
    fn add(&mut self, change: Change<'a>) {
        self.0.push((change, Durable::NotYet));
    }

    fn settle(&mut self, how: Durable) {
        let open = self.0.iter_mut().filter(|(_, durable)| *durable == Durable::NotYet);
        open.for_each(|(_, durable)| *durable = how);
    }
}

impl Log {
    /// What may be left when the power goes after the first `point` events.
    #[must_use]
    pub fn after_power_cut(&self, point: usize, honesty: Honesty, dice: &mut Dice) -> Files {
        let mut changes = self.changes(point, honesty);
        let fate = Fate::draw(dice);
        let names = self.names(point, honesty, fate, dice);
        let content = |(name, id)| {
            let mut bytes = self.base.values().nth(id).cloned().unwrap_or_default();
            fate.apply(changes.remove(&id).unwrap_or_default(), &mut bytes, dice);
            (name, bytes)
        };
        names.into_iter().map(content).collect()
    }

    fn until(&self, point: usize) -> &[Event] {
        self.events.get(..point).unwrap_or(&self.events)
    }

    /// Which name leads to which file.
    fn names(
        &self,
        point: usize,
        honesty: Honesty,
        fate: Fate,
        dice: &mut Dice,
    ) -> BTreeMap<String, FileId> {
        let events = self.until(point);
        let synced = events.iter().rposition(|event| matches!(event, Event::SyncNames));
        let synced = synced.filter(|_| honesty == Honesty::Honest).unwrap_or(0);
        // A journalling file system keeps the first so many; others keep any.
        let in_order = dice.percent(70);
        let mut going_on = true;
        let mut names: BTreeMap<_, _> =
            self.base.keys().enumerate().map(|(id, name)| (name.clone(), id)).collect();
        for (n, event) in events.iter().enumerate().filter(|(_, event)| event.is_of_names()) {
            let kept = n < synced || (dice.percent(fate.kept) && (going_on || !in_order));
            going_on &= kept;
            if kept {
                event.rename_in(&mut names);
            }
        }
        names
    }

    fn changes(&self, point: usize, honesty: Honesty) -> BTreeMap<FileId, Changes<'_>> {
        let mut files: BTreeMap<FileId, Changes<'_>> = BTreeMap::new();
        for event in self.until(point) {
            match event {
                Event::Write(id, at, bytes) => {
                    files.entry(*id).or_default().add(Change::Write(*at, bytes));
                }
                Event::Truncate(id, len) => {
                    files.entry(*id).or_default().add(Change::Truncate(*len));
                }
                Event::Sync(id) if honesty == Honesty::Honest => {
                    files.entry(*id).or_default().settle(Durable::Yes);
                }
                Event::SyncFailed(id) => files.entry(*id).or_default().settle(Durable::Doubtful),
                _ => {}
            }
        }
        files
    }
}

impl Event {
    const fn is_of_names(&self) -> bool {
        matches!(self, Self::Create(..) | Self::Rename(..) | Self::Delete(_))
    }

    /// Does it to names: those on the disk, or those of the folder as programs see it.
    pub(crate) fn rename_in(&self, names: &mut BTreeMap<String, FileId>) {
        match self {
            Self::Create(name, id) => {
                names.insert(name.clone(), *id);
            }
            Self::Rename(from, to) => {
                if let Some(id) = names.remove(from) {
                    names.insert(to.clone(), id);
                }
            }
            Self::Delete(name) => {
                names.remove(name);
            }
            _ => {}
        }
    }
}

/// How kind an accident is: some leave everything, some nothing, most something. With even chances for each write, "all but
/// one" would hardly ever come.
#[derive(Debug, Clone, Copy)]
struct Fate {
    /// In a hundred.
    kept: usize,
    /// Of those kept, in a hundred.
    torn: usize,
    /// Where a file grew and nothing was written, is there what was on the disk before, or zeros?
    garbage: bool,
}

impl Fate {
    fn draw(dice: &mut Dice) -> Self {
        Self {
            kept: dice.one_of([0, 10, 50, 90, 97, 100]),
            torn: dice.one_of([0, 0, 5, 30, 100]),
            garbage: dice.percent(50),
        }
    }

    fn apply(self, changes: Changes<'_>, bytes: &mut Vec<u8>, dice: &mut Dice) {
        for (change, durable) in changes.0 {
            let certain = durable == Durable::Yes;
            let kept = certain || dice.percent(self.kept);
            match change {
                Change::Truncate(len) if kept => bytes.resize(len, 0),
                Change::Truncate(_) => {}
                Change::Write(at, new) if kept && !certain && dice.percent(self.torn) => {
                    self.tear(bytes, at, new, dice);
                }
                Change::Write(at, new) if kept => put(bytes, at, new),
                // The file grew, and that is all.
                Change::Write(at, new) if dice.percent(20) => {
                    self.grow(bytes, at + new.len(), dice)
                }
                Change::Write(..) => {}
            }
        }
    }

    /// Writes the beginning, or some sectors.
    fn tear(self, bytes: &mut Vec<u8>, at: usize, new: &[u8], dice: &mut Dice) {
        if dice.percent(50) {
            if dice.percent(50) {
                self.grow(bytes, at + new.len(), dice);
            }
            put(bytes, at, new.split_at(dice.below(new.len())).0);
            return;
        }
        self.grow(bytes, at + new.len(), dice);
        let mut from = 0;
        while from < new.len() {
            let to = new.len().min((at + from + SECTOR) / SECTOR * SECTOR - at);
            if dice.percent(50) {
                put(bytes, at + from, new.get(from..to).unwrap_or_default());
            }
            from = to;
        }
    }

    fn grow(self, bytes: &mut Vec<u8>, len: usize, dice: &mut Dice) {
        let missing = len.saturating_sub(bytes.len());
        if self.garbage {
            bytes.extend(dice.bytes(missing));
        } else {
            bytes.resize(bytes.len() + missing, 0);
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    let end = at + new.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    if let Some(place) = bytes.get_mut(at..end) {
        place.copy_from_slice(new);
    }
}
