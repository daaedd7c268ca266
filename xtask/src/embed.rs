//! What newsrooms embed: pages with a figure and its source, the frame for every other state, the studio that gives
//! the code, and what content systems discover (oEmbed).

use crate::dist::Dist;
use crate::page::{self, SiteFiles, escape};
use crate::pages::{Pages, StaticPage, main_of, root_of};
use crate::shell::{capture, command, read_bytes};
use crate::{paths, setup, wasm};
use lotrinh::address::{AgenciesState, CompareState, Part, SearchState, TimelineState, View, written};
use lotrinh::dataset::DataSet;
use lotrinh::i18n::Lang;
use lotrinh::model::{AgencyId, IndicatorId, PlanId};
use lotrinh::ui::{far, render};
use serde_json::json;
use std::collections::BTreeMap;

/// The files that an embedded page loads, by name.
struct Files<'a> {
    /// Those of the site, which the app needs when a reader touches the figure.
    site: &'a SiteFiles,
    style: String,
    look: String,
    frame: String,
    /// Draws a state that was not rendered.
    state: String,
}

/// Adds all that embedding needs. `version` is the release's; frozen pages stand in `v/<version>/`.
pub fn add_to(
    dist: &mut Dist,
    tools: &setup::Tools,
    data: &DataSet,
    pages: &Pages,
    site: &SiteFiles,
    version: &str,
    base: Option<&str>,
) -> Result<(), String> {
    let asset = |name: &str| read_bytes(&paths::repo("xtask/assets/embed").join(name));
    let minified = |name: &str| wasm::minify(tools, name, &asset(name)?);
    // Articles refer to it by this name for years.
    dist.add("embed.js", minified("embed.js")?);
    let look = minified("embed.css")?;
    let frame = minified("frame.js")?;
    let files = Files {
        site,
        style: site.style.clone(),
        look: dist.add_hashed("embed", ".css", &look),
        frame: dist.add_hashed("frame", ".js", &frame),
        state: dist.add_hashed("state", ".js", &wasm::state_script(tools)?),
    };
    let studio = dist.add_hashed("studio", ".js", &minified("studio.js")?);
    let style = dist.files().find(|(path, _)| *path == site.style).map(|(_, bytes)| bytes.to_vec()).unwrap_or_default();

    let day = data_day();
    let mut listed = BTreeMap::new();
    for static_page in pages.list.iter().filter(|page| is_embedded(&page.address.view)) {
        let (body, title) = render::static_page(data, &static_page.address);
        let path = format!("embed/{}", static_page.path);
        let main = pages.with_links(&path, main_of(&body));
        let whole =
            |frozen: Option<&str>, path: &str| page_html(static_page, &title, &main, &files, path, &day, frozen, base);
        dist.add(&path, whole(None, &path));
        // The links of a frozen page lead to the site as it is, two folders further up.
        let frozen = format!("v/{version}/{path}");
        let kept = pages.with_links(&frozen, main_of(&body));
        dist.add(&frozen, page_html(static_page, &title, &kept, &files, &frozen, &day, Some(version), base));
        listed.insert(static_page.address.write(), path.clone());
        if let Some(base) = base {
            dist.add(
                &format!("oembed/{}.json", static_page.path.trim_end_matches(".html")),
                oembed(&title, &format!("{base}{path}")),
            );
        }
    }
    // A frozen page keeps its own look.
    for (name, bytes) in [(&files.style, &style), (&files.look, &look), (&files.frame, &frame)] {
        dist.add(&format!("v/{version}/{name}"), bytes.as_slice());
    }
    dist.add("embed/pages.json", json!({ "version": version, "pages": listed }).to_string());
    dist.add("embed.html", state_html(&files));
    for lang in [Lang::Vi, Lang::En] {
        let name = if lang == Lang::Vi { "embed/studio.html" } else { "embed/studio-en.html" };
        dist.add(name, studio_html(lang, &site.style, &files.look, &studio));
    }
    Ok(())
}

