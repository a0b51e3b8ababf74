"""What a command says of a failure that nobody foresaw: one sentence, never a traceback."""

import errno

from desktop_app import log
from desktop_app.domain.disk import reason
from desktop_app.domain.words import Words


def of_the_system(error: OSError) -> Words:
    """Return what the system's refusal of a file means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Words(
            "Le disque est plein, rien n’a été enregistré : libérez de la place et recommencez.",
            "The disk is full, nothing was saved: free some space and try again.",
        )
    why = reason(error)
    name = error.filename
    fr, en = (f"« {name} »", f"“{name}”") if name else ("Un fichier", "A file")
    return Words(
        f"{fr} n’a pas pu être lu ou écrit ({why.fr}) : vérifiez l’emplacement et les droits.",
        f"{en} could not be read or written ({why.en}): check the place and the permissions.",
    )


def of_the_program(error: Exception) -> Words:
    """Keep an error of the program in the log, and return where it is told."""
    try:
        file = str(log.keep(error))
    except OSError:
        file = "-"
    name = type(error).__name__
    return Words(
        f"Le programme s’est heurté à une erreur ({name}) : vérifiez la base (check), et envoyez le journal à qui"
        f" s’occupe du programme ({file}).",
        f"The program met an error ({name}): check the base (check), and send the log to whoever looks after the"
        f" program ({file}).",
    )
