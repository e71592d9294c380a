//! What holds for every run and every way through it.

use std::time::Duration;

use loopscope::id::TaskId;
use loopscope::model::diagnosis::explain;
use loopscope::model::narration::narrate;
use loopscope::model::timeline::{Axis, Span, SpanState, TrackId, View};
use loopscope::model::{History, Model, Pending, TaskState};
use loopscope::player::{Change, Condition, Landmark, Line, Move, Player};
use loopscope::time::Moment;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::random::run_of;

/// The plainest way to an instant: every event folded in, in turn.
fn folded(history: &History, n: usize) -> Model {
    let mut model = Model::default();
    for event in (0..n).map(|n| history.event(n).unwrap()) {
        model.apply(&event);
    }
    model
}

fn landmarks() -> impl Strategy<Value = Landmark> {
    prop::sample::select(&[
        Landmark::Line,
        Landmark::Wakeup,
        Landmark::Output,
        Landmark::Finding,
        Landmark::Error,
        Landmark::Bookmark,
        Landmark::Hit,
    ])
}

fn conditions() -> impl Strategy<Value = Condition> {
    let pattern = prop::sample::select(&["*", "Task-1", "Task-?", "w*", "nobody"]);
    prop_oneof![
        (1_u32..12).prop_map(|line| Condition::Line(Line::own(line))),
        (pattern, prop::sample::select(&Change::ALL))
            .prop_map(|(pattern, change)| Condition::Task { pattern: pattern.to_owned(), change }),
        prop::sample::select(&["", "a", "line"]).prop_map(|text| Condition::Output(text.to_owned())),
    ]
}

fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        (-9_isize..10).prop_map(Move::Event),
        (-3_isize..4).prop_map(Move::Step),
        (-3_isize..4).prop_map(Move::Iteration),
        (1_u32..5, -3_isize..4).prop_map(|(task, by)| Move::TaskStep(TaskId(task), by)),
        (landmarks(), -3_isize..4).prop_map(|(landmark, by)| Move::Landmark(landmark, by)),
        (0_u8..=110).prop_map(Move::ToPercent),
        Just(Move::Start),
        Just(Move::End),
        (0_usize..400).prop_map(Move::To),
        (0_u64..20_000_000_000).prop_map(|at| Move::ToTime(Moment(at))),
    ]
}

