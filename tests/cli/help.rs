//! Help pages and the version.

use expect_test::expect;

use super::place::Place;

const COMMANDS: [&str; 5] = ["demo", "new", "suggest", "export", "check"];

#[test]
fn the_program_explains_itself() {
    Place::new().check("--help", expect![[r#"
        Who claims how many were hurt, who stands where, and how we know

        KB Workbench opens a folder of news reports on one contested event, helps to mark casualty claims
        and stances at their sentences, and draws a casualty chart over time and an actor stance matrix in
        which every mark leads back to the sentence it rests on. It works offline.

        Usage: kbworkbench [FOLDER | CASE.kbproj]
               kbworkbench COMMAND ARGUMENT…

        Commands:
          demo     Make the sample project, with its figures and tables
          new      Make a project from folders of articles
          suggest  List the casualty claims and stances found in articles
          export   Write figures, evidence lists and tables of a project
          check    Check that every passage is still where it was marked
          help     Show the page of a command

        Options:
          -h, --help     Show this page
          -V, --version  Show the version

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
          kbworkbench check case.kbproj
        exit 0
    "#]]);
    Place::new().check(
        "--version",
        expect![[r#"
        kbworkbench 0.1.0
        exit 0
    "#]],
    );
}

#[test]
fn each_command_has_a_page() {
    let place = Place::new();
    place.check("demo --help", expect![[r#"
        Make the sample project, with its figures and tables

        Writes the sample's articles, its project, both figures with their evidence lists and the table of
        all annotations into a folder. A folder that holds the sample already is left as it is.

        Usage: kbworkbench demo [OPTION]…

        Options:
              --dir <DIR>  The folder to make [default: kbworkbench-demo]
              --force      Replace the files of a sample made before
          -h, --help       Show this page

        Exit code: 0 done, 2 the folder cannot be written.

        Examples:
          kbworkbench demo
          kbworkbench demo --dir /tmp/sample --force
        exit 0
    "#]]);
    place.check("new --help", expect![[r#"
        Make a project from folders of articles

        Reads every .txt, .md, .html and .htm file below the folders; hidden ones are left out. What cannot
        be read is listed with its reason and does not stop the rest. The articles stay where they are: the
        project keeps the way to their folders, and of each passage its sentence.

        Usage: kbworkbench new FOLDER… -o CASE.kbproj [OPTION]…

        Arguments:
          <FOLDER>...  Folders of articles

        Options:
          -o, --output <CASE.kbproj>  The project file to write
              --accept <MIN_SCORE>    Accept suggestions of at least this score, from 0 to 1
              --force                 Replace the project file if there is one
          -h, --help                  Show this page

        With --accept, suggestions of at least this score become part of the project as one step, each with
        its rule and score, so that they can be told from what an analyst decided. Only English is searched.

        Exit code: 0 done, 2 no article could be read or the project cannot be written.

        Examples:
          kbworkbench new reports -o case.kbproj
          kbworkbench new wire papers -o case.kbproj --accept 0.8
        exit 0
    "#]]);
    place.check("suggest --help", expect![[r#"
        List the casualty claims and stances found in articles

        Lists each casualty claim and stance with its score, from 0 to 1, and its words. No project is made
        and nothing is written but the list. Only English is searched; articles in other languages are
        counted on standard error.

        Usage: kbworkbench suggest PATH… [OPTION]…

        Arguments:
          <PATH>...  Articles or folders of articles

        Options:
              --format <FORMAT>  How the list is written: table, csv or jsonl [default: table]
          -h, --help             Show this page

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
          kbworkbench suggest reports/wire.txt notes.md --format csv >found.csv
        exit 0
    "#]]);
    place.check("export --help", expect![[r#"
        Write figures, evidence lists and tables of a project

        The ending of each file says what is written: .png and .svg a figure, .csv and .html the evidence
        behind it, a numbered list of each mark with its figure, whole sentence, claimant, article and time.
        Each kind of file may be asked for several times. The same project gives the same bytes, and no
        display is needed.

        Usage: kbworkbench export CASE.kbproj [OPTION]…

        Arguments:
          <CASE.kbproj>  The project

        Options:
          -h, --help  Show this page

        Files to write:
              --casualties <FILE>   The casualty chart or its evidence: .png, .svg, .csv or .html
              --stances <FILE>      The stance matrix or its evidence: .png, .svg, .csv or .html
              --annotations <FILE>  The table of all annotations: .csv or .jsonl
              --evidence <FORM>     Beside each picture its evidence as NAME-evidence.csv or .html: csv,
                                    html or csv,html
              --force               Replace existing files

        What chart and matrix show:
              --incident <NAME>  Only this incident and its parts [default: all, apart]
              --outlet <NAME>    Only what this outlet printed
              --from <DATE>      Only from this day on, as 2023-09-19
              --to <DATE>        Only to this day, included

        What the casualty chart shows:
              --outcome <KIND>       Killed, injured, missing, captured, displaced, or casualties (killed or
                                     injured, not split) [default: killed]
              --role <ROLE>          Only civilian, military, police, journalist, peacekeeper, aid_worker,
                                     medic or unspecified
              --demographic <GROUP>  Only child, woman, man or unspecified
              --side <ACTOR>         Only people of this side
              --claimant <ACTOR>     Only what this actor, or one who belongs to it, says
              --status <STATUS>      Only claims that are pending, confirmed, no_conclusion, rejected or
                                     superseded, several after commas [default: all but rejected]
              --panels <BY>          One panel for each side, role or outlet, or none [default: side]
              --scale-y <SCALE>      The scale of people: log or linear [default: log]
              --fold-claimants       Count claimants as the actor they belong to in the end
              --no-disputes          Shade no disputes

        What the stance matrix shows:
              --columns <BY>    One column for each position, article, target or day [default: position]
              --count <WHAT>    What a cell counts: annotations or articles [default: annotations]
              --sort <BY>       The order of rows: by name, count or position [default: name]
              --past            Also stances held in the past
              --fold-rows       Count those who belong to an actor in the actor's row
              --unfold <ACTOR>  The same, but those of this actor have rows of their own; may be given
                                several times

        How figures look:
              --size <WIDTHxHEIGHT>  In points, or slide, a4-landscape, a4-portrait, column or double-column
                                     [default: 1600x900]
              --scale <FACTOR>       Pixels of a PNG to the point [default: 2, of pages and columns 300 to
                                     the inch]
              --title <TEXT>         Instead of the headline
              --subtitle <TEXT>      Instead of the line below it
              --transparent          Paint no ground, for light pages

        Names of actors, incidents and outlets are those of the project, letter case aside; actors and
        incidents go by their other names too. Claims and stances without any time are never left out by
        --from and --to.

        Exit code: 0 done, 2 a name is unknown or a file cannot be written.

        Examples:
          kbworkbench export case.kbproj --casualties killed.png --casualties killed.csv
          kbworkbench export case.kbproj --casualties injured.svg --outcome injured --from 2023-09-19
          kbworkbench export case.kbproj --stances days.png --columns day --size 1200x800 --force
          kbworkbench export case.kbproj --casualties fig1.png --size column --evidence csv,html
          kbworkbench export case.kbproj --annotations all.csv
        exit 0
    "#]]);
    place.check("check --help", expect![[r#"
        Check that every passage is still where it was marked

        Reads the project and its articles and lists what needs review: passages that moved or are lost,
        articles that changed or are gone, folders that are gone or were not opened, records that point to
        nothing. Changes nothing.

        Usage: kbworkbench check CASE.kbproj [OPTION]…

        Arguments:
          <CASE.kbproj>  The project

        Options:
              --json           Write the findings as JSON
              --trust-folders  Open the project's folders wherever they are, and remember them as chosen by
                               you
          -h, --help           Show this page

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
          kbworkbench check case.kbproj --json >findings.json
        exit 0
    "#]]);
    place.check(
        "help help",
        expect![[r#"
        Show the page of a command

        Each page says what a command does, what it takes, and how it ends.

        Usage: kbworkbench help [COMMAND]

        Arguments:
          [COMMAND]  The command

        Options:
          -h, --help  Show this page

        Example: kbworkbench help export
        exit 0
    "#]],
    );
}

#[test]
fn every_way_to_a_page_gives_the_same_page() {
    let place = Place::new();
    for command in COMMANDS {
        let page = place.run(&format!("{command} --help"));
        assert_eq!(page, place.run(&format!("{command} -h")));
        assert_eq!(page, place.run(&format!("help {command}")));
    }
    let page = place.run("--help");
    assert_eq!(page, place.run("-h"));
    assert_eq!(page, place.run("help"));
    assert_eq!(place.run("-V"), place.run("--version"));
}

#[test]
fn a_page_is_at_most_100_columns_wide_and_names_the_exit_codes() {
    let place = Place::new();
    for command in COMMANDS {
        let mut run = place.command(&format!("{command} --help"));
        let output = run.env("COLUMNS", "300").output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        let widest = page.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 100, "{command}: {widest}");
        assert!(page.contains("Exit code: 0"), "{command}");
        assert!(page.contains(&format!("\n  kbworkbench {command} ")), "{command}: no example");
    }
}
