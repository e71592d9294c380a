# title: async for outside of a coroutine function
# concept: a syntax error
# chapter: Asynchronous protocols
# order: 2
# course: 27
# python: 3.7+
# ends: returns
# claims:
#   takes 0 s
#   0 tasks
#   prints exactly "outside: SyntaxError", "'async for' outside async function", "in line 1",
#     "inside: fine"
# note [outside]: compile does what Python does with a file before its first line runs.
# note [inside]: The same loop, within an async def.
# lesson: async for awaits, and an await can only stand in a coroutine function: only that can be
#   suspended. At the top of a file it is a syntax error, and Python tells you before a single
#   line of the program has run.
#
#   So that you can see it, the program keeps the text in a string and compiles it itself. The
#   same holds for async with and for await.
#
#   Try: put the loop into an ordinary def. Is that any better?

OUTSIDE = "async for item in reader:\n    print(item)\n"
INSIDE = "async def main():\n    async for item in reader:\n        print(item)\n"

try:
    compile(OUTSIDE, "lesson", "exec")  # [outside]
except SyntaxError as error:
    print("outside:", type(error).__name__)
    print(error.msg)
    print("in line", error.lineno)

compile(INSIDE, "lesson", "exec")  # [inside]
print("inside: fine")
