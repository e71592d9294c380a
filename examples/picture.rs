//! Makes the pictures of the README from the real screen: runs the program in a pseudo-terminal, types at it,
//! and writes what the terminal then shows as SVG.
//!
//! ```text
//! cargo build --release --locked
//! cargo run --release --locked --example picture
//! ```

use std::error::Error;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use vt100::{Cell, Color, Parser, Screen};

/// A picture: the arguments, what to wait for, the keys, and what stands on the screen then.
struct Picture {
    file: &'static str,
    arguments: &'static [&'static str],
    first: &'static str,
    keys: &'static [&'static str],
    last: &'static str,
}

const PICTURES: &[Picture] = &[
    Picture { file: "docs/gallery.svg", arguments: &[], first: "Coroutines", keys: &[], last: "quit" },
    Picture {
        file: "docs/player.svg",
        arguments: &["two_sleepers"],
        first: "end three",
        // To the start, and from there to where the first timer has resolved its future.
        keys: &["g", "]", "]", "]", "\x1b[C", "\x1b[C", "\x1b[C"],
        last: "iteration 3",
    },
    // The moment at which a task of a group raised.
    Picture {
        file: "docs/raised.svg",
        arguments: &["task_group_failing"],
        first: "fails",
        keys: &["g", "d"],
        last: "raised ValueError",
    },
    // The end of a deadlock: the sums, who waits for whom, and the sentence.
    Picture {
        file: "docs/deadlock.svg",
        arguments: &["dining_philosophers"],
        first: "philosopher 5",
        keys: &["G"],
        last: "deadlock",
    },
];

const COLUMNS: u16 = 120;
const LINES: u16 = 34;

/// How long a screen may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long nothing may change before a screen counts as drawn.
const QUIET: Duration = Duration::from_millis(300);

fn main() -> Result<(), Box<dyn Error>> {
    let program = std::env::args().nth(1).unwrap_or_else(|| "target/release/loopscope".to_owned());
    for picture in PICTURES {
        let screen = photograph(&program, picture)?;
        std::fs::write(picture.file, svg(&screen))?;
        println!("{}", picture.file);
    }
    Ok(())
}

type Shared<T> = Arc<Mutex<T>>;

fn with<T, R>(shared: &Shared<T>, look: impl FnOnce(&mut T) -> R) -> R {
    look(&mut shared.lock().unwrap_or_else(PoisonError::into_inner))
}

fn photograph(program: &str, picture: &Picture) -> Result<Screen, Box<dyn Error>> {
    let size = PtySize { rows: LINES, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let terminal = native_pty_system().openpty(size)?;
    let mut command = CommandBuilder::new(Path::new(program).canonicalize()?);
    command.args(picture.arguments);
    command.cwd(std::env::current_dir()?);
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8")] {
        command.env(name, value);
    }
    command.env_remove("NO_COLOR");
    let mut child = terminal.slave.spawn_command(command)?;
    let parser = Arc::new(Mutex::new((Parser::new(LINES, COLUMNS, 0), Instant::now())));
    let mut output = terminal.master.try_clone_reader()?;
    let seen = Arc::clone(&parser);
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            with(&seen, |(parser, changed)| {
                parser.process(&bytes[..count]);
                *changed = Instant::now();
            });
        }
    });
    let mut keyboard = terminal.master.take_writer()?;
    wait_for(&parser, picture.first)?;
    for key in picture.keys {
        keyboard.write_all(key.as_bytes())?;
        keyboard.flush()?;
        thread::sleep(QUIET);
    }
    wait_for(&parser, picture.last)?;
    let screen = with(&parser, |(parser, _)| parser.screen().clone());
    keyboard.write_all(b"q")?;
    child.wait()?;
    Ok(screen)
}

/// Waits until `text` stands on the screen and nothing changes any more.
fn wait_for(parser: &Shared<(Parser, Instant)>, text: &str) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    loop {
        let done = with(parser, |(parser, changed)| {
            changed.elapsed() > QUIET && parser.screen().contents().contains(text)
        });
        if done {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            let contents = with(parser, |(parser, _)| parser.screen().contents());
            return Err(format!("{text:?} never stood on the screen:\n{contents}").into());
        }
        thread::sleep(QUIET / 10);
    }
}

