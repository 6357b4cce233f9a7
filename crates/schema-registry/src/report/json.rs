use serde_json::json;

use crate::diagnostic::{Diagnostic, Fix};

pub(super) fn render(findings: &[Diagnostic]) -> String {
    let findings = findings
        .iter()
        .map(|finding| {
            let place = finding.location.as_ref().map(|location| {
                let (start, end) = (location.start(), location.end());
                json!({
                    "file": location.source.path,
                    "line": start.line,
                    "column": start.column,
                    "end_line": end.line,
                    "end_column": end.column,
                    "pointer": location.pointer,
                })
            });
            let mut object = json!({
                "code": finding.code,
                "severity": finding.severity.as_str(),
                "message": finding.message,
                "help": finding.help,
            });
            let fixes = finding.fixes.iter().map(|fix| match fix {
                Fix::Command(arguments) => json!({ "command": arguments }),
            });
            let fixes: Vec<_> = fixes.collect();
            if let Some(object) = object.as_object_mut()
                && !fixes.is_empty()
            {
                object.insert("fixes".to_owned(), fixes.into());
            }
            if let (Some(object), Some(serde_json::Value::Object(place))) =
                (object.as_object_mut(), place)
            {
                object.extend(place);
            }
            object
        })
        .collect();
    super::pretty(&serde_json::Value::Array(findings))
}
