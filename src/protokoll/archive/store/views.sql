-- The usual questions, each a view. What a view holds is told in `tables.toml`.

CREATE VIEW reservations_by_party AS
SELECT parties.now AS party_now, documents.year, documents.date, COALESCE(reservations.body, documents.body) AS body,
  items.number AS item_number, items.title, reservations.text, reservations.page, reservations.document,
  reservations.persons, reservations.parties AS together_with, actor.party, documents.municipality,
  reservations.item, reservations.id AS reservation
FROM (SELECT DISTINCT reservation, party FROM reservation_actors WHERE party IS NOT NULL) AS actor
JOIN reservations ON reservations.id = actor.reservation
JOIN parties ON parties.id = actor.party
JOIN items ON items.id = reservations.item
JOIN documents ON documents.id = reservations.document;

CREATE VIEW reservations_per_party_and_year AS
SELECT party_now AS party, year, COUNT(DISTINCT reservation) AS reservations, COUNT(DISTINCT document) AS documents
FROM reservations_by_party GROUP BY party_now, year;

CREATE VIEW proposals_by_party AS
SELECT parties.now AS party_now, documents.year, documents.date, COALESCE(proposals.body, documents.body) AS body,
  items.number AS item_number, items.title, proposals.action, proposals.object, proposals.text, proposals.fate, proposals.page,
  proposals.document, proposals.persons, proposals.parties AS together_with, actor.party, documents.municipality,
  proposals.item, proposals.id AS proposal
FROM (SELECT DISTINCT proposal, party FROM proposal_actors WHERE party IS NOT NULL) AS actor
JOIN proposals ON proposals.id = actor.proposal
JOIN parties ON parties.id = actor.party
JOIN items ON items.id = proposals.item
JOIN documents ON documents.id = proposals.document;

CREATE VIEW statements_by_party AS
SELECT parties.now AS party_now, documents.year, documents.date, COALESCE(statements.body, documents.body) AS body,
  items.number AS item_number, items.title, statements.kind, statements.text, statements.page, statements.document,
  statements.persons, statements.parties AS together_with, actor.party, documents.municipality,
  statements.item, statements.id AS statement
FROM (SELECT DISTINCT statement, party FROM statement_actors WHERE party IS NOT NULL) AS actor
JOIN statements ON statements.id = actor.statement
JOIN parties ON parties.id = actor.party
JOIN items ON items.id = statements.item
JOIN documents ON documents.id = statements.document;

CREATE VIEW votes_by_party AS
SELECT parties.now AS party_now, documents.year, COALESCE(votes.date, documents.date) AS date,
  COALESCE(votes.body, documents.body) AS body, items.number AS item_number, items.title, counted.yes, counted.no, counted.abstain, counted.absent,
  CASE
    WHEN counted.yes > counted.no AND counted.yes > counted.abstain THEN 'yes'
    WHEN counted.no > counted.yes AND counted.no > counted.abstain THEN 'no'
    WHEN counted.abstain > counted.yes AND counted.abstain > counted.no THEN 'abstain'
    WHEN counted.yes + counted.no + counted.abstain = 0 THEN 'absent'
    ELSE 'split'
  END AS direction,
  (counted.yes > 0) + (counted.no > 0) + (counted.abstain > 0) <= 1 AS united,
  votes.yes_means, votes.no_means, votes.page, votes.document, counted.party, documents.municipality,
  votes.item, votes.id AS vote
FROM (
  SELECT vote, party, SUM(voting = 'yes') AS yes, SUM(voting = 'no') AS no, SUM(voting = 'abstain') AS abstain,
    SUM(voting = 'absent') AS absent
  FROM rolls WHERE party IS NOT NULL GROUP BY vote, party
) AS counted
JOIN votes ON votes.id = counted.vote
JOIN parties ON parties.id = counted.party
JOIN items ON items.id = votes.item
JOIN documents ON documents.id = votes.document;

CREATE VIEW votes_that_do_not_add_up AS
SELECT COALESCE(votes.date, documents.date) AS date, documents.municipality,
  COALESCE(votes.body, documents.body) AS body, items.number AS item_number, items.title,
  votes.yes, votes.roll_yes, votes.no, votes.roll_no, votes.abstain, votes.roll_abstain, votes.absent,
  votes.roll_absent, votes.page, votes.document, votes.item, votes.id AS vote
FROM votes
JOIN items ON items.id = votes.item
JOIN documents ON documents.id = votes.document
WHERE votes.adds_up = 0;

CREATE VIEW decisions_by_outcome AS
SELECT decisions.outcome, documents.year, COALESCE(decisions.date, documents.date) AS date,
  COALESCE(decisions.body, documents.body) AS body, items.number AS item_number, items.title, decisions.text,
  decisions.page, decisions.document, decisions.follows, decisions.proposes_to, documents.municipality,
  decisions.item, decisions.id AS decision
FROM decisions
JOIN items ON items.id = decisions.item
JOIN documents ON documents.id = decisions.document;

CREATE VIEW attendance_by_meeting AS
SELECT attendance.name, attendance.party, parties.now AS party_now, attendance.role, attendance.serves_for,
  attendance.note, documents.year, documents.date, documents.municipality, documents.body, attendance.page,
  attendance.document
FROM attendance
JOIN documents ON documents.id = attendance.document
LEFT JOIN parties ON parties.id = attendance.party;

-- One diary number through bodies and years.
CREATE VIEW matters AS
SELECT diary_number, documents.municipality, COUNT(DISTINCT diary_numbers.document) AS documents,
  COUNT(DISTINCT diary_numbers.item) AS items, MIN(documents.date) AS first_date, MAX(documents.date) AS last_date,
  MIN(COALESCE(items.title, documents.title)) AS title
FROM diary_numbers
JOIN documents ON documents.id = diary_numbers.document
LEFT JOIN items ON items.id = diary_numbers.item
GROUP BY diary_number, documents.municipality;

-- §§ that are missing: inside a protocol, or between two of one body in one year (a protocol that is not here).
-- Where the numbers begin anew with a meeting nothing can be said of what is between.
CREATE VIEW gaps AS
WITH numbered AS (
  SELECT documents.municipality, documents.body, documents.year, documents.date, items.document,
    CAST(items.number AS INTEGER) AS number
  FROM items JOIN documents ON documents.id = items.document
  WHERE documents.kind = 'protocol' AND items.number GLOB '[0-9]*' AND items.number NOT GLOB '*[^0-9]*'
    AND LENGTH(items.number) <= 5
), stepped AS (
  SELECT *, LAG(number) OVER (PARTITION BY document ORDER BY number) AS number_before FROM numbered
), meetings AS (
  SELECT municipality, body, year, date, document, MIN(number) AS first, MAX(number) AS last
  FROM numbered WHERE body IS NOT NULL AND date IS NOT NULL GROUP BY document
), followed AS (
  SELECT *, LAG(last) OVER series AS last_before, LAG(document) OVER series AS document_before
  FROM meetings WINDOW series AS (PARTITION BY municipality, body, year ORDER BY date, first, document)
)
SELECT municipality, body, year, date, number_before + 1 AS first_missing, number - 1 AS last_missing,
  number - number_before - 1 AS missing, 'inside' AS place, document AS document_before, document AS document_after
FROM stepped WHERE number > number_before + 1
UNION ALL
SELECT municipality, body, year, date, last_before + 1, first - 1, first - last_before - 1, 'between',
  document_before, document
FROM followed WHERE first > last_before + 1;
