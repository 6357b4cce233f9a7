//! Checks for [`undeclared-member`](RULE).

use super::shown::all_shown;
use crate::rules::UNDECLARED_MEMBER as RULE;
use crate::{
    diagnostic::{Diagnostic, Location},
    layout,
    model::{Registry, shows_unknown},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for shown in all_shown(registry) {
        for (source, pointer) in shown.undeclared {
            let name = layout::file_name(&source.path);
            if shows_unknown(name) {
                continue;
            }
            let message = "no schema declares this member";
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help(
                        "declare it, correct its name, or remove it; if the example shows that readers ignore it, \
                         begin the name of the file with `unknown_` or `newer_`",
                    )
                    .at(Location::at_pointer(source, pointer)),
            );
        }
    }
}
