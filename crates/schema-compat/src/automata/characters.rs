//! Kinds of characters by their classes, read byte by byte.

use std::collections::BTreeMap;

use regex_syntax::utf8::Utf8Sequences;

/// The maximum number of kinds of characters of one program.
const MOST_KINDS: usize = 4_000;

/// The kinds of characters of a program. Characters that are in the same classes are of one kind.
#[derive(Debug)]
pub(super) struct CharacterKinds {
    /// For each kind, its classes, sorted.
    classes: Vec<Vec<usize>>,
    nodes: Vec<ReadNode>,
    /// For each byte, its class: bytes that are read in the same way everywhere have the same class.
    bytes: Vec<u8>,
}

/// A node of the graph of bytes: the results of the next byte, by the first byte of each range, sorted.
type ReadNode = Vec<(u8, Read)>;

/// The result of reading a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Read {
    /// The bytes do not start a character.
    Nothing,
    /// The bytes are the start of a character.
    Part(u32),
    /// The bytes are a character of a kind.
    Kind(u32),
}

/// The ranges of the bytes of some characters, with their kind.
type Sequence = (Vec<(u8, u8)>, u32);

impl CharacterKinds {
    /// Returns the kinds of all characters, for classes given as ranges; `None` if there are too many.
    pub(super) fn of(classes: &[Vec<(char, char)>]) -> Option<Self> {
        let all = [vec![('\0', char::MAX)]];
        let mut starts: Vec<u32> = vec![SURROGATES.0, SURROGATES.1 + 1];
        for (first, last) in classes.iter().chain(&all).flatten() {
            starts.extend([u32::from(*first), u32::from(*last) + 1]);
        }
        starts.sort_unstable();
        starts.dedup();
        let mut known: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
        let mut sequences: Vec<Sequence> = Vec::new();
        // Adjacent ranges of one kind are merged.
        let mut open: Option<(char, char, u32)> = None;
        for (start, next) in starts.iter().zip(starts.iter().skip(1)) {
            let (Some(first), Some(last)) = (char::from_u32(*start), char::from_u32(next - 1))
            else {
                continue;
            };
            let is_in = |ranges: &Vec<(char, char)>| {
                let at = ranges.partition_point(|(_, last)| *last < first);
                ranges.get(at).is_some_and(|(start, _)| *start <= first)
            };
            let of = classes
                .iter()
                .enumerate()
                .filter(|(_, ranges)| is_in(ranges));
            let of: Vec<usize> = of.map(|(class, _)| class).collect();
            let new = u32::try_from(known.len()).ok()?;
            let kind = *known.entry(of).or_insert(new);
            match &mut open {
                Some((_, end, same)) if *same == kind => *end = last,
                _ => {
                    sequences.extend(open.into_iter().flat_map(bytes));
                    open = Some((first, last, kind));
                }
            }
        }
        sequences.extend(open.into_iter().flat_map(bytes));
        if known.len() > MOST_KINDS {
            return None;
        }
        let mut kinds = Self {
            classes: vec![Vec::new(); known.len()],
            nodes: vec![ReadNode::new()],
            bytes: Vec::new(),
        };
        for (of, kind) in known {
            if let Some(place) = kinds.classes.get_mut(kind as usize) {
                *place = of;
            }
        }
        let sequences: Vec<_> = sequences
            .iter()
            .map(|(all, kind)| (all.as_slice(), *kind))
            .collect();
        let root = kinds.node(&sequences, &mut BTreeMap::new())?;
        if let Some(place) = kinds.nodes.first_mut() {
            *place = root;
        }
        kinds.bytes = kinds.byte_classes();
        Some(kinds)
    }

    /// Returns the node for these sequences.
    fn node(
        &mut self,
        sequences: &[(&[(u8, u8)], u32)],
        known: &mut BTreeMap<ReadNode, u32>,
    ) -> Option<ReadNode> {
        let mut node = ReadNode::new();
        let mut end = 0u16;
        for group in sequences.chunk_by(|(one, _), (other, _)| one.first() == other.first()) {
            let (sequence, kind) = group.first()?;
            let (first, last) = *sequence.first()?;
            let read = match sequence.len() {
                1 => Read::Kind(*kind),
                _ => {
                    let rest: Vec<_> = group
                        .iter()
                        .filter_map(|(sequence, kind)| Some((sequence.get(1..)?, *kind)))
                        .collect();
                    let next = self.node(&rest, known)?;
                    let new = u32::try_from(self.nodes.len()).ok()?;
                    let at = *known.entry(next.clone()).or_insert(new);
                    if at == new {
                        self.nodes.push(next);
                    }
                    Read::Part(at)
                }
            };
            if u16::from(first) > end {
                node.push((u8::try_from(end).ok()?, Read::Nothing));
            }
            node.push((first, read));
            end = u16::from(last) + 1;
        }
        if let Ok(end) = u8::try_from(end) {
            node.push((end, Read::Nothing));
        }
        Some(node)
    }

    fn byte_classes(&self) -> Vec<u8> {
        let mut begins = vec![false; 256];
        for (first, _) in self.nodes.iter().flatten() {
            if let Some(begins) = begins.get_mut(usize::from(*first)) {
                *begins = true;
            }
        }
        let mut class = 0u8;
        let classes = begins.iter().enumerate().map(|(byte, begins)| {
            class = class.saturating_add(u8::from(*begins && byte > 0));
            class
        });
        classes.collect()
    }

    pub(super) fn count(&self) -> usize {
        self.classes.len()
    }

    pub(super) fn is_in(&self, kind: usize, class: usize) -> bool {
        let classes = self.classes.get(kind);
        classes.is_some_and(|classes| classes.binary_search(&class).is_ok())
    }

    /// Returns the classes of a kind that are among some classes, which are sorted.
    pub(super) fn classes_among(&self, kind: usize, some: &[usize]) -> Vec<usize> {
        let classes = self.classes.get(kind).into_iter().flatten();
        let among = classes.filter(|class| some.binary_search(class).is_ok());
        among.copied().collect()
    }

    pub(super) fn byte_class(&self, byte: u8) -> u8 {
        self.bytes.get(usize::from(byte)).copied().unwrap_or(0)
    }

    /// Returns the number of nodes, each of which stands for the first bytes of a character. The first node stands for
    /// no bytes.
    pub(super) fn parts(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    /// Returns the result of reading a byte after the first bytes of a character.
    pub(super) fn read(&self, part: u32, byte: u8) -> Read {
        let Some(node) = self.nodes.get(part as usize) else {
            return Read::Nothing;
        };
        let at = node.partition_point(|(first, _)| *first <= byte);
        let known = at.checked_sub(1).and_then(|at| node.get(at));
        known.map_or(Read::Nothing, |(_, read)| *read)
    }
}

/// The code points that are not characters.
const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);

fn bytes((first, last, kind): (char, char, u32)) -> impl Iterator<Item = Sequence> {
    Utf8Sequences::new(first, last).map(move |sequence| {
        let ranges = sequence.as_slice().iter();
        (ranges.map(|range| (range.start, range.end)).collect(), kind)
    })
}
