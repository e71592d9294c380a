//! Python programs under the real binary: what they print, how they end, and what is recorded of it.
#![cfg(feature = "python")]

mod common;

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use common::Kept;
use loopscope::event::{Definition, Event, EventKind, MOST_FRAMES};
use loopscope::trace::{Reader, Record};
use tempfile::TempDir;

fn loopscope() -> Command {
    Command::cargo_bin("loopscope").expect("the binary was built")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A program in a folder of its own.
struct Program {
    folder: TempDir,
}

impl Program {
    fn new(source: &str) -> Self {
        Self::from_bytes(source.as_bytes())
    }

    fn from_bytes(source: &[u8]) -> Self {
        let folder = TempDir::new().expect("a folder");
        std::fs::write(folder.path().join("prog.py"), source).expect("a file");
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn run(&self, options: &[&str], args: &[&str]) -> Output {
        let mut command = loopscope();
        command.arg("run").args(options).arg(self.path("prog.py")).args(args);
        command.output().expect("it ran")
    }

    fn recording(&self, options: &[&str]) -> Vec<u8> {
        let file = self.path("out.jsonl");
        let mut with = vec!["--record", &*file];
        with.extend(options);
        self.run(&with, &[]);
        std::fs::read(file).expect("a recording")
    }
}

fn run(source: &str) -> Output {
    Program::new(source).run(&[], &[])
}

const TWO_SLEEPERS: &str = r#"import asyncio

async def work(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name)

async def main():
    two = asyncio.create_task(work("two", 2))
    three = asyncio.create_task(work("three", 3))
    await two
    await three

asyncio.run(main())
"#;

/// The table of the contract, event by event, as CPython runs it.
#[test]
fn two_sleepers_event_by_event() {
    let trace = Kept::read(&Program::new(TWO_SLEEPERS).recording(&[]));
    let expected = include_str!("two_sleepers.trace");
    let found = trace.lines();
    for (n, (found, expected)) in
        found.iter().zip(expected.lines().filter(|l| !l.starts_with('#'))).enumerate()
    {
        assert_eq!(found, expected, "event {n}");
    }
    assert_eq!(found.len(), expected.lines().filter(|line| !line.starts_with('#')).count());
}

/// The frames of the program that an exception passed, for every task that ended by one and for the run, as CPython's
/// tracebacks have them.
#[test]
fn an_exception_is_recorded_with_its_traceback() {
    const HEAD: &str = "import asyncio\nasync def sleep(n):\n    await asyncio.sleep(n)\n";
    let raised = |source: &str| {
        let trace = Kept::read(&Program::new(&format!("{HEAD}{source}")).recording(&[]));
        let ends = trace.only(&["step-", "end"]).into_iter();
        let ends = ends.filter(|line| line.contains(" raise")).map(|line| line[5..].to_owned());
        ends.collect::<Vec<_>>()
    };
    let nested = "async def inner():
    await sleep(1)
    raise ValueError('no')
async def main():
    await inner()
asyncio.run(main())
";
    assert_eq!(
        raised(nested),
        [
            "step- of Task-1: raises ValueError: no, at 8 main > 6 inner",
            "end raised ValueError: no after 1.000, at 9 <module> > 8 main > 6 inner",
        ]
    );
    let gathered = "def check(n):
    1 / n
async def work(n):
    await sleep(n)
    check(n - 1)
async def main():
    await asyncio.gather(work(1), work(3))
asyncio.run(main())
";
    assert_eq!(
        raised(gathered),
        [
            "step- of Task-2: raises ZeroDivisionError: division by zero, at 8 work > 5 check",
            "step- of Task-1: raises ZeroDivisionError: division by zero, at 10 main > 8 work > 5 check",
            "end raised ZeroDivisionError: division by zero after 1.000, at 11 <module> > 10 main > 8 work > 5 check",
        ]
    );
    let group = "async def work():
    try:
        int('x')
    except ValueError as error:
        raise KeyError(1) from error
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
asyncio.run(main())
";
    let text = "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)";
    assert_eq!(
        raised(group),
        [
            "step- of Task-2: raises KeyError: 1, at 8 work".to_owned(),
            format!("step- of Task-1: raises {text}, at 10 main"),
            format!("end raised {text} after 0.000, at 12 <module> > 10 main"),
        ]
    );
    let generators = "def numbers():
    yield 1
    raise OSError
async def main():
    try:
        for n in numbers():
            await sleep(n)
    except OSError as error:
        kept = error
    await sleep(1)
    raise kept
asyncio.run(main())
";
    assert_eq!(
        raised(generators),
        [
            "step- of Task-1: raises OSError: , at 14 main > 9 main > 6 numbers",
            "end raised OSError:  after 2.000, at 15 <module> > 14 main > 9 main > 6 numbers",
        ]
    );
    assert_eq!(
        raised("asyncio.run(asyncio.wait_for(sleep(9), 1))\n")[1],
        "end raised TimeoutError:  after 1.000, at 4 <module>"
    );
}

/// No frame is at the text that cannot be read; in a module beside the program, the line that imports it is the last of
/// the program's own.
/// Only lines that are reached begin: not those after an `await` that raises, and also those behind a handler.
#[test]
fn lines_begin_where_cpythons_begin() {
    let source = "\
import asyncio
async def f(n):
    try:
        await asyncio.sleep(0)
        if n > 1:
            raise KeyError(n)
        y = 'no error'
    except KeyError:
        z = 3
    else:
        z = 4
    return z
async def g(future):
    try:
        await future
        print('never')
    except KeyError:
        pass
async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError())
    await g(future)
    await f(1)
    await f(2)
    print('end')
asyncio.run(main())
";
    let recording = Program::new(source).recording(&["--lines", "1000"]);
    let mut lines = std::collections::HashMap::new();
    let mut begun = Vec::new();
    for record in Reader::new(&*recording).unwrap().map(Result::unwrap) {
        match record {
            Record::Definition(Definition::Location { id, line, .. }) => drop(lines.insert(id, line)),
            Record::Event(Event { kind: EventKind::Line { location, task: Some(_) }, .. }) => {
                begun.push(lines[&location]);
            }
            _ => {}
        }
    }
    let g = [14, 15, 17, 18];
    let f = |rest: &[u32]| [&[3, 4, 5], rest].concat();
    // As under CPython 3.13, but that an `await` that raises does not begin once more.
    let expected =
        [&[20, 21, 22], &g[..], &[23], &f(&[7, 11, 12]), &[24], &f(&[6, 8, 9, 12]), &[25]].concat();
    assert_eq!(begun, expected);
}

#[test]
fn a_syntax_error_is_recorded_with_its_place() {
    let ends = |program: &Program| Kept::read(&program.recording(&[])).only(&["end"]).remove(0);
    let end = ends(&Program::new("import asyncio\n\ndef f(:\n"));
    assert!(end.ends_with(", at 3 "), "{end}");
    let program = Program::new("import wrong\n");
    std::fs::write(program.folder.path().join("wrong.py"), "x = = 1\n").expect("it was written");
    let end = ends(&program);
    assert!(end.ends_with(", at 1 <module> > 1 "), "{end}");
}

/// Of a traceback that is too deep, the two ends are kept.
#[test]
fn a_very_deep_traceback_keeps_its_ends() {
    let source = "def down(n):\n    down(n - 1) if n else 1 / 0\ndef top():\n    down(200)\ntop()\n";
    let trace = Kept::read(&Program::new(source).recording(&[]));
    let ends = trace.only(&["end"]);
    let places = ends[0].split_once(", at ").expect("it raised").1;
    assert_eq!(places.split(" > ").count(), MOST_FRAMES);
    assert!(places.starts_with("5 <module> > 4 top > 2 down > 2 down"), "{places}");
}

#[test]
fn callbacks_are_told_of_when_they_are_left_and_taken_back() {
    let trace = Kept::read(
        &Program::new(
            "import asyncio, functools
async def work():
    await asyncio.sleep(1)
def on_done(future):
    future.remove_done_callback(print)
async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(on_done)
    task.add_done_callback(functools.partial(on_done))
    task.add_done_callback(print)
    print(task.remove_done_callback(print), task.remove_done_callback(print))
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(on_done)
    future.set_result(None)
    future.add_done_callback(print)
    asyncio.get_running_loop().call_soon(task.add_done_callback, on_done)
    await asyncio.gather(task, work())
asyncio.run(main())
",
        )
        .recording(&[]),
    );
    assert_eq!(
        trace.only(&["callback", "callback-"]),
        [
            "   0 callback _run_until_complete_cb of Task-1",
            "   0 callback on_done of Task-2 by Task-1",
            "   0 callback on_done of Task-2 by Task-1",
            "   0 callback print of Task-2 by Task-1",
            "   0 callback- print of Task-2 by Task-1",
            "   0 callback on_done of future 1 by Task-1",
            "   0 callback gather._done_callback of Task-2 by Task-1",
            "   0 callback gather._done_callback of Task-3 by Task-1",
            "   0 callback on_done of Task-2 by handle 5",
            "1000 callback _run_until_complete_cb of Task-4",
            "1000 callback _run_until_complete_cb of Task-5",
        ]
    );
}

/// What is recorded is looked at without running any code of the program.
#[test]
fn recording_a_run_reads_no_property_of_the_program() {
    let source = "import asyncio, collections.abc, functools
class Talks:
    @property
    def func(self):
        print('func was read')
    def __getattr__(self, name):
        print(name, 'was looked for')
        raise AttributeError
    def __call__(self, *args):
        pass
class Meta(type):
    def __getattribute__(cls, name):
        print(name, 'of the class was read')
        return type.__getattribute__(cls, name)
class Made(metaclass=Meta):
    def __init__(self, *args):
        pass
class Partial(functools.partial):
    @property
    def func(self):
        print('func of a partial was read')
class Wrong(SyntaxError):
    @property
    def filename(self):
        print('filename was read')
    @property
    def lineno(self):
        print('lineno was read')
class Coroutine(Talks, collections.abc.Coroutine):
    def send(self, value):
        raise StopIteration
    def throw(self, *args):
        raise StopIteration
    def close(self):
        pass
    def __await__(self):
        return iter(())
async def work():
    await asyncio.sleep(1)
    raise Wrong('no')
async def main():
    task = asyncio.create_task(work())
    for callback in [Talks(), Made, Partial(print, end=''), functools.partial(Talks())]:
        task.add_done_callback(callback)
        task.remove_done_callback(callback)
        asyncio.get_running_loop().call_later(9, callback)
    asyncio.create_task(Coroutine())
    try:
        await task
    except SyntaxError:
        print('over')
asyncio.run(main())
";
    let program = Program::new(source);
    let file = program.path("out.jsonl");
    let output = program.run(&["--record", &*file], &[]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("over\n".to_owned(), String::new()));
    let trace = Kept::read(&std::fs::read(file).expect("a recording"));
    let told = trace.only(&["callback"]);
    let names = told.iter().filter(|line| line.contains("Task-2")).map(|line| line.split_whitespace().nth(2));
    assert_eq!(names.flatten().collect::<Vec<_>>(), ["Talks", "Made", "Partial", "Talks"]);
}

/// Whoever waits for many and goes on with each of them leaves and takes back a callback for all that are left, every
/// time: what only wakes the one who waits is not told of.
#[test]
fn waiting_for_many_in_a_loop_is_not_told_of_callback_by_callback() {
    let events = |tasks: usize| {
        let source = format!(
            "import asyncio
async def main():
    pending = [asyncio.create_task(asyncio.sleep(n)) for n in range({tasks})]
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
    async for task in asyncio.as_completed([asyncio.create_task(asyncio.sleep(1)) for _ in range({tasks})]):
        await task
asyncio.run(main())
"
        );
        let trace = Kept::read(&Program::new(&source).recording(&[]));
        let callbacks = trace.only(&["callback", "callback-"]);
        let others = callbacks.iter().filter(|line| !line.contains("_run_until_complete_cb"));
        assert_eq!(others.count(), 0);
        trace.lines().len()
    };
    let (some, many) = (events(100), events(300));
    assert!(many < some * 3, "{some} events for 100 tasks, {many} for 300");
}

#[test]
fn the_summary_of_the_two_sleepers() {
    let output = Program::new(TWO_SLEEPERS).run(&["--summary"], &[]);
    assert_eq!(text(&output.stdout), "start two\nstart three\nend two\nend three\n");
    let summary = text(&output.stderr);
    assert!(summary.starts_with("loopscope: 3.000 s virtual, "), "{summary}");
    assert!(summary.ends_with(" s real, 3 tasks, 81 events\n"), "{summary}");
    assert_eq!(summary.lines().count(), 1);
}

/// What `python3` prints for each scenario that ships with the program; all but the last end by themselves.
#[test]
fn scenarios_print_what_cpython_prints() {
    for (name, code) in [
        ("two_sleepers", 0),
        ("nested_awaits", 0),
        ("gather_or_one_after_another", 0),
        ("future_set_by_a_task", 0),
        ("blocking_sleep", 0),
        ("unset_future", 3),
    ] {
        let output = loopscope().args(["run", name]).output().expect("it ran");
        let expected = std::fs::read_to_string(format!("tests/expected/{name}.out")).expect("a file");
        assert_eq!(text(&output.stdout), expected, "{name}");
        assert_eq!(output.status.code(), Some(code), "{name}");
    }
}

#[test]
fn recordings_are_the_same_to_the_byte() {
    let program = Program::new(
        r#"import asyncio, random, time, uuid, os
class Thing: pass
async def work(n):
    await asyncio.sleep(random.random())
    print(n, Thing(), {"a", "b", "c"}, uuid.uuid4(), os.getpid(), time.time(), id(n) == id(n))
async def main():
    await asyncio.gather(*(work(n) for n in range(20)))
    print(asyncio.current_task(), asyncio.get_running_loop())
asyncio.run(main())
"#,
    );
    let first = program.recording(&["--lines", "1000"]);
    assert!(first.len() > 5_000);
    for _ in 0..5 {
        assert!(program.recording(&["--lines", "1000"]) == first, "two runs differ");
    }
    assert!(program.recording(&["--seed", "1", "--lines", "1000"]) != first, "the seed changes nothing");
}

#[test]
fn exit_codes_and_tracebacks_are_pythons() {
    let output = run("print('before')\nraise ValueError('boom')\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "before\n");
    let stderr = text(&output.stderr);
    assert!(stderr.starts_with("Traceback (most recent call last):\n"), "{stderr}");
    assert!(stderr.contains("prog.py\", line 2, in <module>\n    raise ValueError('boom')\n"), "{stderr}");
    assert!(stderr.ends_with("ValueError: boom\n"), "{stderr}");

    for (source, code, stderr) in [
        ("import sys; sys.exit(7)", 7, ""),
        ("import sys; sys.exit()", 0, ""),
        ("import sys; sys.exit('a reason')", 1, "a reason\n"),
        ("exit(3)", 3, ""),
        ("import asyncio, sys\nasync def main(): sys.exit(5)\nasyncio.run(main())", 5, ""),
    ] {
        let output = run(source);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(code), stderr.to_owned()), "{source}");
    }
}

