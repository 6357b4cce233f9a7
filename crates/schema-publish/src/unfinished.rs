//! Files that are not in their place yet.

use std::{io, io::Write as _, path::Path};

use tempfile::{Builder, NamedTempFile};

/// A file with all of its bytes, in a folder and under a name that the builder makes. Others can read it, as
/// far as the user's own mask goes.
///
/// # Errors
///
/// If it cannot be written; nothing is left of it then.
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
