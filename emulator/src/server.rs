//! Accepts connections and serves them, each able to break on purpose.

use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, oneshot};
use tokio::task::LocalSet;

use crate::Task;
use crate::body::Kill;
use crate::service::{Service, serve};

/// Serves until told to stop; every connection ends with it.
pub(crate) fn run(
    runtime: &Runtime,
    listener: std::net::TcpListener,
    service: Rc<Service>,
    mut tasks: mpsc::UnboundedReceiver<Task>,
    stop: oneshot::Receiver<()>,
) {
    LocalSet::new().block_on(runtime, async move {
        // Registering a socket that listens already fails only when the process is out of resources.
        let Ok(listener) = TcpListener::from_std(listener) else { return };
        let own = Rc::clone(&service);
        let work = async move {
            while let Some(task) = tasks.recv().await {
                task(&own);
            }
        };
        tokio::select! {
            () = accept(listener, service) => {}
            () = work => {}
            _ = stop => {}
        }
    });
}

async fn accept(listener: TcpListener, service: Rc<Service>) {
    loop {
        match listener.accept().await {
            Ok((socket, _)) => {
                tokio::task::spawn_local(connection(socket, Rc::clone(&service)));
            }
            // Out of descriptors, or the peer left already: the next one may fare better.
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(5)).await,
        }
    }
}

async fn connection(socket: TcpStream, service: Rc<Service>) {
    // Small answers go out at once; a socket that refuses still works, only slower.
    let _ = socket.set_nodelay(true);
    let kill = Kill::default();
    let wire = Wire { inner: TokioIo::new(socket), kill: kill.clone() };
    let answer = service_fn(move |request| serve(Rc::clone(&service), kill.clone(), request));
    #[cfg(feature = "http2")]
    let mut builder = hyper_util::server::conn::auto::Builder::new(Local);
    #[cfg(feature = "http2")]
    builder.http1().header_read_timeout(None).half_close(false);
    #[cfg(not(feature = "http2"))]
    let builder = hyper::server::conn::http1::Builder::new();
    // Broken connections are the callers' business, and part of what is tested here.
    let _ = builder.serve_connection(wire, answer).await;
}

/// Runs hyper's own tasks on this thread.
#[cfg(feature = "http2")]
#[derive(Clone, Copy)]
struct Local;

#[cfg(feature = "http2")]
impl<F: std::future::Future + 'static> hyper::rt::Executor<F> for Local {
    fn execute(&self, future: F) {
        tokio::task::spawn_local(async move {
            future.await;
        });
    }
}

/// A refusal to answer at all.
#[derive(Debug)]
pub(crate) struct NoAnswer;

impl std::fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connection is to be broken")
    }
}

impl std::error::Error for NoAnswer {}

impl From<Infallible> for NoAnswer {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// A socket that can be reset under its connection.
struct Wire {
    inner: TokioIo<TcpStream>,
    kill: Kill,
}

impl Wire {
    fn check(&self) -> io::Result<()> {
        if self.kill.0.get() { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(()) }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.kill.0.get() {
            // Without lingering the kernel sends a reset instead of an orderly end.
            let _ = self.inner.inner().set_zero_linger();
        }
    }
}

impl Read for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl Write for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.inner).poll_write_vectored(cx, bufs)
    }
}
