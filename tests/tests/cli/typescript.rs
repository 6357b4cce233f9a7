//! The package for TypeScript, packed, and used by programs outside the repository.

use std::{
    fs,
    process::Command,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use repository_tests::{registries::everything, targets, tool::root};
use scrapenest_webhooks::signature::sign;
use serde_json::{Value, json};

use super::consumer::Consumer;

const SECRET: &str = "whsec_dGhlIHNlY3JldCBmb3IgdGhlIHBhY2thZ2UncyB0ZXN0cw==";

/// The most bytes of a program that imports one event, minified and compressed.
const MOST_BYTES: usize = 4096;

impl Consumer {
    /// Returns a folder of a consumer, with the packed package in it.
    #[track_caller]
    fn with_package() -> Option<Self> {
        let consumer = Self::empty()?;
        let package = root().join("packages/typescript");
        let folder = consumer.folder.path().to_str().unwrap();
        consumer.run(Command::new("npm").current_dir(package).args([
            "pack",
            "--silent",
            "--pack-destination",
            folder,
        ]));
        let packed = consumer.path("scrapenest-webhooks-0.1.0.tgz");
        let installed = consumer.path("node_modules/@scrapenest");
        fs::create_dir_all(&installed).unwrap();
        consumer.run(
            Command::new("tar")
                .current_dir(&installed)
                .arg("-xzf")
                .arg(packed),
        );
        fs::rename(installed.join("package"), installed.join("webhooks")).unwrap();
        for module in ["@types", "undici-types"] {
            let from = consumer.tools.join("node_modules").join(module);
            std::os::unix::fs::symlink(from, consumer.path("node_modules").join(module)).unwrap();
        }
        consumer.write("package.json", r#"{"type": "module"}"#);
        for file in ["tsconfig.json", "receive.mts", "uses.mts"] {
            let from = root().join("tests/consumers/typescript").join(file);
            fs::copy(from, consumer.path(file)).unwrap();
        }
        Some(consumer)
    }

    /// Returns the program of a package of Node.js.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.tools.join("node_modules/.bin").join(name));
        command.current_dir(self.folder.path());
        command
    }

    /// Returns what the receiver makes of deliveries.
    #[track_caller]
    fn receive(&self, deliveries: &Value) -> String {
        self.write("deliveries.json", &deliveries.to_string());
        self.run(&mut self.program("tsc"));
        self.run(
            Command::new("node")
                .arg("receive.mjs")
                .current_dir(self.folder.path()),
        )
    }
}

fn example(name: &str) -> String {
    let path = root().join("schemas/webhooks/v1/examples").join(name);
    fs::read_to_string(path).unwrap()
}

/// Returns a delivery that was signed some time ago. `change` is made after signing.
fn delivery(name: &str, body: &str, age: Duration, change: impl Fn(String) -> String) -> Value {
    #[expect(
        clippy::disallowed_methods,
        reason = "a receiver compares with the present"
    )]
    let sent = SystemTime::now() - age;
    let headers = sign(SECRET, "msg_1", sent, body.as_bytes()).unwrap();
    let body = change(body.to_owned());
    json!({"name": name, "headers": headers, "body": body, "secret": SECRET})
}

/// Returns deliveries of every shape, and deliveries that a receiver rejects.
pub(super) fn deliveries() -> Value {
    let now = Duration::ZERO;
    let created = example("job.created/queued.json");
    let same = |body: String| body;
    let mut deliveries = vec![
        delivery("created", &created, now, same),
        delivery(
            "succeeded",
            &example("job.completed/succeeded.json"),
            now,
            same,
        ),
        delivery("failed", &example("job.completed/failed.json"), now, same),
        delivery("artifact", &example("artifact.ready/ready.json"), now, same),
        delivery(
            "unknown",
            &created.replace("job.created", "job.paused"),
            now,
            same,
        ),
        delivery("invalid", &created.replace("queued", "done"), now, same),
        delivery("tampered", &created, now, |body| {
            body.replace("queued", "sent")
        }),
        delivery("old", &created, Duration::from_secs(600), same),
    ];
    let mut prefixed = delivery("secret", &created, now, same);
    prefixed["secret"] = "v1,abc".into();
    deliveries.push(prefixed);
    deliveries.into()
}

