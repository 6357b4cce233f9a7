//! Where a `$ref` leads: into the same registry, or nowhere.

use crate::{
    diagnostic::Diagnostic,
    json::{self, Node},
    model::{Registry, Schema},
    resolve::schemas_mut,
    rules::{REF_OUTSIDE_REGISTRY, UNRESOLVED_REF},
};

/// Where a `$ref` leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The address of the file, without fragment.
    pub uri: String,
    /// The JSON pointer in that file.
    pub pointer: String,
}

/// Why a `$ref` leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefProblem {
    /// It names another host, another scheme, or a path outside the registry.
    Outside,
    /// It names an anchor, which the registry does not use.
    Anchor,
}

impl Reference {
    /// Reads a `$ref` that stands in the schema at `uri`; `root` is the address of the registry.
    ///
    /// # Errors
    ///
    /// If it can only lead out of the registry. Whether its target exists is another question.
    pub fn parse(reference: &str, uri: &str, root: &str) -> Result<Self, RefProblem> {
        let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let pointer = percent_decode(fragment).ok_or(RefProblem::Anchor)?;
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(RefProblem::Anchor);
        }
        if address.is_empty() {
            return Ok(Self {
                uri: uri.to_owned(),
                pointer,
            });
        }
        let path = match address.strip_prefix(root) {
            Some(path) => path.to_owned(),
            None => {
                let is_plain =
                    !address.contains([':', '?', '\\', '%']) && !address.starts_with('/');
                if !is_plain {
                    return Err(RefProblem::Outside);
                }
                let here = uri.strip_prefix(root).unwrap_or_default();
                let folder = here.rfind('/').and_then(|slash| here.get(..=slash));
                format!("{}{address}", folder.unwrap_or_default())
            }
        };
        let mut parts: Vec<&str> = Vec::new();
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop().ok_or(RefProblem::Outside)?;
                }
                part => parts.push(part),
            }
        }
        Ok(Self {
            uri: format!("{root}{}", parts.join("/")),
            pointer,
        })
    }
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

impl Registry {
    /// The address below which all of this registry's schemas stand.
    #[must_use]
    pub fn root_uri(&self) -> String {
        format!("{}{}", self.config.base_uri, self.public_path(""))
    }

    /// The schema that a `$ref` in `schema` leads to.
    #[must_use]
    pub fn follow<'a>(
        &'a self,
        schema: &'a Schema,
        reference: &str,
    ) -> Option<(&'a Schema, String, &'a Node)> {
        let target = Reference::parse(reference, &schema.uri, &self.root_uri()).ok()?;
        let file = if target.uri == schema.uri {
            schema
        } else {
            self.schema_at(&target.uri)?
        };
        let node = file.root.at(&target.pointer)?;
        Some((file, target.pointer, node))
    }
}

/// Follows every reference, and says which schemas lean on which.
pub(crate) fn check_references(registry: &mut Registry) {
    let mut findings = Vec::new();
    let mut outcomes = Vec::new();
    let root = registry.root_uri();
    for schema in registry.schemas() {
        let mut refers_to: Vec<String> = Vec::new();
        let before = findings.len();
        for inner in schema.subschemas() {
            for keyword in ["$ref", "$dynamicRef"] {
                let Some(text) = inner.node.get(keyword).and_then(Node::as_str) else {
                    continue;
                };
                let place = || schema.location(inner.keyword(keyword));
                match Reference::parse(text, &schema.uri, &root) {
                    Err(RefProblem::Outside) => findings.push(
                        Diagnostic::new(
                            &REF_OUTSIDE_REGISTRY,
                            format!("`{text}` leads out of the registry; nothing is fetched"),
                        )
                        .help("copy what it names into `$defs` here, and refer to that")
                        .at(place()),
                    ),
                    Err(RefProblem::Anchor) => findings.push(
                        Diagnostic::new(
                            &UNRESOLVED_REF,
                            format!("`{text}` does not end in a JSON pointer"),
                        )
                        .help("refer by pointer: `#/$defs/<name>`")
                        .at(place()),
                    ),
                    Ok(target) => {
                        findings.extend(
                            target_problem(registry, schema, &inner.pointer, &target, text)
                                .map(|finding| finding.at(place())),
                        );
                        if target.uri != schema.uri && !refers_to.contains(&target.uri) {
                            refers_to.push(target.uri);
                        }
                    }
                }
            }
        }
        let is_complete = refers_to
            .iter()
            .all(|uri| registry.schema_at(uri).is_some());
        outcomes.push((refers_to, is_complete && findings.len() == before));
    }
    for (schema, (refers_to, sound)) in schemas_mut(registry).zip(outcomes) {
        schema.refers_to = refers_to;
        schema.sound &= sound;
    }
    registry.findings.append(&mut findings);
}

