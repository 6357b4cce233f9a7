//! The only way to the terminal. Text from files, from the web and from arguments is escaped: it cannot control the
//! terminal, forge a line, or give a command to a program that reads the output.

use std::{
    backtrace::{Backtrace, BacktraceStatus},
    io::{self, Write},
    panic, process,
};

use schema_registry::{
    diagnostic::Diagnostic,
    escape::{escaped, escaped_lines},
    report,
};

use crate::exit::{Exit, Failure};

/// Lines for people.
///
/// A line is escaped as a whole, so a value in it cannot begin another one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    ended: String,
    /// The beginning of the next line.
    begun: String,
}

impl Lines {
    /// Makes a single line.
    pub(crate) fn one(line: &str) -> Self {
        let mut lines = Self::default();
        lines.line(line);
        lines
    }

    /// Renders findings, with the colours of this tool.
    pub(crate) fn findings(findings: &[Diagnostic], format: report::Format, program: &str) -> Self {
        let text = report::render(findings, format, program, has_color());
        let ended = match format {
            // These lines are commands to GitHub, in the new form.
            report::Format::Github => without_old_commands(&text),
            _ => text.split_inclusive('\n').map(without_commands).collect(),
        };
        Self {
            ended,
            begun: String::new(),
        }
    }

    /// Adds text to the current line.
    pub(crate) fn write(&mut self, text: &str) {
        self.begun.push_str(&escaped(text));
    }

    /// Adds text to the current line, and ends it.
    pub(crate) fn line(&mut self, text: &str) {
        self.write(text);
        self.ended.push_str(&without_commands(&self.begun));
        self.ended.push('\n');
        self.begun.clear();
    }
}

/// Returns a line that GitHub's runners do not read as a command. They read everything that a step prints, and accept
/// an old form of commands anywhere in a line.
fn without_commands(line: &str) -> String {
    let rest = line.trim_start();
    let Some(command) = rest.strip_prefix("::") else {
        return without_old_commands(line);
    };
    let indent = line.strip_suffix(rest).unwrap_or_default();
    without_old_commands(&format!(r"{indent}\u003a:{command}"))
}

/// Returns a text without the beginning of a command in the old form. In JSON, it is the same value.
fn without_old_commands(text: &str) -> String {
    text.replace("##[", r"#\u0023[")
}

/// Prints lines for people. Where no terminal shows them, colours are taken out.
pub(crate) fn print(lines: &Lines) {
    write(&mut standard_output().lock(), &lines.ended);
}

/// Prints JSON. Nothing is removed from it: an escaped value is the same value.
pub(crate) fn print_json(text: &str) {
    #[expect(clippy::disallowed_methods, reason = "the text is escaped")]
    let mut out = io::stdout().lock();
    let text = without_old_commands(&escaped_lines(text));
    write(&mut out, &text);
}

/// Prints a line to the standard error.
pub fn complain(line: &str) {
    write_error(&Lines::one(line));
}

/// Prints the reason why the tool could not work. The cause may have several lines, none of which looks like another
/// error.
pub(crate) fn error(failure: &Failure) {
    let mut lines = Lines::default();
    lines.write(&format!("error: {}: ", failure.doing));
    let cause = failure.source.to_string();
    let mut rest = cause.trim_end().split('\n');
    lines.line(rest.next().unwrap_or_default());
    for line in rest {
        lines.line(&format!("  {line}"));
    }
    write_error(&lines);
}

/// Returns an argument as messages may repeat it.
pub(crate) fn shown_argument(argument: &str) -> String {
    without_old_commands(&escaped(argument))
}

/// Prints the problem of the arguments, or the help that they request.
pub(crate) fn usage(error: &clap::Error) {
    #[expect(clippy::disallowed_methods, reason = "the arguments in it are escaped")]
    let printed = error.print();
    // The exit code reports the problem even if the message cannot be printed.
    drop(printed);
}

/// Replaces the status in the last line of the terminal.
pub(crate) fn show_status(text: &str) {
    // A status that cannot be shown does no harm.
    let _ = write!(standard_error().lock(), "\r{}", escaped(text));
}

/// Reports whether a person looks at the standard error.
pub(crate) fn is_watched() -> bool {
    standard_error().is_terminal()
}

/// Prints the message of a panic like any other error.
pub(crate) fn tell_panics() {
    panic::set_hook(Box::new(|panic| {
        let message = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(|place| format!(" at {place}"));
        let mut lines = Lines::default();
        lines.line(&format!(
            "error: the tool panicked{}: {message}; report it with what you ran",
            place.unwrap_or_default()
        ));
        let trace = Backtrace::capture();
        if trace.status() == BacktraceStatus::Captured {
            for line in trace.to_string().lines() {
                lines.line(line);
            }
        }
        write_error(&lines);
    }));
}

/// Reports whether the standard output shows colours.
fn has_color() -> bool {
    standard_output().current_choice() != anstream::ColorChoice::Never
}

#[expect(clippy::disallowed_methods, reason = "this is the place for it")]
fn standard_output() -> anstream::Stdout {
    anstream::stdout()
}

#[expect(clippy::disallowed_methods, reason = "this is the place for it")]
fn standard_error() -> anstream::Stderr {
    anstream::stderr()
}

fn write_error(lines: &Lines) {
    // The exit code reports the problem even if the message cannot be printed.
    let _ = standard_error().lock().write_all(lines.ended.as_bytes());
}

/// Writes to the standard output. A closed pipe is not an error, because no more output is wanted. Any other error ends
/// the run, because the text is lost.
fn write(out: &mut impl Write, text: &str) {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("error: cannot write the output: {error}"));
            process::exit(Exit::Failed.code().into());
        }
        _ => {}
    }
}
