//! The screens, drawn into a buffer: snapshots at fixed playheads, and every size for panics.

use std::time::Duration;

use loopscope::event::{Cause, EventKind, StepOutcome};
use loopscope::id::TaskId;
use loopscope::model::History;
use loopscope::scenario::Catalog;
use loopscope::tui::Theme;
use loopscope::tui::action::{Action, Direction, Stride};
use loopscope::tui::app::{App, Effect, Origin};
use loopscope::tui::keymap::{KEYS, Key};
use loopscope::tui::mouse::Gesture;
use loopscope::tui::prompt::Asking;
use loopscope::tui::screen;
use loopscope::tui::session::Panel;
use loopscope::tui::text::{Charset, width};
use loopscope::tui::theme::{Palette, Scheme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

#[path = "model/runs.rs"]
#[allow(dead_code, reason = "each test program uses its part")]
mod runs;
#[path = "model/script.rs"]
#[allow(dead_code, reason = "each test program uses its part")]
mod script;

#[path = "tui/commands.rs"]
mod commands;
#[path = "tui/lists.rs"]
mod lists;

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 36), (200, 50)];

const UNICODE: Theme = Theme { charset: Charset::Unicode, palette: Palette::Plain, scheme: Scheme::Terminal };

fn player(theme: Theme, history: History, size: (u16, u16), events: usize) -> App {
    let mut app = App::new(theme);
    app.show("Two sleepers", history);
    app.resize(size);
    for _ in 0..events {
        app.update(Action::Event(Direction::Forward));
    }
    app
}

fn gallery(size: (u16, u16)) -> App {
    let mut app = App::with_gallery(Catalog::embedded(), UNICODE);
    app.resize(size);
    app
}

fn paint(app: &App, (columns, lines): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, columns, lines);
    let mut buffer = Buffer::empty(area);
    screen::paint(app, area, &mut buffer);
    buffer
}

