//! Descriptions on pages. They are Markdown, and what is harmless of it is kept: paragraphs, lists, tables, code,
//! emphasis, and links to the web. Everything else is shown as text.

use std::iter::Peekable;

use pulldown_cmark::{
    CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream,
};

use schema_codegen::markdown::{autolink, block, plain, with_addresses, without_addresses};

use crate::safe::{Markdown, fence, in_link, is_hidden_in_code, is_template};

/// A block of a description. Strings in it are Markdown that has passed the escape of its place.
enum Block {
    Paragraph(String),
    /// A text, not escaped.
    Code {
        language: String,
        text: String,
    },
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// Rows of cells, the heading first.
    Table(Vec<Vec<String>>),
    Rule,
}

impl Markdown {
    /// Returns a description as blocks of a page.
    ///
    /// # Examples
    ///
    /// ```
    /// use codegen_docs::Markdown;
    ///
    /// let page = Markdown::prose("One of:\n* `a`, see [b](https://example.com)\n* <c> [d](javascript:e)");
    /// assert_eq!(page.as_str(), "One of:\n\n-   `a`, see [b](https://example.com)\n-   \\<c\\> d");
    /// ```
    #[must_use]
    pub fn prose(text: &str) -> Self {
        match blocks_of(text).map(|blocks| on_page(&blocks)) {
            Some(page) if !is_template(&page) => Self::composed(page),
            _ => Self::text(text),
        }
    }

    /// Returns a description as one line, also in a table.
    ///
    /// # Examples
    ///
    /// ```
    /// use codegen_docs::Markdown;
    ///
    /// let cell = Markdown::prose_in_line("One of:\n* *a*\n* b|c");
    /// assert_eq!(cell.as_str(), "One of:<br>• *a*<br>• b&#124;c");
    /// ```
    #[must_use]
    pub fn prose_in_line(text: &str) -> Self {
        match blocks_of(text).map(|blocks| in_line(&blocks)) {
            Some(line) if !is_template(&line) => Self::composed(block(&line)),
            _ => Self::text(text),
        }
    }
}

/// Blocks may be this deep in each other. Few descriptions need two levels, and the functions here call themselves
/// for each.
const DEEPEST: usize = 8;

/// Returns the blocks of a description, unless they are too deep.
fn blocks_of(text: &str) -> Option<Vec<Block>> {
    let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let mut depth = 0_usize;
    for event in &events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            return None;
        }
    }
    let mut reader = Reader {
        events: TextMergeStream::new(events.into_iter()).peekable(),
    };
    Some(reader.blocks())
}

/// Makes a string text within a line.
type Escape = fn(&str) -> String;

struct Reader<'a, I: Iterator<Item = Event<'a>>> {
    events: Peekable<I>,
}

