"""The sealed store of informants' identities: envelope encryption, one envelope a record.

Sealing needs only the keeper's public key, so whoever registers a complaint cannot read it back;
opening needs the private key, which lies in a file of its own and in no backup. AES-256-GCM over the
padded text, the data key wrapped by X25519 and HKDF-SHA256, bound to kind and record by the
additional data, so that an envelope moved to another record does not open.
"""

import base64
import hashlib
import json
import os
import secrets
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from qtapp.domain.errors import Refused

ALGORITHM = b"X25519-HKDF-SHA256-AES256GCM/1"
BLOCK = 256
KEY = 32
NONCE = 12
TAG = 16


class Key(StrEnum):
    """What lies where the keeper's key should be."""

    OWN = "own"
    NONE = "none"
    FOREIGN = "foreign"  # of another register
    DAMAGED = "damaged"


class Vault:
    """Seals for the keeper's public key; opens where the keeper's key file is at hand."""

    def __init__(self, key_file: Path, public: bytes = b"") -> None:
        self._key_file, self.public = key_file, public

    def establish(self) -> bytes:
        """Make the keeper's pair of keys, once, and give the public one.

        A key file left by a start that was cut short is taken up, not written over; one that was cut
        short itself, in which no key can be read, is put aside.
        """
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        if public := public_in(self._key_file):
            self.public = public
            return public
        self._put_aside()
        private = X25519PrivateKey.generate()
        _write_once(self._key_file, base64.b64encode(private.private_bytes_raw()))
        self.public = private.public_key().public_bytes_raw()
        return self.public

    @property
    def key(self) -> Key:
        if not self._key_file.exists():
            return Key.NONE
        public = public_in(self._key_file)
        return Key.DAMAGED if not public else Key.OWN if public == self.public else Key.FOREIGN

    @property
    def trouble(self) -> str:
        """Why nothing can be opened here; "" when it can."""
        return TROUBLE.get(self.key, "").format(self._key_file.name)

    @property
    def can_open(self) -> bool:
        """Whether the key at hand is the one for which this register seals."""
        return self.key is Key.OWN

    def seal(self, about: str, facts: dict[str, Any]) -> bytes:
        """The envelope for what `about` names, e.g. `complaints:17`."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        once = X25519PrivateKey.generate()
        shared = once.exchange(X25519PublicKey.from_public_bytes(self.public))
        sender = once.public_key().public_bytes_raw()
        data_key = secrets.token_bytes(KEY)
        bound = ALGORITHM + about.encode()
        wrapped = AESGCM(_derived(shared, sender, self.public)).encrypt(bytes(NONCE), data_key, bound)
        nonce = secrets.token_bytes(NONCE)
        body = AESGCM(data_key).encrypt(nonce, _padded(json.dumps(facts, ensure_ascii=False).encode()), bound)
        return sender + wrapped + nonce + body

    def open(self, about: str, box: bytes) -> dict[str, Any]:
        """The facts of an envelope. The caller has logged the opening before it shows them."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not has_shape(box):
            raise Refused("密封件打不开：密封件不完整或被动过，请从备份恢复")
        private = X25519PrivateKey.from_private_bytes(self._private())
        sender, wrapped = box[:KEY], box[KEY : 2 * KEY + TAG]
        nonce, body = box[2 * KEY + TAG : 2 * KEY + TAG + NONCE], box[2 * KEY + TAG + NONCE :]
        bound = ALGORITHM + about.encode()
        shared = private.exchange(X25519PublicKey.from_public_bytes(sender))
        own = private.public_key().public_bytes_raw()
        try:
            data_key = AESGCM(_derived(shared, sender, own)).decrypt(bytes(NONCE), wrapped, bound)
            return dict(json.loads(_unpadded(AESGCM(data_key).decrypt(nonce, body, bound))))
        except InvalidTag:
            raise Refused("密封件打不开：保管钥匙不是封存时的那一把，或密封件被动过") from None

    def opens(self, about: str, box: bytes) -> bool:
        """Whether the envelope is whole; what is in it is looked at by nobody."""
        try:
            self.open(about, box)
        except (Refused, ValueError):
            return False
        return True

    def recovery_code(self) -> str:
        """The keeper's key for the paper in the safe: groups of letters and digits with a check group."""
        raw = self._private()
        text = base64.b32encode(raw + hashlib.sha256(raw).digest()[:3]).decode().rstrip("=")
        return "-".join(text[i : i + 7] for i in range(0, len(text), 7))

    def recover(self, code: str) -> None:
        """Put the key back from the paper. Refuses a mistyped code and the key of another register.

        A key that opens nothing here is kept beside it, not written over.
        """
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        packed = "".join(c for c in code.upper() if c.isalnum())
        try:
            raw = base64.b32decode(packed + "=" * (-len(packed) % 8))
        except ValueError:
            raise Refused("恢复码不对：只含字母和数字 2 至 7，请照纸上重输") from None
        key, check = raw[:KEY], raw[KEY:]
        if hashlib.sha256(key).digest()[:3] != check:
            raise Refused("恢复码有一处输错，请照纸上逐组核对")
        if X25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw() != self.public:
            raise Refused("这是另一个数据库的恢复码，打不开本数据库的密封件")
        if self.can_open:
            return
        self._put_aside()
        _write_once(self._key_file, base64.b64encode(key))

    def _put_aside(self) -> None:
        if self._key_file.exists():
            self._key_file.rename(free_name(self._key_file.with_name("other.key")))

    def _private(self) -> bytes:
        if self.trouble:
            raise Refused(self.trouble)
        return _raw_in(self._key_file)


TROUBLE = {
    Key.NONE: "这台电脑上没有保管钥匙（{}），只有保管人能查看举报人信息",
    Key.FOREIGN: "这里的保管钥匙（{}）是另一个数据库的，打不开本数据库的密封件；请用恢复码取回本数据库的钥匙",
    Key.DAMAGED: "保管钥匙（{}）已损坏，举报人信息打不开；请用恢复码重新取回钥匙",
}


def has_shape(box: bytes) -> bool:
    """Whether these bytes can be an envelope at all: the sizes are fixed but for whole blocks."""
    body = len(box) - (2 * KEY + TAG) - NONCE - TAG
    return body >= BLOCK and body % BLOCK == 0


def public_in(key_file: Path) -> bytes:
    """The public half of the key in a file; b"" where none can be read."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    with suppress(ValueError, FileNotFoundError):
        return X25519PrivateKey.from_private_bytes(_raw_in(key_file)).public_key().public_bytes_raw()
    return b""


def free_name(path: Path) -> Path:
    """The path, or with -2, -3 … where something lies there."""
    beside = (path.with_stem(f"{path.stem}-{place}") for place in range(2, 10_000))
    return next(name for name in (path, *beside) if not name.exists())


def _raw_in(key_file: Path) -> bytes:
    return base64.b64decode(key_file.read_bytes().strip(), validate=True)


def _derived(shared: bytes, sender: bytes, reader: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY, salt=sender + reader, info=ALGORITHM).derive(shared)


def _padded(text: bytes) -> bytes:
    """Length in front, filled to whole blocks: the size says nothing of the name."""
    whole = len(text).to_bytes(4, "big") + text
    return whole + bytes(-len(whole) % BLOCK)


def _unpadded(text: bytes) -> bytes:
    return text[4 : 4 + int.from_bytes(text[:4], "big")]


def _write_once(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
