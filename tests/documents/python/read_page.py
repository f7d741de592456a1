"""Reads a protected page, from docs/formats/protected-page.md alone: read_page.py FILE, the passphrase on standard input."""

import base64
import hashlib
import re
import sys
import unicodedata

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def letters(passphrase):
    plain = unicodedata.normalize("NFKD", passphrase)
    plain = "".join(c for c in plain if not "\u0300" <= c <= "\u036f")
    plain = re.sub("[A-Z]", lambda found: found[0].lower(), plain)
    return re.sub("[^a-z]+", " ", plain).strip(" ")


def report(page, passphrase):
    [sealed] = re.findall('<script id="sealed" type="text/plain">([^<]*)</script>', page)
    head, *body = sealed.strip().split("\n")
    name, version, _lang, derivation, iterations, salt, cipher, nonce = head.split(" ")
    if (name, version, derivation, cipher) != ("vigie-page", "1", "pbkdf2-hmac-sha256", "aes-256-gcm"):
        raise ValueError("not a page of version 1")
    if not 1_000_000 <= int(iterations) <= 20_000_000:
        raise ValueError("iterations")
    salt, nonce, body = (base64.b64decode(text, validate=True) for text in (salt, nonce, "".join(body)))
    key = hashlib.pbkdf2_hmac("sha256", letters(passphrase).encode(), salt, int(iterations), 32)
    return AESGCM(key).decrypt(nonce, body, head.encode("ascii"))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        sys.stdout.buffer.write(report(file.read(), sys.stdin.buffer.read().decode("utf-8")))
