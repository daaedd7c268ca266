//! A WebAssembly module as streams of like things, which pack a tenth smaller than the module as it is.
//!
//! In the body of a function opcodes, indices, offsets and constants stand mixed, and what one of them is says little
//! of the next. So every kind goes to a stream of its own; what is read of a local, and a constant, to one for the
//! opcode that follows and takes it. What the rest tells is left out: the sizes of the bodies, and the alignment of an
//! access where it is the natural one. `xtask/assets/streams.js` is the way back, and knows the same tables.
//!
//! Written are, as numbers of the format (LEB128), the length of the module and that of every stream; then the streams.

/// One for every opcode that may follow a `local.get`, one for every one that may follow an `i32.const`, and one for
/// every letter of [`KINDS`].
const STREAMS: usize = 512 + 128;

/// The first stream of `i32.const`. Those of `local.get` begin at nought.
const CONSTANTS: usize = 256;

/// The stream of what follows an opcode, from the first; behind the last nothing follows, but for [`LATE`].
/// A dot has none, and of a question mark we do not know.
const KINDS: &[u8] = b"..bbb.?????.jjj.cm????????..m???gssmmmm?llllllllllllllwwwwwwwwwmmkiff";

/// `ref.null`, `ref.func` and those of two bytes, whose indices go where those of tables do.
const LATE: [u8; 3] = [0xd0, 0xd2, 0xfc];

/// The last opcode of one byte that we know of the numeric ones.
const LAST_NUMERIC: u8 = 0xc4;

/// How many numbers follow the second byte of such an opcode.
const LATE_NUMBERS: &[u8] = b"000000002121212111";

/// The natural alignment of the accesses, from `i32.load` on, as the power of two.
const NATURAL: &[u8] = b"23230011001122232301012";

const FIRST_ACCESS: u8 = 0x28;

/// Added to an access of another alignment, which then stands in a stream: the opcodes there mean nothing else.
const ALIGNED: u8 = 0xb0;

const CODE_SECTION: u8 = 10;

// Streams that no letter of the table names. The last is the tail, with the texts of the module.
const ALIGNMENTS: usize = stream(b'a');
const HEAD: usize = stream(b'e');
const OPCODES: usize = stream(b'o');
const TAIL: usize = stream(b'z');
const LOCALS: usize = stream(b'v');

/// The stream that a letter names.
const fn stream(letter: u8) -> usize {
    512 + letter as usize
}

/// The module's streams as one piece. An error where the module has what `streams.js` could not write again: an unknown
/// opcode, or a size that is longer than it need be.
pub fn split(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut streams = vec![Vec::new(); STREAMS];
    let mut module = Reader { bytes: wasm, at: 0 };
    streams[HEAD].extend(module.take(8)?);
    let mut has_code = false;
    while module.at < wasm.len() {
        let start = module.at;
        let section = module.byte()?;
        let minimal = module.is_minimal();
        let length = module.number()?;
        let contents = module.take(length)?;
        if section == CODE_SECTION {
            if has_code || !minimal {
                return Err(module.unknown("second code section, or size of it"));
            }
            has_code = true;
            code(contents, &mut streams)?;
        } else {
            streams[if has_code { TAIL } else { HEAD }].extend(&wasm[start..module.at]);
        }
    }
    if !has_code {
        return Err("the WebAssembly has no code".to_owned());
    }
    let mut out = Vec::with_capacity(wasm.len());
    for length in std::iter::once(wasm.len()).chain(streams.iter().map(Vec::len)) {
        write_number(&mut out, length);
    }
    out.extend(streams.concat());
    Ok(out)
}

fn code(section: &[u8], streams: &mut [Vec<u8>]) -> Result<(), String> {
    let mut code = Reader { bytes: section, at: 0 };
    let functions = code.copy(&mut streams[LOCALS])?;
    for _ in 0..functions {
        if !code.is_minimal() {
            return Err(code.unknown("size of a body"));
        }
        let length = code.number()?;
        body(code.take(length)?, streams)?;
    }
    if code.at == section.len() { Ok(()) } else { Err(code.unknown("end of the code")) }
}

