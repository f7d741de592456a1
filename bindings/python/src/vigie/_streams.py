"""Paths, open files and bytes where the core takes a stream of bytes."""

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Iterator
from typing import Protocol, TypeAlias

from ._core.vigie import ByteSink, ByteSource, JournalError, StreamError


class ReadableFile(Protocol):
    """A file that was opened for reading bytes, or what behaves like one."""

    def read(self, at_most: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""


class WritableFile(Protocol):
    """A file that was opened for writing bytes, or what behaves like one."""

    def write(self, data: bytes, /) -> int | None:
        """Takes bytes, and says how many."""


Path: TypeAlias = str | os.PathLike[str]
#: What can be read from: a path, bytes, a file opened for bytes, or an app's own source.
Source: TypeAlias = Path | bytes | bytearray | memoryview | ReadableFile | ByteSource
#: What can be written to: a path, a file opened for bytes, or an app's own sink.
Sink: TypeAlias = Path | WritableFile | ByteSink


def _failure(error: BaseException) -> StreamError:
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    return StreamError.DiskFull() if full else StreamError.Failed()


class _File:
    """What went wrong in a file, which the core cannot carry: it knows only that something did."""

    error: BaseException | None = None

    @contextlib.contextmanager
    def noticed(self) -> Iterator[None]:
        try:
            yield
        except BaseException as error:  # Ctrl-C too: what got past here would look like success on the other side
            self.error = error
            raise _failure(error) from error

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """Around the call of the core: its failure is told with what caused it."""
        try:
            yield
        except JournalError as failure:
            if isinstance(self.error, OSError):
                raise failure from self.error
            if self.error is not None:
                raise self.error from None  # a fault of the caller's file, not of a disk
            raise


class _FromFile(_File, ByteSource):
    def __init__(self, file: ReadableFile) -> None:
        self.file = file

    def read(self, at_most: int) -> bytes:
        with self.noticed():
            data = self.file.read(at_most)
            if not isinstance(data, bytes):
                raise TypeError("the file gives no bytes: open it with mode 'rb'")
            return data


class _ToFile(_File, ByteSink):
    def __init__(self, file: WritableFile) -> None:
        self.file = file

    def write(self, bytes: bytes) -> None:
        with self.noticed():
            left = bytes
            while left:
                # A file without a buffer may take a part. What tells no number took all.
                taken = self.file.write(left)
                left = b"" if taken is None else left[taken:]


@contextlib.contextmanager
def reading(source: Source) -> Iterator[ByteSource]:
    """A source for the time of one call of the core."""
    if isinstance(source, ByteSource):
        yield source
    elif isinstance(source, str | os.PathLike):
        with open(source, "rb", buffering=0) as file, reading(file) as stream:
            yield stream
    elif isinstance(source, bytes | bytearray | memoryview):
        with reading(io.BytesIO(source)) as stream:
            yield stream
    elif callable(getattr(source, "read", None)):
        stream = _FromFile(source)
        with stream.told():
            yield stream
    else:
        raise TypeError(f"a path, a file, bytes or a ByteSource expected, {type(source).__name__} given")


@contextlib.contextmanager
def writing(sink: Sink) -> Iterator[ByteSink]:
    """A sink for the time of one call of the core. A file that is named by its path is there whole or not at all."""
    if isinstance(sink, ByteSink):
        yield sink
    elif isinstance(sink, str | os.PathLike):
        with _whole_file(os.fspath(sink)) as file, writing(file) as stream:
            yield stream
    elif callable(getattr(sink, "write", None)):
        stream = _ToFile(sink)
        with stream.told():
            yield stream
    else:
        raise TypeError(f"a path, a file or a ByteSink expected, {type(sink).__name__} given")


@contextlib.contextmanager
def _whole_file(path: str) -> Iterator[io.FileIO]:
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb", buffering=0) as device:
            yield device
        return
    # Beside its place, so that the last step is a change of name; for nobody else's eyes.
    handle, beside = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=".vigie-")
    try:
        with open(handle, "wb", buffering=0) as file:
            yield file
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
