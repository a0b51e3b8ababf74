"""The agreement of installations, and with embassies, tried for long: `python -m tests.long_sync --minutes 30` tells what was
tried and found."""

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.agreement import Agreement, tiny_base
from tests.sync.by_workbooks import AgreementByWorkbooks

_ROUND = 4  # examples between two looks at the clock


def main() -> int:
    """Run until the time is over; return 1 where something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    end, number, violations = time.monotonic() + options.minutes * 60, options.seed, 0
    with tempfile.TemporaryDirectory() as folder:
        Agreement.template = tiny_base(Path(folder) / "tiny.passerelle")
        while time.monotonic() < end:
            try:
                _round(number, Agreement if number % 4 == 0 else AgreementByWorkbooks)
            except Exception:  # noqa: BLE001  # whatever it is, it is what we look for
                violations += 1
                sys.stdout.write(f"seed {number}\n{traceback.format_exc()}\n")
            number += 1
            exchanges, files = Agreement.exchanges + AgreementByWorkbooks.exchanges, AgreementByWorkbooks.files
            sys.stdout.write(
                f"{exchanges} exchanges, {files} files edited by hand among them, {violations} violations\n"
            )
            sys.stdout.flush()
    return 1 if violations else 0


def _round(number: int, machine: type[Agreement]) -> None:
    profile = settings(
        max_examples=_ROUND, stateful_step_count=50, deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(seed(number)(machine), settings=profile)


if __name__ == "__main__":
    sys.exit(main())
