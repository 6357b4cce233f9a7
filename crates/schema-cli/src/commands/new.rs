//! `new`: an event that passes the check, to start from.

use clap::Args;
use schema_registry::{
    diagnostic::{self, Diagnostic},
    lint::{FIELD_TEMPLATE, event_template, payload_template},
    load::{self, FileRole, Loaded, LoadedFile, parse_source},
    model::{Family, Major, Registry},
    names,
    revision::Revision,
    rules,
};
use serde_json::{Map, Value, json};

use crate::{
    checkout::Checkout,
    context::{Context, Place},
    exit::{Exit, Failure},
    next,
    session::Session,
    sync,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The type of the event, such as `job.cancelled`
    event: String,
    /// The family of the event; required if the registry has several
    #[arg(long)]
    family: Option<String>,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let writer = checkout.lock()?;
    let loaded = context.load(&place)?;
    let session = context.session(loaded.clone());
    let registry = &session.registry;
    if registry.config.is_unread() {
        return Ok(context.report(&registry.findings));
    }
    let event = arguments.event.as_str();
    let doing = || format!("cannot add `{event}`");
    if event.is_empty() || !event.split('.').all(names::is_snake) {
        let help =
            "an event type consists of names in snake case, separated by dots: `job.cancelled`";
        return Err(Failure::other(doing(), help));
    }
    let family = family(registry, arguments).map_err(|why| Failure::other(doing(), why))?;
    let Some(major) = family.majors.last() else {
        return Err(Failure::other(
            doing(),
            format!(
                "`{}` has no major version yet: create the folder `v1` with its envelope",
                family.name
            ),
        ));
    };
    if major.events.iter().any(|known| known.event_type == event) {
        return Err(Failure::other(
            doing(),
            format!("`{}/{}` has it already", family.name, major.name),
        ));
    }
    let draft = Draft {
        registry,
        family,
        major,
        event,
    };
    let files = draft.files().map_err(|why| Failure::other(doing(), why))?;
    let mut targets = Vec::new();
    let mut obstacle = None;
    for DraftFile { path, .. } in &files {
        let target = sync::target(&checkout, path)?;
        let doing = format!("cannot write `{}`", target.shown);
        match checkout.exists(&target) {
            Ok(false) => {}
            Ok(true) => return Err(Failure::other(doing, "it exists already")),
            // A problem of the name says more, so it is reported instead if there is one.
            Err(error) => obstacle = Some(Failure::new(doing, error)),
        }
        targets.push(target);
    }
    let objections = objections(&session, draft.added_to(loaded, &place, &files));
    if diagnostic::has_errors(&objections) {
        context.report(&about_name(objections, family, event));
        let why = "it would not pass `check`; nothing was written";
        return Err(Failure::other(doing(), why));
    }
    if let Some(obstacle) = obstacle {
        return Err(obstacle);
    }
    // The schema is written last: an example without a schema is a finding, and a schema without
    // its example would pass for finished.
    for (target, file) in targets.iter().zip(&files).rev() {
        writer.replace(target, &file.text)?;
        context.say(&format!("created   {}", target.shown));
    }
    let schema = files.first().map_or("", |file| file.path.as_str());
    let shown = &place.shown_as;
    let mut steps = vec![
        format!("describe the event and its payload in {shown}/{schema}"),
        format!("complete the examples in {shown}/{}", draft.examples()),
    ];
    if !family.config.order.is_empty() {
        steps.push(format!(
            "add `{event}` to `order` in {shown}/{}",
            load::CONFIG_FILE
        ));
    }
    steps.extend(["fmt", "codegen"].map(|name| context.command(name)));
    next::say(context, &steps);
    Ok(context.report(&[]))
}

