"""A network of invented people with the pairs a careful reader marked as right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from planner.domain.facts import Fact, FactKind
from planner.domain.pairs import SEEKING, Source, Want
from planner.domain.people import Person, Stage

SEEN = Path(__file__).with_name("pairs_network.txt")
MORE = Path(__file__).with_name("pairs_more.txt")
UNSEEN = Path(__file__).with_name("pairs_unseen.txt")  # nothing is mended by it


class Network(NamedTuple):
    people: dict[int, Person]
    facts: dict[int, list[Fact]]
    wants: list[Want]
    right: frozenset[tuple[str, str]]  # who looks, who could help


def read(file: Path) -> Network:
    people: dict[int, Person] = {}
    facts: dict[int, list[Fact]] = {}
    wants: list[Want] = []
    right: set[tuple[str, str]] = set()
    number = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        if said.startswith("->"):
            name = people[len(people)].name
            right |= {(name, other.strip()) for other in said[2:].split(",") if other.strip()}
            continue
        label, _, text = (part.strip() for part in said.partition(":"))
        number += 1
        if not line.startswith(" "):
            role, company, city = (part.strip() for part in text.split(","))
            id = len(people) + 1
            people[id] = Person(id, label, company, role, city, stage=Stage.KNOWN)
            facts[id] = []
        elif label == "ask":
            wants.append(Want(id, Source.ASK, text, number))
        else:
            fact = Fact(number, id, FactKind(label), text)
            facts[id].append(fact)
            if fact.kind in SEEKING:
                wants.append(Want(id, SEEKING[fact.kind], text, number))
    return Network(people, facts, wants, frozenset(right))
