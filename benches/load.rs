//! How long a folder of 2,000 reports takes to become articles: found, decoded, described, cut into sentences.

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use kbworkbench::corpus::{Progress, load};
use kbworkbench::files::memory::MemoryDisk;

/// About the length of a news report.
const SENTENCES: usize = 40;

fn report(number: usize) -> String {
    let mut text = format!(
        "Dam {number} gives way above the town\n\n2021-05-{:02} 08:09:10\n\nBy River Post with AFP\n\n",
        number % 28 + 1
    );
    for sentence in 0..SENTENCES {
        text += &format!(
            "At least {sentence} people were hurt in valley {number} on Monday, said Mr. J. Rossi, the mayor. "
        );
        if sentence % 4 == 3 {
            text += "\n\n";
        }
    }
    text + "Leave a Comment\n"
}

fn page(number: usize) -> String {
    let paragraphs = report(number).replace("\n\n", "</p><p>");
    format!(
        "<html><title>Dam {number}</title><nav>Home</nav><article><p>{paragraphs}</p></article></html>"
    )
}

fn load_2000(criterion: &mut Criterion) {
    let (texts, pages) = (MemoryDisk::new(), MemoryDisk::new());
    for number in 0..2000 {
        texts.add(format!("/texts/{number}.txt"), report(number));
        pages.add(format!("/pages/{number}.html"), page(number));
    }
    let mut group = criterion.benchmark_group("load 2000 articles");
    group.sample_size(10);
    for (name, disk) in [("texts", texts), ("pages", pages)] {
        let folders = [PathBuf::from(format!("/{name}"))];
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(load(&disk, &folders, &Progress::new())));
        });
    }
    group.finish();
}

criterion_group!(benches, load_2000);
criterion_main!(benches);
