//! Real handshakes with a certificate authority nobody knows.

use std::sync::Arc;

use qoder_cloud::{CaCerts, Client, Error};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};

/// A server with a certificate for `name`; returns its port and the authority's PEM.
async fn server(name: &str) -> (u16, String) {
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
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let Ok(mut socket) = acceptor.accept(socket).await else { continue };
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                assert!(socket.read_buf(&mut head).await.unwrap() > 0);
            }
            socket.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await.unwrap();
        }
    });
    (port, pem)
}

async fn call(port: u16, certs: Option<CaCerts>) -> Result<u16, Error> {
    let mut builder =
        Client::builder().token("t").base_url(format!("https://localhost:{port}")).max_retries(0);
    if let Some(certs) = certs {
        builder = builder.ca_certs(certs);
    }
    builder.build()?.get("/x").raw().await.map(|answer| answer.status.as_u16())
}

#[tokio::test]
async fn a_private_authority_is_trusted_when_named() {
    let (port, pem) = server("localhost").await;
    assert_eq!(call(port, Some(CaCerts::Pem(pem.clone().into_bytes()))).await.unwrap(), 200);
    let path = std::env::temp_dir().join(format!("{}.pem", uuid::Uuid::new_v4()));
    std::fs::write(&path, pem).unwrap();
    assert_eq!(call(port, Some(CaCerts::File(path.clone()))).await.unwrap(), 200);
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn an_unknown_authority_is_refused() {
    let (port, _) = server("localhost").await;
    let builder = Client::builder().token("t").base_url(format!("https://localhost:{port}"));
    let error = builder.build().unwrap().get("/x").raw().await.unwrap_err();
    assert_eq!(error.attempts(), 1, "another attempt would meet the same certificate");
    assert!(
        error.is_connect()
            && error.to_string().contains("UnknownIssuer")
            && error.to_string().contains("`ca_certs`"),
        "{error}"
    );
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let (port, pem) = server("other.example").await;
    let error = call(port, Some(CaCerts::Pem(pem.into_bytes()))).await.unwrap_err();
    assert!(error.is_connect() && error.to_string().contains("not valid for name"), "{error}");
}

#[test]
fn the_process_keeps_its_own_choice_of_cryptography() {
    Client::builder().token("t").base_url("https://localhost:1").build().unwrap();
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}