/// The screen as text, without the blanks at the ends of its lines.
fn text(app: &App, size: (u16, u16)) -> String {
    let buffer = paint(app, size);
    let mut text = String::new();
    for y in 0..size.1 {
        let mut line = String::new();
        let mut x = 0;
        while x < size.0 {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            // What stands below the right half of a wide character is not seen.
            x += u16::try_from(width(symbol)).expect("a character is one or two cells wide").max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn named(name: &str, size: (u16, u16)) -> String {
    format!("{name}_{}x{}", size.0, size.1)
}

#[test]
fn the_gallery() {
    for size in SIZES {
        insta::assert_snapshot!(named("gallery", size), text(&gallery(size), size));
    }
}

#[test]
fn a_filtered_gallery() {
    let size = (80, 24);
    let mut app = gallery(size);
    app.update(Action::Filter);
    app.paste("future");
    app.update(Action::Select(Direction::Forward, Stride::Line));
    insta::assert_snapshot!("gallery_filtered", text(&app, size));
}

/// Event 22 of the two sleepers is the end of Task-3's first step: everybody waits.
#[test]
fn both_sleep() {
    for size in SIZES {
        let app = player(UNICODE, runs::two_sleepers(), size, 22);
        insta::assert_snapshot!(named("both_sleep", size), text(&app, size));
    }
}

#[test]
fn the_end_and_its_sums() {
    for size in [(80, 24), (120, 36)] {
        let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
        app.update(Action::Edge(Direction::Forward));
        insta::assert_snapshot!(named("end", size), text(&app, size));
    }
}

#[test]
fn the_order_axis() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Axis);
    insta::assert_snapshot!("order_axis", text(&app, size));
}

#[test]
fn a_deadlock_is_explained() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::stuck(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    insta::assert_snapshot!("deadlock", text(&app, size));
    app.update(Action::Sums);
    insta::assert_snapshot!("deadlock_sums", text(&app, size));
}

/// Each of the panels that share a place, at the end of a run in which two tasks hold each other up.
#[test]
fn the_panels_that_share_a_place() {
    for (name, panel) in [("task", Panel::Inspector), ("objects", Panel::Sync), ("waits", Panel::Waits)] {
        for size in [(40, 12), (80, 24)] {
            let mut app = player(UNICODE, runs::crossed_locks(), size, 0);
            app.update(Action::Edge(Direction::Forward));
            app.update(Action::Show(panel));
            if size.0 == 80 {
                app.update(Action::Focus(Direction::Forward));
                app.update(Action::Focus(Direction::Forward));
                app.update(Action::Enlarge);
            }
            insta::assert_snapshot!(named(name, size), text(&app, size));
        }
    }
}

/// How many events there are once a task raised.
fn once_raised(history: &History, task: u32) -> usize {
    let is_it = |n: &usize| match history.event(*n).unwrap().kind {
        EventKind::StepEnded { task: other, outcome: StepOutcome::Raised { .. }, .. } => other.0 == task,
        _ => false,
    };
    (0..history.len()).find(is_it).unwrap() + 1
}

#[test]
fn an_exception_is_shown_where_it_was_raised() {
    for size in SIZES {
        let history = runs::broken();
        let raised = once_raised(&history, 2);
        let mut app = player(UNICODE, history, size, raised);
        assert_eq!(app.session().unwrap().marks().focus(), Some(6));
        if size.0 == 80 {
            app.update(Action::Show(Panel::Inspector));
        }
        insta::assert_snapshot!(named("raised", size), text(&app, size));
    }
    let size = (120, 36);
    let mut app = player(UNICODE, runs::broken(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Show(Panel::Inspector));
    insta::assert_snapshot!("raised_end", text(&app, size));
    assert_eq!(app.session().unwrap().marks().focus(), Some(6));
}

/// What was raised is shown by its glyph and its line also where there are no colours, and in ASCII.
#[test]
fn a_raised_line_is_underlined_from_its_first_character() {
    let size = (200, 50);
    for (charset, glyph) in [(Charset::Unicode, "✗"), (Charset::Ascii, "!")] {
        let theme = Theme { charset, ..UNICODE };
        let history = runs::broken();
        let raised = once_raised(&history, 2);
        let app = player(theme, history, size, raised);
        let (x, y) = place_of(&app, size, "raise ValueError");
        let buffer = paint(&app, size);
        let is_underlined = |x: u16| buffer[(x, y)].modifier.contains(Modifier::UNDERLINED);
        assert!(!is_underlined(x - 1) && is_underlined(x) && is_underlined(x + 10));
        assert_eq!(buffer[(1, y)].symbol(), glyph);
        assert!(text(&app, size).contains(&format!("{glyph} Task-2 ValueError")));
    }
}

#[test]
fn the_line_of_a_selected_task_that_raised_is_gone_to() {
    let size = (40, 12);
    let mut app = player(UNICODE, runs::broken(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Event(Direction::Back));
    let focus = |app: &App| app.session().unwrap().marks().focus();
    let raise = |app: &App| app.session().unwrap().marks().raise().and_then(|raise| raise.task);
    assert_eq!((focus(&app), raise(&app)), (None, None), "undone, it has not happened yet");
    app.update(Action::Scroll(Direction::Back, Stride::All));
    app.update(Action::Scroll(Direction::Forward, Stride::Line));
    assert_eq!((focus(&app), raise(&app)), (Some(6), Some(TaskId(2))));
    assert_eq!(app.session().unwrap().standing().on(10).len(), 1, "it passed line 10 too");
    // Task-3 did not raise; and who selects none sees none.
    app.update(Action::Scroll(Direction::Forward, Stride::Line));
    assert_eq!(raise(&app), None);
    app.update(Action::Scroll(Direction::Back, Stride::Line));
    assert_eq!(raise(&app), Some(TaskId(2)));
    app.update(Action::Back);
    assert_eq!(raise(&app), None);
}

#[test]
fn callbacks_that_are_left_are_listed() {
    let size = (200, 50);
    let mut app = player(UNICODE, runs::broken(), size, 27);
    app.update(Action::Scroll(Direction::Back, Stride::All));
    app.update(Action::Scroll(Direction::Forward, Stride::Line));
    let shown = text(&app, size);
    assert!(shown.contains("callbacks  on_done, gather's callback "), "{shown}");
    app.update(Action::Scroll(Direction::Back, Stride::Line));
    let shown = text(&app, size);
    assert!(shown.contains("callbacks  run_until_complete's callback "), "{shown}");
    app.update(Action::Edge(Direction::Forward));
    let shown = text(&app, size);
    assert!(!shown.contains("callbacks  "), "those of a task that is done were called: {shown}");
}

/// A recursion is put together; of what else is long, the ends are shown.
#[test]
fn a_long_traceback_is_shown_in_short() {
    let inspector = |lines: &[u32]| {
        let size = (80, 24);
        let mut run = script::Script::new("deep.py", runs::BROKEN);
        run.task(1, "main", 0, 22).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0);
        run.step(1, 1, 1).raises(1, "LookupError", "", lines);
        let events = run.history.len();
        let mut app = player(UNICODE, run.history, size, events);
        app.update(Action::Show(Panel::Inspector));
        app.update(Action::Focus(Direction::Forward));
        app.update(Action::Focus(Direction::Forward));
        app.update(Action::Enlarge);
        let shown = text(&app, size);
        let rows = shown
            .lines()
            .skip_while(|line| !line.contains("traceback"))
            .take_while(|line| !line.contains("made"));
        rows.map(|line| line.trim_matches(['│', ' ']).to_owned()).collect::<Vec<_>>()
    };
    let recursion: Vec<u32> = [20].into_iter().chain([10; 40]).chain([6]).collect();
    assert_eq!(
        inspector(&recursion),
        [
            "traceback  line 20  await asyncio.gather(first, fetch(2))",
            "line 10 ×40  return await read(n)",
            "raised at      line 6  raise ValueError(\"no such thing\")",
        ]
    );
    let cut: Vec<u32> = [20].into_iter().chain([10; 63]).collect();
    assert_eq!(inspector(&cut)[1], "raised at    line 10 ×63 or more  return await read(n)");
    let long: Vec<u32> = (1..=22).collect();
    let rows = inspector(&long);
    assert_eq!(rows.len(), 13, "{rows:?}");
    assert_eq!(rows[4], "… 10 levels");
    assert!(rows[5].starts_with("line 15"), "{rows:?}");
    // Of so many that some may have been left out when it was recorded, that is said where they are missing.
    let mutual: Vec<u32> = [10, 6].into_iter().cycle().take(64).collect();
    assert_eq!(inspector(&mutual)[4], "… 52 levels or more");
    let hidden: Vec<u32> = (1..=8).chain([10; 48]).chain(11..=18).collect();
    assert_eq!(inspector(&hidden)[4], "… 5 levels or more");
    let between: Vec<u32> = [10; 32].into_iter().chain([6; 32]).collect();
    let rows = inspector(&between);
    assert!(rows[0].ends_with("line 10 ×32  return await read(n)"), "{rows:?}");
    assert!(rows[1].starts_with("raised at    line 6 ×32 or more  "), "{rows:?}");
    let rows = inspector(&long);
    assert!(rows[12].starts_with("raised at          line 22  asyncio.run(main())"), "{rows:?}");
}

#[test]
fn every_panel_where_there_is_room() {
    for size in [(120, 36), (200, 50)] {
        let mut app = player(UNICODE, runs::crossed_locks(), size, 0);
        app.update(Action::Edge(Direction::Forward));
        insta::assert_snapshot!(named("crossed", size), text(&app, size));
    }
}

#[test]
fn a_panel_is_asked_for_and_asked_away() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
    let is_shown = |app: &App, panel| app.session().unwrap().is_visible(panel);
    assert!(is_shown(&app, Panel::Loop));
    app.update(Action::Show(Panel::Waits));
    assert!(is_shown(&app, Panel::Waits) && !is_shown(&app, Panel::Loop));
    assert_eq!(app.session().unwrap().focus(), Panel::Timeline, "the focus stays where it was");
    app.update(Action::Show(Panel::Waits));
    assert!(is_shown(&app, Panel::Loop));
}

#[test]
fn an_enlarged_panel_and_the_keys() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
    app.update(Action::Enlarge);
    insta::assert_snapshot!("enlarged", text(&app, size));
    app.update(Action::Help);
    insta::assert_snapshot!("help", text(&app, size));
}

