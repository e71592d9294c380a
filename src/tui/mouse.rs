//! What the mouse does, as gestures: presses, double clicks, drags and turns of the wheel.

use std::time::{Duration, Instant};

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::direction::Direction;

/// Two presses at one place within this time are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Something that is done with the mouse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gesture {
    /// The button is pressed.
    Press,
    /// It is pressed for the second time at one place.
    Double,
    /// The mouse moves while the button is held.
    Drag,
    /// The button is let go.
    Release,
    /// The wheel turns.
    Wheel(Direction),
    /// It turns while something is held that means zooming: ctrl.
    Zoom(Direction),
    /// It turns sideways, or while shift is held.
    Pan(Direction),
}

/// The mouse, as far as one event depends on those before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mouse {
    pressed: Option<(Instant, (u16, u16))>,
}

impl Mouse {
    /// What an event means; nothing for other buttons, and for a mouse that only moves.
    pub fn read(&mut self, event: MouseEvent, now: Instant) -> Option<Gesture> {
        let place = (event.column, event.row);
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let before = self.pressed.take();
                let is_double =
                    before.is_some_and(|(at, there)| there == place && now.duration_since(at) < DOUBLE);
                if is_double {
                    return Some(Gesture::Double);
                }
                self.pressed = Some((now, place));
                Some(Gesture::Press)
            }
            MouseEventKind::Drag(MouseButton::Left) => Some(Gesture::Drag),
            MouseEventKind::Up(MouseButton::Left) => Some(Gesture::Release),
            MouseEventKind::ScrollUp => Some(wheel(Direction::Back, event.modifiers)),
            MouseEventKind::ScrollDown => Some(wheel(Direction::Forward, event.modifiers)),
            MouseEventKind::ScrollLeft => Some(Gesture::Pan(Direction::Back)),
            MouseEventKind::ScrollRight => Some(Gesture::Pan(Direction::Forward)),
            _ => None,
        }
    }
}

fn wheel(direction: Direction, modifiers: KeyModifiers) -> Gesture {
    if modifiers.contains(KeyModifiers::CONTROL) {
        Gesture::Zoom(direction)
    } else if modifiers.contains(KeyModifiers::SHIFT) {
        Gesture::Pan(direction)
    } else {
        Gesture::Wheel(direction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_presses_at_one_place_are_a_double_click_and_a_third_is_none() {
        let mut mouse = Mouse::default();
        let begun = Instant::now();
        let mut press = |column, millis| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            let event = MouseEvent { kind, column, row: 1, modifiers: KeyModifiers::NONE };
            mouse.read(event, begun + Duration::from_millis(millis))
        };
        assert_eq!(press(5, 0), Some(Gesture::Press));
        assert_eq!(press(5, 200), Some(Gesture::Double));
        assert_eq!(press(5, 300), Some(Gesture::Press));
        assert_eq!(press(6, 350), Some(Gesture::Press));
        assert_eq!(press(6, 1000), Some(Gesture::Press));
    }
}
