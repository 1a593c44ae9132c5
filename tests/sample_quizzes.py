"""Two hand-made quizzes, one French and one English, about texts written for these tests: every form, and text meant to do harm."""

from dataclasses import replace

from quizgen.article import Article, Block, BlockKind, TextSpan
from quizgen.identity import item_id, question_key
from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, Proof, ShortAnswer, TrueFalse
from quizgen.quiz import Account, Quiz
from quizgen.quizfile import stamp

FRENCH_TEXT = """\
Le phare de Kervran rallumé après vingt ans de nuit

Éteint en 2004, le phare de Kervran éclaire de nouveau l’entrée de la rade. L’association Les Feux d’Armor l’a racheté à l’État pour un euro symbolique.

Construit en 1863 par l’ingénieur Louise-Marie Le Goff, le phare mesure 47 mètres. Sa lentille de Fresnel porte à 31 kilomètres par temps clair. « Sans cette lumière, la rade n’était plus la même », dit Yann Kerleau, président de l’association.

Le phare emploie aujourd’hui une ampoule à diodes, afin de consommer dix fois moins d’électricité. Environ 12 000 visiteurs sont attendus chaque année."""  # noqa: E501

ENGLISH_TEXT = """\
The night train comes back to Alderwick

The sleeper between Alderwick and Port Merrow was restored in March 2019. It had been withdrawn in 1997 because the rolling stock was worn out.

Rail historian Ines Calloway calls the line "a corridor of small towns that the motorway forgot". The train carries up to 240 passengers and stops at eleven stations. Its carriages were built in Gdynia by the Baltic Wagon Works."""  # noqa: E501


def article_of(text: str, language: str, **metadata: str) -> Article:
    """Return an article whose first line is its title and whose other blocks are paragraphs."""
    blocks, start = [], 0
    for number, part in enumerate(text.split("\n\n")):
        blocks.append(Block(BlockKind.PARAGRAPH if number else BlockKind.TITLE, start, start + len(part)))
        start += len(part) + 2
    return Article(text=text, language=language, title=text.split("\n")[0], blocks=tuple(blocks), **metadata)


def proof(article: Article, sentence: str, kind: str, slot: str, subject: str, **values: str) -> Proof:
    """Return the proof of an item whose primary evidence is `sentence`."""
    start = article.text.index(sentence)
    key = question_key(article.id, kind, slot, subject)
    template = f"{article.language}/{kind}/sample.toml"
    span = TextSpan(start, start + len(sentence), sentence)
    slots = tuple(values.items())
    return Proof(span, fact_kind=kind, asked_slot=slot, template=template, rule="sample/rule", score=0.875, identity=key, slots=slots)


FRENCH = article_of(
    FRENCH_TEXT, "fr", id="phare.fr", author="Maud Quéméner", url="https://example.org/phare", licence="CC BY 4.0", published="2024-06-21"
)
ENGLISH = article_of(ENGLISH_TEXT, "en", id="sleeper.en", author="J. Okafor", licence="MIT", published="2019-04-02")

LIT, BOUGHT = "Éteint en 2004, le phare de Kervran éclaire de nouveau l’entrée de la rade.", "L’association Les Feux d’Armor l’a racheté"
BUILT = "Construit en 1863 par l’ingénieur Louise-Marie Le Goff, le phare mesure 47 mètres."
LENS = "Sa lentille de Fresnel porte à 31 kilomètres par temps clair."
SAID = "« Sans cette lumière, la rade n’était plus la même », dit Yann Kerleau, président de l’association."
BULB = "Le phare emploie aujourd’hui une ampoule à diodes, afin de consommer dix fois moins d’électricité."
VISITORS = "Environ 12 000 visiteurs sont attendus chaque année."


def _item_id(made: Proof, form: str) -> str:
    return item_id(made.identity, form)


