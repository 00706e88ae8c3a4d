import type { BoxPicture, DiagramPicture } from '../pictures';
import { at, brief, escapeHtml, list, scroll } from './markup';
import { layered, type Layered, type Spot } from './layers';

/** In pixels: a box, and the space between two, along an edge and across it. */
const BOX = { width: 148, height: 50 } as const;
const ALONG = { isAcross: 76, isDown: 46 } as const, ACROSS = 22;
const MARGIN = 14;
/** A page is so wide: what does not fit one way is drawn the other, and what fits neither way is made smaller, down to a share. */
const PAGE = 910, SMALLEST = .75;
const LINE_HEIGHT = 14;
/** In UTF-16 code units and lines: what fits in a box, and at an edge between two. */
const FITS = 21, LINES = 3, AT_EDGE = { isAcross: 11, isDown: 16 } as const;

interface Point { readonly x: number; readonly y: number }
/** Where a grid lies on the page: from left to right, or from top to bottom. */
interface Frame {
  readonly isAcross: boolean;
  readonly width: number;
  readonly height: number;
  middle(spot: Spot): Point;
}

/** The diagrams of the system, with what only one box connects and what the text never speaks of marked, and told below. */
export const diagramsPart = (diagrams: readonly DiagramPicture[]): string => diagrams.map(diagramFigure).join('\n');

function diagramFigure(diagram: DiagramPicture): string {
  const { heading, boxes, edges, line } = diagram;
  const grid = layered(boxes.length, edges.map(({ from, to }) => [from, to]));
  const frame = frameOf(grid);
  const title = `Diagram${heading ? ` under “${escapeHtml(heading)}”` : ''}`;
  const drawn = [
    ...edges.map((edge, i) => edgePath(edge, grid.edges[i]!, frame)),
    ...boxes.map((box, i) => boxShape(box, frame.middle(grid.boxes[i]!))),
  ].join('\n');
  const scale = Math.min(1, Math.max(SMALLEST, PAGE / frame.width));
  const svg = `<svg width="${Math.round(frame.width * scale)}" height="${Math.round(frame.height * scale)}" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-label="${title}">\n<desc>${boxes.length} boxes and ${edges.length} lines between them.</desc>\n${drawn}\n</svg>`;
  return `<figure class="drawn">\n<figcaption>${title}, ${at(line, `line ${line}`)}</figcaption>\n${scroll(title, svg)}\n${remarks(boxes)}\n</figure>`;
}

function frameOf({ layers, breadth }: Layered): Frame {
  const size = (isAcross: boolean): { width: number; height: number } => {
    const gap = isAcross ? ALONG.isAcross : ALONG.isDown;
    const along = layers * ((isAcross ? BOX.width : BOX.height) + gap) - gap, across = breadth * ((isAcross ? BOX.height : BOX.width) + ACROSS) - ACROSS;
    return isAcross ? { width: along, height: across } : { width: across, height: along };
  };
  const isAcross = size(true).width <= PAGE || size(true).width <= size(false).width;
  const { width, height } = size(isAcross);
  const [long, broad] = isAcross ? [BOX.width, BOX.height] : [BOX.height, BOX.width];
  const step = { along: long + (isAcross ? ALONG.isAcross : ALONG.isDown), across: broad + ACROSS };
  return {
    isAcross, width: Math.round(width + 2 * MARGIN), height: Math.round(height + 2 * MARGIN),
    middle({ layer, across: at }) {
      const a = round(MARGIN + layer * step.along + long / 2), b = round(MARGIN + at * step.across - ACROSS / 2);
      return isAcross ? { x: a, y: b } : { x: b, y: a };
    },
  };
}

const round = (n: number): number => Math.round(n * 10) / 10;

