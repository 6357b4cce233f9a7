//! Comparison in a separate process, with limits on time, memory and stack.
//!
//! The tool survives every failure of the process that compares: if a schema makes the process exceed a limit or fail,
//! it is killed, and the verdict is [`Verdict::Undecided`] with the limit that was reached. The program supplies the
//! command that starts a worker, usually itself with a hidden argument, and calls [`serve`] there. A worker answers one
//! question after the other, so that small schemas do not each need a new process.
//!
//! Schemas are sent as text, and only the worker parses them. A schema that is nested too deep to be parsed cannot
//! affect the program that asks.

mod inexact_numbers;
mod pool;
mod protocol;

use std::{
    io::{self, BufReader, BufWriter, Read, Write},
    panic::{self, AssertUnwindSafe},
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize, de::IgnoredAny};
use serde_json::Value;

pub use self::{
    pool::{Question, TimedVerdict, Workers},
    protocol::Asks,
};
use schema_registry::config::Comparison;

use self::protocol::Request;
use crate::{Proof, Verdict, changes::changes, compare, model::Role, undecided::Reason};

/// The limits of one comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The maximum time for an answer, by the clock.
    pub time: Duration,
    /// The maximum number of bytes of memory, in addition to the stack.
    pub memory: u64,
    /// The maximum number of bytes of stack.
    pub stack: u64,
}

impl Default for Limits {
    /// Returns the limits of a registry that sets none.
    fn default() -> Self {
        Comparison::default().into()
    }
}

impl From<Comparison> for Limits {
    /// Converts the limits in `registry.toml`.
    fn from(comparison: Comparison) -> Self {
        Self {
            time: Duration::from_millis(comparison.time_ms.into()),
            memory: u64::from(comparison.memory_mib) << 20,
            stack: u64::from(comparison.stack_mib) << 20,
        }
    }
}

/// The number of bytes of stack of the thread that reads questions.
const READER_STACK: usize = 256 << 10;

/// Answers questions until the input ends, which is everything that a worker does. The process first sets its own
/// limits. The asking program enforces the time limit.
///
/// The input ends when the asking program ends. Then this function returns at once, even while a question is being
/// answered, and the worker has to exit.
///
/// # Errors
///
/// Returns an error if the limits cannot be set, or if a question cannot be read or answered.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    limits: &Limits,
) -> io::Result<()> {
    limit_process(limits)?;
    let stack = usize::try_from(limits.stack).unwrap_or(usize::MAX);
    let time = limits.time;
    let (ended, end) = mpsc::channel();
    let (ask, asked) = mpsc::channel();
    let input_ended = ended.clone();
    thread::Builder::new()
        .stack_size(READER_STACK)
        .spawn(move || {
            let read = read_all(input, &ask);
            // Nothing is left to do if the receiver is gone.
            let _ = input_ended.send(read);
        })?;
    thread::Builder::new().stack_size(stack).spawn(move || {
        let answer = || answer_all(&asked, output, time);
        let answered = panic::catch_unwind(AssertUnwindSafe(answer))
            .unwrap_or_else(|_| Err(io::Error::other("the comparison panicked")));
        let _ = ended.send(answered);
    })?;
    end.recv().unwrap_or(Ok(()))
}

/// Reads questions until there are no more.
fn read_all(input: impl Read, ask: &Sender<Request>) -> io::Result<()> {
    let mut input = BufReader::new(input);
    while let Some(request) = Request::read(&mut input)? {
        if ask.send(request).is_err() {
            break;
        }
    }
    Ok(())
}

fn answer_all(asked: &Receiver<Request>, output: impl Write, time: Duration) -> io::Result<()> {
    let mut output = BufWriter::new(output);
    writeln!(output, "{}", protocol::READY)?;
    output.flush()?;
    while let Ok(request) = asked.recv() {
        limit_processor_time(time)?;
        let verdict = answer(&request);
        serde_json::to_writer(&mut output, &verdict)?;
        output.write_all(b"\n")?;
        output.flush()?;
    }
    Ok(())
}

fn answer(request: &Request) -> Verdict {
    match request.asks {
        Asks::Verdict => verdict(request),
        Asks::Changes => ends(request),
    }
}

/// Lists the changes, to show that this finishes within the limits.
fn ends(request: &Request) -> Verdict {
    let parsed = |text| protocol::parse::<Value>(text);
    match (parsed(&request.writer), parsed(&request.reader)) {
        (Ok(old), Ok(new)) => {
            drop(changes(&old, &new));
            Verdict::Compatible {
                proof: Proof::Identical,
            }
        }
        (Err(error), _) => not_json(Some(Role::Writer), error),
        (_, Err(error)) => not_json(Some(Role::Reader), error),
    }
}

