"""A manager's objects live in its process; what one holds are proxies."""
import multiprocessing as mp


def work(shared, items, space, lock, n):
    with lock:
        shared[n] = n * n
        items.append(n)
        space.total += n


def main():
    with mp.Manager() as manager:
        shared, items, space, lock = manager.dict(), manager.list([0]), manager.Namespace(total=0, _hidden=1), manager.Lock()
        processes = [mp.Process(target=work, args=(shared, items, space, lock, n)) for n in range(1, 4)]
        for process in processes:
            process.start()
            process.join()
        print(shared, items, space.total, space)
        print(type(shared).__name__, dict(shared), shared.keys(), shared.items(), len(items), items[1:], 2 in items)
        nested = manager.dict(inner=[1])
        nested["inner"].append(2)
        print(nested)
        inner = nested["inner"]
        inner.append(2)
        nested["inner"] = inner
        print(nested.copy(), nested.get("none"), nested.pop("inner"), nested)
        try:
            shared["missing"]
        except KeyError as error:
            print("KeyError", error, type(error.__cause__).__name__)
        try:
            items.index(99)
        except ValueError:
            print("ValueError")
        queue, value, array = manager.Queue(), manager.Value("i", 3), manager.Array("i", [1, 2])
        queue.put("x")
        value.value += 1
        print(queue.get(), queue.empty(), value.value, value, array, array[1])
        with mp.Pool(2) as pool:
            pool.starmap(work, [(shared, items, space, lock, n) for n in (4, 5)])
        print(sorted(shared.values()), sorted(items), space.total)
    try:
        shared.keys()
    except Exception as error:
        print("gone", isinstance(error, (OSError, EOFError)))


if __name__ == "__main__":
    main()