#[test]
fn a_syntax_error_shows_its_line_with_a_caret() {
    let output = run("import asyncio\nasync def f(:\n    pass\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let stderr = text(&output.stderr);
    assert!(stderr.contains("prog.py\", line 2\n    async def f(:\n                ^\n"), "{stderr}");
    assert!(stderr.contains("\nSyntaxError: "), "{stderr}");
}

#[test]
fn output_is_passed_on_byte_for_byte() {
    let output = Program::new(
        "import sys\nsys.stdout.buffer.write(b'\\xff\\x00raw')\nprint('é', end='')\nprint('x', file=sys.stderr)\n",
    )
    .run(&[], &[]);
    assert_eq!(output.stdout, b"\xff\x00raw\xc3\xa9");
    assert_eq!(output.stderr, b"x\n");
}

#[test]
fn arguments_standard_input_and_modules_beside_the_program() {
    let program = Program::new(
        "import sys, beside\nname = input('name? ')\nprint(sys.argv[1:], name, beside.VALUE, __name__)\n",
    );
    std::fs::write(program.path("beside.py"), "VALUE = 42\n").expect("a file");
    let mut command = loopscope();
    command.arg("run").arg(program.path("prog.py")).args(["a", "--summary"]).write_stdin("Ann\n");
    let output = command.output().expect("it ran");
    assert_eq!(text(&output.stdout), "name? ['a', '--summary'] Ann 42 __main__\n");
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn a_deadlock_is_explained_instead_of_hanging() {
    let output = run(
        "import asyncio\nasync def main():\n    fut = asyncio.get_running_loop().create_future()\n    try:\n        await fut\n    finally:\n        print('never printed')\nasyncio.run(main())\n",
    );
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(text(&output.stdout), "", "nothing of the program runs after the end");
    let stderr = text(&output.stderr);
    let expected = "loopscope: deadlock: nothing is ready, no timer is set, and 1 task still waits\n  Task-1 main waits at prog.py:5";
    assert!(stderr.starts_with(expected), "{stderr}");
    assert!(stderr.contains("for a future made at prog.py:3"), "{stderr}");
}

#[test]
fn limits_end_an_endless_program_with_the_cause_and_its_last_line() {
    let endless = Program::new(
        "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\n        print('tick')\nasyncio.run(main())\n",
    );
    for (option, value, cause) in [
        ("--max-events", "1000", "stopped after 1000 events, the limit"),
        ("--max-time", "60", "stopped after 60.000 s of virtual time, the limit"),
        ("--max-output", "100", "stopped after 100 bytes of output, the limit"),
    ] {
        let output = endless.run(&[option, value], &[]);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(4), "{stderr}");
        assert!(stderr.starts_with(&format!("loopscope: {cause}; it had come to prog.py:")), "{stderr}");
        assert!(stderr.trim_end().ends_with(&format!("{option} sets another limit")), "{stderr}");
    }
}

#[test]
fn bad_input_gets_one_line_and_exit_code_2() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path().to_string_lossy().into_owned();
    for (argument, part) in [
        ("nowhere.py", "nowhere.py: No such file"),
        (&*folder, "no ordinary file"),
        ("two_sleeprs", "did you mean \"two_sleepers\"?"),
    ] {
        let output = loopscope().args(["run", argument]).output().expect("it ran");
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(part) && stderr.lines().count() == 1, "{stderr}");
    }
    let output = loopscope().output().expect("it ran");
    assert_eq!(output.status.code(), Some(2), "no terminal");
    assert!(text(&output.stderr).contains("`loopscope run FILE`"));
    let output = Program::new("print(1)").run(&["--record", "/nowhere/out.jsonl"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("/nowhere/out.jsonl"), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "", "nothing runs that cannot be recorded");
}

