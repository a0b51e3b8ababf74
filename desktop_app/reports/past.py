"""The base as it was on another day, kept for the next report of the same day."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from desktop_app.domain.place import COUNTRY
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.reports.wording import long_date
from desktop_app.store.base import Store
from desktop_app.store.queries import Query


class Past:
    """Opens the base as it was at the end of a day; the copy is thrown away with it, or for another day's."""

    def __init__(self) -> None:
        self._of: tuple[Path, date, int] | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._store: Store | None = None

    def base(self, store: Store, day: date | None) -> Store:
        """Return the base of a day; the base itself where no day is asked."""
        if day is None:
            return store
        wanted = (store.path, day, store.journal_position())
        if self._store is None or wanted != self._of:
            self.close()
            self._folder = TemporaryDirectory(prefix="passerelle-", ignore_cleanup_errors=True)
            copy = store.as_of(day.isoformat(), Path(self._folder.name))
            self._store, self._of = Store.open(copy, readonly=True), wanted
            if not self._store.count(Query(COUNTRY)):  # what every base holds from its first day
                self.close()
                raise before_its_time(day)
        return self._store

    def close(self) -> None:
        """Throw the copy away."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


def before_its_time(day: date) -> Refused:
    """Return what is said of a day on which the base was not there yet."""
    return Refused(
        Words(
            f"Le {long_date(day, 'fr')}, cette base n’existait pas encore : donnez un jour plus récent.",
            f"On {long_date(day, 'en')} this base was not there yet: give a later day.",
        )
    )
