"""The fines of the year: each usual for its act, lawful for its item, and in sum as published."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

YUAN = 100
FINEST = 100 * YUAN  # fines are rounded to hundreds of yuan
USUAL = 1_000 * YUAN


@dataclass
class Fine:
    """One fine within what the item allows and what is usual, in 分."""

    low_fen: int
    high_fen: int
    fen: int

    def shifted(self, step_fen: int) -> bool:
        """Changed by the step, if it stays within bounds."""
        if self.low_fen <= self.fen + step_fen <= self.high_fen:
            self.fen += step_fen
            return True
        return False


def draw_fine(rng: Random, low_yuan: int, high_yuan: int) -> Fine:
    """Small fines are common, large ones rare."""
    share = rng.random() ** 1.6
    fen = round((low_yuan + share * (high_yuan - low_yuan)) / 1_000) * USUAL
    low, high = low_yuan * YUAN, high_yuan * YUAN
    return Fine(low, high, min(max(fen, low), high))


def fit(rng: Random, fines: Sequence[Fine], total_fen: int) -> None:
    """Shift fines here and there until they come to the total. Raises ValueError when no sum fits."""
    missing = total_fen - sum(fine.fen for fine in fines)
    if missing % FINEST:
        raise ValueError(f"{missing} cannot be made up of hundreds of yuan")
    while missing:
        sign = 1 if missing > 0 else -1
        step = sign * (USUAL if abs(missing) >= USUAL else FINEST)
        if not any(fine.shifted(step) for fine in rng.sample(fines, len(fines))):
            raise ValueError(f"the fines leave {missing} 分 that fit nowhere")
        missing -= step
