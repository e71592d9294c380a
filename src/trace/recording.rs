//! The recording format: a versioned header, then one JSON object per line.
//!
//! ```text
//! {"loopscope":1,"program":"two_sleepers.py","source":"…","seed":0,"clock":"virtual","writer":"…"}
//! {"e":"def-text","i":1,"v":"main"}
//! {"e":"it","+":300,"lp":1,"n":1,"r":1,"m":0,"w":0}
//! {"e":"step","t":1,"h":1,"n":1}
//! ```
//!
//! `e` names the event; the other keys are [`Number::short`] and [`Text::short`]. What seldom changes is
//! written only where it does: `+` is the time since the line before, in nanoseconds; `on` the thread; `lp`
//! the loop, 0 for none. An event's number is its place among the lines that are no definitions.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Write};

use serde::de::{DeserializeSeed, MapAccess, Visitor};
use thiserror::Error;

use super::{Sink, Stamp};
use crate::event::{Definition, Event, EventKind, FORMAT_VERSION, FieldError, Fields, Header, Number, Text};
use crate::id::{LoopId, ThreadId};
use crate::time::Delay;

/// The longest line that is read, in bytes; a longer one is not a recording's.
pub const MAX_LINE: usize = 64 << 20;

/// Writes a recording. The first failure to write is kept and everything after it dropped.
pub struct Writer<W: Write> {
    out: W,
    line: Vec<u8>,
    last: Stamp,
    failure: Option<io::Error>,
}

impl<W: Write> Writer<W> {
    /// A writer on `out`, which should be buffered.
    pub fn new(out: W) -> Self {
        Self { out, line: Vec::with_capacity(256), last: Stamp::default(), failure: None }
    }

    /// Writes what is left; gives back the first failure of all.
    ///
    /// # Errors
    /// When anything could not be written.
    pub fn finish(&mut self) -> io::Result<()> {
        let flushed = self.out.flush();
        self.failure.take().map_or(flushed, Err)
    }

    fn put_line(&mut self) {
        self.line.extend_from_slice(b"}\n");
        if self.failure.is_none() {
            self.failure = self.out.write_all(&self.line).err();
        }
    }

    fn open(&mut self, tag: &str) {
        self.line.clear();
        self.line.extend_from_slice(b"{\"e\":\"");
        self.line.extend_from_slice(tag.as_bytes());
        self.line.push(b'"');
    }

    fn put_number(&mut self, key: &str, value: u64) {
        self.line.extend_from_slice(b",\"");
        self.line.extend_from_slice(key.as_bytes());
        self.line.extend_from_slice(b"\":");
        self.line.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
    }

    fn put_fields(&mut self, fields: &Fields<'_>) {
        for (key, value) in fields.numbers() {
            self.put_number(key.short(), value);
        }
        for (key, text) in fields.texts() {
            self.line.extend_from_slice(b",\"");
            self.line.extend_from_slice(key.short().as_bytes());
            self.line.extend_from_slice(b"\":");
            // Writing JSON into memory cannot fail for a string.
            let written = serde_json::to_writer(&mut self.line, text);
            debug_assert!(written.is_ok(), "a string is always JSON");
        }
    }
}

impl<W: Write + Send> Writer<W> {
    /// Writes one event that is already in memory.
    pub fn write_event(&mut self, event: &Event) {
        let stamp = Stamp { at: event.at, thread: event.thread, on_loop: event.on_loop };
        self.event(stamp, &event.kind.to_fields());
    }
}

impl<W: Write + Send> Sink for Writer<W> {
    fn header(&mut self, header: &Header) {
        self.line.clear();
        let written = serde_json::to_writer(&mut self.line, header);
        debug_assert!(written.is_ok(), "a header is always JSON");
        self.line.push(b'\n');
        if self.failure.is_none() {
            self.failure = self.out.write_all(&self.line).err();
        }
    }

    fn definition(&mut self, fields: &Fields<'_>) {
        self.open(&fields.tag);
        self.put_fields(fields);
        self.put_line();
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        self.open(&fields.tag);
        let passed = stamp.at.since(self.last.at);
        if passed > Delay::ZERO {
            self.put_number("+", passed.0);
        }
        if stamp.thread != self.last.thread {
            self.put_number("on", u64::from(stamp.thread.0));
        }
        if stamp.on_loop != self.last.on_loop {
            self.put_number("lp", stamp.on_loop.map_or(0, |id| u64::from(id.0)));
        }
        self.last = stamp;
        self.put_fields(fields);
        self.put_line();
    }

    fn flush(&mut self) {
        if self.failure.is_none() {
            self.failure = self.out.flush().err();
        }
    }
}

impl<W: Write> fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("last", &self.last)
            .field("failure", &self.failure)
            .finish_non_exhaustive()
    }
}

