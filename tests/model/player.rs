//! The playhead: how playing is paced, and what a move tells.

use std::time::Duration;

use loopscope::event::EventKind;
use loopscope::id::{HandleId, TaskId};
use loopscope::model::History;
use loopscope::player::{
    Change, Condition, Hold, Idle, Landmark, Line, Motion, Move, Pace, Player, Speed, Switch,
};
use loopscope::time::{Delay, Moment, SECOND};

use crate::runs::{many_iterations, two_sleepers};
use crate::script::seconds;

const MS: Duration = Duration::from_millis(1);

fn tag(player: &Player) -> &'static str {
    player.history().event(player.playhead() - 1).unwrap().kind.tag()
}

#[test]
fn a_step_is_held_for_a_quarter_of_a_second() {
    let mut player = Player::new(two_sleepers());
    player.play();
    player.advance(Duration::ZERO);
    assert_eq!((tag(&player), player.model().runs()), ("step", 1), "up to the first step nothing is held");
    assert!(!player.advance(249 * MS));
    assert!(player.advance(MS));
    assert_eq!((tag(&player), player.model().runs()), ("step", 2));
}

#[test]
fn virtual_time_passes_as_fast_as_the_speed_says() {
    let mut player = Player::new(two_sleepers());
    player.go(Move::To(22));
    player.play();
    player.advance(500 * MS);
    assert_eq!((player.playhead(), player.now()), (22, Moment(SECOND / 2)));
    player.set_pace(Pace { speed: Speed::TRUE.faster(), hold: Hold::NONE, ..Pace::default() });
    assert_eq!(player.now(), Moment(SECOND / 2), "a change of speed is no jump");
    player.advance(500 * MS);
    assert_eq!(player.now(), Moment(3 * SECOND / 2));
    player.advance(250 * MS);
    assert!(player.playhead() > 22 && player.now() >= seconds(2));
}

#[test]
fn a_long_wait_is_shortened_and_says_so() {
    let mut run = crate::script::Script::new("hour.py", "");
    run.wait_until(3600.0).loop_started();
    let player = Player::new(run.history);
    assert_eq!(player.target(Move::End), 2);
    let mut player = player;
    player.go(Move::To(1));
    let interval = player.interval();
    assert!(interval.shortened);
    assert_eq!((interval.passing, interval.virtual_time), (Duration::from_secs(4), Delay(3600 * SECOND)));
    player.play();
    player.advance(Duration::from_secs(2));
    assert_eq!(player.now(), seconds(1800));
}

#[test]
fn what_happens_at_one_instant_takes_a_few_seconds_at_most() {
    let mut run = crate::script::Script::new("many.py", "");
    run.loop_started();
    for task in 1..=2000 {
        run.task(task, "work", 0, 1).ready(task, task, loopscope::event::Cause::Thread);
    }
    run.iteration(2000, 0, 0.0);
    for task in 1..=2000 {
        run.step(task, task, 1).returns(task);
    }
    let mut player = Player::new(run.history);
    player.play();
    for _ in 0..310 {
        player.advance(10 * MS);
    }
    assert!(player.is_at_end(), "at event {}", player.playhead());
}

#[test]
fn playing_waits_for_what_is_still_to_come() {
    let whole = two_sleepers();
    let mut player = Player::new(History::new());
    for n in 0..10 {
        player.push(whole.event(n).unwrap());
    }
    player.play();
    for _ in 0..100 {
        player.advance(100 * MS);
    }
    assert_eq!((player.playhead(), player.motion()), (10, Motion::Playing), "the run is not over");
    assert!(!player.is_moving() && !player.is_finished());
    for n in 10..whole.len() {
        player.push(whole.event(n).unwrap());
    }
    assert!(player.is_moving());
    player.go(Move::End);
    assert!(player.is_finished());
    player.play();
    assert_eq!(player.playhead(), 0, "from the end it starts over");
}

