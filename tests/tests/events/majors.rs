//! One reader for all major versions of a family.

use std::{fs, path::Path};

use repository_tests::{
    generated::words::{AnyEvent, Lift, v1, v2, v3},
    tool::root,
};
use schema_runtime::ReadEvent;

/// Reads every valid example of a major version, with some change of its text.
fn examples(major: &str, change: impl Fn(serde_json::Value) -> serde_json::Value) -> Vec<AnyEvent> {
    let folder = root().join("tests/fixtures/everything/words").join(major);
    let mut events = Vec::new();
    let mut cases = Vec::new();
    for event in fs::read_dir(folder.join("examples")).unwrap() {
        let files = fs::read_dir(event.unwrap().path()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        cases.extend(files.filter(|file: &std::path::PathBuf| is_json(file)));
    }
    assert!(!cases.is_empty());
    for file in cases {
        let body = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let body = change(body).to_string();
        let event = AnyEvent::from_slice(body.as_bytes());
        events.push(event.unwrap());
    }
    events
}

/// Returns a change that makes a body name a major version.
fn told(major: u32) -> impl Fn(serde_json::Value) -> serde_json::Value {
    move |mut body| {
        body["version"] = format!("{major}.0.0").into();
        body
    }
}

fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "json")
}

#[test]
fn an_event_is_read_as_the_major_version_that_it_names() {
    for (major, name) in [(1, "v1"), (2, "v2")] {
        for event in examples(name, told(major)) {
            assert_eq!(event.major(), major, "{event:?}");
        }
    }
    // The version may be anywhere, and without it, the path of the schema is used.
    let last = br#"{"event_type": "none.of.them", "data": {}, "version": "1.0.0"}"#;
    assert_eq!(AnyEvent::from_slice(last).unwrap().major(), 1);
    let path =
        br#"{"event_type": "none.of.them", "data": {}, "schema_ref": "schemas/words/v1/x.json"}"#;
    assert_eq!(AnyEvent::from_slice(path).unwrap().major(), 1);
}

#[test]
fn an_event_that_names_no_major_version_is_read_as_the_newest_that_accepts_it() {
    let body = br#"{"event_type": "none.of.them", "data": {}}"#;
    assert_eq!(AnyEvent::from_slice(body).unwrap().major(), 3);
    let error = AnyEvent::from_slice(br#"{"event_type": 3, "data": {}}"#).unwrap_err();
    assert_eq!(error.path(), "event_type");
    // For an unknown version, the error is that of the newest.
    let later = br#"{"event_type": "none.of.them", "version": "9.0.0", "data": []}"#;
    assert_eq!(AnyEvent::from_slice(later).unwrap_err().path(), "data");
}

#[test]
fn a_major_version_that_knows_the_event_comes_before_a_newer_one_that_does_not() {
    let unnamed = |mut body: serde_json::Value| {
        let members = body.as_object_mut().unwrap();
        members.remove("version");
        members.remove("schema_ref");
        body
    };
    let mut of_first = 0;
    for event in examples("v1", unnamed) {
        of_first += u32::from(event.major() == 1);
        assert!(!matches!(event, AnyEvent::V3(_)), "{event:?}");
    }
    assert!(of_first > 0);
}

/// Counts the steps.
struct Steps(u32);

impl Lift for Steps {
    type Error = String;

    fn v1_to_v2(&mut self, event: v1::Event) -> Result<v2::Event, String> {
        self.0 += 1;
        match event.data {
            v1::Data::Unknown(unknown) => again(&unknown.event_type, "2.0.0"),
            other => Err(format!("{other:?} has no counterpart")),
        }
    }

    fn v2_to_v3(&mut self, event: v2::Event) -> Result<v3::Event, String> {
        self.0 += 1;
        again(event.event_type().as_str(), "3.0.0")
    }
}

fn again<E: std::str::FromStr<Err = schema_runtime::Error>>(
    event_type: impl std::fmt::Display,
    version: &str,
) -> Result<E, String> {
    body(event_type, version)
        .parse()
        .map_err(|error: schema_runtime::Error| error.to_string())
}

/// Returns a body that every major version accepts.
fn body(event_type: impl std::fmt::Display, version: &str) -> String {
    format!(
        r#"{{"event_type": "{event_type}", "version": "{version}", "dictionary": "everything", "data": {{}}}}"#
    )
}

#[test]
fn an_event_is_lifted_step_by_step() {
    for (version, steps) in [("1.0.0", 2), ("2.0.0", 1), ("3.0.0", 0)] {
        let body = body("none.of.them", version);
        let mut lift = Steps(0);
        let newest = AnyEvent::from_slice(body.as_bytes())
            .unwrap()
            .into_newest(&mut lift);
        let newest = newest.unwrap();
        assert_eq!(
            (newest.event_type().as_str(), lift.0),
            ("none.of.them", steps)
        );
    }
    let mut known = examples("v1", told(1));
    known.retain(|event| !matches!(event, AnyEvent::V1(event) if event.data.is_unknown()));
    let refused = known.swap_remove(0).into_newest(&mut Steps(0));
    assert!(refused.unwrap_err().contains("has no counterpart"));
}

/// Code that is generic over events accepts those of any major version, too.
#[test]
fn an_event_of_any_major_version_is_read_and_written_as_others_are() {
    fn read<'b, E: ReadEvent<'b>>(body: &'b [u8]) -> Result<E, schema_runtime::Error> {
        E::from_slice(body)
    }
    let bodies = ["1.0.0", "2.0.0", "3.0.0"].map(|version| body("none.of.them", version));
    for (body, major) in bodies.iter().zip(1..) {
        let event = read::<AnyEvent>(body.as_bytes()).unwrap();
        assert_eq!(event.major(), major);
        assert_eq!(body.parse::<AnyEvent>().unwrap(), event);
        assert_eq!(AnyEvent::try_from(body.as_bytes()).unwrap(), event);
        let written: serde_json::Value = serde_json::to_value(&event).unwrap();
        let sent: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(written, sent);
    }
    let lines = bodies.join("\n");
    let majors = AnyEvent::from_lines(lines.as_bytes()).map(|event| event.unwrap().major());
    assert_eq!(majors.collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn a_constant_of_the_envelope_is_checked_and_written() {
    let event: v2::Event = body("none.of.them", "2.0.0").parse().unwrap();
    let written = serde_json::to_value(&event).unwrap();
    assert_eq!(written["dictionary"], "everything");
    let other = body("none.of.them", "2.0.0").replace("everything", "another");
    let error = other.parse::<v2::Event>().unwrap_err();
    assert_eq!(error.path(), "dictionary");
    assert!(error.to_string().contains("`everything`"), "{error}");
    let missing = r#"{"event_type": "none.of.them", "version": "2.0.0", "data": {}}"#;
    let error = missing.parse::<v2::Event>().unwrap_err();
    assert!(
        error.to_string().contains("missing field `dictionary`"),
        "{error}"
    );
    let twice =
        body("none.of.them", "2.0.0").replace(r#""data""#, r#""dictionary": "everything", "data""#);
    let error = twice.parse::<v2::Event>().unwrap_err();
    assert!(
        error.to_string().contains("duplicate field `dictionary`"),
        "{error}"
    );
}
