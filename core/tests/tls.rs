//! Real handshakes with a certificate authority nobody knows.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{self, StreamExt as _};
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};

use qoder_cloud::{CaCerts, Client};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

/// A server with a certificate for `name`, and the protocols its connections agreed on.
struct Server {
    port: u16,
    authority: String,
    agreed: UnboundedReceiver<Option<Vec<u8>>>,
}

async fn server(name: &str) -> Server {
    server_with(CertificateParams::new([name.to_owned()]).unwrap()).await
}

async fn server_with(certificate: CertificateParams) -> Server {
    let authority_key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let pem = authority.self_signed(&authority_key).unwrap().pem();
    let issuer = Issuer::new(authority, authority_key);
    let key = KeyPair::generate().unwrap();
    let certificate = certificate.signed_by(&key, &issuer).unwrap();
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, agreed) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            // A client that refuses the certificate ends the handshake.
            let Ok(socket) = acceptor.accept(socket).await else { continue };
            let protocol = socket.get_ref().1.alpn_protocol().map(<[u8]>::to_vec);
            tokio::spawn(serve(socket, protocol.as_deref() == Some(b"h2")));
            let _ = tell.send(protocol);
        }
    });
    Server { port, authority: pem, agreed }
}

/// As many streams as servers commonly allow on an HTTP/2 connection.
const MOST_STREAMS: u32 = 100;

/// Answers `/endless` with an event stream that has one event and no end, and anything else with its version of HTTP.
async fn serve(socket: TlsStream<TcpStream>, http2: bool) {
    let service = service_fn(async |request: Request<Incoming>| {
        let version = format!("\"{:?}\"", request.version());
        let response = Response::builder();
        Ok::<_, Infallible>(
            match request.uri().path() {
                "/endless" => {
                    let event = Bytes::from("id: evt_1\nevent: a.a\ndata: {\"type\":\"a.a\"}\n\n");
                    let body = stream::iter([Ok(Frame::data(event))]).chain(stream::pending());
                    response
                        .header("content-type", "text/event-stream")
                        .body(BodyExt::boxed(StreamBody::new(body)))
                }
                _ => response.body(BodyExt::boxed(Full::from(version))),
            }
            .unwrap(),
        )
    });
    let socket = TokioIo::new(socket);
    let _ = match http2 {
        true => {
            let mut server = http2::Builder::new(TokioExecutor::new());
            server.max_concurrent_streams(MOST_STREAMS).serve_connection(socket, service).await
        }
        false => http1::Builder::new().serve_connection(socket, service).await,
    };
}

fn client(server: &Server, certs: Option<CaCerts>) -> Client {
    let mut builder = Client::builder().token("t").base_url(format!("https://localhost:{}", server.port));
    if let Some(certs) = certs {
        builder = builder.ca_certs(certs);
    }
    builder.build().unwrap()
}

fn trusting(server: &Server) -> Client {
    client(server, Some(CaCerts::Pem(server.authority.clone().into_bytes())))
}

#[tokio::test]
async fn a_private_authority_is_trusted_when_named() {
    let server = server("localhost").await;
    trusting(&server).get("/x").raw().await.unwrap();
    let path = std::env::temp_dir().join(format!("{}.pem", uuid::Uuid::new_v4()));
    std::fs::write(&path, &server.authority).unwrap();
    client(&server, Some(CaCerts::File(path.clone()))).get("/x").raw().await.unwrap();
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn calls_share_http_2_and_streams_have_connections_of_their_own() {
    let mut server = server("localhost").await;
    let client = trusting(&server);
    let calls = (0..200).map(|_| tokio::spawn(client.get("/x").raw()));
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.unwrap().unwrap().body, "\"HTTP/2.0\"");
    }
    // The server answers no stream, but by then the protocol is agreed on.
    for _ in 0..2 {
        assert!(client.get("/x").events().await.unwrap_err().is_decode());
    }
    let mut agreed = Vec::new();
    while let Ok(protocol) = server.agreed.try_recv() {
        agreed.push(String::from_utf8(protocol.unwrap()).unwrap());
    }
    assert!(agreed.iter().filter(|protocol| *protocol == "http/1.1").count() >= 1, "{agreed:?}");
    assert!(agreed.iter().any(|protocol| protocol == "h2"), "{agreed:?}");
}

