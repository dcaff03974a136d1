"""Writing: a view and a template make the bytes of a page, a PDF or a Word document."""
