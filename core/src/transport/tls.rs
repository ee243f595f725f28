//! TLS as this crate wants it: rustls with ring, the platform's verifier, more authorities on request.

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::RootCertStore;
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls_platform_verifier::Verifier;

use crate::client::CaCerts;
use crate::error::{Error, Result};
use crate::spelling::option;

/// Which protocols a connection offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protocols {
    Http1,
    Http1And2,
}

/// Reads the authorities of `ca_certs`.
pub(crate) fn authorities(certs: &CaCerts) -> Result<Vec<CertificateDer<'static>>> {
    let (name, pem) = match certs {
        CaCerts::Pem(pem) => (format!("`{}`", option("ca_certs")), pem.clone()),
        CaCerts::File(path) => {
            let name = format!("`{}` file {}", option("ca_certs"), path.display());
            let pem = std::fs::read(path).map_err(|cause| {
                Error::configuration(format!("{name} cannot be read: {cause}")).caused_by(cause)
            })?;
            (name, pem)
        }
    };
    let certs = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
    let certs = certs.map_err(|cause| {
        Error::configuration(format!("{name} is not valid PEM: {cause}")).caused_by(cause)
    })?;
    if certs.is_empty() {
        return Err(Error::configuration(format!("{name} contains no certificate")));
    }
    // Parsed once more here so that a bad certificate is refused now and not at the first connection.
    let mut store = RootCertStore::empty();
    for cert in &certs {
        store.add(cert.clone()).map_err(|cause| {
            Error::configuration(format!("{name} contains an unusable certificate: {cause}")).caused_by(cause)
        })?;
    }
    Ok(certs)
}

/// The configuration for connections that may be secure. Reading the system's roots takes milliseconds.
pub(crate) fn client_config(extra: &[CertificateDer<'static>], protocols: Protocols) -> Result<ClientConfig> {
    let provider = Arc::new(ring::default_provider());
    let failed = |cause: rustls::Error| {
        Error::configuration(format!("TLS cannot be set up: {cause}")).caused_by(cause)
    };
    let verifier = Verifier::new_with_extra_roots(extra.iter().cloned(), provider.clone()).map_err(failed)?;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    config.alpn_protocols = match protocols {
        Protocols::Http1 => vec![b"http/1.1".to_vec()],
        Protocols::Http1And2 => vec![b"h2".to_vec(), b"http/1.1".to_vec()],
    };
    Ok(config)
}

/// For connections that are never secure; trusts nobody, costs nothing.
pub(crate) fn no_tls() -> Result<ClientConfig> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|cause| Error::configuration("TLS cannot be set up").caused_by(cause))?
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    Ok(config)
}