#[tokio::test]
async fn streams_beyond_what_an_http_2_connection_holds_keep_nobody_waiting() {
    const STREAMS: usize = 2 * MOST_STREAMS as usize;
    let mut server = server("localhost").await;
    let client = trusting(&server);
    let all = async {
        let mut open = Vec::new();
        for _ in 0..STREAMS {
            let mut events = client.get("/endless").events().await.unwrap();
            assert_eq!(events.next_frame().await.unwrap().unwrap().id(), Some("evt_1"));
            open.push(events);
        }
        for _ in 0..STREAMS {
            assert_eq!(client.get("/x").raw().await.unwrap().body, "\"HTTP/2.0\"");
        }
        open
    };
    let open = tokio::time::timeout(Duration::from_secs(60), all).await.expect("nobody waits");
    let mut agreed = Vec::new();
    while let Ok(protocol) = server.agreed.try_recv() {
        agreed.push(String::from_utf8(protocol.unwrap()).unwrap());
    }
    let count = |protocol: &str| agreed.iter().filter(|agreed| *agreed == protocol).count();
    assert_eq!((open.len(), count("http/1.1"), count("h2")), (STREAMS, STREAMS, 1));
}

#[tokio::test]
async fn an_unknown_authority_is_refused_at_once() {
    let server = server("localhost").await;
    let error = client(&server, None).get("/x").raw().await.unwrap_err();
    assert!(error.is_connect() && error.to_string().contains("UnknownIssuer"), "{error}");
    assert!(error.to_string().contains("`ca_certs`"), "{error}");
    assert_eq!(error.attempts(), 1, "another attempt would meet the same certificate");
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let server = server("other.example").await;
    let error = trusting(&server).get("/x").raw().await.unwrap_err();
    assert!(error.is_connect() && error.to_string().contains("not valid for name"), "{error}");
    assert!(error.to_string().contains("check `base_url`"), "{error}");
}

#[tokio::test]
async fn a_certificate_out_of_its_time_is_refused() {
    for (from, until, problem) in [(2001, 2002, "expired"), (2998, 2999, "not valid yet")] {
        let mut certificate = CertificateParams::new(["localhost".to_owned()]).unwrap();
        certificate.not_before = date_time_ymd(from, 1, 1);
        certificate.not_after = date_time_ymd(until, 1, 1);
        let server = server_with(certificate).await;
        let error = trusting(&server).get("/x").raw().await.unwrap_err();
        assert!(error.is_connect() && error.to_string().contains(problem), "{error}");
        assert!(error.to_string().contains("clock of this machine"), "{error}");
        assert_eq!(error.attempts(), 1, "another attempt would meet the same certificate");
    }
}

const PORT: &str = "QODER_TEST_TLS_PORT";

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_system_authorities_are_those_of_ssl_cert_file() {
    let server = server("localhost").await;
    let path = std::env::temp_dir().join(format!("{}.pem", uuid::Uuid::new_v4()));
    std::fs::write(&path, &server.authority).unwrap();
    // A process of its own: the variable must be set before anything runs.
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "calls_the_parents_server", "--ignored"]);
    child.env("SSL_CERT_FILE", &path).env(PORT, server.port.to_string());
    let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
    std::fs::remove_file(path).unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[tokio::test]
#[ignore = "run by the_system_authorities_are_those_of_ssl_cert_file"]
async fn calls_the_parents_server() {
    let port = std::env::var(PORT).unwrap();
    let client = Client::builder().token("t").base_url(format!("https://localhost:{port}")).build().unwrap();
    client.get("/x").raw().await.unwrap();
}

#[test]
fn the_process_keeps_its_own_choice_of_cryptography() {
    Client::builder().token("t").base_url("https://localhost:1").build().unwrap();
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}
