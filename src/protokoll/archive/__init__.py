"""A folder the whole way: inputs to documents, a manifest of what became of each, and a database made from them."""
