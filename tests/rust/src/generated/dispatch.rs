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
        "agents.create" => Box::pin(agents_create(client, args)).await,
        "agents.list" => Box::pin(agents_list(client, args)).await,
        "agents.retrieve" => Box::pin(agents_retrieve(client, args)).await,
        "agents.update" => Box::pin(agents_update(client, args)).await,
        "agents.delete" => Box::pin(agents_delete(client, args)).await,
        "agents.archive" => Box::pin(agents_archive(client, args)).await,
        "agents.versions.list" => Box::pin(agents_versions_list(client, args)).await,
        "models.list" => Box::pin(models_list(client, args)).await,
        "environments.create" => Box::pin(environments_create(client, args)).await,
        "environments.list" => Box::pin(environments_list(client, args)).await,
        "environments.retrieve" => Box::pin(environments_retrieve(client, args)).await,
        "environments.update" => Box::pin(environments_update(client, args)).await,
        "environments.delete" => Box::pin(environments_delete(client, args)).await,
        "environments.archive" => Box::pin(environments_archive(client, args)).await,
        "environments.work.list" => Box::pin(environments_work_list(client, args)).await,
        "environments.work.poll" => Box::pin(environments_work_poll(client, args)).await,
        "environments.work.stats" => Box::pin(environments_work_stats(client, args)).await,
        "environments.work.retrieve" => Box::pin(environments_work_retrieve(client, args)).await,
        "environments.work.update" => Box::pin(environments_work_update(client, args)).await,
        "environments.work.ack" => Box::pin(environments_work_ack(client, args)).await,
        "environments.work.heartbeat" => Box::pin(environments_work_heartbeat(client, args)).await,
        "environments.work.stop" => Box::pin(environments_work_stop(client, args)).await,
        "sessions.create" => Box::pin(sessions_create(client, args)).await,
        "sessions.list" => Box::pin(sessions_list(client, args)).await,
        "sessions.retrieve" => Box::pin(sessions_retrieve(client, args)).await,
        "sessions.update" => Box::pin(sessions_update(client, args)).await,
        "sessions.delete" => Box::pin(sessions_delete(client, args)).await,
        "sessions.cancel" => Box::pin(sessions_cancel(client, args)).await,
        "sessions.archive" => Box::pin(sessions_archive(client, args)).await,
        "sessions.resources.add" => Box::pin(sessions_resources_add(client, args)).await,
        "sessions.resources.list" => Box::pin(sessions_resources_list(client, args)).await,
        "sessions.resources.retrieve" => Box::pin(sessions_resources_retrieve(client, args)).await,
        "sessions.resources.update" => Box::pin(sessions_resources_update(client, args)).await,
        "sessions.resources.delete" => Box::pin(sessions_resources_delete(client, args)).await,
        "sessions.events.send" => Box::pin(sessions_events_send(client, args)).await,
        "sessions.events.list" => Box::pin(sessions_events_list(client, args)).await,
        "sessions.events.stream" => Box::pin(sessions_events_stream(client, args)).await,
        "sessions.threads.list" => Box::pin(sessions_threads_list(client, args)).await,
        "sessions.threads.retrieve" => Box::pin(sessions_threads_retrieve(client, args)).await,
        "sessions.threads.archive" => Box::pin(sessions_threads_archive(client, args)).await,
        "sessions.threads.events.list" => Box::pin(sessions_threads_events_list(client, args)).await,
        "sessions.threads.events.stream" => Box::pin(sessions_threads_events_stream(client, args)).await,
        "files.upload" => Box::pin(files_upload(client, args)).await,
        "files.list" => Box::pin(files_list(client, args)).await,
        "files.retrieve" => Box::pin(files_retrieve(client, args)).await,
        "files.delete" => Box::pin(files_delete(client, args)).await,
        "files.download" => Box::pin(files_download(client, args)).await,
        "vaults.create" => Box::pin(vaults_create(client, args)).await,
        "vaults.list" => Box::pin(vaults_list(client, args)).await,
        "vaults.retrieve" => Box::pin(vaults_retrieve(client, args)).await,
        "vaults.delete" => Box::pin(vaults_delete(client, args)).await,
        "vaults.archive" => Box::pin(vaults_archive(client, args)).await,
        "vaults.credentials.create" => Box::pin(vaults_credentials_create(client, args)).await,
        "vaults.credentials.list" => Box::pin(vaults_credentials_list(client, args)).await,
        "vaults.credentials.retrieve" => Box::pin(vaults_credentials_retrieve(client, args)).await,
        "vaults.credentials.update" => Box::pin(vaults_credentials_update(client, args)).await,
        "vaults.credentials.delete" => Box::pin(vaults_credentials_delete(client, args)).await,
        "vaults.credentials.archive" => Box::pin(vaults_credentials_archive(client, args)).await,
        "vaults.credentials.mcp_oauth_validate" => {
            Box::pin(vaults_credentials_mcp_oauth_validate(client, args)).await
        }
        "skills.create" => Box::pin(skills_create(client, args)).await,
        "skills.list" => Box::pin(skills_list(client, args)).await,
        "skills.retrieve" => Box::pin(skills_retrieve(client, args)).await,
        "skills.update" => Box::pin(skills_update(client, args)).await,
        "skills.delete" => Box::pin(skills_delete(client, args)).await,
        "skills.versions.create" => Box::pin(skills_versions_create(client, args)).await,
        "skills.versions.list" => Box::pin(skills_versions_list(client, args)).await,
        "skills.versions.retrieve" => Box::pin(skills_versions_retrieve(client, args)).await,
        "skills.versions.delete" => Box::pin(skills_versions_delete(client, args)).await,
        "skills.versions.download" => Box::pin(skills_versions_download(client, args)).await,
        "memory_stores.create" => Box::pin(memory_stores_create(client, args)).await,
        "memory_stores.list" => Box::pin(memory_stores_list(client, args)).await,
        "memory_stores.retrieve" => Box::pin(memory_stores_retrieve(client, args)).await,
        "memory_stores.update" => Box::pin(memory_stores_update(client, args)).await,
        "memory_stores.delete" => Box::pin(memory_stores_delete(client, args)).await,
        "memory_stores.archive" => Box::pin(memory_stores_archive(client, args)).await,
        "memory_stores.memories.create" => Box::pin(memory_stores_memories_create(client, args)).await,
        "memory_stores.memories.list" => Box::pin(memory_stores_memories_list(client, args)).await,
        "memory_stores.memories.retrieve" => Box::pin(memory_stores_memories_retrieve(client, args)).await,
        "memory_stores.memories.update" => Box::pin(memory_stores_memories_update(client, args)).await,
        "memory_stores.memories.delete" => Box::pin(memory_stores_memories_delete(client, args)).await,
        "memory_stores.memory_versions.list" => {
            Box::pin(memory_stores_memory_versions_list(client, args)).await
        }
        "memory_stores.memory_versions.retrieve" => {
            Box::pin(memory_stores_memory_versions_retrieve(client, args)).await
        }
        "memory_stores.memory_versions.redact" => {
            Box::pin(memory_stores_memory_versions_redact(client, args)).await
        }
        "deployments.create" => Box::pin(deployments_create(client, args)).await,
        "deployments.list" => Box::pin(deployments_list(client, args)).await,
        "deployments.retrieve" => Box::pin(deployments_retrieve(client, args)).await,
        "deployments.update" => Box::pin(deployments_update(client, args)).await,
        "deployments.archive" => Box::pin(deployments_archive(client, args)).await,
        "deployments.pause" => Box::pin(deployments_pause(client, args)).await,
        "deployments.unpause" => Box::pin(deployments_unpause(client, args)).await,
        "deployments.run" => Box::pin(deployments_run(client, args)).await,
        "deployments.runs.list" => Box::pin(deployments_runs_list(client, args)).await,
        "deployments.runs.retrieve" => Box::pin(deployments_runs_retrieve(client, args)).await,
        "deployment_runs.list" => Box::pin(deployment_runs_list(client, args)).await,
        "deployment_runs.retrieve" => Box::pin(deployment_runs_retrieve(client, args)).await,
        "dreams.create" => Box::pin(dreams_create(client, args)).await,
        "dreams.list" => Box::pin(dreams_list(client, args)).await,
        "dreams.retrieve" => Box::pin(dreams_retrieve(client, args)).await,
        "dreams.cancel" => Box::pin(dreams_cancel(client, args)).await,
        "dreams.archive" => Box::pin(dreams_archive(client, args)).await,
        "auth.exchange" => Box::pin(auth_exchange(client, args)).await,
        unknown => panic!("no operation is called {unknown}"),
    }
}

