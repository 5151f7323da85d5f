"""Who can help with what: a letting agent helps whoever looks for a landlord."""

from __future__ import annotations

from planner.domain.word_forms import stems

Term = str  # stems with one blank between, as in synonyms.py


class WhoHelps:
    """For what is looked for, the terms of those who have it; the other way says nothing."""

    def __init__(self, lines: dict[Term, frozenset[Term]] | None = None) -> None:
        self._with = lines or {}

    @classmethod
    def parse(cls, text: str) -> WhoHelps:
        """Lines of "looked for, looked for: who has it, who has it"; a # begins a comment."""
        found: dict[Term, frozenset[Term]] = {}
        for line in text.splitlines():
            looked_for, _, has = line.partition("#")[0].partition(":")
            those = _terms(has)
            for term in _terms(looked_for) if those else ():
                found[term] = found.get(term, frozenset()) | those
        return cls(found)

    def with_it(self, term: Term) -> frozenset[Term]:
        return self._with.get(term, frozenset())

    def looked_for(self, terms: frozenset[Term]) -> frozenset[Term]:
        """What those look for whom somebody with one of `terms` can help."""
        return frozenset(sought for sought, has in self._with.items() if has & terms)


def _terms(said: str) -> frozenset[Term]:
    terms = (" ".join(stems(part)) for part in said.split(","))
    return frozenset(term for term in terms if term)


NOBODY = WhoHelps()