#[test]
fn steps_and_iterations_are_found_in_both_directions() {
    let mut player = Player::new(two_sleepers());
    let begins = |player: &Player| match player.history().event(player.playhead() - 1).unwrap().kind {
        EventKind::StepStarted { task, n, .. } => (task.0, n),
        EventKind::Iteration { n, .. } => (0, n),
        other => panic!("{other:?}"),
    };
    let mut seen = Vec::new();
    for way in
        [Move::Step(1), Move::Step(2), Move::Iteration(1), Move::Step(1), Move::Step(-1), Move::Iteration(-1)]
    {
        player.go(way);
        seen.push(begins(&player));
    }
    assert_eq!(seen, [(1, 1), (3, 1), (0, 3), (2, 2), (3, 1), (0, 2)]);
    player.go(Move::Step(-9));
    assert_eq!(player.playhead(), 0, "before the first step is the start");
    player.go(Move::Step(99));
    assert!(player.is_at_end(), "after the last step is the end");
    player.go(Move::ToTime(seconds(2)));
    assert_eq!(player.history().at(player.playhead()), seconds(3));
}

#[test]
fn a_move_tells_what_it_changed() {
    let mut player = Player::new(two_sleepers());
    player.go(Move::To(26));
    player.go(Move::Event(1));
    let changes = player.changes();
    assert_eq!((&*changes.tasks, &*changes.handles), (&[TaskId(2)][..], &[HandleId(6)][..]));
    assert_eq!((changes.events.clone(), changes.outputs.clone()), (26..27, 2..2));
    player.go(Move::To(31));
    assert_eq!(player.changes().outputs, 2..3);
    player.go(Move::Event(-1));
    assert_eq!(player.changes().outputs, 2..3, "going back takes the output away again");
    assert_eq!(player.model().outputs(), 2);
}

#[test]
fn speeds_are_powers_of_two_within_bounds() {
    let shown = |speed: Speed| speed.to_string();
    assert_eq!(shown(Speed::default()), "1×");
    let slowest = (0..9).fold(Speed::TRUE, |speed, _| speed.slower());
    let fastest = (0..9).fold(Speed::TRUE, |speed, _| speed.faster());
    assert_eq!((shown(slowest), shown(fastest)), ("1/8×".to_owned(), "64×".to_owned()));
    let longest = (0..9).fold(Hold::default(), |hold, _| hold.longer()).duration();
    assert_eq!((longest, Hold::default().duration()), (10_000 * MS, 250 * MS));
}

#[test]
fn landmarks_are_found_in_both_directions() {
    let mut player = Player::new(two_sleepers());
    let mut stops = Vec::new();
    while player.go(Move::Landmark(Landmark::Output, 1)) {
        assert_eq!(tag(&player), "out");
        stops.push(player.playhead());
    }
    assert!(stops.len() > 2);
    let mut back = vec![player.playhead()];
    while player.go(Move::Landmark(Landmark::Output, -1)) {
        back.push(player.playhead());
    }
    back.reverse();
    assert_eq!(back, stops);
    player.go(Move::To(0));
    player.go(Move::TaskStep(TaskId(2), 2));
    assert_eq!((tag(&player), player.model().task(TaskId(2)).unwrap().steps), ("step", 2));
    assert!(!player.go(Move::TaskStep(TaskId(2), 1)), "there is no third");
    player.go(Move::TaskStep(TaskId(2), -1));
    assert_eq!(player.model().task(TaskId(2)).unwrap().steps, 1);
    player.go(Move::ToPercent(100));
    assert!(player.is_at_end());
    assert!(!player.go(Move::Landmark(Landmark::Line, 1)) && !player.go(Move::Landmark(Landmark::Error, -1)));
}

#[test]
fn marks_are_toggled_and_gone_through() {
    let mut player = Player::new(two_sleepers());
    for n in [9, 3, 20, 9] {
        player.go(Move::To(n));
        player.toggle_bookmark();
    }
    assert_eq!(player.bookmarks(), [3, 20]);
    let mut go = |by| {
        player.go(Move::Landmark(Landmark::Bookmark, by));
        player.playhead()
    };
    assert_eq!([go(1), go(1), go(-1), go(-1)], [20, 20, 3, 3]);
}

