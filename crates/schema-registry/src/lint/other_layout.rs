//! Checks for [`other-layout`](RULE).

use crate::rules::OTHER_LAYOUT as RULE;
use crate::{
    diagnostic::{Diagnostic, Location},
    format::reformatted,
    model::Registry,
    parallel,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    let files: Vec<_> = registry.formatted_files().collect();
    let found = parallel::map(&files, |source| {
        let finding = |_| Diagnostic::new(&RULE, "this file is not formatted");
        let finding = reformatted(source).map(finding)?;
        Some(finding.command(["fmt"]).at(Location::at_span(source, 0..0)))
    });
    findings.extend(found.into_iter().flatten());
}
