//! The folder `dist/`: written so that whoever serves it meanwhile never sees half a site.

use crate::{cache, paths};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the site, by path in `dist/` with `/` between folders.
#[derive(Default)]
pub struct Dist {
    files: BTreeMap<String, Vec<u8>>,
}

impl Dist {
    pub fn add(&mut self, path: &str, contents: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), contents.into());
    }

    /// Paths and contents of all files.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, contents)| (path.as_str(), contents.as_slice()))
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Adds a file whose name says its content, and returns that name. Such a file may be cached for ever.
    pub fn add_hashed(&mut self, stem: &str, ending: &str, contents: &[u8]) -> String {
        let name = format!("{stem}-{}{ending}", cache::hash(&[contents]));
        self.add(&name, contents);
        name
    }

    /// Adds all files of a folder, at the top.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), String> {
        for file in files_in(folder)? {
            let path = file.strip_prefix(folder).unwrap_or(&file);
            let path = path.to_string_lossy().replace('\\', "/");
            self.add(&path, crate::shell::read_bytes(&file)?);
        }
        Ok(())
    }

    /// Makes `dist/` hold exactly these files. Pages come after what they refer to, and what is stale goes last.
    pub fn write(&self) -> Result<(), String> {
        let dist = paths::dist();
        let (pages, others): (Vec<_>, Vec<_>) = self.files.iter().partition(|(path, _)| path.ends_with(".html"));
        for (path, contents) in others.into_iter().chain(pages) {
            write_if_changed(&dist.join(path), contents)?;
        }
        for file in files_in(&dist)? {
            let path = file.strip_prefix(&dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            if !self.files.contains_key(&path) && !crate::embed::is_frozen(&path) {
                fs::remove_file(&file).map_err(|error| format!("cannot remove {}: {error}", paths::shown(&file)))?;
            }
        }
        Ok(())
    }
}

fn write_if_changed(path: &Path, contents: &[u8]) -> Result<(), String> {
    if fs::read(path).is_ok_and(|present| present == contents) {
        return Ok(());
    }
    let fail = |error: std::io::Error| format!("cannot write {}: {error}", paths::shown(path));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    fs::write(path, contents).map_err(fail)
}

/// All files below a folder, sorted.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fail = |error: std::io::Error| format!("cannot list {}: {error}", paths::shown(folder));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
