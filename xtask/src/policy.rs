//! Comparisons that the registry asks for, made by workers within its limits.

use std::{io, thread};

use schema_compat::{
    Verdict,
    worker::{Limits, Question},
};

use crate::{exit::Failure, workers};

/// Lends something that compares, and makes use of all processors.
pub(crate) fn with_ask<T>(
    limits: Limits,
    work: impl FnOnce(schema_compat::policy::Ask<'_>) -> Result<T, Failure>,
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
