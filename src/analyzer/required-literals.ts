/**
 * Which words a pattern cannot match without. Most patterns speak of things that most blocks never mention, so one
 * look for these words spares nine tenths of the matching; see `pattern-index.ts`.
 *
 * Sound, not complete: where the pattern is beyond this reader, nothing is required and the pattern is always tried.
 */

/**
 * Lower-case strings of which every match contains at least one, {@link DIGIT} standing for any digit; undefined where
 * that cannot be told.
 */
export function requiredLiterals(pattern: RegExp): readonly string[] | undefined {
  const reader = { source: pattern.source, at: 0 };
  try {
    const { required } = readAlternatives(reader);
    return reader.at === reader.source.length ? required : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

interface Reader { readonly source: string; at: number }

/** What one piece of a pattern matches: all of its strings, if they are few, and what each of its matches contains. */
interface Piece {
  readonly exact: readonly string[] | undefined;
  readonly required: readonly string[] | undefined;
}

const ANYTHING: Piece = { exact: undefined, required: undefined };
const NOTHING: Piece = { exact: [''], required: undefined };
/** Beyond this many strings a pattern's own alternatives multiply faster than they tell anything. */
const MANY = 160;
/** Shorter strings occur everywhere, but for the signs of {@link RARE} and figures. */
export const SHORTEST = 3;
/** Stands for all digits, so that a pattern which asks for some is not tried on a text without any. */
export const DIGIT = '0';
const RARE = /[`@$<>=[\]{}|+*#~^]/;

function readAlternatives(reader: Reader): Piece {
  const pieces = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    pieces.push(readSequence(reader));
  }
  if (pieces.length === 1) return pieces[0]!;
  const exact = pieces.every((p) => p.exact) ? few(pieces.flatMap((p) => p.exact!)) : undefined;
  const needed = pieces.map((p) => p.required ?? asRequired(p.exact));
  return { exact, required: needed.every((n) => n) ? few(needed.flatMap((n) => n!)) : undefined };
}

const few = (strings: readonly string[]): readonly string[] | undefined => (strings.length <= MANY ? [...new Set(strings)] : undefined);

function asRequired(exact: readonly string[] | undefined): readonly string[] | undefined {
  const telling = exact?.map((s) => (s.length >= SHORTEST ? s : /\d/.test(s) ? DIGIT : RARE.exec(s)?.[0]));
  return telling?.length && telling.every((s) => s !== undefined) ? [...new Set(telling)] : undefined;
}

function readSequence(reader: Reader): Piece {
  let run: readonly string[] = [''];
  let whole = true;
  let best: readonly string[] | undefined;
  const offer = (candidate: readonly string[] | undefined) => {
    if (candidate && (!best || worth(candidate) > worth(best))) best = candidate;
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const piece = readQuantified(reader);
    const joined = piece.exact && run.length * piece.exact.length <= MANY ? run.flatMap((r) => piece.exact!.map((e) => r + e)) : undefined;
    offer(piece.required);
    if (joined) {
      run = joined;
      offer(asRequired(run));
    } else {
      // What follows something unknown starts a new run of letters.
      run = piece.exact ?? [''];
      whole = false;
      offer(asRequired(run));
    }
  }
  return { exact: whole ? run : undefined, required: best };
}

/** Long strings are rare in a text, and few are quickly looked for. */
const worth = (strings: readonly string[]): number => Math.min(8, ...strings.map((s) => s.length)) - strings.length / 16;

function readQuantified(reader: Reader): Piece {
  const piece = readAtom(reader);
  const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (!quantifier) return piece;
  reader.at += quantifier[0].length;
  if (quantifier[0][0] === '?') return { exact: piece.exact && few([...piece.exact, '']), required: undefined };
  const least = quantifier[0][0] === '+' ? 1 : Number(quantifier[1] ?? 0);
  return least > 0 ? { exact: undefined, required: piece.required ?? asRequired(piece.exact) } : ANYTHING;
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
  return { exact: [char.toLowerCase()], required: undefined };
}

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
  const letters = body.slice(0, -1);
  return /^[^\\^]{1,4}$/.test(letters) && !/^.-./.test(letters.slice(0, 3)) && !letters.slice(1, -1).includes('-')
    ? { exact: [...new Set(letters.toLowerCase())], required: undefined } : ANYTHING;
}

function readEscape(reader: Reader): Piece {
  const char = reader.source[reader.at++]!;
  if ('bB'.includes(char)) return NOTHING;
  if (char === 'd') return { exact: undefined, required: [DIGIT] };
  if (/[DwWsS]/.test(char)) return ANYTHING;
  if (/[nrtfv]/.test(char)) return ANYTHING;
  if (/[a-zA-Z0-9]/.test(char)) {
    if (!'pPux'.includes(char)) throw new Unreadable();
    const rest = /^(?:\{[^}]*\}|[0-9a-fA-F]{2,4})/.exec(reader.source.slice(reader.at, reader.at + 40));
    if (!rest) throw new Unreadable();
    reader.at += rest[0].length;
    return ANYTHING;
  }
  return { exact: [char], required: undefined };
}
