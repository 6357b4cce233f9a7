//! The major version of an event, as its body states it.

use std::borrow::Cow;

use crate::event::strings_of;

/// The fields by which a body states that its major version is `major`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MajorNames {
    /// The major version.
    pub major: u32,
    /// The field with the revision of the event's schema, if there is one. It begins with the major version and a dot.
    pub version: Option<&'static str>,
    /// The field with the path of the event's schema, if there is one, and how these paths begin.
    pub schema_ref: Option<(&'static str, &'static str)>,
}

/// The statement of a body about its major version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The body states this known major version.
    Major(u32),
    /// The body states an unknown major version.
    Other,
    /// The body states no major version.
    Nothing,
}

/// Returns the major version that a body states. Only its top-level members are read, up to the first error.
///
/// # Examples
///
/// ```
/// use schema_runtime::{MajorNames, Told, told_major};
///
/// const MAJORS: &[MajorNames] = &[
///     MajorNames { major: 1, version: Some("version"), schema_ref: Some(("schema", "events/v1/")) },
///     MajorNames { major: 2, version: Some("version"), schema_ref: None },
/// ];
/// assert_eq!(told_major(br#"{ "data": {}, "version": "2.1.0" }"#, MAJORS), Told::Major(2));
/// assert_eq!(told_major(br#"{ "schema": "events/v1/job.ended.json" }"#, MAJORS), Told::Major(1));
/// assert_eq!(told_major(br#"{ "version": "20.1.0" }"#, MAJORS), Told::Other);
/// assert_eq!(told_major(br#"{ "data": {} }"#, MAJORS), Told::Nothing);
/// ```
#[must_use]
#[inline]
pub fn told_major(body: &[u8], majors: &[MajorNames]) -> Told {
    let is_name = |name: &str| {
        let mut fields = majors
            .iter()
            .flat_map(|names| [names.version, names.schema_ref.map(|(field, _)| field)]);
        fields.any(|field| field == Some(name))
    };
    let members = strings_of(body, is_name);
    let is_told = |names: &&MajorNames| {
        members.iter().any(|(name, text): &(Cow<'_, str>, String)| {
            let is_version = names.version.is_some_and(|field| field == *name);
            let of_major = text.strip_prefix(&names.major.to_string());
            let is_path = names
                .schema_ref
                .is_some_and(|(field, start)| field == *name && text.starts_with(start));
            (is_version && of_major.is_some_and(|rest| rest.starts_with('.'))) || is_path
        })
    };
    match majors.iter().find(is_told) {
        Some(names) => Told::Major(names.major),
        None if members.is_empty() => Told::Nothing,
        None => Told::Other,
    }
}
