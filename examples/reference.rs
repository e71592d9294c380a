//! Writes the tables of the documents from the program's own: keys and commands into README.md, the fields of a recording
//! into docs/RECORDING.md. With `--check` it only says whether they are up to date.
//!
//! `cargo run --release --locked --example reference`

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use loopscope::event::fields::{Number, Text};
use loopscope::tui::command::{COMMANDS, PLACES};
use loopscope::tui::keymap::{Context, entries};
use loopscope::tui::text::Charset;

fn main() -> Result<(), Box<dyn Error>> {
    let only_check = std::env::args().nth(1).as_deref() == Some("--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tables = [
        ("README.md", "keys", keys()?),
        ("README.md", "commands", commands()?),
        ("docs/RECORDING.md", "fields", fields()?),
    ];
    for (file, name, table) in tables {
        let old = std::fs::read_to_string(root.join(file))?;
        let new = replaced(&old, name, &table).ok_or_else(|| format!("{file} has no place for {name}"))?;
        if only_check && old != new {
            return Err(
                format!("the table of {name} in {file} is out of date; run this without --check").into()
            );
        }
        if old != new {
            std::fs::write(root.join(file), new)?;
        }
    }
    Ok(())
}

/// The document with `table` between the comments that name it.
fn replaced(document: &str, name: &str, table: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = document.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{table}\n{end}{after}"))
}

fn keys() -> Result<String, std::fmt::Error> {
    let mut table = "| where | keys | what they do |\n|---|---|---|\n".to_owned();
    for context in Context::ALL {
        for entry in entries(context) {
            let labels = entry.all_labels(Charset::Unicode);
            let labels: Vec<String> = labels.split("  ").map(|keys| format!("`{keys}`")).collect();
            let labels = labels.join(" ").replace('|', "\\|");
            writeln!(table, "| {} | {labels} | {} |", context.title(), entry.what.replace('|', "\\|"))?;
        }
    }
    Ok(table)
}

fn commands() -> Result<String, std::fmt::Error> {
    let mut table = "| command | what it does |\n|---|---|\n".to_owned();
    for (form, what) in PLACES {
        let forms: Vec<String> = form.split(" · ").map(|form| format!("`:{form}`")).collect();
        writeln!(table, "| {} | {what} |", forms.join(" "))?;
    }
    for entry in COMMANDS {
        let names: Vec<String> = entry.names.iter().map(|name| format!("`:{name}`")).collect();
        let forms = entry.form.split(" · ").filter(|form| !form.is_empty());
        let forms: Vec<String> = forms.map(|form| format!("`{form}`")).collect();
        let forms = if forms.is_empty() { String::new() } else { format!(" with {}", forms.join(", ")) };
        writeln!(table, "| {}{forms} | {} |", names.join(" "), entry.what)?;
    }
    Ok(table)
}

fn fields() -> Result<String, std::fmt::Error> {
    let mut table = "| key | `tracing` field | value |\n|---|---|---|\n".to_owned();
    for field in Number::ALL {
        writeln!(table, "| `{}` | `{}` | number |", field.short(), field.long())?;
    }
    for field in Text::ALL {
        writeln!(table, "| `{}` | `{}` | string |", field.short(), field.long())?;
    }
    Ok(table)
}
