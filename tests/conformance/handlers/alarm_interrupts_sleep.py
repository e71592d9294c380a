import signal, asyncio
async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGALRM, print, "alarm")
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    await asyncio.sleep(0.1)
    print("slept")
asyncio.run(main())
