//! Owns the tests of what goes between the window and the system: drops and the close button.

use super::*;

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("not asked for".to_owned())
    }
}

#[test]
fn what_is_dropped_on_the_window_opens_or_is_told() {
    let disk = MemoryDisk::new();
    disk.add("/home/a/May.kbproj", crate::project::write(Project::new("May").state()));
    disk.add("/home/a/June.kbproj", crate::project::write(Project::new("June").state()));
    disk.add("/home/a/report.txt", "Two people were killed.");
    let mut window = Window::open(disk, None, vec![]);
    let drop = |window: &mut Window, paths: &[&str]| {
        let files = paths.iter().map(|it| Arc::new(Dropped(it.into())) as Arc<_>);
        window.harness.input_mut().dropped_files = files.collect();
        window.harness.run();
    };
    drop(&mut window, &["/home/a/report.txt"]);
    assert_eq!(window.name(), None);
    assert!(window.shows("What was dropped is neither a folder nor a project"));
    drop(&mut window, &["/home/a/report.txt", "/home/a/May.kbproj", "/home/a/June.kbproj"]);
    assert_eq!(window.name().as_deref(), Some("May"));
    assert!(window.shows("Of 3 things dropped only May.kbproj was opened"));
}

#[test]
fn the_window_s_own_close_button_asks_too() {
    let mut window = Window::sample(vec![]);
    window.rename("Changed");
    let close = |window: &mut Window| {
        let viewports = &mut window.harness.input_mut().viewports;
        viewports.entry(egui::ViewportId::ROOT).or_default().events =
            vec![egui::ViewportEvent::Close];
        window.harness.step();
        let commands = &window.harness.output().viewport_output;
        let commands = &commands.get(&egui::ViewportId::ROOT).unwrap().commands;
        let cancelled = commands.contains(&egui::ViewportCommand::CancelClose);
        let viewports = &mut window.harness.input_mut().viewports;
        viewports.entry(egui::ViewportId::ROOT).or_default().events.clear();
        window.harness.run();
        cancelled
    };
    assert!(close(&mut window));
    assert!(window.shows("before quitting"));
    window.click("Discard changes");
    assert!(!close(&mut window));
}
