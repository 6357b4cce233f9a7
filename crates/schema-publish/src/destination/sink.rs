//! Receivers of the bytes of a file: memory, or a digest alone.

use schema_registry::released::{Digester, digest};

/// A receiver that takes a file part by part.
pub(super) trait Sink: Default {
    /// Takes the next part.
    fn take(&mut self, part: &[u8]);
    /// Returns the number of bytes that it has taken.
    fn size(&self) -> u64;
    /// Returns the SHA-256 of the bytes that it has taken.
    fn sha256(&self) -> String;
}

impl Sink for Vec<u8> {
    fn take(&mut self, part: &[u8]) {
        self.extend_from_slice(part);
    }

    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn sha256(&self) -> String {
        digest(self)
    }
}

/// A digest of bytes that are not kept.
#[derive(Debug, Default)]
pub(super) struct Hashed {
    digester: Digester,
    size: u64,
}

impl Sink for Hashed {
    fn take(&mut self, part: &[u8]) {
        self.digester.add(part);
        self.size += part.len() as u64;
    }

    fn size(&self) -> u64 {
        self.size
    }

    fn sha256(&self) -> String {
        self.digester.clone().finish()
    }
}

impl Hashed {
    pub(super) fn finish(self) -> Summed {
        Summed {
            size: self.size,
            sha256: self.digester.finish(),
        }
    }
}

/// The size and the digest of a file whose bytes were not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summed {
    /// Its size in bytes.
    pub(crate) size: u64,
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub(crate) sha256: String,
}
