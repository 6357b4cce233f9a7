//! The time and the memory that the tool needs for registries of many events, beside generators of other projects.
//!
//! Each command runs in a process of its own, which is measured as a whole. The generators of other projects get one
//! document with all events; they are found in the folder that `TOOL_PEERS` names, else in `target/tool-peers`:
//!
//! ```console
//! $ cd target/tool-peers
//! $ npm install quicktype json-schema-to-typescript
//! $ python3 -m venv venv && venv/bin/pip install datamodel-code-generator
//! $ cargo install --root . cargo-typify
//! ```

#[path = "../../../src/synthetic.rs"]
mod synthetic;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use nix::sys::resource::{UsageWho, getrusage};
use serde_json::{Map, Value, json};
use synthetic::{Size, files};

/// The page that is written.
const PAGE: &str = "docs/benchmarks/tool.md";

/// The argument with which this program measures one command.
const MEASURE: &str = "measure";

/// The numbers of events.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// The cost of a command.
struct Cost {
    /// Seconds of processor time, of the command and of all that it started.
    processor: f64,
    /// Seconds by the clock.
    clock: f64,
    /// The most MiB of memory of one process.
    memory: f64,
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    if arguments.get(1).is_some_and(|first| first == MEASURE) {
        measure(&arguments[2..]);
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let built = Command::new("cargo")
        .args(["build", "--release", "--bin", "schemas"])
        .current_dir(&root)
        .status();
    assert!(built.unwrap().success(), "the tool was not built");
    let schemas = root.join("target/release/schemas").canonicalize().unwrap();
    let mut page = String::from(
        "# The tool on many events\n\n<!-- Written by `cargo bench --manifest-path tests/peers/Cargo.toml --bench tool`. \
         Changes made here are lost. -->\n\nRegistries come from `tests/src/synthetic.rs`: events with eight fields and types of \
         their own, one family, one major version. Processor time is that of the command and of all that it starts, such as \
         `rustfmt`; memory is the most of one process. The tool is built with `--release`.\n\n",
    );
    page.push_str(&format!("- Processor: {}\n\n", processor()));
    page.push_str("## The tool\n\n| Events | Command | Processor, s | Clock, s | Memory, MiB |\n| ---: | --- | ---: | ---: | ---: |\n");
    let mut firsts = Vec::new();
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("schemas"), size);
        let run = |arguments: &[&str]| {
            let mut command = vec![schemas.display().to_string()];
            command.extend(arguments.iter().map(|it| (*it).to_owned()));
            cost(&command, folder.path())
        };
        let first = run(&["codegen"]);
        let again = run(&["codegen"]);
        let check = run(&["check"]);
        for (what, cost) in [
            ("`codegen`, Rust and reference", &first),
            ("`codegen` again, nothing changed", &again),
            ("`check`", &check),
        ] {
            page.push_str(&format!("| {size} | {what} | {} |\n", shown(cost)));
        }
        firsts.push(first.processor);
        if size == 1_000 {
            let lines = lines(&folder.path().join("out"));
            page.push_str(&format!("| | {lines} lines of Rust and Markdown | | | |\n"));
        }
    }
    let ratio = firsts[2] / firsts[1];
    page.push_str(&format!(
        "\nTen times the events take {ratio:.1} times the processor time.\n\n## Beside other generators, 1,000 events\n\nNone of \
         them documents the events or checks the schemas.\n\n| Generator | Processor, s | Clock, s | Memory, MiB | Lines |\n\
         | --- | ---: | ---: | ---: | ---: |\n"
    ));
    for (name, cost, lines) in peers(&root) {
        match cost {
            Some(cost) => page.push_str(&format!("| {name} | {} | {lines} |\n", shown(&cost))),
            None => page.push_str(&format!("| {name} | not installed, or it failed | | | |\n")),
        }
    }
    let path = root.join(PAGE);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, &page).unwrap();
    println!("{page}");
}

fn shown(cost: &Cost) -> String {
    format!(
        "{:.2} | {:.2} | {:.0}",
        cost.processor, cost.clock, cost.memory
    )
}

