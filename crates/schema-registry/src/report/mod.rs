//! Findings as text: one list, several printers.

mod github;
mod human;
mod json;
mod sarif;

use crate::diagnostic::Diagnostic;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: the line of the source, with a caret.
    Human,
    /// One JSON array.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// Prints findings. `color` counts for people only.
#[must_use]
pub fn render(findings: &[Diagnostic], format: Format, color: bool) -> String {
    match format {
        Format::Human => human::render(findings, color),
        Format::Json => json::render(findings),
        Format::Github => github::render(findings),
        Format::Sarif => sarif::render(findings),
    }
}

fn pretty(value: &serde_json::Value) -> String {
    let mut text = format!("{value:#}");
    text.push('\n');
    text
}
