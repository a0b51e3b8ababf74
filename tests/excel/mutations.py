"""Real files with a few bytes changed, also inside their compressed parts."""

import io
import random
import zipfile


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file that differs in some bytes from a real one."""
    if data[:4] == b"PK\x03\x04" and chance.random() < 0.8:
        try:
            return _inside(data, chance)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
            pass
    return _bytes(data, chance)


def _inside(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = sorted({name for name in source.namelist() if not name.endswith("/")})
        chosen = chance.choice(names)
        for name in names:
            part = source.read(name)
            target.writestr(name, _bytes(part, chance) if name == chosen else part)
    return out.getvalue()


def _bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _change in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 40)]
            case 3:
                changed[at : at + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"9999"))
            case _:
                other = chance.randrange(len(changed) + 1)
                changed[at : at + 8], changed[other : other + 8] = changed[other : other + 8], changed[at : at + 8]
    return bytes(changed)
