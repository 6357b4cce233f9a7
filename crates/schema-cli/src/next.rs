//! The next steps after a command, as command lines that can be copied.

use schema_registry::{config::Config, format::reformatted, model::Registry};

use crate::context::Context;

/// Prints steps in the order in which they are done.
pub(crate) fn say(context: &Context, steps: &[String]) {
    context.say("");
    context.say("Next:");
    for (index, step) in steps.iter().enumerate() {
        context.say(&format!("  {}. {step}", index + 1));
    }
}

/// Returns the steps after `codegen`.
pub(crate) fn after_generating(context: &Context, registry: &Registry) -> Vec<String> {
    let mut steps = vec![context.command("fmt")];
    // The reference shows examples as they are, so those that `fmt` changes have to be generated again.
    if registry
        .formatted_files()
        .any(|file| reformatted(file).is_some())
    {
        steps.push(context.command("codegen"));
    }
    steps.push(context.command("check"));
    steps.extend(to_commit(&registry.config));
    steps
}

/// Returns the steps before a commit of what was generated or released.
pub(crate) fn to_commit(config: &Config) -> Vec<String> {
    // The registry says how its own repository is tested. The command is shown, and never run.
    let mut steps: Vec<String> = config.test_command.iter().cloned().collect();
    steps.push("git add --all".into());
    steps
}
