//! Compares the same pairs of schemas with `schema-compat` and with `jsoncompat`, and writes the verdicts to
//! `docs/comparison-benchmarks.md`:
//!
//! ```sh
//! cargo run --release --manifest-path tests/compat-peers/Cargo.toml -- FOLDER
//! ```
//!
//! The folder, or the one in `COMPAT_PAIRS`, has files of JSON lines, each with `id`, `draft`, `writer` and
//! `reader`. With `--print`, the page is only printed.

mod draft;
mod tools;

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use jsonschema::Validator;
use serde_json::Value;

use self::tools::{Answer, TOOLS};

/// One question, in draft 2020-12.
pub struct Pair {
    pub writer: Value,
    pub reader: Value,
}

/// The verdicts of one tool about a set.
#[derive(Default)]
struct Column {
    compatible: usize,
    breaking: usize,
    undecided: usize,
    failed: usize,
    wrong: Vec<String>,
    times: Vec<Duration>,
    witnesses: Vec<usize>,
    /// The pairs that every tool shows to break.
    common: Vec<usize>,
}

#[allow(
    clippy::disallowed_methods,
    reason = "the page is written for a person who looks at it"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_printed = arguments.iter().any(|it| it == "--print");
    let folder = arguments.into_iter().find(|it| !it.starts_with("--"));
    let folder = folder
        .or_else(|| std::env::var("COMPAT_PAIRS").ok())
        .ok_or("name a folder with pairs, or set `COMPAT_PAIRS`")?;
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
    files.sort();
    if files.is_empty() {
        return Err(format!("`{folder}` has no files of JSON lines").into());
    }
    let mut page = INTRODUCTION.to_owned();
    for file in files {
        page.push_str(&compared(&file)?);
    }
    print!("{page}");
    if !is_printed {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        fs::write(root.join("docs/comparison-benchmarks.md"), page)?;
    }
    Ok(())
}

const INTRODUCTION: &str = "\
# What two comparisons decide

`cargo run --release --manifest-path tests/compat-peers/Cargo.toml -- FOLDER` wrote this page. It puts the same pairs to
`schema-compat` and to `jsoncompat` 0.5.0: does the reader accept everything that the writer's schema does? Schemas of
older drafts are rewritten in draft 2020-12 first, which is what `jsoncompat` reads, and formats are annotations. A
writer that accepts nothing is compatible with every reader.

- *Failed*: an error, a panic, or no answer within 20 seconds.
- *Wrong*: breaking with a document that the validators of both schemas do not confirm, or compatible although they
  confirm a document that either tool shows.
- *Witness*: the bytes of the documents that show a break, as compact JSON.
";

/// Returns the table of one set.
fn compared(file: &Path) -> Result<String, Box<dyn Error>> {
    let mut columns: Vec<Column> = TOOLS.iter().map(|_| Column::default()).collect();
    let (mut pairs, mut left_out) = (0, 0);
    for line in fs::read_to_string(file)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let pair = Pair {
            writer: draft::modern(&line["writer"], &line["draft"]),
            reader: draft::modern(&line["reader"], &line["draft"]),
        };
        let (Some(writer), Some(reader)) = (validator(&pair.writer), validator(&pair.reader))
        else {
            left_out += 1;
            continue;
        };
        pairs += 1;
        let shows = |document: &Value| writer.is_valid(document) && !reader.is_valid(document);
        let answers: Vec<_> = TOOLS.iter().map(|tool| tool.ask(&pair)).collect();
        let shown = answers.iter().find_map(|(answer, _)| match answer {
            Answer::Breaking(document) if shows(document) => Some(document.clone()),
            _ => None,
        });
        let is_common = answers
            .iter()
            .all(|(it, _)| matches!(it, Answer::Breaking(_)));
        for (column, (answer, time)) in columns.iter_mut().zip(answers) {
            column.times.push(time);
            match answer {
                Answer::Compatible => {
                    column.compatible += 1;
                    if let Some(document) = &shown {
                        column.wrong.push(format!("{}: {document}", line["id"]));
                    }
                }
                Answer::Breaking(document) => {
                    column.breaking += 1;
                    let size = document.to_string().len();
                    column.witnesses.push(size);
                    column.common.extend(is_common.then_some(size));
                    if !shows(&document) {
                        column.wrong.push(format!("{}: {document}", line["id"]));
                    }
                }
                Answer::Undecided => column.undecided += 1,
                Answer::Failed(reason) => {
                    eprintln!("{}: {reason}", line["id"]);
                    column.failed += 1;
                }
            }
        }
    }
    for (tool, column) in TOOLS.iter().zip(&columns) {
        for wrong in &column.wrong {
            eprintln!("{} is wrong about {wrong}", tool.name);
        }
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    table(&name, pairs, left_out, &mut columns)
}

fn validator(schema: &Value) -> Option<Validator> {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(false)
        .offline()
        .build(schema)
        .ok()
}

fn table(
    name: &str,
    pairs: usize,
    left_out: usize,
    columns: &mut [Column],
) -> Result<String, Box<dyn Error>> {
    let mut text = format!("\n## {name}: {pairs} pairs\n\n");
    if left_out > 0 {
        writeln!(text, "{left_out} more are not schemas of draft 2020-12.\n")?;
    }
    let names: Vec<&str> = TOOLS.iter().map(|tool| tool.name).collect();
    writeln!(text, "| | {} |", names.join(" | "))?;
    writeln!(text, "|---|{}", "---|".repeat(names.len()))?;
    for column in &mut *columns {
        column.times.sort();
        column.witnesses.sort_unstable();
        column.common.sort_unstable();
    }
    let mut row = |name: &str, cell: &dyn Fn(&Column) -> String| {
        let cells: Vec<String> = columns.iter().map(cell).collect();
        writeln!(text, "| {name} | {} |", cells.join(" | "))
    };
    row("decided", &|it| (it.compatible + it.breaking).to_string())?;
    row("compatible", &|it| it.compatible.to_string())?;
    row("breaking", &|it| it.breaking.to_string())?;
    row("undecided", &|it| it.undecided.to_string())?;
    row("failed", &|it| it.failed.to_string())?;
    row("wrong", &|it| it.wrong.len().to_string())?;
    row("median time", &|it| time(middle(&it.times)))?;
    row("worst time", &|it| time(it.times.last()))?;
    row("median witness", &|it| bytes(middle(&it.witnesses)))?;
    row("the same, where both show one", &|it| {
        bytes(middle(&it.common))
    })?;
    row("all of these together", &|it| {
        bytes(Some(&it.common.iter().sum()))
    })?;
    row("largest witness", &|it| bytes(it.witnesses.last()))?;
    Ok(text)
}

fn middle<T>(sorted: &[T]) -> Option<&T> {
    sorted.get(sorted.len() / 2)
}

fn time(time: Option<&Duration>) -> String {
    time.map_or("–".into(), |time| match time.as_micros() {
        micros if micros < 1_000 => format!("{micros} µs"),
        micros => format!("{:.1} ms", micros as f64 / 1_000.0),
    })
}

fn bytes(count: Option<&usize>) -> String {
    count.map_or("–".into(), |count| format!("{count} bytes"))
}
