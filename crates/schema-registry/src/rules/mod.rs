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
mod rewrites;
mod rewritten_release;
mod shown;
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

use crate::{
    diagnostic::{Diagnostic, Severity},
    model::Registry,
};

pub use self::{
    breaking_change::RULE as BREAKING_CHANGE,
    commands::COMMAND_RULES,
    invalid_config::RULE as INVALID_CONFIG,
    invalid_sunset::{RULE as INVALID_SUNSET, sunsets},
    name_collision::RULE as NAME_COLLISION,
    renamed_field::RULE as RENAMED_FIELD,
    rewrites::without_type,
    template_text::{FIELD_TEMPLATE, event_template, payload_template},
    undecided_change::RULE as UNDECIDED_CHANGE,
    unknown_format::FORMATS_WITH_TYPES,
    unmappable_schema::RULE as UNMAPPABLE_SCHEMA,
    unused_approval::RULE as UNUSED_APPROVAL,
};
pub use crate::keywords::type_of;

pub(crate) use self::{
    changed_released_file::RULE as CHANGED_RELEASED_FILE,
    duplicate_key::RULE as DUPLICATE_KEY,
    invalid_json::RULE as INVALID_JSON,
    invalid_release_index::RULE as INVALID_RELEASE_INDEX,
    invalid_released_file::RULE as INVALID_RELEASED_FILE,
    invalid_schema::RULE as INVALID_SCHEMA,
    missing_released_file::RULE as MISSING_RELEASED_FILE,
    non_snake_case_name::{FILE_NAME, RULE as NON_SNAKE_CASE_NAME},
    ref_outside_registry::RULE as REF_OUTSIDE_REGISTRY,
    rewritten_release::RULE as REWRITTEN_RELEASE,
    unexpected_file::RULE as UNEXPECTED_FILE,
    unlisted_released_file::RULE as UNLISTED_RELEASED_FILE,
    unreadable_file::RULE as UNREADABLE_FILE,
    unresolved_ref::RULE as UNRESOLVED_REF,
    unused_allow::RULE as UNUSED_ALLOW,
};

/// One thing that can be wrong with a registry.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its stable name, in kebab case.
    pub name: &'static str,
    /// The severity of its findings, unless `registry.toml` sets another one.
    pub severity: Severity,
    /// What it does, why, and an example, in Markdown.
    pub explanation: &'static str,
    /// Who finds it.
    pub found_by: FoundBy,
}

/// Which step of the tool finds the defect of a rule.
#[derive(Clone, Copy, Debug)]
pub enum FoundBy {
    /// Reading the files, or resolving what they refer to. Such findings cannot be allowed.
    Loading,
    /// A function over the whole registry.
    Lint(fn(&Registry, &mut Vec<Diagnostic>)),
    /// Bringing schemas to the model that code is generated from.
    Lowering,
    /// Comparing what was released with what the history has. Such findings cannot be allowed.
    History,
    /// Comparing schemas with what was released. `approvals.toml` accepts such findings.
    Comparing,
    /// Settling which findings count.
    Settling,
    /// A command, about files and bodies that are not schemas.
    Command,
}

/// Every rule about a registry, in the order of names.
pub const RULES: &[&Rule] = &[
    &accepted_invalid_example::RULE,
    &bidi_control::RULE,
    &breaking_change::RULE,
    &changed_released_file::RULE,
    &closed_object::RULE,
    &closed_set::RULE,
    &duplicate_key::RULE,
    &invalid_config::RULE,
    &invalid_example::RULE,
    &invalid_json::RULE,
    &invalid_release_index::RULE,
    &invalid_released_file::RULE,
    &invalid_schema::RULE,
    &invalid_sunset::RULE,
    &mismatched_const::RULE,
    &missing_description::RULE,
    &missing_example::RULE,
    &missing_released_file::RULE,
    &name_collision::RULE,
    &non_linear_pattern::RULE,
    &non_snake_case_name::RULE,
    &other_layout::RULE,
    &overlapping_branches::RULE,
    &ref_outside_registry::RULE,
    &renamed_field::RULE,
    &rewritten_release::RULE,
    &template_text::RULE,
    &unanchored_pattern::RULE,
    &unbounded_integer::RULE,
    &undecided_change::RULE,
    &undeclared_member::RULE,
    &unexpected_file::RULE,
    &unknown_format::RULE,
    &unknown_keyword::RULE,
    &unlisted_released_file::RULE,
    &unmappable_schema::RULE,
    &unreadable_file::RULE,
    &unresolved_ref::RULE,
    &unsatisfiable_schema::RULE,
    &unshown_field::RULE,
    &unused_allow::RULE,
    &unused_approval::RULE,
    &wrong_id::RULE,
];

/// Every rule whose findings can be printed: those about a registry, then those of single commands.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(COMMAND_RULES).copied()
}

/// The rule of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

impl Rule {
    /// The first paragraph of the explanation, on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let lines: Vec<&str> = self
            .explanation
            .trim_start()
            .lines()
            .take_while(|line| !line.is_empty())
            .collect();
        lines.join(" ")
    }

    /// Whether `registry.toml` may set the severity. What generated code rests on stays an error,
    /// unless one finding is allowed in place, with its reason.
    #[must_use]
    pub fn has_settable_severity(&self) -> bool {
        matches!(self.found_by, FoundBy::Lint(_)) && self.name != INVALID_SUNSET.name
    }

    /// Whether a finding can be accepted in `approvals.toml`.
    #[must_use]
    pub fn is_approvable(&self) -> bool {
        [BREAKING_CHANGE.name, UNDECIDED_CHANGE.name].contains(&self.name)
    }

    /// Whether one finding can be allowed in place.
    #[must_use]
    pub fn is_negotiable(&self) -> bool {
        // What these find is in an example or in a whole file, where no schema has room for an allowance.
        let in_files = [
            accepted_invalid_example::RULE.name,
            invalid_example::RULE.name,
            other_layout::RULE.name,
            undeclared_member::RULE.name,
        ];
        match self.found_by {
            // What is released with it stays.
            FoundBy::Lint(_) if self.name == INVALID_SUNSET.name => false,
            FoundBy::Lint(_) if in_files.contains(&self.name) => false,
            FoundBy::Lint(_) | FoundBy::Lowering => true,
            FoundBy::Comparing
            | FoundBy::Loading
            | FoundBy::History
            | FoundBy::Settling
            | FoundBy::Command => false,
        }
    }
}
