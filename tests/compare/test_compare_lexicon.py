"""Every word list takes its own examples and none of its counterexamples."""

import pytest

from planparse.compare.budget_rows import line_name
from planparse.compare.concepts import concepts
from planparse.compare.contrast import contrasted
from planparse.compare.direction import direction, opposed, read_direction
from planparse.compare.documents import kind_of_board
from planparse.compare.hindrances import says
from planparse.compare.indicator_groups import folded_name
from planparse.compare.lexicon import FOLDER, Entry, read
from planparse.compare.quantities import better, common_unit
from planparse.compare.words import lemmas, one_names, terms, tokens


def entries(name: str) -> list[object]:
    return [pytest.param(entry, id=entry.name) for entry in read(name)]


def test_every_file_is_read_by_a_test():
    tested = {"board_kinds", "comparisons", "compounds", "concepts", "contrasts", "directions", "good_directions"}
    assert {path.stem for path in FOLDER.glob("*.toml")} == tested | {
        "likeness",
        "line_names",
        "name_tails",
        "no_outcomes",
        "synonyms",
        "units",
        "weights",
    }


@pytest.mark.parametrize("entry", entries("concepts"))
def test_concepts(entry: Entry):
    assert entry.examples
    assert [text for text in entry.examples if entry.name not in concepts(text)] == []
    assert [text for text in entry.counterexamples if entry.name in concepts(text)] == []


@pytest.mark.parametrize("entry", entries("contrasts"))
def test_contrasts(entry: Entry):
    assert entry.examples
    for one, other in entry.examples:
        assert contrasted(one, other) == entry.name == contrasted(other, one)
    for one, other in entry.counterexamples:
        assert contrasted(one, other) is None


@pytest.mark.parametrize("entry", entries("directions"))
def test_directions(entry: Entry):
    def axes(text: str) -> set[tuple[str, int]]:
        reading = read_direction(text)
        found = {(pointer.axis, pointer.sign) for pointer in reading.pointers}
        return found | ({("negated", -1)} if reading.negated else set())

    turning = entry.values["axis"] in ("negation", "none", "without")
    own = (entry.values["axis"], entry.values["sign"])
    for text in entry.examples:
        assert (turning and (axes(text) or direction(text))) or own in axes(text), text
    for text in entry.counterexamples:
        assert own not in axes(text), text


@pytest.mark.parametrize("entry", entries("synonyms"))
def test_synonyms(entry: Entry):
    def names(text: str) -> list[str]:
        return one_names(lemmas(tokens(text)))

    assert entry.examples
    assert [text for text in entry.examples if entry.name not in names(text)] == []
    assert [text for text in entry.counterexamples if entry.name in names(text)] == []


@pytest.mark.parametrize("entry", entries("good_directions"))
def test_good_directions(entry: Entry):
    for text in entry.examples:
        assert better(text)[0] == entry.values["sign"], text
    for text in entry.counterexamples:
        assert better(text)[1] not in [f"regel: {word}" for word in entry.words()], text


@pytest.mark.parametrize("entry", entries("units"))
def test_units(entry: Entry):
    assert {common_unit(unit)[0] for unit in entry.examples} == {entry.name}
    assert entry.name not in {common_unit(unit)[0] for unit in entry.counterexamples}


@pytest.mark.parametrize("entry", entries("line_names"))
def test_line_names(entry: Entry):
    assert {line_name(label) for label in entry.examples} == {entry.name}
    assert entry.name not in {line_name(label) for label in entry.counterexamples}


@pytest.mark.parametrize("entry", entries("name_tails"))
def test_name_tails(entry: Entry):
    assert [name for name in entry.examples if "," in folded_name(name)] == []
    assert [name for name in entry.counterexamples if "," not in folded_name(name)] == []


@pytest.mark.parametrize("entry", entries("board_kinds"))
def test_board_kinds(entry: Entry):
    assert {kind_of_board(name) for name in entry.examples} == {entry.name}
    assert entry.name not in {kind_of_board(name) for name in entry.counterexamples}


@pytest.mark.parametrize("entry", entries("weights"))
def test_weights(entry: Entry):
    weight = entry.values["weight"]
    assert all(sum(term.weight for term in terms(word)) == weight for word in entry.examples)
    assert all(sum(term.weight for term in terms(word)) != weight for word in entry.counterexamples)


def test_comparisons_part_what_is_weighed():
    for entry in read("comparisons"):
        assert all(read_direction(text).sides for text in entry.examples)
        assert not any(read_direction(text).sides for text in entry.counterexamples)
    assert opposed("Egen regi ska öka framför entreprenad", "Entreprenad ska öka framför egen regi") == "order"
    assert opposed("Flytta stöd från hem till skola", "Flytta stöd från skola till hem") == "order"
    assert opposed("Flytta stöd från hem till skola", "Stödet flyttas från hemmen till skolan") is None


@pytest.mark.parametrize("entry", entries("no_outcomes"))
def test_no_outcomes(entry: Entry):
    assert entry.examples
    assert all(says(text, entry.name) for text in entry.examples)
    assert not any(says(text, entry.name) for text in entry.counterexamples)
