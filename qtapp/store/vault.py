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
from pathlib import Path
from typing import Any

from qtapp.domain.errors import Refused

ALGORITHM = b"X25519-HKDF-SHA256-AES256GCM/1"
BLOCK = 256
KEY = 32
NONCE = 12


class Vault:
    """Seals for the keeper's public key; opens where the keeper's key file is at hand."""

    def __init__(self, key_file: Path, public: bytes = b"") -> None:
        self._key_file, self.public = key_file, public

    def establish(self) -> bytes:
        """Make the keeper's pair of keys, once, and give the public one.

        A key file left by a start that was cut short is taken up, not written over.
        """
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        if self.can_open:
            private = X25519PrivateKey.from_private_bytes(self._private())
        else:
            private = X25519PrivateKey.generate()
            _write_once(self._key_file, base64.b64encode(private.private_bytes_raw()))
        self.public = private.public_key().public_bytes_raw()
        return self.public

    @property
    def can_open(self) -> bool:
        return self._key_file.exists()

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

        private = X25519PrivateKey.from_private_bytes(self._private())
        sender, wrapped = box[:KEY], box[KEY : 2 * KEY + 16]
        nonce, body = box[2 * KEY + 16 : 2 * KEY + 16 + NONCE], box[2 * KEY + 16 + NONCE :]
        bound = ALGORITHM + about.encode()
        shared = private.exchange(X25519PublicKey.from_public_bytes(sender))
        own = private.public_key().public_bytes_raw()
        try:
            data_key = AESGCM(_derived(shared, sender, own)).decrypt(bytes(NONCE), wrapped, bound)
            return dict(json.loads(_unpadded(AESGCM(data_key).decrypt(nonce, body, bound))))
        except InvalidTag:
            raise Refused("密封件打不开：保管钥匙不是封存时的那一把，或密封件被动过") from None

    def recovery_code(self) -> str:
        """The keeper's key for the paper in the safe: groups of letters and digits with a check group."""
        raw = self._private()
        text = base64.b32encode(raw + hashlib.sha256(raw).digest()[:3]).decode().rstrip("=")
        return "-".join(text[i : i + 7] for i in range(0, len(text), 7))

    def recover(self, code: str) -> None:
        """Put the key back from the paper. Refuses a mistyped code and the key of another register."""
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
        _write_once(self._key_file, base64.b64encode(key))

    def _private(self) -> bytes:
        if not self.can_open:
            raise Refused(f"这台电脑上没有保管钥匙（{self._key_file.name}），只有保管人能查看举报人信息")
        return base64.b64decode(self._key_file.read_bytes())


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
