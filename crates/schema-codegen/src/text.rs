//! Texts of schemas in generated documents.

use schema_registry::escape::is_hidden;

/// The words of one line as Markdown in which only code spans and addresses are marked up: what would be
/// read as HTML, as a link or as an emphasis stands there as text. A code span is one word, whatever is in
/// it.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for piece in pieces(line) {
        match piece {
            Piece::Code(code) => word.push_str(&plain(code)),
            // In an address, these stand for what they replace.
            Piece::Address(address) => {
                let address = address.replace('{', "%7B").replace('|', "%7C");
                word.push_str(&format!("<{address}>"));
            }
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
                        // With the brace before, they are marks of templates.
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

/// A line that no renderer takes for a heading, a list, a table, a rule, or a block of its own.
pub(crate) fn block(line: &str) -> String {
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

/// Any text as one code span.
pub(crate) fn code(text: &str) -> String {
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

/// The parts of a line. Ticks that nothing closes are text.
fn pieces(line: &str) -> Vec<Piece<'_>> {
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
            '`' => code_span(after).map(Piece::Code),
            'h' if !is_inside_a_word => address(after).map(Piece::Address),
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

/// The code span at the start of a text: it ends with as many ticks as it begins with.
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

/// How many ticks a text begins with.
fn ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// The web address at the start of a text, without the marks that end a sentence.
fn address(text: &str) -> Option<&str> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let is_end = |c: char| !is_shown(c) || "<>`\"".contains(c);
    let end = text.find(is_end).unwrap_or(text.len());
    let address = text
        .get(..end)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*', '_', '|']);
    (address.len() > text.len() - host.len()).then_some(address)
}

/// A text on one line, without characters that nobody sees.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if is_shown(c) { c } else { ' ' })
        .collect()
}

/// Returns whether a character is seen in a line. What changes the direction of text could make generated
/// code read as something else.
fn is_shown(character: char) -> bool {
    // They join letters of some scripts, and choose how an emoji looks.
    let is_part_of_a_letter =
        matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}');
    !character.is_whitespace() && (is_part_of_a_letter || !is_hidden(character))
}
