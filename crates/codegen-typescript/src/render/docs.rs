//! Documentation comments.

use schema_codegen::constraints;
use schema_registry::escape::escaped_lines;

/// Returns a documentation comment, each line with an indentation. An empty text has none.
pub(super) fn comment(text: &str, indentation: &str) -> String {
    let text = escaped_lines(text).replace("*/", "*\\/");
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indentation}/** {line} */\n"),
        lines => {
            let lines = lines
                .iter()
                .map(|line| format!("{indentation} * {line}").trim_end().to_owned() + "\n");
            format!(
                "{indentation}/**\n{}{indentation} */\n",
                lines.collect::<String>()
            )
        }
    }
}

/// Returns the text of a comment: a description with constraints behind it, and the tag of what is deprecated.
pub(super) fn documented(description: &str, constraints: Option<String>) -> String {
    let text = constraints::documented(description, constraints);
    match constraints::deprecation(description) {
        Some(note) => format!("{text}\n\n@deprecated {note}")
            .trim_end()
            .to_owned(),
        None => text,
    }
}
