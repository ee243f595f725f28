"""Lists that come in pages. Where the next one begins is decided in the core."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._errors import failed
from ._native import Failure

if TYPE_CHECKING:
    from ._decode import PageBody, Reader
    from ._native import List, Response

T = TypeVar("T")


class _Page(Generic[T]):
    """One page, fetched when it is first looked at."""

    def __init__(
        self, reader: Reader[T], list: List, prefetch: bool, response: Response | None = None
    ) -> None:
        self._reader = reader
        self._list = list
        self._prefetch = prefetch
        self._response: Response | None = None
        self._body: PageBody[T] | None = None
        if response is not None:
            self._take(response)

    def _take(self, response: Response) -> PageBody[T]:
        self._response = response
        self._body = self._reader.page(response)
        return self._body

    def _after(self) -> List | None:
        assert self._response is not None, "a page is asked for its successor after it has arrived"
        following = self._list.after(self._response)
        if type(following) is Failure:
            raise failed(following)
        return following

    def __repr__(self) -> str:
        state = "not fetched" if self._body is None else f"{len(self._body.data)} items"
        return f"{type(self).__name__}({state})"


class Page(_Page[T]):
    """One page of a list, and by iteration the items of this and all following pages.

    Nothing is fetched before it is needed: `for item in page`, `page.data`, `list(page)` all do.

    Raises:
        APIError: A page cannot be had; whatever needs it raises this.
    """

    def _fetched(self) -> PageBody[T]:
        if self._body is not None:
            return self._body
        outcome = self._list.fetch(None)
        if type(outcome) is Failure:
            raise failed(outcome)
        return self._take(outcome)

    @property
    def data(self) -> list[T]:
        """The items of this page."""
        return self._fetched().data

    @property
    def has_more(self) -> bool:
        """Whether the server says that more follows."""
        return bool(self._fetched().has_more)

    @property
    def next_page(self) -> str | None:
        """The cursor of the next page."""
        return self._fetched().next_page

    @property
    def first_id(self) -> str | None:
        """The id of the first item."""
        return self._fetched().first_id

    @property
    def last_id(self) -> str | None:
        """The id of the last item."""
        return self._fetched().last_id

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call that brought this page."""
        self._fetched()
        return self._response.request_id if self._response else None

    def has_next_page(self) -> bool:
        """Whether there is a page after this one.

        Raises:
            APIError: A page cannot be had, or its cursor does not advance.
        """
        self._fetched()
        return self._after() is not None

    def get_next_page(self) -> Page[T]:
        """The page after this one.

        Raises:
            IndexError: This is the last one.
            APIError: A page cannot be had, or its cursor does not advance.
        """
        self._fetched()
        following = self._after()
        if following is None:
            raise IndexError("this is the last page; ask has_next_page() first")
        page = Page(self._reader, following, self._prefetch)
        page._fetched()
        return page

    def iter_pages(self) -> Iterator[Page[T]]:
        """This page and all that follow.

        Raises:
            APIError: A page cannot be had, or its cursor does not advance.
        """
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def __iter__(self) -> Iterator[T]:
        following: List | None = self._list
        if self._body is not None:
            yield from self._body.data
            following = self._after()
        if following is None:
            return
        pages = following.pages(self._prefetch)
        while (outcome := pages.next(None)) is not None:
            if type(outcome) is Failure:
                raise failed(outcome)
            yield from (self._take(outcome) if self._body is None else self._reader.page(outcome)).data


class AsyncPage(_Page[T]):
    """One page of a list. `await` fetches it; `async for` gives the items of this and all following pages.

    Raises:
        APIError: A page cannot be had; whatever waits for it raises this.
        RuntimeError: A member is read before the page has been awaited.
    """

    async def _fetched(self) -> AsyncPage[T]:
        if self._body is None:
            from ._loop import submit

            self._take(await submit(self._list.fetch))
        return self

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return self._fetched().__await__()

    def _arrived(self) -> PageBody[T]:
        if self._body is None:
            raise RuntimeError("this page has not been fetched; await it first")
        return self._body

    @property
    def data(self) -> list[T]:
        """The items of this page, which has been awaited."""
        return self._arrived().data

    @property
    def has_more(self) -> bool:
        """Whether the server says that more follows."""
        return bool(self._arrived().has_more)

    @property
    def next_page(self) -> str | None:
        """The cursor of the next page."""
        return self._arrived().next_page

    @property
    def first_id(self) -> str | None:
        """The id of the first item."""
        return self._arrived().first_id

    @property
    def last_id(self) -> str | None:
        """The id of the last item."""
        return self._arrived().last_id

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call that brought this page."""
        self._arrived()
        return self._response.request_id if self._response else None

    def has_next_page(self) -> bool:
        """Whether there is a page after this one.

        Raises:
            RuntimeError: This one has not been awaited.
            APIError: The cursor does not advance.
        """
        self._arrived()
        return self._after() is not None

    async def get_next_page(self) -> AsyncPage[T]:
        """The page after this one.

        Raises:
            IndexError: This is the last one.
            APIError: A page cannot be had, or its cursor does not advance.
        """
        await self._fetched()
        following = self._after()
        if following is None:
            raise IndexError("this is the last page; ask has_next_page() first")
        return await AsyncPage(self._reader, following, self._prefetch)

    async def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """This page and all that follow.

        Raises:
            APIError: A page cannot be had, or its cursor does not advance.
        """
        page = await self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        from ._loop import submit

        following: List | None = self._list
        if self._body is not None:
            for item in self._body.data:
                yield item
            following = self._after()
        if following is None:
            return
        pages = following.pages(self._prefetch)
        while (response := await submit(pages.next)) is not None:
            body = self._take(response) if self._body is None else self._reader.page(response)
            for item in body.data:
                yield item
