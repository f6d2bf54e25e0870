//! Owns a disk in memory, for tests and trials in any layer: the same operations as the real one, failing when told
//! to. Nothing of the program itself writes to it.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Disk, Entry, Kind};

/// Links followed on the way to one file before the path counts as a loop.
const HOPS: usize = 40;

/// A disk in memory. Paths begin with `/`; folders above an added file are made.
#[derive(Debug, Default)]
pub struct MemoryDisk {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    nodes: BTreeMap<PathBuf, Node>,
    /// Operations since [`MemoryDisk::fail_at`].
    operations: usize,
    failure: Option<(usize, ErrorKind)>,
    failed: bool,
    /// Bytes a new file may have before the disk is full.
    limit: Option<usize>,
}

#[derive(Debug, Clone)]
enum Node {
    File { bytes: Vec<u8>, read_only: bool },
    Folder,
    Link(PathBuf),
}

impl MemoryDisk {
    /// An empty disk.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file there, over what was there, with the folders above it.
    pub fn add(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        let node = Node::File { bytes: bytes.as_ref().to_owned(), read_only: false };
        self.state().put(path.as_ref(), node);
    }

    /// Puts an empty folder there.
    pub fn add_folder(&self, path: impl AsRef<Path>) {
        self.state().put(path.as_ref(), Node::Folder);
    }

    /// Puts a symbolic link there; a relative target starts at the link's folder.
    pub fn add_link(&self, path: impl AsRef<Path>, target: impl AsRef<Path>) {
        self.state().put(path.as_ref(), Node::Link(target.as_ref().to_owned()));
    }

    /// Marks a file as not to be written.
    pub fn set_read_only(&self, path: impl AsRef<Path>) {
        if let Some(Node::File { read_only, .. }) = self.state().nodes.get_mut(path.as_ref()) {
            *read_only = true;
        }
    }

    /// Takes a file or a folder with all in it away, as if someone else had done it.
    pub fn take(&self, path: impl AsRef<Path>) {
        self.state().nodes.retain(|it, _| !it.starts_with(path.as_ref()));
    }

    /// From now on the operation after `count` others fails once with `kind`.
    pub fn fail_at(&self, count: usize, kind: ErrorKind) {
        let mut state = self.state();
        (state.operations, state.failure, state.failed) = (0, Some((count, kind)), false);
    }

    /// Lets everything succeed again.
    pub fn fail_never(&self) {
        self.state().failure = None;
    }

    /// Whether the failure asked for has happened.
    pub fn has_failed(&self) -> bool {
        self.state().failed
    }

    /// Lets a new file have no more than `bytes`; of a longer one the first part is written, as on a full disk.
    pub fn limit(&self, bytes: usize) {
        self.state().limit = Some(bytes);
    }

    /// All files and links, in order.
    pub fn paths(&self) -> Vec<PathBuf> {
        let state = self.state();
        let files = state.nodes.iter().filter(|(_, node)| !matches!(node, Node::Folder));
        files.map(|(path, _)| path.clone()).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic of a test thread leaves the map whole, so its lock may be used on.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts an operation and fails it if it is the one that shall fail.
    fn operation(&self) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        let count = state.operations;
        state.operations += 1;
        match state.failure {
            Some((at, kind)) if at == count => {
                state.failed = true;
                Err(kind.into())
            }
            _ => Ok(state),
        }
    }
}

impl State {
    fn put(&mut self, path: &Path, node: Node) {
        for folder in path.ancestors().skip(1) {
            self.nodes.entry(folder.to_owned()).or_insert(Node::Folder);
        }
        self.nodes.insert(path.to_owned(), node);
    }

    /// The path without links and `..`; of a path whose last part is missing, where it would be.
    fn resolve(&self, path: &Path, hops: usize) -> io::Result<PathBuf> {
        let mut resolved = PathBuf::from("/");
        for component in path.components() {
            match component {
                Component::ParentDir => {
                    resolved.pop();
                }
                Component::Normal(name) => {
                    resolved.push(name);
                    if let Some(Node::Link(target)) = self.nodes.get(&resolved) {
                        let hops = hops.checked_sub(1).ok_or(ErrorKind::InvalidInput)?;
                        resolved.pop();
                        resolved = self.resolve(&resolved.join(target), hops)?;
                    }
                }
                _ => {}
            }
        }
        Ok(resolved)
    }

