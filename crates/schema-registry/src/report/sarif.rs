use serde_json::{Value, json};

use crate::{
    diagnostic::{Diagnostic, Severity},
    rules,
};

pub(super) fn render(findings: &[Diagnostic], program: &str) -> String {
    let rules: Vec<Value> = rules::all()
        .map(|rule| {
            json!({
                "id": rule.name,
                "shortDescription": { "text": rule.summary() },
                "fullDescription": { "text": rule.explanation.trim() },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = findings.iter().map(|it| result(it, program)).collect();
    super::pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "schema-registry",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn result(finding: &Diagnostic, program: &str) -> Value {
    let mut text = match &finding.help {
        Some(help) if help.contains('\n') => format!("{}.\nHelp: {help}", finding.message),
        Some(help) => format!("{}. Help: {help}", finding.message),
        None => finding.message.clone(),
    };
    let commands = super::commands(finding, program);
    if !commands.is_empty() {
        text.push_str(&format!(". Run: {}", commands.join(" or ")));
    }
    let locations: Vec<Value> = finding
        .location
        .iter()
        .map(|location| {
            let (start, end) = (location.start(), location.end());
            json!({
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(&location.source.path) },
                    "region": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                },
                "logicalLocations": [{ "fullyQualifiedName": location.pointer }],
            })
        })
        .collect();
    json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": locations,
    })
}

/// A path as a relative reference: what a URI does not allow is percent-encoded.
fn uri(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The word of SARIF for a severity.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "note",
        severity => severity.as_str(),
    }
}
