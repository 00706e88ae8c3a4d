import { ErrorCodes, ResponseError, type Location, type Position, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildSpec } from '../analyzer/build-spec';
import { idUses, type IdUse } from '../analyzer/facts/requirements';
import { createMarkdownParser } from '../analyzer/parse/markdown';
import type { ReviewedDocument } from './documents';
import { rangeOf } from './convert';
import type { OtherText, Surroundings } from './surroundings';

/** All places of one id in one document. */
interface Uses {
  readonly document: TextDocument;
  readonly uses: readonly IdUse[];
}

/**
 * Going to the definition of a requirement's id, finding what cites it, and renaming it. An id belongs to the document
 * that defines it: another one counts where it cites the id without defining it and links to that document.
 */
export function definitionOf(read: ReviewedDocument, position: Position, around: Surroundings): Promise<readonly Location[]> {
  return locations(read, position, around, (use) => use.isDefinition);
}

export function referencesOf(read: ReviewedDocument, position: Position, around: Surroundings, withDefinition: boolean): Promise<readonly Location[]> {
  return locations(read, position, around, (use) => withDefinition || !use.isDefinition);
}

/** What would be renamed at a position; null where no id stands there. Throws a ResponseError that says why one cannot be. */
export function prepareRename({ document, reviewed }: ReviewedDocument, position: Position): { range: Range; placeholder: string } | null {
  const use = useAt(reviewed.spec, document.offsetAt(position));
  if (!use) return null;
  if (use.isRanged) throw refusal(`“${use.written}” stands for several ids; write them out to rename one of them.`);
  return { range: rangeOf(document, idSpan(document, use)), placeholder: use.written };
}

/** The same id everywhere, as one edit. Throws a ResponseError that says why it cannot be. */
export async function rename(read: ReviewedDocument, position: Position, newName: string, around: Surroundings): Promise<WorkspaceEdit | null> {
  const use = useAt(read.reviewed.spec, read.document.offsetAt(position));
  if (!use || prepareRename(read, position) === null) return null;
  const [wanted] = idUses(specOf(`- ${newName}: words`));
  if (wanted?.written !== newName) throw refusal(`“${newName}” is no id; write one such as FR-12, AC-3 or US-7.`);
  const all = await usesEverywhere(read, use.id, around);
  for (const { document, uses } of all) {
    const [ranged] = uses.filter((one) => one.isRanged);
    if (ranged) throw refusal(`${use.written} is one of “${document.getText(rangeOf(document, ranged.at))}” in line ${document.positionAt(ranged.at.start).line + 1}; write these ids out first.`);
    if (wanted.id !== use.id && idUses(specOf(document.getText())).some((one) => one.id === wanted.id)) throw refusal(`${newName} is taken in ${document.uri.slice(document.uri.lastIndexOf('/') + 1)}; choose an id that nothing has.`);
  }
  return { changes: Object.fromEntries(all.map(({ document, uses }) => [document.uri, uses.map((one) => ({ range: rangeOf(document, idSpan(document, one)), newText: newName }))])) };
}

const refusal = (message: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, message);

async function locations(read: ReviewedDocument, position: Position, around: Surroundings, counts: (use: IdUse) => boolean): Promise<readonly Location[]> {
  const use = useAt(read.reviewed.spec, read.document.offsetAt(position));
  if (!use) return [];
  return (await usesEverywhere(read, use.id, around)).flatMap(({ document, uses }) => uses.filter(counts).map((one) => ({ uri: document.uri, range: rangeOf(document, idSpan(document, one)) })));
}

/** The document itself first. */
async function usesEverywhere({ document, reviewed }: ReviewedDocument, id: string, around: Surroundings): Promise<readonly Uses[]> {
  const own = { document, uses: idUses(reviewed.spec).filter((use) => use.id === id) };
  const [prefix, number] = id.split(' ');
  const pattern = new RegExp(`${prefix}[- ]?0*${number}\\b`);
  const found = (await around.others(document.uri, (text) => pattern.test(text))).map((other) => usesIn(other, id)).filter(({ uses }) => uses.length);
  const isDefined = ({ uses }: Uses): boolean => uses.some((use) => use.isDefinition);
  if (isDefined(own)) return [own, ...found.filter((one) => !isDefined(one) && linksTo(one.document, document.uri))];
  // Cited here only: it belongs to the one document that this one links to and that defines it.
  const [home] = found.filter((one) => isDefined(one) && linksTo(document, one.document.uri));
  return home ? [own, home, ...found.filter((one) => !isDefined(one) && linksTo(one.document, home.document.uri))] : [own];
}

function usesIn({ uri, text }: OtherText, id: string): Uses {
  const document = TextDocument.create(uri, 'markdown', 0, text);
  return { document, uses: idUses(specOf(text)).filter((use) => use.id === id) };
}

const specOf = (text: string) => buildSpec(text, createMarkdownParser().parse(text));

/** Whether a text names the file of a document, as every link to it does. */
const linksTo = (from: TextDocument, uri: string): boolean => {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return [name, decodeURIComponent(name)].some((one) => from.getText().includes(one));
};

const useAt = (spec: ReviewedDocument['reviewed']['spec'], offset: number): IdUse | undefined =>
  idUses(spec).find(({ at }) => at.start <= offset && offset <= at.end);

/** The id alone: of a heading, the use's place is all of its words. */
function idSpan(document: TextDocument, { at, written }: IdUse): { start: number; end: number } {
  const start = at.start + Math.max(0, document.getText().slice(at.start, at.end).indexOf(written));
  return { start, end: Math.min(at.end, start + written.length) };
}