/// A cell in the units of the picture.
const CELL: (f32, f32) = (8.4, 18.0);

/// The edge around the screen.
const EDGE: f32 = 12.0;

const FOREGROUND: &str = "#d4d4d4";
const BACKGROUND: &str = "#16181d";

/// Cells that look the same and stand next to one another.
#[derive(Default)]
struct Run {
    column: u16,
    cells: u16,
    text: String,
    look: Look,
}

#[derive(Default, PartialEq, Eq)]
struct Look {
    foreground: Option<String>,
    background: Option<String>,
    /// Attributes of the text, as SVG writes them.
    style: [&'static str; 4],
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (mut foreground, mut background) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
        if cell.inverse() {
            let paper = background.unwrap_or_else(|| BACKGROUND.to_owned());
            background = Some(foreground.unwrap_or_else(|| FOREGROUND.to_owned()));
            foreground = Some(paper);
        }
        let when = |is_set: bool, attribute: &'static str| if is_set { attribute } else { "" };
        let style = [
            when(cell.bold(), " font-weight=\"bold\""),
            when(cell.italic(), " font-style=\"italic\""),
            when(cell.dim(), " opacity=\"0.6\""),
            when(cell.underline(), " text-decoration=\"underline\""),
        ];
        Self { foreground, background, style }
    }

    fn attributes(&self) -> String {
        let fill = self.foreground.as_ref().map_or(String::new(), |colour| format!(" fill=\"{colour}\""));
        fill + &self.style.concat()
    }
}

/// The colours of xterm's 256, by number; none for the terminal's own.
fn colour(colour: Color) -> Option<String> {
    const NAMED: [&str; 16] = [
        "#1c1c1c", "#d75f5f", "#87af5f", "#d7af5f", "#5f87d7", "#af87d7", "#5fafaf", "#c6c6c6", "#767676",
        "#ff8787", "#afd787", "#ffd787", "#87afff", "#d7afff", "#87d7d7", "#ffffff",
    ];
    let index = match colour {
        Color::Default => return None,
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Idx(index) => index,
    };
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    Some(match index {
        0..16 => NAMED[usize::from(index)].to_owned(),
        16..232 => {
            let n = index - 16;
            format!("#{:02x}{:02x}{:02x}", level(n / 36), level(n / 6 % 6), level(n % 6))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
    })
}

fn runs(screen: &Screen, line: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..COLUMNS {
        let Some(cell) = screen.cell(line, column) else { continue };
        if cell.is_wide_continuation() {
            if let Some(run) = runs.last_mut() {
                run.cells += 1;
            }
            continue;
        }
        let look = Look::of(cell);
        let text = if cell.has_contents() { cell.contents() } else { " " };
        match runs.last_mut() {
            Some(run) if run.look == look => {
                run.cells += 1;
                run.text.push_str(text);
            }
            _ => runs.push(Run { column, cells: 1, text: text.to_owned(), look }),
        }
    }
    runs
}

fn svg(screen: &Screen) -> String {
    let width = f32::from(COLUMNS) * CELL.0 + 2.0 * EDGE;
    let height = f32::from(LINES) * CELL.1 + 2.0 * EDGE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" \
         font-family=\"'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace\" font-size=\"14\" fill=\"{FOREGROUND}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for line in 0..LINES {
        for run in runs(screen, line) {
            draw(&run, line, &mut svg);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw(run: &Run, line: u16, svg: &mut String) {
    let (x, y) = (EDGE + f32::from(run.column) * CELL.0, EDGE + f32::from(line) * CELL.1);
    let width = f32::from(run.cells) * CELL.0;
    let mut put = |element: std::fmt::Arguments<'_>| {
        svg.write_fmt(element).expect("writing to memory cannot fail");
    };
    if let Some(colour) = &run.look.background {
        put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{}\" fill=\"{colour}\"/>\n",
            CELL.1
        ));
    }
    let text = run.text.trim_end();
    if text.is_empty() {
        return;
    }
    let cells = f32::from(run.cells) - (run.text.chars().count() - text.chars().count()) as f32;
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    put(format_args!(
        "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{:.1}\" xml:space=\"preserve\"{}>{text}</text>\n",
        y + CELL.1 * 0.76,
        cells * CELL.0,
        run.look.attributes(),
    ));
}
