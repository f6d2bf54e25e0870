//! Owns where a project's folders of articles are: how a root is written in the project file, where it leads on this
//! machine, and whether it lies beside the project or elsewhere.

use std::path::{Component, Path, PathBuf};

use super::edit::{Edit, Record};
use super::records::Root;
use crate::base::{IdMint, RootId, Unknown};
use crate::files::Disk;

/// The edit that adds `folder` as a root of the project at `project_file`. Both are made canonical where the disk can.
pub fn add_root(disk: &dyn Disk, project_file: &Path, folder: &Path, mint: &mut IdMint) -> Edit {
    let id = RootId::mint(mint);
    let path = root_path(&home(disk, project_file), &canonical(disk, folder));
    Edit::Add(Record::Root(Root { id, path, unknown: Unknown::default() }))
}

/// The folder that a root leads to, of the project at `project_file`.
pub fn root_folder(disk: &dyn Disk, project_file: &Path, root: &Root) -> PathBuf {
    let path = Path::new(&root.path);
    if path.is_absolute() { path.to_owned() } else { home(disk, project_file).join(path) }
}

/// Whether a root lies in the folder of its project, links followed. Others are opened only where this user has
/// chosen them on this machine, since a project file from elsewhere can name any folder.
pub fn is_beside(disk: &dyn Disk, project_file: &Path, root: &Root) -> bool {
    let home = home(disk, project_file);
    disk.canonical(&root_folder(disk, project_file, root)).is_ok_and(|it| it.starts_with(home))
}

/// The folder of a project file.
fn home(disk: &dyn Disk, project_file: &Path) -> PathBuf {
    let folder = match project_file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    canonical(disk, folder)
}

fn canonical(disk: &dyn Disk, path: &Path) -> PathBuf {
    disk.canonical(path).unwrap_or_else(|_| path.to_owned())
}

/// As in a project file: relative to `home` where the two share a start, else absolute; with `/`.
fn root_path(home: &Path, folder: &Path) -> String {
    let (home_parts, parts): (Vec<_>, Vec<_>) =
        (home.components().collect(), folder.components().collect());
    let shared = home_parts.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    let names = parts.iter().skip(shared).all(|part| matches!(part, Component::Normal(_)));
    // The top of a file system alone is nothing to share: another machine has other folders below it.
    if shared <= 1 || !names {
        return folder.to_string_lossy().replace('\\', "/");
    }
    let up = home_parts.iter().skip(shared).map(|_| "..".to_owned());
    let down =
        parts.iter().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let path = up.chain(down).collect::<Vec<_>>().join("/");
    if path.is_empty() { ".".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::memory::MemoryDisk;

    #[test]
    fn a_root_is_relative_where_it_can_be_and_leads_back() {
        let check = |folder: &str, expect: &str, beside: bool| {
            let disk = MemoryDisk::new();
            disk.add_folder("/home/a/cases");
            disk.add_folder(folder);
            let project = Path::new("/home/a/cases/x.kbproj");
            let edit = add_root(&disk, project, Path::new(folder), &mut IdMint::seeded("t"));
            let Edit::Add(Record::Root(root)) = edit else { panic!("{edit:?}") };
            assert_eq!(root.path, expect);
            let found = disk.canonical(&root_folder(&disk, project, &root)).unwrap();
            assert_eq!(found, Path::new(folder));
            assert_eq!(is_beside(&disk, project, &root), beside, "{folder}");
        };
        check("/home/a/cases/reports", "reports", true);
        check("/home/a/cases", ".", true);
        check("/home/a/reports", "../reports", false);
        check("/home/a/cases-of-b", "../cases-of-b", false);
        check("/media/stick/reports", "/media/stick/reports", false);
    }
}
