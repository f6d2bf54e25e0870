//! Owns the way from bytes to text: the encoding, the end of lines, and what is no text at all. The text rule: decoded
//! to Unicode, no byte order mark, LF only, nothing normalised.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use regex::Regex;

use crate::base::pattern;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 32 << 20;

/// Bytes looked at to tell text from other files, and to find the encoding a page declares.
const HEAD: usize = 4096;

/// Text made of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// What is in doubt about the text, with a hint.
    pub doubt: Option<(String, String)>,
}

/// Why a file is no article, with a hint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the file is empty")]
    Empty,
    #[error("the file holds no words")]
    Wordless,
    #[error("the file is {0}, not text")]
    Binary(&'static str),
    #[error("the file is larger than {} MB", MAX_BYTES >> 20)]
    TooBig,
}

impl Refusal {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty | Self::Wordless => "save the report again or remove the file",
            Self::Binary(_) => "save the report as plain text or as a web page",
            Self::TooBig => "an article is far smaller; split the file",
        }
    }
}

/// Decodes the bytes of a file; `declares` says whether its format can name its own encoding, as HTML can.
pub fn decode(bytes: &[u8], declares: bool) -> Result<Decoded, Refusal> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Refusal::TooBig);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if let Some(what) = known_binary(bytes) {
        return Err(Refusal::Binary(what));
    }
    let (text, doubt) = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
        (text.into_owned(), faulty.then(|| unreadable(encoding)))
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(bytes);
        (text.into_owned(), faulty.then(|| unreadable(encoding)))
    } else if is_binary(bytes) {
        return Err(Refusal::Binary("binary"));
    } else {
        decode_bytewise(bytes, declared(bytes).filter(|_| declares))
    };
    let text = with_line_feeds(text);
    if text.trim().is_empty() { Err(Refusal::Empty) } else { Ok(Decoded { text, doubt }) }
}

/// Decodes bytes of an encoding that keeps ASCII: the declared one if it fits, else the one the bytes speak for.
fn decode_bytewise(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> (String, Option<(String, String)>) {
    let valid = std::str::from_utf8(bytes).ok();
    let beyond_ascii = !bytes.is_ascii();
    if let Some(declared) = declared {
        // Bytes beyond ASCII are hardly ever valid UTF-8 by chance, and hardly any other encoding can be refuted.
        let is_other = declared != UTF_8 && beyond_ascii && valid.is_some();
        let (text, faulty) = declared.decode_without_bom_handling(bytes);
        if !faulty && !is_other {
            return (text.into_owned(), None);
        }
        let (text, found, _) = detect(bytes, valid);
        let what = format!("the file says it is {} but is not", declared.name());
        let hint = format!("it was read as {}; check its letters", found.name());
        return (text, Some((what, hint)));
    }
    let (text, found, faulty) = detect(bytes, valid);
    (text, faulty.then(|| unreadable(found)))
}

/// The text, its likeliest encoding, and whether some of it could not be read.
fn detect(bytes: &[u8], valid: Option<&str>) -> (String, &'static Encoding, bool) {
    if let Some(text) = valid {
        return (text.to_owned(), UTF_8, false);
    }
    if is_damaged_utf_8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), UTF_8, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, faulty) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding, faulty)
}

/// Whether nearly all that lies beyond ASCII is good UTF-8, so that a few broken bytes must not turn the rest into
/// another encoding's letters.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 20 <= good
}

fn unreadable(encoding: &'static Encoding) -> (String, String) {
    let what = format!("some letters could not be read as {}", encoding.name());
    (what, "they show as �; save the file again as UTF-8".to_owned())
}

/// The encoding a page names in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    static META: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r#"(?i)<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})"#)
    });
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let encoding = Encoding::for_label(META.captures(&head)?[1].as_bytes())?;
    // A name read byte by byte cannot be right when it says two bytes a letter.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// UTF-16 by its zero bytes, which then stand on one side of each pair only.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let (mut first, mut second) = (0, 0);
    for pair in head.chunks_exact(2) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    // Even a text of another script has its spaces and full stops.
    let many = head.len() / 2 / 12;
    match (first, second) {
        (0, zeros) if many < zeros => Some(UTF_16LE),
        (zeros, 0) if many < zeros => Some(UTF_16BE),
        _ => None,
    }
}

/// What a file is by its first bytes, if it is a well-known one without text.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"RIFF", "a picture or a recording"),
        (b"\x1F\x8B", "a compressed file"),
        (b"7z\xBC\xAF", "a compressed file"),
        (b"BZh", "a compressed file"),
        (b"\xFD7zXZ", "a compressed file"),
        (b"SQLite format 3", "a database"),
        (b"\x7FELF", "a program"),
        (b"OggS", "a recording"),
        (b"ID3", "a recording"),
        (b"bplist00", "a web archive"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what)
}

