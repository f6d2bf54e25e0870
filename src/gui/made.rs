//! Owns what is made of a project on a thread for a view: what is asked for, and the newest that is ready. What was
//! ready before stays in sight until the new one is.

use std::sync::Arc;

/// Something made of a project for the request `R`.
#[derive(Debug)]
pub struct Made<R, V> {
    request: R,
    ready: Option<Ready<R, V>>,
    /// The revision and request that a thread is at work on.
    under_way: Option<(u64, R)>,
}

#[derive(Debug)]
struct Ready<R, V> {
    revision: u64,
    request: R,
    /// None if the thread failed and there was nothing before.
    value: Option<Arc<V>>,
}

impl<R: Default, V> Default for Made<R, V> {
    fn default() -> Self {
        Self { request: R::default(), ready: None, under_way: None }
    }
}

impl<R: Clone + PartialEq, V> Made<R, V> {
    pub fn request(&self) -> &R {
        &self.request
    }

    pub fn request_mut(&mut self) -> &mut R {
        &mut self.request
    }

    /// The newest that is ready; it may be of an older revision or request.
    pub fn value(&self) -> Option<&Arc<V>> {
        self.ready.as_ref()?.value.as_ref()
    }

    /// Whether what is ready is what is asked for, of this revision.
    pub fn is_ready(&self, revision: u64) -> bool {
        let now = |it: &Ready<R, V>| it.revision == revision && it.request == self.request;
        self.ready.as_ref().is_some_and(now)
    }

    /// Whether a thread is to set to work.
    pub fn is_due(&self, revision: u64) -> bool {
        self.under_way.is_none() && !self.is_ready(revision)
    }

    /// The request a thread is to set to work on now; none if all is ready or one is at work.
    pub fn begin(&mut self, revision: u64) -> Option<R> {
        if !self.is_due(revision) {
            return None;
        }
        self.under_way = Some((revision, self.request.clone()));
        Some(self.request.clone())
    }

    /// What a thread has made; none if it failed within. Then what was there before stays, as that of the revision,
    /// so that the same is not tried over and over.
    pub fn take(&mut self, value: Option<V>) {
        let Some((revision, request)) = self.under_way.take() else { return };
        let before = self.ready.take().and_then(|it| it.value);
        let value = value.map(Arc::new).or(before);
        self.ready = Some(Ready { revision, request, value });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_request_is_made_and_the_last_result_stays_until_then() {
        let mut made: Made<u8, String> = Made::default();
        assert_eq!(made.begin(1), Some(0));
        assert_eq!(made.begin(1), None);
        *made.request_mut() = 7;
        made.take(Some("for 0".to_owned()));
        assert!(!made.is_ready(1));
        assert_eq!(made.value().map(|it| it.as_str()), Some("for 0"));
        assert_eq!(made.begin(1), Some(7));
        made.take(Some("for 7".to_owned()));
        assert!(made.is_ready(1));
        assert_eq!(made.begin(1), None);
        assert_eq!(made.begin(2), Some(7));
        made.take(None);
        assert_eq!(made.begin(2), None);
        assert_eq!(made.value().map(|it| it.as_str()), Some("for 7"));
    }
}
