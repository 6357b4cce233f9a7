//! Findings about a registry, as data.

use crate::{
    json::Span,
    rule::Rule,
    source::{Position, Source},
};

pub use crate::rule::Severity;

/// One finding: its rule, its place, what is wrong, and how to fix it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The name of the rule, for `explain` and for allowing it.
    pub code: &'static str,
    /// The severity.
    pub severity: Severity,
    /// The problem.
    pub message: String,
    /// Advice to people.
    pub help: Option<String>,
    /// Ways to fix it that a program can carry out.
    pub fixes: Vec<Fix>,
    /// Where it is, unless it is about the registry as a whole.
    pub location: Option<Location>,
}

/// A way to fix a finding that a program can carry out.
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

/// A place in a file.
#[derive(Clone, Debug)]
pub struct Location {
    /// The file.
    pub source: Source,
    /// The JSON pointer of the value, where the file is JSON.
    pub pointer: String,
    /// The bytes to point at.
    pub span: Span,
}

impl Location {
    /// The place of a JSON pointer in a file.
    #[must_use]
    pub fn at_pointer(source: &Source, pointer: impl Into<String>) -> Self {
        let pointer = pointer.into();
        Self {
            span: source.span_at(&pointer),
            source: source.clone(),
            pointer,
        }
    }

    /// A file as a whole, whose text is not at hand.
    #[must_use]
    pub fn of_file(path: impl Into<String>) -> Self {
        let file = Source {
            path: path.into(),
            text: "".into(),
            root: None,
        };
        Self::at_span(&file, 0..0)
    }

    /// The place of some bytes of a file.
    #[must_use]
    pub fn at_span(source: &Source, span: Span) -> Self {
        Self {
            source: source.clone(),
            pointer: String::new(),
            span,
        }
    }

    /// Where the place begins.
    #[must_use]
    pub fn start(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// Where the place ends; the first character after it.
    #[must_use]
    pub fn end(&self) -> Position {
        self.source.position(self.span.end)
    }
}

impl Diagnostic {
    /// A finding of a rule, with the rule's own severity and no place yet.
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

    /// Says where.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// Adds a command of the tool that fixes it.
    #[must_use]
    pub fn command<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        let arguments = arguments.into_iter().map(str::to_owned).collect();
        self.fixes.push(Fix::Command(arguments));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Brings findings into the order of their places, and drops repetitions.
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

/// Reports whether a finding is an error.
#[must_use]
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}