/// Whether there are too many bytes that no text holds.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(2 * HEAD)];
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    let control =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    head.len() < zeros * 100 || head.len() < head.iter().filter(control).count() * 20
}

fn with_line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    const RUSSIAN: &str =
        "Наблюдатели сообщили, что дорога закрыта и жители покинули деревню ещё утром.";

    fn shown(bytes: &[u8], declares: bool) -> String {
        match decode(bytes, declares) {
            Ok(Decoded { text, doubt: None }) => text,
            Ok(Decoded { text, doubt: Some((what, hint)) }) => format!("{text}\n! {what}; {hint}"),
            Err(refusal) => format!("! {refusal}; {}", refusal.hint()),
        }
    }

    fn check(bytes: impl AsRef<[u8]>, expect: Expect) {
        expect.assert_eq(&shown(bytes.as_ref(), true));
    }

    fn utf_16(text: &str, mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF_u16);
        mark.into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn marks_are_dropped_and_line_ends_are_one() {
        check("\u{FEFF}one\r\ntwo\rthree\n", expect!["one\ntwo\nthree\n"]);
        check(utf_16("één\r\n", true), expect!["één\n"]);
        // Decomposed letters stay as they are.
        assert_eq!(shown("e\u{301}".as_bytes(), false), "e\u{301}");
    }

    #[test]
    fn encodings_are_found_without_being_named() {
        for encoding in [WINDOWS_1251, KOI8_R] {
            assert_eq!(shown(&encoding.encode(RUSSIAN).0, false), RUSSIAN);
        }
        let french = "Les secours ont évacué le village dès l’aube, à l’arrivée des équipes.";
        assert_eq!(shown(&WINDOWS_1252.encode(french).0, false), french);
        assert_eq!(shown(&utf_16(RUSSIAN, false), false), RUSSIAN);
        assert_eq!(shown(&utf_16("plain words", false), false), "plain words");
        let swapped: Vec<u8> =
            utf_16("plain words", false).chunks(2).flat_map(|it| [it[1], it[0]]).collect();
        assert_eq!(shown(&swapped, false), "plain words");
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let page = r#"<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">道路"#;
        check(
            SHIFT_JIS.encode(page).0,
            expect![[
                r#"<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">道路"#
            ]],
        );
        check("<meta charset='utf-16'>é", expect!["<meta charset='utf-16'>é"]);
    }

    #[test]
    fn a_wrong_name_is_told_and_not_believed() {
        let page = format!("<meta charset=utf-8>{RUSSIAN}");
        check(
            WINDOWS_1251.encode(&page).0,
            expect![[r#"
                <meta charset=utf-8>Наблюдатели сообщили, что дорога закрыта и жители покинули деревню ещё утром.
                ! the file says it is UTF-8 but is not; it was read as windows-1251; check its letters"#]],
        );
        check(
            "<meta charset=windows-1251>деревня",
            expect![[r#"
                <meta charset=windows-1251>деревня
                ! the file says it is windows-1251 but is not; it was read as UTF-8; check its letters"#]],
        );
    }

    #[test]
    fn a_broken_byte_does_not_spoil_the_rest() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.pop();
        bytes.pop();
        bytes[0] = 0xFF;
        check(
            bytes,
            expect![[r#"
                ��аблюдатели сообщили, что дорога закрыта и жители покинули деревню ещё утро�
                ! some letters could not be read as UTF-8; they show as �; save the file again as UTF-8"#]],
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check("", expect!["! the file is empty; save the report again or remove the file"]);
        check(
            "\u{FEFF} \n",
            expect!["! the file is empty; save the report again or remove the file"],
        );
        check(
            "%PDF-1.7",
            expect![
                "! the file is a PDF document, not text; save the report as plain text or as a web page"
            ],
        );
        check(
            [1, 0, 0, 7, 0, 0, 200, 0, 0],
            expect![
                "! the file is binary, not text; save the report as plain text or as a web page"
            ],
        );
        check(
            vec![b'a'; MAX_BYTES as usize + 1],
            expect!["! the file is larger than 32 MB; an article is far smaller; split the file"],
        );
    }

    proptest! {
        #[test]
        fn any_bytes_give_text_without_carriage_returns_or_a_refusal(
            bytes in proptest::collection::vec(any::<u8>(), 0..300), declares: bool
        ) {
            if let Ok(decoded) = decode(&bytes, declares) {
                prop_assert!(!decoded.text.contains('\r'));
            }
        }

        #[test]
        fn text_in_utf_8_comes_back(text in "[a-zé…ա😀 \n]{1,99}") {
            prop_assume!(!text.trim().is_empty());
            prop_assert_eq!(decode(text.as_bytes(), true).unwrap().text, text);
        }
    }
}