def french_items() -> tuple[Item, ...]:
    """Return items in the four usual forms, two of them under one context."""
    built = proof(FRENCH, BUILT, "event", "date", "le phare construire", date="1863")
    height = proof(FRENCH, BUILT, "quantity", "quantity", "le phare mesurer", quantity="47 mètres")
    lens = proof(FRENCH, LENS, "quantity", "quantity", "la lentille porter", quantity="31 kilomètres")
    president = proof(FRENCH, SAID, "role", "person", "président de l’association", person="Yann Kerleau")
    bulb = proof(FRENCH, BULB, "purpose", "purpose", "le phare employer")
    lit = proof(FRENCH, LIT, "event", "date", "le phare éteindre", date="2004")
    visitors = proof(FRENCH, VISITORS, "quantity", "quantity", "visiteurs attendre", quantity="12 000 visiteurs")
    about = "le phare de Kervran"
    return (
        ShortAnswer(
            id=_item_id(built, "short_answer"),
            question="En quelle année le phare de Kervran a-t-il été construit ?",
            answer="1863",
            accepted=("en 1863",),
            proof=built,
        ),
        ShortAnswer(
            id=_item_id(bulb, "short_answer"),
            question="Pourquoi le phare emploie-t-il une ampoule à diodes ?",
            context=about,
            answer="consommer dix fois moins d’électricité",
            feedback="Les diodes remplacent une lampe à vapeur de mercure.",
            hint="Il s’agit d’économie.",
            points=2,
            proof=bulb,
        ),
        ShortAnswer(
            id=_item_id(visitors, "short_answer"),
            question="Combien de visiteurs sont attendus chaque année ?",
            context=about,
            answer="environ 12 000",
            as_of="2024-05",
            proof=visitors,
        ),
        MultipleChoice(
            id=_item_id(president, "multiple_choice"),
            question="Qui préside l’association Les Feux d’Armor ?",
            answer="Yann Kerleau",
            options=("Louise-Marie Le Goff", "Yann Kerleau", "Maud Quéméner", "Augustin Fresnel"),
            as_of="2024-06-21",
            proof=replace(president, distractor_origins=("article", "article", "lexicon")),
        ),
        MultipleChoice(
            id=_item_id(height, "multiple_choice"),
            question="Quelle est la hauteur du phare de Kervran ?",
            answer="47 mètres",
            options=("31 mètres", "47 mètres", "52 mètres"),
            proof=height,
        ),
        Cloze(
            id=_item_id(lens, "cloze"),
            question="La lentille de Fresnel du phare de Kervran porte à ____ par temps clair.",
            answer="31 kilomètres",
            accepted=("31 km",),
            proof=lens,
        ),
        TrueFalse(
            id=_item_id(lit, "true_false"),
            question="Le phare de Kervran s’est éteint en 1997.",
            answer=False,
            correction="Le phare de Kervran s’est éteint en 2004.",
            proof=lit,
        ),
    )


def english_items() -> tuple[Item, ...]:
    """Return every form, matching and ordering included, one item written by hand, and one rejected."""
    built = proof(
        ENGLISH, "Its carriages were built in Gdynia by the Baltic Wagon Works.", "place", "place", "carriages build", place="Gdynia"
    )
    first = "The sleeper between Alderwick and Port Merrow was restored in March 2019."
    restored = proof(ENGLISH, first, "event", "date", "the sleeper restore", date="March 2019")
    stops = proof(ENGLISH, "The train carries up to 240 passengers and stops at eleven stations.", "quantity", "quantity", "train carry")
    return (
        ShortAnswer(
            id=_item_id(restored, "short_answer"),
            question="When was the sleeper to Port Merrow restored?",
            answer="March 2019",
            proof=restored,
        ),
        MultipleChoice(
            id=_item_id(built, "multiple_choice"),
            question="Where were the night train's carriages built?",
            answer="Gdynia",
            options=("Alderwick", "Port Merrow", "Gdynia"),
            proof=built,
        ),
        Cloze(id=_item_id(stops, "cloze"), question="The night train carries up to ____ passengers.", answer="240", proof=stops),
        TrueFalse(id="byhand01", question="The night train stops at eleven stations.", answer=True),
        Matching(
            id="byhand02",
            question="Match each name with what it is.",
            answer=(("Ines Calloway", "a rail historian"), ("Gdynia", "where the carriages were built")),
            distractors=("a motorway",),
        ),
        Ordering(id="byhand03", question="Put these in order.", answer=("the withdrawal", "the restoration")),
        ShortAnswer(id="byhand04", question="Is this rejected?", answer="yes", status="rejected"),
    )


def french_quiz() -> Quiz:
    """Return the French quiz, stamped as `make` leaves it."""
    account = Account(
        facts=14, questions=31, asked_for=20, kept=7, dropped={"no named subject": 9, "says the same": 15}, coverage={1: 1, 2: 4, 3: 2}
    )
    return stamp(Quiz(FRENCH, french_items(), FRENCH.title, "Le phare de Kervran", seed=1, release="0.1.0", account=account))


def english_quiz() -> Quiz:
    """Return the English quiz."""
    return stamp(Quiz(ENGLISH, english_items(), ENGLISH.title, "The night train", release="0.1.0"))
