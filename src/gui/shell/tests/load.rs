//! Owns the tests of reading while the window goes on.

use std::io;
use std::sync::Condvar;

use super::*;
use crate::files::Entry;

/// A disk on which one file is slow: it is read once the gate is opened.
struct Slow {
    disk: Arc<MemoryDisk>,
    name: &'static str,
    open: Mutex<bool>,
    opened: Condvar,
}

impl Slow {
    fn open_gate(&self) {
        *self.open.lock().unwrap() = true;
        self.opened.notify_all();
    }
}

impl Disk for Slow {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if path.ends_with(self.name) {
            let mut open = self.open.lock().unwrap();
            while !*open {
                open = self.opened.wait(open).unwrap();
            }
        }
        self.disk.read(path)
    }
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.disk.entry(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.disk.list(folder)
    }
    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.canonical(path)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.create_folder(path)
    }
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.disk.write_new(path, bytes)
    }
    fn sync(&self, path: &Path) -> io::Result<()> {
        self.disk.sync(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.sync_folder(path)
    }
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.copy_permissions(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }
}

/// Frames until something is so; a thread may take a while.
fn wait(window: &mut Window, until: impl Fn(&App) -> bool) {
    for _ in 0..4000 {
        window.harness.step();
        if until(window.harness.state()) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("it never came to that");
}

#[test]
fn articles_are_there_while_others_are_read_and_a_cancel_keeps_them() {
    let made = Window::sample(vec![]);
    let name = "14-longitude-review-three-wars-one-road.md";
    let (open, opened) = (Mutex::new(false), Condvar::new());
    let slow = Arc::new(Slow { disk: made.disk.clone(), name, open, opened });
    let mut window =
        Window::over(made.disk.clone(), slow.clone(), Some(FILE), vec![], Spawn::Threads);
    let bound = |app: &App| app.case().map_or(0, |it| it.bound().len());
    wait(&mut window, |app| bound(app) > 0);
    assert!(!window.harness.state().is_at_rest());
    assert!(!window.shows("is not there"), "what is not read yet is not missing");
    window.harness.get_by_role_and_label(Role::Button, "Cancel reading articles").click();
    window.harness.step();
    slow.open_gate();
    wait(&mut window, App::is_at_rest);
    window.harness.run();
    assert!(window.shows("Reading was cancelled after"));
    assert!(bound(window.harness.state()) > 0);
    window.click("Read the rest");
    wait(&mut window, |app| app.is_at_rest() && bound(app) == 14);
    window.harness.run();
    assert!(!window.shows("Read the rest"));
}
