from collections import deque


def countdown(name, n):
    while n:
        print(name, n)
        yield
        n -= 1


def run(tasks):
    ready = deque(tasks)
    while ready:
        t = ready.popleft()
        try:
            next(t)
            ready.append(t)
        except StopIteration:
            print("one done")


run([countdown("a", 2), countdown("b", 3), countdown("c", 1)])
