"""Item-writing flaws: one function per flaw, usable alone on anybody's quiz, and the list of them all.

Sources: Haladyna, Downing & Rodriguez (2002), thirty-one guidelines; Downing (2005); Tarrant et al.
(2006) and SAQUET (2023), nineteen flaws of multiple choice; Wozniak, twenty rules.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.flaws import cues, key, options, standing_alone, stem, text
from quizgen.flaws.deck import clash, find_deck_flaws
from quizgen.flaws.rereading import reads_otherwise
from quizgen.flaws.wording import Wording
from quizgen.items import Finding, Item

FATAL, WARNING = "fatal", "warning"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw: `find` gives a message where an item has it, else "". Its name is the function's."""

    find: Callable[[Item, Wording], str]
    severity: str

    @property
    def name(self) -> str:
        """The flaw's name, as findings and figures give it: "key in stem"."""
        return self.find.__name__.replace("_", " ")


FLAWS = (
    *(Flaw(find, FATAL) for find in (
        text.unbalanced, text.doubled_word, text.impossible_words,
        stem.missing_question_mark, stem.too_short, stem.unfocused, stem.too_vague, stem.unfinished, stem.blanks, stem.blank_in_odd_place,
        stem.yes_no_question, stem.no_question_word, stem.malformed, stem.two_questions,
        standing_alone.first_person, standing_alone.deixis, standing_alone.demonstrative, standing_alone.dangling_pronoun,
        standing_alone.bare_description, standing_alone.leaning_word,
        key.key_in_stem, key.key_in_context, key.key_root_in_stem, key.key_too_long, key.long_list, key.open_list,
        options.overlapping_options, options.key_not_an_option, options.option_in_stem, options.all_of_the_above,
        cues.clang, cues.grammatical_cue, cues.yes_no_options, cues.combined_options, cues.implausible_number,
    )),
    *(Flaw(find, WARNING) for find in (
        text.stray_space, text.small_first_letter, stem.too_long, stem.negative, stem.absolute, stem.blank_in_list,
        standing_alone.remote_pronoun, key.key_word_in_stem, options.longest_key, options.mixed_options, options.number_of_options,
        cues.convergence, cues.vague_option, cues.lost_sequence,
    )),
)  # fmt: skip


# What a sentence told whole may say itself, further on or before: extraction has read its tree, these read single words.
OF_PARTS = frozenset({"deixis", "demonstrative", "bare description", "leaning word", "two questions"})
OF_WHOLES = tuple(flaw for flaw in FLAWS if flaw.name not in OF_PARTS)


def find_flaws(item: Item, wording: Wording) -> tuple[Finding, ...]:
    """Return what is wrong with `item`, the fatal findings first. `wording` is Wording(language)."""
    is_whole = item.proof is not None and item.proof.fact_kind == "passage"
    found = ((flaw, flaw.find(item, wording)) for flaw in (OF_WHOLES if is_whole else FLAWS))
    return tuple(Finding(flaw.name, message, flaw.severity) for flaw, message in found if message)


__all__ = ["FATAL", "FLAWS", "WARNING", "Flaw", "Wording", "clash", "find_deck_flaws", "find_flaws", "reads_otherwise"]