    fn node(&self, path: &Path) -> io::Result<(PathBuf, &Node)> {
        let path = self.resolve(path, HOPS)?;
        let node = self.nodes.get(&path).ok_or(ErrorKind::NotFound)?;
        Ok((path, node))
    }

    fn file(&self, path: &Path) -> io::Result<(PathBuf, &Vec<u8>)> {
        match self.node(path)? {
            (path, Node::File { bytes, .. }) => Ok((path, bytes)),
            _ => Err(ErrorKind::IsADirectory.into()),
        }
    }

    /// Where a new entry at `path` would be; its folder must be there.
    fn place(&self, path: &Path) -> io::Result<PathBuf> {
        let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
        match self.node(path.parent().unwrap_or(Path::new("/")))? {
            (folder, Node::Folder) => Ok(folder.join(name)),
            _ => Err(ErrorKind::NotADirectory.into()),
        }
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let own = self.nodes.get(&self.place(path)?).ok_or(ErrorKind::NotFound)?;
        let target = self.node(path).ok().map(|(_, node)| node);
        let (kind, len, read_only) = match target {
            Some(Node::File { bytes, read_only }) => (Kind::File, bytes.len() as u64, *read_only),
            Some(Node::Folder) => (Kind::Folder, 0, false),
            _ => (Kind::Other, 0, false),
        };
        let link = matches!(own, Node::Link(_));
        Ok(Entry { path: path.to_owned(), kind, len, link, read_only })
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Ok(self.operation()?.file(path)?.1.clone())
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let state = self.operation()?;
        if path.file_name().is_none() {
            let (kind, len, link, read_only) = (Kind::Folder, 0, false, false);
            return Ok(Entry { path: path.to_owned(), kind, len, link, read_only });
        }
        state.entry(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let state = self.operation()?;
        let (real, node) = state.node(folder)?;
        if !matches!(node, Node::Folder) {
            return Err(ErrorKind::NotADirectory.into());
        }
        let inside = state.nodes.range(real.clone()..).take_while(|(it, _)| it.starts_with(&real));
        let children = inside.filter(|(it, _)| it.parent() == Some(&real));
        let names = children.filter_map(|(it, _)| it.file_name());
        names.map(|name| state.entry(&folder.join(name))).collect()
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(self.operation()?.node(path)?.0)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.operation()?;
        let path = state.resolve(path, HOPS)?;
        match state.nodes.get(&path) {
            Some(Node::Folder) => Ok(()),
            Some(_) => Err(ErrorKind::AlreadyExists.into()),
            None => {
                state.put(&path, Node::Folder);
                Ok(())
            }
        }
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.operation()?;
        let path = state.place(path)?;
        if state.nodes.contains_key(&path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let room = state.limit.unwrap_or(usize::MAX).min(bytes.len());
        let written = bytes.get(..room).unwrap_or(bytes);
        let node = Node::File { bytes: written.to_owned(), read_only: false };
        state.nodes.insert(path, node);
        if written.len() < bytes.len() { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.operation()?.file(path).map(|_| ())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.operation()?.node(path).map(|_| ())
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.operation()?;
        let wanted = state.entry(from)?.read_only;
        let to = state.file(to)?.0;
        if let Some(Node::File { read_only, .. }) = state.nodes.get_mut(&to) {
            *read_only = wanted;
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.operation()?;
        let (from, to) = (state.place(from)?, state.place(to)?);
        if matches!(state.nodes.get(&to), Some(Node::Folder)) {
            return Err(ErrorKind::IsADirectory.into());
        }
        let node = state.nodes.remove(&from).ok_or(ErrorKind::NotFound)?;
        state.nodes.insert(to, node);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.operation()?;
        let path = state.place(path)?;
        match state.nodes.get(&path) {
            None => Err(ErrorKind::NotFound.into()),
            Some(Node::Folder) => Err(ErrorKind::IsADirectory.into()),
            Some(_) => {
                state.nodes.remove(&path);
                Ok(())
            }
        }
    }
}
