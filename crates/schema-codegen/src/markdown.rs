//! The Markdown target: one page for each major version, and an index.
//!
//! Only what both a Git host and MkDocs render alike: headings, paragraphs, fenced code, tables with
//! one line a row, and inline HTML where a table cell cannot hold a character otherwise.

mod types;

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    Artifact,
    model::{
        Api, Envelope, EnvelopeRole, Event, Family, Field, Item, Kind, Major, Sample, Type, TypeDef,
    },
    text::{markdown, words},
};

/// Renders a family's pages, if its configuration asks for them.
pub(crate) fn render(family: &Family) -> Vec<Artifact> {
    let Some(folder) = &family.outputs.markdown else {
        return Vec::new();
    };
    let pages = family.majors.iter().map(|major| Artifact {
        path: crate::join(folder, &page_path(family, major)),
        text: Page {
            family,
            major,
            out: String::new(),
            shown: Vec::new(),
        }
        .render(),
    });
    pages.collect()
}

fn page_path(family: &Family, major: &Major) -> String {
    format!("{}/{}.md", family.name, major.name)
}

/// Renders the index of every folder that has pages.
pub(crate) fn index(api: &Api) -> Vec<Artifact> {
    let mut folders: BTreeMap<&str, Vec<&Family>> = BTreeMap::new();
    for family in &api.families {
        if let Some(folder) = &family.outputs.markdown {
            folders.entry(folder).or_default().push(family);
        }
    }
    let indexes = folders.into_iter().map(|(folder, families)| {
        let mut out = header("the registry");
        line(&mut out, "# Events\n");
        for family in families {
            line(&mut out, &format!("## {}\n", one_line(&family.title)));
            for major in family.majors.iter().rev() {
                let path = page_path(family, major);
                line(
                    &mut out,
                    &format!("- [{} {}]({path})", one_line(&family.title), major.name),
                );
                for event in &major.events {
                    let anchor = anchor(&event.event_type);
                    let description = one_line(&event.description);
                    line(
                        &mut out,
                        &format!(
                            "    - [{}]({path}#{anchor}): {description}",
                            event.event_type
                        ),
                    );
                }
            }
            out.push('\n');
        }
        let text = format!("{}\n", out.trim_end());
        Artifact {
            path: crate::join(folder, "README.md"),
            text,
        }
    });
    indexes.collect()
}

