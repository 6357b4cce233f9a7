//! Pages and documentation comments of schemas whose strings are written to be something else than text,
//! read by a renderer of CommonMark.

use std::{fs, path::Path};

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use schema_codegen::model::{Api, Kind, Sample, Type, TypeDef};

/// Strings that an attacker writes into a schema: each is tried in every place.
const HOSTILE: [&str; 16] = [
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
];

#[test]
fn strings_of_schemas_are_text_in_pages() {
    let plain = structure(&pages(&everything("x")));
    assert!(plain.len() > 1_000, "{}", plain.len());
    for text in HOSTILE {
        let pages = pages(&everything(text));
        for page in &pages {
            assert_harmless(page);
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

/// The registry of all constructs, with a text in each string of its model.
fn everything(text: &str) -> Api {
    let mut api = model();
    let mut number = 0;
    strings(&mut api, &mut |string| {
        number += 1;
        *string = format!("{text}{number}");
    });
    api
}

fn model() -> Api {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/everything");
    let (mut api, findings) = schema_codegen::lower(&super::registry(&folder));
    assert!(findings.is_empty(), "{findings:?}");
    for family in &mut api.families {
        family.outputs.rust = None;
        family.outputs.markdown = Some("docs".into());
    }
    api
}

/// The texts of the pages.
fn pages(api: &Api) -> Vec<String> {
    let mut pages = schema_codegen::render(api);
    pages.retain(|artifact| artifact.path.ends_with(".md"));
    pages.sort_by_key(|page| page.path != "docs/README.md");
    pages.into_iter().map(|page| page.text).collect()
}

/// Changes each string of a model that is shown, but for names of types, which the generator makes.
fn strings(api: &mut Api, change: &mut dyn FnMut(&mut String)) {
    for family in &mut api.families {
        for text in [&mut family.name, &mut family.title, &mut family.description] {
            change(text);
        }
        for major in &mut family.majors {
            change(&mut major.name);
            if let Some(envelope) = &mut major.envelope {
                change(&mut envelope.title);
                change(&mut envelope.description);
                sample(&mut envelope.sample, change);
                for field in &mut envelope.fields {
                    change(&mut field.field.name);
                    change(&mut field.field.description);
                }
            }
            for event in &mut major.events {
                change(&mut event.event_type);
                change(&mut event.description);
                change(&mut event.revision);
                change(&mut event.schema_ref);
                sample(&mut event.sample, change);
            }
            for ty in &mut major.types {
                of_type(ty, change);
            }
        }
    }
}

fn of_type(ty: &mut TypeDef, change: &mut dyn FnMut(&mut String)) {
    change(ty.title.get_or_insert_default());
    change(&mut ty.description);
    sample(&mut ty.sample, change);
    match &mut ty.kind {
        Kind::Struct(fields) => {
            for field in fields {
                change(&mut field.name);
                change(&mut field.description);
            }
        }
        Kind::Union(union) => {
            change(&mut union.tag);
            for branch in &mut union.branches {
                change(&mut branch.tag);
            }
        }
        Kind::ClosedSet(members) => members.iter_mut().for_each(change),
        Kind::OpenSet { known, text } => {
            known.iter_mut().for_each(&mut *change);
            if let Some((pattern, _)) = &mut text.pattern {
                change(pattern);
            }
        }
        Kind::Text(text) => {
            if let Some((pattern, _)) = &mut text.pattern {
                change(pattern);
            }
        }
        Kind::Tuple(items) => {
            for item in items {
                change(&mut item.description);
            }
        }
        Kind::Number(_) | Kind::Alias(_) => {}
    }
}

/// A sample is a file of JSON; the text stands in a string of it.
fn sample(sample: &mut Option<Sample>, change: &mut dyn FnMut(&mut String)) {
    if let Some(sample) = sample {
        change(&mut sample.path);
        let mut text = String::new();
        change(&mut text);
        // Raw, where JSON lets a character stand for itself.
        let text = serde_json::json!({ text.clone(): text }).to_string();
        sample.text = text.replace(",", "\r\n\t,");
    }
}

/// The events of a page, with and without the extensions that renderers have.
fn events(page: &str) -> Vec<Vec<Event<'_>>> {
    [Options::ENABLE_TABLES, Options::all()]
        .map(|options| Parser::new_ext(page, options).collect())
        .into()
}

/// The blocks of pages, one after the other.
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

/// Checks that a page has no HTML, links, or templates but ours.
#[track_caller]
fn assert_harmless(page: &str) {
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
                    assert!(["<code>", "</code>"].contains(&&*html), "{html} in\n{page}");
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
                    assert!(dest_url.chars().all(is_plain), "{dest_url}");
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

/// The headings of a page as anchors, and the anchors that its links lead to.
fn anchors(page: &str) -> (Vec<String>, Vec<String>) {
    let (mut headings, mut links) = (Vec::new(), Vec::new());
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let text = heading.take().unwrap().to_lowercase();
                let kept = text
                    .chars()
                    .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
                headings.push(kept.collect::<String>().replace(' ', "-"));
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.extend(dest_url.strip_prefix('#').map(str::to_owned));
            }
            _ => {}
        }
    }
    (headings, links)
}

