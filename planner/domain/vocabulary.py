"""The words by which a note's grammar is told: verbs, things owed, what takes an article."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that notes begin with, by their base: "Runs marathons", "open a second shop".
VERBS = _words(
    "play run ride sail swim climb hike cycle walk row ski surf dance sing paint draw write read "
    "cook bake grow collect build restore coach teach mentor volunteer train travel speak learn "
    "study keep breed make organise organize host lead follow open launch start find hire win get "
    "become finish publish sell buy expand double move retire earn reach create develop raise "
    "complete pass qualify save take give improve bring set renovate convert plan lose"
)
# What nobody is thanked for telling, however it was noted.
SAD = _words(
    "died dies death dead funeral grief mourning divorce divorced separated separation cancer "
    "illness sick hospital surgery diagnosis redundant redundancy sacked fired bankrupt "
    "bankruptcy insolvency lost loss losses debt debts sued lawsuit miscarriage"
)
# Running, not runing.
DOUBLED = _words("run swim get win set plan")
# Past forms that do not end in -ed.
PAST = _words("won ran built sold wrote got became grew rode swam led made spoke took raised")
# Ordinary words that notes begin with: lower case within a sentence, names are left alone.
ORDINARY = _words(
    "a an the her his their your jazz music opera theatre golf tennis rugby cricket yoga chess "
    "wine whisky coffee food dogs cats horses birds bees books films history art photography "
    "trail hill half marathon second third new more better first early big small local family "
    "children grandchildren cash staff time growth choir band allotment garden gardens vintage "
    "classic old modern contemporary folk street open-water long-distance award product company "
    "team book podcast charity school village community industry regional national bread county "
    "brass fell sea rock river mountain road indoor outdoor wild fly home live ballroom salsa "
    "singing beer tea cheese poetry football running sailing cinema walks walking two three four "
    "five six seven eight nine ten twenty thirty forty fifty sixty hundred"
)
# What one promises to do for somebody.
PROMISE_VERBS = _words(
    "send introduce call share find ask lend bring connect write email mail review read recommend "
    "check give show put look help tell invite book pass forward get make buy return arrange set "
    "follow think speak talk meet text prepare draft order teach mention suggest take let"
)
# After these, "her" is the person: "send her the link".
GIVING = _words(
    "send give lend show tell teach forward bring get find email mail buy ask text make pass"
)
# Before these too: "introduce her to Tom".
AFTER_PERSON = _words("to with about on for at by when if and again over and in from")
# Things one can owe. Those that are verbs too ("book", "call") count as such before an object.
OWED = _words(
    "introduction intro article book link contact recommendation coffee lunch dinner call copy "
    "list name number slides report template answer reply review email order text draft"
)
WITHOUT_ARTICLE = _words("lunch dinner slides")
DETERMINERS = _words("the a an my some two three")
PREPOSITIONS = _words("to of on about with for from in at by")
# Where a topic's head noun ends: the book | on bees, the firms | that each give a day.
HEAD_ENDS = PREPOSITIONS | _words("that who which where between before after without over near and")
# One of many, so it is "the choir", but not "the jazz".
COUNTED = _words(
    "marathon half-marathon triathlon shop boat house garden allotment book podcast car baby dog "
    "cat horse choir band wedding trip course degree project award race exhibition extension "
    "kitchen business office launch charity club team blog novel orchestra festival tour"
)
UNCOUNTED = _words(
    "food music wine beer coffee art history literature culture cuisine football cinema opera "
    "architecture poetry jazz theatre film design rugby tennis golf cricket yoga dance philosophy "
    "whisky tea bread cheese language furniture science fiction baking dance tai chi karate judo"
)
# What people meet at, told with an article: the Chamber Breakfast.
OCCASIONS = _words(
    "breakfast lunch dinner meetup social conference fair summit evening day workshop event circle "
    "festival exhibition reception party picnic webinar meeting forum expo ball gala"
)
# Long enough to count, too common to tell anything.
COMMON = _words(
    "about after also been before being does doesn doing done down each even ever every from give "
    "have having here into introduce introduction just keep know like likes made make many more "
    "most much never only onto other over people person quite rather really said same says send "
    "should some somebody someone such talk than that their them then there they thing things "
    "think this those time told until very want wants well were what when where which while will "
    "with within without would your"
)
