//! Renders the modules of a family.

mod expressions;
mod imports;
mod module;

use schema_codegen::{Artifact, header, join, model::Family, naming::Naming};

use crate::names::class;

const RUNTIME: &str = include_str!("runtime.py");

/// Renders the package of a family.
pub(crate) fn family(family: &Family, folder: &str, command: &str) -> Vec<Artifact> {
    let majors: Vec<&str> = family
        .majors
        .iter()
        .map(|major| major.name.as_str())
        .collect();
    let mut all: Vec<String> = majors.iter().map(|name| format!("\"{name}\"")).collect();
    all.push("\"parse\"".into());
    let package = format!(
        "from . import {}\nfrom ._runtime import parse\n\n__all__ = [{}]\n",
        majors.join(", "),
        all.join(", ")
    );
    let mut files: Vec<(String, &str, String)> = vec![
        ("__init__.py".into(), &family.name, package),
        ("_runtime.py".into(), &family.name, RUNTIME.into()),
        ("py.typed".into(), &family.name, String::new()),
    ];
    for major in &family.majors {
        let text = module::render(family, &Naming::new(major, class));
        files.push((format!("{}.py", major.name), &major.folder, text));
    }
    let artifacts = files.into_iter().map(|(path, source, text)| Artifact {
        path: join(folder, &path),
        text: match text.as_str() {
            "" => format!("# {}\n", header(source, command)),
            text => format!("# {}\n\n{text}", header(source, command)),
        },
    });
    artifacts.collect()
}
