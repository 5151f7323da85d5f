"""The user's own guides and questions as a TOML file that others bring in."""

from __future__ import annotations

import json
from collections.abc import Iterable

from planner.domain.guides import MINUTES_A_QUESTION
from planner.domain.own_questions import OwnGuide, OwnPrompt
from planner.domain.people import Attitude, Stage
from planner.guides.shared import FORMAT, VERSION


def questions_file(guides: Iterable[OwnGuide], prompts: Iterable[OwnPrompt]) -> bytes:
    """The file in UTF-8; what is as usual is not in it, so that it can be read and edited."""
    lines = [
        "# Questions for 1-2-1s, written with Vis-à-vis. Bring them in on its page Questions.",
        f"format = {_text(FORMAT)}",
        f"version = {VERSION}",
    ]
    for guide in guides:
        lines += ["", "[[guides]]", *_pairs(id=guide.key, title=guide.title, about=guide.about)]
        for id, title, minutes, each in zip(
            guide.phases, guide.titles, guide.lengths, guide.paces, strict=False
        ):
            lines += ["", "[[guides.phases]]", *_pairs(id=id, title=title)]
            lines.append(f"minutes = {minutes}")
            if each != MINUTES_A_QUESTION:
                lines.append(f"minutes_each = {each}")
    for prompt in prompts:
        lines += ["", "[[prompts]]", *_prompt(prompt)]
    return ("\n".join(lines) + "\n").encode()


def _prompt(of: OwnPrompt) -> Iterable[str]:
    yield from _pairs(id=of.key, guide=of.guide, phase=of.phase, text=of.text)
    if of.follow_ups:
        yield "follow_ups = [" + "".join(f"\n    {_text(each)}," for each in of.follow_ups) + "\n]"
    yield from _pairs(read_back=of.read_back, dont=of.dont, why=of.why, principle=of.principle)
    if of.depth != 1:
        yield f"depth = {of.depth}"
    yield from _pairs(fills=of.fills or "", recalls=of.recalls or "")
    if of.stages and of.stages != frozenset(Stage):
        yield _list("stages", (stage.name.lower() for stage in Stage if stage in of.stages))
    if of.audience and of.audience != frozenset(Attitude):
        yield _list("audience", (each.value for each in Attitude if each in of.audience))
    if of.topics:
        yield _list("topics", of.topics)
    for name in ("always", "offers"):
        if getattr(of, name):
            yield f"{name} = true"


def _pairs(**texts: str) -> Iterable[str]:
    return (f"{name} = {_text(str(text))}" for name, text in texts.items() if text)


def _list(name: str, texts: Iterable[str]) -> str:
    return f"{name} = [{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    """A basic string of TOML: JSON's, but that DEL is escaped as well (TOML 1.0, Strings)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
