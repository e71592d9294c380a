# title: In 3.8: a server with two routes
# concept: the loop= argument
# chapter: I/O and servers
# order: 15
# python: 3.7 to 3.9
# compat: 3.8
# now: http_server
# ends: never
# since 3.10: raises TypeError
# claims:
#   exit code 4
#   prints "server started", "GET / -> <h1>Index</h1>",
#     "GET /hello/world -> <h1>hello, world!</h1>"
# note [queue]: Every object was told its loop by hand. Python 3.10 removed the argument.
# note [future]: The same for a bare future; this one still takes it.
# lesson: In older texts a loop is handed around: loop=loop here, loop=loop there. Since Python 3.10
#   queues, locks, sleep and gather find the running loop themselves, and the argument is a
#   TypeError. What is left to do is to leave it out: see the scenario http_server.
#
#   The network is played by a queue: a browser puts a request into it every second, and the
#   server answers each with a task of its own, half a second later. The loop runs for ever.

import asyncio


class Request:
    """What a browser asks for, and the future in which the answer will lie."""

    def __init__(self, path, answer):
        self.path, self.answer = path, answer


async def index(request):
    await asyncio.sleep(0.5)
    return "<h1>Index</h1>"


async def hello(request):
    await asyncio.sleep(0.5)
    return "<h1>hello, " + request.path.rsplit("/")[-1] + "!</h1>"


ROUTES = {"/": index, "/hello/world": hello}


async def respond(request):
    request.answer.set_result(await ROUTES[request.path](request))


async def server(requests):
    print("server started")
    while True:
        request = await requests.get()
        asyncio.ensure_future(respond(request), loop=loop)


async def browser(requests):
    while True:
        for path in ROUTES:
            request = Request(path, asyncio.Future(loop=loop))  # [future]
            requests.put_nowait(request)
            print("GET", path, "->", await request.answer)
            await asyncio.sleep(0.5, loop=loop)


loop = asyncio.get_event_loop()
network = asyncio.Queue(loop=loop)  # [queue]
serving = loop.create_task(server(network))
browsing = loop.create_task(browser(network))
loop.run_forever()
