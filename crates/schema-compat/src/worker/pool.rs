//! The side that asks: processes that are started when they are needed, and ended at their limits.

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
use crate::{Settings, Verdict};

/// A worker that was busy for longer may hold much memory, which would count against the next
/// question.
const RETIRED_AFTER: Duration = Duration::from_millis(200);

/// How long a process may take to start, on a machine that does other things too.
const MOST_TO_START: Duration = Duration::from_secs(30);

/// The most that is kept of what a worker says before it ends.
const MOST_LAST_WORDS: u64 = 64 << 10;

/// A comparison to be made: two schemas as JSON texts.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The question about them.
    pub asks: Asks,
    /// The schema of what is sent.
    pub writer: &'a str,
    /// The schema of who receives it.
    pub reader: &'a str,
    /// How they are compared.
    pub settings: Settings,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The verdict; undecided if a limit was reached.
    pub verdict: Verdict,
    /// How long it took by the clock, the way to the worker and back included.
    pub time: Duration,
}

/// Processes that compare schemas within [`Limits`], and are used again and again.
pub struct Workers<'a> {
    command: &'a (dyn Fn() -> Command + Sync),
    limits: Limits,
    idle: Mutex<Vec<Worker>>,
}

impl<'a> Workers<'a> {
    /// No process is started yet. The command starts a program that calls [`serve`](super::serve)
    /// with its standard input and output, and the same limits.
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
    /// If no worker can be started. Whatever a schema does to a worker is a verdict.
    pub fn compare(&self, question: &Question<'_>) -> io::Result<Answer> {
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
            Err(end) => Verdict::Undecided {
                reason: worker.post_mortem(end, &self.limits)?,
            },
        };
        Ok(Answer { verdict, time })
    }

    /// Answers many questions, as many at once as are asked for, in their order.
    ///
    /// # Errors
    ///
    /// As [`compare`](Self::compare).
    pub fn compare_all(
        &self,
        questions: &[Question<'_>],
        at_once: usize,
    ) -> io::Result<Vec<Answer>> {
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
            let of_thread = |thread: thread::ScopedJoinHandle<'_, io::Result<Vec<Answer>>>| {
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

/// Nothing that is kept behind a lock can be half done.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why there was no answer.
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
        // A pipe cannot be read for a limited time, a channel can.
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

    /// Which limit was reached. The process is gone after it.
    fn post_mortem(mut self, end: End, limits: &Limits) -> io::Result<String> {
        if matches!(end, End::TimeOut) {
            return Ok(format!(
                "over budget: the comparison took more than {:?}",
                limits.time
            ));
        }
        let (status, last) = self.last_words()?;
        let mebibytes = |bytes: u64| bytes >> 20;
        Ok(if last.contains("overflowed its stack") {
            let stack = mebibytes(limits.stack);
            format!("over budget: the comparison used more than {stack} MiB of stack")
        } else if last.contains("memory allocation") {
            let memory = mebibytes(limits.memory);
            format!("over budget: the comparison used more than {memory} MiB of memory")
        } else {
            format!("the comparison failed ({status}): {last}")
        })
    }

    /// How the process ended, and what it said last.
    fn last_words(&mut self) -> io::Result<(ExitStatus, String)> {
        // One that is alive has nothing to say.
        let _ = self.child.kill();
        let mut words = String::new();
        if let Some(stderr) = self.child.stderr.take() {
            // What is no text is as good as nothing.
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
        // It holds nothing that has to be put in order.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
