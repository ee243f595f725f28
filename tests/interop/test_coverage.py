"""Looks at what all the other tests called."""

import inspect

import pytest
import qca

from conftest import CALLED

# Names of the SDK that differ from the operations': the same request under another name.
ALSO = {
    "files.retrieve_metadata": "files.retrieve",
    "sessions.events.resumable_stream": "sessions.events.stream",
}
NOT_OPERATIONS = {"close", "is_closed", "request", "with_options"}


def operations(resource, path=()):
    for name in dir(resource):
        if name.startswith(("_", "with_")):
            continue
        member = getattr(resource, name)
        if inspect.ismethod(member):
            yield ".".join([*path, name])
        elif ".resources" in type(member).__module__:
            yield from operations(member, (*path, name))


def test_every_operation_of_the_sdk_was_called(request):
    if len({item.path for item in request.session.items}) < 9:
        pytest.skip("only part of the tests was selected")
    client = qca.Managed(access_token="pt-nobody-asks-this-client", base_url="http://127.0.0.1:1")
    known = {ALSO.get(name, name) for name in operations(client)} - NOT_OPERATIONS
    assert len(known) > 90
    assert sorted(known - CALLED) == []
