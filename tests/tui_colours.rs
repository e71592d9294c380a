//! The screens in colour: a letter for each look that a cell can have, and what the letters mean.

use std::fmt::Write as _;

use loopscope::tui::Theme;
use loopscope::tui::action::{Action, Direction};
use loopscope::tui::app::App;
use loopscope::tui::screen;
use loopscope::tui::text::Charset;
use loopscope::tui::theme::{Palette, Scheme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

#[path = "model/runs.rs"]
#[allow(dead_code, reason = "each test program uses its part")]
mod runs;
#[path = "model/script.rs"]
#[allow(dead_code, reason = "each test program uses its part")]
mod script;

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 36), (200, 50)];

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Two sleepers, of which one was just woken.
fn player(palette: Palette, scheme: Scheme, size: (u16, u16)) -> App {
    let mut app = App::new(Theme { charset: Charset::Unicode, palette, scheme });
    app.show("Two sleepers", runs::two_sleepers());
    app.resize(size);
    for _ in 0..30 {
        app.update(Action::Event(Direction::Forward));
    }
    app
}

/// The looks of all cells, the most usual one as a blank; below, what each letter stands for.
fn colours(app: &App, (columns, lines): (u16, u16)) -> String {
    let area = Rect::new(0, 0, columns, lines);
    let mut buffer = Buffer::empty(area);
    screen::paint(app, area, &mut buffer);
    let mut looks: Vec<Style> = vec![app.theme().ground().patch(app.theme().text())];
    let mut text = String::new();
    for y in 0..lines {
        let mut line = String::new();
        for x in 0..columns {
            let cell = &buffer[(x, y)];
            let bare = cell.symbol() == " " && cell.modifier.is_empty();
            let style = if bare { looks[0] } else { cell.style() };
            let known = looks.iter().position(|look| same(*look, style)).unwrap_or_else(|| {
                looks.push(style);
                looks.len() - 1
            });
            line.push(if known == 0 { ' ' } else { char::from(LETTERS[known - 1]) });
        }
        writeln!(text, "{}", line.trim_end()).expect("memory");
    }
    for (look, letter) in looks[1..].iter().zip(LETTERS) {
        let [fg, bg] = [look.fg, look.bg].map(|colour| format!("{:?}", colour.unwrap_or_default()));
        writeln!(text, "{}: {fg} on {bg} {:?}", char::from(*letter), look.add_modifier).expect("memory");
    }
    text
}

/// Whether two styles look the same: what is not said is the terminal's own.
fn same(one: Style, other: Style) -> bool {
    let whole =
        |style: Style| (style.fg.unwrap_or_default(), style.bg.unwrap_or_default(), style.add_modifier);
    whole(one) == whole(other)
}

#[test]
fn the_player_in_the_terminals_colours() {
    for size in SIZES {
        let app = player(Palette::Sixteen, Scheme::Terminal, size);
        insta::assert_snapshot!(format!("player_{}x{}", size.0, size.1), colours(&app, size));
    }
}

#[test]
fn the_player_in_every_theme() {
    let size = (80, 24);
    for scheme in Scheme::ALL {
        let app = player(Palette::True, scheme, size);
        insta::assert_snapshot!(format!("player_{scheme:?}").to_lowercase(), colours(&app, size));
    }
}

#[test]
fn the_player_without_colour() {
    for size in SIZES {
        let app = player(Palette::Plain, Scheme::Monochrome, size);
        let seen = colours(&app, size);
        assert!(
            seen.lines().filter(|line| line.contains(" on ")).all(|line| line.contains(": Reset on Reset"))
        );
        insta::assert_snapshot!(format!("player_plain_{}x{}", size.0, size.1), seen);
    }
}