/// Figures that stand by themselves. A single record is the app's own, and quickly there.
fn is_embedded(view: &View) -> bool {
    match view {
        View::Indicator { .. } | View::Agency { .. } | View::Timeline(_) | View::Agencies(_) => true,
        View::Compare(CompareState { baseline, .. }) => baseline.is_some(),
        View::Plan { part, .. } => part.is_some(),
        _ => false,
    }
}

/// The day of the last change of the data, `yyyy-mm-dd`; empty where the repository's history is not at hand.
fn data_day() -> String {
    let log = capture(&mut command("git", &["log", "-1", "--format=%cs", "--", "data"]));
    log.map(|day| day.trim().to_owned()).unwrap_or_default()
}

#[expect(clippy::too_many_arguments, reason = "each is one thing that the page says")]
fn page_html(
    page: &StaticPage,
    title: &str,
    main: &str,
    files: &Files<'_>,
    path: &str,
    day: &str,
    frozen: Option<&str>,
    base: Option<&str>,
) -> String {
    let root = root_of(path);
    let lang = page.address.lang;
    let pick = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let full = base.map_or(format!("{root}{}", page.path), |base| format!("{base}{}", page.path));
    // A frozen page has its own copies of what it loads.
    let near = frozen.map_or(root.clone(), |version| root_of(path.trim_start_matches(&format!("v/{version}/"))));
    let Files { site, style, look, frame, .. } = files;
    let date =
        if day.is_empty() { String::new() } else { format!(" · {} {day}", pick("dữ liệu ngày", "data of")) };
    let newer = frozen.map(|_| {
        format!(
            "<span id=\"embed-newer\" hidden> · <a href=\"{full}\">{}</a></span>",
            pick("đã có bản mới hơn", "a newer version exists")
        )
    });
    let explore = if frozen.is_some() {
        String::new()
    } else {
        format!(
            " · <a class=\"embed-explore\" href=\"{root}embed.html{}\">{}</a>",
            escape(&page.address.write()),
            pick("mở để lọc và so sánh", "open to filter and compare")
        )
    };
    let frozen_words = frozen.map_or("", |_| pick(" · bản giữ nguyên", " · frozen"));
    let oembed = base.map_or(String::new(), |base| {
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}oembed/{}.json\">\n",
            page.path.trim_end_matches(".html")
        )
    });
    let more = frozen.map_or_else(
        || format!(" data-boot=\"{}\"{}", site.boot, page::settings(site, &page.address.write())),
        |version| format!(" data-frozen=\"{version}\""),
    );
    let head = format!("{oembed}<script defer src=\"{near}{frame}\" data-root=\"{root}\"{more}></script>");
    let body = format!(
        "<div id=\"static\"><div class=\"page\">{main}</div></div>
<footer class=\"embed-source\">{source}: <a id=\"embed-full\" href=\"{full}\">Lộ trình</a> {package}{date}{frozen_words}{newer}{explore}</footer>",
        source = pick("Nguồn", "Source"),
        package = env!("CARGO_PKG_VERSION"),
        newer = newer.unwrap_or_default(),
    );
    document(lang, title, (&format!("{near}{style}"), &format!("{near}{look}")), &head, &body)
}

/// A page for a frame, with its two style sheets.
fn document(lang: Lang, title: &str, (style, look): (&str, &str), head: &str, body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="{tag}" class="embedded">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{style}">
<link rel="stylesheet" href="{look}">
{head}
</head>
<body>
{body}
</body>
</html>
"#,
        tag = lang.tag(),
        title = escape(title),
    )
}

