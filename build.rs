//! A new file in `scenarios/` has to reach the binary, which embeds the folder.

fn main() {
    println!("cargo::rerun-if-changed=scenarios");
}
