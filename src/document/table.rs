//! A table on its way to the HTML form that the reader knows.

/// One cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// Its text, a paragraph a line.
    pub text: String,
    /// How many columns it covers; 0 counts as one.
    pub columns: usize,
    /// How many rows it covers; 0 counts as one.
    pub rows: usize,
    /// It continues the cell above.
    pub continues: bool,
}

/// Cells that continue the one above become that one's.
pub fn merge_down(rows: &mut [Vec<Cell>]) {
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    for row in 0..rows.len() {
        let mut column = 0;
        for place in 0..rows[row].len() {
            let width = rows[row][place].columns.max(1);
            let above = open.iter().find(|(at, _, _)| *at == column).copied();
            if let (true, Some((_, r, p))) = (rows[row][place].continues, above) {
                rows[r][p].rows = row - r + 1;
                let text = std::mem::take(&mut rows[row][place].text);
                if !text.is_empty() {
                    rows[r][p].text.push('\n');
                    rows[r][p].text.push_str(&text);
                }
            } else {
                rows[row][place].continues = false;
                open.retain(|(at, _, _)| *at != column);
                open.push((column, row, place));
            }
            column += width;
        }
    }
}

/// Writes the rows as a table.
pub fn write(rows: &[Vec<Cell>], out: &mut String) {
    out.push_str("<table>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row.iter().filter(|cell| !cell.continues) {
            out.push_str("<td");
            for (name, number) in [(" colspan=", cell.columns), (" rowspan=", cell.rows)] {
                if number > 1 {
                    out.push_str(name);
                    out.push('"');
                    out.push_str(&number.to_string());
                    out.push('"');
                }
            }
            out.push('>');
            for (place, line) in cell.text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
                if place > 0 {
                    out.push_str("<br>");
                }
                escape(line.trim(), out);
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// Adds a line of text so that the reader takes no `<` of it for a tag, and no tab for the border of a cell.
pub fn escape(line: &str, out: &mut String) {
    for c in line.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\t' => out.push(' '),
            c => out.push(c),
        }
    }
}
