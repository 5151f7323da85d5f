"""Places: what a text means, the order they are offered in, and which look like the same one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.known_places import (
    PlaceKind,
    both_know,
    doubles,
    kind_of,
    known,
    meant,
    offered,
)
from planner.domain.meetings import Place, State, place_of

WHARF = Place(1, "The Wharf", "12 Dock St, Leeds")
COSTA, OTHER_COSTA = Place(2, "Costa", "Leeds"), Place(3, "Costa", "York")
OFFICE = Place(4, "My office", neutral=False)
ZOOM = Place(5, "Zoom", "https://zoom.example/j/1", online=True)
ALL = (WHARF, COSTA, OTHER_COSTA, OFFICE, ZOOM)
MAYA, JONAS = 11, 12


def test_a_text_means_a_place_by_name_or_by_name_and_address() -> None:
    means = meant(ALL)
    assert means["the wharf"] == means["the wharf, 12 dock st, leeds"] == WHARF.id
    assert means["costa, york"] == OTHER_COSTA.id
    assert means["costa"] == COSTA.id, "the one known longest"
    assert "leeds" not in means


def test_what_is_known_of_a_place() -> None:
    used = [
        (MAYA, "The Wharf", State.HELD, 2),
        (JONAS, "the wharf, 12 Dock St, Leeds", State.HELD, 3),
        (MAYA, "?", State.HELD, 9),
        (MAYA, "The Wharf", State.PROPOSED, 4),
    ]
    first, *others = known(ALL, used)
    assert (first.place, first.times, first.with_whom) == (WHARF, 5, ((JONAS, 3), (MAYA, 2)))
    assert first.planned == 4
    assert [(one.place.name, one.times) for one in others] == [
        *(("Costa", 0), ("Costa", 0), ("My office", 0), ("Zoom", 0))
    ]


def test_neutral_ground_both_know_comes_first_and_their_own_is_never_before_neutral() -> None:
    used = [
        (JONAS, "The Wharf", State.HELD, 9),
        (MAYA, "Costa, Leeds", State.HELD, 1),
        (MAYA, "My office", State.HELD, 7),
    ]
    every = known(ALL, used)
    assert offered(every, MAYA) == (COSTA, WHARF, OTHER_COSTA, ZOOM, OFFICE)
    assert offered(every, MAYA, "York") == (COSTA, OTHER_COSTA, WHARF, ZOOM, OFFICE)
    assert offered(every, 99)[:2] == (WHARF, COSTA)


def test_both_know_only_where_they_have_met() -> None:
    used = [
        (MAYA, "Costa, York", State.PROPOSED, 3),
        (MAYA, "The Wharf", State.AGREED, 1),
        (JONAS, "The Wharf", State.HELD, 1),
        (MAYA, "Costa, Leeds", State.HELD, 1),
    ]
    every = {one.place.id: one for one in known(ALL, used)}
    told = [both_know(every[one.id], MAYA) for one in (OTHER_COSTA, WHARF, COSTA)]
    assert told == [False, False, True]


def test_whose_ground_it_is() -> None:
    kinds = [kind_of(place) for place in (WHARF, OFFICE, ZOOM)]
    assert kinds == [PlaceKind.NEUTRAL, PlaceKind.OWN, PlaceKind.ONLINE]


def test_doubles_are_called_alike_and_no_address_tells_them_apart() -> None:
    twice = (
        WHARF,
        Place(6, "Wharf"),
        Place(7, "THE WHARF", "Leeds"),
        Place(8, "The Wharf", "Hull"),
        Place(9, "Call", "https://zoom.example/j/1/", online=True),
        ZOOM,
    )
    assert doubles(twice) == {1: (6, 7), 6: (1, 7, 8), 7: (1, 6), 8: (6,), 9: (5,), 5: (9,)}
    assert doubles(ALL) == {}


def test_an_online_place_has_its_link_behind_its_name_or_as_its_name() -> None:
    zoom = place_of("Zoom,  https://zoom.example/j/1")
    assert (zoom.name, zoom.address, zoom.online) == ("Zoom", "https://zoom.example/j/1", True)
    assert zoom.link == "https://zoom.example/j/1"
    bare = place_of("https://meet.example/a,b")
    assert (bare.label, bare.link, bare.online) == (*("https://meet.example/a,b",) * 2, True)
    assert place_of("Online").link == place_of("The Wharf, Leeds").link == ""


@given(st.lists(st.tuples(st.text("aB é,", max_size=5), st.text("xY ,", max_size=5)), max_size=6))
def test_every_place_is_offered_once_and_its_label_means_a_place_called_so(
    told: list[tuple[str, str]],
) -> None:
    places = [Place(id, name, address) for id, (name, address) in enumerate(told, start=1)]
    every = known(places, ())
    assert sorted(place.id for place in offered(every, 1)) == [place.id for place in places]
    means = meant(places)
    by_id = {place.id: place for place in places}
    for place in places:
        if place.label:
            assert by_id[means[place.label.casefold()]].label.casefold() == place.label.casefold()
