//! Lists in which one selects, the cursor of the source, and the names of panels that share a place.

use loopscope::player::Switch;

use super::*;

fn press(app: &mut App, keys: &[&str]) {
    for key in keys {
        app.press(loopscope::tui::keymap::Key::named(key).unwrap());
    }
}

fn playhead(app: &App) -> usize {
    app.session().unwrap().player().playhead()
}

fn with_breakpoints(size: (u16, u16)) -> App {
    let mut app = player(UNICODE, runs::two_sleepers(), size, 30);
    for line in ["b 6", "b work returned", "b out \"end two\""] {
        app.type_command(line);
    }
    app.press(loopscope::tui::keymap::Key::named("f12").unwrap());
    app
}

#[test]
fn the_lists() {
    for size in [(40, 12), (80, 24)] {
        let mut app = with_breakpoints(size);
        press(&mut app, &["B", "down", "space"]);
        insta::assert_snapshot!(named("breakpoints", size), text(&app, size));
        press(&mut app, &["esc", "m", "g", "m", "G", ";"]);
        insta::assert_snapshot!(named("bookmarks", size), text(&app, size));
        press(&mut app, &["d", "d"]);
        insta::assert_snapshot!(named("no_bookmarks", size), text(&app, size));
    }
}

#[test]
fn in_the_list_of_breakpoints_one_is_selected_switched_gone_to_and_deleted() {
    let size = (80, 24);
    let mut app = with_breakpoints(size);
    let switches = |app: &App| -> Vec<Switch> {
        app.session().unwrap().player().breakpoints().list().iter().map(|each| each.switch).collect()
    };
    press(&mut app, &["B", "down", "down", "down", "space"]);
    assert_eq!(switches(&app), [Switch::On, Switch::On, Switch::Off]);
    assert_eq!(app.remark(), Some("breakpoint off: out \"end two\""));
    press(&mut app, &["space", "up", "up", "up", "d"]);
    assert_eq!(switches(&app), [Switch::On; 2]);
    press(&mut app, &["end", "enter"]);
    assert_eq!(app.overlay(), None);
    let there = playhead(&app);
    assert!(text(&app, size).contains("prints “end two”"), "{}", text(&app, size));
    press(&mut app, &["B", "enter"]);
    assert_eq!(playhead(&app), there, "it stops nowhere else");
    press(&mut app, &["B", "d", "delete", "d", "enter", "space", "esc"]);
    assert_eq!((switches(&app).len(), app.overlay()), (0, None));
}

#[test]
fn in_the_list_of_bookmarks_one_is_gone_to_also_by_the_mouse() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 30);
    press(&mut app, &["m", "g", "m", "G", "m", ";"]);
    assert_eq!(app.selected_entry(), 2, "the one at the playhead");
    press(&mut app, &["up", "enter"]);
    assert_eq!((playhead(&app), app.overlay()), (30, None));
    press(&mut app, &[";"]);
    let first = place_of(&app, size, "event 0");
    app.point(Gesture::Press, first);
    assert_eq!(app.selected_entry(), 0);
    app.point(Gesture::Double, first);
    assert_eq!(playhead(&app), 0);
    press(&mut app, &[";"]);
    app.point(Gesture::Press, (0, 0));
    assert_eq!(app.overlay(), None, "a click beside the list closes it");
}

#[test]
fn a_long_list_scrolls_with_what_is_selected() {
    let size = (40, 12);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 0);
    for event in 0..30 {
        app.type_command(&format!("e {event}"));
        press(&mut app, &["m"]);
    }
    press(&mut app, &[";", "home"]);
    for _ in 0..29 {
        press(&mut app, &["down"]);
        assert!(text(&app, size).contains(&format!("▸ event {} ", app.selected_entry())));
    }
    press(&mut app, &["pgup", "pgup"]);
    assert!(text(&app, size).contains("▸ event 13 "), "{}", text(&app, size));
}

#[test]
fn the_source_has_a_cursor_on_which_breakpoints_are_set() {
    for size in [(40, 12), (80, 24)] {
        let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
        press(&mut app, &["tab", "down", "down"]);
        assert_eq!(app.session().unwrap().cursor(), Some(8), "from the line of the playhead");
        press(&mut app, &["down", "b"]);
        assert_eq!(app.remark(), Some("breakpoint set: line 9"));
        insta::assert_snapshot!(named("cursor", size), text(&app, size));
        press(&mut app, &["b"]);
        assert_eq!(app.remark(), Some("breakpoint deleted: line 9"));
        press(&mut app, &["pgdn", "pgdn", "pgdn"]);
        assert_eq!(app.session().unwrap().cursor(), Some(16));
        press(&mut app, &["right"]);
        assert_eq!(app.session().unwrap().cursor(), None, "it goes when the playhead moves");
        press(&mut app, &["tab", "pgdn"]);
        assert_eq!(app.session().unwrap().cursor(), None, "in another panel the keys do what they did");
    }
}

#[test]
fn a_click_puts_the_cursor_on_a_line_and_escape_takes_it_away() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
    app.point(Gesture::Press, place_of(&app, size, "  7 "));
    assert_eq!(app.session().unwrap().cursor(), Some(7));
    press(&mut app, &["b"]);
    assert_eq!(app.remark(), Some("breakpoint set: line 7"));
    press(&mut app, &["esc"]);
    assert_eq!(app.session().unwrap().cursor(), None);
}

#[test]
fn the_names_of_panels_that_share_a_place_can_be_clicked() {
    let size = (80, 24);
    let mut app = player(UNICODE, runs::two_sleepers(), size, 22);
    let (x, y) = place_of(&app, size, "loop task sync waits");
    for (at, panel) in [(5, Panel::Inspector), (10, Panel::Sync), (15, Panel::Waits), (0, Panel::Loop)] {
        app.point(Gesture::Press, (x + at, y));
        assert_eq!(app.session().unwrap().focus(), panel);
        assert!(app.session().unwrap().is_visible(panel));
    }
    // Where there is room for one panel only, all names stand there, and an ellipsis for the rest.
    let size = (40, 12);
    app.resize(size);
    for panel in [Panel::Inspector, Panel::Sync, Panel::Waits] {
        app.point(Gesture::Press, place_of(&app, size, panel.title()));
        assert_eq!(app.session().unwrap().focus(), panel);
    }
    let (x, y) = place_of(&app, size, " … ");
    app.point(Gesture::Press, (x + 1, y));
    assert_ne!(app.session().unwrap().focus(), Panel::Waits);
}
