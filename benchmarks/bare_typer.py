"""The smallest typer program, to compare `quizgen --help` with."""

import typer


def main() -> None:
    """Do nothing."""


if __name__ == "__main__":
    typer.run(main)
