//! The limit of nesting.

use super::SyntaxError;

const DEEPEST: usize = 127;

/// The parser's own limit is too high for the stack of a thread, and halved by objects.
pub(super) fn reject_deep_nesting(text: &str) -> Result<(), SyntaxError> {
    let mut depth: usize = 0;
    let mut in_string = false;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_string = !in_string,
            (false, b'[' | b'{') => depth += 1,
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(SyntaxError {
                span: at..at + 1,
                message: too_deep(),
            });
        }
    }
    Ok(())
}

/// Reports whether a text is nested deeper than the parsers of JSON go.
///
/// # Examples
///
/// ```
/// use schema_registry::json::is_too_deep;
///
/// assert!(!is_too_deep("[[1]]"));
/// assert!(is_too_deep(&"[".repeat(200)));
/// ```
#[must_use]
pub fn is_too_deep(text: &str) -> bool {
    reject_deep_nesting(text).is_err()
}

fn too_deep() -> String {
    format!("this is nested more than {DEEPEST} levels deep")
}

impl SyntaxError {
    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.message == too_deep() {
            true => "put fewer objects and lists into each other: most readers have such a limit",
            false => "fix the syntax here (standard JSON, without comments)",
        }
    }
}
