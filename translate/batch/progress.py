"""How far a batch is, how quick, and how long it will take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is.

    Attributes:
        done: Pairs that are done, those of an earlier run and errors included.
        errors: Of these, how many could not be compared.
        resumed: Of these, how many an earlier run has done.
        total: All pairs; None where they cannot be counted.
        seconds: That this run has taken.
    """

    done: int
    errors: int
    resumed: int
    total: int | None
    seconds: float

    @property
    def per_minute(self) -> float:
        """Pairs a minute in this run; 0 before the first.

        Example:
            >>> BatchProgress(done=90, errors=0, resumed=30, total=180, seconds=30).per_minute
            120.0
        """
        return 60 * (self.done - self.resumed) / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take at this rate; None where that is not known.

        Example:
            >>> BatchProgress(done=90, errors=0, resumed=30, total=180, seconds=30).left
            45.0
        """
        return 60 * (self.total - self.done) / self.per_minute if self.total is not None and self.per_minute else None
