"""From a draft to a correction, through a real mail server: what is asked for goes out, to the right people, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.delivery.mail_server import Habits, MailServer
from tests.end_to_end.mail_case import BRIEF, MailCase, MessageSearch, list_enclosures, open_case, read_texts

ANN, BORIS, PAULA, CLEARER = "ann@example.int", "boris@example.int", "paula@press.example", "clear@example.int"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[MailCase]:
    """Give a workspace that sends through a server which takes everything."""
    with MailServer() as server:
        yield open_case(tmp_path, server)


def send(case: MailCase, *more: str) -> str:
    """Send the brief; all has to go well."""
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes", *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_three_people_get_three_editions_and_nothing_else(case: MailCase) -> None:
    """Each their formats, marking and language; what an edition withholds is in no part of its message."""
    assert "3 of 3 messages sent" in send(case)
    messages = case.messages()
    assert set(messages) == {ANN, BORIS, PAULA}
    names = {address: sorted(list_enclosures(message)) for address, message in messages.items()}
    assert names == {
        ANN: ["talks.docx", "talks.pdf"],
        BORIS: ["talks.delegation.pdf"],
        PAULA: ["talks.press.docx", "talks.press.pdf"],
    }
    markings = {address: message["X-Marking"] for address, message in messages.items()}
    assert markings == {ANN: "NATO RESTRICTED", BORIS: "NATO RESTRICTED", PAULA: "NATO UNCLASSIFIED"}
    for address, message in messages.items():
        marking = str(markings[address])
        assert marking in message["Subject"]
        assert all(marking in text for text in read_texts(message))
    held = {address: MessageSearch(message) for address, message in messages.items()}
    assert [(each.has("Quillwort"), each.has("Zanzibar")) for each in held.values()] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    assert all(each.has("holds") for each in held.values())
    assert not held[PAULA].has("NATO RESTRICTED")
    assert "Objectifs" in read_texts(messages[BORIS])[0]


def test_from_draft_through_clearance_to_a_correction(case: MailCase) -> None:
    """The whole way, as it is gone every week."""
    case.edit("status: final", "status: in-clearance")
    case.edit(
        "distribution:",
        "clearances:\n  - {unit: Legal Adviser, by: C. Clearer, email: clear@example.int, due: 2026-03-01}\ndistribution:",
    )
    refused = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert refused.returncode == 1
    assert "MAL027" in refused.stderr
    assert case.server.received == []

    send(case, "--for-clearance")
    (asked,) = case.server.received
    assert asked.to == (CLEARER,)
    text, html = read_texts(asked.message)
    assert "DRAFT" in asked.message["Subject"]
    assert all("Legal Adviser" in each and "1 March 2026" in each for each in (text, html))
    assert set(list_enclosures(asked.message)) == {"talks-DRAFT-v1.pdf", "talks-DRAFT-v1.docx"}

    approved = case.run("approve", "briefs/talks.yaml", "--as", "C. Clearer", "--date", "2026-03-01")
    assert approved.returncode == 0, approved.stderr
    case.edit("status: in-clearance", "status: final")
    send(case)
    first = case.messages()
    assert set(first) == {CLEARER, ANN, BORIS, PAULA}
    again = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert "there is nothing to send" in again.stdout
    assert len(case.server.received) == 4

    case.edit("Hear the minister confirm the date.", "Hear the minister confirm the day.")
    changed = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert changed.returncode == 1
    assert "CLR00" in changed.stderr, "the clearance is void"
    assert case.run("approve", "briefs/talks.yaml", "--as", "C. Clearer", "--date", "2026-03-02").returncode == 0
    other = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (other.returncode, "MAL030" in other.stderr) == (1, True)
    case.edit("version: 1\n", "version: 2\n")
    silent = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert (silent.returncode, "MAL035" in silent.stderr) == (1, True)
    assert len(case.server.received) == 4

    send(case, "--correct", "The minister asked for a day")
    second = case.messages()
    assert len(case.server.received) == 7
    for address in (ANN, BORIS, PAULA):
        message = second[address]
        assert message["In-Reply-To"] == first[address]["Message-ID"]
        text, html = read_texts(message)
        assert all("The minister asked for a day" in each for each in (text, html))
    assert "CORRECTED" in second[ANN]["Subject"]
    assert "day" in read_texts(second[PAULA])[0]
    held = {address: MessageSearch(second[address]) for address in (ANN, PAULA)}
    assert [each.count("Replaces version 1") for each in held.values()] == [3, 3]
    assert not held[PAULA].has("Quillwort")

    history = case.run("outbox", "history", "briefs/talks.yaml")
    assert history.returncode == 0
    assert all(word in history.stdout for word in ("approved", ANN, BORIS, PAULA, CLEARER, "version 2"))


def test_somebody_new_on_a_list_gets_what_the_others_have_byte_for_byte(case: MailCase) -> None:
    """Without --again nobody gets it twice; with it everybody does."""
    send(case)
    before = {address: list_enclosures(message) for address, message in case.messages().items()}
    settings = case.root / "briefmaker.yaml"
    nora = "{name: Nora New, email: nora@press.example, clearance: NATO UNCLASSIFIED, edition: press}"
    head = "  press:\n    people:\n"
    settings.write_text(settings.read_text("utf-8").replace(head, f"{head}      - {nora}\n"), "utf-8")
    told = send(case)
    assert "1 of 1 messages sent" in told
    assert list_enclosures(case.messages()["nora@press.example"]) == before[PAULA]
    assert len(case.server.received) == 4
    send(case, "--again")
    assert len(case.server.received) == 8


def test_one_who_may_not_see_it_stops_everybody(case: MailCase) -> None:
    """With names and reasons, all at once; nothing is queued and nothing is sent."""
    settings = case.root / "briefmaker.yaml"
    text = settings.read_text("utf-8")
    text = text.replace("ann@example.int, clearance: NATO RESTRICTED", "ann@example.int, clearance: NATO UNCLASSIFIED")
    text = text.replace("boris@example.int", "boris@elsewhere.example")
    settings.write_text(text, "utf-8")
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert done.returncode == 1
    assert all(each in done.stderr for each in ("Ann Example", "MAL023", "boris@elsewhere.example", "MAL025"))
    assert case.server.received == []
    assert "the outbox is empty" in case.run("outbox").stdout


def test_to_me_sends_what_each_would_get_to_the_sender_alone(case: MailCase) -> None:
    """A draft too; nothing of it counts as issued."""
    case.edit("status: final", "status: draft")
    assert "3 of 3 messages sent" in send(case, "--to-me")
    assert {each.to for each in case.server.received} == {("planning@example.int",)}
    assert all(
        "DRAFT" in each.message["Subject"] or "PROJET" in each.message["Subject"] for each in case.server.received
    )
    case.edit("status: draft", "status: final")
    assert "3 of 3 messages sent" in send(case)


def test_without_a_wish_nothing_is_sent_and_without_a_person_nobody_is_asked(case: MailCase) -> None:
    """It is shown who would get what."""
    shown = case.run("mail", "briefs/talks.yaml")
    assert shown.returncode == 0
    assert all(address in shown.stdout for address in (ANN, BORIS, PAULA))
    assert "3 messages would be sent; nothing was" in shown.stdout
    unasked = case.run("mail", "briefs/talks.yaml", "--send")
    assert unasked.returncode == 2
    assert "--yes" in unasked.stderr
    assert case.server.received == []


def test_drafts_are_files_and_the_same_each_time(case: MailCase) -> None:
    """One for each reader, unsent, with the documents inside."""
    for folder in ("one", "two"):
        done = case.run("mail", "briefs/talks.yaml", "--draft", "--output", folder)
        assert done.returncode == 0, done.stderr
    one, two = (sorted((case.root / folder).glob("*.eml")) for folder in ("one", "two"))
    assert len(one) == 3
    assert [each.name for each in one] == [each.name for each in two]
    assert [each.read_bytes() for each in one] == [each.read_bytes() for each in two]
    assert all(b"X-Unsent: 1\r\n" in each.read_bytes() for each in one)
    assert not any(b"Message-ID" in each.read_bytes() for each in one)


def test_a_message_that_is_too_large_stops_everybody(tmp_path: Path) -> None:
    """The server says how much it takes; nothing is sent by half."""
    with MailServer(Habits(size=20_000)) as server:
        case = open_case(tmp_path, server)
        done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
        assert done.returncode == 1
        assert "the mail server takes 0.02 MB" in done.stderr
        assert server.received == []
        assert "the outbox is empty" in case.run("outbox").stdout


def test_a_server_that_is_away_loses_nothing(tmp_path: Path) -> None:
    """The messages wait, and go when it is there again."""
    with MailServer() as server:
        port = server.port
    again = MailServer(port=port)
    case = open_case(tmp_path, again)
    done = case.run("mail", "briefs/talks.yaml", "--send", "--yes")
    assert done.returncode == 1
    assert "outbox send" in done.stdout
    with again:
        sent = case.run("outbox", "send")
        assert sent.returncode == 0, sent.stdout + sent.stderr
        assert {each.to[0] for each in again.received} == {ANN, BORIS, PAULA}


def test_what_stands_outside_of_a_workspace_says_so(tmp_path: Path, case: MailCase) -> None:
    """No brief, no settings, two wishes at once."""
    assert "no brief `nothing`" in case.run("mail", "nothing").stderr
    assert case.run("mail", "briefs/talks.yaml", "--draft", "--send").returncode == 2
    assert case.run("mail", "briefs/talks.yaml", "--correct", " ").returncode == 2
    both = case.run("mail", "briefs/talks.yaml", "--for-clearance", "--to", "press")
    assert (both.returncode, "exclude one another" in both.stderr) == (2, True)


def test_who_left_the_lists_hears_of_a_correction_of_what_they_have(case: MailCase) -> None:
    """As long as it is marked as it was; marked higher, it stops the send, since nothing says what they may see."""
    case.edit("distribution: [office, press]", "distribution: [press]")
    send(case)
    settings = case.root / "briefmaker.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("name: Paula Press, email: paula", "name: Nora New, email: nora"), "utf-8")
    case.edit("version: 1\n", "version: 2\n")
    case.edit("Hear the minister confirm the date.", "Hear the minister confirm the day.")
    told = case.run("mail", "briefs/talks.yaml", "--correct", "The day")
    assert told.returncode == 0, told.stderr
    assert "MAL033" in told.stderr
    assert PAULA in told.stdout
    assert "nora@press.example" not in told.stdout
    settings.write_text(
        settings.read_text("utf-8").replace("ceiling: NATO UNCLASSIFIED", "ceiling: NATO RESTRICTED"), "utf-8"
    )
    higher = case.run("mail", "briefs/talks.yaml", "--correct", "The day")
    assert (higher.returncode, "MAL023" in higher.stderr) == (1, True)


def add_schedule(case: MailCase, more: str = "") -> None:
    """Have the brief built and mailed by schedule."""
    schedule = f'schedules:\n  weekly: {{cron: "0 7 * * MON", briefs: [briefs/talks.yaml], mail: true{more}}}\n'
    with (case.root / "briefmaker.yaml").open("a", encoding="utf-8") as settings:
        settings.write(schedule)


def test_a_schedule_mails_what_it_built_once(case: MailCase) -> None:
    """To whom the brief names, said to come by itself; a second run sends nothing, and what waited goes with a later one."""
    add_schedule(case)
    done = case.run("run", "weekly")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 messages sent" in done.stdout
    assert {each.message["Auto-Submitted"] for each in case.server.received} == {"auto-generated"}
    assert case.run("run", "weekly").returncode == 0
    assert len(case.server.received) == 3
    status = case.run("status")
    assert status.returncode in (0, 4)
    assert "weekly" in status.stdout


def test_a_schedule_whose_mail_server_is_away_sends_later(tmp_path: Path) -> None:
    """The run says so; the messages wait in the outbox, and the next run takes them along."""
    with MailServer() as gone:
        port = gone.port
    server = MailServer(port=port)
    case = open_case(tmp_path, server)
    add_schedule(case)
    done = case.run("run", "weekly")
    assert done.returncode == 1
    assert "done, 1 brief built, 3 messages wait" in done.stdout
    assert "cannot be reached" in done.stderr
    assert "3 messages wait to be sent" in case.run("status").stdout
    with server:
        later = case.run("run", "--due")
        assert later.returncode == 0, later.stdout + later.stderr
        assert {each.to[0] for each in server.received} == {ANN, BORIS, PAULA}


def test_a_pack_and_the_briefs_of_rows_are_mailed_too(case: MailCase) -> None:
    """A pack whole, to the lists that it names; a brief a row, each to its own list."""
    (case.root / "packs").mkdir()
    pack = (
        "format: 1\ntitle: Visit\nreference: PK-1\nstatus: final\ndate: 2026-03-02\nlists: [clearers]\ntabs: [talks]\n"
    )
    (case.root / "packs" / "visit.yaml").write_text(pack, "utf-8")
    sent = case.run("mail", "visit", "--send", "--yes")
    assert sent.returncode == 0, sent.stdout + sent.stderr
    (message,) = (each.message for each in case.server.received)
    assert message["X-Marking"] == "NATO RESTRICTED"
    assert sorted(list_enclosures(message)) == ["visit.docx", "visit.pdf"]
    assert "Grain talks in Samarkand" in read_texts(message)[0]
    (case.root / "packs" / "visit.yaml").write_text(pack.replace("[clearers]", "[press]"), "utf-8")
    refused = case.run("mail", "visit", "--send", "--yes")
    assert (refused.returncode, "MAL013" in refused.stderr) == (1, True)

    rows = BRIEF.replace("PBN-2026-7", "PBN-{{ row.code }}").replace("[office, press]", '["{{ row.list }}"]')
    rows += 'for_each:\n  - {code: "71", list: clearers}\n  - {code: "72", list: press}\nslug: "talks-{{ row.code }}"\n'
    (case.root / "briefs" / "rows.yaml").write_text(rows, "utf-8")
    sent = case.run("mail", "briefs/rows.yaml", "--send", "--yes")
    assert sent.returncode == 0, sent.stdout + sent.stderr
    last = case.messages()
    assert "PBN-71" in last[CLEARER]["Subject"]
    assert sorted(list_enclosures(last[PAULA])) == ["talks-72.press.docx", "talks-72.press.pdf"]