#[cfg(unix)]
#[test]
fn an_interrupt_is_a_keyboard_interrupt() {
    use std::io::Read;
    use std::os::unix::process::ExitStatusExt;
    use std::process::Stdio;

    let program = Program::new(
        "import asyncio\nasync def main():\n    print('go', flush=True)\n    try:\n        await asyncio.sleep(60)\n    finally:\n        print('cleanup')\nasyncio.run(main())\n",
    );
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("loopscope"))
        .args(["run", "--real-time", &program.path("prog.py")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it started");
    let mut stdout = child.stdout.take().expect("piped");
    let mut go = [0; 3];
    stdout.read_exact(&mut go).expect("it says go");
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("it is alive");
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("text");
    let output = child.wait_with_output().expect("it ended");
    assert_eq!(rest, "cleanup\n");
    assert!(text(&output.stderr).trim_end().ends_with("KeyboardInterrupt"));
    assert_eq!(output.status.signal(), Some(2), "it dies of the signal, as CPython does");
}

#[test]
fn the_worker_streams_what_run_records() {
    let program = Program::new(TWO_SLEEPERS);
    let recorded = program.recording(&["--lines", "20000"]);
    let output = loopscope().arg("worker").arg(program.path("prog.py")).output().expect("it ran");
    assert_eq!(text(&output.stdout), text(&recorded));
}

#[test]
fn the_real_clock_really_waits() {
    let output = Program::new("import asyncio\nasyncio.run(asyncio.sleep(0.3))\nprint('done')\n")
        .run(&["--real-time", "--summary"], &[]);
    assert_eq!(text(&output.stdout), "done\n");
    let summary = text(&output.stderr);
    let figure = |unit: &str| -> f64 {
        let before = summary.split(unit).next().expect("a part");
        before.rsplit(' ').next().and_then(|number| number.parse().ok()).expect("a number")
    };
    assert!(figure(" s virtual") >= 0.3 && figure(" s real") >= 0.3, "{summary}");
}

#[test]
fn scenarios_are_listed_by_chapter() {
    let output = loopscope().arg("list").output().expect("it ran");
    let listed = text(&output.stdout);
    assert!(listed.contains("\n  two_sleepers "), "{listed}");
    let files = std::fs::read_dir("scenarios").expect("chapters").flat_map(|chapter| {
        std::fs::read_dir(chapter.expect("a folder").path())
            .expect("scenarios")
            .map(|file| file.expect("a file"))
    });
    for file in files {
        let name = Path::new(&file.file_name()).file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(listed.contains(&format!("  {name} ")), "{name} is not listed");
    }
}

const THREADS: &str = r#"import asyncio, queue, threading, time

def block(seconds):
    time.sleep(seconds)
    print("blocked", seconds, threading.current_thread().name)
    return seconds

async def ticker():
    for i in range(4):
        print("beat", i)
        await asyncio.sleep(0.5)

async def main():
    loop = asyncio.get_running_loop()
    jobs = asyncio.to_thread(block, 1.2), loop.run_in_executor(None, block, 1)
    print(await asyncio.gather(*jobs, ticker()))

asyncio.run(main())
numbers = queue.Queue()

def produce():
    for i in range(3):
        time.sleep(0.2)
        numbers.put(i)
    numbers.put(None)

threading.Thread(target=produce).start()
while (number := numbers.get()) is not None:
    print("got", number)
"#;

/// Threads sleep beside the loop, in virtual time, in one and the same order in every run.
#[test]
fn threads_run_in_virtual_time() {
    let program = Program::new(THREADS);
    let output = program.run(&["--summary"], &[]);
    let expected = "beat 0\nbeat 1\nblocked 1 asyncio_0\nbeat 2\nblocked 1.2 asyncio_1\nbeat 3\n\
                    [1.2, 1, None]\ngot 0\ngot 1\ngot 2\n";
    assert_eq!(text(&output.stdout), expected);
    assert!(text(&output.stderr).starts_with("loopscope: 2.600 s virtual, "), "{}", text(&output.stderr));
    let first = program.recording(&[]);
    for _ in 0..20 {
        assert!(program.recording(&[]) == first, "two runs with threads differ");
    }
}

/// A wake-up that comes too late for its own purpose does not end the next wait.
#[test]
fn a_join_that_gave_up_does_not_shorten_a_sleep() {
    let output = run(
        "import threading, time\nt = threading.Thread(target=time.sleep, args=(1,))\nt.start()\nt.join(0.5)\nstart = time.time()\ntime.sleep(10)\nprint(round(time.time() - start))\n",
    );
    assert_eq!(text(&output.stdout), "10\n");
}

#[test]
fn a_thread_that_spins_lets_the_others_come() {
    let output = run(
        "import asyncio, threading, time\nasync def main():\n    job = asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.2)\n    while not job.done():\n        await asyncio.sleep(0)\nasyncio.run(main())\nflag = threading.Timer(1, lambda: None)\nflag.start()\nwhile flag.is_alive():\n    time.sleep(0)\nprint('done')\n",
    );
    assert_eq!((text(&output.stdout), output.status.code()), ("done\n".to_owned(), Some(0)));
}

#[test]
fn time_runs_out_also_for_a_program_that_only_reads_the_clock() {
    let program = Program::new("import time\nwhile time.monotonic() < 1e9:\n    pass\n");
    let output = program.run(&["--max-time", "100"], &[]);
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    let endless = Program::new("import asyncio, math\nasyncio.run(asyncio.sleep(math.inf))\n");
    assert_eq!(endless.run(&[], &[]).status.code(), Some(4));
}

#[test]
fn a_recording_is_never_written_over_a_program() {
    let program = Program::new("print('still here')\n");
    let path = program.path("prog.py");
    let output = program.run(&["--record", &path], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(path).expect("the program"), "print('still here')\n");
}

#[test]
fn what_a_process_changes_is_its_own() {
    let output = run(
        "from multiprocessing import Process, Queue\nnumbers = []\ndef work(queue):\n    numbers.append(1)\n    queue.put(len(numbers))\nif __name__ == '__main__':\n    queue = Queue()\n    processes = [Process(target=work, args=(queue,)) for _ in range(3)]\n    for process in processes: process.start()\n    for process in processes: process.join()\n    print([queue.get() for _ in processes], numbers)\n",
    );
    assert_eq!(text(&output.stdout), "[1, 1, 1] []\n");
}

/// One is terminated while its loop waits, the other within a step; both recordings are alike.
#[test]
fn a_process_that_is_terminated_leaves_a_good_recording() {
    let program = Program::new(
        "import asyncio, multiprocessing, time\nasync def waits():\n    await asyncio.gather(asyncio.sleep(60), asyncio.sleep(60))\nasync def blocks():\n    time.sleep(60)\ndef child(main):\n    asyncio.run(main())\nif __name__ == '__main__':\n    for main in (waits, blocks):\n        process = multiprocessing.Process(target=child, args=(main,))\n        process.start()\n        time.sleep(0.1)\n        process.terminate()\n        process.join()\n        print(process.exitcode)\n",
    );
    let recording = program.recording(&[]);
    assert_eq!(recording, program.recording(&[]));
    let trace = Kept::read(&recording);
    assert_eq!(trace.only(&["thread-"]).len(), 2);
    assert_eq!(trace.only(&["loop"]).len(), trace.only(&["loop-"]).len());
    assert_eq!(trace.only(&["out"]).len(), 2);
}

#[test]
fn removed_forms_work_on_request_and_are_explained_otherwise() {
    let program = Program::new(
        "import asyncio\n@asyncio.coroutine\ndef old():\n    yield from asyncio.sleep(1)\n    print('old')\nasyncio.get_event_loop().run_until_complete(asyncio.wait([old(), old()]))\n",
    );
    let output = program.run(&["--compat", "3.8"], &[]);
    assert_eq!(text(&output.stdout), "old\nold\n");
    let output = program.run(&[], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("use --compat 3.8"), "{}", text(&output.stderr));
}

#[test]
fn a_lock_that_nobody_releases_is_a_deadlock() {
    let output = run("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
    assert_eq!(output.status.code(), Some(3), "{}", text(&output.stderr));
}
