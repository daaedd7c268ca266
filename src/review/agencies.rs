//! The agencies that a document names: which of those known they are, and a record for those that are not.

use crate::dataset::DataSet;
use crate::model::{Agency, AgencyId, Level, ProvinceId, Text};
use crate::reader::{Choice, Line};
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Agencies known to the data, by how a plan may print their names.
pub struct Names<'a> {
    data: &'a DataSet,
    province: Option<&'a str>,
    /// Folded name of the province.
    own: String,
    /// Agencies of the plan's own level and place, by what tells their names apart.
    at_home: BTreeMap<String, &'a Agency>,
    /// The others that a province's plan may name, by their whole folded names.
    elsewhere: BTreeMap<String, &'a Agency>,
}

impl<'a> Names<'a> {
    /// For a province's plan, or with none for a national one.
    pub fn new(data: &'a DataSet, province: Option<&'a str>) -> Self {
        let own = province.map(|id| province_name(data, id)).unwrap_or_default();
        let own = words(&own);
        let mut names = Self { data, province, own, at_home: BTreeMap::new(), elsewhere: BTreeMap::new() };
        for agency in &data.agencies {
            let is_at_home = match (province, &agency.province) {
                (Some(own), Some(its)) => its == own,
                (None, None) => true,
                _ => false,
            };
            if is_at_home {
                for name in [&agency.name, &agency.short] {
                    names.at_home.entry(names.key(&name.vi)).or_insert(agency);
                }
            }
            if province.is_some() && !agency.collective {
                names.elsewhere.entry(words(&agency.name.vi)).or_insert(agency);
            }
        }
        names
    }

    /// The id of the known agency that a printed name means.
    pub fn known(&self, printed: &str) -> Option<String> {
        // In a province "Ngân hàng Nhà nước" is the branch: only its whole name means an agency from elsewhere.
        let nation = || self.elsewhere.get(&words(printed));
        let key = self.key(printed);
        let found = self.at_home.get(&key).or_else(nation).or_else(|| self.all_of(&key));
        found.map(|agency| agency.id.as_str().to_owned())
    }

    /// All of a kind, however they are printed: "Các doanh nghiệp", "Thủ trưởng các sở, ban, ngành", "UBND các huyện,
    /// thị xã" for the committees of districts.
    fn all_of(&self, key: &str) -> Option<&&'a Agency> {
        let key = key.strip_prefix("thu truong ").unwrap_or(key).replace(" co lien quan", " lien quan");
        let plain = key.strip_prefix("cac ").unwrap_or(&key);
        let level = key.strip_prefix("uy ban nhan dan cac ").and_then(|places| match places.split(' ').next() {
            Some("huyen" | "quan" | "thi") => Some("uy ban nhan dan cap huyen"),
            Some("xa" | "phuong" | "dac") => Some("uy ban nhan dan cap xa"),
            _ => None,
        });
        let all = |key: &str| self.at_home.get(key).filter(|agency| agency.collective);
        all(plain).or_else(|| all(&key)).or_else(|| all(&format!("cac {plain}"))).or_else(|| level.and_then(all))
    }

    /// A name without what does not tell agencies of one plan apart: case, marks, the province.
    fn key(&self, printed: &str) -> String {
        let mut line = format!(" {} ", words(printed));
        if !self.own.is_empty() && line.contains(&self.own) {
            line = line.replace(&format!(" {} ", self.own), " ");
        }
        for idle in [" viet nam ", " chi nhanh "] {
            if line.contains(idle) {
                line = line.replace(idle, " ");
            }
        }
        let mut line = line.trim();
        let ends = [" tinh", " thanh pho", " cua", " tren dia ban", " o"];
        while let Some(shorter) = ends.iter().find_map(|end| line.strip_suffix(end)) {
            line = shorter;
        }
        // "Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương" are all of them too.
        line.replace("nhan dan tinh thanh pho truc thuoc", "nhan dan cac tinh thanh pho truc thuoc")
    }

    /// A record for an agency that is not known, after its printed name.
    pub fn made(&self, printed: &str) -> Agency {
        let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = self.key(&printed);
        let collective = key.starts_with("cac ") || key.contains(" cac ") || key.contains(" cap ");
        let province = self.province.map(|id| province_name(self.data, id));
        let name = match &province {
            Some(province) if !words(&printed).contains(&self.own) => {
                let joint = if collective { " ở " } else { " " };
                format!("{printed}{joint}{province}")
            }
            _ => printed.clone(),
        };
        let english = english(&key).map(|name| match &province {
            Some(province) => format!("{name} of {province}"),
            None => name.to_owned(),
        });
        let short_english = english_short(&key);
        Agency {
            id: AgencyId::from(slug(self.province, &key)),
            short: Text { en: short_english.unwrap_or(&printed).to_owned().into(), vi: printed.into() },
            name: Text { en: english.unwrap_or_else(|| name.clone()).into(), vi: name.into() },
            level: if self.province.is_some() { Level::Province } else { Level::National },
            province: self.province.map(ProvinceId::from),
            collective,
            successor: None,
            succeeded_on: None,
            succession: None,
            addresses: Vec::new(),
        }
    }
}

