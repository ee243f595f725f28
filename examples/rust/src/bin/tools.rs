//! Gives an agent a tool of this program, and asks on the terminal before it may run commands of its own.

use std::io::{self, IsTerminal, Write};

use qoder_cloud::{Decision, FunctionTool, PermissionRequest, ToolError, types::*};
use qoder_cloud_examples::client;

/// Where to look.
#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Place {
    /// A city.
    city: String,
}

/// The weather in a city.
async fn weather(place: Place) -> Result<String, ToolError> {
    match &*place.city {
        "Ulm" => Ok("fog, 7 degrees".to_owned()),
        _ => Err(ToolError::new("There is no station in that city.")),
    }
}

/// Asks whoever sits at the terminal; denies when there is nobody.
async fn ask(request: PermissionRequest) -> Decision {
    if !io::stdin().is_terminal() {
        return Decision::Deny("Nobody is there to ask.".to_owned());
    }
    let question = format!("May the agent use {} with {:?}? [y/N] ", request.name, request.input);
    let answer = tokio::task::spawn_blocking(move || {
        print!("{question}");
        let mut answer = String::new();
        let asked = io::stdout().flush().and_then(|()| io::stdin().read_line(&mut answer));
        asked.map(|_| answer)
    });
    match answer.await {
        Ok(Ok(answer)) if answer.trim().eq_ignore_ascii_case("y") => Decision::Allow,
        _ => Decision::Deny("The user said no.".to_owned()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _emulator) = client().await?;
    let weather = FunctionTool::new("weather", "The weather in a city.", weather);
    let policy = AgentToolset::new()
        .default_config(ToolDefaults::new().permission_policy(PermissionPolicy::new("always_ask")));
    let agent =
        client.agents().create("forecaster", "auto").tools([weather.definition(), policy.into()]).await?;
    let environment = client.environments().create("tools").await?;
    let session = client
        .sessions()
        .create(&*agent.id, &environment.id)
        .environment_variables([("STATION".to_owned(), "Ulm".to_owned())])
        .await?;

    for prompt in ["What is in the variable STATION?", r#"Use the tool weather with {"city": "Ulm"}"#] {
        let turn = client.sessions().run(&session.id, prompt).tool(weather.clone()).on_permission(ask);
        let result = turn.await?.check()?;
        for call in &result.tool_calls {
            println!("{} {:?}", call.name, call.input);
        }
        println!("{}", result.text);
    }

    client.cleanup([session.id, agent.id, environment.id]).await?;
    Ok(())
}
