//! Owns which parts of a request leave claims out, apart from incident and outcome, which every chart has.

use crate::views::chart::ChartRequest;

/// Whether the request is narrowed down.
pub fn is_narrowed(request: &ChartRequest) -> bool {
    *request != cleared(request)
}

/// The same without what narrows it down. How the chart is drawn stays.
pub fn cleared(request: &ChartRequest) -> ChartRequest {
    ChartRequest {
        role: None,
        demographic: None,
        side: None,
        claimant: None,
        outlet: None,
        statuses: None,
        from: None,
        to: None,
        ..request.clone()
    }
}
