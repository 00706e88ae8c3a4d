import { remembered } from '../remembered';
import type { Block, Section, Spec } from '../spec';
import { announced, linesOf, placeOf, THERE, type Announced, type Local } from './announced';
import { isUnder, rowsOf } from './definitions';
import { placeIn, statements, type Statement } from './statements';

/** An event, or a topic that events go through, which the proposal publishes, consumes or adds. */
export interface OwnEvent extends Announced {
  readonly kind: 'event';
  /** Where the document says which. */
  readonly direction?: 'publishes' | 'consumes';
}

/** Events, messages and topics in tables, prose, headings and AsyncAPI fences. */
export function ownEvents(spec: Spec): readonly OwnEvent[] {
  return announced<OwnEvent>(spec, ({ name }) => name, (section) => {
    const isAbout = isUnder(spec, section, ABOUT);
    return [
      ...(isAbout ? inHeading(section) : []),
      ...inBlocks(section.blocks).filter(({ isIts }) => isAbout || isIts).map(({ event }) => event),
    ];
  });
}

/** Headings of sections in which whatever is published is the proposal's. */
const ABOUT = /\b(?:(?:domain |integration )?events|topics|event (?:catalog(?:ue)?|contracts?|schemas?)|messaging|async ?api|channels)\b/;
const NAME = /^[A-Za-z][\w-]*(?:[.:/][\w{}-]+)*$/;
/** Without ticks, only what no prose looks like: "order.created", "order-created.v1". */
const UNTICKED = /^[a-z][\w-]*(?:[.:][\w-]+)+$/;

interface Found {
  readonly event: Local<OwnEvent>;
  /** The words say that it is the proposal's; else only the section can tell. */
  readonly isIts: boolean;
}

const its = (event: Local<OwnEvent>): Found => ({ event, isIts: true });

const inBlocks = remembered((blocks): readonly Found[] => [
  ...blocks.flatMap((block) => (block.table ? inTable(block) : block.kind === 'code' ? inAsyncApi(block) : [])).map(its),
  ...statements(blocks).flatMap((statement) => (statement.block.table || !statement.text.includes('`') || !SPOKEN_OF.test(statement.text) ? [] : inStatement(statement))),
]);

function inHeading({ heading }: Section): Local<OwnEvent>[] {
  const name = /^(?:event|topic)?:?\s*`?([^`\s]{3,80})`?$/i.exec(heading?.text ?? '')?.[1];
  return name && UNTICKED.test(name) ? [{ kind: 'event', name, at: heading!.span, from: 'heading' }] : [];
}

const COLUMN = /^(?:new )?(?:(?:domain |integration |published |emitted |kafka )?(?:event|topic)s?)(?: (?:name|type))?$/i;
/** Machines have events too, and Kubernetes calls its log so. */
const OTHER_COLUMN = /\b(?:state|from|to|next|transition|reason|severity|billing|pros|response|behaviou?r)\b/i;

function inTable(block: Block): Local<OwnEvent>[] {
  const header = block.table!.header.map(({ text }) => text.replace(/`/g, '').trim());
  if (!COLUMN.test(header[0] ?? '') || header.some((text) => OTHER_COLUMN.test(text))) return [];
  const ways = header.findIndex((text) => /^direction$/i.test(text));
  return rowsOf(block).flatMap(({ cells, row, at }): Local<OwnEvent>[] => {
    const written = cells[0]!.text.trim();
    const name = written.replace(/`/g, '');
    const isName = written.startsWith('`') ? NAME.test(name) : UNTICKED.test(name);
    return isName && !THERE.test(row) ? [{ kind: 'event', name, at, from: 'table', ...directionOf(cells[ways]?.text ?? header[0]!) }] : [];
  });
}