/// Returns one finding about the name of an event, or all findings if the name is not the cause. The files that
/// findings point into are never written, so the finding about the name has no location.
fn about_name(objections: Vec<Diagnostic>, family: &Family, event: &str) -> Vec<Diagnostic> {
    let field = family.envelope().map(|it| format!("/{}", it.event_type));
    let is_of_type = |finding: &Diagnostic| {
        let place = finding.location.as_ref();
        finding.is(&rules::INVALID_EXAMPLE) && place.map(|it| &it.pointer) == field.as_ref()
    };
    let is_of_name =
        |finding: &Diagnostic| is_of_type(finding) || finding.is(&rules::NAME_COLLISION);
    // A name that the envelope rejects comes before one that collides in generated code.
    let found = objections.iter().find(|it| is_of_type(it));
    let Some(found) = found.or_else(|| objections.iter().find(|it| is_of_name(it))) else {
        return objections;
    };
    let rejected_by = found.help.as_deref().filter(|_| is_of_type(found));
    let rejected_by = rejected_by.and_then(|help| help.split("; ").next());
    let rejected_by = rejected_by.map_or(String::new(), |it| format!("{it}; "));
    let help = format!("{rejected_by}choose another name than `{event}`");
    let finding = Diagnostic {
        location: None,
        ..found.clone()
    };
    vec![finding.help(help)]
}

/// Returns the findings that a registry has with a new event or major version, and not without it.
pub(super) fn objections(before: &Session, after: Loaded) -> Vec<Diagnostic> {
    fn key(finding: &Diagnostic) -> (&str, &str, Option<(&str, &str)>) {
        let place = finding.location.as_ref();
        let place = place.map(|place| (place.source.path.as_str(), place.pointer.as_str()));
        (finding.code, &finding.message, place)
    }
    let after = Session::new(before.targets, after);
    let before = before.findings();
    let mut findings = after.findings().to_vec();
    findings.retain(|finding| !before.iter().any(|known| key(known) == key(finding)));
    findings
}

fn family<'r>(registry: &'r Registry, arguments: &Arguments) -> Result<&'r Family, String> {
    let names = || {
        let names: Vec<String> = registry
            .families
            .iter()
            .map(|family| format!("`{}`", family.name))
            .collect();
        names.join(", ")
    };
    match (&arguments.family, registry.families.as_slice()) {
        (Some(name), families) => families
            .iter()
            .find(|family| family.name == *name)
            .ok_or_else(|| format!("there is no family `{name}`; the registry has {}", names())),
        (None, [family]) => Ok(family),
        (None, []) => Err("`registry.toml` declares no family".into()),
        (None, _) => Err(format!("name its family with `--family`: {}", names())),
    }
}

struct Draft<'a> {
    registry: &'a Registry,
    family: &'a Family,
    major: &'a Major,
    event: &'a str,
}

/// One file of the event, by its path below the registry.
struct DraftFile {
    path: String,
    role: FileRole,
    text: String,
}