/// A line of a recording after its first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Record {
    /// A number gets its meaning.
    Definition(Definition),
    /// Something happened.
    Event(Event),
}

/// Why a recording cannot be read, or not to its end.
#[derive(Debug, Error)]
pub enum RecordError {
    /// The first line is no header.
    #[error(
        "line 1: this is not a loopscope recording ({0}); record one with `loopscope run FILE --record OUT.jsonl`"
    )]
    NoHeader(String),
    /// The recording is of a newer version.
    #[error(
        "line 1: the recording has format version {found}, this program reads up to version {FORMAT_VERSION}; a newer loopscope is needed"
    )]
    Newer {
        /// The recording's version.
        found: u32,
    },
    /// A line is no JSON object of the expected shape.
    #[error("line {line}: {why}")]
    Syntax {
        /// Its number, from 1.
        line: u64,
        /// What is wrong.
        why: String,
    },
    /// A line is JSON, but no event.
    #[error("line {line}: {why}")]
    Field {
        /// Its number, from 1.
        line: u64,
        /// What is wrong.
        why: FieldError,
    },
    /// The last line has no end: the recording was cut off.
    #[error("line {line}: cut off in the middle; everything before it was read")]
    CutOff {
        /// Its number, from 1.
        line: u64,
    },
    /// A line is longer than [`MAX_LINE`].
    #[error("line {line}: longer than {} MiB", MAX_LINE >> 20)]
    TooLong {
        /// Its number, from 1.
        line: u64,
    },
    /// The bytes could not be had.
    #[error("line {line}: {why}")]
    Io {
        /// The number of the line that was being read, from 1.
        line: u64,
        /// What the system said.
        why: io::Error,
    },
}

/// Turns the lines of one recording back into definitions and events, in order.
#[derive(Debug, Default)]
pub struct Decoder {
    line: u64,
    seq: u64,
    last: Stamp,
}

impl Decoder {
    /// Reads the first line.
    ///
    /// # Errors
    /// When it is no header, or that of a newer format.
    pub fn header(&mut self, line: &[u8]) -> Result<Header, RecordError> {
        #[derive(serde::Deserialize)]
        struct Version {
            loopscope: u32,
        }

        self.line = 1;
        let no_header = |why: serde_json::Error| RecordError::NoHeader(why.to_string());
        // The version first: a newer header may have another shape.
        let Version { loopscope } = serde_json::from_slice(line).map_err(no_header)?;
        if loopscope > FORMAT_VERSION {
            return Err(RecordError::Newer { found: loopscope });
        }
        serde_json::from_slice(line).map_err(no_header)
    }

    /// Reads the next line, given without or with its end.
    ///
    /// # Errors
    /// When it is no line of a recording.
    pub fn record(&mut self, line: &[u8]) -> Result<Record, RecordError> {
        self.line += 1;
        let mut stamp = self.last;
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        let mut fields = Fields::default();
        LineSeed { stamp: &mut stamp, fields: &mut fields }
            .deserialize(&mut deserializer)
            .and_then(|()| deserializer.end())
            .map_err(|why| RecordError::Syntax { line: self.line, why: without_line(&why) })?;
        let field_error = |why| RecordError::Field { line: self.line, why };
        if let Some(definition) = Definition::from_fields(&fields).map_err(field_error)? {
            return Ok(Record::Definition(definition));
        }
        let kind = EventKind::from_fields(&fields).map_err(field_error)?;
        self.last = stamp;
        let event = Event { seq: self.seq, at: stamp.at, thread: stamp.thread, on_loop: stamp.on_loop, kind };
        self.seq += 1;
        Ok(Record::Event(event))
    }
}

/// What is wrong with a line. The library counts lines too, and for it each is the first.
fn without_line(why: &serde_json::Error) -> String {
    why.to_string().replace(" at line 1 column ", " at column ")
}

/// Reads one line into flat fields, and moves the stamp on by what the line says of it.
struct LineSeed<'s, 'de> {
    stamp: &'s mut Stamp,
    fields: &'s mut Fields<'de>,
}