/// The name of a province, or its id where it is not known.
pub fn province_name(data: &DataSet, id: &str) -> String {
    data.province(&ProvinceId::from(id)).map_or_else(|| id.to_owned(), |p| p.name.vi.to_string())
}

/// The id of a record that is not among those known: made of the letters of its name.
fn slug(province: Option<&str>, key: &str) -> String {
    let mut out = province.map(|p| format!("{p}-")).unwrap_or_default();
    let mut letters = 0;
    for word in key.split(' ').filter(|w| !w.is_empty()) {
        if letters > 0 {
            out.push('-');
        }
        out.extend(word.chars().filter(char::is_ascii_alphanumeric));
        letters += word.len();
        if letters > 44 {
            break;
        }
    }
    out
}

/// The words of a name, folded, with abbreviations spelled out.
fn words(name: &str) -> String {
    let mut folded = fold(name);
    if folded.contains('&') {
        folded = folded.replace(" & ", "&");
    }
    let mut out = String::with_capacity(folded.len());
    for part in folded.split(|c: char| !c.is_alphanumeric() && c != '&') {
        let long = ABBREVIATIONS.iter().find(|(short, _)| *short == part).map_or(part, |(_, long)| *long);
        for word in long.split([' ', '&']).filter(|word| !matches!(*word, "" | "va")) {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

const ABBREVIATIONS: &[(&str, &str)] = &[
    ("ubnd", "uy ban nhan dan"),
    ("nhnn", "ngan hang nha nuoc"),
    ("tt&tt", "thong tin va truyen thong"),
    ("kh&cn", "khoa hoc va cong nghe"),
    ("kh&dt", "ke hoach va dau tu"),
    ("gd&dt", "giao duc va dao tao"),
    ("nn&ptnt", "nong nghiep va phat trien nong thon"),
    ("nn&mt", "nong nghiep va moi truong"),
    ("ptnt", "phat trien nong thon"),
    ("tn&mt", "tai nguyen va moi truong"),
    ("vh&tt", "van hoa va the thao"),
    ("tmdt", "thuong mai dien tu"),
    ("qltt", "quan ly thi truong"),
    ("htx", "hop tac xa"),
    ("tp", "thanh pho"),
    ("vcci", "phong thuong mai va cong nghiep"),
    ("vecom", "hiep hoi thuong mai dien tu"),
];

/// Fields of departments and ministries, with their official English.
const FIELDS: &[(&str, &str)] = &[
    ("cong thuong", "Industry and Trade"),
    ("tai chinh", "Finance"),
    ("khoa hoc cong nghe", "Science and Technology"),
    ("nong nghiep moi truong", "Agriculture and Environment"),
    ("nong nghiep phat trien nong thon", "Agriculture and Rural Development"),
    ("giao duc dao tao", "Education and Training"),
    ("noi vu", "Home Affairs"),
    ("tu phap", "Justice"),
    ("xay dung", "Construction"),
    ("y te", "Health"),
    ("ngoai vu", "Foreign Affairs"),
    ("du lich", "Tourism"),
    ("van hoa the thao du lich", "Culture, Sports and Tourism"),
    ("thong tin truyen thong", "Information and Communications"),
    ("ke hoach dau tu", "Planning and Investment"),
    ("giao thong van tai", "Transport"),
    ("lao dong thuong binh xa hoi", "Labour, War Invalids and Social Affairs"),
    ("tai nguyen moi truong", "Natural Resources and Environment"),
    ("dan toc ton giao", "Ethnic Minority and Religious Affairs"),
];

const BODIES: &[(&str, &str)] = &[
    ("uy ban nhan dan", "People's Committee"),
    ("cong an", "Police"),
    ("cuc thue", "Tax Department"),
    ("thue", "Tax Office"),
    ("cuc hai quan", "Customs Department"),
    ("quan ly thi truong", "Market Surveillance"),
    ("chi cuc quan ly thi truong", "Market Surveillance Sub-Department"),
    ("cuc quan ly thi truong", "Market Surveillance Department"),
    ("ngan hang nha nuoc", "State Bank branch"),
    ("van phong uy ban nhan dan", "Office of the People's Committee"),
    ("lien minh hop tac xa", "Cooperative Alliance"),
    ("buu dien", "Post Office"),
    ("cac so ban nganh", "Departments and agencies"),
    ("hiep hoi doanh nghiep", "Business Association"),
    ("hoi nong dan", "Farmers' Association"),
    ("doan thanh nien", "Youth Union"),
    ("tinh doan", "Youth Union"),
];

fn english_short(key: &str) -> Option<&'static str> {
    let field = |rest: &str| FIELDS.iter().find(|(vi, _)| *vi == rest).map(|(_, en)| *en);
    key.strip_prefix("so ")
        .or_else(|| key.strip_prefix("bo "))
        .and_then(field)
        .or_else(|| BODIES.iter().find(|(vi, _)| *vi == key).map(|(_, en)| *en))
}

fn english(key: &str) -> Option<String> {
    let short = english_short(key)?;
    Some(if key.starts_with("so ") {
        format!("Department of {short}")
    } else if key.starts_with("bo ") {
        format!("Ministry of {short}")
    } else {
        short.to_owned()
    })
}

/// The group of solutions whose words a passage has most of; the management of trade where it has none.
pub fn group(passage: &str) -> &'static str {
    let line = format!(" {} ", words(passage));
    let line = Line::new(&line);
    let mut best = ("management", 0);
    for (group, signs) in CHOICES.iter() {
        let hits = line.held(signs).count();
        if hits > best.1 {
            best = (group, hits);
        }
    }
    best.0
}

static CHOICES: LazyLock<[(&str, Choice); 11]> =
    LazyLock::new(|| GROUPS.map(|(group, signs)| (group, Choice::new(signs))));

const GROUPS: [(&str, &str); 11] = [
    ("policy", "co che|chinh sach|phap luat|van ban quy pham|the che|quy dinh phap|sua doi|hoan thien phap"),
    (
        "management",
        "quan ly nha nuoc|thanh tra|kiem tra|xu ly vi pham|co so du lieu|thong ke|khao sat|giam sat|dieu tra",
    ),
    (
        "market",
        "nguoi tieu dung|long tin|hang gia|so huu tri tue|giai quyet tranh chap|quang ba|ket noi cung cau|gian lan|\
         tin nhiem|khuyen mai|mua sam|thi truong",
    ),
    (
        "infrastructure",
        "ha tang|logistics|giao nhan|kho bai|buu chinh|chuyen phat|vien thong|van chuyen|trung tam du lieu",
    ),
    ("payments", "thanh toan|hoa don|thue|ngan hang|vi dien tu|khong dung tien mat|ke khai"),
    ("people", "tuyen truyen|dao tao|tap huan|boi duong|nhan luc|nhan thuc|ky nang|sinh vien|pho bien|hoi thao"),
    (
        "technology",
        "cong nghe|giai phap|phan mem|ung dung|nen tang|website|tri tue nhan tao|truy xuat|chuyen doi so|san thuong mai",
    ),
    ("regions", "xuat khau|nong san|dac san|ocop|vung|nong thon|xuyen bien gioi|san pham chu luc|lang nghe|hop tac xa"),
    ("international", "hop tac quoc te|quoc te|nuoc ngoai|hoi nhap"),
    ("funding", "kinh phi|ngan sach|du toan|nguon von|bo tri von"),
    ("organisation", "bao cao|tong hop|theo doi|don doc|so ket|tong ket|dau moi|danh gia ket qua|tham muu uy ban"),
];