#[test]
fn ascii_is_ascii_everywhere() {
    let theme = Theme { charset: Charset::Ascii, ..UNICODE };
    let size = (80, 24);
    let app = player(theme, runs::two_sleepers(), size, 22);
    let shown = text(&app, size);
    assert!(shown.is_ascii(), "{shown}");
    insta::assert_snapshot!("ascii", shown);
}

#[test]
fn no_colour_means_none() {
    let size = (120, 36);
    for app in [player(UNICODE, runs::two_sleepers(), size, 30), gallery(size)] {
        let buffer = paint(&app, size);
        assert!(buffer.content().iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
        assert!(buffer.content().iter().all(|cell| cell.bg == ratatui::style::Color::Reset));
    }
}

#[test]
fn drawing_changes_nothing() {
    let size = (120, 36);
    let app = player(UNICODE, runs::two_sleepers(), size, 30);
    assert_eq!(paint(&app, size), paint(&app, size));
}

#[test]
fn no_size_is_too_small_to_survive() {
    let mut apps = vec![gallery((80, 24))];
    for events in [0, 22, 1000] {
        for overlay in
            [None, Some(Action::Help), Some(Action::Sums), Some(Action::Enlarge), Some(Action::Axis)]
        {
            let mut app = player(UNICODE, runs::two_sleepers(), (80, 24), events);
            overlay.map(|action| app.update(action));
            apps.push(app);
        }
    }
    let mut broken = gallery((80, 24));
    broken.set_notice("something could not be had");
    apps.push(broken);
    for app in &mut apps {
        for columns in 1..=60 {
            for lines in 1..=30 {
                app.resize((columns, lines));
                paint(app, (columns, lines));
            }
        }
        for size in [(0, 0), (u16::MAX, 1), (1, 1000), (500, 200)] {
            app.resize(size);
            paint(app, size);
        }
    }
}

#[test]
fn nothing_of_a_program_reaches_the_terminal_as_a_command() {
    const EVIL: &str = "a\x1b]0;owned\x07\u{202e}\u{200d}\u{9b}31m\u{301}\u{301}任务";
    let mut run = script::Script::new("evil.py", &format!("{EVIL}\n\tx = 1 # {EVIL}\n"));
    let name = run.text(EVIL).0;
    run.task(1, EVIL, 0, 2).ready(1, 1, loopscope::event::Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(1, 1, 1).prints(1, &format!("{EVIL}\r\n{EVIL}"), 1);
    assert!(name > 0);
    for size in SIZES {
        let mut app = App::new(UNICODE);
        app.show(EVIL, script::Script::new(EVIL, EVIL).history);
        paint(&app, size);
        let mut run = script::Script::new("evil.py", EVIL);
        run.task(1, EVIL, 0, 2).ready(1, 1, loopscope::event::Cause::Thread).loop_started();
        run.iteration(1, 0, 0.0).step(1, 1, 1).prints(1, &format!("{EVIL}\r\n{EVIL}"), 1);
        app.show(EVIL, run.history);
        app.resize(size);
        app.update(Action::Edge(Direction::Forward));
        let buffer = paint(&app, size);
        for cell in buffer.content() {
            let is_clean =
                |c: char| !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
            assert!(cell.symbol().chars().all(is_clean), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn from_the_gallery_into_a_scenario_and_back() {
    let size = (80, 24);
    let mut app = gallery(size);
    let Effect::Open(origin) = app.update(Action::Open) else { panic!("nothing was opened") };
    let Origin::Scenario { source, .. } = &origin else { panic!("no scenario was opened") };
    let scenario = source.load().unwrap();
    app.open(origin.clone(), scenario.title(), Some(&scenario));
    assert!(text(&app, size).contains("starting"));
    assert_eq!(app.update(Action::Again), Effect::Open(origin));
    app.update(Action::Help);
    assert_eq!(app.update(Action::Back), Effect::Draw);
    assert_eq!(app.update(Action::Back), Effect::Close);
    assert_eq!(app.gallery().unwrap().len(), Catalog::embedded().scenarios().count());
    assert_eq!(app.update(Action::Back), Effect::None);
    assert_eq!(app.update(Action::Quit), Effect::Quit);
}

#[test]
fn a_selected_task_stays_selected_and_is_let_go() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
    let down = Action::Scroll(Direction::Forward, Stride::Line);
    let selected = |app: &App| app.session().unwrap().selected().map(|task| task.0);
    app.update(down);
    assert_eq!(selected(&app), Some(3), "the first to be selected is what changed last");
    app.update(Action::Scroll(Direction::Back, Stride::Line));
    assert_eq!(selected(&app), Some(2));
    assert!(text(&app, size).contains("▸◔ Task-2"), "{}", text(&app, size));
    app.update(Action::Scroll(Direction::Back, Stride::All));
    app.update(Action::Edge(Direction::Back));
    assert_eq!(selected(&app), Some(1), "also where it is not there yet");
    assert_eq!(app.update(Action::Back), Effect::Draw);
    assert_eq!(selected(&app), None);
}

#[test]
fn in_front_of_a_class() {
    for size in SIZES {
        let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
        app.update(Action::Classroom);
        app.update(Action::Point(Direction::Forward));
        insta::assert_snapshot!(named("classroom", size), text(&app, size));
    }
}

#[test]
fn a_part_of_the_timeline() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Zoom(Direction::Forward));
    insta::assert_snapshot!("zoomed", text(&app, size));
    app.update(Action::Pan(Direction::Back));
    app.update(Action::Fit);
    assert!(text(&app, size).contains(" by time "));
}

/// The first cell in which a text stands.
fn place_of(app: &App, size: (u16, u16), wanted: &str) -> (u16, u16) {
    let shown = text(app, size);
    let (y, line) = shown.lines().enumerate().find(|(_, line)| line.contains(wanted)).expect("it is shown");
    let x = width(&line[..line.find(wanted).expect("it is in the line")]);
    (x as u16, y as u16)
}

#[test]
fn the_mouse_moves_the_playhead_and_selects() {
    let size = (120, 36);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 30);
    let axis = place_of(&app, size, "1.0 s");
    app.point(Gesture::Press, axis);
    let first = app.session().unwrap().player().playhead();
    assert!(first > 0 && first < 30, "{first}");
    // Dragging goes on outside of the bars, and a drag that began elsewhere moves nothing.
    app.point(Gesture::Drag, (119, 0));
    assert!(app.session().unwrap().player().playhead() > first);
    app.point(Gesture::Release, (119, 0));
    let there = app.session().unwrap().player().playhead();
    assert_eq!(app.point(Gesture::Drag, axis), Effect::None);
    assert_eq!(app.session().unwrap().player().playhead(), there);
    app.point(Gesture::Press, place_of(&app, size, "Task-2 "));
    assert!(app.session().unwrap().selected().is_some());
    let output = place_of(&app, size, "start two");
    app.point(Gesture::Press, output);
    assert!(app.session().unwrap().player().playhead() < there);
    app.point(Gesture::Double, output);
    assert!(!text(&app, size).contains(" timeline "));
}

#[test]
fn keys_of_the_footer_can_be_clicked() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 10);
    let (x, y) = place_of(&app, size, "\u{2190}/\u{2192} event");
    app.point(Gesture::Press, (x, y));
    assert_eq!(app.session().unwrap().player().playhead(), 9);
    app.point(Gesture::Press, (x + 2, y));
    app.point(Gesture::Press, (x + 5, y));
    assert_eq!(app.session().unwrap().player().playhead(), 11);
    app.point(Gesture::Press, place_of(&app, size, "? keys"));
    assert!(text(&app, size).contains(" keys "));
    app.point(Gesture::Press, (1, 1));
    assert!(app.overlay().is_none());
    assert_eq!(app.point(Gesture::Press, place_of(&app, size, "q quit")), Effect::Quit);
}

