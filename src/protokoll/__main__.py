"""`python -m protokoll` is the command `protokoll`."""

from protokoll.cli import main

if __name__ == "__main__":
    main()
