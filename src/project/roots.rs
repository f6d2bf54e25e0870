//! Owns where a project's folders of articles are: how a root is added, where it leads on this machine, and whether it
//! lies beside the project or elsewhere.

use std::path::{Path, PathBuf};

use super::edit::{Edit, Record};
use super::paths::{resolve_root, root_path};
use super::records::Root;
use super::state::State;
use crate::base::{IdMint, RootId, Unknown};
use crate::files::Disk;

/// A root for `folder` in the project at `project_file`, links followed where the disk can, and the edit that adds it.
/// None if the folder's path is not Unicode, since a project file could not hold it.
pub fn add_root(
    disk: &dyn Disk,
    project_file: &Path,
    folder: &Path,
    mint: &mut IdMint,
) -> Option<(RootId, Edit)> {
    let path = root_path(&real(disk, project_file), &canonical(disk, folder))?;
    let id = RootId::mint(mint);
    Some((id, Edit::Add(Record::Root(Root { id, path, unknown: Unknown::default() }))))
}

/// The folder that a root of the project at `project_file` leads to.
pub fn root_folder(disk: &dyn Disk, project_file: &Path, root: &Root) -> PathBuf {
    resolve_root(&real(disk, project_file), &root.path)
}

/// The edits that keep the roots of `state` where they are when the project file goes from one path to another.
pub(super) fn moved(disk: &dyn Disk, state: &State, from: Option<&Path>, to: &Path) -> Vec<Edit> {
    // Where no file held the project, its roots are absolute.
    let from = from.unwrap_or(to);
    let edit = |root: &Root| {
        let path = root_path(&real(disk, to), &canonical(disk, &root_folder(disk, from, root)))?;
        (path != root.path).then(|| Edit::MoveRoot { root: root.id, path })
    };
    state.roots().values().filter_map(edit).collect()
}

/// Whether a root lies in the folder of its project, links followed. Others are opened only where this user has
/// chosen them on this machine, since a project file from elsewhere can name any folder.
pub fn is_beside(disk: &dyn Disk, project_file: &Path, root: &Root) -> bool {
    let file = real(disk, project_file);
    let folder = disk.canonical(&root_folder(disk, project_file, root));
    folder.is_ok_and(|it| file.parent().is_some_and(|home| it.starts_with(home)))
}

/// A project file's path with its folder made canonical; the file itself need not be there.
fn real(disk: &dyn Disk, project_file: &Path) -> PathBuf {
    let folder = match project_file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    canonical(disk, folder).join(project_file.file_name().unwrap_or_default())
}

fn canonical(disk: &dyn Disk, path: &Path) -> PathBuf {
    disk.canonical(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::memory::MemoryDisk;

    #[test]
    fn a_root_leads_back_to_its_folder_and_only_one_within_the_projects_lies_beside() {
        let check = |folder: &str, expect: &str, beside: bool| {
            let disk = MemoryDisk::new();
            disk.add_folder("/home/a/cases");
            disk.add_folder(folder);
            let (file, folder) = (Path::new("/home/a/cases/x.kbproj"), Path::new(folder));
            let (_, edit) = add_root(&disk, file, folder, &mut IdMint::seeded("t")).unwrap();
            let Edit::Add(Record::Root(root)) = edit else { panic!("{edit:?}") };
            assert_eq!(root.path, expect);
            assert_eq!(root_folder(&disk, file, &root), folder);
            assert_eq!(is_beside(&disk, file, &root), beside, "{folder:?}");
        };
        check("/home/a/cases/reports", "reports", true);
        check("/home/a/cases", ".", true);
        check("/home/a/reports", "../reports", false);
        check("/home/a/cases-of-b", "../cases-of-b", false);
        check("/media/stick/reports", "/media/stick/reports", false);
    }
}
