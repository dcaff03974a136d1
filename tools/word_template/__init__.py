"""Makes the Word templates that come with briefmaker, from one set of styles and parts."""
