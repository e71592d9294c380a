import contextvars

v = contextvars.ContextVar("v")
w = contextvars.ContextVar("w", default=0)
try:
    v.get()
except LookupError as e:
    print(type(e).__name__)
t = v.set(1)
print(t.old_value is contextvars.Token.MISSING, t.var is v, v.get(), w.get())
t2 = v.set(2)
print(t2.old_value)
v.reset(t2)
print(v.get())
try:
    v.reset(t2)
except RuntimeError as e:
    print(type(e).__name__)
try:
    w.reset(t)
except ValueError as e:
    print(type(e).__name__)
ctx = contextvars.copy_context()
print(ctx.run(lambda: (v.set(5), v.get())[1]), v.get(), ctx[v], v in ctx, w in ctx, len(ctx))
try:
    ctx.run(ctx.run, print)
except RuntimeError as e:
    print(str(e).partition(":")[0])
try:
    contextvars.copy_context().run(v.reset, t)
except ValueError as e:
    print(type(e).__name__)
print(sorted(x.name for x in ctx), contextvars.Context().get(v, "empty"))
