//! Reads whole files, up to a size limit.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use crate::text;

/// The size limit in bytes of a file that a user names, such as a body or a schema to compare. The whole file is read
/// into memory.
pub const LARGEST_NAMED: u64 = 256 * 1024 * 1024;

const MIB: u64 = 1024 * 1024;

/// Reads a plain file of at most `largest` bytes.
///
/// # Errors
///
/// Returns an error if the file cannot be read, is larger, or is not a plain file. A link leads elsewhere, and a pipe
/// or a device may have no end.
pub fn plain(path: &Path, largest: u64) -> io::Result<Vec<u8>> {
    let metadata = fs::symlink_metadata(path)?;
    if metadata.is_symlink() {
        return Err(rejected("it is a symbolic link; put the file itself there"));
    }
    if !metadata.is_file() {
        return Err(rejected("it is not a plain file"));
    }
    if metadata.len() > largest {
        let size = metadata.len();
        return Err(too_large(format!(
            "it has {size} bytes, and the limit is {}",
            limit(largest)
        )));
    }
    whole(File::open(path)?, largest)
}

/// Reads a plain UTF-8 file of at most `largest` bytes.
///
/// # Errors
///
/// Returns the errors of [`plain`], and an error if the bytes are not UTF-8.
pub fn plain_text(path: &Path, largest: u64) -> io::Result<String> {
    decoded(plain(path, largest)?)
}

/// Reads a file that a user names, up to [`LARGEST_NAMED`]. The file may be a link or a pipe.
///
/// # Errors
///
/// Returns an error if the file cannot be read, or is larger.
pub fn named(path: &Path) -> io::Result<Vec<u8>> {
    whole(File::open(path)?, LARGEST_NAMED)
}

/// Reads a UTF-8 file that a user names, like [`named`].
///
/// # Errors
///
/// Returns the errors of [`named`], and an error if the bytes are not UTF-8.
pub fn named_text(path: &Path) -> io::Result<String> {
    decoded(named(path)?)
}

/// Reads all bytes of a reader, which may be at most `largest`.
///
/// # Errors
///
/// Returns an error if reading fails, or if there are more bytes.
pub fn whole(reader: impl Read, largest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader
        .take(largest.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= largest) {
        Ok(bytes)
    } else {
        Err(too_large(format!(
            "it has more bytes than the limit, {}; make it smaller, or split it",
            limit(largest)
        )))
    }
}

/// Formats a number of bytes, with the number of MiB if it is at least one.
fn limit(bytes: u64) -> String {
    match bytes / MIB {
        0 => bytes.to_string(),
        mib => format!("{bytes} ({mib} MiB)"),
    }
}

fn decoded(bytes: Vec<u8>) -> io::Result<String> {
    text::decode(bytes).map_err(|why| io::Error::new(io::ErrorKind::InvalidData, why))
}

fn too_large(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, why)
}

fn rejected(why: impl Into<String>) -> io::Error {
    io::Error::other(why.into())
}
