use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    format::reformatted,
    model::Registry,
    parallel,
};

/// A schema or an example that is formatted otherwise than `fmt` does it.
pub(super) const RULE: Rule = Rule {
    name: "other-layout",
    severity: Severity::Hint,
    explanation: r#"
Finds a schema or an example that is not formatted as `fmt` does it. For `fmt --check`, that is an error.

Why: with one layout, a difference between two revisions shows what changed, and nothing else.

    {"type":"object"}     (other-layout)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    let files: Vec<_> = registry.formatted_files().collect();
    let found = parallel::map(&files, |source| {
        let finding = |_| Diagnostic::new(&RULE, "this file is not formatted");
        let finding = reformatted(source).map(finding)?;
        Some(finding.command(["fmt"]).at(Location::at_span(source, 0..0)))
    });
    findings.extend(found.into_iter().flatten());
}
