"""What flows from stage to stage: text, outline, document, remarks. Imports nothing of ours."""
