//! Watches the file of a program and the Python files of its folders: editors write a file in place, or put another in
//! its place.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

/// A file is saved once nothing has happened to it for this long: editors write in pieces.
const QUIET: Duration = Duration::from_millis(60);

/// Watches a program's files until it is dropped.
pub(super) struct Watcher {
    changes: mpsc::UnboundedReceiver<Vec<PathBuf>>,
    /// The files that changed and of which nobody was told yet.
    changed: BTreeSet<PathBuf>,
    /// When the last change will have been followed by quiet.
    quiet_at: Option<Instant>,
    /// The folders that are watched.
    folders: BTreeSet<PathBuf>,
    /// Told by the system, on a thread of its own.
    system: RecommendedWatcher,
}

impl Watcher {
    /// Watches a program's file and those beside it; none where the system cannot.
    pub(super) fn of(file: &Path) -> Option<Self> {
        let places = places(file);
        let files: Vec<PathBuf> = places.clone();
        let (sender, changes) = mpsc::unbounded_channel();
        let mut system = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if matches!(event.kind, EventKind::Access(_)) {
                return;
            }
            // A folder that appears may be a package.
            let is_made =
                !matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_) | ModifyKind::Data(_)));
            let mut paths = event.paths;
            paths.retain(|path| {
                is_python(path) || files.iter().any(|file| is_same(path, file)) || (is_made && path.is_dir())
            });
            if !paths.is_empty() {
                // Nobody listens once the watcher is being dropped.
                let _ = sender.send(paths);
            }
        })
        .ok()?;
        // The folder, not the file: a file that is put in its place is another.
        let folders: BTreeSet<PathBuf> =
            places.iter().filter_map(|place| place.parent()).map(Path::to_owned).collect();
        for folder in &folders {
            system.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self { changes, changed: BTreeSet::new(), quiet_at: None, folders, system })
    }

    /// Watches further folders, and says whether any is new; those that the system cannot watch are left out.
    pub(super) fn add(&mut self, folders: impl IntoIterator<Item = PathBuf>) -> bool {
        let before = self.folders.len();
        for folder in folders {
            if !self.folders.contains(&folder)
                && self.system.watch(&folder, RecursiveMode::NonRecursive).is_ok()
            {
                self.folders.insert(folder);
            }
        }
        self.folders.len() > before
    }

    /// Waits until files were saved, and says which. Nothing is lost if that is waited for only at times.
    pub(super) async fn saved(&mut self) -> Vec<PathBuf> {
        loop {
            let quiet_at = self.quiet_at;
            let quiet = async {
                match quiet_at {
                    Some(at) => sleep_until(at).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                Some(paths) = self.changes.recv() => {
                    self.changed.extend(paths);
                    self.quiet_at = Some(Instant::now() + QUIET);
                }
                () = quiet => {
                    self.quiet_at = None;
                    return std::mem::take(&mut self.changed).into_iter().collect();
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

/// Whether it is a file that a program may import; what editors keep beside it begins with other characters.
pub(super) fn is_python(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    path.extension() == Some(OsStr::new("py")) && !name.starts_with(['.', '#'])
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
    fn the_files_beside_it_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.py");
        std::fs::write(&file, "1").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut watcher = Watcher::of(&file).expect("the system can watch files");
            for name in ["notes.txt", ".#b.py", "b.py"] {
                std::fs::write(folder.path().join(name), "2").unwrap();
            }
            let saved = tokio::time::timeout(Duration::from_secs(10), watcher.saved()).await.unwrap();
            let names: Vec<_> = saved.iter().filter_map(|path| path.file_name()).collect();
            assert_eq!(names, ["b.py"]);
        });
    }

    #[test]
    fn a_folder_that_appears_is_seen_and_then_its_files() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.py");
        std::fs::write(&file, "1").unwrap();
        let package = folder.path().join("pkg");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut watcher = Watcher::of(&file).expect("the system can watch files");
            std::fs::create_dir(&package).unwrap();
            tokio::time::timeout(Duration::from_secs(10), watcher.saved()).await.unwrap();
            assert!(watcher.add([package.clone()]) && !watcher.add([package.clone()]));
            std::fs::write(package.join("b.py"), "2").unwrap();
            let saved = tokio::time::timeout(Duration::from_secs(10), watcher.saved()).await.unwrap();
            assert!(saved.iter().any(|path| path.ends_with("pkg/b.py")), "{saved:?}");
        });
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
