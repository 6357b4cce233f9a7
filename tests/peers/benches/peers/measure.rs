//! Contenders take turns in many short rounds of one process, and are compared round by round, so that other work
//! on the machine affects them equally.
//!
//! Time is the processor time of the thread, so waiting does not count.

use std::time::Duration;

use nix::time::{ClockId, clock_gettime};

/// The effort of a measurement.
#[derive(Clone, Copy)]
pub(crate) struct Effort {
    rounds: usize,
    /// The time of one contender's turn.
    turn: Duration,
}

impl Effort {
    pub(crate) const QUICK: Self = Self {
        rounds: 60,
        turn: Duration::from_micros(500),
    };
    pub(crate) const FULL: Self = Self {
        rounds: 600,
        turn: Duration::from_millis(1),
    };
}

/// One contender.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    run: Box<dyn Fn() -> bool>,
}

impl Entry {
    pub(crate) fn new(
        name: &'static str,
        about: &'static str,
        run: impl Fn() -> bool + 'static,
    ) -> Self {
        let run = Box::new(run);
        Self { name, about, run }
    }
}

/// The result: the nanoseconds per event of each contender in each round.
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    rounds: Vec<f64>,
}

/// A ratio of times: its median over the rounds, and the range of eight of ten rounds.
#[derive(Clone, Copy)]
pub(crate) struct Ratio {
    pub(crate) median: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Table {
    /// Measures contenders in turns. Each run of a contender handles `events` events.
    pub(crate) fn measure(entries: Vec<Entry>, events: usize, effort: Effort) -> Self {
        let runs: Vec<u32> = entries
            .iter()
            .map(|entry| runs_per_turn(entry, effort.turn))
            .collect();
        let mut rows: Vec<Row> = entries
            .iter()
            .map(|entry| Row {
                name: entry.name,
                about: entry.about,
                rounds: Vec::with_capacity(effort.rounds),
            })
            .collect();
        for round in 0..effort.rounds {
            // Each contender follows each other one in some round.
            let step = if round % 2 == 0 { 1 } else { entries.len() - 1 };
            for turn in 0..entries.len() {
                let at = (round + turn * step) % entries.len();
                let (Some(entry), Some(runs), Some(row)) =
                    (entries.get(at), runs.get(at), rows.get_mut(at))
                else {
                    continue;
                };
                let spent = time(entry, *runs).as_nanos() as f64;
                row.rounds.push(spent / f64::from(*runs) / events as f64);
            }
        }
        Self { rows }
    }

    pub(crate) fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }
}

impl Row {
    /// Returns the median in nanoseconds per event.
    pub(crate) fn nanoseconds(&self) -> f64 {
        quantile(&sorted(self.rounds.iter().copied()), 0.5)
    }

    /// Returns this contender's time divided by that of another one.
    pub(crate) fn ratio_to(&self, other: &Self) -> Ratio {
        let pairs = self.rounds.iter().zip(&other.rounds);
        let ratios = sorted(pairs.map(|(ours, theirs)| ours / theirs));
        Ratio {
            median: quantile(&ratios, 0.5),
            low: quantile(&ratios, 0.1),
            high: quantile(&ratios, 0.9),
        }
    }
}

/// Returns how many times a contender runs within its turn. This also warms it up.
fn runs_per_turn(entry: &Entry, turn: Duration) -> u32 {
    let mut runs = 1;
    while runs < 1 << 20 && time(entry, runs) < turn {
        runs *= 2;
    }
    runs
}

fn time(entry: &Entry, runs: u32) -> Duration {
    let start = now();
    for _ in 0..runs {
        let accepted = (entry.run)();
        assert!(accepted, "{} fails", entry.name);
    }
    now().saturating_sub(start)
}

/// Returns the processor time of this thread so far.
fn now() -> Duration {
    // The clock exists on every system that this crate is built for. Without it, all times are zero, and no ratio
    // is a number.
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map_or(Duration::ZERO, Duration::from)
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

fn quantile(sorted: &[f64], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let at = (last as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}
