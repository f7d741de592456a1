"""Files and folders, here or on a store that the whole cluster sees."""

import csv
import io
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import fs

from ._asked import Refused

#: Columns whose name says that they tell who somebody is, without accents and in small letters.
DIRECT = frozenset(
    """
    name fullname firstname lastname surname givenname familyname maidenname birthname nom prenom prenoms nomdenaissance
    nomusuel nomdusage birthdate birthday dateofbirth dob datedenaissance naissance address street postcode postalcode zip
    zipcode adresse rue codepostal ville city commune phone telephone tel mobile portable email mail courriel ssn
    socialsecuritynumber nhsnumber nir insee ins numerosecuritesociale numsecu securitesociale mrn ipp nip iep photo iban
    """.split()
)


#: What Spark needs on the disk for the time of a run on one machine lies in the folder of the results under this name.
WORK = ".work"


class File(NamedTuple):
    """A file to read."""

    #: Its number in this run.
    file: int
    #: Where it is.
    path: str
    #: Its name below what was asked for.
    name: str
    #: The id of the person in it, when it gives them none.
    own: str


def store(path: str) -> tuple[fs.FileSystem, str]:
    """Who keeps this path, and its name there."""
    if "://" in path:
        found: tuple[fs.FileSystem, str] = fs.FileSystem.from_uri(path)
        return found
    return fs.LocalFileSystem(), str(Path(path).absolute())


def opened(path: str) -> Any:
    """A file to read from its beginning; one that ends in `.gz` or the like is unpacked."""
    keeper, name = store(path)
    return keeper.open_input_stream(name)


def listed(inputs: Iterable[str]) -> list[File]:
    """Every file, each once, by its path; hidden ones and what Spark leaves beside its own are none."""
    found: dict[str, str] = {}
    for one in inputs:
        try:
            keeper, top = store(one)
            info = keeper.get_file_info(top)
        except (OSError, pa.ArrowInvalid):
            raise Refused("no-input", name=one) from None
        if info.type == fs.FileType.File:
            found[one if "://" in one else top] = PurePosixPath(top).name
        elif info.type == fs.FileType.Directory:
            for each in keeper.get_file_info(fs.FileSelector(top, recursive=True)):
                name = PurePosixPath(each.path).relative_to(top)
                if each.type == fs.FileType.File and not any(part[0] in "._" for part in name.parts):
                    found[_like(one, top, each.path)] = str(name)
        else:
            raise Refused("no-input", name=one)
    if not found:
        raise Refused("no-files")
    return _numbered(found)


def _like(asked: str, top: str, path: str) -> str:
    """The path of something in a folder; on a store, written as the folder was asked for."""
    return asked.rstrip("/") + path[len(top) :] if "://" in asked else path


def _numbered(found: dict[str, str]) -> list[File]:
    """Each with an own id for who is in it: two files are never one person by their names."""
    ids: set[str] = set()
    files = []
    for number, path in enumerate(sorted(found)):
        own = own_id(found[path])
        if own in ids:
            own = f"{own}~{number}"
        ids.add(own)
        files.append(File(number, path, found[path], own))
    return files


#: What stands at the end of a file's name and says only how it is written.
_ENDINGS = (".gz", ".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".fhir")


def own_id(name: str) -> str:
    """The id of a person whose export gives them none: the name of its file below the folder, without endings.

    What stands before it is in no id that somebody gave.
    """
    path = PurePosixPath(name)
    last = path.name
    while ending := next((one for one in _ENDINGS if last.endswith(one) and last != one), None):
        last = last.removesuffix(ending)
    return "file:" + ".".join([*path.parts[:-1], last])


def empty_folder(path: str) -> None:
    """Makes the folder of the results; one that holds something is refused, for nothing is overwritten."""
    keeper, name = store(path)
    info = keeper.get_file_info(name)
    if info.type == fs.FileType.File or (
        info.type == fs.FileType.Directory and keeper.get_file_info(fs.FileSelector(name))
    ):
        raise Refused("not-empty", name=path)
    keeper.create_dir(name, recursive=True)


def for_spark(path: str) -> str:
    """The same folder as Spark is to open it, whatever it takes a path for that says no store."""
    return path if "://" in path else f"file://{Path(path).absolute()}"


def written(folder: str, name: str, data: bytes) -> None:
    """Writes a small file into the folder of the results."""
    keeper, place = store(folder)
    with keeper.open_output_stream(f"{place}/{name}") as stream:
        stream.write(data)


def rows(path: str) -> list[list[str]]:
    """The rows of a small table."""
    with opened(path) as stream:
        return _separated(stream.read())


def columns(path: str) -> list[str]:
    """The names of the columns of a table, as they stand in its first line; none of what is no table."""
    with opened(path) as stream:
        start = stream.read(1 << 16).split(b"\n", 1)[0]
    try:
        return next(iter(_separated(start)), [])
    except csv.Error:
        return []


def _separated(table: bytes) -> list[list[str]]:
    """Fields by whatever separates the first line, with the spaces around them taken off."""
    text = table.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    first = text.split("\n", 1)[0]
    separator = next((sign for sign in ";\t," if sign in first), ",")
    return [[field.strip() for field in row] for row in csv.reader(io.StringIO(text), delimiter=separator)]


def tells_who(column: str) -> bool:
    """Whether a column of this name holds direct identifiers."""
    plain = unicodedata.normalize("NFKD", column.casefold())
    return "".join(sign for sign in plain if sign.isalnum()) in DIRECT
