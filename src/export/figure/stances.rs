//! Owns the layout of the stance figure: actors down, columns across, a cell for each with its signs and counts.

use crate::base::theme::{Rgb, position_sign};
use crate::base::words::Position;
use crate::export::figure::FigureOptions;
use crate::export::figure::cells;
use crate::export::figure::frame::{Frame, Words, counted, fitted, sentence, source_line, text};
use crate::export::figure::heads::{Head, UPWARD, head};
use crate::export::figure::marks;
use crate::export::figure::style::{SMALLEST, Style};
use crate::export::measure::{Weight, text_width, wrap};
use crate::export::scene::{Anchor, Point, Prim, Rect, Scene, Text};
use crate::views::matrix::{Cell, Matrix, Row};

/// The stance matrix as a finished figure of exactly the asked size.
pub fn stances(matrix: &Matrix, options: &FigureOptions) -> Scene {
    let own = Style::of(options);
    let larger = [1.35, 1.2, 1.1].map(|by| own.scaled(by));
    let roomy = |layout: &Layout| {
        let all = layout.rows == matrix.rows.len() && layout.columns == matrix.columns.len();
        let tall = layout.frame.style.units(TALLEST) <= layout.tall;
        all && layout.per_block == layout.rows && tall && !layout.cuts_names()
    };
    let larger = larger.into_iter().map(|style| Layout::new(matrix, options, style));
    if let Some(layout) = larger.into_iter().find(roomy) {
        return layout.draw(options);
    }
    let mut style = own;
    loop {
        let layout = Layout::new(matrix, options, style);
        let fits = layout.rows == matrix.rows.len() && layout.columns == matrix.columns.len();
        match style.smaller() {
            Some(smaller) if !fits => style = smaller,
            _ => return layout.draw(options),
        }
    }
}

struct Layout<'a> {
    matrix: &'a Matrix,
    frame: Frame,
    /// Rows and columns that are shown.
    rows: usize,
    columns: usize,
    /// Many rows stand in several blocks side by side: rows of one, and from one to the next.
    per_block: usize,
    step: f32,
    /// Within a block: left edge of the first column, width of a column, width of the remarks.
    left: f32,
    pitch: f32,
    remarks: f32,
    /// The remarks have no room in their rows and stand beneath the table, each row of one with a star.
    starred: bool,
    /// Where the first row begins, and the height of one.
    top: f32,
    tall: f32,
    head: Head,
    /// Size of the names of the columns.
    head_size: f32,
}

/// The star of a row whose remark stands beneath the table.
const STAR: &str = " *";

/// The widest column and the tallest row that still read as one table, at 1600 × 900.
const WIDEST: f32 = 420.0;
const TALLEST: f32 = 58.0;

/// Columns yield to names of this length, in sizes of type.
const NAME: f32 = 18.0;

/// The most blocks side by side.
const BLOCKS: usize = 4;

impl<'a> Layout<'a> {
    /// The matrix at this size of type, in as few blocks as hold all its rows.
    fn new(matrix: &'a Matrix, options: &FigureOptions, style: Style) -> Self {
        let in_blocks = |blocks| {
            let layout = Self::in_blocks(matrix, options, style, blocks, false);
            let is_short = layout.columns < matrix.columns.len();
            if layout.remarks == 0.0 || !(is_short || layout.cuts_remarks() || layout.cuts_names())
            {
                return layout;
            }
            // Beneath the table remarks take no width from names and columns.
            let starred = Self::in_blocks(matrix, options, style, blocks, true);
            let is_better = is_short || layout.cuts_remarks() || !starred.cuts_names();
            if is_better { starred } else { layout }
        };
        let one = in_blocks(1);
        if one.rows == matrix.rows.len() || one.columns < matrix.columns.len() {
            return one;
        }
        let roomy = |layout: &Self| style.body() * 4.5 <= layout.pitch;
        let more = (2..=BLOCKS).map(in_blocks).take_while(roomy);
        let full = |layout: &Self| layout.rows == matrix.rows.len();
        more.fold(one, |best, next| if full(&best) { best } else { next })
    }

