"""Prints how the program's suggestions do in a simulated networker's world, against other ways."""

from __future__ import annotations

import argparse

from tests.benchmarks.suggesting import report
from tests.benchmarks.suggesting.assumptions import BASE, OTHER_WORLDS
from tests.benchmarks.suggesting.roster import WAYS
from tests.benchmarks.suggesting.trials import lived

SENSITIVITY_PEOPLE = 200
HOPELESS = ("random", "round-robin", "recency x frequency")  # wherever they were tried
PEERS = [way for way in WAYS if way not in HOPELESS]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.suggesting", description=__doc__
    )
    parser.add_argument("--seeds", type=int, default=40, help="worlds of each kind (40)")
    parser.add_argument(
        "--first-seed", type=int, default=0, help="others than 0 are for trying things out (0)"
    )
    parser.add_argument(
        "--people", type=int, nargs="+", default=[50, 200, 1000], help="known at the start"
    )
    parser.add_argument("--meetings", type=int, default=2, help="1-2-1s a week (2)")
    parser.add_argument(
        "--sensitivity",
        action="store_true",
        help=f"other worlds as well, with {SENSITIVITY_PEOPLE} people",
    )
    asked = parser.parse_args()
    if asked.seeds < 2 or asked.meetings < 1 or min(asked.people) < 20:
        parser.error("at least 2 seeds, 1 meeting a week and 20 people, please")
    seeds = range(asked.first_seed, asked.first_seed + asked.seeds)
    cells = [lived("as assumed", BASE, people, asked.meetings, seeds) for people in asked.people]
    print(f"{asked.meetings} 1-2-1s a week for two years, {asked.seeds} worlds of each size.\n")
    for table in (report.shares, report.differences, report.lists):
        print(table(cells) + "\n", flush=True)
    if asked.sensitivity:
        worlds = {
            name: lived(name, assumed, SENSITIVITY_PEOPLE, asked.meetings, seeds, PEERS)
            for name, assumed in OTHER_WORLDS.items()
        }
        print(report.other_worlds(worlds))


if __name__ == "__main__":
    main()
