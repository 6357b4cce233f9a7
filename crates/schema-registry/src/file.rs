//! Reads whole files, and no more of them than memory has room for.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use crate::text;

/// The largest file that a user may name, such as a body or a schema to compare. It is read into
/// memory as a whole.
pub const LARGEST_NAMED: u64 = 256 * 1024 * 1024;

const MIB: u64 = 1024 * 1024;

/// Reads a plain file that has at most so many bytes.
///
/// # Errors
///
/// If it cannot be read, is larger, or is not a plain file: a link leads elsewhere, and a pipe or a
/// device may have no end.
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
        return Err(rejected(format!(
            "it has {size} bytes, and the limit is {}",
            limit(largest)
        )));
    }
    whole(File::open(path)?, largest)
}

/// Reads a plain file of text that has at most so many bytes.
///
/// # Errors
///
/// Those of [`plain`], and bytes that are not UTF-8.
pub fn plain_text(path: &Path, largest: u64) -> io::Result<String> {
    decoded(plain(path, largest)?)
}

/// Reads a file that a user has named, which may be a link or a pipe, up to [`LARGEST_NAMED`].
///
/// # Errors
///
/// If it cannot be read, or is larger.
pub fn named(path: &Path) -> io::Result<Vec<u8>> {
    whole(File::open(path)?, LARGEST_NAMED)
}

/// Reads a file of text that a user has named, as [`named`] does.
///
/// # Errors
///
/// Those of [`named`], and bytes that are not UTF-8.
pub fn named_text(path: &Path) -> io::Result<String> {
    decoded(named(path)?)
}

/// Reads all that a reader has, if it has at most so many bytes.
///
/// # Errors
///
/// If reading fails, or there are more bytes.
pub fn whole(reader: impl Read, largest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader
        .take(largest.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= largest) {
        Ok(bytes)
    } else {
        Err(rejected(format!(
            "it has more bytes than the limit, {}; make it smaller, or split it",
            limit(largest)
        )))
    }
}

/// A number of bytes, for people also in MiB.
fn limit(bytes: u64) -> String {
    match bytes / MIB {
        0 => bytes.to_string(),
        mib => format!("{bytes} ({mib} MiB)"),
    }
}

fn decoded(bytes: Vec<u8>) -> io::Result<String> {
    text::decode(bytes).map_err(|why| io::Error::new(io::ErrorKind::InvalidData, why))
}

fn rejected(why: impl Into<String>) -> io::Error {
    io::Error::other(why.into())
}
