//! Owns what is exported and copied: the dialog's preview, the files written, the clipboard. All is made on threads.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{ColorImage, TextureOptions};

use super::done::Purpose;
use super::{App, Done};
use crate::corpus::Progress;
use crate::export::{Content, Look, Shown};
use crate::files::{Disk, Overwrite, WriteError, replaceable, write_file};
use crate::gui::desk::Face;
use crate::gui::export::{Fault, Job, Preview, image};
use crate::gui::notice::Weight;
use crate::gui::picker::Question;
use crate::gui::shell::Dialog;
use crate::gui::table;
use crate::gui::task::Work;
use crate::project::State;

/// Pixels to the point of a picture for the clipboard. The clipboard takes it in the frame, compressing it there, so it
/// is smaller than one for a file.
const COPIED: f32 = 1.5;

/// What came of an export.
pub enum Exported {
    /// These files are there already; nothing was written.
    InTheWay { path: PathBuf, there: Vec<PathBuf> },
    /// All is written; what it holds in words.
    Written { path: PathBuf, beside: Vec<PathBuf>, holds: String },
    /// It could not be made; why.
    Unmade(String),
    /// Some was not written, after these files were.
    Unwritten { before: Vec<PathBuf>, error: WriteError },
    /// It was cancelled; nothing was written.
    Cancelled,
}

/// What goes to the clipboard, and what it holds in words; or why it could not be made.
pub enum Copied {
    Picture(Result<(ColorImage, String), String>),
    Data(Result<(String, String), String>),
}

impl App {
    /// Opens the dialog for what is shown, as it was left.
    pub(super) fn open_export(&mut self) {
        if let Some(case) = &self.case {
            self.views.chart.meet(case.state());
            self.views.matrix.meet(case.state());
        }
        let (chart, matrix) = (&self.views.chart.made, &self.views.matrix.made);
        let (chart, matrix) = (chart.request().clone(), matrix.request().clone());
        let mut dialog = self.export.dialog(self.desk.face, chart, matrix);
        dialog.omits = self.shows_suggestions();
        self.dialog = Some(Dialog::Export(Box::new(dialog)));
    }

    /// Whether a preview is to be made.
    pub(super) fn preview_is_due(&self) -> bool {
        match (&self.dialog, &self.case) {
            (Some(Dialog::Export(dialog)), Some(case)) => {
                dialog.preview.request().is_some() && dialog.preview.is_due(case.revision())
            }
            _ => false,
        }
    }

    /// Sets a thread to work on the preview, if it is not ready.
    pub(super) fn make_preview(&mut self) {
        let (Some(Dialog::Export(dialog)), Some(case)) = (&mut self.dialog, &self.case) else {
            return;
        };
        if dialog.preview.request().is_none() {
            return;
        }
        if let Some(Some(asked)) = dialog.preview.begin(case.revision()) {
            let state = case.project().shared();
            let job = move |_: &_| Done::Preview(Box::new(asked.make(&state)));
            self.tasks.start(Work::Preview, "Making the preview", job);
        }
    }

    /// A preview was made, or could not be.
    pub(super) fn previewed(&mut self, preview: Option<Preview>) {
        let Some(Dialog::Export(dialog)) = &mut self.dialog else { return };
        dialog.preview.take(preview);
        if let Some(picture) = dialog.preview.value().and_then(|it| it.picture()) {
            let texture = self.ctx.load_texture("preview", picture, TextureOptions::LINEAR);
            dialog.texture = Some(texture);
        }
    }

    /// Closes the dialog and remembers its choices; the name it proposes for the file.
    pub(super) fn keep_export(&mut self) -> Option<String> {
        let dialog = self.dialog.take_if(|it| matches!(it, Dialog::Export(_)));
        let Some(Dialog::Export(dialog)) = dialog else { return None };
        let name = dialog.file_name();
        self.export.choices = dialog.choices;
        self.export.requests = (dialog.chart, dialog.matrix);
        Some(name)
    }

