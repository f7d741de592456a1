"""Reads a calendar with icalendar, an implementation that is not ours: read_calendar.py FILE.

One JSON object: {"events": […], "problems": […]}; the problems are those of the standard (RFC 5545) too, where the library is lenient.
"""

import datetime
import json
import sys

from icalendar import Calendar

# Every one may stand there once at most; the first three have to (section 3.6.1).
ONCE = ["UID", "DTSTAMP", "DTSTART", "CLASS", "SUMMARY", "DESCRIPTION", "LOCATION", "X-VIGIE-KIND"]


def lines(file):
    """What is wrong with the lines (section 3.1)."""
    *whole, rest = file.split(b"\r\n")
    if rest:
        yield "the last line has no end"
    for number, line in enumerate(whole, 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        if any(byte < 32 and byte != 9 or byte == 127 for byte in line):
            yield f"line {number} holds a control character"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number} is broken inside a character"


def properties(calendar):
    """What is wrong with the properties."""
    for name in ["VERSION", "PRODID"]:
        if not calendar.get(name):
            yield f"no {name}"
    uids = [str(event.get("UID")) for event in calendar.walk("VEVENT")]
    if len(set(uids)) < len(uids):
        yield "two events have one UID"
    for event in calendar.walk("VEVENT"):
        yield from (f"{name}: {why}" for name, why in event.errors)
        for name in ONCE[:3]:
            if name not in event:
                yield f"an event without {name}"
        for name in event:
            if name not in ONCE or isinstance(event[name], list):
                yield f"{name} is not expected, or stands twice"


def told(event):
    start = event.decoded("DTSTART")
    at = isinstance(start, datetime.datetime)
    text = lambda name: str(event[name]) if name in event else None
    return {
        "uid": text("UID"),
        "stamp": event.decoded("DTSTAMP").isoformat(),
        "date": (start.date() if at else start).isoformat(),
        "time": start.time().isoformat() if at else None,
        "zone": str(start.tzinfo) if at and start.tzinfo else None,
        "class": text("CLASS"),
        "summary": text("SUMMARY"),
        "location": text("LOCATION"),
        "kind": text("X-VIGIE-KIND"),
        "with": text("DESCRIPTION"),
    }


file = open(sys.argv[1], "rb").read()
problems, events = list(lines(file)), []
try:
    calendar = Calendar.from_ical(file)
    problems += properties(calendar)
    if not problems:
        events = [told(event) for event in calendar.walk("VEVENT")]
        again = [told(event) for event in Calendar.from_ical(calendar.to_ical()).walk("VEVENT")]
        if again != events:
            problems.append("icalendar writes other events than it read")
except (ValueError, KeyError) as refused:
    problems.append(f"refused: {refused}")
print(json.dumps({"events": events, "problems": problems}))
