//! Generated code with deliberate faults.

use std::path::Path;

use repository_tests::generated::frozen;

use super::program::{Change, Module};

/// One fault.
pub(crate) struct FaultyCode {
    /// The name of the module that has it.
    pub(crate) module: &'static str,
    file: &'static str,
    right: &'static str,
    pub(crate) wrong: &'static str,
}

/// The module without a fault.
pub(crate) const RIGHT: &str = "right";

pub(crate) const FAULTS: &[FaultyCode] = &[
    FaultyCode {
        module: "wrong_bound",
        file: "job_completed.rs",
        right: "pub artifact_count: U53,",
        wrong: "pub artifact_count: schema_runtime::Integer<u64, 1, 9_007_199_254_740_991>,",
    },
    FaultyCode {
        module: "wrong_length",
        file: "job_completed.rs",
        right: "(1..=100).contains(&text.chars().count())",
        wrong: "(1..=100).contains(&text.len())",
    },
    FaultyCode {
        module: "wrong_pattern",
        file: "event.rs",
        right: "(1, b'-') => 0,",
        wrong: "(1, b'-') => 1,",
    },
    FaultyCode {
        module: "wrong_tag",
        file: "job_completed.rs",
        right: r#"Failed(JobCompletedFailed) = "failed""#,
        wrong: r#"Failed(JobCompletedFailed) = "failure""#,
    },
    FaultyCode {
        module: "wrong_optionality",
        file: "job_completed.rs",
        right: "pub failure_reason: FailureReason,",
        wrong: "pub failure_reason: Option<FailureReason>,",
    },
    FaultyCode {
        module: "wrong_set_member",
        file: "job_completed.rs",
        right: r#"Self::Timeout => "timeout","#,
        wrong: r#"Self::Timeout => "timed_out","#,
    },
    FaultyCode {
        module: "wrong_format",
        file: "job_completed.rs",
        right: "Timestamp",
        wrong: "Uri",
    },
];

/// Returns the module without a fault, and those that have one.
pub(crate) fn modules() -> Vec<Module> {
    let module = |name, change| Module {
        name,
        code: Path::new(frozen::FOLDER).join("v1"),
        decodes: "Event<JobCompleted>",
        change,
    };
    let faulty = FAULTS.iter().map(|fault| {
        let change = Change {
            file: fault.file,
            right: fault.right,
            wrong: fault.wrong,
        };
        module(fault.module, Some(change))
    });
    faulty.chain([module(RIGHT, None)]).collect()
}
