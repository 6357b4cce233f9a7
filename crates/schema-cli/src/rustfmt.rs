//! Lays generated Rust out as `cargo fmt` does, so that the two never disagree.

use std::{env, fs, io, path::Path, process::Stdio};

use schema_codegen::Artifact;

use crate::{exit::Failure, programs::program};

/// Formats the Rust files among artifacts, in one run of `rustfmt` on a copy.
pub(crate) fn format(mut artifacts: Vec<Artifact>) -> Result<Vec<Artifact>, Failure> {
    attempt(&mut artifacts).map_err(|error| Failure::new("cannot format generated Rust", error))?;
    Ok(artifacts)
}

fn attempt(artifacts: &mut [Artifact]) -> io::Result<()> {
    let copy = tempfile::Builder::new().prefix("codegen-").tempdir()?;
    let mut files = Vec::new();
    for artifact in artifacts
        .iter_mut()
        .filter(|artifact| artifact.path.ends_with(".rs"))
    {
        // What leads out of the registry stays inside the copy.
        let file = copy.path().join(artifact.path.replace("../", "above/"));
        fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
        fs_write(&file, &artifact.text)?;
        files.push((file, artifact));
    }
    // A file that declares modules brings them along.
    let roots: Vec<_> = files
        .iter()
        .map(|(file, _)| file)
        .filter(|file| file.ends_with("mod.rs"))
        .collect();
    if roots.is_empty() {
        return Ok(());
    }
    // A configuration of its own: whoever runs this may have another one in a folder above.
    let config = copy.path().join("rustfmt.toml");
    fs_write(&config, "style_edition = \"2024\"\nmax_width = 100\n")?;
    // `rustup` asks the folder that it is started in, and those above, for the toolchain to run. Those of the
    // registry are someone else's, and everyone on a machine can write to the folder of temporary files.
    let home = env::home_dir().filter(|home| home.is_dir());
    let folder = home.unwrap_or_else(|| copy.path().to_owned());
    let output = program("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(&config)
        .args(&roots)
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| {
            io::Error::new(
                error.kind(),
                format!("{error}; `rustup component add rustfmt` installs it"),
            )
        })?;
    if !output.status.success() {
        return Err(io::Error::other(
            String::from_utf8_lossy(&output.stderr).into_owned(),
        ));
    }
    for (file, artifact) in files {
        artifact.text = fs::read_to_string(file)?;
    }
    Ok(())
}

/// A file of the copy, which nobody else reads.
#[expect(
    clippy::disallowed_methods,
    reason = "a temporary copy need not be whole after a kill"
)]
fn fs_write(file: &Path, text: &str) -> io::Result<()> {
    fs::write(file, text)
}
