//! Pages and documentation comments of schemas with strings that imitate markup, read by a parser of CommonMark.

use repository_tests::targets;
use std::{fs, path::Path};

use codegen_docs::Markdown;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};
use schema_codegen::model::{Api, Kind, Sample, TypeDef};

/// Strings that an attacker may write into a schema: each is tried in every string.
const HOSTILE: [&str; 22] = [
    "fa`<img src=x onerror=alert(1)>\n\n<script>alert(2)</script>",
    "a | b `c | <i>d</i>` <b>e</b>|",
    "](javascript:alert(1)) [x](javascript:alert(2)) ![y](data:z) <javascript:alert(3)>",
    "[x]: javascript:alert(1)",
    "<!-- --> x --> <!-- ]]> <![CDATA[ <?php ?> <!DOCTYPE x>",
    "{{ config }} {% raw %} {# x #} `{{ config }}` {{{ `{% x %}` {: onclick=alert(1) } {#id .x}",
    "\u{1b}]52;c;eA==\u{7} \u{202e}x\u{2066}y\u{200b}z\u{feff} \u{e0041} `\u{202e}x`",
    "```\n<div>\n```\n~~~ x\n    <pre>",
    "# x\n## y\n===\n---\n***",
    "- x\n1. y\n+ z\n> q\n| a | b |\n| - | - |",
    "!!! note\n    <b>x</b>",
    "``",
    " ` `` ``` ",
    "$\\href{javascript:alert(1)}{x}$ $$y$$ \\<b> \\\\<i>",
    "https://example.org/a|b{{c}}](x)<b> http://x.org/\"onclick=x",
    "&lt;b&gt; &#60;i&#62; [^1] *x* _y_ ~z~ www.example.org @all :x:",
    "{![](x)% {[](https://x.org/)# \\![x](https://x.org/) `{`{ {*{*",
    "[x](https://x.org/{{c}}) [y](https://x.org/\\)&lt;*`|\"<b>) [<b>](http://x \"t\") [a](mailto:x@x.org?a=b&amp;c)",
    "```{{c}} onclick\n{{c}}\n```\n```<b>\n<b>\u{202e}\n```\n\n    a\n    {% b",
    "| {{ | b |\n|-|-|\n| <b> | `a\\|b` |\n| ![x](y) | [a|b](https://x.org) |\n\n- a\n\n  ```\n  </code>\n  ```\n- [ ] b",
    "> > - > 1. x\n\n* * *\n<div>\n*x*\n\n</div>\n\n<!-- x\n--> <x@x.org> <javascript:x@x.org> <https://x.org/)>",
    "**a *b ![*c*](d) e* f** ***g*** *\u{a0}h* [i *j* <https://x.org> k](https://x.org) ![[l](https://x.org)](m)",
];

#[test]
fn strings_of_schemas_are_text_in_pages() {
    let plain = structure(&pages(&everything("x")));
    assert!(plain.len() > 1_000, "{}", plain.len());
    for text in HOSTILE {
        let pages = pages(&everything(text));
        for page in &pages {
            assert_harmless(page, &[]);
        }
        let hostile = structure(&pages);
        let first = hostile
            .iter()
            .zip(&plain)
            .position(|(left, right)| left != right);
        assert!(
            first.is_none() && hostile.len() == plain.len(),
            "{text:?} changes the structure at {first:?}: {:?}",
            first.map(|at| &hostile[at.saturating_sub(3)..(at + 3).min(hostile.len())])
        );
    }
}

/// Descriptions are Markdown: they may have blocks of their own, and links to the web.
#[test]
fn descriptions_are_harmless_markdown() {
    let with = |text: &str| {
        let mut api = model();
        strings(&mut api, &mut |place, string| {
            if let Place::Description = place {
                text.clone_into(string);
            }
        });
        pages(&api)
    };
    let headings = |pages: &[String]| {
        let mut structure = structure(pages);
        structure.retain(|block| block.starts_with("Heading"));
        structure
    };
    let plain = headings(&with("x"));
    assert!(plain.len() > 100, "{}", plain.len());
    for text in HOSTILE {
        let pages = with(text);
        for page in &pages {
            assert_harmless(page, &["http://x", "https://x.org", "mailto:x@x.org"]);
        }
        assert_eq!(headings(&pages), plain, "{text:?}");
    }
    // A recursive function would overflow the stack with so many levels.
    for mark in ["> ", "- ", "*", "[", "![", "1. ", "**a ", "a*", "http://"] {
        let deep = mark.repeat(100_000);
        drop(Markdown::prose(&deep));
        drop(Markdown::prose_in_line(&deep));
        drop(Markdown::prose(&format!("[{deep}](https://x.org)")));
    }
}

