"""What a workspace says of its mail: who sends it, through which server, what it says, and which domains may get it."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from briefmaker.model.brief import LANGUAGE_TAG, LanguageTag
from briefmaker.model.mail_address import MailAddress
from briefmaker.model.part import AsList, Part
from briefmaker.model.text import RichText, ShortText, VersionNumber, Words


class Security(StrEnum):
    """How a connection to the mail server is made safe; there is no connection that is not."""

    STARTTLS = "starttls"
    TLS = "tls"


class Login(StrEnum):
    """How the sender proves to the server who they are."""

    PASSWORD = "password"  # noqa: S105 - the name of a way, no password
    XOAUTH2 = "xoauth2"


class SecretPlace(Part):
    """Where a secret is kept: in an environment variable, or in the keyring of the system; never in a file of ours."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["env"]}, {"required": ["keyring"]}]})

    env: Words | None = Field(None, description="Name of the environment variable that holds it.")
    keyring: Words | None = Field(None, description="Name of the service in the keyring; its user is the server's.")

    @model_validator(mode="before")
    @classmethod
    def _is_no_secret(cls, value: Any) -> Any:
        if isinstance(value, str):
            raise PydanticCustomError("secret_in_file", "a secret does not belong in this file")
        return value

    @model_validator(mode="after")
    def _names_one(self) -> "SecretPlace":
        if (self.env is None) == (self.keyring is None):
            raise PydanticCustomError("secret_place", "a secret is kept in one place: `env` or `keyring`")
        return self


# What a login needs, for editors; briefmaker itself tells of it in words of its own.
_LOGIN_SCHEMA: dict[str, Any] = {
    "dependentRequired": {"password": ["user"], "token_command": ["user"]},
    "if": {"properties": {"login": {"const": "xoauth2"}}, "required": ["login"]},
    "then": {"required": ["user", "token_command"], "properties": {"password": False}},
    "else": {"properties": {"token_command": False}, "dependentRequired": {"user": ["password"]}},
}
HIGHEST_PORT = 65535


class MailServer(Part):
    """The server that takes messages."""

    model_config = ConfigDict(json_schema_extra=_LOGIN_SCHEMA)

    host: Words = Field(description="Name of the server, as its certificate has it.")
    port: VersionNumber | None = Field(
        None,
        description="Its port.  587 with starttls, 465 with tls, unless it says so.",
        json_schema_extra={"maximum": HIGHEST_PORT},
    )
    security: Security = Field(Security.STARTTLS, description="starttls or tls.")
    login: Login = Field(Login.PASSWORD, description="password or xoauth2.")
    user: Words | None = Field(None, description="User name; without it, nobody logs in.")
    password: SecretPlace | None = Field(
        None, description="Where the password is kept: {env: NAME} or {keyring: NAME}."
    )
    token_command: Annotated[tuple[Words, ...], AsList] = Field(
        (), description="For xoauth2: the program that prints an access token, and its arguments."
    )
    certificate_authority: Words | None = Field(
        None,
        description="File with the certificates that are trusted, seen from the workspace's folder; else the system's.",
    )
    timeout: VersionNumber = Field(30, description="Seconds to wait for an answer of the server.")


class Sender(Part):
    """Whose messages they are."""

    name: ShortText = Field(description="Name that readers see.")
    email: MailAddress = Field(description="E-mail address.")


class MailTexts(Part):
    """What messages of one language say; each may be left out, and is then as usual."""

    subject: ShortText | None = Field(
        None, description="The subject, with {{ fields }}; the marking always stands before it."
    )
    body: RichText | None = Field(None, description="What it says before the bottom line: Markdown with {{ fields }}.")


class MailSettings(Part):
    """Mail of a workspace."""

    sender: Sender | None = Field(None, description="Who sends: name and email.")
    reply_to: MailAddress | None = Field(None, description="Where answers go, if not to the sender.")
    server: MailServer | None = Field(None, description="The server that takes messages.")
    domains: dict[Words, Words] = Field(
        {},
        description="The highest marking that may go to addresses of a domain; to others, only what bears no marking.",
        json_schema_extra={"propertyNames": {"pattern": r"^[^\s@*A-Z]+$"}},
    )
    texts: dict[LanguageTag, MailTexts] = Field(
        {},
        description="What messages say, by language.",
        json_schema_extra={"propertyNames": {"pattern": LANGUAGE_TAG}},
    )
