//! The objects of the server, as a program without our crate would declare them.
//!
//! `plain` has no unions: one struct for all tools, one for all events. `tagged` has serde's internally tagged enums.
//! `flatten` also keeps unknown members, as our types do. The fields are decoded, not read.
#![allow(dead_code)]

use serde::Deserialize;

/// One page of a list.
#[derive(Deserialize)]
pub struct Page<T> {
    pub data: Vec<T>,
    pub has_more: bool,
    pub next_page: Option<String>,
}

/// Objects without unions; the argument is what each of them ends with.
macro_rules! objects {
    ($($rest:tt)*) => {
        use std::collections::BTreeMap;

        use serde::Deserialize;

        #[derive(Deserialize)]
        pub struct Agent {
            pub id: String,
            name: String,
            description: Option<String>,
            model: Option<Model>,
            system: Option<String>,
            tools: Vec<Tool>,
            mcp_servers: Vec<Server>,
            skills: Vec<Skill>,
            metadata: BTreeMap<String, String>,
            version: Option<u64>,
            archived_at: Option<String>,
            created_at: Option<String>,
            updated_at: Option<String>,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Model {
            id: String,
            effort: Option<String>,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct ToolConfig {
            enabled: bool,
            permission_policy: Policy,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Policy {
            r#type: String,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Server {
            name: String,
            url: String,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Skill {
            skill_id: String,
            version: Option<String>,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Preview {
            id: String,
            r#type: String,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Delta {
            index: u64,
            content: Text,
            $($rest)*
        }

        #[derive(Deserialize)]
        pub struct Text {
            r#type: String,
            text: String,
            $($rest)*
        }
    };
}

/// Unions as serde's internally tagged enums; the argument is what each variant ends with.
macro_rules! tagged_unions {
    ($($rest:tt)*) => {
        #[derive(Deserialize)]
        #[serde(tag = "type")]
        pub enum Tool {
            #[serde(rename = "agent_toolset_20260401")]
            Toolset { enabled_tools: Option<Vec<String>>, default_config: Option<ToolConfig>, $($rest)* },
            #[serde(rename = "mcp_toolset")]
            Mcp { mcp_server_name: String, default_config: Option<ToolConfig>, $($rest)* },
        }

        #[derive(Deserialize)]
        #[serde(tag = "type")]
        pub enum Event {
            #[serde(rename = "event_start")]
            Start { event: Preview, $($rest)* },
            #[serde(rename = "event_delta")]
            Delta { event_id: String, delta: Delta, $($rest)* },
            #[serde(rename = "agent.message")]
            Message { id: String, content: Vec<Text>, processed_at: String, $($rest)* },
            #[serde(rename = "session.status_terminated")]
            Terminated { id: String, processed_at: String, $($rest)* },
        }
    };
}

pub mod plain {
    objects!();

    #[derive(Deserialize)]
    pub struct Tool {
        r#type: String,
        enabled_tools: Option<Vec<String>>,
        mcp_server_name: Option<String>,
        default_config: Option<ToolConfig>,
    }

    #[derive(Deserialize)]
    pub struct Event {
        r#type: String,
        id: Option<String>,
        event: Option<Preview>,
        event_id: Option<String>,
        delta: Option<Delta>,
        content: Option<Vec<Text>>,
        processed_at: Option<String>,
    }
}

pub mod tagged {
    objects!();
    tagged_unions!();
}

pub mod flatten {
    objects!(#[serde(flatten)] extra: serde_json::Map<String, serde_json::Value>,);
    tagged_unions!(#[serde(flatten)] extra: serde_json::Map<String, serde_json::Value>,);
}
