"""E-mail addresses, as a field of settings or of a brief holds one."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefmaker.model.text import Words


def check_mail_address(value: str) -> str:
    """Give an address as it is written to a mail server. Raises PydanticCustomError for one that is none.

    The rules are those of RFC 5321 and RFC 6531; whether anybody is there, nobody is asked.
    """
    # Imported here, since few workspaces have addresses.
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(value, check_deliverability=False, globally_deliverable=False).normalized
    except EmailNotValidError as wrong:
        raise PydanticCustomError("mail_address", "an e-mail address is expected here") from wrong


def find_domain(written: str) -> str:
    """Give a domain as the addresses of ``check_mail_address`` have it, in small letters; empty for what is no domain."""
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(f"x@{written}", check_deliverability=False, globally_deliverable=False).domain
    except EmailNotValidError:
        return ""


def _bare(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


MailAddress = Annotated[
    Words,
    BeforeValidator(_bare),
    AfterValidator(check_mail_address),
    WithJsonSchema({"type": "string", "format": "email"}),
]