    fn in_blocks(
        matrix: &'a Matrix,
        options: &FigureOptions,
        style: Style,
        blocks: usize,
        starred: bool,
    ) -> Self {
        let frame = Frame::new(&words(matrix, options, starred), options, style);
        let (body, size) = (frame.body, style.body());
        let between = style.units(44.0);
        let width = (body.width() - between * (blocks - 1) as f32) / blocks as f32;
        let star = if starred { text_width(STAR, size, Weight::Bold) } else { 0.0 };
        let names = matrix
            .rows
            .iter()
            .map(|row| indent(row, style) + text_width(&row.name, size, name_weight(row)) + star);
        let remarks = matrix
            .rows
            .iter()
            .map(|row| text_width(&row.remark, style.note(), Weight::Regular) + 1.0);
        let any = !starred && matrix.rows.iter().any(|row| !row.remark.is_empty());
        let remarks = if any { remarks.fold(0.0, f32::max).min(width * 0.28) } else { 0.0 };
        // Columns of a narrow figure yield to the names until a sign and a number have just room.
        let narrow = size * if is_by_position(matrix) { 2.6 } else { 1.6 };
        let rest = width - remarks - style.units(40.0) - narrow * matrix.columns.len() as f32;
        let (least, most) = (width * 0.3, (size * NAME).clamp(width * 0.3, width * 0.6));
        let names = names.fold(0.0, f32::max).min(rest.clamp(least, most));
        let left = names + style.units(26.0);
        let right = width - if any { remarks + style.units(14.0) } else { 0.0 };
        let room = (right - left).max(1.0);
        let narrow = size * 1.05;
        let columns = matrix.columns.len().min((room / narrow) as usize).max(1);
        let pitch = (room / columns as f32).min(style.units(WIDEST));
        let columns = columns.min(matrix.columns.len());
        let (head, head_size) = head(&matrix.columns[..columns], pitch, size, style, body.height());
        let top = body.top + head.height(head_size) + style.units(10.0);
        let note = style.note() * 1.6;
        let least = size * 1.3;
        let count = matrix.rows.len();
        let room = body.bottom - top;
        let fit = |room: f32| ((room / least) as usize).max(1) * blocks;
        let (room, rows) = match columns == matrix.columns.len() && count <= fit(room) {
            true => (room, count),
            false => (room - note, fit(room - note).min(count)),
        };
        let per_block = rows.div_ceil(blocks).max(1);
        let tall = (room / per_block as f32).min(style.units(TALLEST)).max(1.0);
        let step = width + between;
        Self {
            matrix,
            frame,
            rows,
            columns,
            per_block,
            step,
            left,
            pitch,
            remarks,
            starred,
            top,
            tall,
            head,
            head_size,
        }
    }

    /// Whether a remark is too long for its row.
    fn cuts_remarks(&self) -> bool {
        let size = self.frame.style.note();
        let is_cut = |row: &Row| {
            let lines = self.lines(size);
            !wrap(&row.remark, size, Weight::Regular, self.remarks, lines).complete
        };
        self.matrix.rows.iter().any(is_cut)
    }

    /// Whether a name is too long for its row.
    fn cuts_names(&self) -> bool {
        let style = self.frame.style;
        let size = style.body();
        let is_cut = |row: &Row| {
            let width = self.left - style.units(14.0) - indent(row, style);
            !wrap(&row.name, size, name_weight(row), width, self.lines(size)).complete
        };
        self.matrix.rows.iter().any(is_cut)
    }

    /// How many lines of this size a row has room for.
    fn lines(&self, size: f32) -> usize {
        ((self.tall / (size * LEADING)) as usize).clamp(1, 2)
    }

    fn draw(mut self, options: &FigureOptions) -> Scene {
        let matrix = self.matrix;
        if matrix.rows.is_empty() || matrix.columns.is_empty() {
            let hint = match matrix.hidden {
                0 => {
                    "Mark stances in the reports, or accept suggestions, and they will stand here."
                        .to_owned()
                }
                hidden => format!(
                    "{} left out by the filters; widen them to see more.",
                    counted(hidden, "stance is", "stances are")
                ),
            };
            self.frame.set_empty("No stances to show", &hint);
            return self.frame.finish(options);
        }
        let mut items = Vec::new();
        let rows = &matrix.rows[..self.rows];
        for (block, rows) in rows.chunks(self.per_block).enumerate() {
            let left = self.frame.body.left + self.step * block as f32;
            self.heads(left, &mut items);
            for (place, row) in rows.iter().enumerate() {
                self.row(row, left, self.top + self.tall * place as f32, &mut items);
            }
        }
        self.frame.left_out = self.left_out(&mut items);
        self.frame.items.append(&mut items);
        self.frame.finish(options)
    }

