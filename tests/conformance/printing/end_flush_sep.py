import asyncio
import sys


async def dots(n):
    for _ in range(n):
        print(".", end="", flush=True)
        await asyncio.sleep(0.1)
    print()


async def main():
    print("a", "b", 3, sep="-", end="!\n")
    print()
    print("no newline", end="")
    print(" continued")
    await asyncio.gather(dots(3), dots(2))
    print("tab\tand\\backslash", "é ü 漢字 🐍", repr("é\n"), ascii("é"))
    print(*[1, 2], None, True, 1.0, 1e100, 0.1 + 0.2, 10**20, sep="|")
    sys.stdout.write("written\n")
    print(sys.stdout.write("n"))
    print(file=sys.stdout)
    print("last without newline", end="")


asyncio.run(main())
