"""Start briefmaker: ``briefmaker ...`` or ``python -m briefmaker ...``."""

from briefmaker.cli.main import main

if __name__ == "__main__":
    main()
