//! Owns the tests of reading while the window goes on.

use super::*;
use crate::files::slow::{Operation, SlowDisk};

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
    let slow = Arc::new(SlowDisk::new(made.disk.clone(), Operation::Read, name));
    let mut window =
        Window::over(made.disk.clone(), slow.clone(), Some(FILE), vec![], Spawn::Threads);
    let bound = |app: &App| app.case().map_or(0, |it| it.bound().len());
    wait(&mut window, |app| bound(app) > 0);
    assert!(!window.harness.state().is_at_rest());
    assert!(!window.shows("is not there"), "what is not read yet is not missing");
    window.harness.get_by_role_and_label(Role::Button, "Cancel reading articles").click();
    window.harness.step();
    slow.go_on();
    wait(&mut window, App::is_at_rest);
    window.harness.run();
    assert!(window.shows("Reading was cancelled after"));
    assert!(bound(window.harness.state()) > 0);
    window.click("Read the rest");
    wait(&mut window, |app| app.is_at_rest() && bound(app) == 14);
    window.harness.run();
    assert!(!window.shows("Read the rest"));
}
