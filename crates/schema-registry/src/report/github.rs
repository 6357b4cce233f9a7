use std::fmt::Write;

use crate::diagnostic::Diagnostic;

pub(super) fn render(findings: &[Diagnostic]) -> String {
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
        let mut text = finding.message.clone();
        if let Some(help) = &finding.help {
            let _ = write!(text, "\nhelp: {help}");
        }
        let _ = writeln!(
            out,
            "::{} {properties}::{}",
            finding.severity.as_str(),
            data(&text)
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
