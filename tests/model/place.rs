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

#[test]
fn another_run_is_entered_at_the_same_time() {
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
