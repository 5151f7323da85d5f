"""A simulated networker's two years, to hold the program's suggestions against other ways.

    python -m tests.benchmarks.suggesting --help

A week is one step. A *way* of choosing (policy) is asked once a week for a score of everybody and
sees what the program could know: an `Observed`. The highest are invited, one after the other, until
enough have said yes. Everything random is drawn beforehand, so all ways live in the same world.

To add a way: a function `(Observed) -> scores`, an array with a float for each person, highest
first asked; or a class with `__call__`, where something is kept from week to week. A new one
is made for each run by its entry in `roster.WAYS`; nothing else has to change. Scores of whoever is
not `seen.askable` are not looked at.

    assumptions  the constants of the world, and other worlds to try
    network      who there is, drawn by chance
    observed     what a way may see
    world        the weeks
    simple_ways  random, round-robin, fixed interval, recency x frequency, points
    short_list   a list of a few people, each met every so many weeks
    index_ways   the program's own index (planner.domain.suggestions), and it knowing all
    learned_way  the same index with what the program learns (planner.domain.slipping)
    roster       all ways by name
    bound        what nobody could do better than; prices, the search for the least of them
    trials       many worlds, on all processors
    report       the tables
"""
