//! A recording of a million events, opened and gone through as somebody would: what is asked for is found, and
//! every picture says where it is.

use loopscope::id::TaskId;
use loopscope::tui::Theme;
use loopscope::tui::action::{Action, Direction};
use loopscope::tui::app::App;
use loopscope::tui::screen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[path = "../benches/sleepers.rs"]
mod sleepers;

/// Seventeen events each.
const TASKS: usize = 60_000;

const SIZE: (u16, u16) = (200, 50);

fn text(app: &App) -> String {
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut buffer = Buffer::empty(area);
    screen::paint(app, area, &mut buffer);
    let line = |y| (0..SIZE.0).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..SIZE.1).map(line).collect::<Vec<_>>().join("\n")
}

/// The player, before the first event of the recording.
fn app() -> App {
    let recording = sleepers::recording(TASKS);
    let mut app = App::new(Theme::default());
    app.show("Sleepers", sleepers::open(&recording));
    app.resize(SIZE);
    app
}

#[test]
fn a_million_events_are_gone_through() {
    let mut app = app();
    let len = app.session().unwrap().player().history().len();
    assert!(len > 1_000_000, "{len} events");

    // Wherever the playhead is and however far it is zoomed, the picture says where.
    for at in [1, len / 3, len / 2 + 1, 4 * len / 5, len] {
        app.type_command(&format!("event {at}"));
        for _ in 0..3 {
            let seen = text(&app);
            assert!(seen.contains(&format!("event {at}/{len}")), "{seen}");
            (0..6).for_each(|_| drop(app.update(Action::Zoom(Direction::Forward))));
        }
        app.update(Action::Axis);
        assert!(text(&app).contains(&format!("event {at}/{len}")));
        app.update(Action::Axis);
        app.update(Action::Fit);
    }

    // Each way to a task among all of them.
    app.type_command("event 500000");
    app.type_command("task Task-59999");
    assert_eq!(app.session().unwrap().selected(), Some(TaskId(59_999)));
    assert!(text(&app).contains("Task-59999"));
    app.type_command("filter Task-4321");
    let seen = text(&app);
    assert!(seen.contains("Task-43210") && seen.contains("(59990 hidden)"), "{seen}");
    app.type_command("filter");
    app.update(Action::Group);
    assert!(text(&app).contains(&format!("×{TASKS}")), "{}", text(&app));
    app.update(Action::Group);
    app.update(Action::Group);

    // And back by one event from where it was.
    let before = text(&app);
    app.update(Action::Event(Direction::Back));
    assert_ne!(text(&app), before);
    app.update(Action::Event(Direction::Forward));
    assert!(text(&app).contains("event 500000/"));
}