fn verdict(request: &Request) -> Verdict {
    // Equal texts contain equal numbers, even if a double cannot hold them exactly.
    if request.writer == request.reader && inexact_numbers::readable(&request.writer).is_err() {
        return identical(&request.writer);
    }
    match (
        schema(Role::Writer, &request.writer),
        schema(Role::Reader, &request.reader),
    ) {
        (Ok(writer), Ok(reader)) => compare(&writer, &reader, &request.settings),
        (Err(reason), _) | (_, Err(reason)) => Verdict::Undecided(reason.into()),
    }
}

/// Returns the verdict for two schemas with the same text.
fn identical(text: &str) -> Verdict {
    match protocol::parse::<IgnoredAny>(text) {
        Ok(_) => Verdict::Compatible {
            proof: Proof::Identical,
        },
        Err(error) => not_json(None, error),
    }
}

fn not_json(side: Option<Role>, error: serde_json::Error) -> Verdict {
    Verdict::Undecided(Reason::NotJson { side, error }.into())
}

fn schema(side: Role, text: &str) -> Result<Value, Reason<'_>> {
    let text = inexact_numbers::readable(text).map_err(
        |inexact_numbers::Inexact { number, pointer }| Reason::InexactNumber {
            side,
            number,
            pointer,
        },
    )?;
    protocol::parse(&text).map_err(|error| Reason::NotJson {
        side: Some(side),
        error,
    })
}

/// Sets the limits that the operating system enforces. Core files are disabled, because the process is killed on
/// purpose.
#[cfg(unix)]
fn limit_process(limits: &Limits) -> io::Result<()> {
    use nix::sys::resource::{Resource, setrlimit};

    /// The memory for the program itself, its libraries and its first threads.
    const BESIDE: u64 = 256 << 20;
    let space = limits
        .memory
        .saturating_add(limits.stack)
        .saturating_add(BESIDE);
    setrlimit(Resource::RLIMIT_AS, space, space)?;
    setrlimit(Resource::RLIMIT_CORE, 0, 0)?;
    Ok(())
}

/// Limits the processor time of the process for one more question. The asking program enforces the time limit; this
/// ends a process whose parent is gone, even if something keeps its input open.
#[cfg(unix)]
fn limit_processor_time(time: Duration) -> io::Result<()> {
    use nix::sys::{
        resource::{Resource, UsageWho, getrlimit, getrusage, setrlimit},
        time::TimeValLike,
    };

    /// The additional seconds, so that the asking program's clock, which runs at least as fast, ends a comparison
    /// first.
    const MORE: u64 = 5;
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let used = usage.user_time().num_seconds() + usage.system_time().num_seconds();
    let used = u64::try_from(used).unwrap_or_default();
    let (_, hard) = getrlimit(Resource::RLIMIT_CPU)?;
    let seconds = used.saturating_add(time.as_secs()).saturating_add(MORE);
    setrlimit(Resource::RLIMIT_CPU, seconds.min(hard), hard)?;
    Ok(())
}

#[cfg(not(unix))]
fn limit_processor_time(_: Duration) -> io::Result<()> {
    Ok(())
}

/// Does nothing: without such limits of the operating system, only time is limited.
#[cfg(not(unix))]
fn limit_process(_: &Limits) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Asks, Request, answer};
    use crate::{Proof, Settings, UndecidedCode, Verdict};

    fn verdict(writer: &str, reader: &str) -> Verdict {
        answer(&Request {
            asks: Asks::Verdict,
            settings: Settings::default(),
            writer: writer.to_owned(),
            reader: reader.to_owned(),
        })
    }

    #[test]
    fn equal_texts_are_compatible_whatever_numbers_they_have() {
        for text in [
            r#"{"maximum":3.141592653589793}"#,
            r#"{"maximum":0.1234567890123456789,"type":"number"}"#,
            r#"{"default":0.30000000000000004,"minimum":1e999}"#,
        ] {
            let proof = Proof::Identical;
            assert_eq!(verdict(text, text), Verdict::Compatible { proof }, "{text}");
        }
        let broken = r#"{"maximum":0.1234567890123456789"#;
        for (writer, reader) in [(broken, broken), ("{", "{}"), ("{}", "{")] {
            let Verdict::Undecided(undecided) = verdict(writer, reader) else {
                panic!("{writer} or {reader} is not JSON");
            };
            assert_eq!(undecided.code(), UndecidedCode::NotJson);
        }
    }

    #[test]
    fn numbers_that_matter_are_named_with_their_places() {
        let exact = r#"{"type":"number","maximum":3.141592653589793}"#;
        let wider = r#"{"maximum":3.141592653589794,"default":1.00000000000000000001}"#;
        assert!(verdict(exact, wider).is_compatible());
        let inexact = r#"{"anyOf":[{"maximum":3.1415926535897931}]}"#;
        let Verdict::Undecided(undecided) = verdict(exact, inexact) else {
            panic!("a double is not this number");
        };
        assert_eq!(undecided.code(), UndecidedCode::InexactNumber);
        assert_eq!(
            undecided.reason(),
            "`3.1415926535897931` at `/anyOf/0/maximum` in the reader's schema has more digits than can be compared exactly"
        );
    }
}
