// The way back from xtask/src/streams.rs, which says what the streams are: the WebAssembly, and what stands behind it.

const KINDS = "..bbb.?????.jjj.cm????????..m???gssmmmm?llllllllllllllwwwwwwwwwmmkiff";
const NATURAL = "23230011001122232301012";
const LATE_NUMBERS = "000000002121212111";
const [ALIGNMENTS, HEAD, FLOATS, MORE, OPCODES, LOCALS, TAIL] = [609, 613, 614, 621, 623, 630, 634];
const STREAMS = 640;

export function join(bytes) {
  // By opcode, as numbers, since these are asked for hundreds of thousands of times.
  const kinds = new Uint16Array(256);
  for (let i = 0; i < KINDS.length; i++) kinds[i] = 512 + KINDS.charCodeAt(i);
  kinds[0xd0] = kinds[0xd2] = kinds[0xfc] = MORE;

  // Where each stream is to be read, and behind them the numbers at the beginning.
  const places = new Uint32Array(STREAMS + 1);
  const number = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[places[stream]++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const out = new Uint8Array(number(STREAMS));
  const lengths = Array.from({ length: STREAMS }, () => number(STREAMS));
  let end = places[STREAMS];
  lengths.forEach((length, stream) => {
    places[stream] = end;
    end += length;
  });

  let to = 0;
  const take = (stream, length) => {
    out.set(bytes.subarray(places[stream], (places[stream] += length)), to);
    to += length;
  };
  const copy = (stream, count) => {
    let from = places[stream];
    while (count > 0) if ((out[to++] = bytes[from++]) < 128) count--;
    places[stream] = from;
  };
  const ahead = (stream) => {
    const place = places[stream];
    const value = number(stream);
    places[stream] = place;
    return value;
  };
  // Puts the length of what was written since a place before it.
  const sized = (from) => {
    let length = to - from;
    const width = Math.ceil((32 - Math.clz32(length | 1)) / 7);
    out.copyWithin(from + width, from, to);
    to += width;
    for (let i = 1; i < width; i++, length >>= 7) out[from++] = length | 128;
    out[from] = length;
  };

  take(HEAD, lengths[HEAD]);
  out[to++] = 10;
  const section = to;
  let next = places[OPCODES];
  let functions = ahead(LOCALS);
  copy(LOCALS, 1);
  while (functions--) {
    const body = to;
    copy(LOCALS, 1 + 2 * ahead(LOCALS));
    for (let depth = 1; depth; ) {
      let op = bytes[next++];
      const aligned = op > 0xd7 && op < 0xef;
      if (aligned) op -= 0xb0;
      out[to++] = op;
      if (aligned) copy(ALIGNMENTS, 1);
      else if (op > 39 && op < 63) out[to++] = NATURAL.charCodeAt(op - 40) - 48;
      const kind = kinds[op];
      if (op === 0x20) copy(bytes[next], 1);
      else if (op === 0x41) copy(256 + bytes[next], 1);
      else if (kind === FLOATS) take(FLOATS, op === 0x43 ? 4 : 8);
      else if (op === 0x0e) copy(kind, 2 + ahead(kind));
      else if (op === 0x1c) copy(kind, 1 + ahead(kind));
      else if (op === 0xfc) copy(kind, 1 + Number(LATE_NUMBERS[ahead(kind)]));
      else if (kind > 608) copy(kind, op === 0x11 ? 2 : 1);
      if (op > 1 && op < 5) depth++;
      else if (op === 0x0b) depth--;
    }
    sized(body);
  }
  sized(section);
  take(TAIL, lengths[TAIL]);
  return [out, bytes.slice(end)];
}
