# needs: 3.13
def attempt(template, *args, **kwargs):
    try:
        print(repr(template), repr(template.format(*args, **kwargs)))
    except Exception as error:
        print(f"{template!r}: {error!r}")


attempt("{}")
attempt("{} {}", 1)
attempt("{1}", 1)
attempt("{0} {2:>4}", 1, 2)
attempt("{a}")
attempt("{a} {}", a=1)
attempt("{")
attempt("}")
attempt("a {")
attempt("{{}}")
attempt("{{}} {}", 1)
attempt("{:>5}|{:<5}|{:^5}", 1, "a", 2.5)
attempt("{:d}", "a")
attempt("{:s}", 1)
try:
    "é".encode("ascii")
except UnicodeError as error:
    print(error, getattr(error, "__notes__", None))
try:
    b"\xff".decode()
except UnicodeError as error:
    error.add_note("a note of its own")
    print(error, error.__notes__)
