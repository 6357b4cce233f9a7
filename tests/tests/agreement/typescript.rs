//! The generated checks for JavaScript accept a document if, and only if, the validator does.

use std::{fs, path::Path, process::Command};

use codegen_typescript::bodies;
use repository_tests::{
    registries::{everything, webhooks},
    skipped::skipped,
    targets,
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

/// Answers each line, which is the name of an event and a document, with one line.
const PROGRAM: &str = r#"
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const schemas = {};
for (const [event, [module, name]] of Object.entries(JSON.parse(readFileSync("bodies.json", "utf8")))) {
  schemas[event] = (await import(module))[name];
}
for await (const line of createInterface({ input: process.stdin })) {
  const space = line.indexOf(" ");
  const result = schemas[line.slice(0, space)].safeParseText(line.slice(space + 1));
  const { success, issues = [] } = result;
  const problems = issues.map(({ path, message }) => `/${path.join("/")}: ${message}`);
  console.log(success ? `accepted ${JSON.stringify(result.data)}` : `refused ${problems.join("; ").replaceAll("\n", " ")}`);
}
"#;

/// Generated modules of a registry, in a program that runs.
struct Node {
    program: Program,
    _folder: TempDir,
}

impl Node {
    /// Returns `None` if there is no `node`, which the gate has.
    fn start(registry: &Registry) -> Option<Self> {
        if Command::new("node").arg("--version").output().is_err() {
            skipped("there is no `node`", "install Node.js 20 or later");
            return None;
        }
        let folder = TempDir::new().unwrap();
        let (api, _) = schema_codegen::lower(registry);
        let mut names = Map::new();
        for artifact in targets::typescript(&api) {
            write(&folder.path().join(&artifact.path), &artifact.text);
        }
        for family in &api.families {
            for major in &family.majors {
                let module = format!("./{}/{}/index.js", family.name, major.name);
                for (event, name) in bodies(major) {
                    names.insert(
                        format!("{}/{event}", major.folder),
                        Value::from(vec![module.clone(), name]),
                    );
                }
            }
        }
        write(
            &folder.path().join("bodies.json"),
            &Value::from(names).to_string(),
        );
        write(&folder.path().join("program.mjs"), PROGRAM);
        write(&folder.path().join("package.json"), r#"{"type": "module"}"#);
        let mut command = Command::new("node");
        command.arg("program.mjs").current_dir(folder.path());
        Some(Self {
            program: Program::run(&mut command),
            _folder: folder,
        })
    }

    /// Returns the schema of an event's body. What it writes is what it was given: it returns the value itself.
    fn event<'a>(&'a self, name: &'a str) -> Ask<'a> {
        let ask = self.program.module(name);
        Box::new(move |document: &str| {
            // JavaScript takes the last of two members of one name, and rounds numbers: so says the documentation.
            if let Err(error) = serde_json::from_str::<Strict>(document) {
                return Err(Rejection {
                    message: error.to_string(),
                    error: None,
                });
            }
            ask(document).map(|_| document.to_owned())
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

fn compare(registry: &Registry, what: &str) {
    let Some(node) = Node::start(registry) else {
        return;
    };
    let mut tally = Tally::default();
    for (_, major, event) in registry.events() {
        let name = major.folder.event(&event.event_type);
        let subject = Subject {
            types: vec![node.event(&name)],
            schema: Judge::One(registry.validator(&event.schema).unwrap()),
            name: name.clone(),
        };
        let generator = Generator::new(registry, &event.schema);
        for document in all_documents(&generator) {
            tally.judge(&subject, &document, Style::Compact);
        }
    }
    tally.finish(what);
}

#[test]
fn javascript_agrees_on_webhooks() {
    compare(&webhooks(), "webhooks in JavaScript");
}

#[test]
fn javascript_agrees_on_everything() {
    compare(&everything(), "everything in JavaScript");
}