fn header(source: &str) -> String {
    format!("<!-- {} -->\n\n", crate::header(source))
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// A text on one line, in which only code is marked up.
fn one_line(text: &str) -> String {
    markdown(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The anchor that renderers give a heading.
fn anchor(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

struct Page<'a> {
    family: &'a Family,
    major: &'a Major,
    out: String,
    /// The types whose fields have their table, and so their anchor.
    shown: Vec<String>,
}

impl Page<'_> {
    fn render(mut self) -> String {
        let (family, major) = (self.family, self.major);
        self.out = header(&format!("{}/{}", family.name, major.name));
        self.line(&format!(
            "# Events Reference: {}, {}\n",
            one_line(&family.title),
            major.name
        ));
        if !family.description.is_empty() {
            self.line(&format!("{}\n", one_line(&family.description)));
        }
        if let Some(envelope) = &major.envelope {
            self.envelope(envelope);
        }
        for event in &major.events {
            self.event(event);
        }
        format!("{}\n", self.out.trim_end())
    }

    fn line(&mut self, text: &str) {
        line(&mut self.out, text);
    }

    fn envelope(&mut self, envelope: &Envelope) {
        self.line("## Envelope\n");
        self.line(&format!("{}\n", one_line(&envelope.description)));
        self.sample(envelope.sample.as_ref());
        let fields: Vec<&Field> = envelope.fields.iter().map(|field| &field.field).collect();
        self.fields(&fields);
        self.nested(&fields);
    }

    fn event(&mut self, event: &Event) {
        self.line(&format!("## {}\n", event.event_type));
        self.line(&format!("{}\n", one_line(&event.description)));
        self.line(&format!(
            "Revision {}, schema `{}`.\n",
            event.revision, event.schema_ref
        ));
        let Some(payload) = self.major.find(&event.payload) else {
            return;
        };
        self.shown.push(payload.name.clone());
        if let Kind::Union(union) = &payload.kind {
            let tag = self.in_payload(&union.tag);
            self.line(&format!("{tag} tells which one it is:\n"));
            for branch in &union.branches {
                let Some(ty) = self.major.find(&branch.ty) else {
                    continue;
                };
                let heading = self.heading(ty);
                self.line(&format!(
                    "- `{}`: [{}](#{})",
                    branch.tag,
                    one_line(&heading),
                    anchor(&heading)
                ));
            }
            self.line("");
            for branch in &union.branches {
                let Some(ty) = self.major.find(&branch.ty) else {
                    continue;
                };
                self.shown.push(ty.name.clone());
                self.line(&format!("### {}\n", one_line(&self.heading(ty))));
                self.line(&format!("{}\n", one_line(&ty.description)));
                self.sample(ty.sample.as_ref());
                self.payload_fields(ty);
            }
        } else {
            self.sample(event.sample.as_ref());
            self.payload_fields(payload);
        }
    }

    /// A field of the payload, as it stands in the whole body.
    fn in_payload(&self, field: &str) -> String {
        match self.payload_name() {
            Some(payload) => format!("`{payload}.{field}`"),
            None => format!("`{field}`"),
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
        match self.payload_name() {
            Some(payload) => self.line(&format!("Fields of `{payload}`:\n")),
            None => self.line("Fields:\n"),
        }
        let fields: Vec<&Field> = fields.iter().collect();
        self.fields(&fields);
        self.nested(&fields);
    }

    /// What a type is called on the page: by its title, and by its name where the title is not its own.
    fn heading(&self, ty: &TypeDef) -> String {
        let title = ty.title.as_deref().unwrap_or(&ty.name);
        let is_taken = anchor(title) == "envelope"
            || self
                .major
                .events
                .iter()
                .any(|event| anchor(&event.event_type) == anchor(title))
            || self.major.types.iter().any(|other| {
                other.name != ty.name
                    && other
                        .title
                        .as_deref()
                        .is_some_and(|other| anchor(other) == anchor(title))
            });
        if is_taken && title != ty.name {
            format!("{title} ({})", ty.name)
        } else {
            title.to_owned()
        }
    }

    /// The tables of the objects inside, each once.
    fn nested(&mut self, fields: &[&Field]) {
        let mut queue: Vec<String> = fields
            .iter()
            .flat_map(|field| mentioned(&field.ty))
            .collect();
        let mut next = 0;
        while let Some(name) = queue.get(next).cloned() {
            next += 1;
            let Some(ty) = self.major.find(&name) else {
                continue;
            };
            if self.shown.contains(&name) {
                continue;
            }
            self.shown.push(name);
            match &ty.kind {
                Kind::Struct(fields) => {
                    self.line(&format!("### {}\n", one_line(&self.heading(ty))));
                    self.line(&format!("{}\n", one_line(&ty.description)));
                    let fields: Vec<&Field> = fields.iter().collect();
                    self.fields(&fields);
                    queue.extend(fields.iter().flat_map(|field| mentioned(&field.ty)));
                }
                Kind::Union(union) => {
                    self.line(&format!("### {}\n", one_line(&self.heading(ty))));
                    let tag = code(&union.tag);
                    self.line(&format!(
                        "{} {tag} tells which one it is:\n",
                        one_line(&ty.description)
                    ));
                    for branch in &union.branches {
                        let Some(ty) = self.major.find(&branch.ty) else {
                            continue;
                        };
                        let heading = self.heading(ty);
                        self.line(&format!(
                            "- {}: [{}](#{})",
                            code(&branch.tag),
                            one_line(&heading),
                            anchor(&heading)
                        ));
                        queue.push(branch.ty.clone());
                    }
                    self.line("");
                }
                Kind::Tuple(items) => {
                    self.line(&format!("### {}\n", one_line(&self.heading(ty))));
                    self.line(&format!("{}\n", one_line(&ty.description)));
                    self.items(items);
                    queue.extend(items.iter().flat_map(|item| mentioned(&item.ty)));
                }
                Kind::Alias(inner) => queue.extend(mentioned(inner)),
                _ => {}
            }
        }
    }

    fn sample(&mut self, sample: Option<&Sample>) {
        let Some(sample) = sample else { return };
        let fence = fence(&sample.text);
        self.line(&format!("{fence}json"));
        self.line(sample.text.trim_end());
        self.line(&format!("{fence}\n"));
        self.line(&format!("Example file: {}.\n", code(&sample.path)));
    }

    fn items(&mut self, items: &[Item]) {
        self.line("| Item | Type | Constraints | Description |");
        self.line("| --- | --- | --- | --- |");
        for (index, item) in items.iter().enumerate() {
            let row = format!(
                "| {} | {} | {} | {} |",
                index + 1,
                self.type_name(&item.ty),
                self.constraints(&item.ty),
                cell(&item.description),
            );
            self.line(&row);
        }
        self.line("");
    }

    fn fields(&mut self, fields: &[&Field]) {
        self.line("| Field | Type | Required | Constraints | Description |");
        self.line("| --- | --- | --- | --- | --- |");
        for field in fields {
            let row = format!(
                "| {} | {} | {} | {} | {} |",
                code(&field.name),
                self.type_name(&field.ty),
                if field.required { "yes" } else { "no" },
                self.constraints(&field.ty),
                cell(&field.description),
            );
            self.line(&row);
        }
        self.line("");
    }
}

/// The named types that a type mentions.
fn mentioned(ty: &Type) -> Vec<String> {
    match ty {
        Type::Named(name) => vec![name.clone()],
        Type::Array(inner)
        | Type::List { item: inner, .. }
        | Type::Map(inner)
        | Type::Dictionary { value: inner, .. }
        | Type::Nullable(inner) => mentioned(inner),
        _ => Vec::new(),
    }
}

/// A description in a table.
fn cell(text: &str) -> String {
    let in_cell = |word: String| -> String {
        if !word.contains('|') {
            return word;
        }
        // A code span is one word.
        let span = word.split_once('`').and_then(|(before, rest)| {
            let (inner, after) = rest.rsplit_once('`')?;
            Some(format!("{before}{}{after}", code(inner.trim_matches('`'))))
        });
        span.unwrap_or_else(|| word.replace('|', "&#124;"))
    };
    let words: Vec<String> = text.lines().flat_map(words).map(in_cell).collect();
    words.join(" ")
}

/// Text as code, also in a table. Renderers differ in how a `|` is written inside backticks, so such
/// text is HTML in which every mark of Markdown is a reference.
fn code(text: &str) -> String {
    if !text.contains(['|', '`', '\n', '\r']) {
        return format!("`{text}`");
    }
    let mut out = String::from("<code>");
    for character in text.chars() {
        if character.is_alphanumeric() || matches!(character, ' ' | '-' | '.' | '/' | ':' | ',') {
            out.push(character);
        } else {
            // Writing to a `String` does not fail.
            let _ = write!(out, "&#{};", u32::from(character));
        }
    }
    out.push_str("</code>");
    out
}

/// A fence that the text cannot close.
fn fence(text: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    "`".repeat((longest + 1).max(3))
}
