//! The package for Python, built as a wheel, and used by programs outside the repository.

use std::{fs, process::Command};

use repository_tests::{registries::everything, targets, tool::root};

use super::{
    consumer::Consumer,
    typescript::{RECEIVED, deliveries},
};

impl Consumer {
    /// Returns a folder of a consumer, with the wheel unpacked in it.
    #[track_caller]
    fn with_wheel() -> Option<Self> {
        let consumer = Self::empty()?;
        let package = root().join("packages/python");
        let wheels = consumer.path("wheels");
        consumer.run(
            consumer
                .python()
                .args([
                    "-m",
                    "pip",
                    "wheel",
                    "--quiet",
                    "--no-deps",
                    "--no-build-isolation",
                ])
                .arg("--wheel-dir")
                .arg(&wheels)
                .arg(package),
        );
        let wheel = wheels.join("scrapenest_webhooks-0.1.0-py3-none-any.whl");
        consumer.run(
            consumer
                .python()
                .args(["-m", "zipfile", "-e"])
                .arg(wheel)
                .arg(consumer.path("")),
        );
        for file in ["receive.py", "uses.py", "hostile.py"] {
            let from = root().join("tests/consumers/python").join(file);
            fs::copy(from, consumer.path(file)).unwrap();
        }
        Some(consumer)
    }

    fn python(&self) -> Command {
        let mut command = Command::new(self.tools.join("bin/python"));
        command.current_dir(self.folder.path());
        command
    }

    fn pyright(&self) -> Command {
        let mut command = Command::new(self.tools.join("node_modules/.bin/pyright"));
        command.current_dir(self.folder.path());
        command
            .arg("--pythonpath")
            .arg(self.tools.join("bin/python"));
        command
    }

    /// Has both type checkers read files in their strictest modes.
    #[track_caller]
    fn check_types(&self, files: &[&str]) {
        self.write("pyrightconfig.json", r#"{"typeCheckingMode": "strict"}"#);
        self.run(self.pyright().args(files));
        self.run(
            self.python()
                .args(["-m", "mypy", "--strict", "--no-incremental"])
                .args(files),
        );
    }
}

#[test]
fn a_receiver_in_python_tells_deliveries_apart() {
    let Some(consumer) = Consumer::with_wheel() else {
        return;
    };
    consumer.write("deliveries.json", &deliveries().to_string());
    assert_eq!(consumer.run(consumer.python().arg("receive.py")), RECEIVED);
}

/// The file asserts what is promised to a receiver that meets hostile deliveries.
#[test]
fn hostile_deliveries_are_rejected_in_python() {
    let Some(consumer) = Consumer::with_wheel() else {
        return;
    };
    let ended = consumer.run(consumer.python().args(["-W", "error", "hostile.py"]));
    assert_eq!(ended, "all assertions hold\n");
}

/// `mypy --strict` takes the lines of `uses.py`, and rejects those that are marked: a mark without an error is one.
#[test]
fn types_of_the_package_are_strict() {
    let Some(consumer) = Consumer::with_wheel() else {
        return;
    };
    consumer.check_types(&["scrapenest_webhooks", "receive.py"]);
    consumer.run(
        consumer
            .python()
            .args(["-m", "mypy", "--strict", "--no-incremental", "uses.py"]),
    );
    let uses = fs::read_to_string(consumer.path("uses.py")).unwrap();
    assert!(uses.matches("type: ignore[").count() >= 5);
}

/// Every family of the registry with every construct.
#[test]
fn types_of_everything_are_strict() {
    let Some(consumer) = Consumer::empty() else {
        return;
    };
    let (api, _) = schema_codegen::lower(&everything());
    for artifact in targets::python(&api) {
        consumer.write(&artifact.path, &artifact.text);
    }
    let families: Vec<&str> = api
        .families
        .iter()
        .map(|family| family.name.as_str())
        .collect();
    consumer.check_types(&families);
}
