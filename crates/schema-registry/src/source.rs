//! The files that a registry was loaded from, and places in them.

use std::sync::Arc;

use crate::json::{Node, Span};

/// Names one file of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(usize);

/// One file: its path, its text, and its tree if it is JSON.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as messages show it, with `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: Arc<str>,
    /// The tree, if the text is JSON.
    pub root: Option<Arc<Node>>,
}

/// Every file that was read, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

/// A line and a column, both counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values.
    pub column: usize,
}

impl Sources {
    /// Adds a file.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.files.push(source);
        SourceId(self.files.len() - 1)
    }

    /// Replaces a file.
    pub(crate) fn set(&mut self, id: SourceId, source: Source) {
        if let Some(file) = self.files.get_mut(id.0) {
            *file = source;
        }
    }

    /// The file that an id names, if it is one of these.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.files.get(id.0)
    }

    /// All files, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, source)| (SourceId(index), source))
    }
}

impl Source {
    /// The place of a byte offset. An offset past the end is the place after the last character.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }

    /// The best span to show for a JSON pointer into this file.
    #[must_use]
    pub fn span_at(&self, pointer: &str) -> Span {
        self.root
            .as_ref()
            .map_or(0..0, |root| root.span_at(pointer))
    }
}
