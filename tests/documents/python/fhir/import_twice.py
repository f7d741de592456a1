"""Imports FHIR documents one after the other into one store, each resource under its identifier, as a server does that is asked
to create only what it does not have (conditional create).

Arguments: the documents. One line of JSON a document: {"file": …, "created": …, "known": …, "held": …}.
"""

import json
import sys
from pathlib import Path

STORE = {}


def imported(document):
    created = known = 0
    for entry in document["entry"]:
        one = entry["resource"]
        # A Composition has one identifier, everything else a list of them.
        identifier = one["identifier"]
        name = identifier if isinstance(identifier, dict) else identifier[0]
        key = one["resourceType"], name["system"], name["value"]
        if key in STORE:
            known += 1
        else:
            created += 1
            STORE[key] = one
    return {"created": created, "known": known, "held": len(STORE)}


for file in map(Path, sys.argv[1:]):
    document = json.loads(file.read_text(encoding="utf-8"))
    print(json.dumps({"file": file.name, **imported(document)}))