    /// Asks where the file that the dialog describes is to go.
    pub(super) fn choose_export(&mut self) {
        let Some(Dialog::Export(dialog)) = &self.dialog else { return };
        self.export.job = dialog.job().ok();
        let Some(name) = self.keep_export() else { return };
        let folder = self.export.folder.clone();
        let folder = folder.unwrap_or_else(|| self.start_folder(&Question::Project));
        self.choose(Question::SaveFile(folder.join(name)), Purpose::Export { replaces: false });
    }

    /// Makes and writes the files that were asked for, that at `path` and those beside it. The user was asked about a
    /// file that is there at `path`; about those beside it only if `replaces`.
    pub(super) fn export_to(&mut self, path: PathBuf, replaces: bool) {
        if self.tasks.is_running(Work::Export) {
            self.notices.done("another file is being exported; wait until it is written");
            return;
        }
        let (Some(case), Some(job)) = (&self.case, self.export.job.clone()) else { return };
        self.export.folder = path.parent().map(Path::to_owned);
        let (state, disk) = (case.project().shared(), Arc::clone(&self.host.disk));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.tasks.start(Work::Export, format!("Exporting {name}"), move |progress| {
            Done::Exported(export(&state, &*disk, &job, path, replaces, progress))
        });
    }

    /// Shows the dialog again as it was left, where nothing else is asked.
    pub(super) fn export_again(&mut self) {
        if self.case.is_some() && self.dialog.is_none() {
            let mut dialog = self.export.again();
            dialog.omits = self.shows_suggestions();
            self.dialog = Some(Dialog::Export(Box::new(dialog)));
        }
    }

    /// Nothing was exported: the dialog says why, with all that was entered. Where it cannot be shown, a notice does.
    fn not_exported(&mut self, what: String, hint: String) {
        self.export_again();
        match &mut self.dialog {
            Some(Dialog::Export(dialog)) => dialog.fault = Some(Fault { what, hint }),
            _ => self.notices.error(what, hint),
        }
    }

    /// Files were exported, or not.
    pub(super) fn exported(&mut self, exported: Exported) {
        let is_over = matches!(exported, Exported::Written { .. } | Exported::Cancelled);
        let then = self.after_writing.take().filter(|_| is_over);
        match exported {
            Exported::InTheWay { path, there } => {
                let purpose = Purpose::Export { replaces: true };
                self.dialog = Some(Dialog::Overwrite { path, there, purpose });
            }
            Exported::Written { path, beside, holds } => {
                let what = format!("exported {}, {holds}", path.display());
                let names: Vec<_> = beside.iter().filter_map(|it| it.file_name()).collect();
                let names: Vec<_> = names.iter().map(|it| it.to_string_lossy()).collect();
                let hint = match names.as_slice() {
                    [] => String::new(),
                    some => format!("beside it {}", some.join(" and ")),
                };
                self.notices.tell(Weight::Done, what, hint);
            }
            Exported::Unmade(why) => self.not_exported(why, "nothing was written".to_owned()),
            Exported::Cancelled => {
                self.notices.tell(Weight::Done, "the export was cancelled", "nothing was written");
            }
            Exported::Unwritten { before, error } => {
                let hint = match before.as_slice() {
                    [] => error.hint().to_owned(),
                    [one, ..] => format!("{} is written; {}", one.display(), error.hint()),
                };
                self.not_exported(error.to_string(), hint);
            }
        }
        if let Some(then) = then {
            self.ask_then(then);
        }
    }

    /// Puts the picture of the view that is shown on the clipboard, of the shape of a slide.
    pub(super) fn copy_figure(&mut self) {
        let Some((state, content)) = self.copied_content() else { return };
        self.tasks.start(Work::Clipboard, "Making the picture", move |_| {
            let (shown, look) = (Shown::new(&state, &content), Look::default());
            let picture = shown.picture(&look, COPIED);
            let picture = picture.map(|it| (image(&it), shown.holds()));
            Done::Clipboard(Copied::Picture(picture.map_err(|it| it.to_string())))
        });
    }