#[test]
fn rewinding_is_playing_reversed() {
    let mut player = Player::new(two_sleepers());
    player.play();
    player.advance(700 * MS);
    let (there, then) = (player.playhead(), player.now());
    player.advance(900 * MS);
    player.rewind();
    player.advance(900 * MS);
    assert_eq!((player.playhead(), player.now()), (there, then));
    player.advance(Duration::from_mins(1));
    assert_eq!((player.playhead(), player.motion()), (0, Motion::Paused));
    player.rewind();
    assert_eq!(player.motion(), Motion::Paused, "there is nothing before the start");
}

#[test]
fn a_long_wait_can_be_skipped() {
    let mut run = crate::script::Script::new("hour.py", "");
    run.wait_until(3600.0).loop_started();
    let mut player = Player::new(run.history);
    player.set_pace(Pace { idle: Idle::Skipped, ..Pace::default() });
    player.go(Move::To(1));
    let interval = player.interval();
    assert!(interval.shortened && interval.passing < Duration::from_secs(1));
}

#[test]
fn playing_stops_at_a_breakpoint_in_both_directions() {
    let mut player = Player::new(two_sleepers());
    let wanted = |pattern: &str, change| Condition::Task { pattern: pattern.to_owned(), change };
    player.breakpoints_mut().set(wanted("Task-2", Change::Returned));
    player.play();
    player.advance(Duration::from_mins(10));
    assert_eq!(player.motion(), Motion::Paused);
    let hit = player.playhead();
    assert_eq!(tag(&player), "step-");
    assert_eq!(player.breakpoint_here(), Some(0));
    player.go(Move::End);
    player.rewind();
    player.advance(Duration::from_mins(10));
    assert_eq!((player.playhead(), player.motion()), (hit, Motion::Paused));
    player.breakpoints_mut().switch(0, Switch::Off);
    player.play();
    player.advance(Duration::from_mins(10));
    assert!(player.is_finished(), "what is off is passed over");
}

#[test]
fn breakpoints_are_on_lines_tasks_and_outputs() {
    let mut player = Player::new(two_sleepers());
    let mut hits = |condition: Condition| {
        player.breakpoints_mut().clear();
        player.breakpoints_mut().set(condition);
        player.go(Move::Start);
        let mut hits = Vec::new();
        while player.go(Move::Landmark(Landmark::Hit, 1)) {
            hits.push(tag(&player));
        }
        hits
    };
    let task = |pattern: &str, change| Condition::Task { pattern: pattern.to_owned(), change };
    assert_eq!(hits(Condition::Output("end".to_owned())).len(), 2);
    assert_eq!(hits(task("work", Change::Done)), ["step-", "step-"], "by the coroutine's name");
    assert_eq!(hits(task("Task-?", Change::Cancelled)), [""; 0]);
    assert_eq!(
        hits(task("Task-3", Change::Any)),
        ["task", "ready", "step", "step-", "ready", "step", "step-"]
    );
    assert!(!hits(Condition::Line(Line::own(6))).is_empty());
    assert!(hits(Condition::Line(Line::own(999))).is_empty());
}

/// Steps back start from a model that was left behind; what they come to is what folding comes to.
#[test]
fn many_steps_back_come_to_what_folding_comes_to() {
    let mut player = Player::new(many_iterations(2500));
    player.go(Move::End);
    for n in (0..player.history().len()).rev() {
        player.go(Move::Event(-1));
        assert_eq!(player.playhead(), n);
        if n % 391 == 0 {
            assert!(*player.model() == player.history().model_at(n), "after {n} events");
        }
    }
    player.go(Move::To(9000));
    player.go(Move::Event(-1000));
    assert!(*player.model() == player.history().model_at(8000));
}

/// asyncio tidies up in tasks of its own, which are not shown: no step leads there.
#[test]
fn steps_are_those_of_the_programs_own_tasks() {
    let mut player = Player::new(two_sleepers());
    player.go(Move::End);
    player.go(Move::Step(-1));
    let kind = player.history().event(player.playhead() - 1).unwrap().kind;
    assert!(matches!(kind, EventKind::StepStarted { task: TaskId(1), n: 3, .. }), "{kind:?}");
    player.go(Move::Step(1));
    assert!(player.is_finished());
}