/// A table cell cannot contain blocks.
#[test]
fn descriptions_in_tables_are_lines() {
    let with = |text: &str| {
        let mut api = model();
        strings(&mut api, &mut |place, string| {
            if let Place::Description = place {
                "x".clone_into(string);
            }
        });
        fields(&mut api, &mut |description| text.clone_into(description));
        structure(&pages(&api))
    };
    let plain = with("x");
    for text in HOSTILE {
        assert_eq!(with(text), plain, "{text:?}");
    }
}

/// Returns the model of all constructs, with a text in each string except descriptions.
fn everything(text: &str) -> Api {
    let mut api = model();
    let mut number = 0;
    strings(&mut api, &mut |place, string| {
        number += 1;
        *string = match place {
            Place::Description => "x".to_owned(),
            Place::Text => format!("{text}{number}"),
        };
    });
    api
}

/// The kind of a string in a model.
enum Place {
    /// Text, whatever it contains.
    Text,
    Description,
}

pub(super) fn model() -> Api {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/everything");
    let (api, findings) = targets::lower(&super::registry(&folder));
    assert!(findings.is_empty(), "{findings:?}");
    api
}

/// Returns the texts of the pages.
pub(super) fn pages(api: &Api) -> Vec<String> {
    let mut pages = targets::pages(api, "docs");
    pages.sort_by_key(|page| page.path != "docs/README.md");
    pages.into_iter().map(|page| page.text).collect()
}

/// Changes each string of a model that is shown, except names of types, which the generator makes.
fn strings(api: &mut Api, change: &mut dyn FnMut(Place, &mut String)) {
    for family in &mut api.families {
        change(Place::Text, &mut family.name);
        change(Place::Text, &mut family.title);
        change(Place::Description, &mut family.description);
        for major in &mut family.majors {
            change(Place::Text, &mut major.name);
            if let Some(envelope) = &mut major.envelope {
                change(Place::Text, &mut envelope.title);
                change(Place::Description, &mut envelope.description);
                sample(&mut envelope.sample, change);
                for field in &mut envelope.fields {
                    change(Place::Text, &mut field.field.name);
                    change(Place::Description, &mut field.field.description);
                }
            }
            for event in &mut major.events {
                change(Place::Text, &mut event.event_type);
                change(Place::Description, &mut event.description);
                change(Place::Text, &mut event.revision);
                change(Place::Text, &mut event.schema_ref);
                sample(&mut event.sample, change);
            }
            major.types.change(|types| {
                types.iter_mut().for_each(|ty| of_type(ty, change));
            });
        }
    }
}

fn of_type(ty: &mut TypeDef, change: &mut dyn FnMut(Place, &mut String)) {
    change(Place::Text, ty.title.get_or_insert_default());
    change(Place::Description, &mut ty.description);
    sample(&mut ty.sample, change);
    match &mut ty.kind {
        Kind::Struct(fields) => {
            for field in fields {
                change(Place::Text, &mut field.name);
                change(Place::Description, &mut field.description);
            }
        }
        Kind::Union(union) => {
            change(Place::Text, &mut union.tag);
            for branch in &mut union.branches {
                change(Place::Text, &mut branch.tag);
            }
        }
        Kind::ClosedSet(members) => (members.iter_mut()).for_each(|it| change(Place::Text, it)),
        Kind::OpenSet { known, text } => {
            known.iter_mut().for_each(|it| change(Place::Text, it));
            if let Some((pattern, _)) = &mut text.pattern {
                change(Place::Text, pattern);
            }
        }
        Kind::Text(text) => {
            if let Some((pattern, _)) = &mut text.pattern {
                change(Place::Text, pattern);
            }
        }
        Kind::Tuple(items) => {
            for item in items {
                change(Place::Description, &mut item.description);
            }
        }
        Kind::Number(_) | Kind::Alias(_) => {}
    }
}

