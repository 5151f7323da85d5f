"""The words by which it is told what somebody looks for, and what somebody does."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What an ask begins with before it comes to the thing: "Looking for a good …", "to find …".
LEADS = _words(
    "a an the my our his her their its this any some one to for be is are am i im we she he they "
    "ive who that which can could would should might may will like love loves likes please just "
    "really also still looking look looks need needs needing want wants wanted wanting seek seeks "
    "seeking search searching searches find finding finds hire hiring hires meet meets hear hope "
    "hopes hoping try tries trying plan plans get getting introduction introductions intro intros "
    "introduce introduced recommendation recommendations recommend help helping helps with "
    "advice advise on about know knows somebody someone anyone anybody people person persons ideas "
    "else work works working"
)
# Say nothing of what is looked for: good, small, experienced; verbs that go with anything.
VAGUE = _words(
    "good great best better nice decent reliable trustworthy trusted honest affordable cheap "
    "experienced skilled qualified professional friendly kind patient local nearby regional small "
    "smaller large larger big bigger medium little tiny new old second third first next last fresh "
    "young older right proper real serious busy independent small-scale own more most many much "
    "few several two three four five six seven eight nine ten twenty thirty forty fifty sixty "
    "hundred couple pair other another different similar such same every each all both only very "
    "quite too not no never always often sometimes soon now today quickly early late "
    "build builds building make makes making do does doing done create creates creating run runs "
    "running handle handles take takes taking give gives giving provide provides offer offers "
    "manage manages understand understands deal deals have has having sort set open opens opening "
    "launch launches launching start starts starting begin grow growing grows improve improving "
    "expand expanding keep keeps keeping bring finish become win reach develop learn put use uses "
    "using come comes go goes going turn call add let's thing things something anything way ways "
    "kind sort type lot lots part time day days week weeks month months year years weekday "
    "weekdays "
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter "
    "company companies business businesses firm firms client clients customer customers contact "
    "contacts organisation organisations organization organizations partner partners colleague "
    "colleagues friend friends member members team teams half quarter dozen hundreds "
    "involved interested able ready willing about once ever even us me them him it"
)
# Where the thing itself ends: "a landlord | with a corner unit".
ENDS = _words(
    "with who whose that which where when for in at by of on from before after near around without "
    "because so but while until since if as than into onto through under over between during "
    "to towards against across along behind among within via per tired about"
)
JOINS = _words("and or plus")
# Words that need another beside them to tell anything: an adviser on what?
GENERIC = _words(
    "adviser advisor advisors advisers consultant manager owner director agent designer supplier "
    "maker expert specialist trainer planner officer assistant developer engineer dealer provider "
    "contractor representative executive head chair leader founder coordinator operator broker "
    "producer installer fitter teacher instructor technician buyer seller holder worker editor "
    "coach unit space room service support work product solution system equipment material "
    "project programme program event course session class group network place home"
)
# Companies call themselves so whatever they do: an architect's "Shaw Studio" is no room to let.
# Roots, as seeking.root makes them.
NAMED_AFTER = _words("studio hous work lab room garden hub kitchen yard spac plac")
# Of these the word before tells what they make or do: a podcast producer does podcasts.
PROVIDERS = _words(
    "designer supplier maker trainer developer provider dealer producer installer fitter teacher "
    "instructor technician restorer repairer photographer printer builder seller broker expert "
    "specialist planner organiser organizer coach hire shop premises studio school agency"
)
# Of these the word before tells what is theirs, not what others get of them.
OWNERS = _words("owner director founder partner chair president chief head")
# Verbs that bring about the thing that follows: "Lets small shop units".
BRINGS = _words(
    "lets rents sells makes builds designs supplies bakes brews prints paints photographs writes "
    "teaches organises organizes installs fits hires offers provides imports grows publishes "
    "produces records develops plans cooks letting renting selling making building designing "
    "supplying baking printing writing teaching organising installing fitting offering providing "
    "producing recording planning cooking leases leasing brews roasts weaves edits films stages "
    "runs running"
)
# Verbs that do something to the thing that follows: the thing alone is not what they offer.
TREATS = _words(
    "repairs repairing cleans cleaning rewires restores restoring keeps keeping looks helps "
    "helping "
    "finds finding manages managing advises advising surveys surveying tests testing insures buys "
    "buying collects values valuing moves moving gets getting inspects maintains decorates "
    "raises raising markets marketing translates translating represents shows showing trains "
    "training coaches coaching recruits recruiting audits photographing finances lends lending"
)
# Verbs that begin an aim and, without what they are about, tell nothing.
DEALS = _words("sell write teach speak travel hire move learn buy rent let lend earn publish")
# Words with one root by their letters and two meanings.
APART = _words(
    "market markets marketing counter letter letters number order orders corner paper water "
    "computer computers matter former centre center station stations communication organic organ "
    "general "
    "business party parties property properties university training trains train community "
    "charity property ring spring string king sing thing successor success"
)
# Endings that turn doing into doer or deed, longest first: translator, translation, translates.
ENDINGS = (
    ("isations", "is"), ("isation", "is"), ("ations", ""), ("ation", ""), ("ators", ""),
    ("ator", ""), ("ments", ""), ("ment", ""), ("tions", "t"), ("tion", "t"), ("sions", "s"),
    ("sion", "s"), ("ographers", "ograph"), ("ographer", "ograph"), ("ography", "ograph"),
    ("ographs", "ograph"), ("ists", "ist"), ("ings", ""), ("ing", ""), ("ates", ""), ("ate", ""),
    ("ants", ""), ("ant", ""), ("eries", ""), ("ery", ""), ("ries", ""), ("ers", ""), ("er", ""),
    ("ors", ""), ("or", ""), ("ies", "y"), ("ied", "y"), ("ed", ""), ("es", "e"), ("s", ""),
    ("ry", ""), ("ural", ""), ("ure", ""),
)  # fmt: skip
LEAST_ROOT = 3  # letters that have to be left of a word
# Endings of those who do something for a living: looked for is the one, not what they deal with.
DOERS = (
    "er", "or", "ist", "ian", "ant", "eer", "man", "woman", "lord", "lady", "itect", "yer", "smith",
    "mason", "chef", "coach", "nurse", "guide", "pilot", "clerk",
)  # fmt: skip
# End like somebody of a trade, and are none.
NOT_DOERS = _words(
    "german roman human italian russian ukrainian indian brazilian hungarian norwegian belgian "
    "canadian australian asian vegetarian victorian georgian paper water computer flower printer "
    "corner newsletter poster container trailer boiler motor tractor elevator plant restaurant "
    "list summer winter weather leather timber silver copper cover power order number brother "
    "office mirror interior exterior floor door indoor outdoor warm summer partner server "
    "router scanner laser newspaper river tower shower letter folder counter charter chapter"
)
# What somebody is, too, by whole words.
TITLES = _words(
    "vet host cook sweep vicar rabbi imam judge ceo cfo cto coo md head chair president aide"
)
# Many of whom none is named: what follows tells what they need, not what they have.
CROWD = _words(
    "client customer company business firm organisation organization buyer homeowner owner couple "
    "family friend visitor"
)
SAYS_WHO = _words("who that which whose")
# After "somebody who", of one who needs something.
NEEDING = _words(
    "need needs needing want wants has have had just is are was were lost recently never still "
    "would"
)
# Words that keep the capital they have at the beginning of a note.
KEPT_CAPITAL = _words(
    "german french dutch welsh greek swiss english danish polish italian russian norwegian "
    "belgian austrian indian canadian hungarian ukrainian brazilian australian egyptian "
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday christmas easter"
)
