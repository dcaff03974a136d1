"""veraPDF, the validator of the PDF industry, run beside the project from Maven Central."""
