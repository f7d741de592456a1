"""Reads FHIR documents with fhir.resources and writes them again: every value has to come out as it went in.

Arguments: the documents. One line of JSON a document: {"file": …, "problems": […]}.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path

from fhir.resources.R4B.bundle import Bundle


def differences(one, other, place=""):
    if type(one) is not type(other):
        yield f"{place}: {one!r} is read as {other!r}"
    elif isinstance(one, dict):
        for key in one.keys() | other.keys():
            yield from differences(one.get(key), other.get(key), f"{place}/{key}")
    elif isinstance(one, list):
        if len(one) != len(other):
            yield f"{place}: {len(one)} are read as {len(other)}"
        for number, (a, b) in enumerate(zip(one, other)):
            yield from differences(a, b, f"{place}/{number}")
    # A decimal by its value: this library writes 6.20 as 6.2.
    elif one != other:
        yield f"{place}: {one!r} is read as {other!r}"


def problems(text):
    try:
        written = json.loads(text, parse_float=Decimal)
        read = Bundle.model_validate_json(text).model_dump_json()
        return list(differences(written, json.loads(read, parse_float=Decimal)))
    except ValueError as refused:
        return [f"refused {refused}"]


for file in map(Path, sys.argv[1:]):
    found = problems(file.read_text(encoding="utf-8"))
    print(json.dumps({"file": file.name, "problems": found}))
