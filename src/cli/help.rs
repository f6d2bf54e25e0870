//! Owns the help pages: what stands around the list of options of each command. Lines are broken by hand, at most 100
//! columns wide.

/// How each page is laid out: what it is, how it is called, what it takes, then the rest.
macro_rules! page {
    ($what:literal, $rest:literal) => {
        concat!("{about}\n\n", $what, "\n\n{usage-heading} {usage}\n\n{all-args}\n\n", $rest)
    };
}

pub(super) const PROGRAM: &str = page!(
    "\
KB Workbench opens a folder of news reports on one contested event, helps to mark casualty claims
and stances at their sentences, and draws a casualty chart over time and an actor stance matrix in
which every mark leads back to the sentence it rests on. It works offline.",
    "\
Each command has a page of its own, as kbworkbench help export.

Exit code:
  0  done
  1  something needs review
  2  the input or the arguments are at fault; a line on standard error says what and what to do

Files that exist are replaced only with --force. Warnings and progress go to standard error.

Examples:
  kbworkbench demo
  kbworkbench new reports -o case.kbproj --accept 0.8
  kbworkbench export case.kbproj --casualties killed.png --casualties killed.html
  kbworkbench check case.kbproj"
);

pub(super) const DEMO: &str = page!(
    "\
Writes the sample's articles, its project, both figures with their evidence lists and the table of
all annotations into a folder. A folder that holds the sample already is left as it is.",
    "\
Exit code: 0 done, 2 the folder cannot be written.

Examples:
  kbworkbench demo
  kbworkbench demo --dir /tmp/sample --force"
);

pub(super) const NEW: &str = page!(
    "\
Reads every .txt, .md, .html and .htm file below the folders; hidden ones are left out. What cannot
be read is listed with its reason and does not stop the rest. The articles stay where they are: the
project keeps the way to their folders, and of each passage its sentence.",
    "\
With --accept, suggestions of at least this score become part of the project as one step, each with
its rule and score, so that they can be told from what an analyst decided. Only English is searched.

Exit code: 0 done, 2 no article could be read or the project cannot be written.

Examples:
  kbworkbench new reports -o case.kbproj
  kbworkbench new wire papers -o case.kbproj --accept 0.8"
);

pub(super) const SUGGEST: &str = page!(
    "\
Lists each casualty claim and stance with its score, from 0 to 1, and its words. No project is made
and nothing is written but the list. Only English is searched; articles in other languages are
counted on standard error.",
    "\
Formats:
  table  to read: document after document, a line for each suggestion
  csv    a sheet with the columns of claims and of stances side by side
  jsonl  one JSON object a line: document, kind (casualty or stance), start, end, quote, score,
         because; then outcome, low, high, qualifier, group, role, demographic, side, side_basis,
         claimant, via, measure, part_of, repeats, as_of, as_of_source, incident of a claim, or
         actor, position, target, past, as_of, incident of a stance
A document is named by its path below the folder given, or by its file name. Positions count
characters (code points) from 0. part_of and repeats name another line of the same output.

Exit code: 0 done, 2 no article could be read.

Examples:
  kbworkbench suggest reports
  kbworkbench suggest reports/wire.txt notes.md --format csv >found.csv"
);

pub(super) const EXPORT: &str = page!(
    "\
The ending of each file says what is written: .png and .svg a figure, .csv and .html the evidence
behind it, a numbered list of each mark with its figure, whole sentence, claimant, article and time.
Each kind of file may be asked for several times. The same project gives the same bytes, and no
display is needed.",
    "\
Names of actors, incidents and outlets are those of the project, letter case aside; actors and
incidents go by their other names too. Claims and stances without any time are never left out by
--from and --to.

Exit code: 0 done, 2 a name is unknown or a file cannot be written.

Examples:
  kbworkbench export case.kbproj --casualties killed.png --casualties killed.csv
  kbworkbench export case.kbproj --casualties injured.svg --outcome injured --from 2023-09-19
  kbworkbench export case.kbproj --stances days.png --columns day --size 1200x800 --force
  kbworkbench export case.kbproj --casualties fig1.png --size column --evidence csv,html
  kbworkbench export case.kbproj --annotations all.csv"
);

pub(super) const CHECK: &str = page!(
    "\
Reads the project and its articles and lists what needs review: passages that moved or are lost,
articles that changed or are gone, folders that are gone or were not opened, records that point to
nothing. Changes nothing.",
    "\
Folders beside the project are opened, others only if they were chosen on this machine before: a
project from elsewhere can name any folder. --trust-folders chooses them.

With --json the findings are a list of objects, empty if there are none:
  severity  needs_review, or note for what may be as it should
  place     the record in words
  what      what was found
  hint      what to do
  record    one key, the kind of record (root, article, actor, incident, code, annotation,
            dismissal), and its id; left out where the finding is of no record

Exit code: 0 nothing needs review (notes do not count), 1 something does, 2 the project cannot be
read.

Examples:
  kbworkbench check case.kbproj
  kbworkbench check case.kbproj --json >findings.json"
);

pub(super) const HELP: &str = page!(
    "Each page says what a command does, what it takes, and how it ends.",
    "Example: kbworkbench help export"
);
