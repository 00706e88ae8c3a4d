const NUMBERING = /^(?:\d+(?:\.\d+)*[.):]?|[ivxlc]+[.):]|[a-z][.)]|§\s*\d+(?:\.\d+)*)\s*(?:[–—:-]\s*)?/i;
const OPTIONAL = /[([](?:optional|mandatory|required|if applicable|tbd|draft|wip|r|informative|normative)[)\]]/gi;

/**
 * What headings are compared by: lower case, without numbering, emoji, markup, punctuation and remarks such as
 * "(optional)". "## 8. API Specifications" and
 * "API specifications:" have the same key.
 */
export function headingKey(text: string): string {
  let key = text.replace(OPTIONAL, ' ').replace(/[`*_~"“”'’]/g, '');
  key = key.replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, ' ').trim();
  const bare = key.replace(NUMBERING, '');
  // "A plan" and "I think" are words, "1 Goals" and "A. Goals" are numbering.
  key = bare || key;
  return key
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/[-–—]/g, ' ')
    .replace(/[^\p{L}\p{N}/ +?().,]/gu, ' ')
    .replace(/[\s:.,?!]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const keys = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The keys of a list of headings; computed once for each list. */
export function headingKeys(headings: readonly string[]): ReadonlySet<string> {
  let found = keys.get(headings);
  if (!found) keys.set(headings, (found = new Set(headings.map(headingKey))));
  return found;
}
