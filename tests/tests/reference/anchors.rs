//! Headings of pages, and the links to them.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use schema_codegen::model::{Api, Kind, Type, TypeDef};

use super::hostile::{model, pages};

/// Returns the headings of a page as anchors, and the anchors that its links lead to.
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

/// Returns the model of the family `shop`.
fn shop() -> Api {
    let mut api = model();
    api.families.retain(|family| family.name == "shop");
    api
}

/// Returns the page of the only major version of a model, after a change of its types.
fn page(api: &Api, change: impl FnOnce(&mut Vec<TypeDef>)) -> String {
    let mut api = api.clone();
    api.families[0].majors[0].types.change(change);
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

/// A type whose title is that of a chapter has an anchor of its own.
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

/// An object that is reached through another name for it has a table.
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
