//! Requirements for `registry.toml`, on both sides of each, and the positions of findings.

use super::fixture::Fixture;

/// Returns the findings about the base's configuration with some lines replaced: the messages, and the text that
/// each points to.
#[track_caller]
fn found(old: &str, new: &str) -> Vec<(String, String)> {
    let fixture = Fixture::base().replace("registry.toml", old, new);
    let findings = fixture.findings().into_iter();
    let findings = findings.filter(|finding| finding.code == "invalid-config");
    let shown = findings.map(|finding| {
        let place = finding.location.unwrap();
        let text = place.source.text.get(place.span).unwrap();
        (finding.message, text.to_owned())
    });
    shown.collect()
}

#[track_caller]
fn assert_one(old: &str, new: &str, message: &str, place: &str) {
    assert_eq!(
        found(old, new),
        [(message.to_owned(), place.to_owned())],
        "{new}"
    );
}

const BASE_URI: &str = "\"https://schemas.example.com/\"";
const TITLE: &str = "title = \"Order events\"";

#[test]
fn addresses_are_those_of_web_sites() {
    for address in [
        "https://a.example/",
        "http://a.example/",
        "https://a.example/b/c/",
        "https://a.example/@b/",
    ] {
        assert_eq!(found(BASE_URI, &format!("'{address}'")), [], "{address}");
    }
    for address in [
        "https://u@a.example/",
        "https://u:p@a.example/",
        "ftp://u@a/",
    ] {
        let message = "`base-uri` has the name of a user, or a password";
        assert_one(BASE_URI, &format!("'{address}'"), message, "base-uri");
    }
    for address in [
        "",
        "https://",
        "ftp://a.example/",
        "a.example/",
        "https:/a.example/",
        "https://a b/",
        "https://a?b/",
        "https://a#b/",
        r"https://a\b/",
    ] {
        let message = format!("`{address}` is not the address of a web site");
        assert_one(BASE_URI, &format!("'{address}'"), &message, "base-uri");
    }
    assert_one(
        BASE_URI,
        "'https://a.example'",
        "`base-uri` has to end in `/`, and is `https://a.example`",
        "base-uri",
    );
}

#[test]
fn folders_of_targets_lead_out_of_the_registry() {
    let output = |path: &str| format!("{TITLE}\ntargets.rust.folder = '{path}'");
    for path in [
        "../out",
        "../a/../out",
        "./../out",
        ".//../out",
        "a/../../out",
    ] {
        assert_eq!(found(TITLE, &output(path)), [], "{path}");
    }
    for path in ["", "/out", r"..\out", "c:/out", "../a:b"] {
        let message = format!("`{path}` is not a path relative to this file");
        let fixture = found(TITLE, &output(path));
        assert_eq!(fixture.len(), 1, "{path}");
        assert_eq!(fixture[0].0, message);
    }
    for path in ["out", ".", "a/../out", "../a/../SELF/out"] {
        let fixture = Fixture::base();
        let folder = fixture.path().file_name().unwrap().to_str().unwrap();
        let path = path.replace("SELF", folder);
        let fixture = fixture.replace("registry.toml", TITLE, &output(&path).replace('\'', "\""));
        let found: Vec<String> = fixture
            .findings()
            .into_iter()
            .map(|it| it.message)
            .collect();
        assert_eq!(
            found,
            [format!(
                "`{path}` leads into the registry, which is for schemas alone"
            )]
        );
    }
    assert_one(
        TITLE,
        &format!("{TITLE}\ntargets.markdown.folder = \"/docs\""),
        "`/docs` is not a path relative to this file",
        "\"/docs\"",
    );
}

#[test]
fn changelogs_are_pages() {
    let changelog = |path: &str| format!("{TITLE}\nchangelog = \"{path}\"");
    for path in ["../CHANGELOG.md", "./../a/../b.md", "../a.b/c.md"] {
        assert_eq!(found(TITLE, &changelog(path)), [], "{path}");
    }
    for path in [
        "../CHANGELOG",
        "../a.txt",
        "../.md",
        "../.git/a.md",
        "../..a/b.md",
    ] {
        let message = format!("`{path}` is not a Markdown file");
        let place = format!("\"{path}\"");
        assert_one(TITLE, &changelog(path), &message, &place);
    }
}

#[test]
fn names_are_known() {
    assert_one(
        TITLE,
        &format!("{TITLE}\n[lints]\nno-such-rule = \"off\""),
        "there is no rule `no-such-rule`",
        "no-such-rule",
    );
    assert_one(
        TITLE,
        &format!("{TITLE}\n[lints]\ninvalid-json = \"off\""),
        "the severity of `invalid-json` is fixed",
        "invalid-json",
    );
    assert_one(
        "[families.orders]",
        "[families.MoreOrders]\ntitle = \"More\"\n[families.orders]",
        "`MoreOrders` is not a name in snake case",
        "MoreOrders",
    );
}

/// A registry can set the limits of a check within bounds.
#[test]
fn limits_have_a_maximum() {
    for (limit, most) in [
        ("time-ms", 600_000),
        ("memory-mib", 16_384),
        ("stack-mib", 4_096),
    ] {
        let new = |value: u32| format!("[comparison]\n{limit} = {value}\n[families.orders]");
        for value in [1, most] {
            assert_eq!(found("[families.orders]", &new(value)), [], "{limit}");
        }
        let message = format!("{} is more than the maximum, which is {most}", most + 1);
        let fixture = found("[families.orders]", &new(most + 1));
        assert_eq!(fixture.len(), 1, "{limit}");
        assert!(fixture[0].0.contains(&message), "{fixture:?}");
        assert_eq!(found("[families.orders]", &new(0)).len(), 1, "{limit}");
    }
}
