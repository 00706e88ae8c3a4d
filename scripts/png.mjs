// Makes a screenshot small: 256 colours, no filters, the best compression. Text on plain ground has few
// colours, and repeats them better when the rows are not filtered.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** @param {Buffer} png with 8-bit RGB and no interlace, as browsers write it; throws on any other */
export function shrink(png) {
  const { width, height, pixels } = decode(png);
  const { palette, indexes } = quantize(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function decode(png) {
  const data = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height, depth, type, , , interlace] = [png.readUInt32BE(16), png.readUInt32BE(20), ...png.subarray(24, 29)];
  if (depth !== 8 || type !== 2 || interlace) throw new Error('Only PNG with 8-bit RGB and no interlace can be shrunk.');
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width * 3, height) };
}

function unfilter(raw, stride, height) {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= 3 ? pixels[at - 3] : 0;
      const up = y ? pixels[at - stride] : 0;
      const corner = x >= 3 && y ? pixels[at - stride - 3] : 0;
      pixels[at] = raw[at + y + 1] + predicted(filter, left, up, corner);
    }
  }
  return pixels;
}

/** What PNG's filters 0 to 4 add to a byte. */
function predicted(filter, left, up, corner) {
  if (filter < 4) return [0, left, up, (left + up) >> 1][filter];
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function quantize(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const chosen = choose([...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)));
  const nearest = new Map([...counts.keys()].map((colour) => [colour, chosen.reduce((best, c, i) => (distance(c, colour) < distance(chosen[best], colour) ? i : best), 0)]));
  const indexes = Uint8Array.from({ length: pixels.length / 3 }, (_, i) => nearest.get(pixels.readUIntBE(i * 3, 3)));
  return { palette: Buffer.from(chosen.flatMap(channels)), indexes };
}

/** Half of them the commonest, half those that are least like any chosen yet: a small icon keeps its colour. */
function choose(byCount) {
  const chosen = byCount.slice(0, COLOURS / 2);
  const rest = new Map(byCount.slice(COLOURS / 2).map((colour) => [colour, Math.min(...chosen.map((c) => distance(c, colour)))]));
  while (chosen.length < COLOURS && rest.size) {
    const [farthest] = [...rest].reduce((a, b) => (b[1] > a[1] ? b : a));
    chosen.push(farthest);
    rest.delete(farthest);
    for (const [colour, d] of rest) rest.set(colour, Math.min(d, distance(farthest, colour)));
  }
  return chosen;
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function distance(one, other) {
  const [a, b] = [channels(one), channels(other)];
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
