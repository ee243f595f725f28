"""Typing constructs that some supported Pythons lack, or that are something else when values are checked."""

from __future__ import annotations

import sys
import typing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike
    from typing import TypeAlias

    LocalPath: TypeAlias = str | PathLike[str]
    """A path of this machine."""
else:
    # As it is written in JSON.
    LocalPath = str

if TYPE_CHECKING:
    from typing import ClassVar as ClassVar
else:

    class ClassVar:
        """Stands in for `typing.ClassVar`, whose look at the type takes longer than making the class."""

        def __class_getitem__(cls, item: Any) -> Any:
            return typing.ClassVar


if TYPE_CHECKING:
    from typing_extensions import Required as Required
elif sys.version_info >= (3, 11):
    from typing import Required
else:

    class Required:
        """Stands in for `typing.Required`, which Python 3.10 does not have; it checks nothing."""

        def __class_getitem__(cls, item: Any) -> Any:
            return item
