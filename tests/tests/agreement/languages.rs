//! The generated checks of other languages accept a document if, and only if, the validator does.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use repository_tests::{
    registries::{everything, webhooks},
    skipped::skipped,
    targets,
    tool::root,
};
use schema_codegen::{
    Artifact,
    model::{Api, Major},
};
use schema_registry::model::Registry;
use serde_json::{Map, Value};
use tempfile::TempDir;

use super::{
    document::Style,
    generator::Generator,
    oracle::{Ask, Judge, Rejection, Strict, Subject},
    program::Program,
    report::Tally,
};
use crate::all_documents;

/// A language, and the program that asks its checks. The program answers each line, which is the name of an event and a
/// document, with one line. It reads the name of each event's type from `bodies.json`.
struct Language {
    name: &'static str,
    render: fn(&Api) -> Vec<Artifact>,
    bodies: for<'m> fn(&'m Major) -> Vec<(&'m str, String)>,
    file: &'static str,
    program: &'static str,
    /// Returns the interpreter, or `None` if there is none.
    interpreter: fn() -> Option<PathBuf>,
    /// True if values are written, and false if they are returned as they were read.
    writes: bool,
}

const JAVASCRIPT: Language = Language {
    name: "JavaScript",
    render: targets::typescript,
    bodies: codegen_typescript::bodies,
    file: "program.mjs",
    program: r#"
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const schemas = {};
for (const [event, [family, major, name]] of Object.entries(JSON.parse(readFileSync("bodies.json", "utf8")))) {
  schemas[event] = (await import(`./${family}/${major}/index.js`))[name];
}
for await (const line of createInterface({ input: process.stdin })) {
  const space = line.indexOf(" ");
  const result = schemas[line.slice(0, space)].safeParseText(line.slice(space + 1));
  const { success, issues = [] } = result;
  const problems = issues.map(({ path, message }) => `/${path.join("/")}: ${message}`);
  console.log(success ? "accepted " : `refused ${problems.join("; ").replaceAll("\n", " ")}`);
}
"#,
    interpreter: node,
    writes: false,
};

const PYTHON: Language = Language {
    name: "Python",
    render: targets::python,
    bodies: codegen_python::bodies,
    file: "program.py",
    program: r#"
import importlib, json, sys
from pydantic import TypeAdapter, ValidationError

types = {}
for event, (family, major, name) in json.load(open("bodies.json")).items():
    module = importlib.import_module(f"{family}.{major}")
    types[event] = (module.parse, getattr(module, name), TypeAdapter(getattr(module, name)))
for line in sys.stdin:
    event, _, text = line.rstrip("\n").partition(" ")
    parse, type_, adapter = types[event]
    try:
        value = parse(type_, text)
        print("accepted", adapter.dump_json(value, by_alias=True, exclude_unset=True).decode(), flush=True)
    except ValidationError as error:
        problem = error.errors()[0]
        print("refused", repr((problem["loc"], problem["msg"])), flush=True)
    except ValueError as error:
        print("refused", repr(str(error)), flush=True)
"#,
    interpreter: python,
    writes: true,
};

fn node() -> Option<PathBuf> {
    if Command::new("node").arg("--version").output().is_err() {
        skipped("there is no `node`", "install Node.js 20 or later");
        return None;
    }
    Some("node".into())
}

fn python() -> Option<PathBuf> {
    let tools = std::env::var_os("CONSUMER_TOOLS").map(PathBuf::from);
    let program = tools
        .unwrap_or_else(|| root().join("target/consumers"))
        .join("bin/python");
    if !program.exists() {
        skipped("there is no `target/consumers`", "`.ci/run` makes it");
        return None;
    }
    Some(program)
}

/// Generated modules of a registry, in a program that runs.
struct Running {
    program: Program,
    writes: bool,
    _folder: TempDir,
}

impl Running {
    fn start(language: &Language, registry: &Registry) -> Option<Self> {
        let interpreter = (language.interpreter)()?;
        let folder = TempDir::new().unwrap();
        let at = |path: &str| folder.path().join(path);
        let (api, _) = schema_codegen::lower(registry);
        for artifact in (language.render)(&api) {
            write(&at(&artifact.path), &artifact.text);
        }
        let mut names = Map::new();
        for family in &api.families {
            for major in &family.majors {
                for (event, name) in (language.bodies)(major) {
                    let place = [family.name.clone(), major.name.clone(), name];
                    names.insert(
                        format!("{}/{event}", major.folder),
                        Value::from(place.to_vec()),
                    );
                }
            }
        }
        write(&at("bodies.json"), &Value::from(names).to_string());
        write(&at(language.file), language.program);
        write(&at("package.json"), r#"{"type": "module"}"#);
        let mut command = Command::new(interpreter);
        command.arg(language.file).current_dir(folder.path());
        Some(Self {
            program: Program::run(&mut command),
            writes: language.writes,
            _folder: folder,
        })
    }

    /// Returns the type of an event's body.
    fn event<'a>(&'a self, name: &'a str) -> Ask<'a> {
        let ask = self.program.module(name);
        Box::new(move |document: &str| {
            // Parsers of these languages take the last of two members of one name, and round numbers: so says the
            // documentation of the packages.
            if let Err(error) = serde_json::from_str::<Strict>(document) {
                return Err(Rejection {
                    message: error.to_string(),
                    error: None,
                });
            }
            let written = ask(document)?;
            Ok(match self.writes {
                true => written,
                false => document.to_owned(),
            })
        })
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "it lies in a folder of the test alone"
)]
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn compare(language: &Language, registry: &Registry, what: &str) {
    let Some(running) = Running::start(language, registry) else {
        return;
    };
    let mut tally = Tally::default();
    for (_, major, event) in registry.events() {
        let name = major.folder.event(&event.event_type);
        let subject = Subject {
            types: vec![running.event(&name)],
            schema: Judge::One(registry.validator(&event.schema).unwrap()),
            name: name.clone(),
        };
        let generator = Generator::new(registry, &event.schema);
        for document in all_documents(&generator) {
            tally.judge(&subject, &document, Style::Compact);
        }
    }
    tally.finish(&format!("{what} in {}", language.name));
}

#[test]
fn javascript_agrees_on_webhooks() {
    compare(&JAVASCRIPT, &webhooks(), "webhooks");
}

#[test]
fn javascript_agrees_on_everything() {
    compare(&JAVASCRIPT, &everything(), "everything");
}

#[test]
fn python_agrees_on_webhooks() {
    compare(&PYTHON, &webhooks(), "webhooks");
}

#[test]
fn python_agrees_on_everything() {
    compare(&PYTHON, &everything(), "everything");
}
