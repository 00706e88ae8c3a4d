/**
 * Which words a pattern cannot match without. Most patterns speak of things that most blocks never mention, so one
 * look for these words spares nearly all of the matching; see `pattern-index.ts`.
 *
 * Sound, not complete: where the pattern is beyond this reader, nothing is required and the pattern is always tried.
 */

/**
 * Some strings of which every match contains at least one: in lower case as far as ASCII goes, {@link DIGIT} standing
 * for any digit, {@link EDGE} at an end for the edge of a word.
 */
export type Clause = readonly string[];

/** Every match satisfies all of these; none where nothing can be told. */
export function requiredLiterals(pattern: RegExp): readonly Clause[] {
  const reader = { source: pattern.source, at: 0 };
  try {
    const piece = readAlternatives(reader);
    return reader.at === reader.source.length ? clausesOf(piece) : [];
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

class Unreadable extends Error {}

interface Reader { readonly source: string; at: number }

/** What one piece of a pattern matches: all of its strings, if they are few, and what each of its matches contains. */
interface Piece {
  readonly exact: readonly string[] | undefined;
  readonly required: readonly Clause[];
}

const ANYTHING: Piece = { exact: undefined, required: [] };
const NOTHING: Piece = { exact: [''], required: [] };
/** Beyond this many strings a pattern's own alternatives multiply faster than they tell anything. */
const MANY = 96;
/** Shorter strings occur everywhere, but for whole words, the signs of {@link RARE} and figures. */
const SHORTEST = 3;
/** What a string begins with tells enough. */
const LONGEST = 10;
/** Stands for all digits, so that a pattern which asks for some is not tried on a text without any. */
export const DIGIT = '0';
/** Stands for all characters beyond ASCII that have no case. */
export const FOREIGN = '\x7f';
/** The edge of a word; the letter, digit or `_` beside it in the string belongs to the word. */
export const EDGE = '\b';
const RARE = /[`@$<>=[\]{}|+*#~^\x7f]/;

function readAlternatives(reader: Reader): Piece {
  const pieces = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    pieces.push(readSequence(reader));
  }
  if (pieces.length === 1) return pieces[0]!;
  const exact = pieces.every((p) => p.exact) ? few(pieces.flatMap((p) => p.exact!)) : undefined;
  const needed = pieces.map((p) => best(clausesOf(p)));
  const either = needed.every((n) => n) ? few(needed.flatMap((n) => n!)) : undefined;
  return { exact, required: either ? [either] : [] };
}

function few(strings: readonly string[]): readonly string[] | undefined {
  const all = [...new Set(strings)];
  return all.length <= MANY ? all : undefined;
}

function clausesOf({ exact, required }: Piece): readonly Clause[] {
  const own = required.length ? undefined : asClause(exact);
  return own ? [own] : required;
}

function asClause(exact: readonly string[] | undefined): Clause | undefined {
  const telling = exact?.map(tellingOf);
  return telling?.length && telling.every((s) => s !== undefined) ? [...new Set(telling)] : undefined;
}

/** What is looked for of a string that must occur; undefined where it is too common to be looked for. */
function tellingOf(string: string): string | undefined {
  const bare = string.includes(EDGE) ? string.replaceAll(EDGE, '') : string;
  if (bare.length < SHORTEST && !(bare.length === 2 && WHOLE_WORD.test(string))) return /\d/.test(bare) ? DIGIT : RARE.exec(bare)?.[0];
  return (OPENS.test(string) ? EDGE : '') + (bare.length > LONGEST ? bare.slice(0, LONGEST) : CLOSES.test(string) ? bare + EDGE : bare);
}

const WHOLE_WORD = /^\x08\w+\x08$/;
const OPENS = /^\x08\w/;
const CLOSES = /\w\x08$/;

const best = (clauses: readonly Clause[]): Clause | undefined => clauses.reduce<Clause | undefined>((a, b) => (a && worth(a) >= worth(b) ? a : b), undefined);

function readSequence(reader: Reader): Piece {
  const clauses: Clause[] = [];
  let run: readonly string[] = [''];
  let whole = true;
  /** The best of what the run was on the way to what it is now. */
  let ofRun: Clause | undefined;
  const noteRun = () => {
    const clause = asClause(run);
    if (clause && (!ofRun || worth(clause) > worth(ofRun))) ofRun = clause;
  };
  const endRun = () => {
    noteRun();
    if (ofRun) clauses.push(ofRun);
    ofRun = undefined;
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const { exact, required } = readQuantified(reader);
    // It gets longer with each piece, and better, until it branches.
    if (exact && exact.length > 1) noteRun();
    if (exact && run.length * exact.length <= MANY) run = exact.length === 1 ? run.map((r) => r + exact[0]!) : run.flatMap((r) => exact.map((e) => r + e));
    else {
      // What follows something unknown starts a new run of letters.
      endRun();
      clauses.push(...required);
      run = exact ?? [''];
      whole = false;
    }
  }
  endRun();
  return { exact: whole ? run : undefined, required: clauses };
}

/** Long strings are rare in a text, and few are quickly looked for. */
const worth = (strings: Clause): number => Math.min(12, ...strings.map((s) => s.length)) - strings.length / 64;

function readQuantified(reader: Reader): Piece {
  const piece = readAtom(reader);
  if (!'*+?{'.includes(reader.source[reader.at] ?? ' ')) return piece;
  const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (!quantifier) return piece;
  reader.at += quantifier[0].length;
  if (quantifier[0][0] === '?') return { exact: piece.exact && few([...piece.exact, '']), required: [] };
  const least = quantifier[0][0] === '+' ? 1 : Number(quantifier[1] ?? 0);
  return least > 0 ? { exact: undefined, required: clausesOf(piece) } : ANYTHING;
}

function readAtom(reader: Reader): Piece {
  const { source } = reader;
  const char = source[reader.at++]!;
  if (char === '(') return readGroup(reader);
  if (char === '[') return readClass(reader);
  if (char === '\\') return readEscape(reader);
  if (char === '^' || char === '$') return NOTHING;
  if (char === '.') return ANYTHING;
  if ('*+?{'.includes(char)) throw new Unreadable();
  const rest = readPlain(reader);
  return rest ? { exact: [(char + rest).toLowerCase()], required: [] } : letters(char);
}

/** More small letters and blanks behind one of them, up to the last that no quantifier follows. */
function readPlain(reader: Reader): string {
  const { source, at } = reader;
  let end = at;
  if (isPlain(source, at - 1)) while (isPlain(source, end)) end++;
  if (end > at && '*+?{'.includes(source[end] ?? '-')) end--;
  reader.at = end;
  return source.slice(at, end);
}

function isPlain(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return (code >= 97 && code <= 122) || code === 32;
}

/** One of `chars`, whatever its case; that of ASCII alone is looked at. */
function letters(chars: string): Piece {
  if (!NOT_ASCII.test(chars)) return { exact: [...new Set(chars.toLowerCase().split(''))], required: [] };
  const isForeign = chars.toLowerCase() === chars.toUpperCase() && !ASCII.test(chars);
  return isForeign ? { exact: undefined, required: [[FOREIGN]] } : ANYTHING;
}
const NOT_ASCII = /[^\0-\x7f]/, ASCII = /[\0-\x7f]/;

function readGroup(reader: Reader): Piece {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? '';
  if (reader.source[reader.at] === '?' && !opening) throw new Unreadable();
  reader.at += opening.length;
  const inner = readAlternatives(reader);
  if (reader.source[reader.at++] !== ')') throw new Unreadable();
  // A look-around takes no text; what it asks for may be spared, never demanded twice.
  return /^\?<?[=!]/.test(opening) ? NOTHING : inner;
}

/** A class of a few single letters stands for them, any other for anything. */
function readClass(reader: Reader): Piece {
  const end = /(?:[^\]\\]|\\.)*\]/y;
  end.lastIndex = reader.at;
  const body = end.exec(reader.source)?.[0];
  if (body === undefined) throw new Unreadable();
  reader.at += body.length;
  const chars = body.slice(0, -1);
  if (/^[^\0-\x7f]+$/.test(chars)) return letters(chars);
  return /^[^\\^]{1,4}$/.test(chars) && !/^.-./.test(chars.slice(0, 3)) && !chars.slice(1, -1).includes('-') ? letters(chars) : ANYTHING;
}

function readEscape(reader: Reader): Piece {
  const char = reader.source[reader.at++]!;
  if (char === 'b') return { exact: [EDGE], required: [] };
  if (char === 'B') return NOTHING;
  if (char === 'd') return { exact: undefined, required: [[DIGIT]] };
  if (/[DwWsS]/.test(char)) return ANYTHING;
  if (/[nrtfv]/.test(char)) return ANYTHING;
  if (/[a-zA-Z0-9]/.test(char)) {
    if (!'pPux'.includes(char)) throw new Unreadable();
    const rest = /^(?:\{[^}]*\}|[0-9a-fA-F]{2,4})/.exec(reader.source.slice(reader.at, reader.at + 40));
    if (!rest) throw new Unreadable();
    reader.at += rest[0].length;
    return ANYTHING;
  }
  return { exact: [char], required: [] };
}
