"""The change detectors of river and ruptures, run causally over series of ratings.

`peers.py FILE DETECTOR PARAMETER [PARAMETER ...]` reads a table `series,day,value` sorted by day within
each series, and prints a line `parameter,series,day` for each day on which the detector finds a change
for the worse. `peers.py --versions` prints what is installed. Detectors of river find changes both
ways: a change after which the mean is lower is left out.
"""

import csv
import platform
import sys
from statistics import fmean

import numpy
import river
import ruptures
from river import drift


def adwin(delta, values):
    """Reports at which ADWIN cuts its window and what is left lies higher."""
    detector = drift.ADWIN(delta=delta, clock=1, min_window_length=5, grace_period=10)
    for index, value in enumerate(values):
        before = detector.estimation
        detector.update(value)  # from 0 to 1 its bound would never be met by so few reports
        if detector.drift_detected and detector.estimation > before:
            yield index


def page_hinkley(threshold, values):
    detector = drift.PageHinkley(min_instances=10, delta=0.5, threshold=threshold, mode="up")
    for index, value in enumerate(values):
        detector.update(value)
        if detector.drift_detected:
            yield index


def kswin(alpha, values):
    """The last 10 reports against a sample of the 30 before."""
    detector = drift.KSWIN(alpha=alpha, window_size=40, stat_size=10, seed=1)
    for index, value in enumerate(values):
        detector.update(value)
        if detector.drift_detected:
            now, before = values[index - 9 : index + 1], values[max(0, index - 39) : index - 9]
            if fmean(now) > fmean(before):
                yield index


def pelt(penalty, values):
    """PELT with the cost of squares (KernelCPD, linear kernel) on the last 60 reports at each report: it
    speaks when the last segment lies higher than the one before and began after it spoke last."""
    spoke = 0
    for index in range(19, len(values)):
        first = max(0, index - 59)
        window = numpy.array(values[first : index + 1], dtype=float).reshape(-1, 1)
        search = ruptures.KernelCPD(kernel="linear", min_size=3, jump=1).fit(window)
        ends = [0, *search.predict(pen=penalty)]
        if len(ends) < 3 or first + ends[-2] <= spoke or len(window) - ends[-2] > 28:
            continue
        if window[ends[-2] :].mean() > window[ends[-3] : ends[-2]].mean():
            spoke = index
            yield index


DETECTORS = {"ADWIN": adwin, "PageHinkley": page_hinkley, "KSWIN": kswin, "Pelt": pelt}


def main():
    if sys.argv[1:] == ["--versions"]:
        libraries = [f"{library.__name__} {library.__version__.lstrip('v')}" for library in (river, ruptures, numpy)]
        print(", ".join([f"Python {platform.python_version()}", *libraries]))
        return
    path, name, *parameters = sys.argv[1:]
    series = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            days, values = series.setdefault(row["series"], ([], []))
            days.append(row["day"])
            values.append(float(row["value"]))
    for parameter in parameters:
        for number, (days, values) in series.items():
            for index in DETECTORS[name](float(parameter), values):
                print(f"{parameter},{number},{days[index]}")


main()
