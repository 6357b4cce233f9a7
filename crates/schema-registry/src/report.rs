//! Prints findings in several formats.

mod github;
mod human;
mod json;
mod sarif;

use crate::diagnostic::Diagnostic;

/// The format in which findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: the source line, with a caret.
    Human,
    /// One JSON array.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// Prints findings. `program` is the name by which the tool was called. `color` applies to [`Format::Human`] only.
#[must_use]
pub fn render(findings: &[Diagnostic], format: Format, program: &str, color: bool) -> String {
    match format {
        Format::Human => human::render(findings, program, color),
        Format::Json => json::render(findings),
        Format::Github => github::render(findings, program),
        Format::Sarif => sarif::render(findings, program),
    }
}

/// Returns the command lines that fix a finding, in backticks.
fn commands(finding: &Diagnostic, program: &str) -> Vec<String> {
    let lines = finding.fixes.iter().map(|fix| fix.command_line(program));
    lines.map(|line| format!("`{line}`")).collect()
}

fn pretty(value: &serde_json::Value) -> String {
    let mut text = format!("{value:#}");
    text.push('\n');
    text
}
