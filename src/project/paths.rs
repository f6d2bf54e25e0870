//! Owns the paths of roots as a project file holds them: with `/`, and relative to the project file where they can be.

use std::path::{Component, Path, PathBuf};

/// The path of the folder `root` as a project file at `file` holds it: relative to the file's folder and with `/`, also
/// by way of `..`, where the two share a folder; else absolute. None if the path is not Unicode. Both are absolute and
/// without `..`.
pub(super) fn root_path(file: &Path, root: &Path) -> Option<String> {
    let parts = |path: &Path| -> Option<Vec<String>> {
        path.components().map(|part| Some(part.as_os_str().to_str()?.to_owned())).collect()
    };
    let (folder, target) = (parts(file.parent()?)?, parts(root)?);
    let named = |path: &Path| path.components().filter(|it| !is_anchor(*it)).count();
    let shared = folder.iter().zip(&target).take_while(|(one, other)| one == other).count();
    let anchors = target.len() - named(root);
    if shared <= anchors {
        return Some(plain(root.to_str()?).replace(std::path::MAIN_SEPARATOR, "/"));
    }
    let up = std::iter::repeat_n("..", folder.len() - shared);
    let down = target.iter().skip(shared).map(String::as_str);
    let path = up.chain(down).collect::<Vec<_>>().join("/");
    Some(if path.is_empty() { ".".to_owned() } else { path })
}

/// Where a root's path, as the project file at `file` holds it, leads to. `..` is resolved by name.
pub(super) fn resolve_root(file: &Path, root: &str) -> PathBuf {
    let mut path = file.parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(root).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => path.push(part),
        }
    }
    path
}

/// A path without the prefix that Windows puts before a canonical one, after which `/` divides nothing.
fn plain(path: &str) -> String {
    match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => path.strip_prefix(r"\\?\").unwrap_or(path).to_owned(),
    }
}

fn is_anchor(part: Component) -> bool {
    matches!(part, Component::Prefix(_) | Component::RootDir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_kept_relative_where_it_can_be_and_found_again() {
        let check = |root: &str, expect: &str| {
            let file = Path::new("/home/ab/case/x.kbproj");
            assert_eq!(root_path(file, Path::new(root)).as_deref(), Some(expect));
            assert_eq!(resolve_root(file, expect), Path::new(root));
        };
        check("/home/ab/case/articles/day 1", "articles/day 1");
        check("/home/ab/case", ".");
        check("/home/ab/reports", "../reports");
        check("/home/ab", "..");
        check("/media/disk", "/media/disk");
    }

    #[test]
    fn a_root_on_another_drive_is_kept_without_the_prefix_that_takes_no_slashes() {
        assert_eq!(plain(r"\\?\D:\reports"), r"D:\reports");
        assert_eq!(plain(r"\\?\UNC\server\share\reports"), r"\\server\share\reports");
        assert_eq!(plain("/media/disk"), "/media/disk");
    }
}
