//! The static pages: every plan, record, indicator, agency and comparison as HTML that needs no script.
//!
//! They are what the app draws, from the same views, with links from page to page. Where scripts run, the
//! app takes a page over in place; the page says by which address.

use crate::page::{self, SiteFiles, escape};
use lotrinh::address::{Address, AgenciesState, CompareState, Part, SearchState, TimelineState, View};
use lotrinh::align::baselines;
use lotrinh::dataset::DataSet;
use lotrinh::i18n::Lang;
use lotrinh::matrix::Settings;
use lotrinh::model::{Level, Plan, PlanId};
use lotrinh::timeline::Filter;
use lotrinh::ui::render;
use serde_json::json;
use std::collections::BTreeMap;

/// A page of the site.
pub struct StaticPage {
    /// Its path in `dist/`.
    pub path: String,
    pub address: Address,
}

/// All pages, and where each address has one.
pub struct Pages {
    pub list: Vec<StaticPage>,
    paths: BTreeMap<String, String>,
}

impl Pages {
    /// The pages of a data set, in both languages.
    pub fn of(data: &DataSet) -> Self {
        let mut views = vec![
            ("index.html".to_owned(), View::Overview),
            ("plans.html".to_owned(), View::Plans),
            ("timeline.html".to_owned(), View::Timeline(TimelineState::default())),
            (
                "timeline-table.html".to_owned(),
                View::Timeline(TimelineState { table: true, ..TimelineState::default() }),
            ),
            ("agencies.html".to_owned(), View::Agencies(AgenciesState::default())),
            ("compare.html".to_owned(), View::Compare(CompareState::default())),
            ("indicators.html".to_owned(), View::Indicators),
            ("search.html".to_owned(), View::Search(SearchState::default())),
            ("sources.html".to_owned(), View::Data),
        ];
        for plan in &data.plans {
            plan_pages(data, plan, &mut views);
        }
        views.extend(data.agencies.iter().map(|a| (format!("a/{}.html", a.id), View::Agency { agency: a.id })));
        views.extend(data.indicators.iter().map(|i| (format!("i/{}.html", i.id), View::Indicator { indicator: i.id })));
        let mut pages = Self { list: Vec::new(), paths: BTreeMap::new() };
        for lang in [Lang::Vi, Lang::En] {
            for (path, view) in &views {
                let path = if lang == Lang::Vi { path.clone() } else { format!("{}/{path}", lang.tag()) };
                let address = Address { lang, view: view.clone() };
                pages.paths.insert(address.write(), path.clone());
                pages.list.push(StaticPage { path, address });
            }
        }
        pages
    }

    /// Where a link of the app leads from a page: to the page of its address, or to the nearest one, which the app
    /// then opens at that address.
    fn link(&self, from: &str, hash: &str) -> String {
        let (address, _) = Address::read(hash);
        let canonical = address.write();
        let root = root_of(from);
        if let Some(path) = self.paths.get(&canonical) {
            return format!("{root}{path}");
        }
        let near = match address.view {
            View::Plan { plan, .. } | View::Record { plan, .. } => View::Plan { plan, part: None },
            View::Timeline(_) => View::Timeline(TimelineState::default()),
            View::Agencies(_) => View::Agencies(AgenciesState::default()),
            View::Compare(_) => View::Compare(CompareState::default()),
            View::Search(_) => View::Search(SearchState::default()),
            _ => View::Overview,
        };
        let near = Address { lang: address.lang, view: near }.write();
        let path = self.paths.get(&near).map_or("index.html", String::as_str);
        format!("{root}{path}{hash}")
    }

    /// The page as a file.
    pub fn html(
        &self,
        data: &DataSet,
        page: &StaticPage,
        source: &str,
        files: &SiteFiles,
        base: Option<&str>,
    ) -> Result<String, String> {
        let (body, title) = render::static_page(data, &page.address);
        let studio = format!("{}embed/studio", root_of(&page.path));
        let body = self.with_links(&page.path, &body).replace("\"embed/studio", &format!("\"{studio}"));
        let lang = page.address.lang;
        let head = self.head(data, page, &title, base);
        let document = page::Document {
            lang: lang.tag(),
            title: &title,
            description: &description(&body).unwrap_or_else(|| title.clone()),
            head: &head,
            body: &body,
            root: &root_of(&page.path),
            address: &page.address.write(),
        };
        page::site(source, files, &document)
    }

