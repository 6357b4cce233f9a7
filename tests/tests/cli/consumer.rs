//! A folder outside the repository, in which programs use packed packages.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use tempfile::TempDir;

use super::stores::moto::tools;

/// The folder of a consumer, and the tools of other languages.
pub(super) struct Consumer {
    pub(super) folder: TempDir,
    pub(super) tools: PathBuf,
}

impl Consumer {
    /// Returns an empty folder, or `None` if there are no tools.
    #[track_caller]
    pub(super) fn empty() -> Option<Self> {
        let tools = tools()?;
        let folder = TempDir::new().unwrap();
        Some(Self { folder, tools })
    }

    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "it lies in a folder of the test alone"
    )]
    pub(super) fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[track_caller]
    pub(super) fn run(&self, command: &mut Command) -> String {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        assert!(
            status.success(),
            "{command:?}\n{}{}",
            text(&stdout),
            text(&stderr)
        );
        text(&stdout)
    }
}
