//! Changing the keys of an open journal: one more, one fewer, another passphrase, or everything sealed anew.

use crate::aside::Aside;
use crate::error::VaultError;
use crate::header::Header;
use crate::ids::SlotId;
use crate::manifest::{Manifest, Progress};
use crate::record::{ChunkRow, Record, Row};
use crate::segment;
use crate::slot::{KeySlot, NewKey, Unlock};
use crate::vault::{Keys, Vault};
use vigie_seal::{KeyScope, RootKey};

impl Vault {
    /// Adds a key. `unlock` opens the root once more: an open vault does not keep it.
    ///
    /// # Errors
    /// [`VaultError::WrongKey`] or [`VaultError::PlatformKey`] for `unlock` and the new key, [`VaultError::Passphrase`],
    /// [`VaultError::TooManyKeys`] above 16, [`VaultError::DiskFull`], [`VaultError::Random`], [`VaultError::Io`].
    pub fn add_key(&mut self, unlock: Unlock<'_>, new: NewKey<'_>) -> Result<SlotId, VaultError> {
        new.check()?;
        let root = self.header.unlock(&unlock)?;
        let (header, id) = self.header.without_and_with(|_| false, &new, &root)?;
        self.replace_header(header)?;
        Ok(id)
    }

    /// Removes a key: it opens this journal no more. A copy of the files made before still opens with it; when that matters,
    /// [`rotate`](Self::rotate).
    ///
    /// # Errors
    /// [`VaultError::LastKey`] for the last passphrase or recovery code, [`VaultError::NoSuch`], [`VaultError::DiskFull`],
    /// [`VaultError::Io`].
    pub fn remove_key(&mut self, id: SlotId) -> Result<(), VaultError> {
        if !self.keys().iter().any(|slot| slot.id == id) {
            return Err(VaultError::NoSuch);
        }
        let header = self.header.without(|slot| slot.id == id, &self.keys.header)?;
        self.replace_header(header)
    }

    /// Puts `new` in the place of the key that `unlock` opens with, when both are of one kind: somebody else's passphrase
    /// stays. Opened with a key of another kind, in the place of every key of the new one's kind: which of them was lost
    /// cannot be known. The root is only wrapped anew, nothing else is written. Gives how many keys were replaced.
    ///
    /// # Errors
    /// As [`add_key`](Self::add_key).
    pub fn replace_key(
        &mut self,
        unlock: Unlock<'_>,
        new: NewKey<'_>,
    ) -> Result<usize, VaultError> {
        new.check()?;
        let (opened, root) = self.header.unlock_slot(&unlock)?;
        let one = unlock.kind() == new.kind();
        let gone = |slot: &KeySlot| if one { slot.id == opened } else { slot.kind == new.kind() };
        let replaced = self.header.slots().iter().filter(|slot| gone(slot)).count();
        let (header, _) = self.header.without_and_with(gone, &new, &root)?;
        self.replace_header(header)?;
        Ok(replaced)
    }

    /// A new root in a new epoch: every record and attachment is sealed anew, in one transaction, and only `keys` open the
    /// journal from then on. For the day when somebody else may have had a key. Backups and copies made before still open
    /// with what opened them.
    ///
    /// # Errors
    /// [`VaultError::LastKey`] without a passphrase or recovery code in `keys`, [`VaultError::PlatformKey`],
    /// [`VaultError::Corrupt`] when something cannot be read (nothing is changed then), [`VaultError::DiskFull`],
    /// [`VaultError::Random`], [`VaultError::Io`].
    pub fn rotate(&mut self, keys: &[NewKey<'_>]) -> Result<(), VaultError> {
        let epoch = self.keys.scope.epoch.next().ok_or(VaultError::TooManyKeys)?;
        let scope = KeyScope { epoch, ..self.keys.scope };
        let root = RootKey::make()?;
        let header = Header::make(&scope, &root, keys)?;
        let new = Keys::derive(&root, scope);
        drop(root);
        // What lies beside the journal would not open any more.
        let beside = Aside::ALL.map(|what| (what, self.aside(what).ok().flatten()));
        let progress = self.reseal(&new, &header)?;
        (self.keys, self.header, self.progress) = (new, header, progress);
        self.tell_anchor();
        for (what, payload) in beside {
            // What cannot be kept is not left under the old keys.
            if self.keep_aside(what, payload.as_ref().map(|payload| payload.as_slice())).is_err() {
                let _ = self.forget_aside(what);
            }
        }
        // What was sealed under the old keys goes from the disk now. The rotation is done and durable; a disk too full to
        // tidy up is tidied by the next closing.
        let _ = self.store.vacuum();
        let _ = self.store.fold();
        Ok(())
    }

    /// Writes everything sealed under the new keys in place of what is there.
    fn reseal(&mut self, new: &Keys, header: &Header) -> Result<Progress, VaultError> {
        let old = &self.keys;
        let mut links = Vec::new();
        let mut rows = Vec::new();
        self.store.for_each_row(|row| {
            rows.push(row.open(&old.record, &old.scope)?);
            Ok(())
        })?;
        let segments = self.store.segments()?;
        let batch = self.store.begin()?;
        for Record { id, seq, payload } in rows {
            let row = Row::seal(&new.record, &new.scope, (seq, id), &payload)?;
            batch.reseal(&row)?;
            links.push(row.link()?);
        }
        for (first, sealed) in &segments {
            let mut records = Vec::new();
            segment::open(&old.record, &old.scope, (*first, sealed), |link, record| {
                // In a segment a record keeps the tag it first had: for the chain one name is as good as another.
                links.push(link);
                records.push((link, record));
                Ok(())
            })?;
            let (first, sealed) = segment::seal(&new.record, &new.scope, &records)?;
            batch.reseal_segment(first, &sealed)?;
        }
        links.sort_by_key(|link| link.seq);
        let mut progress = Progress::start(&new.chain, self.progress.copy);
        progress.generation = self.progress.generation + 1;
        progress.chunks = self.progress.chunks;
        links.into_iter().for_each(|link| progress.add(link));
        for seq in 1..=progress.chunks {
            let chunk = batch.chunk(seq)?.open(&old.record, &old.scope)?;
            let row = ChunkRow::seal(&new.record, &new.scope, (chunk.blob, chunk.n), &chunk.bytes)?;
            batch.reseal_chunk(seq, &row)?;
        }
        batch.set_header(header.bytes())?;
        batch.set_manifest(
            &Manifest::of(&progress, &new.scope, header.checksum())
                .seal(&new.manifest, &new.scope)?,
        )?;
        batch.commit()?;
        Ok(progress)
    }

    /// Writes another header and the manifest that names it, then lets no old header stay behind on the disk.
    fn replace_header(&mut self, header: Header) -> Result<(), VaultError> {
        let (bytes, checksum) = (header.bytes().to_vec(), header.checksum());
        let mut progress = self.progress.clone();
        progress.generation += 1;
        let Keys { scope, manifest, .. } = &self.keys;
        let sealed = Manifest::of(&progress, scope, checksum).seal(manifest, scope)?;
        let batch = self.store.begin()?;
        batch.set_header(&bytes)?;
        batch.set_manifest(&sealed)?;
        batch.commit()?;
        (self.header, self.progress) = (header, progress);
        self.tell_anchor();
        // Done and durable; if the disk is too full to fold the old pages away, the next closing does it.
        let _ = self.store.fold();
        Ok(())
    }
}
