//! The `tracing_subscriber` layer: takes the executor's events and hands them to a [`Sink`].

use std::fmt;
use std::sync::{Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

use super::{Sink, Stamp};
use crate::event::{Fields, Number, TARGET, Text};
use crate::id::{LoopId, ThreadId};
use crate::time::Moment;

/// Turns the events of [`TARGET`] into flat events and hands them on, in order.
#[derive(Debug)]
pub struct TraceLayer<S> {
    sink: Mutex<S>,
}

impl<S: Sink> TraceLayer<S> {
    /// A layer that hands everything to `sink`.
    pub fn new(sink: S) -> Self {
        Self { sink: Mutex::new(sink) }
    }
}

impl<S: Sink + 'static, C: Subscriber> Layer<C> for TraceLayer<S> {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, C>) {
        // Other layers may want other targets, so what is not ours is passed over here and not switched off.
        if event.metadata().target() != TARGET {
            return;
        }
        // The name of the callsite is the tag, so that nothing has to be looked up.
        let fields = Fields::new(event.metadata().name());
        let mut visitor = FieldVisitor { stamp: None, on: Stamp::default(), fields };
        event.record(&mut visitor);
        visitor.hand_over(&self.sink);
    }
}

/// Collects one event. Strings have to be copied: `tracing` lends them for the call only.
struct FieldVisitor {
    stamp: Option<Moment>,
    on: Stamp,
    fields: Fields<'static>,
}

impl FieldVisitor {
    /// By reference: some hundred bytes more to be copied are a third of what an event costs.
    fn hand_over<S: Sink>(&self, sink: &Mutex<S>) {
        let mut sink = sink.lock().unwrap_or_else(PoisonError::into_inner);
        match self.stamp {
            Some(at) => sink.event(Stamp { at, ..self.on }, &self.fields),
            // What has no time is a definition.
            None => sink.definition(&self.fields),
        }
    }
}

impl Visit for FieldVisitor {
    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "at" => self.stamp = Some(Moment(value)),
            "on_thread" => self.on.thread = ThreadId(value as u32),
            "on_loop" => self.on.on_loop = Some(LoopId(value as u32)),
            name => {
                if let Some(key) = Number::from_long(name) {
                    self.fields.set(key, value);
                }
            }
        }
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        if value {
            self.record_u64(field, 1);
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        if let Some(key) = Text::from_long(field.name()) {
            self.fields.set_text(key, value.to_owned());
        }
    }

    /// The executor records scalars only; what others add to its target is not ours to keep.
    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}
