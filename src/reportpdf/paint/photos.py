"""All photos of a report are converted, in parallel and each only once.

Comes in: one :class:`PhotoJob` for each photo on a page, and a cache. Goes out: :class:`PendingPhotos`;
pages are painted while threads convert (Pillow and hashlib release Python's lock), and each photo is an
image or the problem that its empty frame stands for. A photo that is cut off stops the run, with all
others that are, once all are known.
"""

from __future__ import annotations

import hashlib
import io
import os
import threading
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

from reportpdf.base.problem import InputError, Problem
from reportpdf.layout.display import PictureItem
from reportpdf.paint.photo_cache import PhotoCache
from reportpdf.paint.photo_header import open_photo
from reportpdf.paint.photo_records import (
    RECIPE,
    SCREEN_QUALITY,
    STOPPING,
    Converted,
    Fault,
    ImageBytes,
    PhotoError,
    PhotoJob,
    PressTarget,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from types import TracebackType

__all__ = [
    "ImageBytes",
    "PendingPhotos",
    "PhotoCache",
    "PhotoJob",
    "PhotoResults",
    "photo_job",
    "start_conversion",
]

_Work = tuple[str, tuple[object, ...]]
"""What makes two jobs the same: path and recipe."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhotoResults:
    """For each job, in order, its image or why there is none; and what else is to be told."""

    images: tuple[ImageBytes | Problem, ...]
    notes: tuple[Problem, ...]


class _StoppedError(BaseException):
    """Raised inside a worker that has been told to stop; no decoder may take it for damage."""


class _StoppableFile(io.FileIO):
    """A photo that stops being readable once ``stop`` is set, so that a long decode ends at its next read."""

    def __init__(self, stop: threading.Event, path: str) -> None:
        super().__init__(path)
        self._stop = stop

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]
        if self._stop.is_set():
            raise _StoppedError
        return super().readinto(buffer)


class PendingPhotos:
    """Conversions under way. As a context manager it stops them when the block is left by an exception."""

    def __init__(
        self,
        jobs: tuple[PhotoJob, ...],
        outcomes: dict[_Work, Converted | Fault | Future[Converted | Fault]],
        executor: Executor | None,
        stop: threading.Event,
        cache: PhotoCache | None,
    ) -> None:
        self._jobs = jobs
        self._outcomes = outcomes
        self._executor = executor
        self._stop = stop
        self._cache = cache

    def result(self, index: int) -> ImageBytes | Problem:
        """The image of job ``index``, or why its frame stays empty; waits for it.

        Raises:
            ResourceError: reportpdf's own colour profiles are not there.
        """
        job = self._jobs[index]
        outcome = self._wait(job)
        return outcome.at(job.place, job.name) if isinstance(outcome, Fault) else outcome.image

    def results(self) -> PhotoResults:
        """All images in the order of the jobs; waits for them.

        Raises:
            InputError: photos that stop the run (cut off, too large): all of them.
            ResourceError: reportpdf's own colour profiles are not there.
        """
        images = tuple(self.result(i) for i in range(len(self._jobs)))
        stopping = [image for image in images if isinstance(image, Problem) and image.code in STOPPING]
        if stopping:
            raise InputError(*dict.fromkeys(stopping))
        notes = [
            note.at(job.place, job.name)
            for job in self._jobs
            if isinstance(outcome := self._wait(job), Converted)
            for note in outcome.notes
        ]
        if self._cache:
            self._cache.trim()
            if self._cache.problem:
                notes.append(self._cache.problem)
        return PhotoResults(images, tuple(dict.fromkeys(notes)))

    def cancel(self) -> None:
        """Stop: what has not begun is dropped, what has ends at its next read. Does not wait."""
        self._stop.set()
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.cancel()

    def _wait(self, job: PhotoJob) -> Converted | Fault:
        outcome = self._outcomes[job.path, job.recipe]
        if isinstance(outcome, (Converted, Fault)):
            return outcome
        try:
            return outcome.result()
        except BaseException:
            self.cancel()
            raise


def photo_job(
    item: PictureItem, target_ppi: float, quality: int = SCREEN_QUALITY, press: PressTarget | None = None
) -> PhotoJob:
    """The job for a photo on a page, at the resolution of the output, in sRGB or the ink of a condition."""
    photo = item.picture.photo
    return PhotoJob(
        photo.path,
        item.crop,
        item.rect.width,
        item.rect.height,
        target_ppi,
        quality,
        press,
        name=photo.file.value,
        place=photo.file.place,
    )


def start_conversion(jobs: Sequence[PhotoJob], cache: PhotoCache | None = None) -> PendingPhotos:
    """Begin converting and return at once. What the cache has is taken from it here, without threads.

    Neither Pillow nor the thread pool is imported when the cache has everything.
    """
    outcomes: dict[_Work, Converted | Fault | Future[Converted | Fault]] = {}
    missing: list[tuple[int, PhotoJob]] = []
    for job in dict.fromkeys(jobs):
        work = (job.path, job.recipe)
        if work not in outcomes:
            size, known = _look_up(job, cache)
            if known is None:
                missing.append((size, job))
            else:
                outcomes[work] = known
    stop = threading.Event()
    executor = None
    if missing:
        from concurrent.futures import ThreadPoolExecutor

        warnings.filterwarnings("ignore", module=r"PIL\.")  # what matters of them is a problem of ours
        executor = ThreadPoolExecutor(min(len(missing), os.cpu_count() or 1), "photos")
        # The largest first, so that no thread is left alone with it at the end.
        for _, job in sorted(missing, key=lambda entry: -entry[0]):
            outcomes[job.path, job.recipe] = executor.submit(_convert, job, cache, stop)
        executor.shutdown(wait=False)
    return PendingPhotos(tuple(jobs), outcomes, executor, stop, cache)


def _look_up(job: PhotoJob, cache: PhotoCache | None) -> tuple[int, Converted | None]:
    """The file's size in bytes (0 if it cannot be asked), and its conversion if the cache knows the file."""
    try:
        status = os.stat(job.path)
    except OSError:  # the worker opens the file and says what is wrong with it
        return 0, None
    digest = cache.digest_of(status) if cache else None
    return status.st_size, cache.load(_key(digest, job)) if cache and digest else None


def _convert(job: PhotoJob, cache: PhotoCache | None, stop: threading.Event) -> Converted | Fault:
    """The photo from the cache or from its file; what a worker does."""
    from reportpdf.paint import photo_convert  # not needed when the cache has everything

    try:
        with open_photo(job.path, partial(_StoppableFile, stop)) as raw, io.BufferedReader(raw) as file:
            if cache is None:
                return photo_convert.convert_photo(file, job)
            key = _key(_hash_content(file, cache), job)
            converted = cache.load(key)
            if converted is None:
                converted = photo_convert.convert_photo(file, job)
                cache.store(key, converted)
            return converted
    except PhotoError as error:
        return error.fault
    except OSError as error:
        return Fault("photo-corrupt-unreadable", (("reason", error.strerror or str(error)),))


def _hash_content(file: io.BufferedReader[io.FileIO], cache: PhotoCache) -> str:
    """The SHA-256 of the file, which the cache then knows by the file's dates."""
    before = os.fstat(file.fileno())
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    cache.keep_digest(before, os.fstat(file.fileno()), digest)
    return digest


def _key(digest: str, job: PhotoJob) -> str:
    """The name of a conversion: everything that decides its bytes, Pillow's version among them."""
    import PIL  # the package alone, 0.5 ms: none of its modules

    return hashlib.sha256(repr((RECIPE, PIL.__version__, digest, job.recipe)).encode()).hexdigest()
