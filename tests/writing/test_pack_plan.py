"""Which page follows which, with and without dividers and right-hand beginnings."""

from briefmaker.writing.pack_plan import Plan, SlotKind, plan_pages


def write_plan(plan: Plan) -> str:
    """Give a letter a page: f front, d divider, b blank, p page."""
    return "".join(str(slot.kind)[0] for slot in plan.slots)


def test_parts_follow_one_another() -> None:
    """Nothing between them."""
    plan = plan_pages(2, [3, 1], is_double_sided=False, has_dividers=False)
    assert write_plan(plan) == "ffpppp"
    assert [plan.first_page(part) for part in (0, 1)] == [3, 6]
    assert [plan.count(part) for part in (0, 1)] == [3, 1]


def test_a_part_begins_on_a_right_hand_page_and_so_does_what_follows_its_divider() -> None:
    """An empty page stands before it where it has to, and nowhere else."""
    plan = plan_pages(2, [3, 2], is_double_sided=True, has_dividers=False)
    assert write_plan(plan) == "ffpppbpp"
    divided = plan_pages(1, [2, 1], is_double_sided=True, has_dividers=True)
    assert write_plan(divided) == "fbdbppdbp"
    assert [divided.first_page(part) for part in (0, 1)] == [3, 7]
    begins = [number for number, slot in enumerate(divided.slots, 1) if slot.kind is SlotKind.PAGE and slot.page == 0]
    assert all(number % 2 for number in begins)


def test_dividers_alone_need_no_empty_pages() -> None:
    """Printed on one side."""
    assert write_plan(plan_pages(2, [1, 1], is_double_sided=False, has_dividers=True)) == "ffdpdp"
