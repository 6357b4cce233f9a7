use std::fmt::Write;

use crate::{
    diagnostic::{Diagnostic, Severity},
    escape::escaped,
};

pub(super) fn render(findings: &[Diagnostic], program: &str) -> String {
    let mut out = String::new();
    for finding in findings {
        let mut properties = format!("title={}", property(finding.code));
        if let Some(location) = &finding.location {
            let (start, end) = (location.start(), location.end());
            let file = property(&location.source.path);
            // Writing to a `String` does not fail.
            let _ = write!(properties, ",file={file},line={}", start.line);
            // A column counts only where the place ends on the line that it begins on.
            if start.line == end.line {
                let _ = write!(properties, ",col={},endColumn={}", start.column, end.column);
            }
        }
        let mut text = data(&finding.message);
        if let Some(help) = &finding.help {
            let lines: Vec<String> = help.split('\n').map(data).collect();
            let _ = write!(text, "%0Ahelp: {}", lines.join("%0A"));
        }
        for command in super::commands(finding, program) {
            let _ = write!(text, "%0Arun: {}", data(&command));
        }
        let _ = writeln!(out, "::{} {properties}::{text}", command(finding.severity),);
    }
    out
}

/// Escapes one line. A line feed in it is no line of ours.
fn data(text: &str) -> String {
    escaped(text).replace('%', "%25")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The command of a severity.
fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "notice",
        severity => severity.as_str(),
    }
}
