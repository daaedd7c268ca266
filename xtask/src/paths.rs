//! Where things are. Nothing here creates or deletes.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The root of the repository.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // Cargo sets the variable when it runs xtask; the value from compile time is wrong once the checkout has moved.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        manifest.parent().map_or(manifest.clone(), Path::to_path_buf)
    })
}

/// A file or folder of the repository.
pub fn repo(path: &str) -> PathBuf {
    root().join(path)
}

/// What is built for readers.
pub fn dist() -> PathBuf {
    repo("dist")
}

/// Cargo's target directory, wherever the environment or a configuration has put it.
pub fn target() -> &'static Path {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    TARGET.get_or_init(|| ask_cargo().unwrap_or_else(|| repo("target")))
}

fn ask_cargo() -> Option<PathBuf> {
    let arguments = ["metadata", "--format-version=1", "--no-deps", "--offline"];
    let output = crate::shell::cargo(&arguments).output().ok()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    Some(PathBuf::from(metadata["target_directory"].as_str()?))
}

/// A path as a person would write it: from the root of the repository where it is inside.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
