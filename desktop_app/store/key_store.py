"""Passwords of workbooks in the key store of the system (Credential Manager, Keychain, Secret Service), never anywhere else.

A computer may have none, as a Linux without a desktop: then nothing is remembered, and whoever asks is told so. The key store may
ask its owner to unlock it: call from the background.
"""

import logging

_SERVICE = "Passerelle"
_LOG = logging.getLogger(__name__)


def is_there() -> bool:
    """Return whether this computer has a key store that keeps what it is given."""
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def remembered(whom: str) -> str | None:
    """Return the password that is remembered of somebody, if the key store gives it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, whom) if whom else None
    except KeyringError as error:
        _LOG.info("The key store gave no password: %s", type(error).__name__)
        return None


def remember(whom: str, password: str) -> bool:
    """Remember the password of somebody; return whether the key store took it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, whom, password)
    except KeyringError as error:
        _LOG.info("The key store took no password: %s", type(error).__name__)
        return False
    return True


def forget(whom: str) -> bool:
    """Remember the password of somebody no more; return whether the key store let it go."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(_SERVICE, whom)
    except KeyringError as error:
        _LOG.info("The key store forgot no password: %s", type(error).__name__)
    return remembered(whom) is None
