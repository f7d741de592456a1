"""Writes the types of the generated module, as it is once `vigie` was imported, from its text.

The generated text says less than it does, because uniffi fits classes together at run time: a case of an enum is an instance of
the enum, a case of an error an instance of the error, a record has the fields its constructor takes. Here that is written down.
"""

import ast
import re
import textwrap

HEAD = '''"""Types of the generated module: made of its text, and held against it by the tests."""

import datetime
import enum
import typing
from dataclasses import dataclass
'''

# What `vigie` has in a form of its own, and takes out of the generated names (vigie/_values.py).
BY_HAND = {"Journal", "Rescue", "check_backup", "cohort_rows", "is_there", "replay"}

# What `vigie` adds to the errors of a journal (vigie/_errors.py).
OF_ERRORS = [
    "said: Said",
    '"""What to tell the person."""',
    "def sentence(self, lang: Lang | str = ...) -> str: ...",
]


def of(text: str, docs: dict[str, str]) -> str:
    """The `.pyi` of this generated text, with the doc comments of fields, by `Record.field` and `Enum.Case.field`."""
    module = ast.parse(text)
    told = {place.replace("_", "").lower(): doc for place, doc in docs.items()}
    classes: dict[str, ast.ClassDef] = {}
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            classes[node.name] = node  # of two of one name (an error and its cases) the second
    parts = [HEAD]
    done = set()
    for node in module.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                names = [name for name in ast.literal_eval(node.value) if name not in BY_HAND]
                parts.append(f"__all__ = {names}")
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name() | ast.Attribute()):
                meant = ast.unparse(node.value)
                if not name.startswith("_") and not meant.startswith("_"):
                    parts.append(f"{name}: typing.TypeAlias = {meant}")
            case ast.FunctionDef(name=name) if not name.startswith("_"):
                parts.append(_function(node))
            case ast.ClassDef(name=name) if not name.startswith("_") and name not in done:
                done.add(name)
                is_error = any(ast.unparse(base) == "Exception" for base in node.bases)
                parts.append(_class(classes[name], is_error, classes, told))
    return "\n".join(parts) + "\n"


def _nested(node: ast.ClassDef) -> list[ast.ClassDef]:
    return [one for one in node.body if isinstance(one, ast.ClassDef)]


def _class(node: ast.ClassDef, is_error: bool, classes: dict[str, ast.ClassDef], docs: dict[str, str]) -> str:
    if is_error:
        return _error(node, classes, docs)
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    if bases == "enum.Enum":
        members = [ast.unparse(one) for one in node.body if isinstance(one, ast.Assign)]
        return _block(f"class {node.name}(enum.Enum):", members)
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    if _nested(node):
        # An enum whose cases hold something: each case is a class in it, and an instance of it.
        cases = [_case(node.name, case, docs) for case in _nested(node)]
        questions = [_function(one) for one in methods if one.name != "__init__"]
        return _block(f"class {node.name}:", cases + questions)
    if any(ast.unparse(one) == "dataclass" for one in node.decorator_list):
        fields = _documented(node.name, _named(_constructor(node)), docs)
        return "@dataclass(kw_only=True)\n" + _block(f"class {node.name}:", fields)
    kept = [_function(one) for one in methods if not one.name.startswith("_uniffi")]
    return _block(f"class {node.name}({bases}):" if bases else f"class {node.name}:", kept)


def _case(enum: str, case: ast.ClassDef, docs: dict[str, str]) -> str:
    fields = _documented(f"{enum}.{case.name}", _named(_constructor(case)), docs)
    lines = [*fields, "def __hash__(self) -> int: ..."]
    return "@dataclass\n" + _block(f"class {case.name}({enum}):", lines)


def _error(node: ast.ClassDef, classes: dict[str, ast.ClassDef], docs: dict[str, str]) -> str:
    lines = list(OF_ERRORS if node.name == "JournalError" else [])
    converter = classes.get(f"_UniffiFfiConverterType{node.name}")
    types = _types_of_cases(node.name, converter) if converter else {}
    for case in _nested(node):
        names = [name for name, _, _ in _arguments(_constructor(case))]
        held = [f"{name}: {kind}" for name, kind in zip(names, types[case.name], strict=True)]
        given = ", ".join(["self", *held])
        fields = _documented(f"{node.name}.{case.name}", held, docs)
        inner = [*fields, f"def __init__({given}) -> None: ..."]
        lines.append(_block(f"class {case.name}({node.name}):", inner))
    return _block(f"class {node.name}(Exception):", lines)


