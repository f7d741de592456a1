"""What was acknowledged as durable, kept by the test itself in plain dictionaries: the truth that the journal is held against."""

import copy
import itertools
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self

from .plain import Plain, Sitting, sitting_rows

_KEYS = itertools.count()


@dataclass(frozen=True)
class Revision:
    """One version of something: what it says (nothing when it was taken back), and the versions it stands in the place of."""

    key: int
    replaces: frozenset[int]
    said: Any | None

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class Versions:
    """Things by their id, each with every version it ever had in this copy of the journal."""

    def __init__(self) -> None:
        self.of: dict[str, list[Revision]] = {}

    def heads(self, id: str) -> list[Revision]:
        """The versions that no other stands in the place of."""
        replaced = {key for one in self.of[id] for key in one.replaces}
        return [one for one in self.of[id] if one.key not in replaced]

    def said(self, id: str) -> Any:
        """What one that is alive says."""
        return self.heads(id)[0].said

    def add(self, id: str, said: Any) -> None:
        """Something new."""
        assert id not in self.of, f"{id} was given twice"
        self.of[id] = [Revision(next(_KEYS), frozenset(), said)]

    def put(self, id: str, said: Any | None) -> None:
        """Another version in the place of all in force; none takes it back."""
        replaced = frozenset(one.key for one in self.heads(id))
        self.of[id].append(Revision(next(_KEYS), replaced, said))

    def in_force(self) -> list[tuple[str, Any]]:
        """All that counts: of a conflict each version that says something."""
        found = ((id, one.said) for id in self.of for one in self.heads(id))
        return [(id, said) for id, said in found if said is not None]

    def alive(self) -> list[str]:
        """Ids of what was not taken back and is in no conflict."""
        return [id for id in self.of if [one.said is not None for one in self.heads(id)] == [True]]

    def conflicts(self) -> set[str]:
        """Ids with more than one version in force, unless all of these take it back."""
        heads = {id: self.heads(id) for id in self.of}
        return {
            id for id, them in heads.items() if len(them) > 1 and any(one.said is not None for one in them)
        }

    def merge(self, other: Self) -> None:
        """The union, as docs/decisions/0011-copies.md has it."""
        for id, theirs in other.of.items():
            mine = self.of.setdefault(id, [])
            known = {one.key for one in mine}
            mine.extend(one for one in theirs if one.key not in known)


@dataclass
class Model:
    """One copy of a journal as its person knows it."""

    #: What opens it: passphrases, and the recovery code.
    passphrases: list[str]
    code: str
    #: The names of keys that were added.
    key_ids: dict[str, str] = field(default_factory=dict)
    #: What once opened it and may not any more.
    void: list[str] = field(default_factory=list)
    entries: Versions = field(default_factory=Versions)
    care: Versions = field(default_factory=Versions)
    #: Attachments: day, name, bytes.
    files: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    #: Prompts that were told; true once the person closed them.
    prompts: dict[str, bool] = field(default_factory=dict)
    #: Prompts that came from another copy, or of what came from there.
    foreign: set[str] = field(default_factory=set)
    #: Prompts that were held against the limit of a week, by what was in force when they came.
    judged: set[str] = field(default_factory=set)
    #: Rows of the table that tell of treatments.
    treatments: list[tuple[str, str, str]] = field(default_factory=list)

    def copied(self) -> "Model":
        """As it is now."""
        return copy.deepcopy(self)

    @property
    def passphrase(self) -> str:
        """The one in use."""
        return self.passphrases[0]

    def merge(self, other: "Model") -> None:
        """What a merge brings in. Keys stay one's own."""
        self.entries.merge(other.entries)
        self.care.merge(other.care)
        self.files.update(other.files)
        self.foreign |= {id for id in other.prompts if id not in self.prompts} | other.foreign
        for id, closed in other.prompts.items():
            self.prompts[id] = self.prompts.get(id, False) or closed

    def plains(self) -> list[tuple[str, Plain]]:
        """Entries in force."""
        return self.entries.in_force()

    def sittings(self) -> Counter[Sitting]:
        """Entries in force as the table tells them."""
        return Counter(sitting_rows(one) for _, one in self.plains())

    def beside(self) -> Counter[tuple[str, str, str]]:
        """What the table tells beside them."""
        told = [care_row(said) for _, said in self.care.in_force()]
        return Counter([*told, *self.treatments])


#: Something around the symptoms: its kind, its day, and what it says.
Care = tuple[str, str, tuple[str, ...]]


def care_row(care: Care) -> tuple[str, str, str]:
    """Its row in the table."""
    kind, day, said = care
    match kind:
        case "question":
            item = "question:open" if len(said) == 1 else "question:answered"
            return day, item, " | ".join(said)
        case "lab":
            name, value, unit = said
            return day, f"lab:{name}", f"{value} {unit}"
    what, time, whom = said
    return day, f"appointment:{what}", f"{time} | {whom}"
