//! The data of rules. Nothing here knows a registry.

use serde::{Deserialize, Serialize};

/// One thing that can be wrong with a registry.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its stable name, in kebab case.
    pub name: &'static str,
    /// The severity of its findings, unless `registry.toml` sets another one.
    pub severity: Severity,
    /// The documentation, in Markdown: the defect, the reason, and an example.
    pub explanation: &'static str,
    /// The step of the tool that finds it.
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
    /// Comparing what was released with the history. Such findings cannot be allowed.
    History,
    /// Comparing schemas with what was released. `approvals.toml` accepts such findings.
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
    /// A proposal: reported, and the check passes.
    Hint,
    /// Reported, and the check still passes.
    Warning,
    /// The check fails.
    Error,
}

impl Severity {
    /// The word that reports use.
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
