"""How the language data of the mender is learnt."""
