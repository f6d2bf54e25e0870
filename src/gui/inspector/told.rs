//! Owns the one line in which an annotation is named in lists and fields.

use crate::base::words::{Demographic, Outcome, Role};
use crate::gui::widgets::capital;
use crate::project::{Annotation, Body, Claim, State};
use crate::views;

/// "Killed 5 or more · Karabakh authorities · Canal Info", "France condemns the offensive · Tribune du Soir".
pub fn line(state: &State, annotation: &Annotation) -> String {
    let evidence = views::evidence(state, annotation);
    let article = annotation.main().and_then(|it| state.articles().get(&it.article));
    let outlet = article.map(views::article_name).unwrap_or_default();
    let says = match &annotation.body {
        Body::Claim(claim) => vec![claim_words(claim), evidence.who],
        Body::Stance(_) => vec![format!("{} {}", evidence.who, evidence.says)],
        Body::Note(_) if evidence.says.is_empty() => vec!["Note".to_owned()],
        Body::Note(_) => vec![evidence.says],
    };
    let parts = says.iter().map(|it| it.trim()).chain([outlet]).filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// "Killed 2, civilians".
pub fn claim_words(claim: &Claim) -> String {
    let role = (claim.role != Role::Unspecified).then(|| claim.role.label());
    let demographic =
        (claim.demographic != Demographic::Unspecified).then(|| claim.demographic.label());
    let head = format!("{} {}", outcome(claim.outcome), views::figure_short(claim));
    let parts = [Some(head.as_str()), role, demographic].into_iter().flatten();
    parts.collect::<Vec<_>>().join(", ")
}

/// An outcome as a heading or a chip has it: "Killed".
pub fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Casualties => "Casualties".to_owned(),
        other => capital(other.label()),
    }
}
