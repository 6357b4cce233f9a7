//! Resolves each `$ref` inside the registry.

use std::collections::BTreeSet;

use crate::{
    diagnostic::Diagnostic,
    endless::endless,
    json::Node,
    keywords::{self, Draft},
    layout,
    model::{Registry, Schema, Subschema},
    resolve::schemas_mut,
    rules::{REF_OUTSIDE_REGISTRY, UNRESOLVED_REF},
};

/// The target of a `$ref`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The URI of the file, without fragment.
    pub uri: String,
    /// The JSON pointer in that file.
    pub pointer: String,
}

/// The reason why a `$ref` has no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefProblem {
    /// It names another host, another scheme, or a path outside the registry.
    Outside,
    /// It names an anchor, which the registry does not use.
    Anchor,
}

impl Reference {
    /// Parses a `$ref` in the schema at `uri`. `root` is the root URI of the registry.
    ///
    /// # Errors
    ///
    /// Returns an error if the target is outside the registry, or if the fragment is not a JSON pointer. The target
    /// itself does not have to exist.
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

/// Decodes the percent-encoding of a part of a URI, as in [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986). Returns
/// `None` for an invalid escape or invalid UTF-8.
#[must_use]
pub fn percent_decode(text: &str) -> Option<String> {
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

/// Percent-encodes the characters of a URI reference that a URI cannot have, as in [RFC
/// 3986](https://www.rfc-editor.org/rfc/rfc3986). Returns `None` if there are none.
#[must_use]
pub fn percent_encoded(reference: &str) -> Option<String> {
    let mut encoded = String::with_capacity(reference.len());
    let mut is_fragment = false;
    for (at, byte) in reference.bytes().enumerate() {
        let is_plain = match byte {
            b'#' => !std::mem::replace(&mut is_fragment, true),
            b'%' => {
                let digits = reference.as_bytes().get(at + 1..at + 3);
                digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
            }
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte),
        };
        match is_plain {
            true => encoded.push(char::from(byte)),
            false => encoded += &format!("%{byte:02X}"),
        }
    }
    (encoded != reference).then_some(encoded)
}

impl Registry {
    /// Returns the URI with which the URIs of all schemas of this registry begin.
    #[must_use]
    pub fn root_uri(&self) -> String {
        format!("{}{}", self.config.base_uri, self.public_path(""))
    }

    /// Returns the target of a `$ref` in `schema`: its file, its JSON pointer, and its node.
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

/// Returns the references of a schema, each with its keyword.
pub(crate) fn references(schema: &Node) -> impl Iterator<Item = (&'static str, &str)> {
    keywords::references(Draft::Draft202012)
        .filter_map(|keyword| Some((keyword, schema.get(keyword)?.as_str()?)))
}

/// Every schema of the registry: the URI of its file, and its JSON pointer in that file.
type Places<'a> = BTreeSet<(&'a str, &'a str)>;

/// Resolves every reference, reports those without a target, and records which schemas refer to which.
pub(crate) fn check_references(registry: &mut Registry) {
    let mut findings = Vec::new();
    let mut outcomes = Vec::new();
    let root = registry.root_uri();
    let subschemas: Vec<(&Schema, Vec<Subschema<'_>>)> = registry
        .schemas()
        .map(|schema| (schema, schema.subschemas()))
        .collect();
    let places: Places<'_> = subschemas
        .iter()
        .flat_map(|(schema, inner)| {
            inner
                .iter()
                .map(|inner| (schema.uri.as_str(), inner.pointer.as_str()))
        })
        .collect();
    for (schema, inner) in &subschemas {
        let mut refers_to: Vec<String> = Vec::new();
        let before = findings.len();
        for inner in inner {
            for (keyword, text) in references(inner.node) {
                let place = || schema.location(inner.keyword(keyword));
                if let Some(encoded) = percent_encoded(text) {
                    let message = format!("`{text}` has characters that a URI cannot have");
                    findings.push(
                        Diagnostic::new(&UNRESOLVED_REF, message)
                            .help(format!("write them with percent-encoding: `{encoded}`"))
                            .at(place()),
                    );
                    continue;
                }
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
                            target_problem(registry, &places, &target, text)
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
    for (uri, pointer) in endless(registry) {
        let schemas = registry.schemas().zip(&mut outcomes);
        for (schema, (_, sound)) in schemas.filter(|(schema, _)| schema.uri == uri) {
            *sound = false;
            findings.push(
                Diagnostic::new(
                    &UNRESOLVED_REF,
                    "this leads back to where it came from, and nothing is in between",
                )
                .help("refer to it from `properties` or `items`, or not at all")
                .at(schema.location(pointer.clone())),
            );
        }
    }
    for (schema, (refers_to, sound)) in schemas_mut(registry).zip(outcomes) {
        schema.refers_to = refers_to;
        schema.sound &= sound;
    }
    registry.findings.append(&mut findings);
}

/// Returns the finding about the target of a reference, if the target is not a schema.
fn target_problem(
    registry: &Registry,
    places: &Places<'_>,
    target: &Reference,
    text: &str,
) -> Option<Diagnostic> {
    let Some(file) = registry.schema_at(&target.uri) else {
        let root = registry.root_uri();
        let path = target.uri.strip_prefix(&root).unwrap_or_default();
        let is_missing_envelope = registry.majors().any(|(family, major)| {
            family
                .envelope()
                .is_some_and(|envelope| path == major.folder.path(&envelope.file))
        });
        // A missing envelope and a broken file are findings already.
        let is_schema = layout::stem(path).is_some();
        if is_missing_envelope || (is_schema && registry.is_broken(path)) {
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
        Some(_) if !places.contains(&(target.uri.as_str(), target.pointer.as_str())) => {
            format!("`{text}` leads to something that is not a schema")
        }
        Some(_) => return None,
    };
    if let Some(name) = target.pointer.strip_prefix("/definitions/")
        && file.root.get("definitions").is_some()
    {
        let help = format!("call `definitions` `$defs`, and write `#/$defs/{name}` here");
        return Some(Diagnostic::new(&UNRESOLVED_REF, message).help(help));
    }
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
