//! Pairs of a given size, with known verdicts: strings.

use serde_json::json;

use super::{Case, cases::list};

pub(super) fn letter_before_the_last(size: usize) -> Case {
    let pattern = format!("^[ab]*a[ab]{{{size}}}$");
    Case {
        writer: json!({ "type": "string", "pattern": pattern }),
        accepts: json!({ "pattern": "a" }),
        rejects: json!({ "pattern": "^a" }),
        document: json!(format!("ba{}", "b".repeat(size))),
    }
}

pub(super) fn long_pattern(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "pattern": "^a*$", "minLength": size }),
        accepts: json!({ "pattern": "^a", "minLength": size - 1 }),
        rejects: json!({ "maxLength": size - 1 }),
        document: json!("a".repeat(size)),
    }
}

pub(super) fn long_enum(size: usize) -> Case {
    let text = |at: usize| format!("t{at}");
    let last = text(size - 1);
    Case {
        writer: json!({ "enum": list(size, text), "pattern": "^(?!x)" }),
        accepts: json!({ "enum": list(size + 1, text) }),
        rejects: json!({ "type": "string", "pattern": format!("^(?!{last}$)") }),
        document: json!(last),
    }
}

pub(super) fn opaque_pattern(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "pattern": "^(?!a)" }),
        accepts: json!({ "type": ["string", "null"] }),
        rejects: json!({ "maxLength": size }),
        document: json!("b".repeat(size + 1)),
    }
}

pub(super) fn long_string(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "minLength": size }),
        accepts: json!({ "minLength": size - 1 }),
        rejects: json!({ "minLength": size + 1 }),
        document: json!("a".repeat(size)),
    }
}

pub(super) fn words(size: usize) -> Case {
    let word = |at: usize| format!("w{at}");
    let words: Vec<String> = (0..size).map(word).collect();
    Case {
        writer: json!({ "type": "string", "pattern": format!("^({})$", words.join("|")) }),
        accepts: json!({ "enum": list(size + 1, word) }),
        rejects: json!({ "enum": list(size - 1, word) }),
        document: json!(word(size - 1)),
    }
}

pub(super) fn long_words(size: usize) -> Case {
    let word = |at: usize| format!("{}{at}", "w".repeat(1_000));
    let words: Vec<String> = (0..size).map(word).collect();
    Case {
        writer: json!({ "type": "string", "pattern": format!("^({})$", words.join("|")) }),
        accepts: json!({ "minLength": 1_000 }),
        rejects: json!({ "enum": list(size - 1, word) }),
        document: json!(word(size - 1)),
    }
}

/// Returns a case with a pattern that looks ahead for one length.
pub(super) fn other_length(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "pattern": format!("^(?!a{{{size}}}$)a*$") }),
        accepts: json!({ "pattern": "^a*$" }),
        rejects: json!({ "maxLength": size }),
        document: json!("a".repeat(size + 1)),
    }
}

/// Returns a case with a pattern that looks ahead for many words.
pub(super) fn other_words(size: usize) -> Case {
    let others: String = (0..size).map(|at| format!("(?!t{at}$)")).collect();
    Case {
        writer: json!({ "type": "string", "pattern": format!("^{others}t[0-9]*$") }),
        accepts: json!({ "pattern": "^t" }),
        rejects: json!({ "enum": ["t"] }),
        document: json!(format!("t{size}")),
    }
}

pub(super) fn ends_in_a_row(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "pattern": format!("^a{}", "(?=$)".repeat(size)) }),
        accepts: json!({ "pattern": "^a$" }),
        rejects: json!({ "maxLength": 0 }),
        document: json!("a"),
    }
}

pub(super) fn host_name(size: usize) -> Case {
    let name = if size <= 63 {
        "a".repeat(size)
    } else {
        format!("{}.{}", "a".repeat(32), "b".repeat(size - 33))
    };
    Case {
        writer: json!({ "type": "string", "format": "hostname", "minLength": size, "maxLength": size }),
        accepts: json!({ "format": "hostname", "minLength": size }),
        rejects: json!({ "maxLength": size - 1 }),
        document: json!(name),
    }
}

/// Returns a case with a pattern that looks ahead for many characters.
pub(super) fn other_characters(size: usize) -> Case {
    let character = |at: usize| char::from_u32(0x4E00 + u32::try_from(at).unwrap()).unwrap();
    let others: String = (0..size)
        .map(|at| format!("(?!{}$)", character(at)))
        .collect();
    Case {
        writer: json!({ "type": "string", "pattern": format!("^{others}.$") }),
        accepts: json!({ "minLength": 1 }),
        rejects: json!({ "const": "x" }),
        document: json!("y"),
    }
}

/// Returns a case with nested look-aheads around many characters.
pub(super) fn nested_look_ahead(size: usize) -> Case {
    let letters = "a".repeat(size);
    let pattern = format!("^{}{letters}{}", "(?=".repeat(50), ")".repeat(50));
    Case {
        writer: json!({ "type": "string", "pattern": pattern }),
        accepts: json!({ "pattern": "^a" }),
        rejects: json!({ "pattern": "^b" }),
        document: json!(letters),
    }
}
