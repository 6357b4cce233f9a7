//! Comparisons that the registry asks for, made by workers within its limits.

use std::{io, thread};

use schema_compat::{
    Verdict,
    policy::{self, Ask, Asked, Report},
    worker::{Limits, Question},
};
use schema_registry::{diagnostic::Diagnostic, model::Registry};

use crate::{exit::Failure, workers};

/// Lends something that compares, and makes use of all processors.
pub(crate) fn with_ask<T>(
    limits: Limits,
    work: impl FnOnce(Ask<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    workers::with(limits, |workers| {
        let at_once = thread::available_parallelism().map_or(1, usize::from);
        let ask = |questions: &[Question<'_>]| -> io::Result<Vec<Verdict>> {
            let answers = workers.compare_all(questions, at_once)?;
            Ok(answers.into_iter().map(|answer| answer.verdict).collect())
        };
        work(&ask)
    })
}

/// Compares all events with their released revisions, and gathers everything that the policy finds
/// wrong. `check` and `release` both come here, so that nothing is released that `check` rejects.
pub(crate) fn judged<'r>(
    registry: &'r Registry,
    asked: Asked,
    ask: Ask<'_>,
) -> Result<(Vec<Report<'r>>, Vec<Diagnostic>), Failure> {
    let reports = policy::reports(registry, asked, policy::SETTINGS, |_| true, ask)
        .map_err(|error| Failure::new("cannot compare", error))?;
    let findings = policy::findings(registry, &reports, ask);
    Ok((reports, findings))
}
