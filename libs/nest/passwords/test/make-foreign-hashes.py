"""Prints foreign-hashes.jsonl: hashes as the libraries themselves make them, each with the library and its version.

Run with two Pythons, one after the other into the same file: that of Debian 12 (apt-get install python3-passlib
python3-bcrypt python3-werkzeug python3-django), and one with the newest bcrypt, Werkzeug and Django (pip install).
"""

import json
from importlib.metadata import version

import bcrypt
import werkzeug.security
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

settings.configure()
WORKS = {
    "plain": "correct horse battery",
    "unicode": "Grüße, 世界 🔑",
    "decomposed": "cafe\u0301-latte",
    "long": "x" * 80 + "a",
    "signs": "$2b$04$:$",
}
NUL = "pass\0word-a"
vectors = []


def add(library, call, password, stored):
    made_by = f"{library} {version(library)}"
    vectors.append({"by": made_by, "call": call, "password": password, "stored": stored})


for password in WORKS.values():
    raw = password.encode()
    # From 5.0 on bcrypt refuses more than 72 bytes, where it used to leave the rest out.
    if len(raw) <= 72 or version("bcrypt") < "5":
        add("bcrypt", "hashpw(_, gensalt(4))", password, bcrypt.hashpw(raw, bcrypt.gensalt(4)).decode())
        salt = bcrypt.gensalt(4, b"2a")
        add("bcrypt", "hashpw(_, gensalt(4, b'2a'))", password, bcrypt.hashpw(raw, salt).decode())
for password in [*WORKS.values(), NUL]:
    methods = ["pbkdf2:sha256:1000", "pbkdf2:sha512:1000", "pbkdf2:sha1:1000"]
    if version("werkzeug") >= "3":
        methods += ["scrypt:1024:8:1", "scrypt"]
    for method in methods:
        stored = werkzeug.security.generate_password_hash(password, method)
        add("werkzeug", f"generate_password_hash(_, '{method}')", password, stored)
    stored = PBKDF2PasswordHasher().encode(password, "aSaltOfDjango", 1000)
    add("django", "PBKDF2PasswordHasher().encode(_, salt, 1000)", password, stored)
stored = werkzeug.security.generate_password_hash(WORKS["plain"], "pbkdf2:sha256")
method, salt, digest = stored.split("$")
unsaid = f"pbkdf2:sha256${salt}${digest}"
assert werkzeug.security.check_password_hash(unsaid, WORKS["plain"])
add("werkzeug", "generate_password_hash(_, 'pbkdf2:sha256'), count taken out", WORKS["plain"], unsaid)

try:
    from passlib.hash import bcrypt as passlib_bcrypt
    from passlib.hash import pbkdf2_sha256, pbkdf2_sha512

    for password in [*WORKS.values(), NUL]:
        add("passlib", "pbkdf2_sha256.using(rounds=1000).hash(_)", password, pbkdf2_sha256.using(rounds=1000).hash(password))
        add("passlib", "pbkdf2_sha512.using(rounds=1000).hash(_)", password, pbkdf2_sha512.using(rounds=1000).hash(password))
    for password in WORKS.values():
        for ident in ["2a", "2b", "2y"]:
            stored = passlib_bcrypt.using(rounds=4, ident=ident).hash(password)
            add("passlib", f"bcrypt.using(rounds=4, ident='{ident}').hash(_)", password, stored)
except ImportError:
    pass
for vector in vectors:
    print(json.dumps(vector))
