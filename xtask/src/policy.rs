//! Comparisons that the registry asks for, made by workers within its limits.

use std::{io, thread, time::Duration};

use schema_compat::{
    Verdict,
    worker::{Limits, Question},
};

use schema_registry::{config::Comparison, model::Registry};

use crate::{exit::Failure, workers};

/// The limits that a registry sets.
pub(crate) fn limits(registry: &Registry) -> Limits {
    let Comparison {
        time_ms,
        memory_mib,
        stack_mib,
    } = registry.config.comparison;
    Limits {
        time: Duration::from_millis(time_ms.into()),
        memory: u64::from(memory_mib) << 20,
        stack: u64::from(stack_mib) << 20,
    }
}

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
