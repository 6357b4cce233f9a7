//! Strings of schemas as Markdown, which documentation in most languages is.

use schema_registry::escape::is_hidden;

/// Returns the words of one line as Markdown in which only code spans and URLs are marked up. Characters of other
/// markup (HTML, links, emphasis) are escaped. A code span is one word, even if it contains spaces.
#[must_use]
pub fn words(line: &str) -> Vec<String> {
    words_of(pieces(line, Marked::CodeAndAddresses))
}

/// Returns a part of a line as Markdown in which only URLs are marked up, and which does not end a cell of a table.
#[must_use]
pub fn with_addresses(text: &str) -> String {
    within_line(text, Marked::Addresses)
}

/// Returns a part of a line as Markdown in which nothing is marked up, and which does not end a cell of a table.
#[must_use]
pub fn without_addresses(text: &str) -> String {
    within_line(text, Marked::Nothing)
}

/// Returns a URL as a link to itself, if the text is a web address as a whole.
#[must_use]
pub fn autolink(text: &str) -> Option<String> {
    let is_whole = address_with_marks(text) == Some(text);
    is_whole.then(|| linked(text))
}

/// Returns the words of a text with one space between them, and one at each end where the text has space.
fn within_line(text: &str, marked: Marked) -> String {
    let words = words_of(pieces(text, marked)).join(" ");
    let space = |end: Option<char>| match end {
        Some(end) if !is_shown(end) => " ",
        _ => "",
    };
    let before = space(text.chars().next());
    if words.is_empty() {
        return before.to_owned();
    }
    let after = space(text.chars().next_back());
    format!("{before}{}{after}", words.replace('|', "&#124;"))
}

/// Returns a link to a URL. `{` and `|`, which templates and tables would read as markup, are percent-encoded.
fn linked(address: &str) -> String {
    let address = address.replace('{', "%7B").replace('|', "%7C");
    format!("<{address}>")
}

fn words_of(pieces: Vec<Piece<'_>>) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for piece in pieces {
        match piece {
            Piece::Code(code) => word.push_str(&plain(code)),
            Piece::Address(address) => word.push_str(&linked(address)),
            Piece::Text(text) => {
                let mut rest = text.chars();
                while let Some(character) = rest.next() {
                    if !is_shown(character) {
                        words.extend(
                            Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()),
                        );
                        continue;
                    }
                    let is_markup = match character {
                        '&' => rest
                            .as_str()
                            .starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric()),
                        // After a `{`, these characters are marks of templates.
                        '%' | '#' => word.ends_with('{'),
                        other => "<>[]*_~\\`{$".contains(other),
                    };
                    if is_markup {
                        word.push('\\');
                    }
                    word.push(character);
                }
            }
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// Joins two parts of a description: on one line, or as paragraphs where one of them has several lines.
#[must_use]
pub fn joined(first: &str, second: &str) -> String {
    let (first, second) = (first.trim_end(), second.trim());
    let is_a_line = !first.contains('\n') && !second.contains('\n');
    let ends_a_sentence = first.ends_with(['.', '!', '?', ':', ';']);
    let between = match (first.is_empty() || second.is_empty(), is_a_line) {
        (true, _) => "",
        (false, true) if !ends_a_sentence => ". ",
        (false, true) => " ",
        (false, false) => "\n\n",
    };
    format!("{first}{between}{second}")
}

/// Returns a line that no renderer reads as a heading, a list, a table, a rule, or another block.
#[must_use]
pub fn block(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at_checked(digits).unwrap_or(("", line));
    if !number.is_empty() && rest.starts_with(['.', ')']) {
        return format!("{number}\\{rest}");
    }
    let is_extension = ["!!!", "???", "///"].iter().any(|it| line.starts_with(it));
    if is_extension || line.starts_with(['#', '+', '-', '=', '|', ':']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// Returns a text as one code span.
#[must_use]
pub fn code(text: &str) -> String {
    let text = plain(text);
    let longest = text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{ticks}{space}{text}{space}{ticks}")
}

enum Piece<'a> {
    Text(&'a str),
    /// A code span with its ticks.
    Code(&'a str),
    /// An address, which is a link to itself.
    Address(&'a str),
}

/// The parts of a text that are marked up. All others are shown unchanged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    CodeAndAddresses,
    Addresses,
    Nothing,
}

/// Returns the parts of a line. Ticks without a closing counterpart are text.
fn pieces(line: &str, marked: Marked) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    let mut text_end = 0;
    while let Some(after) = rest.get(text_end..)
        && let Some(character) = after.chars().next()
    {
        let is_inside_a_word = rest
            .get(..text_end)
            .and_then(|before| before.chars().next_back())
            .is_some_and(char::is_alphanumeric);
        let found = match character {
            '`' if marked == Marked::CodeAndAddresses => code_span(after).map(Piece::Code),
            'h' if !is_inside_a_word && marked != Marked::Nothing => {
                address(after).map(Piece::Address)
            }
            _ => None,
        };
        let length = match &found {
            Some(Piece::Code(piece) | Piece::Address(piece)) => piece.len(),
            _ if character == '`' => ticks(after),
            _ => character.len_utf8(),
        };
        match found {
            None => text_end += length,
            Some(piece) => {
                pieces.extend(rest.get(..text_end).map(Piece::Text));
                pieces.push(piece);
                rest = after.get(length..).unwrap_or_default();
                text_end = 0;
            }
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Returns the code span at the start of a text. It ends with as many ticks as it begins with.
fn code_span(text: &str) -> Option<&str> {
    let opening = ticks(text);
    let mut at = opening;
    loop {
        at += text.get(at..)?.find('`')?;
        let closing = ticks(text.get(at..)?);
        at += closing;
        if closing == opening {
            return text.get(..at);
        }
    }
}

/// Returns the number of ticks that a text begins with.
fn ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Returns the URL at the start of a text, without punctuation at its end.
fn address(text: &str) -> Option<&str> {
    let address = address_with_marks(text)?;
    let address =
        address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*', '_', '|']);
    host(address)
        .is_some_and(|host| !host.is_empty())
        .then_some(address)
}

/// Returns the URL at the start of a text, up to the first character that a URL cannot contain.
fn address_with_marks(text: &str) -> Option<&str> {
    host(text)?;
    let is_end = |c: char| !is_shown(c) || "<>`\"".contains(c);
    text.get(..text.find(is_end).unwrap_or(text.len()))
}

/// Returns the text of a URL after its scheme.
fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://");
    rest.or_else(|| address.strip_prefix("http://"))
}

/// Returns a text on one line, with a space for each character that is not visible.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if is_shown(c) { c } else { ' ' })
        .collect()
}

/// Reports whether a character is visible in a line. Characters that change the direction of text are not shown,
/// because they could make generated code read differently.
fn is_shown(character: char) -> bool {
    // These characters join letters of some scripts, or select the style of an emoji.
    let is_part_of_a_letter =
        matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}');
    !character.is_whitespace() && (is_part_of_a_letter || !is_hidden(character))
}
