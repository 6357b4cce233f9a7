//! Consequences of the name of a file, of a release, and of the position of a finding.

use schema_registry::{load, released, resolve, revision::Revision};
use serde_json::json;

use super::fixture::{Fixture, rule};
use crate::{EXAMPLE, PLACED};

const CLOSED: &str = "orders/v1/order.closed.json";

/// No explanation suggests an allowance if a schema has no room for it.
#[test]
fn findings_in_examples_cannot_be_allowed() {
    for name in [
        "accepted-invalid-example",
        "invalid-example",
        "other-layout",
        "undeclared-member",
    ] {
        assert!(!rule(name).is_negotiable(), "{name}");
        assert!(rule(name).has_settable_severity(), "{name}");
    }
    let broken = || Fixture::base().replace(EXAMPLE, "\"item_count\": 1", "\"item_count\": 0");
    assert!(broken().codes().contains("invalid-example"));
    let off = broken().append("registry.toml", "\n[lints]\ninvalid-example = \"off\"\n");
    assert_eq!(off.render(), "no findings");
}

/// The name is the only finding, and the suggested name is that of an event.
#[test]
fn a_wrong_name_of_a_file_is_one_finding() {
    for (name, help) in [
        ("order placed", "such as `job.created.json`"),
        ("Order.Sent", "rename the file to `order.sent.json`"),
        ("order sent", "rename the file to `order.sent.json`"),
        ("order.envoyé", "such as `job.created.json`"),
    ] {
        let base = Fixture::base();
        // Its own definition and constants are right, as far as possible.
        let text = base.read(PLACED).replace("order.placed", "order.sent");
        let text = text.replace("placed_order", "sent_order");
        let mut fixture = base.write(&format!("orders/v1/{name}.json"), &text);
        fixture.lowered = true;
        let found = fixture.findings();
        let [finding] = found.as_slice() else {
            panic!("{name}:\n{}", fixture.render());
        };
        assert_eq!(finding.code, "non-snake-case-name");
        let offered = finding.help.as_deref().unwrap();
        assert!(offered.contains(help), "{name}: {offered}");
    }
}

/// Opening a set that readers have would break the promise to them.
#[test]
fn a_released_set_stays_closed() {
    let flagged = || Fixture::of(rule("closed-set"), "flagged");
    assert!(flagged().codes().contains("closed-set"));
    let registry = resolve::resolve(load::load(flagged().path(), "schemas").unwrap());
    let mut events = registry.events();
    let (_, _, event) = events.find(|it| it.2.event_type == "order.closed").unwrap();
    let revision = Revision::first(1);
    let bundle = registry.release_bundle(&event.schema, revision).unwrap();
    let text = released::canonical_text(&bundle);
    let index = json!({
        "releases": [{
            "event": "order.closed", "revision": "1.0.0", "date": "2026-01-02",
            "sha256": released::digest(&text), "notes": "First revision.",
        }],
    });
    let released = flagged()
        .write("orders/v1/released/order.closed/1.0.0.json", &text)
        .write(
            "orders/v1/released/index.json",
            &released::canonical_text(&index),
        );
    assert_eq!(released.render(), "no findings");
    // A set that is not released can still be opened.
    let another = released.replace(CLOSED, "\"stock\"", "\"supply\"");
    assert!(another.codes().contains("closed-set"));
}
