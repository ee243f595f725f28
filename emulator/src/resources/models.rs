//! Models: a short, complete list.

use serde_json::json;

use super::Handler;
use crate::call::Call;
use crate::reply::{Outcome, Reply};
use crate::state::State;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[("models.list", list)];

fn list(_: &mut State, _: &mut Call<'_>) -> Outcome {
    let model = |id: &str, name: &str, price: f64, efforts: &[&str], window: u64| {
        json!({
            "type": "model",
            "id": id,
            "display_name": name,
            "source": "system",
            "is_enabled": true,
            "is_new": false,
            "price_factor": price,
            "efforts": efforts,
            "default_effort": efforts.get(1),
            "max_input_tokens": window,
            "available_context_windows": [window],
            "default_context_window": window,
        })
    };
    let data = [
        model("auto", "Auto", 1.0, &[], 200_000),
        model("ultimate", "Ultimate", 1.6, &["low", "medium", "high", "max"], 200_000),
        model("performance", "Performance", 1.1, &["low", "medium", "high"], 200_000),
        model("efficient", "Efficient", 0.3, &["low", "medium"], 128_000),
        model("lite", "Lite", 0.0, &[], 128_000),
    ];
    Reply::ok(&json!({ "data": data, "has_more": false }))
}
