-- The words of `texts` as they are searched. Letters are kept as they are: å, ä and ö are no a and o.
CREATE VIRTUAL TABLE texts_fts USING fts5(text, content="texts", tokenize="unicode61 remove_diacritics 0")