/// Puts the text into a string of a sample, which is a JSON file.
fn sample(sample: &mut Option<Sample>, change: &mut dyn FnMut(Place, &mut String)) {
    if let Some(sample) = sample {
        change(Place::Text, &mut sample.path);
        let mut text = String::new();
        change(Place::Text, &mut text);
        // Unescaped, if JSON allows that.
        let text = serde_json::json!({ text.clone(): text }).to_string();
        sample.text = text.replace(",", "\r\n\t,");
    }
}

/// Changes the descriptions of fields and items, which are in tables.
fn fields(api: &mut Api, change: &mut dyn FnMut(&mut String)) {
    let majors = api.families.iter_mut().flat_map(|it| &mut it.majors);
    for major in majors {
        major.types.change(|types| {
            for ty in types {
                match &mut ty.kind {
                    Kind::Struct(fields) => {
                        (fields.iter_mut()).for_each(|field| change(&mut field.description));
                    }
                    Kind::Tuple(items) => {
                        (items.iter_mut()).for_each(|item| change(&mut item.description));
                    }
                    _ => {}
                }
            }
        });
    }
}

/// Returns the parser events of a page, with and without the extensions that renderers have.
fn events(page: &str) -> Vec<Vec<Event<'_>>> {
    [Options::ENABLE_TABLES, Options::all()]
        .map(|options| Parser::new_ext(page, options).collect())
        .into()
}

/// Returns the blocks of pages, one after the other.
fn structure(pages: &[String]) -> Vec<String> {
    let events = pages.iter().flat_map(|page| events(page)).flatten();
    let blocks = events.filter_map(|event| match event {
        Event::Start(tag) => match tag {
            Tag::Link { .. } | Tag::Emphasis | Tag::Strong => None,
            tag @ (Tag::Table(_) | Tag::CodeBlock(_)) => Some(format!("{tag:?}")),
            tag => Some(format!("{:?}", tag.to_end())),
        },
        Event::Rule | Event::TaskListMarker(_) | Event::HardBreak => Some(format!("{event:?}")),
        _ => None,
    });
    blocks.collect()
}

/// Checks that a page has no HTML, links or templates except the generator's own, and links with known beginnings.
#[track_caller]
fn assert_harmless(page: &str, links: &[&str]) {
    for template in ["{{", "{%", "{#"] {
        assert!(!page.contains(template), "`{template}` is in\n{page}");
    }
    let is_hidden = |c: char| c != '\n' && c != '\t' && schema_registry::escape::is_hidden(c);
    let hidden = page.find(is_hidden);
    assert_eq!(hidden, None, "a character that is not seen is in\n{page}");
    for events in events(page) {
        let mut events = events.into_iter().peekable();
        while let Some(event) = events.next() {
            match event {
                Event::Html(html) => {
                    let is_ours = html.starts_with("<!-- @generated from ")
                        && html.trim_end().ends_with(" -->")
                        && html.matches("-->").count() == 1;
                    assert!(is_ours, "{html}");
                }
                Event::InlineHtml(html) => {
                    assert!(
                        ["<code>", "</code>", "<br>"].contains(&&*html),
                        "{html} in\n{page}"
                    );
                }
                Event::Start(Tag::Link {
                    link_type: LinkType::Autolink,
                    dest_url,
                    ..
                }) => {
                    let is_web = ["http://", "https://"]
                        .iter()
                        .any(|scheme| dest_url.starts_with(scheme));
                    assert!(is_web, "{dest_url}");
                    assert_eq!(events.peek(), Some(&Event::Text(dest_url)));
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }) => {
                    assert_eq!(link_type, LinkType::Inline, "{dest_url}");
                    let is_plain = |c: char| c.is_alphanumeric() || "/.#-_%".contains(c);
                    let is_ours = dest_url.chars().all(is_plain);
                    let is_link = links.iter().any(|begin| dest_url.starts_with(begin));
                    assert!(is_ours || is_link, "{dest_url}");
                }
                Event::Start(Tag::Heading {
                    id, classes, attrs, ..
                }) => {
                    assert!(id.is_none() && classes.is_empty() && attrs.is_empty());
                }
                Event::Start(
                    tag @ (Tag::Image { .. }
                    | Tag::FootnoteDefinition(_)
                    | Tag::MetadataBlock(_)
                    | Tag::BlockQuote(_)),
                ) => panic!("{tag:?} in\n{page}"),
                Event::FootnoteReference(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text) => panic!("{text} in\n{page}"),
                _ => {}
            }
        }
    }
}

