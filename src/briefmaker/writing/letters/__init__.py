"""What a letter says of a brief or pack: its subject, and the same words as plain text and as HTML."""

from briefmaker.writing.letters.occasion import AskedClearance, EnclosedDocument, LetterTexts, Occasion
from briefmaker.writing.letters.write_letter import write_letter_texts

__all__ = ["AskedClearance", "EnclosedDocument", "LetterTexts", "Occasion", "write_letter_texts"]
