"""How an address is told to a mail server, which may know ASCII only."""

_NEVER_INSIDE = frozenset(" <>\r\n\0")


def write_envelope_address(address: str, *, takes_utf8: bool) -> str | None:
    """Give an address as a server takes it; None where it takes none such.

    A domain is written in ASCII (RFC 5891), which every server understands; what stands before the @ cannot be, and needs a
    server that offers SMTPUTF8 (RFC 6531).
    """
    if not _NEVER_INSIDE.isdisjoint(address):
        return None
    if address.isascii():
        return address
    # Imported here, since few addresses need it.
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(address, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return None
    if found.ascii_email is not None:
        return found.ascii_email
    return found.normalized if takes_utf8 else None