#[test]
fn the_gallery_can_be_clicked() {
    let size = (120, 36);
    let mut app = gallery(size);
    let third = app.gallery().unwrap().shown(2).unwrap();
    let place = place_of(&app, size, third.title());
    app.point(Gesture::Press, place);
    assert_eq!(app.gallery().unwrap().selected(), Some(third));
    assert!(matches!(app.point(Gesture::Double, place), Effect::Open(_)));
}

#[test]
fn no_click_anywhere_does_harm() {
    for size in SIZES {
        for classroom in [false, true] {
            for y in 0..size.1 {
                for x in 0..size.0 {
                    // Every seventh cell, each in a fresh picture, is every part of it.
                    if !(x + y).is_multiple_of(7) {
                        continue;
                    }
                    let mut app = player(UNICODE, runs::two_sleepers(), size, 3);
                    if classroom {
                        app.update(Action::Classroom);
                    }
                    app.point(Gesture::Press, (x, y));
                    app.point(Gesture::Wheel(Direction::Forward), (x, y));
                    paint(&app, size);
                }
            }
        }
    }
}

/// Every action there is, in terminals as small and as narrow as they come, with much to be said below.
#[test]
fn no_action_does_harm_at_any_size() {
    let sides = [
        (1, 1),
        (2, 40),
        (5, 3),
        (24, 30),
        (26, 31),
        (34, 30),
        (40, 3),
        (40, 4),
        (40, 5),
        (60, 20),
        (200, 2),
    ];
    let actions: Vec<Action> =
        KEYS.iter().flat_map(|entry| entry.keys.iter().map(|(action, _)| *action)).collect();
    for size in sides {
        for history in [runs::crossed_locks(), runs::two_sleepers()] {
            let mut app = player(UNICODE, history, size, 5);
            app.type_command("break x eaten");
            for action in &actions {
                if !matches!(action, Action::Quit | Action::Edit) {
                    app.update(*action);
                    paint(&app, size);
                    app.type_command("break x eaten by something that has a very long name, and no end");
                    paint(&app, size);
                }
            }
        }
    }
}

