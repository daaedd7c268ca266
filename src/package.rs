//! The data package: the tables that others take away.
//!
//! UTF-8 CSV with a header, and `datapackage.json` that describes them as a Frictionless data
//! package. Numbers have a point and no grouping. Lists within a cell have `;` between them. Ids of
//! records are whole: `vn-2021-2025/t3`.

mod descriptor;
mod tables;

pub use tables::{TABLES, Table};

use crate::dataset::DataSet;

/// The names of its files. A view can offer them without the code that makes them.
pub const NAMES: [&str; 12] = [
    "plans.csv",
    "indicators.csv",
    "targets.csv",
    "objectives.csv",
    "tasks.csv",
    "task_agencies.csv",
    "agencies.csv",
    "budgets.csv",
    "outcomes.csv",
    "alignments.csv",
    "defects.csv",
    "datapackage.json",
];

/// Every file of the package: name and contents.
pub fn files(data: &DataSet) -> Vec<(String, String)> {
    let tables = TABLES.iter().map(|table| (format!("{}.csv", table.name), table.csv(data)));
    tables.chain([("datapackage.json".to_owned(), descriptor::descriptor())]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use std::collections::BTreeSet;

    /// The columns that others rely on, in this order.
    const CONTRACT: &[(&str, &str)] = &[
        ("plans", "id,title_vi,title_en,number,date,issuer,level,province,period_start,period_end,status,basis"),
        ("indicators", "id,group,name_vi,name_en,unit,better"),
        (
            "targets",
            "id,plan,indicator,clause,comparator,value,value_max,unit,base,year,part_of,title_vi,title_en,reading,flags",
        ),
        ("objectives", "id,plan,clause,title_vi,title_en,reading,flags"),
        ("tasks", "id,plan,clause,group,title_vi,title_en,start,end,recurrence,date_basis,reading,flags"),
        ("task_agencies", "task,agency,role"),
        ("agencies", "id,name_vi,name_en,level,province,successor,succeeded_on"),
        ("budgets", "plan,clause,source,year,amount,unit"),
        ("outcomes", "indicator,year,comparator,value,value_max,unit,base,publisher,document,address,flags"),
        ("alignments", "plan,baseline,indicator,verdict,stricter,reason"),
        ("defects", "plan,clause,kind,note_vi,note_en"),
    ];

    #[test]
    fn the_columns_are_those_of_the_contract() {
        let found: Vec<_> = TABLES.iter().map(|t| (t.name, t.header())).collect();
        let expected: Vec<_> = CONTRACT.iter().map(|(name, columns)| (*name, (*columns).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_names_are_those_of_the_files() {
        let data = bundled().expect("the bundled data is sound");
        let found: Vec<_> = files(&data).into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, NAMES);
    }

    #[test]
    fn every_row_has_every_column_and_references_hold() {
        let data = bundled().expect("the bundled data is sound");
        let mut tasks = BTreeSet::new();
        for table in TABLES {
            for row in (table.rows)(&data) {
                assert_eq!(row.len(), table.columns.len(), "{}: {row:?}", table.name);
                if table.name == "tasks" {
                    assert!(tasks.insert(row[0].clone()), "{} twice", row[0]);
                }
                if table.name == "task_agencies" {
                    assert!(tasks.contains(&row[0]), "{} has agencies and is no task", row[0]);
                }
            }
        }
    }

    #[test]
    fn cells_with_commas_and_quotes_are_quoted() {
        assert_eq!(
            tables::line(&["a,b".to_owned(), "say \"x\"".to_owned(), "c".to_owned()]),
            "\"a,b\",\"say \"\"x\"\"\",c\n"
        );
    }
}
