"""Finding what is wrong with briefs and with finished documents, and mending what can safely be mended."""
