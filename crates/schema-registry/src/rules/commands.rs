//! Rules that commands apply to files and bodies which are not schemas: what they find cannot be allowed.

use crate::rule::{Phase, Rule, Severity};

const fn rule(name: &'static str, explanation: &'static str) -> Rule {
    Rule {
        name,
        severity: Severity::Error,
        explanation,
        phase: Phase::Command,
    }
}

/// `damaged-publication`.
pub const DAMAGED_PUBLICATION: Rule = rule(
    "damaged-publication",
    r#"
Finds published files that are missing, that nothing lists, or that are not what the lists, the signature or the
registry say. `verify` finds it.

Why: consumers validate with the published files, and a file that someone has changed there misleads them.

    sha256 of schemas/webhooks/v1/job.created/1.0.0.json     (damaged-publication: not that of `manifest.json`)
"#,
);

/// `foreign-file`.
pub const FOREIGN_FILE: Rule = rule(
    "foreign-file",
    r#"
Finds a file that was not generated and that has the path of a generated one. `codegen` and `release` find it.

Why: to write over it would lose what someone has written.

    docs/webhooks/v1.md     (foreign-file: without the header of generated files)
"#,
);

/// `invalid-body`.
pub const INVALID_BODY: Rule = rule(
    "invalid-body",
    r#"
Finds what the schema of its event rejects in a body. `validate` finds it.

Why: readers reject the body for the same reason.

    "duration_ms": -1     (invalid-body: the minimum is 0)
"#,
);

/// `refused-file`.
pub const REFUSED_FILE: Rule = rule(
    "refused-file",
    r#"
Finds a file that cannot be published over the one that is there. `publish` finds it.

Why: a published revision stays as it is for those who have it.

    schemas/webhooks/v1/job.created/1.0.0.json     (refused-file: it is published with other bytes)
"#,
);

/// `refused-release`.
pub const REFUSED_RELEASE: Rule = rule(
    "refused-release",
    r#"
Finds an event that cannot get its next revision: its schema does not state the current one, or states one that is
too low. `release` finds it.

Why: the revision tells readers by how much an event has changed.

    "x-event-version": "1.0.1"     (refused-release: the changes need 1.1.0)
"#,
);

/// `stale-file`.
pub const STALE_FILE: Rule = rule(
    "stale-file",
    r#"
Finds a generated file that is not what the schemas say: missing, old, or edited. `codegen --check` finds it.

Why: types and pages that say something else than the schemas mislead their readers.

    docs/webhooks/v1.md     (stale-file)
"#,
);

/// `unchecked-history`.
pub const UNCHECKED_HISTORY: Rule = rule(
    "unchecked-history",
    r#"
Finds that releases could not be compared with those of the main branch. `check` finds it.

Why: a file that was released and its digest can be changed together, and only the history tells.

    git clone --depth 1     (unchecked-history: the checkout has only a part of the history)
"#,
);

/// `unknown-event`.
pub const UNKNOWN_EVENT: Rule = rule(
    "unknown-event",
    r#"
Finds a body that names no event of the registry. `validate` finds it.

Why: without its event, there is no schema to validate it by.

    "event_type": "job.complete"     (unknown-event: it is called `job.completed`)
"#,
);

/// `unpublishable-name`.
pub const UNPUBLISHABLE_NAME: Rule = rule(
    "unpublishable-name",
    r#"
Finds a file whose name some system or store cannot hold. `publish` finds it.

Why: consumers get the files on every system.

    schemas/webhooks/v1/con.json     (unpublishable-name: Windows has a device of that name)
"#,
);

/// `unreleased-change`.
pub const UNRELEASED_CHANGE: Rule = rule(
    "unreleased-change",
    r#"
Finds an event that differs from its last release. `publish` finds it.

Why: its examples and its part of the reference would describe what is not released.

    "maxLength": 100     (unreleased-change: 1.0.0 was released with 64)
"#,
);

/// `untrue-manifest`.
pub const UNTRUE_MANIFEST: Rule = Rule {
    severity: Severity::Warning,
    ..rule(
        "untrue-manifest",
        r#"
Finds an entry of `codegen.manifest` for a file that the generator did not write. `codegen` finds it.

Why: the generator removes and replaces the files of the list, so it ignores entries that cannot be true.

    9c2e…  ../src/main.rs     (untrue-manifest: not in a folder of generated files)
"#,
    )
};

/// Every rule of this module, in the order of names.
pub const COMMAND_RULES: &[&Rule] = &[
    &DAMAGED_PUBLICATION,
    &FOREIGN_FILE,
    &INVALID_BODY,
    &REFUSED_FILE,
    &REFUSED_RELEASE,
    &STALE_FILE,
    &UNCHECKED_HISTORY,
    &UNKNOWN_EVENT,
    &UNPUBLISHABLE_NAME,
    &UNRELEASED_CHANGE,
    &UNTRUE_MANIFEST,
];
