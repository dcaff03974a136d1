"""Anchors: names of bookmarks, and the map that leads from them to fields."""

from briefmaker.model.rich_text import Cited, CitedSource, Paragraph, Run
from briefmaker.writing.word.anchors import Anchor, Anchors, digest_blocks, read_anchor_map, read_anchors, write_ids

SAID = (Paragraph((Run("Words"),)),)


def test_the_map_leads_back_to_each_field() -> None:
    """With the ids of the entries around it, and a hash of what it said; neighbours of one field share a line."""
    anchors = Anchors("ab" * 32, {"agenda[1]": "talks", "agenda[1].avoid[0]": "first"})
    for path in ("title", "agenda[1].topic", "agenda[1].topic", "agenda[1].avoid[0]"):
        anchors.anchor(path, "", SAID)
    properties = anchors.properties()
    digest = digest_blocks(SAID)
    assert properties == {
        "briefmaker-anchors-0001": f"1~{digest} title\n2-3~{digest} agenda[1=talks].topic\n"
        f"4~{digest} agenda[1=talks].avoid[0=first]"
    }
    read = read_anchors(properties)
    assert read[3] == Anchor("agenda[1].topic", (("agenda[1]", "talks"),), digest)
    assert read[4].ids == (("agenda[1]", "talks"), ("agenda[1].avoid[0]", "first"))


def test_a_map_of_old_is_read() -> None:
    """Without hashes and ids."""
    properties = {"briefmaker-anchors-0001": "1 title\n2-3 agenda[0].topic"}
    assert read_anchor_map(properties, "bf_x_") == {
        "bf_x_1": "title",
        "bf_x_2": "agenda[0].topic",
        "bf_x_3": "agenda[0].topic",
    }
    assert read_anchors(properties)[1] == Anchor("title")


def test_a_map_that_says_too_much_takes_no_memory() -> None:
    """No document has a thousand million anchors."""
    assert len(read_anchors({"briefmaker-anchors-0001": "1-999999999 title"})) < 200_000


def test_names_are_short_enough_for_word() -> None:
    """At most 40 characters."""
    anchors = Anchors("f" * 64)
    written = [anchors.anchor("title", "") for _ in range(99_999)][-1]
    assert len(written.split('w:name="')[1].split('"')[0]) <= 40


def test_a_hash_does_not_change_with_numbers_of_sources_and_blanks() -> None:
    """It does with words, looks and places."""
    cited = [Cited((CitedSource(number, "p. 3"),), f"[{number}, p. 3]") for number in (1, 2)]
    hashes = {digest_blocks((Paragraph((Run("5\u00a0%"), each)),)) for each in cited}
    assert hashes == {digest_blocks((Paragraph((Run("5 %"), cited[0])),))}
    assert digest_blocks((Paragraph((Run("a", strong=True),)),)) != digest_blocks((Paragraph((Run("a"),)),))


def test_an_id_stands_beside_its_own_entry_only() -> None:
    """Not behind it, and not at another list's."""
    ids = {"agenda[0]": "a", "objectives[2]": "b"}
    assert write_ids("objectives[2]", ids) == "objectives[2=b]"
    assert write_ids("agenda[0].lines_to_take[2]", ids) == "agenda[0=a].lines_to_take[2]"
