//! The asking side: worker processes that are started when they are needed, and killed at their limits.

use std::{
    io::{self, BufRead, BufReader, Read},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::{
        Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use super::{Asks, Limits, protocol};
use crate::{Settings, Verdict, undecided::Reason};

/// The time after which a worker is not used again. It may hold much memory, which would count against the next
/// question.
const RETIRED_AFTER: Duration = Duration::from_millis(200);

/// The maximum time for a process to start, on a busy machine.
const MOST_TO_START: Duration = Duration::from_secs(30);

/// The maximum number of bytes that are kept of a worker's error output.
const MOST_LAST_WORDS: u64 = 64 << 10;

/// A comparison to be made: two schemas as JSON texts.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The kind of question.
    pub asks: Asks,
    /// The writer's schema.
    pub writer: &'a str,
    /// The reader's schema.
    pub reader: &'a str,
    /// The settings of the comparison.
    pub settings: Settings,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct TimedVerdict {
    /// The verdict; undecided if a limit was reached.
    pub verdict: Verdict,
    /// The time that it took by the clock, including the communication with the worker.
    pub time: Duration,
}

/// A pool of processes that compare schemas within [`Limits`].
pub struct Workers<'a> {
    command: &'a (dyn Fn() -> Command + Sync),
    limits: Limits,
    idle: Mutex<Vec<Worker>>,
}

impl<'a> Workers<'a> {
    /// Creates a pool without starting a process. The command starts a program that calls [`serve`](super::serve) with
    /// its standard input and output, and with the same limits.
    #[must_use]
    pub fn new(command: &'a (dyn Fn() -> Command + Sync), limits: Limits) -> Self {
        Self {
            command,
            limits,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Answers one question.
    ///
    /// # Errors
    ///
    /// Returns an error if no worker can be started. If a schema makes a worker fail, that is a verdict.
    pub fn compare(&self, question: &Question<'_>) -> io::Result<TimedVerdict> {
        let start = Instant::now();
        let idle = lock(&self.idle).pop();
        let mut worker = match idle {
            Some(worker) => worker,
            None => Worker::start((self.command)())?,
        };
        let answered = worker.ask(question, self.limits.time);
        let time = start.elapsed();
        let verdict = match answered {
            Ok(verdict) => {
                if time < RETIRED_AFTER {
                    lock(&self.idle).push(worker);
                }
                verdict
            }
            Err(end) => Verdict::Undecided(worker.post_mortem(end, &self.limits)?.into()),
        };
        Ok(TimedVerdict { verdict, time })
    }

    /// Answers many questions, up to `at_once` at the same time. The answers are in the order of the questions.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`compare`](Self::compare).
    pub fn compare_all(
        &self,
        questions: &[Question<'_>],
        at_once: usize,
    ) -> io::Result<Vec<TimedVerdict>> {
        let at_once = at_once.clamp(1, questions.len().max(1));
        let answers = thread::scope(|scope| {
            let threads: Vec<_> = (0..at_once)
                .map(|first| {
                    scope.spawn(move || {
                        let mine = questions.iter().skip(first).step_by(at_once);
                        mine.map(|question| self.compare(question)).collect()
                    })
                })
                .collect();
            let of_thread =
                |thread: thread::ScopedJoinHandle<'_, io::Result<Vec<TimedVerdict>>>| {
                    let answers = thread
                        .join()
                        .unwrap_or_else(|_| Err(io::Error::other("a comparison panicked")))?;
                    Ok(answers.into_iter())
                };
            threads
                .into_iter()
                .map(of_thread)
                .collect::<io::Result<Vec<_>>>()
        });
        let mut answers = answers?;
        let turns = answers.len();
        Ok((0..questions.len())
            .filter_map(|at| answers.get_mut(at % turns)?.next())
            .collect())
    }
}

/// Locks a mutex, even a poisoned one: the values behind these locks are never inconsistent.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The reason for a missing answer.
enum End {
    TimeOut,
    Died,
}

struct Worker {
    child: Child,
    input: ChildStdin,
    answers: Receiver<io::Result<String>>,
}

impl Worker {
    fn start(mut command: Command) -> io::Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("a worker has no standard streams"));
        };
        let (sender, answers) = mpsc::channel();
        // A pipe cannot be read with a timeout, but a channel can.
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            loop {
                let mut line = String::new();
                let read = output.read_line(&mut line);
                let is_end = !matches!(read, Ok(bytes) if bytes > 0);
                if is_end || sender.send(read.map(|_| line)).is_err() {
                    return;
                }
            }
        });
        let mut worker = Self {
            child,
            input,
            answers,
        };
        match worker.answers.recv_timeout(MOST_TO_START) {
            Ok(Ok(line)) if line.trim_end() == protocol::READY => Ok(worker),
            _ => {
                let (status, last) = worker.last_words()?;
                Err(io::Error::other(format!(
                    "the comparison worker did not start ({status}): {last}"
                )))
            }
        }
    }

    fn ask(&mut self, question: &Question<'_>, time: Duration) -> Result<Verdict, End> {
        protocol::send(&mut self.input, question).map_err(|_| End::Died)?;
        match self.answers.recv_timeout(time) {
            Ok(Ok(line)) => protocol::parse(&line).map_err(|_| End::Died),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(End::Died),
            Err(RecvTimeoutError::Timeout) => Err(End::TimeOut),
        }
    }

    /// Returns the limit that was reached. Ends the process.
    fn post_mortem(mut self, end: End, limits: &Limits) -> io::Result<Reason<'static>> {
        if matches!(end, End::TimeOut) {
            return Ok(Reason::TimeLimit(limits.time));
        }
        let (status, output) = self.last_words()?;
        // Rust's runtime ends a process with the same signal for a stack overflow and for a failed allocation, and
        // calls no code of the program that could tell them apart. Only its message does.
        Ok(if output.contains("overflowed its stack") {
            Reason::StackLimit {
                bytes: limits.stack,
            }
        } else if output.contains("memory allocation") {
            Reason::MemoryLimit {
                bytes: limits.memory,
            }
        } else {
            Reason::Failed { status, output }
        })
    }

    /// Kills the process, and returns its status and its last error output.
    fn last_words(&mut self) -> io::Result<(ExitStatus, String)> {
        // A process that is still running has no error output that matters.
        let _ = self.child.kill();
        let mut words = String::new();
        if let Some(stderr) = self.child.stderr.take() {
            // Error output that is not UTF-8 is ignored.
            let _ = stderr.take(MOST_LAST_WORDS).read_to_string(&mut words);
        }
        let status = self.child.wait()?;
        let said = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok((
            status,
            if said.is_empty() {
                "no message".into()
            } else {
                said
            },
        ))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // The process has no state that needs a clean shutdown.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
