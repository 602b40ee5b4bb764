"""Who was at the meeting: the lists on front pages and in annexes, read label by label."""