impl Draft<'_> {
    /// The registry with the event's files, as if they had been read.
    fn added_to(&self, mut loaded: Loaded, place: &Place, files: &[DraftFile]) -> Loaded {
        for DraftFile { path, role, text } in files {
            let shown = format!("{}/{path}", place.shown_as);
            let source = parse_source(shown, text.clone(), &mut loaded.findings);
            loaded.files.push(LoadedFile {
                source: loaded.sources.add(source),
                family: self.family.name.clone(),
                major: self.major.name.clone(),
                role: role.clone(),
            });
        }
        loaded
    }

    /// Returns the folder of the major version, below the registry.
    fn folder(&self) -> String {
        format!("{}/{}", self.family.name, self.major.name)
    }

    /// Returns the folder of the event's examples, below the registry.
    fn examples(&self) -> String {
        format!("{}/examples/{}", self.folder(), self.event)
    }

    /// The files of the event, the schema first.
    fn files(&self) -> Result<Vec<DraftFile>, String> {
        let folder = self.folder();
        let path = format!("{folder}/{}.json", self.event);
        let examples = self.examples();
        let mut files = vec![DraftFile {
            path: path.clone(),
            role: FileRole::Schema {
                stem: self.event.to_owned(),
            },
            text: text(&self.schema(&path)),
        }];
        for (case, is_full) in [("default", true), ("default_minimal", false)] {
            files.push(DraftFile {
                path: format!("{examples}/{case}.json"),
                role: FileRole::Example {
                    event: self.event.to_owned(),
                    case: case.to_owned(),
                    valid: true,
                },
                text: text(&self.example(&path, is_full)?),
            });
        }
        Ok(files)
    }

    fn schema(&self, path: &str) -> Value {
        let definition = self.event.replace('.', "_");
        let public = self.registry.public_path(path);
        let description = event_template(self.event);
        let payload = json!({
            "title": format!("{} payload", self.event),
            "description": payload_template(self.event),
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {
                    "description": FIELD_TEMPLATE,
                    "type": "string",
                    "format": "uuid"
                }
            }
        });
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("{}{public}", self.registry.config.base_uri),
            "title": self.event,
            "description": description,
            "x-event-version": Revision::first(self.major.number).to_string(),
        });
        let (Some(schema_members), Some(payload_members)) =
            (schema.as_object_mut(), payload.as_object())
        else {
            return schema;
        };
        let Some(envelope) = self.family.envelope() else {
            let keywords = ["type", "required", "properties"];
            schema_members.extend(keywords.iter().filter_map(|name| {
                Some(((*name).to_owned(), payload_members.get(*name)?.clone()))
            }));
            return schema;
        };
        let mut properties = Map::new();
        properties.insert(
            envelope.event_type.clone(),
            json!({
                "description": format!("The type of event, here always `{}`.", self.event),
                "const": self.event,
            }),
        );
        if let Some(name) = &envelope.schema_ref {
            properties.insert(
                name.clone(),
                json!({
                    "description": format!("Schema reference for this event type, here always `{public}`."),
                    "const": public,
                }),
            );
        }
        properties.insert(
            envelope.payload.clone(),
            json!({
                "description": "The event-specific payload.",
                "$ref": format!("#/$defs/{definition}"),
            }),
        );
        schema_members.insert("$ref".into(), envelope.file.clone().into());
        schema_members.insert("type".into(), "object".into());
        schema_members.insert("properties".into(), properties.into());
        schema_members.insert("$defs".into(), json!({ definition: payload }));
        schema
    }

    /// A body made of another event's: the envelope's fields have values of their kind there.
    fn example(&self, path: &str, is_full: bool) -> Result<Value, String> {
        let payload = json!({ "id": "9e8e64d4-0d5c-4c8f-9a3e-2f4b7c1d6e5a" });
        let Some(envelope) = self.family.envelope() else {
            return Ok(payload);
        };
        let model = self
            .major
            .events
            .iter()
            .flat_map(|event| &event.examples)
            .map(|example| example.root.to_value())
            .max_by_key(|body| body.as_object().map_or(0, Map::len))
            .ok_or("no other event has an example to take the envelope's fields from")?;
        let known: Vec<&str> = self
            .major
            .envelope
            .iter()
            .filter_map(|envelope| envelope.root.get("properties"))
            .flat_map(|properties| properties.members())
            .map(|member| member.name.as_str())
            .collect();
        let mut body = Map::new();
        for (name, value) in model.as_object().into_iter().flatten() {
            let is = |field: &Option<String>| field.as_ref() == Some(name);
            let value = if *name == envelope.event_type {
                self.event.into()
            } else if *name == envelope.payload {
                payload.clone()
            } else if is(&envelope.schema_ref) {
                self.registry.public_path(path).into()
            } else {
                value.clone()
            };
            let may_be_absent = is(&envelope.schema_ref) || is(&envelope.version);
            if known.contains(&name.as_str()) && (is_full || !may_be_absent) {
                body.insert(name.clone(), value);
            }
        }
        Ok(body.into())
    }
}

fn text(value: &Value) -> String {
    let text = format!("{value:#}\n");
    schema_registry::format::format(&text).unwrap_or(text)
}
