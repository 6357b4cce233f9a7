use crate::rule::{Phase, Rule, Severity};

/// An entry of the list of releases that differs from that of the main branch.
pub const RULE: Rule = Rule {
    name: "rewritten-release",
    severity: Severity::Error,
    explanation: r#"
Finds an entry of `released/index.json` that the main branch has, and that is missing or different here.

Why: someone who changes a released file together with its digest, or removes both, leaves no other trace.
The commit where this branch left the main branch knows what was released by then.

    main: "event": "job.completed", "revision": "1.0.0", "sha256": "41f5…"
    here: "event": "job.completed", "revision": "1.0.0", "sha256": "9c2e…"     (rewritten-release)
"#,
    phase: Phase::History,
};
