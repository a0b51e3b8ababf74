"""The signature of what an installation sends: an unknown key is taken as not verified, a known one must fit."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop_app.store.base import Store

_SETTING = "signing_key"


def own_key(store: Store) -> Ed25519PrivateKey:
    """Return this installation's key, made when it is first needed."""
    if held := store.setting(_SETTING):
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(held))
    key = Ed25519PrivateKey.generate()
    store.keep_setting(_SETTING, key.private_bytes_raw().hex())
    return key


def signed(key: Ed25519PrivateKey, packed: bytes) -> dict[str, str]:
    """Return the public key and the signature of what is sent, for its header."""
    return {"key": key.public_key().public_bytes_raw().hex(), "signature": key.sign(packed).hex()}


def fits(key: str, signature: str, packed: bytes) -> bool:
    """Return whether a signature is that of a key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), packed)
    except (InvalidSignature, ValueError):
        return False
    return True
