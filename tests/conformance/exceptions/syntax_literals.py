# needs: 3.13
def attempt(source):
    try:
        compile(source, "<attempt>", "exec")
    except SyntaxError as error:
        place = error.lineno, error.offset, error.end_lineno, error.end_offset
        print(f"{source!r}\n    {type(error).__name__}: {error.msg} {place}")
    else:
        print(f"{source!r} is fine")


for source in (
    "print('a)",
    'x = "abc',
    "x = 'it's'",
    'x = "a\\"',
    "x = '''a\nb",
    "x = f'a",
    "f'{x",
    'f"{x"',
    "f'{}'",
    "f'{x!z}'",
    "f'{x!}'",
    "f'{!r}'",
    "f'{=}'",
    "f'{:x}'",
    "f'}'",
    "f'{a b}'",
    "f'{a $ b}'",
    "f'{1 +}'",
    "f'{*}'",
    "f'{lambda x: 1}'",
    "f'{a:{b}'",
    "f'{a[}'",
    "f'{a)}'",
    'x = 0777',
    'x = 08',
    'x = 5x',
    'x = 1_',
    'x = 1__0',
    'x = 0x',
    'x = 0xz',
    'x = 0b2',
    'x = 0o9',
    'x = 1e',
    'x = 1.5x',
    'x = 1e+',
    '1a = 2',
    'print(“hello”)',
    'x – y',
    'x = $5',
    'x = ?',
    'x = 1 \\ 2',
    'x = 1 \\\n',
    'x = a\xa0b',
    'é€ = 1',
    "'a' b'b'",
    "b'é'",
    "'C:\\Users'",
    "'\\x4'",
    "b'\\x4'",
    "'\\N'",
    "f'\\N'",
    'x = "a" b',
    'x = a "b"',
    "t'x'",
):
    attempt(source)