async fn agents_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn agents_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn agents_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn agents_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn agents_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn agents_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn agents_versions_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn models_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_poll(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_stats(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_ack(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_heartbeat(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn environments_work_stop(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client
        .sessions()
        .create(args.required::<SessionAgentParam>("agent"), args.required::<String>("environment_id"));
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
    if let Some(value) = args.optional::<Vec<LocalFile>>("files") {
        call = call.files(value);
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

async fn sessions_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_cancel(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_resources_add(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_resources_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_resources_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_resources_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_resources_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_events_send(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_events_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_events_stream(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_threads_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_threads_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_threads_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_threads_events_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn sessions_threads_events_stream(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn files_upload(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn files_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn files_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn files_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn files_download(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn vaults_credentials_mcp_oauth_validate(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client
        .vaults()
        .credentials()
        .mcp_oauth_validate(args.required::<String>("vault_id"), args.required::<String>("credential_id"));
    if let Some(value) = args.optional::<String>("workspace_id") {
        call = call.workspace_id(value);
    }
    if let Some(value) = args.optional::<Vec<String>>("betas") {
        call = call.betas(value);
    }
    call = call.options(args.call_options());
    Ok(Outcome::json(call.response().await?))
}

async fn skills_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_versions_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_versions_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_versions_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_versions_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn skills_versions_download(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_memories_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_memories_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_memories_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_memories_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_memories_delete(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn memory_stores_memory_versions_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client.memory_stores().memory_versions().list(args.required::<String>("memory_store_id"));
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

async fn memory_stores_memory_versions_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client
        .memory_stores()
        .memory_versions()
        .retrieve(args.required::<String>("memory_store_id"), args.required::<String>("memory_version_id"));
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

async fn memory_stores_memory_versions_redact(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client
        .memory_stores()
        .memory_versions()
        .redact(args.required::<String>("memory_store_id"), args.required::<String>("memory_version_id"));
    if let Some(value) = args.optional::<String>("workspace_id") {
        call = call.workspace_id(value);
    }
    if let Some(value) = args.optional::<Vec<String>>("betas") {
        call = call.betas(value);
    }
    call = call.options(args.call_options());
    Ok(Outcome::json(call.response().await?))
}

async fn deployments_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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
    if let Some(value) = args.optional::<Field<EnvironmentVariables>>("environment_variables") {
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

async fn deployments_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_update(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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
    if let Some(value) = args.optional::<Field<EnvironmentVariables>>("environment_variables") {
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

async fn deployments_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_pause(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_unpause(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_run(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_runs_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployments_runs_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployment_runs_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn deployment_runs_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn dreams_create(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client
        .dreams()
        .create(args.required::<Vec<DreamInput>>("inputs"), args.required::<DreamModelSpec>("model"));
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

async fn dreams_list(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn dreams_retrieve(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn dreams_cancel(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn dreams_archive(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
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

async fn auth_exchange(client: &Client, args: &mut Args) -> Result<Outcome, Error> {
    #[allow(unused_mut)]
    let mut call = client.auth().exchange(args.required::<String>("scope"));
    if let Some(value) = args.optional::<i64>("ttl_seconds") {
        call = call.ttl_seconds(value);
    }
    call = call.options(args.call_options());
    Ok(Outcome::json(call.response().await?))
}
