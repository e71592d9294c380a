//! Reading what was typed after `:`, and saying what is wrong with it.

use std::time::Duration;

use super::{COMMANDS, Command, Which};
use crate::player::{Change, Condition, Hold, Line, Move, Speed};
use crate::time::Moment;

/// Why what follows a name cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Misread {
    /// It is something else altogether: how it is written is said.
    Form,
    /// This is wrong with it.
    Because(String),
}

type Read<T> = Result<T, Misread>;

fn because<T>(what: impl Into<String>) -> Read<T> {
    Err(Misread::Because(what.into()))
}

/// Reads what was typed after `:`; an empty line asks for nothing.
///
/// # Errors
/// What is wrong with it, in one sentence.
pub fn read(line: &str) -> Result<Option<Command>, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(None);
    }
    if let Some(movement) = place(line)? {
        return Ok(Some(Command::Go(movement)));
    }
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let found = COMMANDS.iter().find(|entry| entry.names.contains(&name));
    let Some(entry) = found else {
        return Err(format!("there is no command {name:?}; :help names them"));
    };
    (entry.read)(rest.trim()).map(Some).map_err(|misread| match misread {
        Misread::Because(what) => what,
        Misread::Form if entry.form.is_empty() => format!("nothing may follow :{}", entry.names[0]),
        Misread::Form => format!("it is written :{} {}", entry.names[0], entry.form.replace(" · ", " or ")),
    })
}

/// An instant without a name before it; none for what does not begin as one.
fn place(line: &str) -> Result<Option<Move>, String> {
    match line {
        "start" => return Ok(Some(Move::Start)),
        "end" => return Ok(Some(Move::End)),
        _ => {}
    }
    if !line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) {
        return Ok(None);
    }
    if let Some(percent) = line.strip_suffix('%') {
        let percent = percent.trim().parse().ok().filter(|&percent| percent <= 100);
        let percent = percent.ok_or("a share of the events is a whole number from 0% to 100%")?;
        return Ok(Some(Move::ToPercent(percent)));
    }
    let instant = seconds(line.strip_suffix('s').unwrap_or(line).trim());
    let instant = instant.ok_or("an instant is a number of seconds from the start, as 2.5")?;
    Ok(Some(Move::ToTime(Moment::from_secs_f64(instant))))
}

/// Nothing may follow.
pub(super) fn nothing(text: &str, command: Command) -> Read<Command> {
    if text.is_empty() { Ok(command) } else { Err(Misread::Form) }
}

/// Whatever it is, but something.
pub(super) fn something(text: &str) -> Read<String> {
    if text.is_empty() { Err(Misread::Form) } else { Ok(text.to_owned()) }
}

/// The number of an event.
pub(super) fn event(text: &str) -> Read<Command> {
    match text.parse() {
        Ok(number) => Ok(Command::Go(Move::To(number))),
        Err(_) if text.is_empty() => Err(Misread::Form),
        Err(_) => because(format!("{text:?} is not the number of an event; they are counted from 0")),
    }
}

/// Digits and a point, and nothing else that a float may be made of.
fn seconds(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain)
}

/// A number from 1, or all.
pub(super) fn numbered(text: &str) -> Read<Which> {
    let number = || text.parse::<usize>().ok()?.checked_sub(1);
    match text {
        "" => Err(Misread::Form),
        "all" => Ok(Which::All),
        _ => match number() {
            Some(index) => Ok(Which::At(index)),
            None => because(format!("{text:?} is not the number of a breakpoint; they are counted from 1")),
        },
    }
}

/// One of the speeds.
pub(super) fn speed(text: &str) -> Read<Speed> {
    let text = text.trim_end_matches(['x', '×']);
    let factor = match text.split_once('/') {
        Some((above, below)) => seconds(above).zip(seconds(below)).map(|(above, below)| above / below),
        None => seconds(text),
    };
    match factor.and_then(Speed::of) {
        Some(speed) => Ok(speed),
        None => because("the speeds are 1/8, 1/4, 1/2, 1, 2, 4, 8, 16, 32, 64"),
    }
}

/// How long steps are held.
pub(super) fn hold(text: &str) -> Read<Hold> {
    match seconds(text).filter(|&seconds| seconds <= 10.0) {
        Some(seconds) => Ok(Hold::of(Duration::from_secs_f64(seconds))),
        None => because("steps are held for 0 to 10 seconds, as :hold 0.5"),
    }
}

/// A number of events; without one it is only asked about.
pub(super) fn limit(text: &str) -> Read<Option<usize>> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.replace(['_', ','], "").parse() {
        Ok(limit @ 1..) => Ok(Some(limit)),
        _ => because("the limit is a number of events from 1 on, as :limit 200000"),
    }
}

/// A line of the program, `12`, or of another of its files, `work.py:12`.
fn line(text: &str) -> Option<Line> {
    if let Ok(number) = text.parse() {
        return Some(Line::own(number));
    }
    let (file, number) = text.rsplit_once(':')?;
    Some(Line {
        file: Some(file.trim().to_owned()).filter(|file| !file.is_empty()),
        number: number.trim().parse().ok()?,
    })
}

