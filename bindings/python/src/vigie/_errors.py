"""The failures of a journal: each says itself in both languages."""

from ._core.vigie import JournalError, Lang


def language(lang: Lang | str) -> Lang:
    """A language by its code: `fr` or `en`."""
    if isinstance(lang, Lang):
        return lang
    try:
        return Lang[lang.upper()]
    except KeyError:
        raise ValueError(f"'{lang}' is no language that is spoken here: fr, en") from None


def _sentence(self: JournalError, lang: Lang | str = Lang.FR) -> str:
    """What to tell the person, in their language."""
    return self.said.en if language(lang) is Lang.EN else self.said.fr


def _str(self: JournalError) -> str:
    # As the last line of a traceback. Nothing in it is what the person wrote.
    more = {name: value for name, value in vars(self).items() if name != "said"}
    held = ", ".join(f"{name}={value!r}" for name, value in more.items())
    return f"{self.said.en} ({held})" if held else self.said.en


def _repr(self: JournalError) -> str:
    held = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
    return f"{type(self).__qualname__}({held})"


JournalError.sentence = _sentence  # type: ignore[method-assign]
JournalError.__str__ = _str  # type: ignore[assignment,method-assign]
for _case in vars(JournalError).values():
    if isinstance(_case, type):
        _case.__repr__ = _repr  # type: ignore[assignment]