    /// Puts the evidence behind the view that is shown on the clipboard; of the table its rows.
    pub(super) fn copy_data(&mut self) {
        if self.desk.face == Face::Table {
            self.copy_rows();
            return;
        }
        let Some((state, content)) = self.copied_content() else { return };
        self.tasks.start(Work::Clipboard, "Making the list", move |_| {
            let shown = Shown::new(&state, &content);
            let data = shown.tsv().map(|it| (it, shown.holds()));
            Done::Clipboard(Copied::Data(data.map_err(|it| it.to_string())))
        });
    }

    /// Puts the rows of the table on the clipboard.
    fn copy_rows(&mut self) {
        let is_free = !self.tasks.is_running(Work::Clipboard);
        let Some(case) = self.case.as_ref().filter(|_| is_free) else { return };
        let (state, rows) = (case.project().shared(), table::Copy::of(&self.views.table));
        self.tasks.start(Work::Clipboard, "Making the list", move |_| {
            Done::Clipboard(Copied::Data(Ok((rows.tsv(&state), rows.holds()))))
        });
    }

    fn copied_content(&self) -> Option<(Arc<State>, Content)> {
        let content = match self.desk.face {
            Face::Read | Face::Review | Face::Table => return None,
            Face::Casualties => Content::Casualties(self.views.chart.made.request().clone()),
            Face::Stances => Content::Stances(self.views.matrix.made.request().clone()),
        };
        let is_free = !self.tasks.is_running(Work::Clipboard);
        self.case.as_ref().filter(|_| is_free).map(|it| (it.project().shared(), content))
    }

    /// What is to be copied was made.
    pub(super) fn copied_to_clipboard(&mut self, copied: Copied) {
        let (what, holds) = match copied {
            Copied::Picture(Ok((picture, holds))) => {
                let [width, height] = picture.size;
                self.ctx.copy_image(picture);
                (format!("copied the figure, {width} × {height} pixels"), holds)
            }
            Copied::Data(Ok((data, holds))) => {
                self.ctx.copy_text(data);
                ("copied the evidence, to be pasted into a spreadsheet".to_owned(), holds)
            }
            Copied::Picture(Err(why)) | Copied::Data(Err(why)) => {
                self.notices.error(why, "nothing was copied");
                return;
            }
        };
        let omits = if self.shows_suggestions() { "; suggestions are left out" } else { "" };
        self.notices.tell(Weight::Done, what, format!("{holds}{omits}"));
    }
}

/// Makes and writes files. Until the first is written it can be cancelled; then all are, which takes but a moment.
fn export(
    state: &State,
    disk: &dyn Disk,
    job: &Job,
    path: PathBuf,
    replaces: bool,
    progress: &Progress,
) -> Exported {
    let files = job.files(&path);
    // What is seen to be impossible is not begun.
    if let Some(error) = files.iter().find_map(|(file, _)| replaceable(disk, file).err()) {
        return Exported::Unwritten { before: vec![], error };
    }
    let there = files.iter().skip(1).map(|(file, _)| file);
    let there: Vec<_> = there.filter(|it| disk.entry(it).is_ok()).cloned().collect();
    if !there.is_empty() && !replaces {
        return Exported::InTheWay { path, there };
    }
    let shown = Shown::new(state, &job.content);
    // All are made before the first is written, so that what cannot be made leaves nothing half done.
    let mut made = vec![];
    for (file, form) in files {
        if progress.is_cancelled() {
            return Exported::Cancelled;
        }
        match shown.bytes(form, &job.look) {
            Ok(bytes) => made.push((file, bytes)),
            Err(error) => return Exported::Unmade(error.to_string()),
        }
    }
    if progress.is_cancelled() {
        return Exported::Cancelled;
    }
    let mut written = vec![];
    for (file, bytes) in made {
        if let Err(error) = write_file(disk, &file, &bytes, Overwrite::Allow) {
            return Exported::Unwritten { before: written, error };
        }
        written.push(file);
    }
    written.retain(|it| *it != path);
    Exported::Written { path, beside: written, holds: shown.holds() }
}
