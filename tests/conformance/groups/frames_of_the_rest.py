import traceback
def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* OSError:
        pass
def g():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print([s.name for s in traceback.extract_tb(e.__traceback__)])
for h in (f, g):
    try:
        h()
    except ExceptionGroup as e:
        print([s.name for s in traceback.extract_tb(e.__traceback__)])
