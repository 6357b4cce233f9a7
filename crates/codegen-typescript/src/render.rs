//! Renders planned families as modules and declarations.

mod checks;
mod declarations;
mod docs;

use schema_codegen::{Artifact, header, join, model::Family};

use crate::plan::{ENVELOPE, EVENTS, Plan};

const RUNTIME: &str = include_str!("runtime/runtime.js");
const RUNTIME_TYPES: &str = include_str!("runtime/runtime.d.ts");

/// Renders the files of a family.
pub(crate) fn family(
    family: &Family,
    majors: &[Plan<'_>],
    folder: &str,
    command: &str,
) -> Vec<Artifact> {
    let mut files: Vec<(String, String, String)> = vec![
        ("runtime.js".into(), family.name.clone(), RUNTIME.into()),
        (
            "runtime.d.ts".into(),
            family.name.clone(),
            RUNTIME_TYPES.into(),
        ),
    ];
    let exports = majors.iter().map(|plan| {
        let name = &plan.major.name;
        format!("export * as {name} from \"./{name}/index.js\";\n")
    });
    let root: String = exports.collect();
    let types = "export type { Body, Issue, Result, Schema } from \"./runtime.js\";\n";
    let error = "export { ParseError } from \"./runtime.js\";\n";
    files.push((
        "index.js".into(),
        family.name.clone(),
        format!("{root}{error}"),
    ));
    files.push((
        "index.d.ts".into(),
        family.name.clone(),
        format!("{root}{error}{types}"),
    ));
    for plan in majors {
        files.extend(major(plan));
    }
    let artifacts = files.into_iter().map(|(path, source, text)| Artifact {
        path: join(folder, &path),
        text: format!("// {}\n\n{text}", header(&source, command)),
    });
    artifacts.collect()
}

/// Renders the files of a major version: paths below the family's folder, the sources of each, and texts.
fn major(plan: &Plan<'_>) -> Vec<(String, String, String)> {
    let major = plan.major;
    let envelope = major.envelope.as_ref();
    let source = envelope.map_or(&major.folder, |envelope| &envelope.source);
    let mut modules: Vec<(&str, &str, String, String)> = Vec::new();
    // The names that a module exports beside its types.
    let mut others: Vec<Vec<&str>> = Vec::new();
    if plan.types_of(ENVELOPE).next().is_some() {
        let (script, types) = (checks::envelope(plan), declarations::envelope(plan));
        modules.push((ENVELOPE, source, script, types));
        others.push(Vec::new());
    }
    if let Some(own) = &plan.union {
        let (script, types) = (checks::events(plan, own), declarations::events(plan, own));
        modules.push((EVENTS, source, script, types));
        others.push(vec![&own.any, &own.known, &own.unknown, "isKnown"]);
    }
    for event in &plan.bodies {
        let (script, types) = (checks::event(plan, event), declarations::event(plan, event));
        modules.push((plan.module(event), &event.event.source, script, types));
        others.push(event.name.as_deref().into_iter().collect());
    }
    let mut exports = (String::new(), String::new());
    for ((module, ..), others) in modules.iter().zip(others) {
        let types = plan.types_of(module).map(|(_, name)| name);
        let names = types.chain(others).collect::<Vec<_>>().join(", ");
        exports
            .0
            .push_str(&format!("export {{ {names} }} from \"./{module}.js\";\n"));
        exports
            .1
            .push_str(&format!("export * from \"./{module}.js\";\n"));
    }
    modules.push(("index", &major.folder, exports.0, exports.1));
    let files = modules
        .into_iter()
        .flat_map(|(module, source, script, types)| {
            [("js", script), ("d.ts", types)].map(|(extension, text)| {
                (
                    format!("{}/{module}.{extension}", major.name),
                    source.to_owned(),
                    text,
                )
            })
        });
    files.collect()
}