/// Writes a registry.
fn write(folder: &Path, events: usize) {
    for (path, text) in files(Size::of_events(events)) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Runs the generators of other projects on one document with all payloads.
fn peers(root: &Path) -> Vec<(&'static str, Option<Cost>, usize)> {
    let tools = env::var_os("TOOL_PEERS").map(PathBuf::from);
    let tools = tools.unwrap_or_else(|| root.join("target/tool-peers"));
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("all.json");
    let mut definitions = Map::new();
    for (path, text) in files(Size::of_events(1_000)) {
        if path.ends_with(".done.json") {
            let schema: Value = serde_json::from_str(&text).unwrap();
            let own = schema["$defs"].as_object().unwrap().clone();
            definitions.extend(own);
        }
    }
    let names = definitions
        .keys()
        .map(|name| json!({ "$ref": format!("#/$defs/{name}") }));
    let all = json!({ "title": "All", "oneOf": names.collect::<Vec<_>>(), "$defs": definitions });
    fs::write(&input, all.to_string()).unwrap();
    let input = input.display().to_string();
    let tool = |path: &str| tools.join(path).display().to_string();
    let out = |name: &str| folder.path().join(name).display().to_string();
    let commands: [(&str, String, Vec<String>); 4] = [
        (
            "cargo-typify",
            out("typify.rs"),
            vec![
                tool("bin/cargo-typify"),
                "typify".into(),
                input.clone(),
                "--output".into(),
                out("typify.rs"),
            ],
        ),
        (
            "quicktype (TypeScript)",
            out("quick.ts"),
            vec![
                tool("node_modules/.bin/quicktype"),
                "--src-lang".into(),
                "schema".into(),
                "--lang".into(),
                "typescript".into(),
                input.clone(),
                "--out".into(),
                out("quick.ts"),
            ],
        ),
        (
            "json-schema-to-typescript",
            out("json2ts.d.ts"),
            vec![
                tool("node_modules/.bin/json2ts"),
                "-i".into(),
                input.clone(),
                "-o".into(),
                out("json2ts.d.ts"),
            ],
        ),
        (
            "datamodel-code-generator",
            out("models.py"),
            vec![
                tool("venv/bin/datamodel-codegen"),
                "--input".into(),
                input.clone(),
                "--input-file-type".into(),
                "jsonschema".into(),
                "--output-model-type".into(),
                "pydantic_v2.BaseModel".into(),
                "--output".into(),
                out("models.py"),
            ],
        ),
    ];
    commands
        .into_iter()
        .map(|(name, output, command)| {
            let is_there = Path::new(&command[0]).exists();
            let cost = is_there.then(|| cost(&command, folder.path()));
            let lines = fs::read_to_string(&output).map_or(0, |text| text.lines().count());
            (name, cost.filter(|_| lines > 0), lines)
        })
        .collect()
}

/// Measures a command in a process that does nothing else.
fn cost(command: &[String], folder: &Path) -> Cost {
    let output = Command::new(env::current_exe().unwrap())
        .arg(MEASURE)
        .args(command)
        .current_dir(folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let numbers: Vec<f64> = text
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    match numbers.as_slice() {
        [processor, clock, memory] => Cost {
            processor: *processor,
            clock: *clock,
            memory: *memory,
        },
        _ => panic!("{command:?}: {text}"),
    }
}

/// Runs a command, and prints what it took.
fn measure(command: &[String]) {
    let start = Instant::now();
    let status = Command::new(&command[0])
        .args(&command[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let clock = start.elapsed().as_secs_f64();
    // `check` finds that there are no examples.
    assert!(
        status.is_ok_and(|status| matches!(status.code(), Some(0 | 1))),
        "{command:?}"
    );
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds =
        |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let processor = seconds(usage.user_time()) + seconds(usage.system_time());
    println!("{processor} {clock} {}", usage.max_rss() as f64 / 1024.0);
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let name = name.map_or("unknown", |name| name.trim_start_matches([' ', '\t', ':']));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{name}, {threads} threads")
}

/// The lines of all files below a folder.
fn lines(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().flatten();
    entries
        .map(|entry| match entry.path() {
            path if path.is_dir() => lines(&path),
            path => fs::read_to_string(path).map_or(0, |text| text.lines().count()),
        })
        .sum()
}
