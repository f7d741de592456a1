"""What is asked of a run, and the sentence when it cannot be done."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path


class Refused(Exception):
    """What was asked cannot be done: the key of a sentence, and what the sentence names.

    What it names is the same in both languages, or a pair of French and English.
    """

    def __init__(self, key: str, **named: str | tuple[str, str]) -> None:
        super().__init__(key)
        self.key = key
        self.named = named

    def named_in(self, lang: str) -> dict[str, str]:
        """What the sentence names, in a language."""
        at = 0 if lang == "fr" else 1
        return {name: one if isinstance(one, str) else one[at] for name, one in self.named.items()}


@dataclasses.dataclass(frozen=True)
class Pack:
    """Rules to watch by."""

    #: What stands beside its prompts: the name of its file, or `built-in`.
    label: str
    #: Its text; the built-in rules have none.
    text: str | None


@dataclasses.dataclass(frozen=True)
class Asked:
    """What is asked of a run."""

    #: Files and folders of exported tables and FHIR; paths, or addresses that pyarrow opens (`hdfs://…`, `s3://…`).
    inputs: Sequence[str]
    #: The folder everything is written into; it is made, and must be empty when it is there.
    out: str
    #: Rule packs as files, signed or not. What they would have said stands beside what the built-in rules would have said.
    rules: Sequence[str] = ()
    #: A table `patient,consent` with `given` or `withdrawn`.
    register: str | None = None
    #: Whether those of whom nothing tells that they consented are left out.
    require_consent: bool = False
    #: Whether the detector's score of every item and day is written.
    daily: bool = True
    #: Whether the lines of `vigie replay` are written too.
    lines: bool = False
    #: The language of the summary, `fr` or `en`.
    lang: str = "fr"


#: The label of the rules that every copy of the program has.
BUILT_IN = "built-in"


def packs(asked: Asked) -> list[Pack]:
    """The built-in rules, then those that were asked for."""
    read = [Pack(BUILT_IN, None)]
    for path in asked.rules:
        label = Path(path).name
        if label in [pack.label for pack in read]:
            raise Refused("two-packs", name=label)
        try:
            read.append(Pack(label, Path(path).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError):
            raise Refused("no-pack", name=path) from None
    return read