    /// The body with its links led to static pages. Only links are: the values of select boxes belong to the app.
    pub fn with_links(&self, from: &str, body: &str) -> String {
        const LINK: &str = " href=\"#/";
        let mut out = String::with_capacity(body.len());
        let mut rest = body;
        while let Some(at) = rest.find(LINK) {
            let start = at + " href=\"".len();
            let end = rest[start..].find('"').map_or(rest.len(), |end| start + end);
            out += &rest[..start];
            let hash = rest[start..end].replace("&amp;", "&");
            out += &escape(&self.link(from, &hash));
            rest = &rest[end..];
        }
        out + rest
    }

    fn head(&self, data: &DataSet, page: &StaticPage, title: &str, base: Option<&str>) -> String {
        let mut head = String::new();
        // These need whole addresses, which only who hosts the site knows.
        if let Some(base) = base {
            for lang in [Lang::Vi, Lang::En] {
                let other = Address { lang, view: page.address.view.clone() }.write();
                if let Some(path) = self.paths.get(&other) {
                    head += &format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{path}\">\n", lang.tag());
                }
            }
            head += &format!(
                "<link rel=\"canonical\" href=\"{base}{path}\">\n<meta property=\"og:url\" content=\"{base}{path}\">\n<meta property=\"og:image\" content=\"{base}preview.png\">\n",
                path = page.path
            );
        }
        let locale = if page.address.lang == Lang::Vi { "vi_VN" } else { "en_GB" };
        head += &format!(
            "<meta property=\"og:type\" content=\"website\">\n<meta property=\"og:locale\" content=\"{locale}\">\n<meta property=\"og:title\" content=\"{}\">\n",
            escape(title)
        );
        if let Some(linked) = linked_data(data, page, base) {
            // Nothing in it may end the element.
            let text = linked.to_string().replace('<', "\\u003c");
            head += &format!("<script type=\"application/ld+json\">{text}</script>\n");
        }
        head
    }
}

fn plan_pages(data: &DataSet, plan: &Plan, views: &mut Vec<(String, View)>) {
    let id = plan.id;
    views.push((format!("p/{id}.html"), View::Plan { plan: id, part: None }));
    for part in Part::ALL {
        views.push((format!("p/{id}/{}.html", part.id()), View::Plan { plan: id, part: Some(part) }));
    }
    for record in plan.records() {
        views.push((format!("p/{id}/{}.html", record.id()), View::Record { plan: id, record: *record.id() }));
    }
    if !plan.tasks.is_empty() {
        let filter = Filter { plans: vec![id], ..Filter::default() };
        views.push((
            format!("timeline/{id}.html"),
            View::Timeline(TimelineState { filter, ..TimelineState::default() }),
        ));
        let settings = Settings { plans: vec![id], ..Settings::default() };
        views.push((format!("agencies/{id}.html"), View::Agencies(AgenciesState { settings, cell: None })));
    }
    for baseline in baselines(data, plan) {
        views.push((format!("c/{id}--{}.html", baseline.id), compared(baseline.id, vec![id])));
    }
    // The doors of a national plan open it as the baseline of those that answer it.
    views.push((format!("c/{id}.html"), compared(id, Vec::new())));
}

fn compared(baseline: PlanId, plans: Vec<PlanId>) -> View {
    View::Compare(CompareState { baseline: Some(baseline), plans, ..CompareState::default() })
}

/// The way from a page up to `dist/`.
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The main part of a rendered page, with its tag.
pub fn main_of(body: &str) -> &str {
    let start = body.find("<main").unwrap_or(0);
    let end = body.rfind("</main>").map_or(body.len(), |end| end + "</main>".len());
    &body[start..end]
}

/// The page's first sentences, for those who list it.
fn description(body: &str) -> Option<String> {
    let lead = body.split_once("<p class=\"lead\">")?.1.split_once("</p>")?.0;
    let mut text = String::new();
    let mut inside = false;
    for character in lead.chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            character if !inside => text.push(character),
            _ => {}
        }
    }
    let text = text.replace("&amp;", "&").replace("&quot;", "\"");
    (!text.is_empty()).then_some(text)
}

