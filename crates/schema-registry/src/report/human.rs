use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet, renderer::DecorStyle};

use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    escape::{escaped, is_hidden},
};

/// Longer lines are not shown: a minified file would fill the screen.
const LONGEST_SHOWN: usize = 2_000;

pub(super) fn render(findings: &[Diagnostic], program: &str, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&one(finding, program, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(finding: &Diagnostic, program: &str, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO.with_name("hint"),
    };
    let title = level
        .primary_title(escaped(&finding.message))
        .id(finding.code);
    let mut group = match &finding.location {
        None => annotate_snippets::Group::with_title(title),
        Some(location) => match shown_line(location) {
            Some((line, number, start, end)) => title.element(
                Snippet::source(line)
                    .line_start(number)
                    .path(escaped(&location.source.path))
                    .annotation(AnnotationKind::Primary.span(start..end)),
            ),
            None => title.element(origin(location)),
        },
    };
    if let Some(help) = &finding.help {
        // Lines after the first are indented, so none looks like another finding.
        let lines: Vec<_> = help.split('\n').map(escaped).collect();
        group = group.element(Level::HELP.message(lines.join("\n")));
    }
    for command in super::commands(finding, program) {
        let run = Level::HELP.with_name("run");
        group = group.element(run.message(escaped(&command).into_owned()));
    }
    renderer.render(&[group])
}

fn origin(location: &Location) -> Origin<'_> {
    let origin = Origin::path(escaped(&location.source.path));
    if location.source.text.is_empty() {
        return origin;
    }
    let start = location.start();
    origin.line(start.line).char_column(start.column)
}

/// The line that a place begins on, its number, and the place within it. A line with characters that would
/// have to be escaped is not shown: its columns would be others.
fn shown_line(location: &Location) -> Option<(&str, usize, usize, usize)> {
    let text = &*location.source.text;
    let start = location.span.start.min(text.len());
    let line_start = text
        .get(..start)?
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let line_end = text
        .get(start..)?
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    let line = text.get(line_start..line_end)?.trim_end_matches('\r');
    // The renderer shows a symbol of the same width for some of them.
    let has_symbol = |character| {
        matches!(
            character,
            '\0'..='\u{1F}' | '\u{7F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        )
    };
    let has_hidden = line.contains(|character| is_hidden(character) && !has_symbol(character));
    if line.is_empty() || line.len() > LONGEST_SHOWN || has_hidden {
        return None;
    }
    let from = (start - line_start).min(line.len());
    let to = location
        .span
        .end
        .saturating_sub(line_start)
        .clamp(from, line.len());
    Some((line, location.start().line, from, to))
}
