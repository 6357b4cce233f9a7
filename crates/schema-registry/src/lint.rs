//! Runs the rules, and applies severities and allowances to their findings.

mod accepted_invalid_example;
mod bidi_control;
mod closed_object;
mod closed_set;
mod consequences;
mod invalid_example;
mod invalid_sunset;
mod mismatched_const;
mod missing_description;
mod missing_example;
mod non_linear_pattern;
mod non_snake_case_name;
mod other_layout;
mod overlapping_branches;
mod rewrites;
mod shown;
mod template_text;
mod unanchored_pattern;
mod unbounded_integer;
mod undeclared_member;
mod unknown_format;
mod unknown_keyword;
mod unsatisfiable_schema;
mod unshown_field;
mod wrong_id;

use crate::{
    diagnostic::{self, Diagnostic, Location, Severity},
    json::{self, Node},
    keywords::ALLOW,
    layout::MajorFolder,
    model::Registry,
    rule::{Phase, Rule},
    rules::{self, UNMAPPABLE_SCHEMA, UNUSED_ALLOW},
};

pub use self::{
    consequences::explains_unmappable,
    invalid_sunset::sunsets,
    rewrites::without_type,
    template_text::{FIELD_TEMPLATE, event_template, payload_template},
    unknown_format::FORMATS_WITH_TYPES,
};

/// A check of a whole registry.
type Check = fn(&Registry, &mut Vec<Diagnostic>);

/// The check of each rule of the phase [`Phase::Lint`], in the order of names.
const CHECKS: &[(&Rule, Check)] = &[
    (
        &rules::ACCEPTED_INVALID_EXAMPLE,
        accepted_invalid_example::check,
    ),
    (&rules::BIDI_CONTROL, bidi_control::check),
    (&rules::CLOSED_OBJECT, closed_object::check),
    (&rules::CLOSED_SET, closed_set::check),
    (&rules::INVALID_EXAMPLE, invalid_example::check),
    (&rules::INVALID_SUNSET, invalid_sunset::check),
    (&rules::MISMATCHED_CONST, mismatched_const::check),
    (&rules::MISSING_DESCRIPTION, missing_description::check),
    (&rules::MISSING_EXAMPLE, missing_example::check),
    (&rules::NON_LINEAR_PATTERN, non_linear_pattern::check),
    (&rules::NON_SNAKE_CASE_NAME, non_snake_case_name::check),
    (&rules::OTHER_LAYOUT, other_layout::check),
    (&rules::OVERLAPPING_BRANCHES, overlapping_branches::check),
    (&rules::TEMPLATE_TEXT, template_text::check),
    (&rules::UNANCHORED_PATTERN, unanchored_pattern::check),
    (&rules::UNBOUNDED_INTEGER, unbounded_integer::check),
    (&rules::UNDECLARED_MEMBER, undeclared_member::check),
    (&rules::UNKNOWN_FORMAT, unknown_format::check),
    (&rules::UNKNOWN_KEYWORD, unknown_keyword::check),
    (&rules::UNSATISFIABLE_SCHEMA, unsatisfiable_schema::check),
    (&rules::UNSHOWN_FIELD, unshown_field::check),
    (&rules::WRONG_ID, wrong_id::check),
];

/// Returns the findings of loading, of resolving, and of every lint rule.
#[must_use]
pub fn lint(registry: &Registry) -> Vec<Diagnostic> {
    let mut findings = registry.findings.clone();
    for (_, check) in CHECKS {
        check(registry, &mut findings);
    }
    findings
}

/// One entry of an `x-allow`.
struct Allowance {
    path: String,
    /// The pointer of the schema that has the entry.
    schema: String,
    /// The pointers of the schemas inside that one, which can have allowances of their own.
    inner: Vec<String>,
    rule: String,
    has_reason: bool,
    location: Location,
    used: bool,
}

impl Allowance {
    /// Reports whether the allowance is for a finding. It is for the keywords of its own schema, not for those of the
    /// schemas inside.
    fn covers(&self, finding: &Diagnostic) -> bool {
        self.rule == finding.code && self.is_for(finding)
    }

    /// Reports whether the allowance is for the location of a finding, regardless of the rule.
    fn is_for(&self, finding: &Diagnostic) -> bool {
        let Some(location) = &finding.location else {
            return false;
        };
        // `not` is a keyword of this schema, although its value is a schema inside.
        let is_own_keyword = location
            .pointer
            .strip_prefix(&self.schema)
            .and_then(|rest| rest.strip_prefix('/'))
            .is_some_and(|keyword| !keyword.contains('/'));
        let is_inside = self
            .inner
            .iter()
            .any(|inner| is_below(&location.pointer, inner));
        self.has_reason
            && self.path == location.source.path
            && is_below(&location.pointer, &self.schema)
            && (is_own_keyword || !is_inside)
    }
}

