//! Work whose input has not changed is not done again.
//!
//! An entry is a folder `target/xtask-cache/<name>-<hash of the input>`. Only the last entry of a name is kept.

use crate::paths;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The first characters of a content hash, for file names and cache keys.
pub fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length keeps ("ab", "c") apart from ("a", "bc").
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The folder that `make` fills, or has filled before from the same `key`.
pub fn folder(name: &str, key: &str, make: impl FnOnce(&Path) -> Result<(), String>) -> Result<PathBuf, String> {
    let cache = paths::target().join("xtask-cache");
    let entry = cache.join(format!("{name}-{key}"));
    if entry.is_dir() {
        return Ok(entry);
    }
    // Made under another name first: a build that is interrupted must not leave half an entry.
    let unfinished = cache.join(format!("{name}-{key}.{}", std::process::id()));
    let fail = |error: std::io::Error| format!("cannot write {}: {error}", paths::shown(&entry));
    fs::create_dir_all(&unfinished).map_err(fail)?;
    let made = make(&unfinished);
    if let Err(message) = made {
        // What matters is the first failure; a left-over folder is harmless.
        fs::remove_dir_all(&unfinished).ok();
        return Err(message);
    }
    forget_others(&cache, name);
    if let Err(error) = fs::rename(&unfinished, &entry) {
        // Another build in the same target directory was quicker: its entry has the same content.
        fs::remove_dir_all(&unfinished).ok();
        if !entry.is_dir() {
            return Err(fail(error));
        }
    }
    Ok(entry)
}

/// Removes the earlier entries of `name`, so that the cache does not grow with every change.
fn forget_others(cache: &Path, name: &str) {
    let Ok(entries) = fs::read_dir(cache) else {
        return;
    };
    for entry in entries.flatten().map(|entry| entry.path()) {
        let of_name = entry
            .file_name()
            .and_then(|file| file.to_str())
            .and_then(|file| file.rsplit_once('-'))
            // A dot is in the name of an entry that another build may be making at this moment.
            .is_some_and(|(entry_name, key)| entry_name == name && !key.contains('.'));
        if of_name {
            fs::remove_dir_all(&entry).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_depends_on_content_and_on_where_it_is_cut() {
        assert_eq!(hash(&[b"ab", b"c"]), hash(&[b"ab", b"c"]));
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
        assert_eq!(hash(&[b"ab"]).len(), 16);
    }
}