/// What a page says of itself in schema.org's words: the data set on the overview and the page of sources, the
/// document on a plan's.
fn linked_data(data: &DataSet, page: &StaticPage, base: Option<&str>) -> Option<serde_json::Value> {
    let lang = page.address.lang;
    let pick = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let data_url =
        |file: &str| base.map_or(format!("{}data/{file}", root_of(&page.path)), |base| format!("{base}data/{file}"));
    match page.address.view {
        View::Overview | View::Data => {
            let files: Vec<_> = lotrinh::package::NAMES
                .iter()
                .filter(|name| name.ends_with(".csv"))
                .map(|name| json!({ "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": data_url(name) }))
                .collect();
            Some(json!({
                "@context": "https://schema.org",
                "@type": "Dataset",
                "name": pick("Lộ trình: kế hoạch phát triển thương mại điện tử Việt Nam", "Lộ trình: Vietnam's e-commerce development plans"),
                "description": pick(
                    "Mục tiêu, nhiệm vụ, cơ quan, kinh phí và kết quả của các kế hoạch phát triển thương mại điện tử quốc gia và cấp tỉnh, kèm điều khoản của từng số liệu.",
                    "Targets, tasks, agencies, budgets and outcomes of Vietnam's national and provincial e-commerce development plans, each figure with its clause."
                ),
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "version": env!("CARGO_PKG_VERSION"),
                "inLanguage": ["vi", "en"],
                "temporalCoverage": "2016/2030",
                "spatialCoverage": "Việt Nam",
                "distribution": files,
            }))
        }
        View::Plan { plan, part: None } => {
            let plan = data.plan(&plan)?;
            let issuer = data.agency(&plan.issuer).map(|agency| agency.name.get(lang));
            Some(json!({
                "@context": "https://schema.org",
                "@type": "Legislation",
                "name": plan.title.get(lang),
                "legislationIdentifier": plan.number,
                "legislationDate": plan.date,
                "legislationPassedBy": issuer.map(|name| json!({ "@type": "GovernmentOrganization", "name": name })),
                "legislationJurisdiction": if plan.level == Level::National { json!("VN") } else { json!(plan.short.get(lang)) },
                "temporalCoverage": format!("{}/{}", plan.period.0, plan.period.1),
                "abstract": plan.about.get(lang),
                "sameAs": plan.addresses,
            }))
        }
        _ => None,
    }
}

/// The list of all pages for search engines; needs the site's whole address.
pub fn sitemap(pages: &Pages, base: &str) -> String {
    let urls: String = pages
        .list
        .iter()
        .map(|page| format!("<url><loc>{}{}</loc></url>\n", escape(base), escape(&page.path)))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use lotrinh::dataset::bundled;
    use std::collections::BTreeSet;

    #[test]
    fn every_page_has_a_path_of_its_own_and_every_link_leads_to_one() {
        let data = bundled().expect("the bundled data is sound");
        let pages = Pages::of(&data);
        let paths: BTreeSet<_> = pages.list.iter().map(|page| page.path.as_str()).collect();
        assert_eq!(paths.len(), pages.list.len());
        for page in pages.list.iter().step_by(7) {
            let (body, _) = render::static_page(&data, &page.address);
            let body = pages.with_links(&page.path, &body);
            assert!(!body.contains(" href=\"#/"), "{}", page.path);
            for (_, rest) in body.match_indices(" href=\"").map(|(at, found)| body.split_at(at + found.len())) {
                let link = rest.split('"').next().unwrap_or_default();
                if link.starts_with("http") || link.starts_with("#main") || link.starts_with("embed/") {
                    continue;
                }
                let target = link.split('#').next().unwrap_or_default();
                let target = target.strip_prefix(&root_of(&page.path)).unwrap_or(target);
                assert!(paths.contains(target), "{}: {link}", page.path);
            }
        }
    }

    #[test]
    fn links_go_to_the_page_of_an_address_or_to_the_nearest_with_it() {
        let data = bundled().expect("the bundled data is sound");
        let pages = Pages::of(&data);
        assert_eq!(pages.link("p/x.html", "#/"), "../index.html");
        assert_eq!(pages.link("index.html", "#/plan/vn-2021-2025/t3?lang=en"), "en/p/vn-2021-2025/t3.html");
        assert_eq!(
            pages.link("en/a/x.html", "#/timeline?lanes=plan&lang=en"),
            "../../en/timeline.html#/timeline?lanes=plan&lang=en"
        );
        assert_eq!(pages.link("index.html", "#/plans?lang=vi"), "plans.html");
    }
}
