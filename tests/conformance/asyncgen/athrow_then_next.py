import asyncio
async def g():
    while True:
        try: yield 1
        except ValueError: yield "handled"
async def main():
    a = g()
    print(await anext(a), await a.athrow(ValueError), await anext(a, "ended"))
asyncio.run(main())
