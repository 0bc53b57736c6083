"""Which words are underlined, and which rules are those underlines and no lines of a table.

An underline begins where one word begins and ends where one ends, just below the letters; a table's line runs on to
the cell's edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.pdf.page import Rule, Word

_ABOVE, _BELOW = 0.02, 0.24
"""how far under the baseline an underline lies, in shares of the type size; Word's lie at 0.09–0.15"""
_ENDS = 1.6
"""points by which it may miss the words' ends"""


def underlines(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[list[Rule], set[int]]:
    """The rules that are no underlines, and the places of the underlined words."""
    flat = [rule for rule in rules if rule.horizontal]
    if not flat:
        return list(rules), set()
    by_line: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if word.turned == 0:
            by_line.setdefault(int(word.baseline // 4), []).append(index)
    taken: set[Rule] = set()
    under: set[int] = set()
    for rule in flat:
        found = _over(rule, words, by_line)
        if found:
            taken.add(rule)
            under.update(found)
    if not taken:
        return list(rules), set()
    return [rule for rule in rules if rule not in taken], under


def _over(rule: Rule, words: Sequence[Word], by_line: dict[int, list[int]]) -> list[int]:
    row = int(rule.top // 4)
    found = []
    for near in (row, row - 1, row - 2):
        for index in by_line.get(near, ()):
            word = words[index]
            drop = rule.top - word.baseline
            if (
                _ABOVE * word.size <= drop <= _BELOW * word.size + rule.width / 2
                and word.x0 < rule.x1 - _ENDS
                and word.x1 > rule.x0 + _ENDS
            ):
                found.append(index)
    if not found:
        return []
    start, end = min(words[i].x0 for i in found), max(words[i].x1 for i in found)
    # The space after the last word, or the one before the first, is often underlined with it.
    slack = _ENDS + 0.3 * words[found[0]].size
    return found if abs(start - rule.x0) <= slack and abs(end - rule.x1) <= slack else []