#[test]
fn every_theme_keeps_its_ground_to_the_last_cell() {
    let size = (80, 24);
    for scheme in
        Scheme::ALL.into_iter().filter(|scheme| !matches!(scheme, Scheme::Terminal | Scheme::Monochrome))
    {
        let theme = Theme { charset: Charset::Unicode, palette: Palette::True, scheme };
        let mut app = player(theme, runs::two_sleepers(), size, 22);
        for overlay in [false, true] {
            if overlay {
                app.update(Action::Help);
            }
            let buffer = paint(&app, size);
            let bare = buffer.content().iter().filter(|cell| cell.bg == ratatui::style::Color::Reset).count();
            assert_eq!(bare, 0, "{scheme:?}");
        }
    }
}

#[test]
fn what_is_said_about_a_line_stands_below_it_when_the_playhead_is_there() {
    let size = (80, 24);
    let source = format!("# title: Two\n# note \"await asyncio.sleep\": Here it sleeps.\n{}", runs::SLEEPERS);
    let mut run = script::Script::new("sleepers.py", &source);
    run.task(1, "main", 0, 18).ready(1, 1, loopscope::event::Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0)
        .step(1, 1, 1)
        .prints(1, "one, ", 7)
        .prints(1, "two\n", 8)
        .prints(1, "three\n", 9);
    let mut app = App::new(UNICODE);
    app.show("Two", run.history);
    app.resize(size);
    app.update(Action::Edge(Direction::Forward));
    assert!(!text(&app, size).contains("Here it sleeps."));
    app.update(Action::Event(Direction::Back));
    insta::assert_snapshot!("note", text(&app, size));
    app.update(Action::Event(Direction::Back));
    assert!(!text(&app, size).contains("Here it sleeps."));
}

