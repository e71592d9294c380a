//! A changed file in a folder that the binary embeds has to reach it.

fn main() {
    println!("cargo::rerun-if-changed=scenarios");
    println!("cargo::rerun-if-changed=src/python/lib");
}
