"""Makes records and enums of the generated module behave as dataclasses do: shown with all they hold, compared, copied, matched.

uniffi makes dataclasses without fields, so that a record shows as `KeptEntry()`, `dataclasses.replace` loses everything and
comparing one with anything else fails. What was typed as a passphrase or a recovery code is never shown.
"""

import dataclasses
import datetime
import enum
import inspect
from collections.abc import Callable
from typing import Any

from ._core import vigie as _core

#: What the package has in a form of its own: not to be had from the generated names.
_BY_HAND = ("Journal", "Rescue", "check_backup", "cohort_rows", "is_there", "replay")

#: What keys hold and no log may.
_SECRET = {
    _core.NewKey.PASSPHRASE: "passphrase",
    _core.NewKey.RECOVERY_CODE: "code",
    _core.Unlock.PASSPHRASE: "passphrase",
    _core.Unlock.RECOVERY_CODE: "code",
}


def _shown(self: Any) -> str:
    secret = _SECRET.get(type(self))
    held = (f"{key}={'…' if key == secret else repr(it)}" for key, it in vars(self).items())
    return f"{type(self).__qualname__}({', '.join(held)})"


def _same(self: Any, other: object) -> Any:
    return vars(self) == vars(other) if type(self) is type(other) else NotImplemented


def _hashed(self: Any) -> int:
    return hash((type(self), *vars(self).values()))


def _as_dataclass(cls: Any) -> None:
    """Gives a class the fields that its constructor takes."""
    taken = [one for one in inspect.signature(cls).parameters.values()]
    made = dataclasses.make_dataclass(
        cls.__name__.replace(".", "_"),
        [(one.name, one.annotation) for one in taken],
        kw_only=bool(taken) and taken[0].kind is inspect.Parameter.KEYWORD_ONLY,
    )
    for name in ("__dataclass_fields__", "__match_args__"):
        setattr(cls, name, getattr(made, name))
    cls.__repr__ = cls.__str__ = _shown
    cls.__eq__ = _same


def _checked(cls: type, check: Callable[[Any], None]) -> Callable[[Any], None]:
    """A check that names what was expected, where uniffi's trips over what it was given."""

    def checked(value: Any) -> None:
        if not isinstance(value, cls):
            given = value.__qualname__ if isinstance(value, type) else type(value).__name__
            made = "an instance of " if isinstance(value, type) else ""
            raise TypeError(f"{made}{cls.__name__} expected, {given} given")
        check(value)

    return checked


def day_checked(day: object) -> None:
    """A day has no time of day: a `datetime` is one only to Python."""
    if isinstance(day, datetime.datetime) or not isinstance(day, datetime.date):
        raise TypeError(f"a day is a datetime.date, and {type(day).__name__} was given")


def moment_checked(moment: object) -> None:
    """A moment has the offset that the person lived by: without it nobody knows which hour of the night it was."""
    if not isinstance(moment, datetime.datetime):
        raise TypeError(f"a moment is a datetime.datetime, and {type(moment).__name__} was given")
    if moment.utcoffset() is None:
        raise ValueError("a moment needs its offset: datetime.now().astimezone(), not datetime.now()")


def _guard(converter: Any, check: Callable[[Any], None]) -> None:
    """Checks what is handed in and what a callback gives back, before it is written."""
    write, lower = converter.write, converter.lower

    def checked_write(value: Any, buf: Any) -> None:
        check(value)
        write(value, buf)

    def checked_lower(value: Any) -> Any:
        check(value)
        return lower(value)

    converter.check_lower = staticmethod(check)
    converter.write = staticmethod(checked_write)
    converter.lower = staticmethod(checked_lower)


def _improve() -> None:
    for name in _core.__all__:
        cls = getattr(_core, name)
        converter = getattr(_core, f"_UniffiFfiConverterType{name}", None)
        if not isinstance(cls, type) or converter is None or issubclass(cls, Exception):
            continue
        cases = [one for one in vars(cls).values() if isinstance(one, type) and issubclass(one, cls)]
        for case in cases:
            _as_dataclass(case)
            # A case is a value: `Answer.RATED(3)` is as good as any other.
            case.__hash__ = _hashed  # type: ignore[method-assign]
        if dataclasses.is_dataclass(cls) and not cases:
            _as_dataclass(cls)
        if cases or dataclasses.is_dataclass(cls) or issubclass(cls, enum.Enum):
            converter.check_lower = staticmethod(_checked(cls, converter.check_lower))
    # Text would be copied as the bytes Python keeps it in.
    _guard(_core._UniffiFfiConverterBytes, _core._UniffiFfiConverterBytes.check_lower)  # type: ignore[attr-defined]
    _guard(_core._UniffiFfiConverterTypeDay, day_checked)  # type: ignore[attr-defined]
    _guard(_core._UniffiFfiConverterTypeMoment, moment_checked)  # type: ignore[attr-defined]
    _core.__all__ = [name for name in _core.__all__ if name not in _BY_HAND]


_improve()