/// The state that a span should show for a task's.
fn expected(state: &TaskState) -> SpanState {
    match state {
        TaskState::Pending(Pending::New | Pending::Queued) => SpanState::Queued,
        TaskState::Pending(Pending::Waiting) => SpanState::Waiting,
        TaskState::Running => SpanState::Running,
        TaskState::Done(_) => SpanState::Over,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn moves_by_so_many_are_as_many_moves_by_one(
        bytes in vec(any::<u8>(), 0..200), from in 0_usize..400, landmark in landmarks(), by in 1_isize..5,
        condition in conditions(),
    ) {
        let mut player = Player::new(run_of(&bytes));
        player.breakpoints_mut().set(condition);
        player.go(Move::To(from / 2));
        player.toggle_bookmark();
        player.go(Move::To(from));
        let from = player.playhead();
        let ways: [fn(Landmark, isize) -> Move; 4] = [
            |_, by| Move::Event(by),
            |_, by| Move::Step(by),
            |_, by| Move::TaskStep(TaskId(1), by),
            Move::Landmark,
        ];
        for way in ways {
            for by in [by, -by] {
                player.go(Move::To(from));
                let at_once = player.target(way(landmark, by));
                let singly: Vec<usize> = (0..by.abs()).map_while(|_| {
                    player.go(way(landmark, by.signum())).then_some(player.playhead())
                }).collect();
                // Where there are not as many, an edge is reached or the move is not made.
                if singly.len() == by.unsigned_abs() {
                    prop_assert_eq!(at_once, player.playhead());
                    let undone: Vec<usize> = (1..by.abs()).map(|_| {
                        player.go(way(landmark, -by.signum()));
                        player.playhead()
                    }).collect();
                    let before: Vec<usize> = singly.iter().rev().skip(1).copied().collect();
                    // Back from an edge, which is none of what is counted, is one less.
                    let is_edge = [0, player.history().len()].contains(&at_once);
                    prop_assert!(is_edge || undone == before, "{undone:?} {before:?}");
                }
            }
        }
    }

    #[test]
    fn breakpoints_stop_at_the_same_events_in_both_directions(
        bytes in vec(any::<u8>(), 0..300), conditions in vec(conditions(), 1..4),
    ) {
        let mut player = Player::new(run_of(&bytes));
        for condition in conditions {
            player.breakpoints_mut().set(condition);
        }
        let mut hits = Vec::new();
        while player.go(Move::Landmark(Landmark::Hit, 1)) {
            hits.push(player.playhead());
        }
        player.go(Move::End);
        let mut back: Vec<usize> = player.breakpoint_here().map(|_| player.playhead()).into_iter().collect();
        while player.go(Move::Landmark(Landmark::Hit, -1)) {
            back.push(player.playhead());
        }
        back.reverse();
        prop_assert_eq!(back, hits);
    }

    #[test]
    fn what_is_played_on_and_back_is_where_it_was(bytes in vec(any::<u8>(), 0..200), ms in 0_u64..20_000, more in 0_u64..9_000) {
        let mut player = Player::new(run_of(&bytes));
        player.play();
        player.advance(Duration::from_millis(ms));
        let there = (player.playhead(), player.now());
        player.advance(Duration::from_millis(more));
        if !player.is_at_end() {
            player.rewind();
            player.advance(Duration::from_millis(more));
            prop_assert_eq!((player.playhead(), player.now()), there);
        }
    }

    #[test]
    fn wherever_one_comes_from_an_instant_is_the_same(bytes in vec(any::<u8>(), 0..200), ways in vec(moves(), 1..30)) {
        let mut player = Player::new(run_of(&bytes));
        for way in ways {
            let (from, target) = (player.playhead(), player.target(way));
            prop_assert_eq!(player.go(way), from != target);
            prop_assert_eq!(player.playhead(), target);
            prop_assert_eq!(player.model(), &folded(player.history(), target));
        }
    }

    #[test]
    fn single_events_add_up(bytes in vec(any::<u8>(), 0..100), ways in vec(-5_isize..6, 1..30)) {
        let mut player = Player::new(run_of(&bytes));
        let len = player.history().len();
        let mut place = 0_usize;
        for by in ways {
            place = place.saturating_add_signed(by).min(len);
            player.go(Move::Event(by));
            prop_assert_eq!(player.playhead(), place);
        }
    }

    #[test]
    fn spans_show_what_the_model_says(bytes in vec(any::<u8>(), 0..200), at in 0.0..1.0_f64) {
        let history = run_of(&bytes);
        let n = 1 + (at * (history.len() - 1) as f64) as usize;
        let model = history.model_at(n);
        let timeline = history.timeline();
        for task in model.tasks() {
            let track = timeline.track(TrackId::Task(task.id())).unwrap();
            let state = timeline.span_at(track, n - 1).unwrap().state;
            let blocked = state == SpanState::Blocked && task.state == TaskState::Running;
            prop_assert!(blocked || state == expected(&task.state), "{:?} {:?}", state, task);
        }
    }

    #[test]
    fn spans_follow_one_another_without_gaps(bytes in vec(any::<u8>(), 0..200)) {
        let history = run_of(&bytes);
        let timeline = history.timeline();
        for task in history.latest().tasks() {
            let track = timeline.track(TrackId::Task(task.id())).unwrap();
            let spans: Vec<_> = timeline.spans_between(track, 0..history.len()).collect();
            prop_assert_eq!(spans.len(), track.len());
            for pair in spans.windows(2) {
                prop_assert_eq!(&pair[0].time.end, &pair[1].time.start);
                prop_assert_eq!(pair[0].columns.end, pair[1].columns.start);
            }
            // A step, blocked or not, fills one column.
            let runs = |span: &Span| matches!(span.state, SpanState::Running | SpanState::Blocked);
            for step in spans.split(|span| !runs(span)).filter(|step| !step.is_empty()) {
                prop_assert_eq!(step[0].columns.start + 1, step[step.len() - 1].columns.end);
            }
        }
    }

    #[test]
    fn a_cell_of_one_column_shows_the_span_that_fills_it(bytes in vec(any::<u8>(), 0..200)) {
        let history = run_of(&bytes);
        let timeline = history.timeline();
        let columns = timeline.columns();
        let view = View { axis: Axis::Order, from: 0, width: 1.0, cells: columns };
        let grid = timeline.grid(view, history.len(), columns as u64);
        for task in 1..=history.latest().tasks_len() as u32 {
            let track = timeline.track(TrackId::Task(TaskId(task))).unwrap();
            let cells = timeline.row(track, &grid);
            for span in timeline.spans_between(track, 0..history.len()) {
                for column in span.columns.clone().filter(|&column| column < columns) {
                    let shown = cells[column].map(|cell| cell.state);
                    let over = span.state == SpanState::Over;
                    let blocked = shown == Some(SpanState::Blocked) && span.state == SpanState::Running;
                    prop_assert!(blocked || shown == (!over).then_some(span.state), "column {}", column);
                }
            }
        }
    }

    #[test]
    fn playing_comes_to_the_end_and_stops(bytes in vec(any::<u8>(), 0..100), frame in 1_u64..2000) {
        let mut player = Player::new(run_of(&bytes));
        player.play();
        let mut last = (0, Moment::START);
        for _ in 0..10_000_000 {
            player.advance(Duration::from_millis(frame));
            let here = (player.playhead(), player.now());
            prop_assert!(here >= last, "from {:?} to {:?}", last, here);
            last = here;
            if player.is_finished() {
                break;
            }
        }
        prop_assert!(player.is_finished() && !player.is_moving());
        prop_assert_eq!(player.model(), player.history().latest());
    }

    #[test]
    fn every_instant_has_a_sentence(bytes in vec(any::<u8>(), 0..120)) {
        let history = run_of(&bytes);
        let mut model = Model::default();
        for n in 0..=history.len() {
            history.seek(&mut model, n);
            let sentence = narrate(&history, &model).to_string();
            let length = sentence.chars().count();
            prop_assert!((5..=240).contains(&length), "{}", sentence);
            prop_assert!(sentence.ends_with('.') && !sentence.contains("  "), "{}", sentence);
        }
        prop_assert!(explain(&history).iter().all(|line| !line.is_empty()));
    }

    #[test]
    fn events_come_out_as_they_went_in(bytes in vec(any::<u8>(), 0..100)) {
        let history = run_of(&bytes);
        let mut again = History::new();
        for event in (0..history.len()).map(|n| history.event(n).unwrap()) {
            again.push(event.clone());
            prop_assert_eq!(again.event(again.len() - 1), Some(event));
        }
        prop_assert_eq!(again.latest(), history.latest());
    }
}
