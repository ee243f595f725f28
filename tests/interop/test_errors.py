import httpx
import pytest
import qca


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, qca.BadRequestError),
        (401, qca.AuthenticationError),
        (403, qca.PermissionDeniedError),
        (404, qca.NotFoundError),
        (409, qca.ConflictError),
        (413, qca.RequestTooLargeError),
        (422, qca.UnprocessableEntityError),
        (429, qca.RateLimitError),
        (500, qca.InternalServerError),
        (529, qca.OverloadedError),
    ],
)
def test_classes(emulator, connect, status, error):
    emulator.fault("models.list", {"status": status})
    with pytest.raises(error) as refusal:
        connect(max_retries=0).models.list()
    assert refusal.value.status_code == status


def test_a_wrong_token_is_refused(connect):
    with pytest.raises(qca.AuthenticationError):
        connect(access_token="pt-wrong-token-wrong-token").models.list()


def test_what_the_server_refuses_names_the_member(sdk):
    with pytest.raises(qca.BadRequestError) as refusal:
        sdk.agents.create(
            name="a", model="auto", tools=[{"type": "agent_toolset_20260401", "enabled_tools": ["Bosh"]}]
        )
    assert "Bosh" in str(refusal.value)


def test_the_gateway_is_understood(emulator, sdk):
    emulator.fault(
        "models.list",
        {"status": 401, "body": {"code": "TOKEN_INVALID", "message": "Token is not valid.", "timestamp": 1}},
    )
    with pytest.raises(qca.AuthenticationError, match="Token is not valid"):
        sdk.models.list()


def test_reads_are_tried_again(emulator, sdk):
    emulator.fault("models.list", {"status": 503, "headers": {"retry-after-ms": "1"}}, times=2)
    assert list(sdk.models.list())
    emulator.fault("models.list", {"reset": "before_headers"})
    assert list(sdk.models.list())


def test_a_lost_connection_is_an_error(emulator, connect):
    emulator.fault("models.list", {"reset": "before_headers"})
    with pytest.raises(qca.APIConnectionError):
        connect(max_retries=0).models.list()


def test_pages(sdk):
    names = [sdk.agents.create(name=f"agent {number}", model="auto").name for number in range(7)]
    first = sdk.agents.list(limit=3)
    assert (len(first.data), first.has_more, first.has_next_page()) == (3, True, True)
    assert [agent.name for agent in first] == names[::-1]
    assert [len(page.data) for page in sdk.agents.list(limit=3).iter_pages()] == [3, 3, 1]


def test_two_cursors_are_refused(sdk):
    with pytest.raises(qca.BadRequestError):
        sdk.files.list(before_id="file_a", after_id="file_b")


def test_a_repeated_key_is_answered_alike(emulator, sdk):
    headers = {"Idempotency-Key": "once"}
    first = sdk.agents.create(name="a", model="auto", extra_headers=headers)
    assert sdk.agents.create(name="a", model="auto", extra_headers=headers).id == first.id
    with pytest.raises(qca.ConflictError):
        sdk.agents.create(name="b", model="auto", extra_headers=headers)


class Detour(httpx.HTTPTransport):
    """Leads the exchange, whose address the SDK fixes by region, to the emulator."""

    def __init__(self, base_url):
        super().__init__()
        self.base = httpx.URL(base_url)

    def handle_request(self, request):
        request.url = request.url.copy_with(scheme=self.base.scheme, host=self.base.host, port=self.base.port)
        request.headers["host"] = self.base.netloc.decode()
        return super().handle_request(request)


def test_a_service_account_key_is_exchanged(emulator, connect):
    http = httpx.Client(transport=Detour(emulator.base_url), trust_env=False)
    account = qca.ServiceAccountCredential(
        sa_key="sak-test-key", region="cn", scopes=["qca.access"], http_client=http
    )
    client = connect(access_token=None, credential=account)
    assert list(client.models.list())
    assert list(client.models.list())
    assert [entry["operation"] for entry in emulator.requests()].count("auth.exchange") == 1
