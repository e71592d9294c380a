//! Watches the file of a program: editors write it in place, or put another in its place.

use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

/// A file is saved once nothing has happened to it for this long: editors write in pieces.
const QUIET: Duration = Duration::from_millis(60);

/// Watches a file until it is dropped.
pub(super) struct Watcher {
    changes: mpsc::UnboundedReceiver<()>,
    /// When the last change will have been followed by quiet.
    quiet_at: Option<Instant>,
    /// Told by the system, on a thread of its own.
    _system: RecommendedWatcher,
}

impl Watcher {
    /// Watches a file; none where the system cannot.
    pub(super) fn of(file: &Path) -> Option<Self> {
        let places = places(file);
        let files: Vec<PathBuf> = places.clone();
        let (sender, changes) = mpsc::unbounded_channel();
        let mut system = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            let is_change = !matches!(event.kind, EventKind::Access(_));
            if is_change && event.paths.iter().any(|path| files.iter().any(|file| is_same(path, file))) {
                // Nobody listens once the watcher is being dropped.
                let _ = sender.send(());
            }
        })
        .ok()?;
        // The folder, not the file: a file that is put in its place is another.
        for place in &places {
            system.watch(place.parent()?, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self { changes, quiet_at: None, _system: system })
    }

    /// Waits until the file was saved. Nothing is lost if that is waited for only at times.
    pub(super) async fn saved(&mut self) {
        loop {
            let Some(quiet_at) = self.quiet_at else {
                if self.changes.recv().await.is_none() {
                    std::future::pending::<()>().await;
                }
                self.quiet_at = Some(Instant::now() + QUIET);
                continue;
            };
            tokio::select! {
                Some(()) = self.changes.recv() => self.quiet_at = Some(Instant::now() + QUIET),
                () = sleep_until(quiet_at) => {
                    self.quiet_at = None;
                    return;
                }
            }
        }
    }
}

/// The file, and what it is a link to.
fn places(file: &Path) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = std::path::absolute(file).ok().into_iter().collect();
    if let Ok(real) = std::fs::canonicalize(file)
        && !places.contains(&real)
    {
        places.push(real);
    }
    places
}

/// The system may call a folder by another name than we do; within one folder the file's name decides.
fn is_same(path: &Path, file: &Path) -> bool {
    path.file_name() == file.file_name()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits for the file to be saved, for as long as a busy machine may take.
    fn is_seen(file: &Path, change: impl FnOnce()) -> bool {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut watcher = Watcher::of(file).expect("the system can watch files");
            change();
            tokio::time::timeout(Duration::from_secs(10), watcher.saved()).await.is_ok()
        })
    }

    #[test]
    fn a_file_that_is_written_or_replaced_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.py");
        std::fs::write(&file, "1").unwrap();
        assert!(is_seen(&file, || std::fs::write(&file, "2").unwrap()));
        assert!(is_seen(&file, || {
            let other = folder.path().join(".a.py.swp");
            std::fs::write(&other, "3").unwrap();
            std::fs::rename(&other, &file).unwrap();
        }));
    }
}
