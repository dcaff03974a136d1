"""Plans a send: what is mailed, to whom, in which edition, and all that stands against it; nothing is sent, and nothing kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefmaker.delivery.letter import Letter, Mailbox
from briefmaker.delivery.messages import Message
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.postings import About, Issued, Purpose
from briefmaker.diagnostics import BriefmakerError, Diagnostic, has_errors, in_order
from briefmaker.jobs.compose import Attachment, compose_letter
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.gate import check_recipients
from briefmaker.jobs.mail_matter import WHOLE, Enclosed, Matter
from briefmaker.jobs.mail_occasion import MailWishes, choose_purpose, describe_occasion
from briefmaker.jobs.mail_rights import choose_addressees
from briefmaker.jobs.mail_repeats import Repeats, find_repeats
from briefmaker.jobs.recipients import Addressee
