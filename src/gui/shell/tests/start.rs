//! Owns the tests of the start view and of how projects, and their folders, are opened.

use super::*;

#[test]
fn the_start_view_opens_the_sample_and_remembers_it() {
    let mut window = Window::sample(vec![]);
    assert_eq!(window.name().as_deref(), Some("Offensive of September 2023"));
    assert!(window.disk.entry(Path::new(FILE)).is_ok());
    window.run_command("close project");
    assert!(window.shows("Recent projects"));
    window.click("Offensive of September 2023");
    assert!(window.name().is_some());
}

#[test]
fn a_recent_project_that_is_gone_can_be_forgotten() {
    let mut window = Window::sample(vec![]);
    window.run_command("close project");
    window.disk.take(FILE);
    window.run_command("sample");
    window.run_command("close project");
    assert!(!window.shows("not there"), "made anew");
    window.disk.take(FILE);
    window.click("Offensive of September 2023");
    assert!(window.shows("there is no such file"), "told");
    assert!(window.shows("not there"));
    window.click("Forget Offensive of September 2023");
    assert!(!window.shows("Recent projects"));
}

#[test]
fn a_project_whose_folder_is_gone_says_so_and_finds_it_again() {
    let mut window = Window::sample(vec![Answer::Chosen("/home/a/moved".into())]);
    let articles = Path::new("/home/a/KB Workbench sample/articles");
    for path in window.disk.paths() {
        if let Ok(rest) = path.strip_prefix(articles) {
            window
                .disk
                .add(Path::new("/home/a/moved").join(rest), window.disk.read(&path).unwrap());
        }
    }
    window.disk.take(articles);
    window.run_command("close project");
    window.click("Offensive of September 2023");
    assert!(window.shows("is not there"));
    let locate = window.harness.query_all_by_role_and_label(Role::Button, "Locate…").next();
    locate.unwrap().click();
    window.harness.run();
    assert!(!window.shows("is not there"));
    assert_eq!(window.harness.state().case().unwrap().bound().len(), 14);
}

#[test]
fn new_articles_are_offered_and_taken_in() {
    let mut window = Window::sample(vec![]);
    let late = "/home/a/KB Workbench sample/articles/15-late.txt";
    window
        .disk
        .add(late, "A late report\n\nTwo people were killed on Friday, the ministry said.\n");
    window.run_command("close project");
    window.click("Offensive of September 2023");
    window.click("Add 1 article");
    assert_eq!(window.harness.state().case().unwrap().state().articles().len(), 15);
    assert!(!window.shows("is not in the project"));
}