/// The report that each receiver prints.
pub(super) const RECEIVED: &str = "\
created: created b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905
succeeded: succeeded with 1 artifacts
failed: failed: timeout
artifact: artifact 9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73
unknown: unknown type job.paused
invalid: invalid at data.status
tampered: not verified: no-match
old: not verified: too-old
secret: not verified: version-prefix
";

#[test]
fn a_receiver_in_typescript_tells_deliveries_apart() {
    let Some(consumer) = Consumer::with_package() else {
        return;
    };
    assert_eq!(consumer.receive(&deliveries()), RECEIVED);
}

/// The same texts that the Rust verifier takes and rejects.
#[test]
fn signatures_agree_with_rust() {
    let Some(consumer) = Consumer::with_package() else {
        return;
    };
    consumer.write(
        "sign.mjs",
        r#"
import { sign } from "@scrapenest/webhooks";
const [secret, body] = process.argv.slice(2);
console.log(JSON.stringify(await sign(body, secret, { id: "msg_1", timestamp: 1700000000 })));
"#,
    );
    let sent = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    for body in ["", "{}", "ü\u{1f600}"] {
        let theirs = consumer.run(
            Command::new("node")
                .args(["sign.mjs", SECRET, body])
                .current_dir(consumer.folder.path()),
        );
        let theirs: Value = serde_json::from_str(&theirs).unwrap();
        let ours = sign(SECRET, "msg_1", sent, body.as_bytes()).unwrap();
        let ours: serde_json::Map<String, Value> = ours
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        assert_eq!(theirs, Value::from(ours));
    }
}

/// The file asserts what is promised to a receiver that meets hostile deliveries.
#[test]
fn hostile_deliveries_are_rejected_in_javascript() {
    let Some(consumer) = Consumer::with_package() else {
        return;
    };
    let hostile = root().join("tests/consumers/typescript/hostile.mjs");
    fs::copy(hostile, consumer.path("hostile.mjs")).unwrap();
    let mut node = Command::new("node");
    let ended = consumer.run(node.arg("hostile.mjs").current_dir(consumer.folder.path()));
    assert_eq!(ended, "all assertions hold\n");
}

/// `tsc --strict` takes the lines of `uses.mts`, and rejects those that are marked.
#[test]
fn lines_that_must_not_compile_do_not() {
    let Some(consumer) = Consumer::with_package() else {
        return;
    };
    consumer.run(&mut consumer.program("tsc"));
    let uses = fs::read_to_string(consumer.path("uses.mts")).unwrap();
    assert!(uses.matches("@ts-expect-error").count() >= 5);
}

/// Every family of the registry with every construct.
#[test]
fn declarations_of_everything_are_strict() {
    let Some(consumer) = Consumer::empty() else {
        return;
    };
    let (api, _) = schema_codegen::lower(&everything());
    for artifact in targets::typescript(&api) {
        consumer.write(&artifact.path, &artifact.text);
    }
    consumer.write("package.json", r#"{"type": "module"}"#);
    consumer.write(
        "tsconfig.json",
        r#"{"compilerOptions": {"strict": true, "noEmit": true, "module": "nodenext", "lib": ["es2023"], "types": [], "skipLibCheck": false}}"#,
    );
    let listed = consumer.run(consumer.program("tsc").arg("--listFilesOnly"));
    assert!(listed.matches("/v1/").count() > 20, "{listed}");
    consumer.run(&mut consumer.program("tsc"));
}

#[test]
fn one_event_costs_little() {
    let Some(consumer) = Consumer::with_package() else {
        return;
    };
    for name in ["JobCreatedEvent", "JobCompletedEvent", "ArtifactReadyEvent"] {
        let text = format!(
            "import {{ {name} }} from \"@scrapenest/webhooks/v1\";\nglobalThis.read = {name}.parseText;\n"
        );
        consumer.write("one.mjs", &text);
        consumer.run(consumer.program("esbuild").args([
            "one.mjs",
            "--bundle",
            "--minify",
            "--format=esm",
            "--outfile=one.min.js",
        ]));
        let size = consumer.run(
            Command::new("node")
                .args(["--print", "require('zlib').gzipSync(require('fs').readFileSync('one.min.js'), { level: 9 }).length"])
                .current_dir(consumer.folder.path()),
        );
        let size: usize = size.trim().parse().unwrap();
        assert!(size <= MOST_BYTES, "{name}: {size} bytes");
    }
}