fn body(body: &[u8], streams: &mut [Vec<u8>]) -> Result<(), String> {
    let mut body = Reader { bytes: body, at: 0 };
    for _ in 0..body.copy(&mut streams[LOCALS])? {
        body.copy(&mut streams[LOCALS])?;
        body.copy(&mut streams[LOCALS])?;
    }
    // What waits for the opcode that follows, to know its stream.
    let mut waiting: Option<(usize, &[u8])> = None;
    let mut depth = 1;
    while depth > 0 {
        let start = body.at;
        let opcode = body.byte()?;
        let kind = match KINDS.get(usize::from(opcode)) {
            Some(kind) => *kind,
            None if LATE.contains(&opcode) => b'm',
            None if opcode <= LAST_NUMERIC || opcode == 0xd1 => b'.',
            None => b'?',
        };
        let mut written = opcode;
        if let b'l' | b'w' = kind {
            let alignment = body.byte()?;
            let natural = NATURAL[usize::from(opcode - FIRST_ACCESS)] - b'0';
            if alignment > natural {
                return Err(body.unknown("alignment"));
            }
            if alignment < natural {
                written += ALIGNED;
                streams[ALIGNMENTS].push(alignment);
            }
        }
        if let Some((first, number)) = waiting.take() {
            streams[first + usize::from(written)].extend(number);
        }
        streams[OPCODES].push(written);
        let of_kind = &mut streams[stream(kind)];
        match (kind, opcode) {
            (b'.', _) => {}
            (b'?', _) => return Err(format!("byte {start} of a body has an unknown opcode, {opcode:#x}")),
            (b'g', _) => waiting = Some((0, body.leb()?)),
            (b'k', _) => waiting = Some((CONSTANTS, body.leb()?)),
            (b'f', _) => of_kind.extend(body.take(if opcode == 0x43 { 4 } else { 8 })?),
            _ => {
                let first = body.copy(of_kind)?;
                let more = match opcode {
                    0x0e => first + 1,
                    0x1c => first,
                    0x11 => 1,
                    0xfc => usize::from(*LATE_NUMBERS.get(first).ok_or_else(|| body.unknown("opcode"))? - b'0'),
                    _ => 0,
                };
                for _ in 0..more {
                    body.copy(of_kind)?;
                }
            }
        }
        match opcode {
            0x02..=0x04 => depth += 1,
            0x0b => depth -= 1,
            _ => {}
        }
    }
    if body.at == body.bytes.len() { Ok(()) } else { Err(body.unknown("end of a body")) }
}

