//! The rules: one file each, whose text is its documentation.
//!
//! A rule is named after the defect that it finds, so that "allow `<name>`" reads well.

mod accepted_invalid_example;
mod bidi_control;
mod breaking_change;
mod changed_released_file;
mod closed_object;
mod closed_set;
mod commands;
mod duplicate_key;
mod invalid_config;
mod invalid_example;
mod invalid_json;
mod invalid_release_index;
mod invalid_released_file;
mod invalid_schema;
mod invalid_sunset;
mod mismatched_const;
mod missing_description;
mod missing_example;
mod missing_released_file;
mod name_collision;
mod non_linear_pattern;
mod non_snake_case_name;
mod other_layout;
mod overlapping_branches;
mod ref_outside_registry;
mod renamed_field;
mod rewritten_release;
mod template_text;
mod unanchored_pattern;
mod unbounded_integer;
mod undecided_change;
mod undeclared_member;
mod unexpected_file;
mod unknown_format;
mod unknown_keyword;
mod unlisted_released_file;
mod unmappable_schema;
mod unreadable_file;
mod unresolved_ref;
mod unsatisfiable_schema;
mod unshown_field;
mod unused_allow;
mod unused_approval;
mod wrong_id;

use crate::rule::{Phase, Rule};

pub use self::{
    accepted_invalid_example::RULE as ACCEPTED_INVALID_EXAMPLE,
    bidi_control::RULE as BIDI_CONTROL,
    breaking_change::RULE as BREAKING_CHANGE,
    changed_released_file::RULE as CHANGED_RELEASED_FILE,
    closed_object::RULE as CLOSED_OBJECT,
    closed_set::RULE as CLOSED_SET,
    commands::{
        COMMAND_RULES, DAMAGED_PUBLICATION, FOREIGN_FILE, INVALID_BODY, REFUSED_FILE,
        REFUSED_RELEASE, STALE_FILE, UNCHECKED_HISTORY, UNKNOWN_EVENT, UNPUBLISHABLE_NAME,
        UNRELEASED_CHANGE, UNTRUE_MANIFEST,
    },
    duplicate_key::RULE as DUPLICATE_KEY,
    invalid_config::RULE as INVALID_CONFIG,
    invalid_example::RULE as INVALID_EXAMPLE,
    invalid_json::RULE as INVALID_JSON,
    invalid_release_index::RULE as INVALID_RELEASE_INDEX,
    invalid_released_file::RULE as INVALID_RELEASED_FILE,
    invalid_schema::RULE as INVALID_SCHEMA,
    invalid_sunset::RULE as INVALID_SUNSET,
    mismatched_const::RULE as MISMATCHED_CONST,
    missing_description::RULE as MISSING_DESCRIPTION,
    missing_example::RULE as MISSING_EXAMPLE,
    missing_released_file::RULE as MISSING_RELEASED_FILE,
    name_collision::RULE as NAME_COLLISION,
    non_linear_pattern::RULE as NON_LINEAR_PATTERN,
    non_snake_case_name::RULE as NON_SNAKE_CASE_NAME,
    other_layout::RULE as OTHER_LAYOUT,
    overlapping_branches::RULE as OVERLAPPING_BRANCHES,
    ref_outside_registry::RULE as REF_OUTSIDE_REGISTRY,
    renamed_field::RULE as RENAMED_FIELD,
    rewritten_release::RULE as REWRITTEN_RELEASE,
    template_text::RULE as TEMPLATE_TEXT,
    unanchored_pattern::RULE as UNANCHORED_PATTERN,
    unbounded_integer::RULE as UNBOUNDED_INTEGER,
    undecided_change::RULE as UNDECIDED_CHANGE,
    undeclared_member::RULE as UNDECLARED_MEMBER,
    unexpected_file::RULE as UNEXPECTED_FILE,
    unknown_format::RULE as UNKNOWN_FORMAT,
    unknown_keyword::RULE as UNKNOWN_KEYWORD,
    unlisted_released_file::RULE as UNLISTED_RELEASED_FILE,
    unmappable_schema::RULE as UNMAPPABLE_SCHEMA,
    unreadable_file::RULE as UNREADABLE_FILE,
    unresolved_ref::RULE as UNRESOLVED_REF,
    unsatisfiable_schema::RULE as UNSATISFIABLE_SCHEMA,
    unshown_field::RULE as UNSHOWN_FIELD,
    unused_allow::RULE as UNUSED_ALLOW,
    unused_approval::RULE as UNUSED_APPROVAL,
    wrong_id::RULE as WRONG_ID,
};

