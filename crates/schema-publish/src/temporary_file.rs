//! Temporary files, which become visible by renaming them.

use std::{io, io::Write as _, path::Path};

use tempfile::{Builder, NamedTempFile};

/// Writes a temporary file into a folder, under a name that the builder makes. Other users can read it, as far as
/// the umask allows.
///
/// # Errors
///
/// Returns an error if it cannot be written. Nothing is left of it then.
pub fn write(
    builder: &mut Builder<'_, '_>,
    folder: &Path,
    bytes: &[u8],
) -> io::Result<NamedTempFile> {
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}
