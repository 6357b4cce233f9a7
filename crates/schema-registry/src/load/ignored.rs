//! Entries of folders that are not files of a registry.

/// Reports whether a registry leaves an entry alone, by its name: hidden ones, and notes for people.
#[must_use]
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || name.ends_with(".md")
}
