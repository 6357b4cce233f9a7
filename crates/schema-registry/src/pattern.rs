//! Regular expressions in the dialect of JSON Schema, converted for engines of linear time.

use regex_syntax::hir::{Hir, Look};

/// A pattern that an engine of linear time can match.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The pattern in the syntax of the `regex` crates.
    pub source: String,
    hir: Hir,
}

/// The reason why a pattern is rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternProblem {
    /// The description of the problem, a sentence fragment.
    pub message: String,
}

/// Reports whether a string is a regular expression of ECMA 262, the dialect of JSON Schema.
#[must_use]
pub fn is_regular_expression(ecma: &str) -> bool {
    jsonschema_regex::is_valid_ecma_regex(ecma)
}

impl Pattern {
    /// Parses a pattern of ECMA 262, the dialect of JSON Schema. `\d` and `\w` are ASCII there.
    ///
    /// # Errors
    ///
    /// Returns an error if the pattern is not a regular expression, or has a look-around or a back-reference.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_registry::pattern::Pattern;
    ///
    /// assert!(Pattern::parse("^[a-z]+$")?.is_anchored());
    /// assert!(!Pattern::parse("^a|b$")?.is_anchored());
    /// assert!(Pattern::parse("^(?=a)").is_err());
    /// # Ok::<(), schema_registry::pattern::PatternProblem>(())
    /// ```
    pub fn parse(ecma: &str) -> Result<Self, PatternProblem> {
        if !is_regular_expression(ecma) {
            return Err(PatternProblem {
                message: "it is not a regular expression".into(),
            });
        }
        let source = jsonschema_regex::to_rust_regex(ecma).map_err(|()| PatternProblem {
            message: "an engine of linear time has no such construct".into(),
        })?;
        let hir = regex_syntax::parse(&source).map_err(|error| {
            let message = match &error {
                regex_syntax::Error::Parse(error) => error.kind().to_string(),
                regex_syntax::Error::Translate(error) => error.kind().to_string(),
                _ => error.to_string(),
            };
            PatternProblem { message }
        })?;
        Ok(Self {
            source: source.into_owned(),
            hir,
        })
    }

    /// Reports whether every alternative begins with `^` and ends with `$`.
    #[must_use]
    pub fn is_anchored(&self) -> bool {
        let properties = self.hir.properties();
        properties.look_set_prefix().contains(Look::Start)
            && properties.look_set_suffix().contains(Look::End)
    }
}

impl std::fmt::Display for PatternProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PatternProblem {}
