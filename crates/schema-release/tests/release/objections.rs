use schema_registry::{
    diagnostic::{Diagnostic, Location},
    resolve::resolve,
    rules::{INVALID_EXAMPLE, NAME_COLLISION},
    source::Source,
};
use schema_release::objections::{about_name, added};

use crate::fixture;

fn finding(message: &str, pointer: &str) -> Diagnostic {
    let source = Source {
        path: "schemas/a.json".into(),
        text: "{}".into(),
        root: None,
    };
    Diagnostic::new(&INVALID_EXAMPLE, message).at(Location::at_pointer(&source, pointer))
}

fn messages(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|it| it.message.as_str()).collect()
}

#[test]
fn findings_of_before_are_not_added() {
    let before = [finding("one", "/a")];
    let after = [
        finding("one", "/a"),
        finding("one", "/b"),
        finding("two", "/a"),
    ];
    let findings = added(&before, &after);
    assert_eq!(messages(&findings), ["one", "two"]);
    assert_eq!(findings[0].location.as_ref().unwrap().pointer, "/b");
}

#[test]
fn a_rejected_name_is_the_only_objection() {
    let registry = resolve(fixture("webhooks"));
    let family = &registry.families[0];
    let collision = Diagnostic::new(&NAME_COLLISION, "collides");
    let of_type = finding("rejected", "/event_type").help("it matches `x`; fix the example");
    let other = finding("other", "/data");
    let all = vec![other.clone(), collision.clone(), of_type];
    let findings = about_name(all, family, "a");
    assert_eq!(messages(&findings), ["rejected"]);
    assert!(findings[0].location.is_none());
    assert_eq!(
        findings[0].help.as_deref(),
        Some("it matches `x`; choose another name than `a`")
    );
    let findings = about_name(vec![other.clone(), collision], family, "a");
    assert_eq!(messages(&findings), ["collides"]);
    assert_eq!(
        findings[0].help.as_deref(),
        Some("choose another name than `a`")
    );
    let findings = about_name(vec![other.clone(), other], family, "a");
    assert_eq!(messages(&findings), ["other", "other"]);
}