    fn heads(&self, left: f32, items: &mut Vec<Prim>) {
        let style = self.frame.style;
        let size = self.head_size;
        let bottom = self.top - style.units(10.0);
        for (place, column) in self.matrix.columns.iter().take(self.columns).enumerate() {
            let middle = left + self.left + self.pitch * (place as f32 + 0.5);
            let colour = column.position.map_or(self.frame.style.palette.text, |it| {
                self.frame.style.palette.position(it).ink
            });
            match &self.head {
                Head::Flat(labels) => {
                    let Some(label) = labels.get(place) else { continue };
                    let wide = label.lines.iter().map(|it| text_width(it, size, Weight::Bold));
                    let wide = wide.fold(0.0, f32::max);
                    let mut x = middle;
                    if let Some(position) = column.position {
                        let (reach, gap) = (size * 0.3, size * 0.3);
                        x += reach + gap / 2.0;
                        let first = bottom - size * (0.37 + 1.25 * (label.lines.len() - 1) as f32);
                        let at = Point { x: x - wide / 2.0 - gap - reach, y: first };
                        items.push(marks::sign(position, at, reach, colour));
                    }
                    for (line, words) in label.lines.iter().enumerate() {
                        let below = (label.lines.len() - 1 - line) as f32 * size * 1.25;
                        let at = Point { x, y: bottom - below - size * 0.02 };
                        let text = text(words, at, size, colour, Anchor::Middle);
                        items.push(Prim::Text(Text { weight: Weight::Bold, ..text }));
                    }
                }
                Head::Upward(labels) => {
                    let Some(label) = labels.get(place) else { continue };
                    let leading = size * 1.15;
                    let first =
                        middle + size * 0.3 - leading * (label.lines.len() - 1) as f32 / 2.0;
                    for (line, words) in label.lines.iter().enumerate() {
                        let at = Point { x: first + leading * line as f32, y: bottom };
                        let mut text = text(words, at, size * UPWARD, colour, Anchor::Start);
                        text.whole = (!label.complete).then(|| column.label.clone());
                        items.push(Prim::Text(Text { upward: true, ..text }));
                    }
                }
            }
        }
    }

    fn row(&self, row: &Row, left: f32, top: f32, items: &mut Vec<Prim>) {
        let style = self.frame.style;
        let size = style.body();
        let x = left + indent(row, style);
        let colour = if row.depth == 0 {
            self.frame.style.palette.text
        } else {
            self.frame.style.palette.weak
        };
        let width = left + self.left - style.units(14.0) - x;
        let weight = name_weight(row);
        match self.starred && !row.remark.is_empty() {
            false => self.words(&row.name, x, top, width, (size, weight, colour), items),
            true => {
                let name = format!("{}{STAR}", row.name);
                self.words(&name, x, top, width, (size, weight, colour), items);
            }
        }
        let gap = (self.tall * 0.04).min(style.units(1.5)).max(0.4);
        for (place, cell) in row.cells.iter().take(self.columns).enumerate() {
            let left = left + self.left + self.pitch * place as f32;
            let rect = Rect::sized(left, top, self.pitch, self.tall).grown(-gap);
            let column = self.matrix.columns.get(place).map_or("", |it| it.label.as_str());
            self.cell(cell, rect, &format!("{}, {column}", row.name), items);
        }
        if self.starred {
            return;
        }
        let x = left + self.left + self.pitch * self.columns as f32 + style.units(14.0);
        let look = (style.note(), Weight::Regular, self.frame.style.palette.weak);
        self.words(&row.remark, x, top, self.remarks, look, items);
    }

