//! Owns the words for what is wrong with a value of a project file: serde's own speak of the program's types.

/// Why a value could not be read, for the analyst: a clause without full stop.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or(&text);
    in_words(text).unwrap_or_else(|| format!("it is not as this version expects it ({text})"))
}

/// Why a file is no JSON, for the analyst: a clause without full stop.
pub(super) fn syntax(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or(&text);
    let words = match text {
        "expected value" | "expected ident" | "invalid number" => "which is not how a value begins",
        "trailing comma" => "where a comma is too many",
        "trailing characters" => "where something follows the end",
        "key must be a string" => "where a key is not in quotation marks",
        "expected `:`" => "where a colon is missing after a key",
        _ if text.starts_with("expected `") => "where a comma or a bracket is missing",
        _ if text.starts_with("control character") => "where a text is broken off by its line",
        _ if text.contains("escape") || text.contains("surrogate") => {
            "where a \\ is not followed by what it needs"
        }
        _ => return text.to_owned(),
    };
    words.to_owned()
}

fn in_words(text: &str) -> Option<String> {
    let named = |start: &str| text.strip_prefix(start)?.split('`').next();
    if let Some(word) = named("unknown variant `") {
        return Some(format!("this version does not know the word “{word}”"));
    }
    if let Some(key) = named("missing field `") {
        return Some(format!("its key “{key}” is missing"));
    }
    if let Some(key) = named("duplicate field `") {
        return Some(format!("its key “{key}” stands twice"));
    }
    let misfit =
        text.strip_prefix("invalid type: ").or_else(|| text.strip_prefix("invalid value: "));
    if let Some((found, wanted)) = misfit.and_then(|it| it.rsplit_once(", expected ")) {
        return Some(format!("it holds {} where {} should stand", held(found), meant(wanted)));
    }
    if text.starts_with("UUID parsing failed") {
        return Some("an id in it is no UUID".to_owned());
    }
    if text.starts_with("recursion limit") {
        return Some("it nests too deep".to_owned());
    }
    // The readers of our own types speak to the analyst already.
    (text.contains(" is no ") || text.contains("stands twice")).then(|| text.to_owned())
}

/// What stands there, from serde's words for it: "integer `7`".
fn held(found: &str) -> String {
    let inner = found.split(['`', '"']).nth(1).unwrap_or_default();
    match found.split(' ').next().unwrap_or_default() {
        "null" => "nothing (null)".to_owned(),
        "integer" | "floating" => format!("the number {inner}"),
        "string" => format!("the text “{inner}”"),
        "boolean" => format!("“{inner}”"),
        "sequence" => "a list".to_owned(),
        "map" => "an object".to_owned(),
        _ => "something else".to_owned(),
    }
}

/// What should stand there, from serde's words for it: "struct Actor".
fn meant(wanted: &str) -> &'static str {
    match wanted {
        "a string" | "string" => "a text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number that is not negative",
        "f32" | "f64" => "a number",
        _ if wanted.starts_with("struct") || wanted.contains("map") => "an object",
        _ if wanted.contains("enum") => "an object",
        _ if wanted.contains("UUID") => "an id",
        _ => "something else",
    }
}
