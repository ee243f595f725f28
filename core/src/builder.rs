//! What all generated builders share: options, and the ways to await them.

/// Gives a builder its options and its ways to be awaited.
///
/// The last argument says how the builder becomes a [`Call`](crate::call::Call).
macro_rules! builder {
    ($name:ident, $kind:ident $($answer:ty)?, |$self:ident| $prepare:expr) => {
        impl $name {
            /// Limits the call in total, retries and waits included; `None` for no limit.
            pub fn timeout(mut self, limit: impl Into<Option<std::time::Duration>>) -> Self {
                self.call = self.call.timeout(limit);
                self
            }

            /// Limits how many attempts may follow the first.
            pub fn max_retries(mut self, retries: u32) -> Self {
                self.call = self.call.max_retries(retries);
                self
            }

            /// Adds a header.
            pub fn extra_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.call.request_mut().options.headers.push((name.into(), value.into()));
                self
            }

            /// Adds a query argument.
            pub fn extra_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.call.request_mut().options.query.push((name.into(), value.into()));
                self
            }

            /// Adds a member to a JSON body, for members this version does not know.
            pub fn extra_body(mut self, name: impl Into<String>, value: impl Into<serde_json::Value>) -> Self {
                self.call = self.call.extra_body(name, value);
                self
            }

            /// The key under which the server executes a write once; made up when not given.
            pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
                self.call = self.call.idempotency_key(key);
                self
            }

            /// All options at once; replaces those set before.
            pub fn options(mut self, options: crate::request::CallOptions) -> Self {
                self.call = self.call.options(options);
                self
            }

            /// The call itself, to make it by other means.
            pub fn into_call($self) -> crate::call::Call {
                $prepare
            }
        }

        crate::builder::builder!(@$kind $name $($answer)?);
    };
    (@json $name:ident $answer:ty) => {
        impl $name {
            /// Makes the call and keeps what surrounds the answer: request ID, status, headers, attempts.
            ///
            /// # Errors
            /// As when it is awaited.
            pub async fn response(self) -> crate::Result<crate::call::Response<$answer>> {
                self.into_call().response().await
            }

            /// Makes the call and returns the answer as it came.
            ///
            /// # Errors
            /// As when it is awaited, but for decoding.
            pub async fn raw(self) -> crate::Result<crate::request::RawResponse> {
                self.into_call().raw().await
            }
        }

        crate::builder::builder!(@await $name $answer, decode);
    };
    (@page $name:ident $item:ty) => {
        impl $name {
            /// The items of all pages, as a stream; an error comes after the items before it.
            pub fn items(self) -> crate::pagination::Items<$item> {
                self.pages().items()
            }

            /// All pages, as a stream.
            pub fn pages(self) -> crate::pagination::Pages<$item> {
                self.into_call().pages()
            }

            /// Reads the first page and returns it as it came.
            ///
            /// # Errors
            /// As when it is awaited, but for decoding.
            pub async fn raw(self) -> crate::Result<crate::request::RawResponse> {
                self.into_call().raw().await
            }
        }

        crate::builder::builder!(@await $name crate::pagination::Page<$item>, page);
    };
    (@events $name:ident $event:ty) => {
        impl $name {
            /// Limits the stream's silence, heartbeats included; 45 seconds unless set, `None` for no limit.
            pub fn heartbeat_timeout(mut self, limit: impl Into<Option<std::time::Duration>>) -> Self {
                self.call = self.call.heartbeat_timeout(limit);
                self
            }

            /// Whether the stream outlives its connections; it does unless told otherwise. Without, a cut is an error.
            pub fn resume(mut self, yes: bool) -> Self {
                self.call = self.call.resume(yes);
                self
            }

            /// Opens the stream without decoding its events.
            ///
            /// # Errors
            /// As when it is awaited.
            pub async fn raw(self) -> crate::Result<crate::stream::events::Events> {
                self.into_call().events().await
            }
        }

        crate::builder::builder!(@await $name crate::stream::typed::EventStream<$event>, event_stream);
    };
    (@download $name:ident) => {
        crate::builder::builder!(@await $name crate::files::download::Download, download);
    };
    (@await $name:ident $output:ty, $method:ident) => {
        impl IntoFuture for $name {
            type Output = crate::Result<$output>;
            type IntoFuture = std::pin::Pin<Box<dyn Future<Output = Self::Output> + std::marker::Send>>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.into_call().$method())
            }
        }
    };
}

pub(crate) use builder;

/// A mapping as the JSON text that some form parts hold.
pub(crate) fn json_text<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> String {
    let object: crate::model::JsonObject =
        pairs.into_iter().map(|(key, value)| (key.into(), serde_json::Value::String(value.into()))).collect();
    serde_json::Value::Object(object).to_string()
}

/// A list as the comma-separated value that some headers hold.
pub(crate) fn comma_list(values: impl IntoIterator<Item = impl Into<String>>) -> String {
    values.into_iter().map(Into::into).collect::<Vec<String>>().join(",")
}
