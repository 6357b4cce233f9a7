use crate::rule::{Phase, Rule, Severity};

/// A day of sunset that readers cannot rely on.
pub const RULE: Rule = Rule {
    name: "invalid-sunset",
    severity: Severity::Error,
    explanation: r#"
Finds an `x-sunset` that is not a date (`YYYY-MM-DD`), or that is in a schema that is not `deprecated`. `release`
finds one that is before the day of the release, and `publish` one that was released without being a date.

Why: `x-sunset` is the day from which an event, a field or a branch is no longer sent. The list of releases keeps it for
ever, and programs read it.

    "deprecated": true, "x-sunset": "30 June 2027"     (invalid-sunset: write 2027-06-30)
"#,
    phase: Phase::Lint,
};
