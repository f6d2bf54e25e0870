//! Owns what a click on a column's head does to the order of the rows.

use crate::views::sheet::{Direction, Field, SheetRequest};

/// Sorts by a column: up, by the next click down, then as the text has it. `adds` keeps what it is sorted by already.
pub fn click(request: &mut SheetRequest, field: Field, adds: bool) {
    let sort = &mut request.sort;
    let at = sort.iter().position(|it| it.0 == field);
    if !adds {
        sort.retain(|it| it.0 == field);
    }
    let held = if adds { at } else { at.map(|_| 0) };
    match held.and_then(|at| Some((at, sort.get(at)?.1))) {
        None => sort.push((field, Direction::Up)),
        Some((at, Direction::Up)) => {
            if let Some(key) = sort.get_mut(at) {
                key.1 = Direction::Down;
            }
        }
        Some((at, Direction::Down)) => drop(sort.remove(at)),
    }
}

/// What the rows are sorted by, in words: "by status, then claimant or actor downward".
pub fn words(request: &SheetRequest) -> String {
    let key = |(field, way): &(Field, Direction)| {
        let way = if *way == Direction::Down { " downward" } else { "" };
        format!("{}{way}", field.name().to_lowercase())
    };
    match request.sort.as_slice() {
        [] => "in the order of the articles".to_owned(),
        keys => format!("by {}", keys.iter().map(key).collect::<Vec<_>>().join(", then ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_sorts_turns_and_stops_and_shift_adds_a_key() {
        let mut request = SheetRequest::default();
        let mut check = |field, adds, expect: &str| {
            click(&mut request, field, adds);
            assert_eq!(words(&request), expect);
        };
        check(Field::Status, false, "by status");
        check(Field::Status, false, "by status downward");
        check(Field::Low, true, "by status downward, then at least");
        check(Field::Low, true, "by status downward, then at least downward");
        check(Field::Status, true, "by at least downward");
        check(Field::Who, false, "by claimant or actor");
        check(Field::Who, false, "by claimant or actor downward");
        check(Field::Who, false, "in the order of the articles");
    }
}
