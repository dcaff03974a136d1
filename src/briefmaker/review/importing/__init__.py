"""An organisation's own Word brief, or a form that was filled in, becomes the draft of a brief."""