/// What is wrong with the target of a reference that stands in the schema at a pointer.
fn target_problem(
    registry: &Registry,
    schema: &Schema,
    pointer: &str,
    target: &Reference,
    text: &str,
) -> Option<Diagnostic> {
    let Some(file) = registry.schema_at(&target.uri) else {
        let root = registry.root_uri();
        let path = target.uri.strip_prefix(&root).unwrap_or_default();
        let is_missing_envelope = registry.majors().any(|(family, major)| {
            family.envelope().is_some_and(|envelope| {
                path == format!("{}/{}/{}", family.name, major.name, envelope.file)
            })
        });
        // Both are findings already.
        if is_missing_envelope || registry.is_broken(path) {
            return None;
        }
        let finding = Diagnostic::new(
            &UNRESOLVED_REF,
            format!("`{text}` names a file that is not there"),
        );
        return Some(finding.help("name a schema of this registry, relative to this file"));
    };
    let message = match file.root.at(&target.pointer) {
        None => format!("`{text}` leads to nothing"),
        Some(_)
            if !file
                .subschemas()
                .iter()
                .any(|inner| inner.pointer == target.pointer) =>
        {
            format!("`{text}` leads to something that is not a schema")
        }
        Some(_) if is_endless(registry, schema, pointer) => {
            let finding = Diagnostic::new(
                &UNRESOLVED_REF,
                format!("`{text}` leads back here, and nothing is in between"),
            );
            return Some(finding.help("refer to it from `properties` or `items`, or not at all"));
        }
        Some(_) => return None,
    };
    let names: Vec<String> = file
        .root
        .get("$defs")
        .map(|definitions| {
            definitions
                .members()
                .iter()
                .map(|member| format!("`{}`", member.name))
                .collect()
        })
        .unwrap_or_default();
    let help = match names.as_slice() {
        [] => format!("`{}` has no `$defs`", file.source.path),
        names => format!("`$defs` of `{}` has {}", file.source.path, names.join(", ")),
    };
    Some(Diagnostic::new(&UNRESOLVED_REF, message).help(help))
}

/// Whether a schema applies itself to the same value again, so that validation has no end.
fn is_endless(registry: &Registry, schema: &Schema, pointer: &str) -> bool {
    let mut seen: Vec<(&Schema, String)> = vec![(schema, pointer.to_owned())];
    let mut next = 0;
    while let Some((file, pointer)) = seen.get(next).cloned() {
        next += 1;
        let Some(node) = file.root.at(&pointer) else {
            continue;
        };
        let mut applied: Vec<(&Schema, String)> = Vec::new();
        for member in node.members() {
            let keyword = json::child(&pointer, &member.name);
            match member.name.as_str() {
                "$ref" | "$dynamicRef" => applied.extend(
                    member
                        .value
                        .as_str()
                        .and_then(|text| registry.follow(file, text))
                        .map(|(file, pointer, _)| (file, pointer)),
                ),
                "allOf" | "anyOf" | "oneOf" => applied.extend(
                    (0..member.value.items().len())
                        .map(|index| (file, format!("{keyword}/{index}"))),
                ),
                "not" | "if" | "then" | "else" => applied.push((file, keyword)),
                "dependentSchemas" => applied.extend(
                    member
                        .value
                        .members()
                        .iter()
                        .map(|inner| (file, json::child(&keyword, &inner.name))),
                ),
                _ => {}
            }
        }
        for (file, at) in applied {
            if file.uri == schema.uri && seen.first().is_some_and(|(_, start)| *start == at) {
                return true;
            }
            if !seen
                .iter()
                .any(|(known, seen)| known.uri == file.uri && *seen == at)
            {
                seen.push((file, at));
            }
        }
    }
    false
}