/// The page for every state that was not rendered. The one module that draws its view is loaded, and the app follows
/// when a reader first touches it, as it does everywhere; a view that no such module draws is the app's from the start.
fn state_html(files: &Files<'_>) -> String {
    let Files { site, style, look, frame, state } = files;
    let head = format!(
        r#"<link rel="preload" href="{data}" as="fetch" crossorigin>
<link rel="modulepreload" href="{state}">
<script defer src="{frame}" data-root="./" data-boot="{boot}" data-state="{state}" data-drawn="{drawn}"{settings}></script>"#,
        data = site.data,
        boot = site.boot,
        drawn = escape(&drawn().to_string()),
        settings = page::settings(site, "#/"),
    );
    let body = format!(
        r#"<div id="static"><noscript><p class="page main">Hình này cần JavaScript. · This figure needs JavaScript.</p></noscript></div>
<p id="embed-wait" class="embed-source" role="status">Đang tải… · Loading…</p>
<footer class="embed-source">Nguồn · Source: <a id="embed-full" href="./">Lộ trình</a> {package}</footer>"#,
        package = env!("CARGO_PKG_VERSION"),
    );
    document(Lang::Vi, "Lộ trình", (style, look), &head, &body)
}

/// Which module draws what: its name by the first word of an address, and for a plan by the part of it as well.
fn drawn() -> serde_json::Value {
    let views = [
        View::Timeline(TimelineState::default()),
        View::Agencies(AgenciesState::default()),
        View::Agency { agency: AgencyId("a") },
        View::Compare(CompareState::default()),
        View::Indicator { indicator: IndicatorId("i") },
        View::Search(SearchState::default()),
        View::Indicators,
        View::Data,
    ];
    let plans = Part::ALL.map(|part| View::Plan { plan: PlanId("p"), part: Some(part) });
    let named = views.into_iter().chain(plans).filter_map(|view| {
        let module = far::module(&view)?;
        let address = written(Lang::Vi, &view);
        let word = address.trim_start_matches("#/").split(['/', '?']).next()?;
        let part =
            if let View::Plan { part: Some(part), .. } = &view { format!("/{}", part.id()) } else { String::new() };
        Some((format!("{word}{part}"), module.name()))
    });
    named.collect()
}

fn oembed(title: &str, url: &str) -> String {
    let html = format!(
        "<iframe data-lo-trinh src=\"{url}\" title=\"{}\" loading=\"lazy\" width=\"640\" height=\"600\" style=\"border:0;width:100%\"></iframe>",
        escape(title)
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Lộ trình",
        "title": title,
        "width": 640,
        "height": 600,
        "html": html,
    })
    .to_string()
}

