//! The description of a rule. Nothing here depends on a registry.

use serde::{Deserialize, Serialize};

/// A kind of defect of a registry.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its stable name, in kebab case.
    pub name: &'static str,
    /// The severity of its findings, unless `registry.toml` sets another one.
    pub severity: Severity,
    /// The documentation of the rule, in Markdown: what it does, why, and an example.
    pub explanation: &'static str,
    /// The step of the tool that finds the defect.
    pub phase: Phase,
}

/// A step of the tool that finds defects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reading the files, or resolving references. Such findings cannot be allowed.
    Loading,
    /// A check over the whole registry.
    Lint,
    /// Lowering schemas to the model, or a target that cannot express a part of it.
    Lowering,
    /// Comparing released files with the history. Such findings cannot be allowed.
    History,
    /// Comparing schemas with released ones. `approvals.toml` accepts such findings.
    Comparing,
    /// Applying allowances and approvals.
    Settling,
    /// A command, about files and bodies that are not schemas.
    Command,
}

/// The severity of a finding.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A proposal. It is reported, and the check passes.
    Hint,
    /// A warning. It is reported, and the check passes.
    Warning,
    /// An error. The check fails.
    Error,
}

impl Severity {
    /// Returns the word for the severity in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Rule {
    /// Returns the first paragraph of the explanation, on one line.
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
}
