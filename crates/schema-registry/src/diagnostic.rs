//! Defects of a registry, as data.

use crate::{
    json::Span,
    rule::Rule,
    source::{Position, Source},
};

pub use crate::rule::Severity;

/// One finding: its rule, its location, the defect, and how to fix it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The name of the rule, for `explain` and for allowances.
    pub code: &'static str,
    /// The severity of the finding.
    pub severity: Severity,
    /// The description of the defect.
    pub message: String,
    /// The advice to people.
    pub help: Option<String>,
    /// The fixes that a program can apply.
    pub fixes: Vec<Fix>,
    /// The location of the defect. `None` if the finding is about the registry as a whole.
    pub location: Option<Location>,
}

/// A fix for a finding that a program can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// A command of the tool, as its arguments. The caller knows the name of its program.
    Command(Vec<String>),
}

impl Fix {
    /// Returns the command line for a program.
    #[must_use]
    pub fn command_line(&self, program: &str) -> String {
        match self {
            Self::Command(arguments) => format!("{program} {}", arguments.join(" ")),
        }
    }
}

/// A location in a file.
#[derive(Clone, Debug)]
pub struct Location {
    /// The file.
    pub source: Source,
    /// The JSON pointer of the value. It is empty for the root, or if only the bytes are known.
    pub pointer: String,
    /// The bytes to show.
    pub span: Span,
}

impl Location {
    /// Returns the location of a JSON pointer in a file.
    #[must_use]
    pub fn at_pointer(source: &Source, pointer: impl Into<String>) -> Self {
        let pointer = pointer.into();
        Self {
            span: source.span_at(&pointer),
            source: source.clone(),
            pointer,
        }
    }

    /// Returns the location of a whole file whose text is not available.
    #[must_use]
    pub fn of_file(path: impl Into<String>) -> Self {
        let file = Source {
            path: path.into(),
            text: "".into(),
            root: None,
        };
        Self::at_span(&file, 0..0)
    }

    /// Returns the location of some bytes of a file.
    #[must_use]
    pub fn at_span(source: &Source, span: Span) -> Self {
        Self {
            source: source.clone(),
            pointer: String::new(),
            span,
        }
    }

    /// Returns the position of the first character of the location.
    #[must_use]
    pub fn start(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// Returns the position of the first character after the location.
    #[must_use]
    pub fn end(&self) -> Position {
        self.source.position(self.span.end)
    }
}

impl Diagnostic {
    /// Creates a finding of a rule, with the rule's own severity and without a location.
    #[must_use]
    pub fn new(rule: &Rule, message: impl Into<String>) -> Self {
        Self {
            code: rule.name,
            severity: rule.severity,
            message: message.into(),
            help: None,
            fixes: Vec::new(),
            location: None,
        }
    }

    /// Reports whether this is a finding of a rule.
    #[must_use]
    pub fn is(&self, rule: &Rule) -> bool {
        self.code == rule.name
    }

    /// Sets the location.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// Adds a command of the tool that fixes the defect.
    #[must_use]
    pub fn command<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        let arguments = arguments.into_iter().map(str::to_owned).collect();
        self.fixes.push(Fix::Command(arguments));
        self
    }

    /// Sets the advice to people.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Sorts findings by their locations, and removes duplicates.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    fn key(finding: &Diagnostic) -> (Option<(&str, usize, &str)>, &str, &str) {
        let place = finding.location.as_ref().map(|location| {
            (
                location.source.path.as_str(),
                location.span.start,
                location.pointer.as_str(),
            )
        });
        (place, finding.code, &finding.message)
    }
    findings.sort_by(|left, right| key(left).cmp(&key(right)));
    findings.dedup_by(|left, right| key(left) == key(right));
}

/// Reports whether any finding is an error, which makes a check fail.
#[must_use]
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}
