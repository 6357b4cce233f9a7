//! Generated files, as data.

/// One generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its path, relative to the registry's folder, with `/` between its parts.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// The words that [`header`] begins with.
const MARK: &str = "@generated from";

/// Returns the first line of a generated file, without the signs of a comment.
#[must_use]
pub fn header(source: &str, command: &str) -> String {
    format!("{MARK} {source} by `{command}`. Changes made here are lost.")
}

/// Reports whether the first line of a file is a [`header`]. `comment` is what the line begins with.
#[must_use]
pub fn is_marked(text: &str, comment: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let header = first.strip_prefix(comment);
    header.is_some_and(|header| {
        header.starts_with(MARK) && header.contains("`. Changes made here are lost.")
    })
}

/// Returns a path below an output folder, with `..` and `.` resolved as far as they go.
#[must_use]
pub fn join(folder: &str, file: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(file.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