/// The model of the family `shop`.
fn shop() -> Api {
    let mut api = model();
    api.families.retain(|family| family.name == "shop");
    api
}

/// The page of the only major version of a model, after a change of its types.
fn page(api: &Api, change: impl FnOnce(&mut Vec<TypeDef>)) -> String {
    let mut api = api.clone();
    change(&mut api.families[0].majors[0].types);
    let pages = pages(&api);
    let mut pages = pages.into_iter();
    pages
        .find(|page| page.contains("# Events Reference"))
        .unwrap()
}

/// Checks that each heading has an anchor of its own, and each link leads to one.
#[track_caller]
fn assert_linked(page: &str) {
    let (headings, links) = anchors(page);
    for (at, heading) in headings.iter().enumerate() {
        assert!(
            !headings[..at].contains(heading),
            "`{heading}` stands twice"
        );
    }
    assert!(links.len() > 3);
    for link in links {
        assert!(headings.contains(&link), "#{link} leads nowhere");
        assert_ne!(link, "envelope", "no type is the envelope");
    }
}

/// Survivor 51 of the sample of edits: a type whose title is that of a chapter has an anchor of its own.
#[test]
fn headings_have_an_anchor_each() {
    let api = shop();
    let plain = page(&api, |_| {});
    assert_linked(&plain);
    let event = anchors(&plain).0[2].clone();
    for title in ["Envelope", "envelope!", event.as_str()] {
        for at in 0..api.families[0].majors[0].types.len() {
            assert_linked(&page(&api, |types| {
                types[at].title = Some(title.to_owned())
            }));
        }
        assert_linked(&page(&api, |types| {
            for ty in types {
                ty.title = Some(title.to_owned());
            }
        }));
    }
}

/// Survivor 55: an object that is reached through another name for it has its table.
#[test]
fn an_object_behind_an_alias_has_its_chapter() {
    let page = page(&shop(), |types| {
        let is_inner = |ty: &&TypeDef| matches!(ty.kind, Kind::Struct(_));
        let mut inner = types.iter().rfind(is_inner).unwrap().clone();
        inner.name = "Hidden".into();
        inner.title = Some("Hidden object".into());
        let alias = |name: &str, of: &str| TypeDef {
            name: name.into(),
            title: None,
            kind: Kind::Alias(Type::Named(of.into())),
            ..inner.clone()
        };
        let aliases = [alias("First", "Second"), alias("Second", "Hidden")];
        for ty in types.iter_mut() {
            if let Kind::Struct(fields) = &mut ty.kind {
                for field in fields {
                    field.ty = Type::Named("First".into());
                }
            }
        }
        types.extend(aliases);
        types.push(inner);
    });
    let (headings, links) = anchors(&page);
    let chapters = headings.iter().filter(|it| *it == "hidden-object");
    assert_eq!(chapters.count(), 1, "{headings:?}");
    assert!(links.iter().any(|link| link == "hidden-object"));
}

/// Strings of a schema stand in documentation comments, which rustdoc renders.
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
    // The same for descriptions that are hostile, each line in the place of a paragraph.
    let hostile = HOSTILE.join("\n");
    let mut api = model();
    for family in &mut api.families {
        family.outputs.markdown = None;
        family.outputs.rust = Some("src".into());
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
            for ty in &mut major.types {
                ty.description.clone_from(&hostile);
                ty.title = Some(hostile.clone());
                if let Kind::Struct(fields) = &mut ty.kind {
                    for field in fields {
                        field.description.clone_from(&hostile);
                    }
                }
            }
        }
    }
    for artifact in schema_codegen::render(&api) {
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
    // As rustdoc reads them.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for comment in &comments {
        // A reference that leads nowhere becomes a link to an item of that name.
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
