"""What a disk refuses, in words: why a file could not be read or written."""

import errno

from desktop_app.domain.words import Words

_DENIED = Words(
    "l’accès est refusé, ou le fichier est ouvert ailleurs", "access is denied, or the file is open elsewhere"
)
_GONE = Words("l’emplacement ne répond plus", "the place does not answer any more")
_REASONS = {
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EBUSY: Words("il est ouvert ailleurs", "it is open elsewhere"),
    errno.EROFS: Words("le disque est en lecture seule", "the disk is read-only"),
    errno.ENOSPC: Words("le disque est plein", "the disk is full"),
    errno.EDQUOT: Words("le disque est plein", "the disk is full"),
    errno.EFBIG: Words("le fichier est trop grand pour ce disque", "the file is too large for this disk"),
    errno.ENOENT: Words("l’emplacement n’existe pas", "the place does not exist"),
    errno.ENOTDIR: Words("l’emplacement n’est pas un dossier", "the place is not a folder"),
    errno.EISDIR: Words("c’est un dossier", "it is a folder"),
    errno.ENAMETOOLONG: Words("le nom est trop long", "the name is too long"),
    errno.EINVAL: Words("ce nom n’est pas permis ici", "this name is not allowed here"),
    errno.EIO: Words("le disque ne répond pas comme il faut", "the disk does not answer as it should"),
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ETIMEDOUT: _GONE,
    errno.ECONNRESET: _GONE,
}


def reason(error: OSError) -> Words:
    """Return why the system refused a file; of what is not foreseen, the system's own words, named as such."""
    if known := _REASONS.get(error.errno or 0):
        return known
    own = error.strerror or str(error) or type(error).__name__
    return Words(f"le système dit : {own}", f"the system says: {own}")