#[test]
fn a_selected_line_of_the_output_takes_the_playhead_with_it() {
    let size = (120, 36);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Focus(Direction::Back));
    let printed = |app: &App| app.session().unwrap().output().lines().last().map(|line| line.text.clone());
    let scroll = |app: &mut App, direction| app.update(Action::Scroll(direction, Stride::Line));
    for expected in ["end two", "start three", "start two", "start two"] {
        scroll(&mut app, Direction::Back);
        assert_eq!(printed(&app).as_deref(), Some(expected));
    }
    for expected in ["start three", "end two", "end three", "end three"] {
        scroll(&mut app, Direction::Forward);
        assert_eq!(printed(&app).as_deref(), Some(expected));
    }
}

#[test]
fn tasks_are_grouped_filtered_and_pinned() {
    let size = (120, 36);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Group);
    insta::assert_snapshot!("grouped", text(&app, size));
    app.update(Action::Groups);
    assert!(text(&app, size).contains("Task-3 work"), "{}", text(&app, size));
    app.update(Action::Group);
    assert!(text(&app, size).contains("of Task-1 ×2"), "{}", text(&app, size));
    app.update(Action::Group);
    app.update(Action::Edge(Direction::Back));
    for _ in 0..22 {
        app.update(Action::Event(Direction::Forward));
    }
    app.update(Action::Scroll(Direction::Forward, Stride::Line));
    app.update(Action::Pin);
    app.update(Action::Sort);
    app.type_command("filter state:waiting work");
    insta::assert_snapshot!("filtered_and_pinned", text(&app, size));
    app.type_command("filter");
    assert!(text(&app, size).contains("Task-1 main"));
}

