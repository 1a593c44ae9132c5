"""`python -m quizgen`: the command without its script, for launchers, which know the interpreter and not the PATH."""

from quizgen.cli import main

if __name__ == "__main__":
    main()