/// Reads the format's numbers, and says where it ends too early.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn unknown(&self, what: &str) -> String {
        format!("the WebAssembly cannot be split: byte {} has an unexpected {what}", self.at)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let taken = self.at.checked_add(length).and_then(|end| self.bytes.get(self.at..end));
        let taken = taken.ok_or_else(|| self.unknown("end"))?;
        self.at += length;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, String> {
        self.take(1).map(|taken| taken[0])
    }

    /// A number of any width, with or without a sign, as it is written.
    fn leb(&mut self) -> Result<&'a [u8], String> {
        let rest = &self.bytes[self.at..];
        let last = rest.iter().position(|byte| *byte < 128).ok_or_else(|| self.unknown("end"))?;
        self.take(last + 1)
    }

    /// A number without a sign, of 32 bits.
    fn number(&mut self) -> Result<usize, String> {
        let written = self.leb()?;
        if written.len() > 5 {
            return Err(self.unknown("number"));
        }
        let value = written.iter().rev().fold(0_u64, |value, byte| value << 7 | u64::from(byte & 127));
        usize::try_from(value).map_err(|error| error.to_string())
    }

    /// Whether the number that comes is written as short as it can be.
    fn is_minimal(&mut self) -> bool {
        let start = self.at;
        let minimal = self.leb().is_ok_and(|written| written.len() == 1 || written.last() != Some(&0));
        self.at = start;
        minimal
    }

    /// A number as it is written, to a stream, and what it is where it has no sign.
    fn copy(&mut self, stream: &mut Vec<u8>) -> Result<usize, String> {
        let start = self.at;
        stream.extend(self.leb()?);
        let written = &self.bytes[start..self.at];
        Ok(written.iter().rev().fold(0, |value: usize, byte| value.wrapping_shl(7) | usize::from(byte & 127)))
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{command, pipe, read_bytes};

    /// As the page does it.
    fn joined(split: &[u8]) -> Vec<u8> {
        let script = read_bytes(&crate::paths::repo("xtask/assets/streams.js")).expect("the script is there");
        let script = String::from_utf8(script).expect("the script is text")
            + "import fs from \"node:fs\";
               for (const part of join(new Uint8Array(fs.readFileSync(0)))) fs.writeFileSync(1, part);";
        pipe(&mut command("node", &["--input-type=module", "--eval", &script]), split).expect("it runs")
    }

    fn sized(contents: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        write_number(&mut out, contents.len());
        [&out, contents].concat()
    }

    fn section(id: u8, contents: &[u8]) -> Vec<u8> {
        [&[id], &sized(contents)[..]].concat()
    }

    /// What a module begins with, its functions, and data behind them.
    fn module(bodies: &[Vec<u8>]) -> Vec<u8> {
        let mut code = Vec::new();
        write_number(&mut code, bodies.len());
        bodies.iter().for_each(|body| code.extend(sized(body)));
        let head = [b"\0asm\x01\0\0\0", &section(1, &[1, 0x60, 0, 0])[..]].concat();
        [head, section(CODE_SECTION, &code), section(11, b"text in the data"), section(0, b"\x01x")].concat()
    }

    /// Instructions of every kind, in blocks that are closed.
    fn instructions() -> Vec<Vec<u8>> {
        let mut all: Vec<Vec<u8>> = [
            // Blocks of no, one and many values, and branches.
            &[0x02, 0x40, 0x0c, 0x00, 0x0b][..],
            &[0x03, 0x7f, 0x0d, 0x01, 0x0b],
            &[0x04, 0x80, 0x01, 0x05, 0x0b],
            &[0x0e, 0x02, 0x00, 0x81, 0x01, 0x00],
            &[0x0e, 0x00, 0x00],
            // Calls, choices, variables and tables.
            &[0x10, 0x85, 0x02],
            &[0x11, 0x83, 0x01, 0x00],
            &[0x1c, 0x01, 0x7f],
            &[0x20, 0x00],
            &[0x20, 0x81, 0x01],
            &[0x21, 0x07],
            &[0x22, 0x80, 0x02],
            &[0x23, 0x00],
            &[0x24, 0x01],
            &[0x25, 0x00],
            &[0x26, 0x81, 0x00],
            // The memory's size, constants and references.
            &[0x3f, 0x00],
            &[0x40, 0x00],
            &[0x41, 0x7f],
            &[0x41, 0x80, 0x80, 0x40],
            &[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f],
            &[0x43, 0xff, 0x0b, 0x80, 0xff],
            &[0x44, 1, 2, 3, 0x0b, 0x80, 0xff, 7, 8],
            &[0xd0, 0x70],
            &[0xd1],
            &[0xd2, 0x83, 0x01],
            // All at once and whole tables.
            &[0xfc, 8, 1, 0],
            &[0xfc, 9, 1],
            &[0xfc, 10, 0, 0],
            &[0xfc, 11, 0],
            &[0xfc, 12, 0x80, 1, 0],
            &[0xfc, 13, 1],
            &[0xfc, 14, 0, 1],
            &[0xfc, 15, 0],
            &[0xfc, 16, 0],
            &[0xfc, 17, 0x81, 1],
        ]
        .map(<[u8]>::to_vec)
        .into();
        all.push([&[0x0e, 0x82, 0x01], &[0; 131][..]].concat());
        all.extend([0x00, 0x01, 0x0f, 0x1a, 0x1b].into_iter().chain(0x45..=LAST_NUMERIC).map(|opcode| vec![opcode]));
        all.extend((0..8).map(|saturating| vec![0xfc, saturating]));
        for (opcode, natural) in (FIRST_ACCESS..).zip(NATURAL) {
            for alignment in 0..=natural - b'0' {
                all.push(vec![opcode, alignment, 0x00]);
                all.push(vec![opcode, alignment, 0xff, 0xff, 0xff, 0xff, 0x0f]);
            }
        }
        all
    }

    fn body(instructions: &[&[u8]]) -> Vec<u8> {
        // 200 locals of one type and one of another.
        [&[2, 0xc8, 0x01, 0x7f, 0x01, 0x7c], &instructions.concat()[..], &[0x0b]].concat()
    }

    fn comes_back(wasm: &[u8]) {
        let split = split(wasm).expect("it can be split");
        let behind = b"data";
        assert!(joined(&[&split[..], behind].concat()) == [wasm, behind].concat(), "{} bytes differ", wasm.len());
    }

    #[test]
    fn every_instruction_comes_back() {
        let all = instructions();
        let bodies: Vec<_> = all.iter().map(|one| body(&[one])).collect();
        comes_back(&module(&bodies));
    }

    #[test]
    fn whatever_follows_whatever_comes_back() {
        let all = instructions();
        let mut chance = 1_u32;
        let mut any = |below: usize| {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (chance >> 8) as usize % below
        };
        let bodies: Vec<_> = (0..600)
            .map(|length| body(&(0..length).map(|_| all[any(all.len())].as_slice()).collect::<Vec<_>>()))
            .collect();
        comes_back(&module(&bodies));
        comes_back(&module(&[]));
        // Sizes about the edges of their widths.
        let bodies: Vec<_> = (100..140).chain(16_360..16_390).map(|length| body(&vec![&[1][..]; length])).collect();
        comes_back(&module(&bodies));
    }

    #[test]
    fn what_the_page_could_not_write_is_refused() {
        for unknown in [&[0x12, 0][..], &[0x06, 0x40], &[0xc5], &[0xd3], &[0xd8, 0], &[0xfc, 18, 0], &[0xfd, 0, 0]] {
            let split = split(&module(&[body(&[unknown])]));
            assert!(split.is_err(), "{unknown:02x?}");
        }
        // An alignment that is too large, one with the number of a memory, and code behind the end.
        for wrong in [&[0x28, 3, 0][..], &[0x28, 0x42, 1, 0], &[0x0b, 0x01]] {
            assert!(split(&module(&[body(&[wrong])])).is_err(), "{wrong:02x?}");
        }
        // Sizes that are longer than need be: of a body, and of the section.
        for code in [&[10, 5, 1, 0x82, 0, 0, 0x0b][..], &[10, 0x84, 0, 1, 2, 0, 0x0b]] {
            assert!(split(&[b"\0asm\x01\0\0\0", code].concat()).is_err(), "{code:02x?}");
        }
        assert!(split(b"\0asm\x01\0\0\0").is_err());
    }

    #[test]
    fn what_ends_too_early_is_refused() {
        let whole = module(&[body(&[&[0x20, 0x00], &[0x41, 0x80, 0x01]])]);
        let code = whole.len() - section(11, b"text in the data").len() - section(0, b"\x01x").len();
        for end in 0..code {
            assert!(split(&whole[..end]).is_err(), "{end}");
        }
    }
}