impl<'de> DeserializeSeed<'de> for LineSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for LineSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event: a JSON object with the key \"e\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while let Some(Str(key)) = map.next_key()? {
            match &*key {
                "e" => self.fields.tag = map.next_value::<Str<'de>>()?.0,
                "+" => self.stamp.at = self.stamp.at + Delay(map.next_value()?),
                "on" => self.stamp.thread = ThreadId(map.next_value()?),
                "lp" => {
                    let id: u32 = map.next_value()?;
                    self.stamp.on_loop = (id != 0).then_some(LoopId(id));
                }
                key => {
                    if let Some(number) = Number::from_short(key) {
                        self.fields.set(number, map.next_value()?);
                    } else if let Some(text) = Text::from_short(key) {
                        self.fields.set_text(text, map.next_value::<Str<'de>>()?.0);
                    } else {
                        // A later writer of this version may add keys; they are nothing to us.
                        map.next_value::<serde::de::IgnoredAny>()?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// A string, borrowed from the line where it has no escapes.
struct Str<'de>(Cow<'de, str>);

impl<'de> serde::Deserialize<'de> for Str<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StrVisitor;

        impl<'de> Visitor<'de> for StrVisitor {
            type Value = Str<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Str(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Str(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(StrVisitor)
    }
}

/// Reads a recording from a file or a pipe.
#[derive(Debug)]
pub struct Reader<R> {
    input: R,
    line: Vec<u8>,
    decoder: Decoder,
    header: Header,
}

impl<R: BufRead> Reader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// When there is none, or it is of a newer version, or the input fails.
    pub fn new(mut input: R) -> Result<Self, RecordError> {
        let mut line = Vec::new();
        if !read_line(&mut input, &mut line, 1)? && line.is_empty() {
            return Err(RecordError::NoHeader("it is empty".to_owned()));
        }
        let mut decoder = Decoder::default();
        let header = decoder.header(&line)?;
        Ok(Self { input, line, decoder, header })
    }

    /// How the run was set up.
    pub const fn header(&self) -> &Header {
        &self.header
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Record, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.line.clear();
        let number = self.decoder.line + 1;
        match read_line(&mut self.input, &mut self.line, number) {
            Err(error) => Some(Err(error)),
            Ok(false) if self.line.is_empty() => None,
            Ok(whole) => {
                let record = self.decoder.record(&self.line);
                Some(if whole || record.is_ok() { record } else { Err(RecordError::CutOff { line: number }) })
            }
        }
    }
}

/// Reads one line, without its end; says whether it had one.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>, number: u64) -> Result<bool, RecordError> {
    let read = io::Read::take(input.by_ref(), MAX_LINE as u64 + 1)
        .read_until(b'\n', line)
        .map_err(|why| RecordError::Io { line: number, why })?;
    if read > MAX_LINE {
        return Err(RecordError::TooLong { line: number });
    }
    let whole = line.last() == Some(&b'\n');
    if whole {
        line.pop();
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(lines: &str) -> Result<Vec<Record>, RecordError> {
        Reader::new(lines.as_bytes())?.collect()
    }

    const HEADER: &str =
        "{\"loopscope\":1,\"program\":\"a.py\",\"seed\":0,\"clock\":\"virtual\",\"writer\":\"test\"}\n";

    #[test]
    fn what_is_not_repeated_is_carried_forward() {
        let text = format!(
            "{HEADER}{}",
            concat!(
                "{\"e\":\"loop\",\"+\":300,\"on\":2,\"lp\":1}\n",
                "{\"e\":\"loop-\"}\n",
                "{\"e\":\"thread-\",\"+\":5,\"lp\":0}\n",
            )
        );
        let records = decode(&text).unwrap();
        let Record::Event(last) = &records[2] else { panic!("an event was expected") };
        assert_eq!((last.seq, last.at.0, last.thread, last.on_loop), (2, 305, ThreadId(2), None));
    }

    #[test]
    fn a_last_line_cut_off_is_said_and_the_rest_is_read() {
        let text = format!("{HEADER}{{\"e\":\"loop\"}}\n{{\"e\":\"lo");
        let mut reader = Reader::new(text.as_bytes()).unwrap();
        assert!(reader.next().unwrap().is_ok());
        let error = reader.next().unwrap().unwrap_err().to_string();
        assert_eq!(error, "line 3: cut off in the middle; everything before it was read");
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        for (lines, message) in [
            (
                "",
                "line 1: this is not a loopscope recording (it is empty); record one with `loopscope run FILE --record OUT.jsonl`",
            ),
            (
                "{\"loopscope\":99}",
                "line 1: the recording has format version 99, this program reads up to version 1; a newer loopscope is needed",
            ),
        ] {
            assert_eq!(decode(lines).unwrap_err().to_string(), message);
        }
        for (line, message) in [
            ("{\"e\":\"nonsense\"}\n", "line 2: there is no event \"nonsense\""),
            ("{\"e\":\"run\"}\n", "line 2: event \"run\" has no \"h\""),
            ("{\"e\":\"run\",\"h\":4294967296}\n", "line 2: event \"run\": \"h\" cannot be 4294967296"),
            ("\n", "line 2: EOF while parsing a value at column 0"),
        ] {
            assert_eq!(decode(&format!("{HEADER}{line}")).unwrap_err().to_string(), message);
        }
    }
}