/// Every rule about a registry, in the order of names.
pub const RULES: &[&Rule] = &[
    &ACCEPTED_INVALID_EXAMPLE,
    &BIDI_CONTROL,
    &BREAKING_CHANGE,
    &CHANGED_RELEASED_FILE,
    &CLOSED_OBJECT,
    &CLOSED_SET,
    &DUPLICATE_KEY,
    &INVALID_CONFIG,
    &INVALID_EXAMPLE,
    &INVALID_JSON,
    &INVALID_RELEASE_INDEX,
    &INVALID_RELEASED_FILE,
    &INVALID_SCHEMA,
    &INVALID_SUNSET,
    &MISMATCHED_CONST,
    &MISSING_DESCRIPTION,
    &MISSING_EXAMPLE,
    &MISSING_RELEASED_FILE,
    &NAME_COLLISION,
    &NON_LINEAR_PATTERN,
    &NON_SNAKE_CASE_NAME,
    &OTHER_LAYOUT,
    &OVERLAPPING_BRANCHES,
    &REF_OUTSIDE_REGISTRY,
    &RENAMED_FIELD,
    &REWRITTEN_RELEASE,
    &TEMPLATE_TEXT,
    &UNANCHORED_PATTERN,
    &UNBOUNDED_INTEGER,
    &UNDECIDED_CHANGE,
    &UNDECLARED_MEMBER,
    &UNEXPECTED_FILE,
    &UNKNOWN_FORMAT,
    &UNKNOWN_KEYWORD,
    &UNLISTED_RELEASED_FILE,
    &UNMAPPABLE_SCHEMA,
    &UNREADABLE_FILE,
    &UNRESOLVED_REF,
    &UNSATISFIABLE_SCHEMA,
    &UNSHOWN_FIELD,
    &UNUSED_ALLOW,
    &UNUSED_APPROVAL,
    &WRONG_ID,
];

/// Returns every rule whose findings can be printed: those about a registry, then those of single commands.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(COMMAND_RULES).copied()
}

/// Returns the rule with a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

impl Rule {
    /// Reports whether `registry.toml` may set the severity. The rules that generated code relies on keep theirs, unless
    /// one finding is allowed in place, with its reason.
    #[must_use]
    pub fn has_settable_severity(&self) -> bool {
        self.phase == Phase::Lint && self.name != INVALID_SUNSET.name
    }

    /// Reports whether `approvals.toml` can accept a finding.
    #[must_use]
    pub fn is_approvable(&self) -> bool {
        [BREAKING_CHANGE.name, UNDECIDED_CHANGE.name].contains(&self.name)
    }

    /// Reports whether a single finding can be allowed in place.
    #[must_use]
    pub fn is_negotiable(&self) -> bool {
        // The findings of these rules are in an example or about a whole file, where no schema can have an allowance.
        let in_files = [
            ACCEPTED_INVALID_EXAMPLE.name,
            INVALID_EXAMPLE.name,
            OTHER_LAYOUT.name,
            UNDECLARED_MEMBER.name,
        ];
        match self.phase {
            // A schema that is released with this defect keeps it.
            Phase::Lint if self.name == INVALID_SUNSET.name => false,
            Phase::Lint if in_files.contains(&self.name) => false,
            Phase::Lint | Phase::Lowering => true,
            Phase::Comparing
            | Phase::Loading
            | Phase::History
            | Phase::Settling
            | Phase::Command => false,
        }
    }
}
