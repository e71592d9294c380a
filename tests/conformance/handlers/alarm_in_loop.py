import asyncio, signal
async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGALRM, print, "alarm in loop")
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    await asyncio.sleep(0.2)
    print("awake")
asyncio.run(main())
