//! An allowance lets a type accept more than its schema, and the documentation of the field says so.

use serde_json::json;

use crate::{CREATED, fresh};

#[test]
fn what_an_allowance_widens_is_said() {
    let repository = fresh();
    repository.edit(CREATED, |root| {
        let allow = json!({ "unmappable-schema": "Nobody reads it in Rust." });
        root["$defs"]["either"] = json!({
            "title": "Either", "description": "A number or a name.", "x-allow": allow,
            "anyOf": [{ "type": "boolean" }, { "type": "string", "maxLength": 9 }],
        });
        let properties = &mut root["$defs"]["job_created"]["properties"];
        properties["own"] = json!({
            "description": "Odd.", "x-allow": allow, "type": "string", "pattern": "^\\p{L}+$",
        });
        properties["either"] = json!({ "description": "This one.", "$ref": "#/$defs/either" });
        properties["other"] = json!({ "description": "Another one.", "$ref": "#/$defs/either" });
        properties["several"] = json!({
            "description": "Both.", "x-allow": allow, "readOnly": true, "maxLength": 9,
            "type": ["boolean", "string"],
        });
        properties["anything"] = json!({ "description": "Whatever it is." });
    });
    repository.run(["check"]).exits(0);
    repository.run(["codegen"]).exits(0);
    let page = repository.read("docs/webhooks/v1.md");
    let rust = repository.read("crates/scrapenest-webhooks/src/generated/v1/job_created.rs");
    for (field, keyword) in [("own", "pattern"), ("either", "anyOf"), ("other", "anyOf")] {
        let row = page
            .lines()
            .find(|line| line.starts_with(&format!("| `{field}` |")))
            .unwrap();
        // The page lists a constraint that only Rust cannot check like any other.
        let said = match keyword {
            "pattern" => row.split_once("matches ").unwrap().1,
            _ => row.split_once("see ").unwrap().1,
        };
        let (keywords, _) = said.split_once(" |").unwrap();
        let expected = if keyword == "pattern" {
            "p{L}"
        } else {
            keyword
        };
        assert!(keywords.contains(expected), "{row}");
    }
    let rust = rust.replace("\n    /// ", " ").replace(['\\', '`'], "");
    assert_eq!(
        rust.matches("which generated types do not check").count() % 4,
        0,
        "{rust}"
    );
    assert!(
        rust.contains("which generated types do not check"),
        "{rust}"
    );
    let several = page
        .lines()
        .find(|line| line.starts_with("| `several` |"))
        .unwrap();
    assert!(several.contains("maxLength"), "{several}");
    assert!(!several.contains("readOnly"), "{several}");
    let row = page
        .lines()
        .find(|line| line.starts_with("| `anything` |"))
        .unwrap();
    assert!(!row.contains("in the schema"), "{row}");
}
