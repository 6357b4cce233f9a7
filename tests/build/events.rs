//! The generated types of every event, as rows of macros.

use std::fmt::Write as _;

use schema_codegen::{
    Output, Target,
    model::{Api, Family, Major},
};
use schema_registry::model::Registry;

/// Declares two macros. `events_of_NAME` calls another macro with the name and the types of each event, and
/// `majors_of_NAME` with the types of the choice between all events of each major version. `module` returns the
/// path of the module that is generated from a family.
///
/// Rows are `("family/v1/event", owned, Type)` and `("family/v1/event", borrowed, Type)`.
pub(crate) fn list(name: &str, registry: &Registry, module: impl Fn(&str) -> String) -> String {
    let (api, _) = schema_codegen::lower(registry);
    let (mut events, mut majors) = (String::new(), String::new());
    for family in &api.families {
        let module = module(&family.name);
        for major in &family.majors {
            rows(
                family,
                major,
                &format!("{module}::{}", major.name),
                &mut events,
                &mut majors,
            );
        }
    }
    let samples = samples(&api, module);
    [("events", events), ("majors", majors), ("samples", samples)]
        .map(|(kind, rows)| declare(&format!("{kind}_of_{name}"), &rows))
        .concat()
}

/// Returns rows with the path of each type that has a function `sample`.
fn samples(api: &Api, module: impl Fn(&str) -> String) -> String {
    let mut rows = String::new();
    for family in &api.families {
        let output = Output {
            family,
            folder: &family.name,
            options: codegen_rust::Options {},
            command: "schemas codegen".into(),
        };
        let artifacts = Target::render(&codegen_rust::Rust, &[output]);
        for major in &family.majors {
            let end = format!("/{}/samples.rs", major.name);
            for artifact in artifacts.iter().filter(|it| it.path.ends_with(&end)) {
                let mut lines = artifact.text.lines().peekable();
                while let Some(line) = lines.next() {
                    let name = line
                        .strip_prefix("impl ")
                        .and_then(|it| it.strip_suffix(" {"));
                    let is_value = |next: &&str| next.contains("Returns a value of an example");
                    if let (Some(name), true) = (name, lines.peek().is_some_and(is_value)) {
                        let path = format!("{}::{}::{name}", module(&family.name), major.name);
                        let _ = writeln!(rows, "        $row!({path}),");
                    }
                }
            }
        }
    }
    rows
}

/// Declares a macro `typify_of_NAME`, which calls another one with the name of each event and typify's types for
/// it: its own type, and `AnyEvent`, the choice between all events of its major version.
pub(crate) fn list_of_typify(name: &str, types: &[(String, String)]) -> String {
    let rows = types
        .iter()
        .map(|(name, ty)| format!("        $row!(\"{name}\", {ty}),\n"));
    declare(&format!("typify_of_{name}"), &rows.collect::<String>())
}

/// Declares a macro that calls another one with each of some rows, and makes an array of the results.
fn declare(name: &str, rows: &str) -> String {
    format!(
        "#[allow(unused_macros, reason = \"tests use the lists that they need\")]\nmacro_rules! {name} {{\n    ($row:ident) => {{ [\n{rows}    ] }};\n}}\n\n"
    )
}

fn rows(family: &Family, major: &Major, module: &str, events: &mut String, majors: &mut String) {
    let name = format!("{}/{}", family.name, major.name);
    let row = |rows: &mut String, name: &str, kind: &str, ty: &str| {
        let _ = writeln!(rows, "        $row!(\"{name}\", {kind}, {ty}),");
    };
    let counterparts = codegen_rust::with_counterparts(major);
    for event in &major.events {
        let name = format!("{name}/{}", event.event_type);
        let payload = format!("{module}::{}", event.payload);
        let borrows = counterparts.contains(&event.payload);
        let borrowed = match borrows {
            true => format!("{module}::borrowed::{}Ref<'_>", event.payload),
            false => payload.clone(),
        };
        match &major.envelope {
            Some(_) => {
                row(
                    events,
                    &name,
                    "owned",
                    &format!("{module}::Event<{payload}>"),
                );
                row(
                    events,
                    &name,
                    "borrowed",
                    &format!("{module}::borrowed::EventRef<'_, {borrowed}>"),
                );
            }
            None => {
                row(events, &name, "owned", &payload);
                if borrows {
                    row(events, &name, "borrowed", &borrowed);
                }
            }
        }
    }
    if major.envelope.is_some() {
        row(majors, &name, "owned", &format!("{module}::Event"));
        let borrowed = format!("{module}::borrowed::EventRef<'_>");
        row(majors, &name, "borrowed", &borrowed);
    }
}