# Fields that have another name in Python than in the core (bindings/uniffi.toml), where theirs is a word of the language.
RENAMED = {"with_whom": "with", "since": "from"}


def _documented(place: str, fields: list[str], docs: dict[str, str]) -> list[str]:
    """Fields, each with its doc comment below it."""
    lines = []
    for field in fields:
        name = field.split(":")[0]
        there = [f"{place}.{one}".replace("_", "").lower() for one in (name, RENAMED.get(name, name))]
        doc = next((docs[one] for one in there if one in docs), None)
        lines.append(field if doc is None else f'{field}\n"""{doc}"""')
    return lines


def _types_of_cases(error: str, converter: ast.ClassDef) -> dict[str, list[str]]:
    """What each case of an error holds: its constructor has no types, how it is read has them."""
    found = {}
    for call in (one for one in ast.walk(converter) if isinstance(one, ast.Call)):
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == error:
            found[call.func.attr] = [_read_as(ast.unparse(one)) for one in call.args]
    return found


PLAIN = {"String": "str", "Boolean": "bool", "Bytes": "bytes", "Double": "float", "Float": "float"}


def _read_as(reader: str) -> str:
    """`_UniffiFfiConverterOptionalUInt32.read(buf)` reads an `int | None`."""
    name = re.sub(r"^_UniffiFfiConverter|\.read\(buf\)$", "", reader)
    if name.startswith("Optional"):
        return f"{_read_as(name.removeprefix('Optional'))} | None"
    if name.startswith("Sequence"):
        return f"typing.List[{_read_as(name.removeprefix('Sequence'))}]"
    if name.startswith("Type"):
        return name.removeprefix("Type")
    return "int" if re.fullmatch(r"U?Int\d+", name) else PLAIN[name]


def _constructor(node: ast.ClassDef) -> ast.arguments:
    for one in node.body:
        if isinstance(one, ast.FunctionDef) and one.name == "__init__":
            return one.args
    raise ValueError(f"{node.name} has no constructor")


def _plain(annotation: ast.expr | None) -> str:
    """A type without the `object` that stands for a value that was not given."""
    text = ast.unparse(annotation) if annotation else "object"
    while found := re.fullmatch(r"typing\.(?:Union\[object, |Optional\[)(.*)\]", text):
        optional = text.startswith("typing.Optional")
        text = found[1]
        if optional:
            return f"{_plain(ast.parse(text, mode='eval').body)} | None"
    return text  # `typing.List` stays: some class has a field named `list`


def _arguments(arguments: ast.arguments) -> list[tuple[str, str, bool]]:
    """Name, type and whether it may be left out, of each but `self`."""
    plain = [*arguments.posonlyargs, *arguments.args]
    plain_defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    every = [*zip(plain, plain_defaults), *zip(arguments.kwonlyargs, arguments.kw_defaults)]
    told = [(one.arg, _plain(one.annotation), default is not None) for one, default in every]
    return [one for one in told if one[0] not in ("self", "cls")]


def _named(arguments: ast.arguments) -> list[str]:
    every = _arguments(arguments)
    return [f"{name}: {kind}{' = ...' if may else ''}" for name, kind, may in every]


def _function(node: ast.FunctionDef) -> str:
    given = [one.arg for one in node.args.args[:1] if one.arg in ("self", "cls")]
    given += _named(node.args)
    given += ["*args: object"] if node.args.vararg else []
    given += ["**kwargs: object"] if node.args.kwarg else []
    result = "None" if node.name == "__init__" else _plain(node.returns)
    lines = [f"@{ast.unparse(one)}\n" for one in node.decorator_list]
    return "".join([*lines, f"def {node.name}({', '.join(given)}) -> {result}: ..."])


def _block(head: str, lines: list[str]) -> str:
    return f"{head}\n" + textwrap.indent("\n".join(lines or ["..."]), "    ") + "\n"
