use super::{FoundBy, Rule};
use crate::diagnostic::Severity;

/// `registry.toml` does not say what it has to.
pub(crate) const RULE: Rule = Rule {
    name: "invalid-config",
    severity: Severity::Error,
    explanation: r#"
Finds what cannot be understood in `registry.toml`.

Why: the file decides where schemas are addressed and where generated files go. A key that nobody
reads is a wish that nobody fulfils.

    base-url = "https://example.com/"     (invalid-config: the key is `base-uri`)
"#,
    found_by: FoundBy::Loading,
};