/// Strings of a schema are in documentation comments, which rustdoc renders.
#[test]
fn strings_of_schemas_are_text_in_documentation_comments() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated");
    let mut comments = 0;
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => comments += comments_of(&fs::read_to_string(path).unwrap()),
            }
        }
    }
    assert!(comments > 500, "{comments}");
    // The same for hostile descriptions, each line instead of a paragraph.
    let hostile = HOSTILE.join("\n");
    let mut api = model();
    for family in &mut api.families {
        family.title.clone_from(&hostile);
        family.description.clone_from(&hostile);
        for major in &mut family.majors {
            for event in &mut major.events {
                event.description.clone_from(&hostile);
            }
            if let Some(envelope) = &mut major.envelope {
                envelope.description.clone_from(&hostile);
                for field in &mut envelope.fields {
                    field.field.description.clone_from(&hostile);
                }
            }
            major.types.change(|types| {
                for ty in types {
                    ty.description.clone_from(&hostile);
                    ty.title = Some(hostile.clone());
                    if let Kind::Struct(fields) = &mut ty.kind {
                        for field in fields {
                            field.description.clone_from(&hostile);
                        }
                    }
                }
            });
        }
    }
    for artifact in targets::rust(&api, "src") {
        if artifact.path.ends_with(".rs") {
            comments_of(&artifact.text);
        }
    }
}

/// Checks the documentation comments of a file, and counts them.
#[track_caller]
fn comments_of(text: &str) -> usize {
    let mut comments = vec![String::new()];
    for line in text.lines().map(str::trim_start) {
        let words = line.strip_prefix("///").or(line.strip_prefix("//!"));
        match (words, comments.last_mut()) {
            (Some(words), Some(comment)) => comment.push_str(&format!("{words}\n")),
            _ => comments.push(String::new()),
        }
    }
    comments.retain(|comment| !comment.is_empty());
    // The options of rustdoc.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for comment in &comments {
        // A reference without a definition becomes a link to an item of that name.
        let mut to_item = |link: BrokenLink<'_>| {
            let name = link.reference.trim_matches('`').to_owned();
            let is_item = name
                .chars()
                .all(|c| c.is_alphanumeric() || "_:".contains(c));
            assert!(is_item, "`{name}` is a link in {comment}");
            Some((CowStr::from("item"), CowStr::from("")))
        };
        let parser = Parser::new_with_broken_link_callback(comment, options, Some(&mut to_item));
        let mut events = parser.peekable();
        while let Some(event) = events.next() {
            match event {
                Event::Start(Tag::Heading { .. })
                    if events.peek() == Some(&Event::Text("Errors".into())) => {}
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html} in {comment}"),
                Event::Start(
                    tag @ (Tag::CodeBlock(_)
                    | Tag::Image { .. }
                    | Tag::FootnoteDefinition(_)
                    | Tag::Heading { .. }
                    | Tag::BlockQuote(_)
                    | Tag::Table(_)),
                ) => panic!("{tag:?} in {comment}"),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let is_web =
                        dest_url.starts_with("http://") || dest_url.starts_with("https://");
                    let is_name = |c: char| c.is_alphanumeric() || "_:".contains(c);
                    let is_item = dest_url.chars().all(is_name);
                    assert!(is_web || is_item, "{dest_url} in {comment}");
                }
                _ => {}
            }
        }
    }
    comments.len()
}