impl<'a, I: Iterator<Item = Event<'a>>> Reader<'a, I> {
    /// Reads blocks up to the end of what they are in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Start(tag) if is_inline(tag) => blocks.extend(self.paragraph()),
                Event::Start(_) => {
                    if let Some(Event::Start(tag)) = self.events.next() {
                        self.block(tag, &mut blocks);
                    }
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                // Items of a tight list hold their text without a paragraph.
                _ => blocks.extend(self.paragraph()),
            }
        }
        blocks
    }

    /// Reads a block whose start has been read.
    fn block(&mut self, tag: Tag<'a>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => {
                blocks.extend(self.paragraph());
                self.events.next();
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => language(&info),
                    CodeBlockKind::Indented => String::new(),
                };
                let text = self.text();
                blocks.push(Block::Code { language, text });
            }
            Tag::List(start) => {
                let mut items = Vec::new();
                while let Some(Event::Start(_)) = self.events.next() {
                    items.push(self.blocks());
                }
                blocks.push(Block::List { start, items });
            }
            Tag::Table(_) => {
                let mut rows = Vec::new();
                while let Some(Event::Start(_)) = self.events.next() {
                    let mut row = Vec::new();
                    while let Some(Event::Start(_)) = self.events.next() {
                        let cell = self.inline(with_addresses);
                        row.push(cell.trim().to_owned());
                        self.events.next();
                    }
                    rows.push(row);
                }
                blocks.push(Block::Table(rows));
            }
            Tag::HtmlBlock => {
                let text = self.text();
                blocks.extend(paragraph(with_addresses(&text)));
            }
            // The content of other blocks, such as quotes, is kept without the block.
            _ => blocks.extend(self.blocks()),
        }
    }

    /// Reads what is text up to the end of a block.
    fn text(&mut self) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(_) => break,
                Event::Text(part) | Event::Html(part) => text.push_str(&part),
                _ => {}
            }
        }
        text
    }

    fn paragraph(&mut self) -> Option<Block> {
        let text = self.inline(with_addresses);
        paragraph(text)
    }

    /// Reads the inline events that come next. Texts pass through a function that escapes them.
    fn inline(&mut self, escape: Escape) -> String {
        let mut out = String::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::Start(tag) if !is_inline(tag) => break,
                Event::End(tag) if !is_end_of_inline(*tag) => break,
                Event::Rule => break,
                _ => {}
            }
            match self.events.next() {
                Some(Event::Text(text) | Event::InlineHtml(text) | Event::Html(text)) => {
                    out.push_str(&escape(&text));
                }
                Some(Event::Code(code)) => out.push_str(Markdown::code(&plain(&code)).as_str()),
                Some(Event::SoftBreak) => out.push(' '),
                Some(Event::HardBreak) => out.push_str("<br>"),
                Some(Event::Start(tag)) => self.inside(&tag, &mut out, escape),
                // The end of what a caller has begun.
                Some(Event::End(_)) => break,
                _ => {}
            }
        }
        out
    }

    /// Reads an inline element whose start has been read, with its end.
    fn inside(&mut self, tag: &Tag<'a>, out: &mut String, escape: Escape) {
        match tag {
            Tag::Emphasis => emphasised(out, "*", &self.inline(escape)),
            Tag::Strong => emphasised(out, "**", &self.inline(escape)),
            Tag::Link {
                link_type: LinkType::Autolink,
                dest_url,
                ..
            } => {
                let text = self.inline(without_addresses);
                out.push_str(&autolink(dest_url).unwrap_or(text));
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let label = self.inline(without_addresses);
                let target = match link_type {
                    LinkType::Email => in_link(&format!("mailto:{dest_url}")),
                    _ => in_link(dest_url),
                };
                match target {
                    Some(target) if !label.trim().is_empty() => {
                        // Otherwise it would be an image.
                        if out.ends_with('!') {
                            out.pop();
                            out.push_str("\\!");
                        }
                        out.push_str(&format!("[{}]({target})", label.trim()));
                    }
                    _ => out.push_str(&label),
                }
            }
            // The text that an image has where it cannot be shown.
            _ => out.push_str(&self.inline(escape)),
        }
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_end_of_inline(tag.to_end())
}

fn is_end_of_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image
    )
}

/// Marks a text, with the spaces around it outside: `* x*` would begin a list.
fn emphasised(out: &mut String, mark: &str, text: &str) {
    let inner = text.trim();
    if inner.is_empty() {
        out.push_str(text);
        return;
    }
    let (before, after) = (text.starts_with(' '), text.ends_with(' '));
    out.push_str(if before { " " } else { "" });
    out.push_str(&format!("{mark}{inner}{mark}"));
    out.push_str(if after { " " } else { "" });
}

fn paragraph(text: String) -> Option<Block> {
    let text = text.trim();
    (!text.is_empty()).then(|| Block::Paragraph(text.to_owned()))
}

/// The name of a language, if it is a word.
fn language(info: &str) -> String {
    let word = info.split_whitespace().next().unwrap_or_default();
    let is_name = word.len() <= 20 && word.chars().all(|c| c.is_ascii_alphanumeric());
    String::from(if is_name { word } else { "" })
}

fn on_page(blocks: &[Block]) -> String {
    let mut page = String::new();
    let mut is_other = false;
    let mut before: Option<&Block> = None;
    for block in blocks {
        // With the same marks, a list after another one would be a part of it.
        is_other = match before {
            Some(Block::List { .. }) => !is_other,
            _ => false,
        };
        if before.is_some() {
            page.push_str("\n\n");
        }
        page.push_str(&block.on_page(is_other));
        before = Some(block);
    }
    page
}