/** Cheap, before the patterns below. */
const SPOKEN_OF = /event|topic|message/i;
const TICKED = String.raw`(?<names>\x60[^\x60\s]{3,80}\x60(?:(?:,| and|, and) \x60[^\x60\s]{3,80}\x60){0,9})`;
const PUBLISHED = new RegExp(String.raw`\b(?<verb>publish(?:es)?|emits?|produces?|raises?|consumes?|subscribes? to|listens? (?:for|on|to)) (?:(?:an?|the|its|each|new) ){0,3}(?:(?<noun>events?|topics?|messages?) (?:called |named )?)?${TICKED}(?<after> (?:domain |integration )?(?:events?|topics?|messages?)\b)?`, 'gi');
const THROUGH = new RegExp(String.raw`\b(?<verb>publish(?:es)?|emits?|sends?|writes?|reads?|consumes?)\b[^.\x60]{0,60}(?:\x60[^\x60]{1,80}\x60[^.\x60]{0,40})?\b(?:to|on|from) (?:(?:an?|the|its|new) ){0,2}(?:(?<noun>topic) )?${TICKED}(?<after> topic\b)?`, 'gi');
const ADDED = new RegExp(String.raw`\b(?:new|adds?|introduc(?:e|es|ed|ing)) (?:(?:an?|the|new|domain|integration|kafka) ){0,3}(?:(?<noun>events?|topics?) (?:called |named )?)?${TICKED}(?<after> (?:domain |integration )?(?:events?|topics?)\b)?`, 'gi');
/** As far back, in UTF-16 code units, is looked for who does it. */
const BEFORE = 60;
/** What stands before the verb where it is the proposal that does it: "we publish", "Emits", "the desk will publish". */
const ITS = /(?:^\W*|\b(?:we|this \w+|(?:will|shall|should|must)(?: also| then)?) )$/i;
/** Then it does not happen, or there are many of an event that has been there. */
const NOT = /\b(?:not|never|no longer|without|stops?)\b[^,;]{0,20}$|n['’]t $|\bof (?:an?|the) $/i;

function inStatement(statement: Statement): Found[] {
  const { text } = statement;
  if (THERE.test(text)) return [];
  return [PUBLISHED, THROUGH, ADDED].flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match): Found[] => {
    const { verb, noun, after, names } = match.groups!;
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    if ((!noun && !after) || NOT.test(before)) return [];
    const from = match.index + match[0].lastIndexOf(names!);
    return [...names!.matchAll(/`([^`]+)`/g)].filter(([, name]) => NAME.test(name!)).map(({ 1: name, index }) => ({
      event: { kind: 'event', name: name!, from: 'text', ...directionOf(verb), at: placeIn(statement, { start: from + index + 1, end: from + index + 1 + name!.length }) },
      isIts: !verb || ITS.test(before),
    }));
  }));
}

function directionOf(words: string | undefined): Pick<OwnEvent, 'direction'> {
  if (/^(?:publish|emit|produc|rais|send|writ|out)/i.test(words ?? '')) return { direction: 'publishes' };
  return /^(?:consum|subscri|listen|read|in(?:$|bound))/i.test(words ?? '') ? { direction: 'consumes' } : {};
}

/** The channels of an AsyncAPI document in YAML; from version 3 on they have an address. */
function inAsyncApi(block: Block): Local<OwnEvent>[] {
  if (!/^channels:/m.test(block.text) || !/^asyncapi:|^ +(?:publish|subscribe|address|messages?):/m.test(block.text)) return [];
  const found: Local<OwnEvent>[] = [];
  let isInside = false, depth = -1;
  for (const { line, from } of linesOf(block)) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (indent === 0) { isInside = line.startsWith('channels:'); depth = -1; continue; }
    if (!isInside) continue;
    if (depth < 0) depth = indent;
    const [, name] = (indent === depth ? /^\s+["']?([\w./{}:-]{1,80}?)["']?:\s*$/ : /^\s+address:\s*["']?([\w./{}:-]{1,80}?)["']?\s*$/).exec(line) ?? [];
    if (!name) continue;
    if (indent > depth) found.pop();
    found.push({ kind: 'event', name, at: placeOf(block, from + line.lastIndexOf(name), name.length), from: 'fence' });
  }
  return found;
}