/// What is said of events far from the playhead is looked through while frames are drawn.
#[test]
fn a_search_looks_on_beyond_what_is_near() {
    let size = (120, 36);
    let mut app = player(UNICODE, runs::many_iterations(4000), size, 0);
    let events = app.session().unwrap().player().history().len();
    assert!(events > 15_000, "{events}");
    let look_for = |app: &mut App, text: &str| {
        app.update(Action::Ask(Asking::Search));
        app.paste(text);
        app.update(Action::Submit);
    };
    look_for(&mut app, "program came to its end");
    assert!(text(&app, size).contains("any key gives up"), "{}", text(&app, size));
    assert!(app.is_moving());
    while app.is_moving() {
        app.advance(Duration::from_millis(16));
    }
    assert_eq!(app.session().unwrap().player().playhead(), events);
    assert!(text(&app, size).contains("1 of 1"), "{}", text(&app, size));
    app.update(Action::Edge(Direction::Back));
    look_for(&mut app, "nobody says this");
    app.press(Key::named("x").unwrap());
    assert!(app.session().unwrap().search().is_none() && !app.is_moving());
}

/// A group can be selected, is inspected as a whole, and is unfolded alone.
#[test]
fn one_group_is_selected_and_unfolded() {
    let size = (120, 36);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
    app.update(Action::Group);
    for _ in 0..3 {
        app.update(Action::Scroll(Direction::Forward, Stride::Line));
    }
    app.update(Action::Show(Panel::Inspector));
    insta::assert_snapshot!("selected_group", text(&app, size));
    app.update(Action::Members);
    assert!(text(&app, size).contains("− work ×2"), "{}", text(&app, size));
    app.update(Action::Scroll(Direction::Forward, Stride::Line));
    assert_eq!(app.session().unwrap().selected().map(|task| task.0), Some(2));
    // Its own row goes, so that of its group is selected in its place.
    app.update(Action::Members);
    assert_eq!(app.session().unwrap().selected(), None);
    assert!(text(&app, size).contains("▸◔ + work ×2"), "{}", text(&app, size));
}

/// The selected task is woken by its timer, and wakes the main task.
#[test]
fn wake_ups_of_the_selected_task_are_drawn() {
    let size = (120, 36);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    app.update(Action::Axis);
    app.update(Action::Edge(Direction::Forward));
    app.update(Action::Scroll(Direction::Forward, Stride::All));
    app.update(Action::Scroll(Direction::Back, Stride::Line));
    insta::assert_snapshot!("wake_ups", text(&app, size));
}
