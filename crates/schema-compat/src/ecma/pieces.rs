//! Patterns, split into classes, escapes and other characters.

/// A part of a pattern.
pub(super) enum Piece<'p> {
    Class {
        is_negated: bool,
        atoms: Vec<Atom<'p>>,
    },
    /// An escape, without its backslash.
    Escape(&'p str),
    Character(char),
}

/// A member of a class.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Atom<'p> {
    Escape(&'p str),
    Character(char),
}

/// An iterator over the parts of a pattern.
pub(super) struct Pieces<'p> {
    rest: &'p str,
}

impl<'p> Pieces<'p> {
    pub(super) fn of(pattern: &'p str) -> Self {
        Self { rest: pattern }
    }

    fn character(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let character = characters.next()?;
        self.rest = characters.as_str();
        Some(character)
    }

    /// Reads an escape after its backslash.
    fn escape(&mut self) -> Option<&'p str> {
        let all = self.rest;
        let width = self.character()?.len_utf8();
        all.get(..width)
    }

    /// Reads the rest of a class; `None` if it has no end.
    fn class(&mut self) -> Option<Piece<'p>> {
        let start = self.rest;
        let is_negated = self.rest.starts_with('^');
        if is_negated {
            self.character();
        }
        let mut atoms = Vec::new();
        while let Some(character) = self.character() {
            match character {
                ']' => return Some(Piece::Class { is_negated, atoms }),
                '\\' => atoms.extend(self.escape().map(Atom::Escape)),
                other => atoms.push(Atom::Character(other)),
            }
        }
        self.rest = start;
        None
    }
}

impl<'p> Iterator for Pieces<'p> {
    type Item = Piece<'p>;

    fn next(&mut self) -> Option<Piece<'p>> {
        Some(match self.character()? {
            '[' => self.class().unwrap_or(Piece::Character('[')),
            '\\' => match self.escape() {
                Some(escape) => Piece::Escape(escape),
                None => Piece::Character('\\'),
            },
            other => Piece::Character(other),
        })
    }
}

/// Returns a class with the members that ECMA 262 defines.
pub(super) fn class(is_negated: bool, atoms: &[Atom<'_>]) -> String {
    let mut out = String::from(if is_negated { "[^" } else { "[" });
    if atoms.is_empty() {
        // The class of no characters is the complement of the class of all.
        out = String::from(if is_negated { "[" } else { "[^" });
        out += "\0-\u{10FFFF}";
    }
    let mut rest = atoms;
    while let Some((first, after)) = rest.split_first() {
        rest = match after {
            [Atom::Character('-'), last, rest @ ..] => {
                push(&mut out, *first);
                // The bounds of a range are characters. Next to a class, the hyphen is a character itself.
                if is_class(*first) || is_class(*last) {
                    push(&mut out, Atom::Character('-'));
                } else {
                    out.push('-');
                }
                // The rest of a longer escape belongs to the bound.
                push(&mut out, *last);
                rest
            }
            rest => {
                push(&mut out, *first);
                rest
            }
        };
    }
    out.push(']');
    out
}

fn is_class(atom: Atom<'_>) -> bool {
    matches!(atom, Atom::Escape(escape) if members(escape).is_some() || matches!(escape, "p" | "P"))
}

fn push(out: &mut String, atom: Atom<'_>) {
    match atom {
        Atom::Escape("b") => out.push('\u{8}'),
        Atom::Escape(escape) => match members(escape) {
            Some(members) => out.push_str(members),
            None => {
                out.push('\\');
                out.push_str(escape);
            }
        },
        Atom::Character(character) => {
            if "[]\\^-&~".contains(character) {
                out.push('\\');
            }
            out.push(character);
        }
    }
}

/// Returns the ranges of characters of an escape that is a class.
pub(super) fn members(escape: &str) -> Option<&'static str> {
    Some(match escape {
        "d" => "0-9",
        "D" => "\0-/:-\u{10FFFF}",
        "w" => "A-Za-z0-9_",
        "W" => "\0-/:-@\\[-\\^`{-\u{10FFFF}",
        "s" => {
            "\t-\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}"
        }
        "S" => {
            "\0-\u{8}\u{E}-\u{1F}!-\u{9F}\u{A1}-\u{167F}\u{1681}-\u{1FFF}\u{200B}-\u{2027}\u{202A}-\u{202E}\
             \u{2030}-\u{205E}\u{2060}-\u{2FFF}\u{3001}-\u{FEFE}\u{FF00}-\u{10FFFF}"
        }
        _ => return None,
    })
}
