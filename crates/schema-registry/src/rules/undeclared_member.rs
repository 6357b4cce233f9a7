use super::{FoundBy, Rule, shown::all_shown};
use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    model::{Registry, shows_unknown},
};

/// A member of an example that no schema declares.
pub(super) const RULE: Rule = Rule {
    name: "undeclared-member",
    severity: Severity::Hint,
    explanation: r#"
Finds a member of an example that its schema does not declare, unless the name of the file begins with `unknown_` or
`newer_`: such examples show that readers ignore what they do not know.

Why: objects are open, so a misspelt member is valid, and shows a field that no one will ever see.

    "artefact_count": 3     (undeclared-member: the schema declares `artifact_count`)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for shown in all_shown(registry) {
        for (source, pointer) in shown.undeclared {
            let name = source.path.rsplit('/').next().unwrap_or_default();
            if shows_unknown(name) {
                continue;
            }
            let message = "no schema declares this member";
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help(
                        "declare it, correct its name, or remove it; if the example shows that readers ignore it, \
                         begin the name of the file with `unknown_` or `newer_`",
                    )
                    .at(Location::at_pointer(source, pointer)),
            );
        }
    }
}
