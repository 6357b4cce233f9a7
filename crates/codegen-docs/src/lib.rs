//! The Markdown target: one page for each major version, and an index.
//!
//! Pages use only what both a Git host and MkDocs render alike: headings, paragraphs, fenced code, tables with one line
//! a row, and inline HTML where a table cell cannot hold a character otherwise.
//!
//! No string of a schema is Markdown: [`Markdown`] has only strings that were escaped for their place.

mod page;
mod prose;
mod safe;
mod types;

use schema_codegen::{Artifact, Findings, Output, Target, is_marked};
use schemars::JsonSchema;
use serde::Deserialize;

pub use safe::Markdown;

/// The target of reference pages.
#[derive(Clone, Copy, Debug)]
pub struct Pages;

/// Reference pages in Markdown. Several families may have one folder.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {}

impl Target for Pages {
    const KEY: &'static str = "markdown";
    const EXTENSIONS: &'static [&'static str] = &["md"];
    const NEEDS_TYPES: bool = false;
    const IS_PUBLISHED: bool = true;
    const OWNS_FOLDER: bool = false;
    type Options = Options;

    /// Pages show every model.
    fn check(&self, _: &[Output<'_, Options>], _: &mut Findings<'_>) {}

    fn render(&self, outputs: &[Output<'_, Options>]) -> Vec<Artifact> {
        page::render(outputs)
    }

    fn is_generated(&self, _: &str, text: &str) -> bool {
        is_marked(text, "<!-- ")
    }
}
