import asyncio


class A:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *a):
        await asyncio.sleep(0)


async def f(mode):
    for i in range(2):
        try:
            try:
                async with A():
                    if mode == "raise":
                        raise ValueError
                    if mode == "continue":
                        continue
                    if mode == "break":
                        break
                    if mode == "return":
                        return "returned"
            except ValueError:
                print("except")
            else:
                print("else")
            finally:
                async with A():
                    print("finally", mode, i)
        finally:
            print("outer")
    else:
        print("no break")
    return "fell through"


async def main():
    for mode in ("plain", "raise", "continue", "break", "return"):
        print(await f(mode))


asyncio.run(main())
