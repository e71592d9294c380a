//! The playhead: how playing is paced, and what a move tells.

use std::time::Duration;

use loopscope::event::EventKind;
use loopscope::id::{HandleId, TaskId};
use loopscope::model::History;
use loopscope::player::{Hold, Motion, Move, Pace, Player, Speed};
use loopscope::time::{Delay, Moment, SECOND};

use crate::runs::two_sleepers;
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
    player.set_pace(Pace { speed: Speed::TRUE.faster(), hold: Hold::NONE });
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
    assert_eq!((longest, Hold::default().duration()), (2000 * MS, 250 * MS));
}
