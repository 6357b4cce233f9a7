//! Pages and their index.

use std::collections::{BTreeMap, BTreeSet};

use schema_codegen::{
    Artifact, Output, join,
    markdown::plain,
    model::{
        Envelope, EnvelopeRole, Event, Family, Field, Item, Kind, Major, Sample, Type, TypeDef,
        Union,
    },
};

use crate::{Options, md, safe::Markdown};

/// Renders the pages of families, and the index of every folder that has pages.
pub(crate) fn render(outputs: &[Output<'_, Options>]) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    let mut folders: BTreeMap<&str, (Vec<&Family>, &str)> = BTreeMap::new();
    for output in outputs {
        let Output { family, folder, .. } = output;
        artifacts.extend(family.majors.iter().map(|major| Artifact {
            path: join(folder, &page_path(major)),
            text: Page::new(family, major).render(&output.command),
        }));
        let (families, _) = folders
            .entry(folder)
            .or_insert((Vec::new(), &output.command));
        families.push(family);
    }
    artifacts.extend(
        folders
            .iter()
            .map(|(folder, (families, command))| Artifact {
                path: join(folder, "README.md"),
                text: index(families, command),
            }),
    );
    artifacts
}

fn page_path(major: &Major) -> String {
    format!("{}.md", major.folder)
}

/// The index of a folder.
fn index(families: &[&Family], command: &str) -> String {
    let mut out = header("the registry", command);
    out.push(&Markdown::written("# Events\n"));
    for family in families {
        let title = Markdown::text(&family.title);
        out.push(&md!("## {}\n", title));
        for major in family.majors.iter().rev() {
            let path = page_path(major);
            let label = md!("{} {}", title, Markdown::inline(&major.name));
            out.push(&md!("- {}", Markdown::link(&label, &path, None)));
            for event in &major.events {
                let name = Markdown::text(&event.event_type);
                out.push(&md!(
                    "    - {}: {}",
                    Markdown::link(&name, &path, Some(&anchor(&event.event_type))),
                    Markdown::prose_in_line(&event.description)
                ));
            }
        }
        out.push(&Markdown::default());
    }
    finished(&out)
}

fn header(source: &str, command: &str) -> Markdown {
    md!("<!-- {} -->\n\n", Markdown::header(source, command))
}

/// Returns the text of a page, with one line feed at its end.
fn finished(page: &Markdown) -> String {
    format!("{}\n", page.as_str().trim_end())
}

/// Returns the anchor that renderers give a heading.
fn anchor(heading: &str) -> String {
    let heading = plain(heading);
    let words: Vec<&str> = heading.split_whitespace().collect();
    let heading = words.join(" ");
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

pub(crate) struct Page<'a> {
    family: &'a Family,
    pub(crate) major: &'a Major,
    out: Markdown,
    /// The types whose fields have their table, and so their anchor.
    shown: BTreeSet<String>,
    /// The anchors of the envelope and of events, and those of titles, with the number of types that have them.
    anchors: BTreeSet<String>,
    titles: BTreeMap<String, usize>,
    /// The event types, by the names of their payloads.
    payloads: BTreeMap<&'a str, &'a str>,
}

impl Page<'_> {
    fn new<'a>(family: &'a Family, major: &'a Major) -> Page<'a> {
        let events = major.events.iter().map(|event| anchor(&event.event_type));
        let mut titles = BTreeMap::new();
        for title in major.types.iter().filter_map(|ty| ty.title.as_deref()) {
            *titles.entry(anchor(title)).or_default() += 1;
        }
        Page {
            family,
            major,
            out: Markdown::default(),
            shown: BTreeSet::new(),
            anchors: events.chain(["envelope".to_owned()]).collect(),
            titles,
            payloads: (major.events.iter().rev())
                .map(|event| (event.payload.as_str(), event.event_type.as_str()))
                .collect(),
        }
    }

    fn render(mut self, command: &str) -> String {
        let (family, major) = (self.family, self.major);
        self.out = header(&major.folder, command);
        self.line(&md!(
            "# Events Reference: {}, {}\n",
            Markdown::text(&family.title),
            Markdown::inline(&major.name)
        ));
        if !family.description.is_empty() {
            self.paragraph(&family.description);
        }
        if let Some(envelope) = &major.envelope {
            self.envelope(envelope);
        }
        for event in &major.events {
            self.event(event);
        }
        finished(&self.out)
    }

    fn line(&mut self, line: &Markdown) {
        self.out.push(line);
    }

    fn paragraph(&mut self, text: &str) {
        self.line(&md!("{}\n", Markdown::prose(text)));
    }

    fn envelope(&mut self, envelope: &Envelope) {
        self.line(&Markdown::written("## Envelope\n"));
        self.paragraph(&envelope.description);
        self.sample(envelope.sample.as_ref());
        let fields: Vec<&Field> = envelope.fields.iter().map(|field| &field.field).collect();
        self.fields(&fields);
        self.nested(&fields);
    }

    fn event(&mut self, event: &Event) {
        self.line(&md!("## {}\n", Markdown::text(&event.event_type)));
        self.paragraph(&event.description);
        self.line(&md!(
            "Revision {}, schema {}.\n",
            Markdown::inline(&event.revision),
            Markdown::code(&event.schema_ref)
        ));
        let Some(payload) = self.major.find(&event.payload) else {
            return;
        };
        self.shown.insert(payload.name.clone());
        if let Kind::Union(union) = &payload.kind {
            let tag = self.in_payload(&union.tag);
            self.line(&md!("{} tells which one it is:\n", tag));
            self.branches(union);
            for branch in &union.branches {
                let Some(ty) = self.major.find(&branch.ty) else {
                    continue;
                };
                self.shown.insert(ty.name.clone());
                self.chapter(ty);
                self.sample(ty.sample.as_ref());
                self.payload_fields(ty);
            }
        } else {
            self.sample(event.sample.as_ref());
            self.payload_fields(payload);
        }
    }

    /// Returns a field of the payload as part of the whole body.
    fn in_payload(&self, field: &str) -> Markdown {
        match self.payload_name() {
            Some(payload) => Markdown::code(&format!("{payload}.{field}")),
            None => Markdown::code(field),
        }
    }

    fn payload_name(&self) -> Option<&str> {
        let fields = self
            .major
            .envelope
            .iter()
            .flat_map(|envelope| &envelope.fields);
        let mut payload = fields.filter(|field| field.role == EnvelopeRole::Payload);
        payload.next().map(|field| field.field.name.as_str())
    }

    fn payload_fields(&mut self, ty: &TypeDef) {
        let Kind::Struct(fields) = &ty.kind else {
            return;
        };
        let line = match self.payload_name() {
            Some(payload) => md!("Fields of {}:\n", Markdown::code(payload)),
            None => Markdown::written("Fields:\n"),
        };
        self.line(&line);
        let fields: Vec<&Field> = fields.iter().collect();
        self.fields(&fields);
        self.nested(&fields);
    }

    /// Returns the heading of a type on the page: its title, followed by its name if the title is not unique.
    fn heading(&self, ty: &TypeDef) -> String {
        let title = ty.title.as_deref().unwrap_or(&ty.name);
        let anchor = anchor(title);
        let own = usize::from(ty.title.is_some());
        let all = self.titles.get(&anchor).copied().unwrap_or_default();
        let is_taken = self.anchors.contains(&anchor) || all > own;
        if is_taken && title != ty.name {
            format!("{title} ({})", ty.name)
        } else {
            title.to_owned()
        }
    }

    /// The heading of a type, and what it is.
    fn chapter(&mut self, ty: &TypeDef) {
        self.line(&md!("### {}\n", Markdown::text(&self.heading(ty))));
        self.paragraph(&ty.description);
    }

    /// Links to the branches of a union, with their tags.
    fn branches(&mut self, union: &Union) {
        for branch in &union.branches {
            if let Some(ty) = self.major.find(&branch.ty) {
                let (tag, link) = (Markdown::code(&branch.tag), self.link(ty));
                self.line(&md!("- {}: {}", tag, link));
            }
        }
        self.line(&Markdown::default());
    }

    /// A link to the chapter of a type. That of a payload is its event's.
    pub(crate) fn link(&self, ty: &TypeDef) -> Markdown {
        let heading = self.heading(ty);
        let anchor = match self.payloads.get(ty.name.as_str()) {
            Some(event_type) => anchor(event_type),
            None => anchor(&heading),
        };
        Markdown::link(&Markdown::text(&heading), "", Some(&anchor))
    }

    /// The tables of the objects inside, each once.
    fn nested(&mut self, fields: &[&Field]) {
        let named = |ty: &Type| ty.named().map(str::to_owned);
        let mut queue: Vec<String> = fields.iter().filter_map(|field| named(&field.ty)).collect();
        let mut next = 0;
        while let Some(name) = queue.get(next).cloned() {
            next += 1;
            let Some(ty) = self.major.find(&name) else {
                continue;
            };
            if !self.shown.insert(name) {
                continue;
            }
            match &ty.kind {
                Kind::Struct(fields) => {
                    self.chapter(ty);
                    let fields: Vec<&Field> = fields.iter().collect();
                    self.fields(&fields);
                    queue.extend(fields.iter().filter_map(|field| named(&field.ty)));
                }
                Kind::Union(union) => {
                    self.line(&md!("### {}\n", Markdown::text(&self.heading(ty))));
                    let tag = Markdown::code(&union.tag);
                    let between = match ty.description.contains('\n') {
                        true => Markdown::written("\n\n"),
                        false => Markdown::written(" "),
                    };
                    self.line(&md!(
                        "{}{}{} tells which one it is:\n",
                        Markdown::prose(&ty.description),
                        between,
                        tag
                    ));
                    self.branches(union);
                    queue.extend(union.branches.iter().map(|branch| branch.ty.clone()));
                }
                Kind::Tuple(items) => {
                    self.chapter(ty);
                    self.items(items);
                    queue.extend(items.iter().filter_map(|item| named(&item.ty)));
                }
                Kind::Alias(inner) => queue.extend(named(inner)),
                _ => {}
            }
        }
    }

    fn sample(&mut self, sample: Option<&Sample>) {
        let Some(sample) = sample else { return };
        self.line(&md!("{}\n", Markdown::json(&sample.text)));
        self.line(&md!("Example file: {}.\n", Markdown::code(&sample.path)));
    }

    fn items(&mut self, items: &[Item]) {
        self.line(&Markdown::written(
            "| Item | Type | Constraints | Description |",
        ));
        self.line(&Markdown::written("| --- | --- | --- | --- |"));
        for (index, item) in items.iter().enumerate() {
            self.line(&md!(
                "| {} | {} | {} | {} |",
                Markdown::inline(&(index + 1).to_string()),
                self.type_name(&item.ty),
                self.constraints(&item.ty),
                Markdown::prose_in_line(&item.description),
            ));
        }
        self.line(&Markdown::default());
    }

    fn fields(&mut self, fields: &[&Field]) {
        self.line(&Markdown::written(
            "| Field | Type | Required | Constraints | Description |",
        ));
        self.line(&Markdown::written("| --- | --- | --- | --- | --- |"));
        for field in fields {
            self.line(&md!(
                "| {} | {} | {} | {} | {} |",
                Markdown::code(&field.name),
                self.type_name(&field.ty),
                Markdown::written(if field.required { "yes" } else { "no" }),
                self.constraints_of(field),
                Markdown::prose_in_line(&field.description),
            ));
        }
        self.line(&Markdown::default());
    }
}
