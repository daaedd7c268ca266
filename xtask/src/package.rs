//! The data package, `dist/data/`: what it holds is the library's to say, where it goes is said here.

use crate::dist::Dist;
use lotrinh::dataset::DataSet;

/// Adds the data package to the site.
pub fn add_to(dist: &mut Dist, data: &DataSet) -> Result<(), String> {
    let files = lotrinh::package::files(data);
    for (name, contents) in &files {
        dist.add(&format!("data/{name}"), contents.as_bytes());
    }
    dist.add("data/index.html", index(&files));
    Ok(())
}

/// A page for `data/`, because a plain static host does not list a folder and the app links to it.
fn index(files: &[(String, String)]) -> String {
    let items: String = files
        .iter()
        .map(|(name, contents)| {
            let kb = contents.len().div_ceil(1000);
            format!("<li><a href=\"{name}\" download>{name}</a> ({kb} KB)</li>\n")
        })
        .collect();
    format!(
        r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Lộ trình – Dữ liệu mở</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
</head>
<body>
<h1>Dữ liệu mở <span lang="en">· Open data</span></h1>
<p>Dữ liệu có cấu trúc của các kế hoạch phát triển thương mại điện tử. Tệp datapackage.json mô tả các bảng.</p>
<p lang="en">Structured data of Vietnam's e-commerce plans. The file datapackage.json describes the tables.</p>
<ul>
{items}</ul>
<p><a href="../">Lộ trình</a></p>
</body>
</html>
"#
    )
}