fn is_below(pointer: &str, ancestor: &str) -> bool {
    pointer
        .strip_prefix(ancestor)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Applies the severities of `registry.toml` and the allowances in the schemas, reports unused allowances, drops
/// findings that follow from others, and sorts the rest.
#[must_use]
pub fn apply_allowances(registry: &Registry, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut allowances = allowances(registry);
    let mut kept = Vec::with_capacity(findings.len());
    for mut finding in findings {
        let rule = rules::find(finding.code);
        if rule.is_some_and(Rule::is_negotiable) {
            let mut covering = allowances
                .iter_mut()
                .filter(|allowance| allowance.covers(&finding))
                .peekable();
            if covering.peek().is_some() {
                covering.for_each(|allowance| allowance.used = true);
                continue;
            }
        }
        if let Some(level) = registry.config.lints.get(finding.code)
            && rule.is_some_and(Rule::has_settable_severity)
        {
            let Some(severity) = level.severity() else {
                continue;
            };
            finding.severity = severity;
        }
        consequences::offer_allowance(&mut finding, &allowances);
        kept.push(finding);
    }
    for allowance in allowances.into_iter().filter(|allowance| !allowance.used) {
        kept.push(unused(&allowance));
    }
    drop_consequences(&mut kept);
    consequences::drop_of_names(registry, &mut kept);
    drop_unclear(registry, &mut kept);
    diagnostic::sort(&mut kept);
    kept
}

/// Drops the findings about schemas of a major version whose envelope is missing. Schemas are incomplete without it,
/// and the finding about the envelope is enough.
fn drop_unclear(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    let majors = registry.majors();
    let unclear =
        majors.filter(|(family, major)| family.envelope().is_some() && major.envelope.is_none());
    let folders: Vec<MajorFolder> = unclear.map(|(_, major)| major.folder.clone()).collect();
    if folders.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let rule = rules::find(finding.code);
        let is_of_schemas =
            rule.is_some_and(|rule| matches!(rule.phase, Phase::Lint | Phase::Lowering));
        let path = registry.path_of(finding);
        let is_inside = path.is_some_and(|path| folders.iter().any(|it| it.contains(path)));
        !(is_of_schemas && is_inside)
    });
}

/// Drops the `unmappable-schema` findings about schemas that contain another error. Fixing that error fixes both.
fn drop_consequences(findings: &mut Vec<Diagnostic>) {
    let causes: Vec<Location> = findings
        .iter()
        .filter(|finding| ![UNMAPPABLE_SCHEMA.name, UNUSED_ALLOW.name].contains(&finding.code))
        .filter(|finding| finding.severity == Severity::Error)
        .filter_map(|finding| finding.location.clone())
        .collect();
    let is_near = |location: &Location, cause: &Location| {
        cause.source.path == location.source.path && is_below(&cause.pointer, &location.pointer)
    };
    findings.retain(|finding| {
        let location = finding.location.as_ref();
        finding.code != UNMAPPABLE_SCHEMA.name
            || !location.is_some_and(|location| causes.iter().any(|cause| is_near(location, cause)))
    });
}

fn unused(allowance: &Allowance) -> Diagnostic {
    let name = &allowance.rule;
    let (message, help) = match rules::find(name) {
        None => (
            format!("there is no rule `{name}`"),
            "`explain` lists the rules",
        ),
        Some(rule) if !rule.is_negotiable() => {
            (format!("`{name}` cannot be allowed"), "fix what it finds")
        }
        Some(_) if !allowance.has_reason => (
            format!("the reason to allow `{name}` is missing"),
            "say why, in a sentence",
        ),
        Some(_) => (
            format!("`{name}` finds nothing in this schema"),
            "remove the allowance",
        ),
    };
    Diagnostic::new(&UNUSED_ALLOW, message)
        .help(help)
        .at(allowance.location.clone())
}

fn allowances(registry: &Registry) -> Vec<Allowance> {
    let mut allowances = Vec::new();
    for schema in registry.schemas() {
        let subschemas = schema.subschemas();
        for subschema in &subschemas {
            let Some(entries) = subschema.node.get(ALLOW) else {
                continue;
            };
            for entry in entries.members() {
                let pointer = json::child(&subschema.keyword(ALLOW), &entry.name);
                // A boolean schema cannot have an allowance of its own.
                let inner = subschemas
                    .iter()
                    .filter(|other| other.node.is_object())
                    .map(|other| &other.pointer)
                    .filter(|other| {
                        **other != subschema.pointer && is_below(other, &subschema.pointer)
                    })
                    .cloned()
                    .collect();
                allowances.push(Allowance {
                    path: schema.source.path.clone(),
                    schema: subschema.pointer.clone(),
                    inner,
                    rule: entry.name.clone(),
                    has_reason: Node::as_str(&entry.value)
                        .is_some_and(|reason| !reason.trim().is_empty()),
                    location: schema.location(pointer),
                    used: false,
                });
            }
        }
    }
    allowances
}
