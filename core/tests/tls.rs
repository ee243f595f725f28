//! Real handshakes with a certificate authority nobody knows.

use std::sync::Arc;

use qoder_cloud::{CaCerts, Client};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};

/// A server with a certificate for `name`, and the protocols its connections agreed on.
struct Server {
    port: u16,
    authority: String,
    agreed: UnboundedReceiver<Option<Vec<u8>>>,
}

async fn server(name: &str) -> Server {
    let authority_key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let pem = authority.self_signed(&authority_key).unwrap().pem();
    let issuer = Issuer::new(authority, authority_key);
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new([name.to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
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
            if let Ok(socket) = acceptor.accept(socket).await {
                let _ = tell.send(socket.get_ref().1.alpn_protocol().map(<[u8]>::to_vec));
            }
        }
    });
    Server { port, authority: pem, agreed }
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
    let mut server = server("localhost").await;
    // The server hangs up after the handshake, which is all that matters here.
    assert!(trusting(&server).get("/x").max_retries(0).raw().await.unwrap_err().is_connection());
    assert!(server.agreed.recv().await.is_some());
    let path = std::env::temp_dir().join(format!("{}.pem", uuid::Uuid::new_v4()));
    std::fs::write(&path, &server.authority).unwrap();
    let client = client(&server, Some(CaCerts::File(path.clone())));
    assert!(client.get("/x").max_retries(0).raw().await.unwrap_err().is_connection());
    assert!(server.agreed.recv().await.is_some());
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn calls_share_http_2_and_streams_have_connections_of_their_own() {
    let mut server = server("localhost").await;
    let client = trusting(&server);
    let _ = client.get("/x").max_retries(0).raw().await;
    assert_eq!(server.agreed.recv().await.unwrap().unwrap(), b"h2");
    let _ = client.get("/x").max_retries(0).events().await;
    assert_eq!(server.agreed.recv().await.unwrap().unwrap(), b"http/1.1");
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
}

#[test]
fn the_process_keeps_its_own_choice_of_cryptography() {
    Client::builder().token("t").base_url("https://localhost:1").build().unwrap();
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}
