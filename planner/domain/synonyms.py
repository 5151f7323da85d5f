"""Words that mean nearly the same at work: a lawyer is a solicitor, an attorney, an Anwalt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.domain.word_forms import folded, stems

Term = str  # stems with one blank between: "lawyer", "real estate"
_LONGEST = 3  # words of a term


class Synonyms:
    """Sets of terms that stand for one another.

    All terms are stems as `word_forms.stems` makes them, several words with one blank between;
    those of a text: `synonyms.groups(stems(text))`. A term of several words is meant when they
    stand one after the other.

        synonyms = store.synonyms  # read when first asked for
        synonyms.expand("solicitor")  # {"solicitor", "lawyer", "attorney", "law firm", ...}
        synonyms.expand("plumber"), synonyms.expand("xyz")  # a stem nobody listed: itself alone
        synonyms.groups(stems("estate agents in Leeds"))
        # ({"estate agent", "realtor", ...}, {"leed"}): one of each set has to be there
    """

    def __init__(self, sets: Sequence[frozenset[Term]] = ()) -> None:
        self._alike: dict[Term, frozenset[Term]] = {}
        for terms in sets:
            for term in terms:
                self._alike[term] = self._alike.get(term, frozenset()) | terms

    @classmethod
    def parse(cls, text: str) -> Synonyms:
        """One set a line, terms between commas; what follows a # is a comment."""
        lines = (line.partition("#")[0].split(",") for line in folded(text).splitlines())
        return cls([frozenset(filter(None, map(_term, line))) for line in lines])

    def expand(self, term: Term) -> frozenset[Term]:
        """The term itself, and whatever means nearly the same."""
        return self._alike.get(term, frozenset((term,)))

    def groups(self, words: Sequence[str]) -> tuple[frozenset[Term], ...]:
        """For each thing a phrase names, the terms for it; the longest term that is known goes
        first, so that "real estate agent" is one thing and no "agent" of any kind.
        """
        return tuple(self._groups(words))

    def _groups(self, words: Sequence[str]) -> Iterator[frozenset[Term]]:
        at = 0
        while at < len(words):
            for length in range(_LONGEST, 0, -1):
                term = " ".join(words[at : at + length])
                if length == 1 or term in self._alike:
                    yield self.expand(term)
                    at += length
                    break


def _term(said: str) -> Term:
    return " ".join(stems(said))


NO_SYNONYMS = Synonyms()
