"""What the summary and the command say: every sentence in both languages, numbers, days and plurals as each writes them."""

import re
import string

import pytest

from vigie_cohort._words import SENTENCES, Words


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_say_each_sentence_with_the_same_in_it() -> None:
    for key, (french, english) in SENTENCES.items():
        assert french and english, key
        assert placeholders(french) == placeholders(english), key
    ones = {key.removesuffix(".one") for key in SENTENCES if key.endswith(".one")}
    assert ones == {key.removesuffix(".other") for key in SENTENCES if key.endswith(".other")}


@pytest.mark.parametrize("key", SENTENCES)
def test_sentences_are_set_as_their_language_is_printed(key: str) -> None:
    held = {name: "x" for name in placeholders(SENTENCES[key][0])}
    french, english = Words("fr")(key, **held), Words("en")(key, **held)
    assert not re.search(r"[^\u202f][:;!?%»]|«[^\u202f]|'", french)
    assert not re.search(r"\s[:;!?%]|[«»']", english)


def test_numbers_and_days_are_written_as_each_language_does() -> None:
    french, english = Words("fr"), Words("en")
    assert (french.number(1234567), english.number(1234567)) == ("1\u202f234\u202f567", "1,234,567")
    assert (french.number(1234.5, 2), english.number(1234.5, 2)) == ("1\u202f234,50", "1,234.50")
    assert (french.number(0.001, 2), english.number(0.0, 2)) == ("<\u00a00,01", "0.00")
    assert (french.percent(0.914), english.percent(0.914)) == ("91\u202f%", "91%")
    assert (english.percent(0.997), english.percent(1), english.percent(0.001)) == (
        ">\u00a099%",
        "100%",
        "<\u00a01%",
    )
    assert (french.day("2026-11-27"), english.day("2026-11-27")) == ("27 novembre 2026", "27 November 2026")
    assert (french.day("2026-08-01"), english.day("2026-08-01")) == ("1er août 2026", "1 August 2026")


@pytest.mark.parametrize(
    ("n", "french", "english"),
    [(0, "0 personne", "0 people"), (1, "1 personne", "1 person"), (2, "2 personnes", "2 people")],
)
def test_plurals(n: int, french: str, english: str) -> None:
    assert Words("fr").counted("people", n) == french
    assert Words("en").counted("people", n) == english
