//! Owns the tests of what the picker knows: what it lists, in which order, and what it makes of names and keys.

use super::*;
use crate::files::Disk as _;
use crate::files::memory::MemoryDisk;
use crate::gui::app::Purpose;
use crate::gui::picker::Question;
use std::path::{Path, PathBuf};

/// A picker in `/home` over these files and folders (the latter end in `/`).
fn pick(question: Question, purpose: Purpose, paths: &[&str]) -> Pick {
    let disk = MemoryDisk::new();
    disk.add_folder("/home");
    for path in paths {
        match path.strip_suffix('/') {
            Some(folder) => disk.add_folder(folder),
            None => disk.add(path, "x"),
        }
    }
    let home = Path::new("/home");
    let mut pick = Pick::new(question, purpose, home.to_owned(), vec![]);
    assert_eq!(pick.looked(home, false, Looked::Folder(disk.list(home).unwrap())), None);
    pick
}

/// The names shown, the chosen one in brackets.
fn shown(pick: &Pick) -> String {
    let name = |(place, at): (usize, &usize)| {
        let row = &pick.rows()[*at];
        let name = format!("{}{}", row.name, if row.is_folder { "/" } else { "" });
        if pick.at == Some(place) { format!("[{name}]") } else { name }
    };
    pick.shown.iter().enumerate().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn folders_stand_first_and_only_what_can_be_chosen_is_listed() {
    let paths = ["/home/b.kbproj", "/home/Zoo/", "/home/a.txt", "/home/apes/", "/home/.x/"];
    let check = |question, expect: &str| {
        assert_eq!(shown(&pick(question, Purpose::OpenProject, &paths)), expect);
    };
    check(Question::Project, "apes/ Zoo/ b.kbproj");
    check(Question::Folder, "apes/ Zoo/");
    check(Question::SaveProject("/home/c.kbproj".into()), "apes/ Zoo/ b.kbproj");
    let pick = pick(Question::Folder, Purpose::OpenFolder, &paths);
    assert_eq!(pick.articles, 1);
}

#[test]
fn what_is_typed_filters_and_steps_stay_in_the_list() {
    let paths = ["/home/May/", "/home/june/", "/home/July/", "/home/.hidden/"];
    let mut pick = pick(Question::Folder, Purpose::OpenFolder, &paths);
    let mut check = |filter: Option<&str>, step: isize, expect: &str| {
        if let Some(filter) = filter {
            filter.clone_into(&mut pick.filter);
            pick.filtered();
        }
        if step != 0 {
            pick.step(step);
        }
        assert_eq!(shown(&pick), expect);
    };
    check(None, 1, "[July/] june/ May/");
    check(None, 1, "July/ [june/] May/");
    check(None, 10, "July/ june/ [May/]");
    check(None, -10, "[July/] june/ May/");
    check(Some("JU"), 0, "[July/] june/");
    check(Some("."), 0, "[.hidden/]");
    check(Some("nothing"), 1, "");
    check(Some(""), -1, "July/ june/ [May/]");
}

#[test]
fn a_project_s_file_gets_its_ending_and_a_path_typed_for_its_name_leads_elsewhere() {
    let check = |name: &str, expect: Option<&str>| {
        let mut pick = pick(Question::SaveProject("/home/x".into()), Purpose::Save, &[]);
        name.clone_into(&mut pick.name);
        assert_eq!(pick.target(), expect.map(PathBuf::from), "{name}");
    };
    check("May", Some("/home/May.kbproj"));
    check(" May.v2 ", Some("/home/May.v2.kbproj"));
    check("May.KBPROJ", Some("/home/May.KBPROJ"));
    check("cases/May", Some("/home/cases/May.kbproj"));
    check("/cases/May.kbproj", Some("/cases/May.kbproj"));
    for name in ["", "  ", "cases/", "..", "/", "a\0b"] {
        check(name, None);
    }
}

#[test]
fn what_is_found_decides_what_happens() {
    let save = || Question::SaveProject("/home/x".into());
    let check = |question: Question, save: bool, looked: Looked, expect: &str| {
        let mut pick = pick(question, Purpose::Save, &["/home/a/"]);
        let chosen = pick.looked(Path::new("/home/p"), save, looked);
        let told = match (chosen, &pick.overwrite, pick.fault.as_str()) {
            (Some(path), ..) => format!("chosen {}", path.display()),
            (None, Some(path), _) => format!("asks {}", path.display()),
            (None, None, "") => format!("shows {}", pick.folder.display()),
            (None, None, fault) => fault.to_owned(),
        };
        assert_eq!(told, expect);
    };
    check(Question::Project, false, Looked::File, "chosen /home/p");
    check(Question::Folder, false, Looked::File, "this is a file, not a folder");
    check(Question::Folder, false, Looked::Folder(vec![]), "shows /home/p");
    check(Question::Project, false, Looked::Nothing, "there is no such file or folder");
    check(
        Question::Folder,
        false,
        Looked::Closed("there is no permission".into()),
        "there is no permission",
    );
    check(save(), true, Looked::Nothing, "chosen /home/p");
    check(save(), true, Looked::File, "asks /home/p");
    check(save(), true, Looked::Folder(vec![]), "shows /home/p");
}
