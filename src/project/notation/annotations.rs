//! Owns the lines of claims, stances and notes: what each says, and the annotation made of it.

use std::sync::Arc;

use super::build::Builder;
use super::clauses::{CLAIM_WORDS, Clauses, Made, STANCE_WORDS, join, word};
use super::scan::{self, Token, number, tokens};
use crate::base::words::{
    Basis, Credibility, Demographic, Measure, Outcome, PassageRole, Position, Reliability, Role,
    Speech, Status, TimeSource,
};
use crate::base::{AnnotationId, ArticleId, Unknown, When};
use crate::project::edit::Record;
use crate::project::records::{
    About, Annotation, Body, Claim, Claimant, Named, Note, Side, Stance, Target,
};

impl Builder {
    pub(super) fn annotation(
        &mut self,
        rest: &str,
        body: fn(&mut Self, ArticleId, &[Token], &mut String) -> Made<Body>,
    ) -> Made<()> {
        let tokens = tokens(rest)?;
        let [Token::Word(key), Token::Word(path), more @ ..] = tokens.as_slice() else {
            return Err("a key and an article come first".into());
        };
        if self.keys.contains_key(key) {
            return Err(format!("{key:?} is there already"));
        }
        let more = match more {
            [more @ .., Token::Quote(_)] => more,
            more => more,
        };
        let article = self.article(path)?;
        let mut memo = String::new();
        let body = body(self, article, more, &mut memo)?;
        let passages = vec![self.next_passage(path, PassageRole::Main)?];
        let id = AnnotationId::mint(&mut self.mint);
        let made = self.stamp.clone();
        let (changed, suggested, unknown) = (None, None, Unknown::default());
        self.add(Record::Annotation(Arc::new(Annotation {
            id,
            body,
            passages,
            memo,
            made,
            changed,
            suggested,
            unknown,
        })))?;
        self.keys.insert(key.clone(), id);
        Ok(())
    }

    pub(super) fn claim(
        &mut self,
        article: ArticleId,
        tokens: &[Token],
        memo: &mut String,
    ) -> Made<Body> {
        let [Token::Word(outcome), Token::Word(figure), more @ ..] = tokens else {
            return Err("an outcome and a figure follow the article".into());
        };
        let figure = number(figure)?;
        let mut claim = Claim {
            outcome: word::<Outcome>(outcome)?,
            low: figure.low,
            high: figure.high,
            qualifier: figure.qualifier,
            figure: figure.words,
            role: Role::Unspecified,
            demographic: Demographic::Unspecified,
            side: Side::default(),
            claimant: Claimant::default(),
            measure: Measure::Total,
            part_of: None,
            supersedes: None,
            as_of: None,
            incident: None,
            place: String::new(),
            reliability: Reliability::F,
            credibility: Credibility::NotJudged,
            status: Status::Pending,
            reason: String::new(),
            unknown: Unknown::default(),
        };
        let mut clauses = Clauses { tokens: more, keywords: CLAIM_WORDS };
        while let Some(clause) = clauses.next() {
            let (keyword, name) = clause?;
            match keyword {
                "by" => (claim.claimant.actor, claim.claimant.words) = self.named(name)?,
                "via" => {
                    let (actor, words) = self.named(name)?;
                    claim.claimant.via = Some(Named { actor, words, ..Named::default() });
                }
                "side" => (claim.side.actor, claim.side.words) = self.named(name)?,
                "in" => claim.incident = Some(self.incident(&join(name))?),
                "place" => claim.place = join(name),
                "reason" => claim.reason = join(name),
                "memo" => *memo = join(name),
                "direct" => claim.claimant.speech = Speech::Direct,
                "basis" => claim.side.basis = word::<Basis>(&join(name))?,
                "at" => claim.as_of = Some(self.time(article, name)?),
                "part-of" => {
                    claim.part_of = Some(self.key(&join(name))?);
                    if claim.measure == Measure::Total {
                        claim.measure = Measure::Part;
                    }
                }
                "supersedes" => claim.supersedes = Some(self.key(&join(name))?),
                "measure" => claim.measure = word(&join(name))?,
                "status" => claim.status = word(&join(name))?,
                "reliability" => claim.reliability = word(&join(name))?,
                "credibility" => claim.credibility = word(&join(name))?,
                other => match (word::<Role>(other), word::<Demographic>(other)) {
                    (Ok(role), _) => claim.role = role,
                    (_, Ok(demographic)) => claim.demographic = demographic,
                    _ => return Err(format!("{other:?} says nothing about a claim")),
                },
            }
        }
        Ok(Body::Claim(Box::new(claim)))
    }

    pub(super) fn stance(
        &mut self,
        article: ArticleId,
        tokens: &[Token],
        memo: &mut String,
    ) -> Made<Body> {
        let position = |token: &Token| match token {
            Token::Word(text) => word::<Position>(text).ok(),
            Token::Quote(_) | Token::Printed(_) => None,
        };
        let found = tokens.iter().enumerate().find_map(|(at, token)| Some((at, position(token)?)));
        let (at, position) = found.ok_or("no condemn, support or mediate")?;
        let (actor, words) = self.named(&tokens[..at])?;
        let mut clauses = Clauses { tokens: &tokens[at + 1..], keywords: STANCE_WORDS };
        let mut stance = Stance {
            actor: Named { actor, words, ..Named::default() },
            position,
            target: self.target(clauses.name())?,
            incident: None,
            when: None,
            past: false,
            speech: Speech::Reported,
            reason: String::new(),
            unknown: Unknown::default(),
        };
        while let Some(clause) = clauses.next() {
            let (keyword, name) = clause?;
            match keyword {
                "about" => stance.incident = Some(self.incident(&join(name))?),
                "at" => stance.when = Some(self.time(article, name)?),
                "past" => stance.past = true,
                "direct" => stance.speech = Speech::Direct,
                "reason" => stance.reason = join(name),
                "memo" => *memo = join(name),
                other => return Err(format!("{other:?} says nothing about a stance")),
            }
        }
        Ok(Body::Stance(Box::new(stance)))
    }

    pub(super) fn note(&mut self, _: ArticleId, tokens: &[Token], _: &mut String) -> Made<Body> {
        let words = join(tokens);
        let names = words.split(',').map(str::trim).filter(|it| !it.is_empty());
        let codes = names.map(|name| self.code(name)).collect::<Made<_>>()?;
        Ok(Body::Note(Note { codes, unknown: Unknown::default() }))
    }

    fn target(&mut self, name: &[Token]) -> Made<Target> {
        let words = join(name);
        let about = if words.is_empty() || matches!(name, [Token::Printed(_)]) {
            None
        } else if let Some(name) = words.strip_prefix("incident:") {
            Some(About::Incident(self.incident(name)?))
        } else if let Some(topic) = words.strip_prefix("topic:") {
            Some(About::Topic(topic.to_owned()))
        } else {
            Some(About::Actor(self.actor(&words)?))
        };
        let printed = words.trim_start_matches("incident:").trim_start_matches("topic:").to_owned();
        Ok(Target { about, words: printed, unknown: Unknown::default() })
    }

    fn time(&self, article: ArticleId, name: &[Token]) -> Made<When> {
        let words = join(name);
        if words == "published" {
            let article = self.state.articles().get(&article);
            let published = article.and_then(|it| it.metadata.published.as_ref());
            let mut when = published.ok_or("the article has no time of publication")?.value.clone();
            when.source = TimeSource::Publication;
            return Ok(when);
        }
        match words.split_once(' ') {
            Some((source, time)) => scan::time(time, word(source)?),
            None => scan::time(&words, TimeSource::Stated),
        }
    }
}