fn studio_html(lang: Lang, style: &str, look: &str, script: &str) -> String {
    let pick = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let option = |value: &str, label: &str| format!("<option value=\"{value}\">{label}</option>");
    let other = pick(
        "<a href=\"studio-en.html\" lang=\"en\">English</a>",
        "<a href=\"studio.html\" lang=\"vi\">Tiếng Việt</a>",
    );
    format!(
        r##"<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} – Lộ trình</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../{style}">
<link rel="stylesheet" href="../{look}">
<script type="module" src="../{script}"></script>
</head>
<body class="studio">
<header class="header"><a class="header__site" href="../"><span class="header__name" lang="vi">Lộ trình</span></a> {other}</header>
<main class="main">
<h1>{title}</h1>
<p class="lead">{lead}</p>
<noscript><p>{noscript}</p></noscript>
<form id="studio">
<label>{address} <input type="text" name="address" autocomplete="off" spellcheck="false"></label>
<fieldset><legend>{what}</legend>
<label>{language} <select name="lang">{langs}</select></label>
<label>{theme} <select name="theme">{themes}</select></label>
<label>{keep} <select name="keep">{keeps}</select></label>
<label><input type="checkbox" name="controls" checked> {controls}</label>
</fieldset>
<fieldset><legend>{look_of}</legend>
<label>{width} <select name="width">{widths}</select></label>
<label>px <input type="number" name="pixels" value="640" min="240" max="2000"></label>
<label>{accent} <input type="text" name="accent" size="8" placeholder="9b2226" pattern="#?[0-9a-fA-F]{{6}}"></label>
<label>{paper} <input type="text" name="paper" size="8" placeholder="fcf9f3" pattern="#?[0-9a-fA-F]{{6}}"></label>
<label>{ink} <input type="text" name="ink" size="8" placeholder="1f1b16" pattern="#?[0-9a-fA-F]{{6}}"></label>
</fieldset>
<p id="studio-notes" role="status"></p>
<h2>{element}</h2>
<label for="code-element">{element_about}</label>
<textarea id="code-element" name="element" readonly spellcheck="false"></textarea>
<p><button type="button" class="button" data-copies="element">{copy}</button> <span role="status"></span></p>
<h2>{iframe}</h2>
<label for="code-iframe">{iframe_about}</label>
<textarea id="code-iframe" name="iframe" readonly spellcheck="false"></textarea>
<p><button type="button" class="button" data-copies="iframe">{copy}</button> <span role="status"></span></p>
</form>
<h2>{preview}</h2>
<iframe id="preview" data-lo-trinh title="{preview}"></iframe>
</main>
<script src="../embed.js"></script>
</body>
</html>
"##,
        tag = lang.tag(),
        title = pick("Nhúng vào bài viết", "Embed in an article"),
        lead = pick(
            "Mã để đặt một hình của Lộ trình vào bài. Khung tự cao theo nội dung, không theo dõi ai, và luôn nêu nguồn.",
            "The code to set a figure of Lộ trình in an article. The frame takes the height of its content, tracks nobody, and always names its source."
        ),
        noscript = pick(
            "Trang này cần JavaScript. Không có nó, hãy nhúng thẳng một trang trong thư mục embed/ bằng iframe.",
            "This page needs JavaScript. Without it, put a page of the folder embed/ into an iframe."
        ),
        address = pick("Địa chỉ của trạng thái muốn nhúng", "Address of the state to embed"),
        what = pick("Nội dung", "Content"),
        language = pick("Ngôn ngữ", "Language"),
        langs = option("vi", "Tiếng Việt") + &option("en", "English"),
        theme = pick("Nền", "Theme"),
        themes = option("", pick("theo máy người đọc", "as the reader’s device"))
            + &option("light", pick("sáng", "light"))
            + &option("dark", pick("tối", "dark")),
        keep = pick("Cập nhật", "Updates"),
        keeps = option("live", pick("đi theo trang gốc", "follows the site (live)"))
            + &option("frozen", pick("giữ nguyên bản hôm nay", "stays as it is today (frozen)")),
        controls = pick("kèm các nút chọn", "with controls"),
        look_of = pick("Hình thức", "Look"),
        width = pick("Rộng", "Width"),
        widths = option("full", pick("đầy cột bài viết", "as wide as the column"))
            + &option("fixed", pick("cố định", "fixed")),
        accent = pick("Màu nhấn", "Accent"),
        paper = pick("Màu nền", "Background"),
        ink = pick("Màu chữ", "Text"),
        element = pick("Phần tử riêng", "Custom element"),
        element_about = pick(
            "Có hình và bảng cho người đọc không chạy script.",
            "With the figure and its table for readers without scripts."
        ),
        iframe = "iframe",
        iframe_about = pick("Cho hệ thống chỉ nhận iframe.", "For systems that take only an iframe."),
        copy = pick("Chép", "Copy"),
        preview = pick("Xem thử", "Preview"),
    )
}

/// Files of frozen pages that earlier builds made: articles rely on them, so that a build leaves them alone.
pub fn is_frozen(path: &str) -> bool {
    path.starts_with("v/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_resizer_is_small() {
        let script = crate::shell::read_bytes(&crate::paths::repo("xtask/assets/embed/embed.js")).expect("it is there");
        let packed = crate::size::brotli(&script, 11).expect("it can be packed");
        // Not even minified yet.
        assert!(packed.len() <= 1500, "{} bytes", packed.len());
    }
}
