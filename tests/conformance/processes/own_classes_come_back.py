"""Instances, exceptions and enum members of the program's own classes are sent between processes by name."""
import enum
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclass
class Job:
    name: str
    colour: Colour
    tags: list = field(default_factory=list)


class Failed(Exception):
    def __init__(self, job, reason):
        super().__init__(job, reason)
        self.job, self.reason = job, reason


class Picky:
    def __init__(self, value):
        self.value = value

    def __getstate__(self):
        return {"value": self.value, "sent": True}

    def __setstate__(self, state):
        self.__dict__.update(state)

    def __eq__(self, other):
        return type(self) is type(other) and self.value == other.value

    __hash__ = None


def work(job):
    if job.colour is Colour.BLUE:
        raise Failed(job, "blue")
    job.tags.append("done")
    return job


def listen(inbox, outbox):
    while (item := inbox.get()) is not None:
        outbox.put((type(item).__name__, isinstance(item, (Job, Picky)), item))


def main():
    jobs = [Job("a", Colour.RED), Job("b", Colour.BLUE), Job("c", Colour.RED)]
    with ProcessPoolExecutor(2) as pool:
        for future in [pool.submit(work, job) for job in jobs]:
            try:
                result = future.result()
            except Failed as error:
                print("failed", error.job, error.reason, error.job == jobs[1], error.job is jobs[1])
            else:
                print("result", result, isinstance(result, Job), result.colour is Colour.RED)
    with mp.Pool(2) as pool:
        try:
            pool.map(work, jobs)
        except Failed as error:
            print("pool", error.reason, type(error.__cause__).__name__)
        print(pool.map(work, jobs[::2]) == [Job("a", Colour.RED, ["done"]), Job("c", Colour.RED, ["done"])])
    inbox, outbox = mp.Queue(), mp.Queue()
    listener = mp.Process(target=listen, args=(inbox, outbox))
    listener.start()
    for item in (jobs[0], Picky(5)):
        inbox.put(item)
        name, known, back = outbox.get()
        print(name, known, back == item, back is item, vars(back).get("sent"))
    inbox.put(None)
    listener.join()
    print(jobs[0].tags, listener.exitcode)


if __name__ == "__main__":
    main()