    /// Words in the middle of a row, in two lines if they are long and the row is tall, else in smaller type.
    fn words(
        &self,
        words: &str,
        x: f32,
        top: f32,
        width: f32,
        (size, weight, colour): (f32, Weight, Rgb),
        items: &mut Vec<Prim>,
    ) {
        if words.is_empty() {
            return;
        }
        let set = |size: f32| (size, wrap(words, size, weight, width, self.lines(size)));
        let sizes = [0.93, 0.86].map(|share| (size * share).max(SMALLEST));
        let smaller = || sizes.into_iter().map(set).find(|(_, wrapped)| wrapped.complete);
        let (size, wrapped) = match set(size) {
            whole if whole.1.complete => whole,
            cut => smaller().unwrap_or(cut),
        };
        let leading = size * LEADING;
        let first =
            top + self.tall / 2.0 + size * 0.35 - leading * (wrapped.lines.len() - 1) as f32 / 2.0;
        for (place, line) in wrapped.lines.iter().enumerate() {
            let at = Point { x, y: first + leading * place as f32 };
            let mut text = Text { weight, ..text(line, at, size, colour, Anchor::Start) };
            text.whole = (!wrapped.complete).then(|| words.to_owned());
            items.push(Prim::Text(text));
        }
    }

    /// The cell with its name and what stands behind it.
    fn cell(&self, cell: &Cell, rect: Rect, name: &str, items: &mut Vec<Prim>) {
        let style = self.frame.style;
        let mut parts = Vec::new();
        cells::cell(cell, rect, (style.body(), style.factor), style.palette, &mut parts);
        if cell.is_empty() {
            items.append(&mut parts);
            return;
        }
        let annotations = cell.annotations.clone();
        let title = format!("{name}: {}", cell.says());
        items.push(Prim::Group { annotations, title, items: parts });
    }

    /// Says what the size left no room for, if there is such.
    fn left_out(&self, items: &mut Vec<Prim>) -> Option<String> {
        let rows = self.matrix.rows.len() - self.rows;
        let columns = self.matrix.columns.len() - self.columns;
        let parts = [(rows, "more actor", "more actors"), (columns, "more column", "more columns")];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, ..)| 0 < *count)
            .map(|(count, one, many)| counted(*count, one, many))
            .collect();
        if parts.is_empty() {
            return None;
        }
        let words = format!("{}, not shown at this size", parts.join(" and "));
        let body = self.frame.body;
        items.push(Prim::Text(fitted(
            &words,
            Point { x: body.left, y: body.bottom - self.frame.style.note() * 0.3 },
            self.frame.style.note(),
            Weight::Regular,
            self.frame.style.palette.text,
            Anchor::Start,
            body.width(),
        )));
        Some(words)
    }
}

/// From one line of a row to the next, in sizes of type.
const LEADING: f32 = 1.18;

/// Members stand in under the actor they belong to.
fn indent(row: &Row, style: Style) -> f32 {
    row.depth.min(6) as f32 * style.units(18.0)
}

fn name_weight(row: &Row) -> Weight {
    if row.depth == 0 { Weight::Bold } else { Weight::Regular }
}

fn is_by_position(matrix: &Matrix) -> bool {
    matrix.columns.iter().all(|column| column.position.is_some())
}

/// "* Russia: mixed with its members": the remarks of all rows, as they stand beneath the table.
fn remarks(matrix: &Matrix) -> String {
    let rows = matrix.rows.iter().filter(|row| !row.remark.is_empty());
    let remarks: Vec<String> =
        rows.map(|row| format!("{}: {}", row.name, row.remark.replace("; ", ", "))).collect();
    if remarks.is_empty() { String::new() } else { format!("* {}.", remarks.join("; ")) }
}

fn words<'a>(matrix: &'a Matrix, options: &FigureOptions, starred: bool) -> Words<'a> {
    let stances = counted(matrix.evidence.len(), "stance", "stances");
    let named = is_by_position(matrix);
    let cells = || matrix.rows.iter().flat_map(|row| &row.cells);
    let occurs = |it: &Position| cells().any(|cell| 0 < cell.counts[*it as usize]);
    // The signs are drawn, over the columns or in a key, so the legend need not spell them.
    let spelled =
        |entry: &str| Position::ALL.iter().any(|it| entry.starts_with(position_sign(*it)));
    let legend: Vec<String> =
        matrix.legend.iter().filter(|entry| !spelled(entry)).cloned().collect();
    Words {
        title: &matrix.title,
        subtitle: &matrix.subtitle,
        key: if named {
            Vec::new()
        } else {
            Position::ALL.iter().copied().filter(occurs).collect()
        },
        legend: sentence(&legend),
        remarks: if starred { remarks(matrix) } else { String::new() },
        source: source_line(&stances, matrix.articles, options),
    }
}
