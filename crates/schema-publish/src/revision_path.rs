//! Paths of revisions and of the schemas of their events.

use schema_registry::{
    layout::{self, MajorFolder},
    revision::Revision,
};

use crate::portable_path::why_unusable;

/// The names that determine the paths of a revision.
#[derive(Clone, Copy, Debug)]
pub struct RevisionNames<'a> {
    /// The name of the family.
    pub family: &'a str,
    /// The type of the event.
    pub event: &'a str,
    /// The revision.
    pub revision: Revision,
}

impl RevisionNames<'_> {
    /// Returns the reason if some paths are not those of the event's schema and of its revision, such as
    /// `…/webhooks/v1/job.completed.json` and `…/webhooks/v1/job.completed/1.0.0.json`. Sources that are not
    /// trusted name these paths, and files are written to them.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_publish::revision_path::RevisionNames;
    ///
    /// let names = RevisionNames {
    ///     family: "webhooks",
    ///     event: "job.completed",
    ///     revision: "1.0.0".parse()?,
    /// };
    /// let schema = "schemas/webhooks/v1/job.completed.json";
    /// let revision = "schemas/webhooks/v1/job.completed/1.0.0.json";
    /// assert_eq!(names.why_other_paths(schema, revision), None);
    /// assert!(names.why_other_paths("package.json", "package/1.0.0.json").is_some());
    /// # Ok::<(), schema_registry::revision::NoRevision>(())
    /// ```
    #[must_use]
    pub fn why_other_paths(&self, schema: &str, revision: &str) -> Option<String> {
        let Self { family, event, .. } = self;
        let unusable = [schema, revision].into_iter().find_map(|path| {
            let why = why_unusable(path).or_else(|| why_odd(path))?;
            Some(format!(
                "`{}` cannot be a schema: {why}",
                path.escape_debug()
            ))
        });
        if unusable.is_some() {
            return unusable;
        }
        let folder = MajorFolder::new(family, &layout::major_name(self.revision.major));
        let end = folder.schema(event);
        let folder = schema.strip_suffix(&end);
        if folder.is_none_or(|folder| !folder.is_empty() && !folder.ends_with('/')) {
            return Some(format!(
                "`{schema}` is not the path of `{event}`, which ends in `{}`",
                end.escape_debug()
            ));
        }
        let wanted = layout::published_revision(schema, self.revision);
        (revision != wanted).then(|| {
            format!(
                "`{revision}` is not the path of `{event}` {}, which is `{wanted}`",
                self.revision
            )
        })
    }
}

/// Returns the reason why a path that can be a file cannot be that of a schema. Schemas are written among someone
/// else's files, whose tools may treat some names specially.
fn why_odd(path: &str) -> Option<String> {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "._-".contains(it);
    path.split('/').find_map(|part| {
        if part.starts_with(['.', '-']) {
            return Some(format!("`{part}` begins with a full stop or a hyphen"));
        }
        let odd = part.chars().find(|it| !is_plain(*it))?;
        Some(format!(
            "it has the character `{odd}`, and schemas have letters, digits, `.`, `_` and `-`"
        ))
    })
}