/// At what a breakpoint stops.
pub(super) fn condition(text: &str) -> Read<Condition> {
    if let Some(written) = text.strip_prefix("out ") {
        let written = written.trim();
        let bare = written.strip_prefix('"').map_or(written, |rest| rest.strip_suffix('"').unwrap_or(rest));
        if bare.is_empty() {
            return because("which output? as :break out \"text\"");
        }
        return Ok(Condition::Output(bare.to_owned()));
    }
    if let Some(line) = line(text.trim_start_matches("line ")) {
        return if line.number > 0 { Ok(Condition::Line(line)) } else { because("lines are counted from 1") };
    }
    // A name may hold blanks; the last word says what becomes of the task, and `is` may stand before it.
    let Some((pattern, word)) = text.rsplit_once(' ') else { return Err(Misread::Form) };
    let Some(change) = Change::ALL.into_iter().find(|change| change.word() == word) else {
        let words = Change::ALL.map(Change::word).join(", ");
        return because(format!("{word:?} does not become of a task; that is one of {words}"));
    };
    let pattern = pattern.trim_end();
    let pattern = pattern.strip_suffix(" is").unwrap_or(pattern).trim();
    if pattern.is_empty() {
        return Err(Misread::Form);
    }
    Ok(Condition::Task { pattern: pattern.to_owned(), change })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(line: &str) -> Command {
        read(line).unwrap().unwrap()
    }

    #[test]
    fn places_need_no_name() {
        assert_eq!(ok("2.5"), Command::Go(Move::ToTime(Moment(2_500_000_000))));
        assert_eq!(ok(" 3s "), Command::Go(Move::ToTime(Moment(3_000_000_000))));
        assert_eq!(ok("50%"), Command::Go(Move::ToPercent(50)));
        assert_eq!(ok("e 41"), Command::Go(Move::To(41)));
        assert_eq!(ok("end"), Command::Go(Move::End));
        assert_eq!(read("  "), Ok(None));
    }

    #[test]
    fn breakpoints_are_lines_tasks_and_outputs() {
        assert_eq!(ok("b 12"), Command::Break(Condition::Line(Line::own(12))));
        let other = Line { file: Some("lib/work.py".to_owned()), number: 5 };
        assert_eq!(ok("b lib/work.py:5"), Command::Break(Condition::Line(other)));
        let task =
            |pattern: &str, change| Command::Break(Condition::Task { pattern: pattern.to_owned(), change });
        assert_eq!(ok("b worker-3 cancelled"), task("worker-3", Change::Cancelled));
        assert_eq!(ok("break worker-3 is cancelled"), task("worker-3", Change::Cancelled));
        assert_eq!(ok("b a name with blanks any"), task("a name with blanks", Change::Any));
        assert_eq!(ok("b out \"end two\""), Command::Break(Condition::Output("end two".to_owned())));
        assert_eq!(ok("b out end"), Command::Break(Condition::Output("end".to_owned())));
        for wrong in ["b", "b 0", "b x", "b worker-3 eaten", "b out \"\"", "b out ", "b is any x"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn settings_are_within_their_bounds() {
        assert_eq!(ok("speed 4"), Command::Speed(Speed::TRUE.faster().faster()));
        assert_eq!(ok("speed 1/8"), Command::Speed(Speed::of(0.125).unwrap()));
        assert_eq!(ok("hold 0.5"), Command::Hold(Hold::of(Duration::from_millis(500))));
        assert_eq!(ok("limit 200_000"), Command::Limit(Some(200_000)));
        for wrong in ["speed 3", "speed 0", "speed 1/0", "hold inf", "hold -1", "hold 11", "limit 0", "101%"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_command_gets_one_clear_sentence() {
        let said = |line| read(line).unwrap_err();
        assert_eq!(said("fly"), "there is no command \"fly\"; :help names them");
        assert_eq!(said("q now"), "nothing may follow :quit");
        assert_eq!(said("idle on"), "it is written :idle skip or shorten");
        assert_eq!(said("hold on"), "steps are held for 0 to 10 seconds, as :hold 0.5");
        assert_eq!(said("-5"), "an instant is a number of seconds from the start, as 2.5");
        assert_eq!(said("120%"), "a share of the events is a whole number from 0% to 100%");
        assert_eq!(said("e -1"), "\"-1\" is not the number of an event; they are counted from 0");
        assert_eq!(said("b 0"), "lines are counted from 1");
        assert!(
            said("b worker-3 eaten").starts_with("\"eaten\" does not become of a task; that is one of ready")
        );
        assert_eq!(
            said("f state:foo"),
            "there is no state \"foo\"; they are ready, waiting, running, returned, raised, cancelled, done"
        );
        assert_eq!(said("d one"), "\"one\" is not the number of a breakpoint; they are counted from 1");
    }
}