/// The width of the mark of an item: some renderers want what is in an item indented by as much.
const INDENT: usize = 4;

/// The mark of an item, `is_other` if a list with the usual marks comes before.
fn mark(start: Option<u64>, index: usize, is_other: bool) -> String {
    let mark = match (start, is_other) {
        (None, false) => "-".to_owned(),
        (None, true) => "*".to_owned(),
        (Some(start), false) => format!("{}.", number(start, index)),
        (Some(start), true) => format!("{})", number(start, index)),
    };
    let width = (mark.len() + 1).max(INDENT);
    format!("{mark:width$}")
}

fn in_line(blocks: &[Block]) -> String {
    let lines = blocks.iter().map(Block::in_line);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("<br>")
}

impl Block {
    /// The block on lines of its own, without a line feed at the end.
    fn on_page(&self, is_other: bool) -> String {
        match self {
            Self::Paragraph(text) => block(text),
            Self::Code { language, text } if is_plain(text) => {
                let (text, fence) = (text.trim_end_matches('\n'), fence(text));
                format!("{fence}{language}\n{text}\n{fence}")
            }
            Self::Code { .. } => self.in_line(),
            Self::List { start, items } => {
                let items = items.iter().enumerate().map(|(index, item)| {
                    let mark = mark(*start, index, is_other);
                    let indent = " ".repeat(mark.len());
                    // A text and a list in it need no empty line between them; a number that is not 1 begins a list
                    // only after one.
                    let text = match item.as_slice() {
                        [
                            Self::Paragraph(text),
                            list @ Self::List {
                                start: None | Some(1),
                                ..
                            },
                        ] => {
                            format!("{}\n{}", block(text), list.on_page(false))
                        }
                        item => on_page(item),
                    };
                    let lines = text.lines().enumerate().map(|(at, line)| match (at, line) {
                        (0, line) => format!("{mark}{line}"),
                        (_, "") => String::new(),
                        (_, line) => format!("{indent}{line}"),
                    });
                    let text: Vec<String> = lines.collect();
                    match text.is_empty() {
                        true => mark.trim_end().to_owned(),
                        false => text.join("\n"),
                    }
                });
                items.collect::<Vec<_>>().join("\n")
            }
            Self::Rule => "---".to_owned(),
            Self::Table(rows) => {
                let mut lines = Vec::new();
                for (index, row) in rows.iter().enumerate() {
                    lines.push(format!("| {} |", row.join(" | ")));
                    if index == 0 {
                        lines.push(format!("|{}", " --- |".repeat(row.len())));
                    }
                }
                lines.join("\n")
            }
        }
    }

    fn in_line(&self) -> String {
        match self {
            Self::Paragraph(text) => text.clone(),
            Self::Code { text, .. } => {
                let lines = text.lines().filter(|line| !line.trim().is_empty());
                let lines = lines.map(|line| Markdown::code(line).as_str().to_owned());
                lines.collect::<Vec<_>>().join("<br>")
            }
            Self::List { start, items } => {
                let items = items.iter().enumerate().map(|(index, item)| {
                    let mark = match start {
                        Some(start) => format!("{}\\. ", number(*start, index)),
                        None => "• ".to_owned(),
                    };
                    format!("{mark}{}", in_line(item))
                });
                items.collect::<Vec<_>>().join("<br>")
            }
            Self::Rule => String::new(),
            Self::Table(rows) => {
                let rows = rows.iter().map(|row| row.join(" &#124; "));
                rows.collect::<Vec<_>>().join("<br>")
            }
        }
    }
}

fn number(start: u64, index: usize) -> u64 {
    start.saturating_add(u64::try_from(index).unwrap_or(u64::MAX))
}

/// Reports whether a block of code can be on a page unchanged.
fn is_plain(code: &str) -> bool {
    !code.contains(is_hidden_in_code) && !is_template(code)
}
