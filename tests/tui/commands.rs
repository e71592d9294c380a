//! What is typed on the last line, and what is said in answer.

use super::*;

fn end(size: (u16, u16)) -> App {
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app
}

fn press(app: &mut App, keys: &[&str]) {
    for key in keys {
        app.press(loopscope::tui::keymap::Key::named(key).unwrap());
    }
}

#[test]
fn a_line_is_typed_and_completed() {
    for size in [(40, 12), (80, 24)] {
        let mut app = end(size);
        press(&mut app, &[":", "b", "r"]);
        insta::assert_snapshot!(named("typed", size), text(&app, size));
        press(&mut app, &["tab"]);
        insta::assert_snapshot!(named("choices", size), text(&app, size));
        press(&mut app, &["ctrl-u", "b", "space", "w", "space", "tab"]);
        insta::assert_snapshot!(named("many_choices", size), text(&app, size));
    }
}

#[test]
fn what_is_looked_for_stands_out() {
    let size = (80, 24);
    let mut app = end(size);
    press(&mut app, &["/", "s", "t", "a", "r", "t"]);
    insta::assert_snapshot!("search_typed", text(&app, size));
    press(&mut app, &["enter"]);
    let shown = text(&app, size);
    let buffer = paint(&app, size);
    let symbol = |x: u16, y: u16| {
        let cell = &buffer[(x, y)];
        if cell.modifier.contains(ratatui::style::Modifier::REVERSED) { cell.symbol() } else { " " }
    };
    let row = |y| (0..size.0).map(|x| symbol(x, y)).collect::<String>().trim_end().to_owned();
    let marked: Vec<String> = (0..size.1).map(row).collect();
    insta::assert_snapshot!("search", format!("{shown}\n{}\n", marked.join("\n")));
}

/// What is said in answer to commands, and that none of it is cut.
#[test]
fn every_command_is_answered() {
    let answers = [
        ("b 999", "there is no line 999: the program has 16"),
        ("f state:foo", "there is no state \"foo\""),
        ("f nobody", "no task has a row now"),
        ("f", ""),
        ("99", "the run ends after 3.000 s: this is the end"),
        ("e 99999", "the run ends after 78 events: this is the end"),
        ("e 41", ""),
        ("-5", "an instant is a number of seconds from the start, as 2.5"),
        ("120%", "a share of the events is a whole number from 0% to 100%"),
        ("b 6", "breakpoint set: line 6"),
        ("b work eaten", "\"eaten\" does not become of a task"),
        ("off 1", "breakpoint off: line 6"),
        ("on 2", "there is no breakpoint with this number"),
        ("d all", "breakpoint deleted: all 1"),
        ("off all", "no breakpoint is set"),
        ("hold 0.5", "steps are held for 0.5 s"),
        ("hold 99", "steps are held for 0 to 10 seconds"),
        ("idle skip", "long waits are skipped"),
        ("speed 4", "speed 4×"),
        ("speed 3", "the speeds are 1/8"),
    ];
    for size in [(40, 12), (80, 24)] {
        let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
        for (line, answer) in answers {
            app.update(Action::Edge(Direction::Back));
            app.press(loopscope::tui::keymap::Key::named("f12").unwrap());
            app.type_command(line);
            let said = app.remark().unwrap_or_default().to_owned();
            assert!(said.starts_with(answer) && said.is_empty() == answer.is_empty(), "{line}: {said}");
            let shown = text(&app, size).replace("\n ", " ");
            assert!(shown.contains(&said), "{line}: {said}\n{shown}");
        }
    }
}

#[test]
fn a_long_answer_takes_as_many_lines_as_it_needs() {
    let size = (40, 12);
    let mut app = end(size);
    app.type_command("filter state:foo");
    insta::assert_snapshot!("long_answer", text(&app, size));
    let room = |app: &App| text(app, size).lines().filter(|line| line.starts_with(['│', '╭', '╰'])).count();
    let small = room(&app);
    press(&mut app, &["f12"]);
    assert!(room(&app) > small, "the lines are given back");
}

#[test]
fn no_key_of_the_help_is_cut() {
    for (charset, size) in [(Charset::Unicode, (40, 12)), (Charset::Ascii, (80, 24))] {
        let theme = Theme { charset, ..UNICODE };
        let mut app = player(theme, runs::two_sleepers(), size, 10);
        app.update(Action::Help);
        insta::assert_snapshot!(format!("help_{charset:?}_{}x{}", size.0, size.1), text(&app, size));
        for _ in 0..20 {
            let shown = text(&app, size);
            let mut keys = shown.lines().filter(|line| line.contains("shift") || line.contains("ctrl"));
            assert!(keys.all(|line| !line.contains(charset.ellipsis())), "{shown}");
            app.update(Action::Scroll(Direction::Forward, Stride::Page));
        }
    }
}

#[test]
fn a_long_notice_is_scrolled_and_goes_with_any_other_key() {
    let size = (40, 12);
    let mut app = end(size);
    let lines: Vec<String> = (1..=20).map(|n| format!("line {n}: nothing")).collect();
    app.set_notice(&lines.join("\n"));
    assert!(text(&app, size).contains("line 1:"));
    press(&mut app, &["pgdn", "pgdn", "down", "down"]);
    assert!(text(&app, size).contains("line 20:"), "{}", text(&app, size));
    press(&mut app, &["x"]);
    assert_eq!(app.notice(), None);
    app.set_notice("a short one");
    press(&mut app, &["down"]);
    assert_eq!(app.notice(), None);
}

#[test]
fn no_command_of_the_help_is_cut() {
    for size in [(40, 12), (80, 24)] {
        let mut app = end(size);
        app.type_command("help");
        insta::assert_snapshot!(named("commands", size), text(&app, size));
        let mut shown = String::new();
        for _ in 0..40 {
            shown.push_str(&text(&app, size));
            app.update(Action::Scroll(Direction::Forward, Stride::Line));
        }
        assert!(shown.contains("out \"text\""), "{shown}");
    }
}
