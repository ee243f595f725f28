// Generated from spec/ by codegen; edit the spec instead.

//! Calls the typed method of an operation by its ID.

use std::collections::BTreeMap;

use qoder_cloud::{Client, Error, Field, Secret, Timestamp, types::*};

use crate::args::{Args, Outcome};

/// Makes the call with the arguments named in `args`.
///
/// # Errors
/// What the typed method returns.
pub async fn call(client: &Client, operation: &str, args: &mut Args) -> Result<Outcome, Error> {
    match operation {
        "agents.create" => {
            #[allow(unused_mut)]
            let mut call =
                client.agents().create(args.required::<String>("name"), args.required::<ModelParam>("model"));
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<Field<String>>("system") {
                call = call.system(value);
            }
            if let Some(value) = args.optional::<Field<Vec<Tool>>>("tools") {
                call = call.tools(value);
            }
            if let Some(value) = args.optional::<Field<Vec<McpServer>>>("mcp_servers") {
                call = call.mcp_servers(value);
            }
            if let Some(value) = args.optional::<Field<Vec<SkillBindingParams>>>("skills") {
                call = call.skills(value);
            }
            if let Some(value) = args.optional::<Field<MultiagentParams>>("multiagent") {
                call = call.multiagent(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "agents.list" => {
            #[allow(unused_mut)]
            let mut call = client.agents().list();
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "agents.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.agents().retrieve(args.required::<String>("agent_id"));
            if let Some(value) = args.optional::<i64>("version") {
                call = call.version(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "agents.update" => {
            #[allow(unused_mut)]
            let mut call =
                client.agents().update(args.required::<String>("agent_id"), args.required::<i64>("version"));
            if let Some(value) = args.optional::<Field<String>>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<Field<String>>("system") {
                call = call.system(value);
            }
            if let Some(value) = args.optional::<Field<ModelParam>>("model") {
                call = call.model(value);
            }
            if let Some(value) = args.optional::<Field<Vec<Tool>>>("tools") {
                call = call.tools(value);
            }
            if let Some(value) = args.optional::<Field<Vec<McpServer>>>("mcp_servers") {
                call = call.mcp_servers(value);
            }
            if let Some(value) = args.optional::<Field<Vec<SkillBindingParams>>>("skills") {
                call = call.skills(value);
            }
            if let Some(value) = args.optional::<Field<MultiagentParams>>("multiagent") {
                call = call.multiagent(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "agents.delete" => {
            #[allow(unused_mut)]
            let mut call = client.agents().delete(args.required::<String>("agent_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "agents.archive" => {
            #[allow(unused_mut)]
            let mut call = client.agents().archive(args.required::<String>("agent_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "agents.versions.list" => {
            #[allow(unused_mut)]
            let mut call = client.agents().versions().list(args.required::<String>("agent_id"));
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "models.list" => {
            #[allow(unused_mut)]
            let mut call = client.models().list();
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "environments.create" => {
            #[allow(unused_mut)]
            let mut call = client.environments().create(args.required::<String>("name"));
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<EnvironmentConfig>("config") {
                call = call.config(value);
            }
            if let Some(value) = args.optional::<EnvironmentScope>("scope") {
                call = call.scope(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.list" => {
            #[allow(unused_mut)]
            let mut call = client.environments().list();
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "environments.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.environments().retrieve(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.update" => {
            #[allow(unused_mut)]
            let mut call = client.environments().update(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<Field<String>>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<EnvironmentConfig>("config") {
                call = call.config(value);
            }
            if let Some(value) = args.optional::<EnvironmentScope>("scope") {
                call = call.scope(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.delete" => {
            #[allow(unused_mut)]
            let mut call = client.environments().delete(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.archive" => {
            #[allow(unused_mut)]
            let mut call = client.environments().archive(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.list" => {
            #[allow(unused_mut)]
            let mut call = client.environments().work().list(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "environments.work.poll" => {
            #[allow(unused_mut)]
            let mut call = client.environments().work().poll(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<i64>("block_ms") {
                call = call.block_ms(value);
            }
            if let Some(value) = args.optional::<i64>("reclaim_older_than_ms") {
                call = call.reclaim_older_than_ms(value);
            }
            if let Some(value) = args.optional::<String>("worker_id") {
                call = call.worker_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.stats" => {
            #[allow(unused_mut)]
            let mut call = client.environments().work().stats(args.required::<String>("environment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .environments()
                .work()
                .retrieve(args.required::<String>("environment_id"), args.required::<String>("work_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.update" => {
            #[allow(unused_mut)]
            let mut call = client.environments().work().update(
                args.required::<String>("environment_id"),
                args.required::<String>("work_id"),
                args.required::<BTreeMap<String, Option<String>>>("metadata"),
            );
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.ack" => {
            #[allow(unused_mut)]
            let mut call = client
                .environments()
                .work()
                .ack(args.required::<String>("environment_id"), args.required::<String>("work_id"));
            if let Some(value) = args.optional::<String>("worker_id") {
                call = call.worker_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.heartbeat" => {
            #[allow(unused_mut)]
            let mut call = client
                .environments()
                .work()
                .heartbeat(args.required::<String>("environment_id"), args.required::<String>("work_id"));
            if let Some(value) = args.optional::<i64>("desired_ttl_seconds") {
                call = call.desired_ttl_seconds(value);
            }
            if let Some(value) = args.optional::<String>("expected_last_heartbeat") {
                call = call.expected_last_heartbeat(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "environments.work.stop" => {
            #[allow(unused_mut)]
            let mut call = client
                .environments()
                .work()
                .stop(args.required::<String>("environment_id"), args.required::<String>("work_id"));
            if let Some(value) = args.optional::<Field<bool>>("force") {
                call = call.force(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.create" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().create(
                args.required::<SessionAgentParam>("agent"),
                args.required::<String>("environment_id"),
            );
            if let Some(value) = args.optional::<Field<String>>("title") {
                call = call.title(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<EnvironmentVariables>("environment_variables") {
                call = call.environment_variables(value);
            }
            if let Some(value) = args.optional::<Field<Vec<SessionResourceParams>>>("resources") {
                call = call.resources(value);
            }
            if let Some(value) = args.optional::<Field<Vec<String>>>("vault_ids") {
                call = call.vault_ids(value);
            }
            if let Some(value) = args.optional::<Field<BudgetParams>>("budget") {
                call = call.budget(value);
            }
            if let Some(value) = args.optional::<Field<Vec<SessionInitialEvent>>>("initial_events") {
                call = call.initial_events(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.list" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().list();
            if let Some(value) = args.optional::<Timestamp>("created_at_gt") {
                call = call.created_at_gt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lt") {
                call = call.created_at_lt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<SortOrder>("order") {
                call = call.order(value);
            }
            if let Some(value) = args.optional::<String>("agent_id") {
                call = call.agent_id(value);
            }
            if let Some(value) = args.optional::<i64>("agent_version") {
                call = call.agent_version(value);
            }
            if let Some(value) = args.optional::<String>("deployment_id") {
                call = call.deployment_id(value);
            }
            if let Some(value) = args.optional::<String>("memory_store_id") {
                call = call.memory_store_id(value);
            }
            if let Some(value) = args.optional::<Vec<SessionStatus>>("statuses") {
                call = call.statuses(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "sessions.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().retrieve(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.update" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().update(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<Field<String>>("title") {
                call = call.title(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<BTreeMap<String, String>>("environment_variables") {
                call = call.environment_variables(value);
            }
            if let Some(value) = args.optional::<SessionAgentUpdateParams>("agent") {
                call = call.agent(value);
            }
            if let Some(value) = args.optional::<Field<BudgetParams>>("budget") {
                call = call.budget(value);
            }
            if let Some(value) = args.optional::<Field<Vec<String>>>("vault_ids") {
                call = call.vault_ids(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.delete" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().delete(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.cancel" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().cancel(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.archive" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().archive(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.resources.add" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .resources()
                .add(args.required::<String>("session_id"), args.required::<String>("file_id"));
            if let Some(value) = args.optional::<Field<String>>("mount_path") {
                call = call.mount_path(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.resources.list" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().resources().list(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "sessions.resources.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .resources()
                .retrieve(args.required::<String>("session_id"), args.required::<String>("resource_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.resources.update" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .resources()
                .update(args.required::<String>("session_id"), args.required::<String>("resource_id"));
            if let Some(value) = args.optional::<Secret>("authorization_token") {
                call = call.authorization_token(value);
            }
            if let Some(value) = args.optional::<Field<Secret>>("password") {
                call = call.password(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.resources.delete" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .resources()
                .delete(args.required::<String>("session_id"), args.required::<String>("resource_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.events.send" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .events()
                .send(args.required::<String>("session_id"), args.required::<Vec<EventParams>>("events"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.events.list" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().events().list(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<Timestamp>("created_at_gt") {
                call = call.created_at_gt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lt") {
                call = call.created_at_lt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<SortOrder>("order") {
                call = call.order(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("types") {
                call = call.types(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "sessions.events.stream" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().events().stream(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<Vec<DeltaEventType>>("event_deltas") {
                call = call.event_deltas(value);
            }
            if let Some(value) = args.optional::<String>("last_event_id") {
                call = call.last_event_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::events(call.await?))
        }
        "sessions.threads.list" => {
            #[allow(unused_mut)]
            let mut call = client.sessions().threads().list(args.required::<String>("session_id"));
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "sessions.threads.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .threads()
                .retrieve(args.required::<String>("session_id"), args.required::<String>("thread_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.threads.archive" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .threads()
                .archive(args.required::<String>("session_id"), args.required::<String>("thread_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "sessions.threads.events.list" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .threads()
                .events()
                .list(args.required::<String>("session_id"), args.required::<String>("thread_id"));
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "sessions.threads.events.stream" => {
            #[allow(unused_mut)]
            let mut call = client
                .sessions()
                .threads()
                .events()
                .stream(args.required::<String>("session_id"), args.required::<String>("thread_id"));
            if let Some(value) = args.optional::<Vec<DeltaEventType>>("event_deltas") {
                call = call.event_deltas(value);
            }
            if let Some(value) = args.optional::<String>("last_event_id") {
                call = call.last_event_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::events(call.await?))
        }
        "files.upload" => {
            #[allow(unused_mut)]
            let mut call = client.files().upload(args.part("file"));
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<BTreeMap<String, String>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<i64>("expires_in_seconds") {
                call = call.expires_in_seconds(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "files.list" => {
            #[allow(unused_mut)]
            let mut call = client.files().list();
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<String>("scope_id") {
                call = call.scope_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("ids") {
                call = call.ids(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "files.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.files().retrieve(args.required::<String>("file_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "files.delete" => {
            #[allow(unused_mut)]
            let mut call = client.files().delete(args.required::<String>("file_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "files.download" => {
            #[allow(unused_mut)]
            let mut call = client.files().download(args.required::<String>("file_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::download(call.await?))
        }
        "vaults.create" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().create(args.required::<String>("display_name"));
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.list" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().list();
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "vaults.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().retrieve(args.required::<String>("vault_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.delete" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().delete(args.required::<String>("vault_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.archive" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().archive(args.required::<String>("vault_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.credentials.create" => {
            #[allow(unused_mut)]
            let mut call = client
                .vaults()
                .credentials()
                .create(args.required::<String>("vault_id"), args.required::<CredentialAuthParams>("auth"));
            if let Some(value) = args.optional::<Field<String>>("display_name") {
                call = call.display_name(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.credentials.list" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().credentials().list(args.required::<String>("vault_id"));
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "vaults.credentials.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .vaults()
                .credentials()
                .retrieve(args.required::<String>("vault_id"), args.required::<String>("credential_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.credentials.update" => {
            #[allow(unused_mut)]
            let mut call = client
                .vaults()
                .credentials()
                .update(args.required::<String>("vault_id"), args.required::<String>("credential_id"));
            if let Some(value) = args.optional::<CredentialAuthUpdateParams>("auth") {
                call = call.auth(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.credentials.delete" => {
            #[allow(unused_mut)]
            let mut call = client
                .vaults()
                .credentials()
                .delete(args.required::<String>("vault_id"), args.required::<String>("credential_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.credentials.archive" => {
            #[allow(unused_mut)]
            let mut call = client
                .vaults()
                .credentials()
                .archive(args.required::<String>("vault_id"), args.required::<String>("credential_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "vaults.credentials.mcp_oauth_validate" => {
            #[allow(unused_mut)]
            let mut call = client.vaults().credentials().mcp_oauth_validate(
                args.required::<String>("vault_id"),
                args.required::<String>("credential_id"),
            );
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.create" => {
            #[allow(unused_mut)]
            let mut call = client.skills().create(args.parts("files"));
            if let Some(value) = args.optional::<String>("display_title") {
                call = call.display_title(value);
            }
            if let Some(value) = args.optional::<BTreeMap<String, String>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.list" => {
            #[allow(unused_mut)]
            let mut call = client.skills().list();
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<String>("display_title") {
                call = call.display_title(value);
            }
            if let Some(value) = args.optional::<SkillOrigin>("source") {
                call = call.source(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "skills.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.skills().retrieve(args.required::<String>("skill_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.update" => {
            #[allow(unused_mut)]
            let mut call = client.skills().update(args.required::<String>("skill_id"));
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<String>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<BTreeMap<String, Option<String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("content") {
                call = call.content(value);
            }
            if let Some(value) = args.optional::<String>("content_encoding") {
                call = call.content_encoding(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.delete" => {
            #[allow(unused_mut)]
            let mut call = client.skills().delete(args.required::<String>("skill_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.versions.create" => {
            #[allow(unused_mut)]
            let mut call =
                client.skills().versions().create(args.required::<String>("skill_id"), args.parts("files"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.versions.list" => {
            #[allow(unused_mut)]
            let mut call = client.skills().versions().list(args.required::<String>("skill_id"));
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "skills.versions.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .skills()
                .versions()
                .retrieve(args.required::<String>("skill_id"), args.required::<String>("version"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.versions.delete" => {
            #[allow(unused_mut)]
            let mut call = client
                .skills()
                .versions()
                .delete(args.required::<String>("skill_id"), args.required::<String>("version"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "skills.versions.download" => {
            #[allow(unused_mut)]
            let mut call = client
                .skills()
                .versions()
                .download(args.required::<String>("skill_id"), args.required::<String>("version"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::download(call.await?))
        }
        "memory_stores.create" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().create(args.required::<String>("name"));
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.list" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().list();
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<String>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "memory_stores.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().retrieve(args.required::<String>("memory_store_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.update" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().update(args.required::<String>("memory_store_id"));
            if let Some(value) = args.optional::<Field<String>>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.delete" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().delete(args.required::<String>("memory_store_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.archive" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().archive(args.required::<String>("memory_store_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.memories.create" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().memories().create(
                args.required::<String>("memory_store_id"),
                args.required::<String>("path"),
                args.required::<String>("content"),
            );
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<MemoryView>("view") {
                call = call.view(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.memories.list" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().memories().list(args.required::<String>("memory_store_id"));
            if let Some(value) = args.optional::<MemoryView>("view") {
                call = call.view(value);
            }
            if let Some(value) = args.optional::<String>("path_prefix") {
                call = call.path_prefix(value);
            }
            if let Some(value) = args.optional::<i64>("depth") {
                call = call.depth(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "memory_stores.memories.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .memory_stores()
                .memories()
                .retrieve(args.required::<String>("memory_store_id"), args.required::<String>("memory_id"));
            if let Some(value) = args.optional::<MemoryView>("view") {
                call = call.view(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.memories.update" => {
            #[allow(unused_mut)]
            let mut call = client
                .memory_stores()
                .memories()
                .update(args.required::<String>("memory_store_id"), args.required::<String>("memory_id"));
            if let Some(value) = args.optional::<Field<String>>("content") {
                call = call.content(value);
            }
            if let Some(value) = args.optional::<Field<String>>("path") {
                call = call.path(value);
            }
            if let Some(value) = args.optional::<Field<String>>("content_sha256") {
                call = call.content_sha256(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<MemoryView>("view") {
                call = call.view(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.memories.delete" => {
            #[allow(unused_mut)]
            let mut call = client
                .memory_stores()
                .memories()
                .delete(args.required::<String>("memory_store_id"), args.required::<String>("memory_id"));
            if let Some(value) = args.optional::<String>("expected_content_sha256") {
                call = call.expected_content_sha256(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.memory_versions.list" => {
            #[allow(unused_mut)]
            let mut call =
                client.memory_stores().memory_versions().list(args.required::<String>("memory_store_id"));
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<MemoryView>("view") {
                call = call.view(value);
            }
            if let Some(value) = args.optional::<String>("memory_id") {
                call = call.memory_id(value);
            }
            if let Some(value) = args.optional::<MemoryOperation>("operation") {
                call = call.operation(value);
            }
            if let Some(value) = args.optional::<String>("session_id") {
                call = call.session_id(value);
            }
            if let Some(value) = args.optional::<String>("api_key_id") {
                call = call.api_key_id(value);
            }
            if let Some(value) = args.optional::<String>("service_account_id") {
                call = call.service_account_id(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "memory_stores.memory_versions.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().memory_versions().retrieve(
                args.required::<String>("memory_store_id"),
                args.required::<String>("memory_version_id"),
            );
            if let Some(value) = args.optional::<MemoryView>("view") {
                call = call.view(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "memory_stores.memory_versions.redact" => {
            #[allow(unused_mut)]
            let mut call = client.memory_stores().memory_versions().redact(
                args.required::<String>("memory_store_id"),
                args.required::<String>("memory_version_id"),
            );
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.create" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().create(
                args.required::<String>("name"),
                args.required::<AgentParam>("agent"),
                args.required::<String>("environment_id"),
                args.required::<Vec<InitialEvent>>("initial_events"),
            );
            if let Some(value) = args.optional::<Field<ScheduleParams>>("schedule") {
                call = call.schedule(value);
            }
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<Field<String>>("environment_variables") {
                call = call.environment_variables(value);
            }
            if let Some(value) = args.optional::<Field<Vec<SessionResourceParams>>>("resources") {
                call = call.resources(value);
            }
            if let Some(value) = args.optional::<Field<Vec<String>>>("vault_ids") {
                call = call.vault_ids(value);
            }
            if let Some(value) = args.optional::<Field<BudgetParams>>("budget") {
                call = call.budget(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, String>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.list" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().list();
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<String>("agent_id") {
                call = call.agent_id(value);
            }
            if let Some(value) = args.optional::<DeploymentStatus>("status") {
                call = call.status(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "deployments.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().retrieve(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.update" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().update(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<Field<String>>("name") {
                call = call.name(value);
            }
            if let Some(value) = args.optional::<Field<AgentParam>>("agent") {
                call = call.agent(value);
            }
            if let Some(value) = args.optional::<Field<String>>("environment_id") {
                call = call.environment_id(value);
            }
            if let Some(value) = args.optional::<Field<Vec<InitialEvent>>>("initial_events") {
                call = call.initial_events(value);
            }
            if let Some(value) = args.optional::<Field<ScheduleParams>>("schedule") {
                call = call.schedule(value);
            }
            if let Some(value) = args.optional::<Field<String>>("description") {
                call = call.description(value);
            }
            if let Some(value) = args.optional::<Field<String>>("environment_variables") {
                call = call.environment_variables(value);
            }
            if let Some(value) = args.optional::<Field<Vec<SessionResourceParams>>>("resources") {
                call = call.resources(value);
            }
            if let Some(value) = args.optional::<Field<Vec<String>>>("vault_ids") {
                call = call.vault_ids(value);
            }
            if let Some(value) = args.optional::<Field<BudgetParams>>("budget") {
                call = call.budget(value);
            }
            if let Some(value) = args.optional::<Field<BTreeMap<String, Option<String>>>>("metadata") {
                call = call.metadata(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.archive" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().archive(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.pause" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().pause(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.unpause" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().unpause(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.run" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().run(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployments.runs.list" => {
            #[allow(unused_mut)]
            let mut call = client.deployments().runs().list(args.required::<String>("deployment_id"));
            if let Some(value) = args.optional::<Timestamp>("triggered_after") {
                call = call.triggered_after(value);
            }
            if let Some(value) = args.optional::<Timestamp>("triggered_before") {
                call = call.triggered_before(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "deployments.runs.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client
                .deployments()
                .runs()
                .retrieve(args.required::<String>("deployment_id"), args.required::<String>("run_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "deployment_runs.list" => {
            #[allow(unused_mut)]
            let mut call = client.deployment_runs().list();
            if let Some(value) = args.optional::<Timestamp>("created_at_gt") {
                call = call.created_at_gt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_gte") {
                call = call.created_at_gte(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lt") {
                call = call.created_at_lt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lte") {
                call = call.created_at_lte(value);
            }
            if let Some(value) = args.optional::<String>("deployment_id") {
                call = call.deployment_id(value);
            }
            if let Some(value) = args.optional::<bool>("has_error") {
                call = call.has_error(value);
            }
            if let Some(value) = args.optional::<TriggerType>("trigger_type") {
                call = call.trigger_type(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "deployment_runs.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.deployment_runs().retrieve(args.required::<String>("deployment_run_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "dreams.create" => {
            #[allow(unused_mut)]
            let mut call = client.dreams().create(
                args.required::<Vec<DreamInput>>("inputs"),
                args.required::<DreamModelParam>("model"),
            );
            if let Some(value) = args.optional::<Field<String>>("instructions") {
                call = call.instructions(value);
            }
            if let Some(value) = args.optional::<OutputBehavior>("output_behavior") {
                call = call.output_behavior(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "dreams.list" => {
            #[allow(unused_mut)]
            let mut call = client.dreams().list();
            if let Some(value) = args.optional::<bool>("include_archived") {
                call = call.include_archived(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_gt") {
                call = call.created_at_gt(value);
            }
            if let Some(value) = args.optional::<Timestamp>("created_at_lt") {
                call = call.created_at_lt(value);
            }
            if let Some(value) = args.optional::<Vec<DreamStatus>>("statuses") {
                call = call.statuses(value);
            }
            if let Some(value) = args.optional::<i64>("limit") {
                call = call.limit(value);
            }
            if let Some(value) = args.optional::<String>("page") {
                call = call.page(value);
            }
            if let Some(value) = args.optional::<String>("after_id") {
                call = call.after_id(value);
            }
            if let Some(value) = args.optional::<String>("before_id") {
                call = call.before_id(value);
            }
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::list(call.pages()))
        }
        "dreams.retrieve" => {
            #[allow(unused_mut)]
            let mut call = client.dreams().retrieve(args.required::<String>("dream_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "dreams.cancel" => {
            #[allow(unused_mut)]
            let mut call = client.dreams().cancel(args.required::<String>("dream_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "dreams.archive" => {
            #[allow(unused_mut)]
            let mut call = client.dreams().archive(args.required::<String>("dream_id"));
            if let Some(value) = args.optional::<String>("workspace_id") {
                call = call.workspace_id(value);
            }
            if let Some(value) = args.optional::<Vec<String>>("betas") {
                call = call.betas(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        "auth.exchange" => {
            #[allow(unused_mut)]
            let mut call = client.auth().exchange(args.required::<String>("scope"));
            if let Some(value) = args.optional::<i64>("ttl_seconds") {
                call = call.ttl_seconds(value);
            }
            call = call.options(args.call_options());
            Ok(Outcome::json(call.response().await?))
        }
        unknown => panic!("no operation is called {unknown}"),
    }
}