function boxShape({ lines, line, look, group, between, isUnmentioned }: BoxPicture, { x, y }: Point): string {
  const left = x - BOX.width / 2, top = y - BOX.height / 2;
  const classes = ['part', look, ...(between ? ['weak'] : []), ...(isUnmentioned ? ['unsaid'] : [])].join(' ');
  const label = wrapped(lines.join(' '));
  const rows = [...label, ...(group && label.length < LINES ? [`in ${group}`.slice(0, FITS + 3)] : [])];
  const text = rows.map((row, i) => `<text${i < label.length ? '' : ' class="frame"'} x="${x}" y="${round(y + (i - (rows.length - 1) / 2) * LINE_HEIGHT + 4)}">${escapeHtml(row)}</text>`).join('');
  const marks = [between && '!', isUnmentioned && '?'].filter((mark) => mark !== undefined && mark !== false);
  const badges = marks.map((mark, i) => `<g class="badge" aria-hidden="true"><circle cx="${round(left + BOX.width - 4 - i * 20)}" cy="${round(top)}" r="9"/><text x="${round(left + BOX.width - 4 - i * 20)}" y="${round(top + 4.5)}">${mark}</text></g>`).join('');
  const said = [lines.join(' '), group && `in ${group}`, between && `all that connects ${between[0]} and ${between[1]}`, isUnmentioned && 'the text never speaks of it'].filter(Boolean).join('; ');
  const shape = `<rect x="${round(left)}" y="${round(top)}" width="${BOX.width}" height="${BOX.height}" rx="${look === 'actor' || look === 'group' ? BOX.height / 2 : 4}"/>${look === 'store' ? `<path class="lid" d="M${round(left)} ${round(top + 6)}h${BOX.width}"/>` : ''}`;
  return `<g class="${classes}" data-line="${line}"><title>${escapeHtml(said)}</title>${shape}${text}${badges}</g>`;
}

/** A label in lines that fit in a box; what is left over is cut. */
function wrapped(label: string): string[] {
  const rows: string[] = [];
  for (const word of label.split(' ').flatMap((w) => w.match(new RegExp(`.{1,${FITS}}`, 'gu')) ?? [])) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < FITS) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.length > LINES ? [...rows.slice(0, LINES - 1), `${rows[LINES - 1]!.slice(0, FITS - 2)} …`] : rows;
}

/** A curve from the rim of one box to that of the other, straight past the layers between, with its heads and what stands at it. */
function edgePath({ label, heads, isInside }: DiagramPicture['edges'][number], spots: readonly Spot[], { isAcross, middle }: Frame): string {
  const centres = spots.map(middle), first = centres[0]!, second = centres[1]!, last = centres.at(-1)!;
  const sign = Math.sign(isAcross ? second.x - first.x : second.y - first.y);
  if (!sign) return '';
  const rim = ({ x, y }: Point, side: number): Point => (isAcross ? { x: x + side * BOX.width / 2, y } : { x, y: y + side * BOX.height / 2 });
  const legs = centres.slice(1).map((to, i) => [rim(centres[i]!, sign), rim(to, -sign)] as const);
  const curve = ([a, b]: (typeof legs)[number]): string => {
    const bend = isAcross ? [(a.x + b.x) / 2, a.y, (a.x + b.x) / 2, b.y] : [a.x, (a.y + b.y) / 2, b.x, (a.y + b.y) / 2];
    return `${round(a.x)} ${round(a.y)}C${[...bend, b.x, b.y].map(round).join(' ')}`;
  };
  const head = ({ x, y }: Point, towards: number): string => `<path class="head" d="M${round(x)} ${round(y)}${isAcross ? `l${-8 * towards} -4v8z` : `l-4 ${-8 * towards}h8z`}"/>`;
  const [from, to] = legs[legs.length >> 1]!;
  const words = label && label.length <= (isAcross ? AT_EDGE.isAcross : AT_EDGE.isDown) ? `<text class="words" x="${round((from.x + to.x) / 2)}" y="${round((from.y + to.y) / 2 + 4)}">${escapeHtml(label)}</text>` : '';
  return `<g class="${isInside ? 'tie inside' : 'tie'}">${label ? `<title>${escapeHtml(label)}</title>` : ''}<path d="M${legs.map(curve).join('L')}"/>`
    + `${heads === 'none' ? '' : head(rim(last, -sign), sign)}${heads === 'both' ? head(rim(first, sign), -sign) : ''}${words}</g>`;
}

/** What the marks mean, box by box: the same for those who do not see the picture. */
function remarks(boxes: readonly BoxPicture[]): string {
  const weak = boxes.filter(({ between }) => between), unsaid = boxes.filter(({ isUnmentioned }) => isUnmentioned);
  const mark = (sign: string): string => `<span class="sign" aria-hidden="true">${sign}</span> `;
  const name = ({ lines, line }: BoxPicture): string => at(line, `“${brief(lines.join(' '))}”`);
  return list('ul', 'remarks', [
    ...weak.map((box) => `<li>${mark('!')}${name(box)} is all that connects “${brief(box.between![0])}” and “${brief(box.between![1])}”, and nothing says what takes over.</li>`),
    ...unsaid.map((box) => `<li>${mark('?')}${name(box)}: the text never says what it is or does.</li>`),
  ]);
}
