//! The real program in a pseudo-terminal: keys go in, and what a terminal would show is looked at.
//!
//! The program needs Python for its worker, so a build without it has nothing to test here, unless
//! `LOOPSCOPE_BIN` names a program that was built with it.
#![cfg(unix)]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longer than anything here takes, also on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

fn binary() -> Option<PathBuf> {
    // Cargo names the program also where it does not build it.
    let built = option_env!("CARGO_BIN_EXE_loopscope").filter(|_| cfg!(feature = "python"));
    std::env::var_os("LOOPSCOPE_BIN").map(PathBuf::from).or_else(|| built.map(PathBuf::from))
}

/// A terminal with the program in it.
struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
}

impl Session {
    /// Starts the program; none where it was not built.
    fn start(args: &[&str], environment: &[(&str, &str)]) -> Option<Self> {
        let Some(binary) = binary() else {
            eprintln!("skipped: the program was built without Python");
            return None;
        };
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(binary);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env_remove("NO_COLOR");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(size.rows, size.cols, 0)));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shown = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..read]);
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Some(Self { master: pair.master, child, writer, screen })
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    fn until(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !is_so(self.screen.lock().unwrap().screen()) {
            assert!(begun.elapsed() < PATIENCE, "no {what} on the screen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn until_shown(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// A click, in the words of a terminal; column and line from 0.
    fn click(&mut self, (column, line): (u16, u16)) {
        let (column, line) = (column + 1, line + 1);
        self.press(&format!("\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m"));
    }

    /// Where a text stands on the screen.
    fn place_of(&self, text: &str) -> (u16, u16) {
        let shown = self.text();
        let (line, at) =
            shown.lines().enumerate().find_map(|(line, row)| Some((line, row.find(text)?))).unwrap();
        let column = shown.lines().nth(line).unwrap()[..at].chars().count();
        (column as u16, line as u16)
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn signal(&self, signal: rustix::process::Signal) {
        let pid = self.child.process_id().and_then(|pid| i32::try_from(pid).ok()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Waits for the end; the terminal must be as the shell left it.
    fn ended(mut self) -> u32 {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        };
        self.until("shell's screen", |screen| {
            let is_mouse_off = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
            !screen.alternate_screen() && !screen.hide_cursor() && is_mouse_off
        });
        let mode = rustix::termios::tcgetattr(borrowed(&*self.master)).unwrap();
        assert!(mode.local_modes.contains(rustix::termios::LocalModes::ICANON), "raw mode was left behind");
        status.exit_code()
    }
}

/// The terminal's other side shares the modes.
fn borrowed(master: &(dyn MasterPty + Send)) -> std::os::fd::OwnedFd {
    let name = master.tty_name().unwrap();
    std::fs::File::options().read(true).write(true).open(name).unwrap().into()
}

#[test]
fn choose_step_forward_and_back_and_quit() {
    let Some(mut session) = Session::start(&[], &[]) else { return };
    session.until_shown("see what an event loop does");
    session.press("/two sleepers\r");
    session.until_shown("two_sleepers");
    session.press("\r");
    session.until_shown("start two");
    session.press("g");
    session.until_shown("The run has not begun");
    session.press(".");
    session.until_shown("step 1");
    session.press("G");
    session.until_shown("one after another 5.000 s");
    session.press("g");
    session.until_shown("The run has not begun");
    session.press("\x1b");
    session.until_shown("see what an event loop does");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn the_command_line_moves_and_says_what_is_wrong() {
    let Some(mut session) = Session::start(&["two_sleepers"], &[]) else { return };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("one after another 5.000 s");
    session.press(":e 4\r");
    session.until_shown("event 4/");
    session.press(":2.5\r");
    session.until_shown("t 2.500 s");
    session.press(":fly\r");
    session.until_shown("there is no command \"fly\"; :help names them");
    session.press(":spe\t4\r");
    session.until_shown("4×");
    session.press(":\x1b[A\x1b[A\x1b[A\x1b[A\r");
    session.until_shown("event 4/");
    session.press(":task Task-3\r");
    session.until_shown("selected; it is made later");
    session.press(":2.5\r");
    session.until_shown("▸◔ Task-3");
    session.press(":help\r");
    session.until_shown("commands");
    session.press("\x1b:q\r");
    assert_eq!(session.ended(), 0);
}

#[test]
fn breakpoints_stop_in_both_directions_and_a_search_goes_around() {
    let Some(mut session) = Session::start(&["two_sleepers"], &[]) else { return };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("one after another 5.000 s");
    session.press(":b out \"end two\"\r");
    session.until_shown("breakpoint set: out \"end two\"");
    session.press("C");
    session.until_shown("breakpoint 1: out \"end two\"");
    session.press("C");
    session.until_shown("no breakpoint before this");
    session.until_shown("The run has not begun");
    session.press(":b work returned\rc");
    session.until_shown("breakpoint 1: out \"end two\"");
    session.press("c");
    session.until_shown("breakpoint 2: work returned");
    session.press(":off all\rc");
    session.until_shown("no breakpoint is set");
    session.press("g/start\r");
    session.until_shown("1 of ");
    session.press("n");
    session.until_shown("2 of ");
    session.press("N");
    session.until_shown("1 of ");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

/// A program that never ends, and does something all the time.
const RESTLESS: &str = "\
import asyncio

async def main():
    while True:
        await asyncio.sleep(1)

asyncio.run(main())
";

#[test]
fn an_endless_program_is_shown_up_to_a_limit_that_can_be_raised() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("restless.py");
    std::fs::write(&file, RESTLESS).unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("timeline");
    session.press(":limit 1000\r");
    session.until_shown("runs ahead by at most 1000 events");
    session.press(":b nobody cancelled\rc");
    session.until_shown("at the limit of 1000");
    session.press("A");
    session.until_shown("at the limit of 2000");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn in_a_program_without_tasks_that_never_ends_a_step_is_looked_for_and_not_found() {
    let Some(mut session) = Session::start(&["taking_turns"], &[]) else { return };
    session.until_shown("----- A -----");
    session.press(":limit 30000\rg");
    session.until_shown("The run has not begun");
    session.press(".");
    session.until_shown("no task step after this as far as the run is known");
    session.until_shown("The run has not begun");
    session.press("]");
    session.until_shown("no iteration after this as far as the run is known");
    session.until_shown("event 0/");
    // Further on than lines are recorded.
    session.press(":e 60000\r");
    session.until_shown("no more lines");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn a_deadlock_and_a_syntax_error_are_said() {
    let Some(mut session) = Session::start(&["unset_future"], &[]) else { return };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("Deadlock: nothing is ready");
    session.press("q");
    assert_eq!(session.ended(), 0);

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wrong.py");
    std::fs::write(&file, "\ndef f(:\n    pass\n").unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("SyntaxError");
    session.until_shown("✗ 2  def f(:");
    session.until_shown("^");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

/// What raised is in a module beside the program, so that is shown.
#[test]
fn an_exception_is_gone_to_where_it_was_raised() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.py");
    let blanks = "\n".repeat(60);
    let raising = format!("{blanks}async def work():\n    await asyncio.sleep(1)\n    helper.check({{}})\n");
    let source = format!("import asyncio, helper\n{raising}asyncio.run(work())\n");
    std::fs::write(&file, source).unwrap();
    let helper = folder.path().join("helper.py");
    std::fs::write(&helper, "# beside it\n\n\ndef check(known):\n    return known['answer']\n").unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("an exception that nobody caught");
    session.until_shown("✗ 5      return known['answ");
    session.press("2");
    session.until_shown("✗ Task-1 work");
    session.press("q");
    assert_eq!(session.ended(), 0);

    // Without a module, the program is scrolled to the line, however far down.
    let source = format!("import asyncio\n{}1 / 0\n", "\n".repeat(60));
    std::fs::write(&file, source).unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("✗62  1 / 0");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn every_signal_gives_the_terminal_back() {
    use rustix::process::Signal;
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129), (Signal::QUIT, 131)] {
        let Some(session) = Session::start(&["two_sleepers"], &[]) else { return };
        session.until_shown("timeline");
        session.signal(signal);
        assert_eq!(session.ended(), code, "{signal:?}");
    }
}

#[test]
fn ctrl_z_really_stops_and_comes_back_with_a_whole_picture() {
    let Some(mut session) = Session::start(&[], &[]) else { return };
    session.until_shown("see what an event loop does");
    session.press("\x1a");
    session.until("shell's screen", |screen| !screen.alternate_screen());
    let stat = format!("/proc/{}/stat", session.child.process_id().unwrap());
    if let Ok(stat) = std::fs::read_to_string(stat) {
        assert!(stat.contains(") T "), "it goes on: {stat}");
    }
    session.signal(rustix::process::Signal::CONT);
    session.until("picture", |screen| {
        screen.alternate_screen() && screen.contents().contains("see what an event loop does")
    });
    session.press("q");
    assert_eq!(session.ended(), 0);
}

/// A program that computes for ever.
const ENDLESS: &str = "\
import asyncio

async def main():
    print('still here', flush=True)
    while True:
        pass

asyncio.run(main())
";

/// The worker's process, where the system tells.
#[cfg(target_os = "linux")]
fn worker_of(session: &Session) -> Option<rustix::process::Pid> {
    let pid = session.child.process_id()?;
    let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).ok()?;
    rustix::process::Pid::from_raw(children.split_whitespace().next()?.parse().ok()?)
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_that_is_killed_leaves_the_last_picture_and_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("endless.py");
    std::fs::write(&file, ENDLESS).unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("0.000  Task-1  still here");
    let Some(worker) = worker_of(&session) else { return };
    rustix::process::kill_process(worker, rustix::process::Signal::KILL).unwrap();
    session.until_shown("The worker ended by SIGKILL.");
    session.until_shown("0.000  Task-1  still here");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn no_worker_outlives_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("endless.py");
    std::fs::write(&file, ENDLESS).unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("0.000  Task-1  still here");
    let Some(worker) = worker_of(&session) else { return };
    session.press("q");
    assert_eq!(session.ended(), 0);
    assert!(rustix::process::test_kill_process(worker).is_err(), "the worker goes on");
}

#[test]
fn a_resize_is_followed() {
    let Some(mut session) = Session::start(&["two_sleepers"], &[]) else { return };
    session.until_shown("timeline");
    let size = PtySize { rows: 12, cols: 40, pixel_width: 0, pixel_height: 0 };
    session.screen.lock().unwrap().screen_mut().set_size(12, 40);
    session.master.resize(size).unwrap();
    session.until("small picture", |screen| {
        screen.contents().contains("timeline") && !screen.contents().contains("╭ source")
    });
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn without_a_terminal_there_is_one_clear_line() {
    let Some(binary) = binary() else { return };
    let output = std::process::Command::new(binary).stdin(std::process::Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("standard output is not a terminal") && error.contains("loopscope run"),
        "{error}"
    );
    assert_eq!(error.lines().count(), 1);
}

/// A program of one's own whose output is the word that is given.
fn program(word: &str) -> String {
    format!(
        "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('{word}')\n    \
         await asyncio.sleep(2)\n    print('the end')\n\nasyncio.run(main())\n"
    )
}

#[test]
fn the_mouse_works_and_can_be_left_to_the_terminal() {
    let Some(mut session) = Session::start(&["two_sleepers"], &[]) else { return };
    session.until_shown("start two");
    session.until("mouse", |screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion);
    session.press("G");
    session.until_shown("one after another 5.000 s");
    session.click(session.place_of("0 s     1 s"));
    session.until("another instant", |screen| !screen.contents().contains("one after another"));
    session.press("M");
    session.until("no mouse", |screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn a_saved_program_runs_again_and_the_playhead_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.py");
    std::fs::write(&file, program("the first")).unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("The program came to its end");
    session.press(":1.5\r");
    session.until_shown("t 1.500 s");
    // As some editors do: another file takes its place.
    let other = folder.path().join("mine.py~");
    std::fs::write(&other, program("the second")).unwrap();
    std::fs::rename(&other, &file).unwrap();
    session.until_shown("print('the second')");
    session.until_shown("t 1.500 s");
    // A mistake is said, and the picture stays.
    std::fs::write(&file, "async def main(:\n    pass\n").unwrap();
    session.until_shown("The saved version does not run");
    session.until_shown("SyntaxError");
    session.until_shown("t 1.500 s");
    std::fs::write(&file, program("the third")).unwrap();
    session.until_shown("print('the third')");
    session.until("no complaint", |screen| !screen.contents().contains("does not run"));
    session.press("q");
    assert_eq!(session.ended(), 0);
}

/// A program of two files: the other one is shown where the playhead is in it, can have breakpoints, and is a new
/// version when it is saved.
#[test]
fn another_file_of_the_program_is_shown_stopped_in_and_run_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.py");
    let main = "import asyncio\nimport work\n\nasyncio.run(work.do())\n";
    std::fs::write(&file, main).unwrap();
    let work = |text: &str| {
        format!("import asyncio\n\nasync def do():\n    await asyncio.sleep(1)\n    print({text:?})\n")
    };
    let other = folder.path().join("work.py");
    std::fs::write(&other, work("first")).unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("timeline");
    session.press(" g:b work.py:5\r");
    session.until_shown("breakpoint set: line 5 of work.py");
    session.press("c");
    session.until_shown("breakpoint 1: line 5 of work.py");
    session.until_shown("work.py");
    session.until_shown("print(\"first\")");
    std::fs::write(&other, work("second")).unwrap();
    session.until_shown("print(\"second\")");
    session.until_shown("t 1.000 s");
    // Where its tasks wait is seen there too.
    session.press(":0.5\r");
    session.until_shown("await asyncio.sleep(1) ◔1");
    session.until_shown("Task-1 suspends at work.py line 4");
    session.press(":b nothing.py:5\r");
    session.until_shown("nothing of nothing.py is known");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

/// What a refused version imports is the program's too: once that is repaired, the version runs.
#[test]
fn a_refused_version_runs_once_the_module_it_imports_is_repaired() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.py");
    std::fs::write(&file, program("the first")).unwrap();
    let package = folder.path().join("tools");
    std::fs::create_dir(&package).unwrap();
    std::fs::write(package.join("__init__.py"), "from . import inner\n").unwrap();
    std::fs::write(package.join("inner.py"), "def broken(:\n").unwrap();
    let Some(mut session) = Session::start(&[file.to_str().unwrap()], &[]) else { return };
    session.until_shown("timeline");
    std::fs::write(&file, format!("import tools\n{}", program("the second"))).unwrap();
    session.until_shown("The saved version does not run");
    std::fs::write(package.join("inner.py"), "").unwrap();
    session.until_shown("print('the second')");
    session.until("no complaint", |screen| !screen.contents().contains("does not run"));
    // While nobody looks, changes are not lost.
    session.press("R");
    session.until_shown("does not run again by itself");
    std::fs::write(package.join("inner.py"), "raise SystemExit(3)\n").unwrap();
    session.press("R");
    session.until_shown("it exits with 3");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

/// A file of a package has breakpoints before anything of it ran, and once it is shown, it can be edited.
#[test]
fn a_file_of_a_package_is_stopped_in_and_edited() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    std::fs::create_dir(folder.path().join("pkg")).unwrap();
    let file = write("mine.py", "import asyncio\nimport pkg\n\nasyncio.run(pkg.inner.do())\n");
    write("pkg/__init__.py", "from . import inner\n");
    write(
        "pkg/inner.py",
        "import asyncio\n\nasync def do():\n    await asyncio.sleep(1)\n    print('the first')\n",
    );
    let editor = write("editor", "#!/bin/sh\nsed -i 's/the first/the edited/' \"$2\"\n");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let environment = [("VISUAL", editor.to_str().unwrap())];
    let Some(mut session) = Session::start(&[file.to_str().unwrap(), "--no-reload"], &environment) else {
        return;
    };
    session.until_shown("timeline");
    session.press(" g:b pkg/inner.py:5\r");
    session.until_shown("breakpoint set: line 5 of pkg/inner.py");
    session.press("c");
    session.until_shown("print('the first')");
    session.press("e");
    session.until_shown("print('the edited')");
    session.until_shown("t 1.000 s");
    session.press("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn a_wrong_configuration_is_said_with_its_line_and_the_rest_counts() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("loopscope")).unwrap();
    let text = "theme = 'mauve'\nmouse = false\n[keys.everywhere]\nquit = ['x', 'ctrl-c']\n";
    std::fs::write(folder.path().join("loopscope/config.toml"), text).unwrap();
    let home = folder.path().to_str().unwrap();
    let Some(mut session) = Session::start(&[], &[("XDG_CONFIG_HOME", home)]) else { return };
    session.until_shown("line 1: theme can be");
    session.until_shown("see what an event loop does");
    assert_eq!(session.screen.lock().unwrap().screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    session.press("j");
    session.until("list", |screen| !screen.contents().contains("line 1: theme can be"));
    session.press("x");
    assert_eq!(session.ended(), 0);
}

#[test]
fn an_editor_gets_the_terminal_and_what_it_saves_runs() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.py");
    std::fs::write(&file, program("the first")).unwrap();
    let editor = folder.path().join("editor");
    let script = format!(
        "#!/bin/sh\necho \"editing $*\"\nread answer\nprintf '%s' \"$answer\" > '{}'\n\
         sed -i 's/the first/the edited/' \"$2\"\n",
        folder.path().join("answer").display()
    );
    std::fs::write(&editor, script).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let environment = [("VISUAL", editor.to_str().unwrap())];
    let Some(mut session) = Session::start(&[file.to_str().unwrap(), "--no-reload"], &environment) else {
        return;
    };
    session.until_shown("timeline");
    session.press("G");
    session.until_shown("the end");
    session.press("e");
    session.until("editor", |screen| !screen.alternate_screen() && screen.contents().contains("editing +"));
    session.press("hello\r");
    session.until("player", |screen| {
        screen.alternate_screen() && screen.contents().contains("print('the edited')")
    });
    assert_eq!(std::fs::read_to_string(folder.path().join("answer")).unwrap(), "hello");
    session.press("q");
    assert_eq!(session.ended(), 0);
}
