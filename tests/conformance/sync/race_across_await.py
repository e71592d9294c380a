import asyncio

balance = 100


async def withdraw(n):
    global balance
    seen = balance
    if seen >= n:
        await asyncio.sleep(0.1)
        balance = seen - n
        print("withdrew", n, "balance", balance)
    else:
        print("refused", n)


async def safe(lock, n):
    async with lock:
        await withdraw(n)


async def main():
    global balance
    await asyncio.gather(withdraw(80), withdraw(50))
    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(safe(lock, 80), safe(lock, 50))


asyncio.run(main())
