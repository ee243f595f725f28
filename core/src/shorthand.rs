//! Short forms of what is written and read most.

use crate::types::{AgentMessageEvent, ContentBlock, EventDelta, MessageBlock, TextBlock};

/// A text block.
impl From<&str> for TextBlock {
    fn from(text: &str) -> Self {
        TextBlock::new(text)
    }
}

/// A text block.
impl From<&str> for MessageBlock {
    fn from(text: &str) -> Self {
        TextBlock::new(text).into()
    }
}

/// A text block.
impl From<String> for MessageBlock {
    fn from(text: String) -> Self {
        TextBlock::new(text).into()
    }
}

/// A text block.
impl From<&str> for ContentBlock {
    fn from(text: &str) -> Self {
        TextBlock::new(text).into()
    }
}

/// A text block.
impl From<String> for ContentBlock {
    fn from(text: String) -> Self {
        TextBlock::new(text).into()
    }
}

impl EventDelta {
    /// The text to append; empty when the delta adds none.
    pub fn text(&self) -> &str {
        self.delta.content.as_ref().map_or("", |block| &block.text)
    }
}

impl AgentMessageEvent {
    /// The text of all text blocks, joined.
    pub fn text(&self) -> String {
        self.content
            .iter()
            .filter_map(
                |block| if let ContentBlock::Text(block) = block { Some(block.text.as_str()) } else { None },
            )
            .collect()
    }
}
