//! The same moment in the run of a changed program.

use loopscope::player::{Move, Player};

use crate::runs;

#[test]
fn the_same_run_again_changes_nothing() {
    let len = runs::two_sleepers().len();
    for n in 0..=len {
        let mut player = Player::new(runs::two_sleepers());
        player.go(Move::To(n));
        let now = player.now();
        player.exchange(runs::two_sleepers());
        assert_eq!(player.playhead(), n);
        assert_eq!(player.now(), now);
    }
}

/// Events at these seconds.
fn events_at(seconds: &[f64]) -> loopscope::model::History {
    let mut run = crate::script::Script::new("a.py", "");
    for at in seconds {
        run.wait_until(*at).loop_started().loop_stopped();
    }
    run.history
}

#[test]
fn another_run_is_entered_at_the_same_time() {
    let mut player = Player::new(events_at(&[0.0, 1.0, 3.0]));
    let shown = |player: &Player| (player.playhead(), player.now().0 / 1_000_000);
    // At an event that does not happen at this time any more: in the midst of the wait that is there instead.
    player.go(Move::To(5));
    assert_eq!(shown(&player), (5, 1000));
    player.exchange(events_at(&[0.0, 2.0]));
    assert_eq!(shown(&player), (3, 1000));
    // In the midst of a wait in which something happens now.
    player.exchange(events_at(&[0.0, 0.25, 0.75, 1.5]));
    assert_eq!(shown(&player), (7, 1000));
    // Where the run is over before, its end must do.
    player.exchange(events_at(&[0.0, 0.5]));
    assert_eq!(shown(&player), (5, 500));
}

#[test]
fn no_run_is_entered_at_a_later_time() {
    let mut player = Player::new(runs::two_sleepers());
    for n in 0..=runs::two_sleepers().len() {
        player.go(Move::To(n));
        let at = player.now();
        let mut other = Player::new(runs::two_sleepers());
        other.go(Move::To(n));
        other.exchange(runs::stuck());
        assert!(other.playhead() <= runs::stuck().len());
        assert!(other.now() <= at, "{} is after {at}", other.now());
    }
}
