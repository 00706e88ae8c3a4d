import { isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import type { Parts } from './parts';
import type { Cell, Field, Metadata, Section } from './spec';
import { sourceOffset, type Block } from './spec';
import type { Span } from './span';

/** "Status: Draft", "**Authors:** @a, @b", "Approver – Kim"; names of more than four words are prose. */
const LINE = /^[\s>*_|-]*([A-Z][\w.()/-]*(?: [\w.()/&-]+){0,3})\s*[*_]*\s*:\s*[*_]*\s*(\S.*)$/;
/** Names that are metadata wherever they stand in the opening part of a document, or under a heading of their own. */
const KNOWN = /^(?:(?:document |spec |rfc |feature |design |current |overall )?(?:status|state|stage)|(?:primary |co-?|lead |main |original )?authors?(?:\(s\))?|(?:feature |business |technical |product |engineering |doc(?:ument)? )?(?:owners?|lead|dri|sponsors?|manager)|(?:tech(?:nical)? )?leads?|team|squad|pm|product manager|tpm|(?:creation|start|last updated?|updated?|created|decision|approval|review|target|due|launch|release)(?: date| on| release)?|date|deadline|reviewers?|approvers?|approved by|reviewed by|deciders?|decision makers?|decision|decided by|stakeholders?|shepherds?|maintainers?|assignees?|contributors?|contacts?|owning[ -]sig|participating[ -]sigs|champions?|version|revision|epic|jira|ticket|issue|tracking(?: issue| link)?|(?:rfc |proposal |design )?(?:pr|pull request|merge request|discussion(?: at| thread)?|vote(?: thread)?)|target(?: release| version| milestone)?|milestone|release|priority|effort|estimate|timeline|eta|category|type|kind|superseded by|supersedes|replaces|driver|accountable|responsible|informed|consulted)$/i;
const OWN_HEADING = /^(?:status|metadata|document (?:info|information|control|metadata)|authors?|owners?|ownership|reviewers?|approvers?|stakeholders?|decision|contacts?|team|people|credits?)$/;
/** How far down the opening part reaches, in UTF-16 code units; about sixty lines. */
const OPENING = 4000;
/** A front matter beyond this is data, not metadata; YAML of hostile size is not worth parsing. */
const FRONT_MATTER_LIMIT = 20_000;

export function readMetadata(text: string, sections: readonly Section[], frontMatter: Parts['frontMatter']): Metadata {
  const fields = [...(frontMatter ? frontMatterFields(frontMatter) : []), ...lineFields(sections)];
  const heading = sections.find((s) => s.heading?.level === 1) ?? sections.find((s) => s.heading);
  const titled = fields.find((f) => f.from === 'front-matter' && f.name === 'title');
  if (heading?.heading && (heading.heading.level === 1 || !titled)) {
    const { span, text: title } = heading.heading;
    return { fields, title, titleSpan: { start: heading.origin + span.start, end: heading.origin + span.end } };
  }
  return { fields, title: titled?.value ?? '', titleSpan: titled?.span ?? firstLine(text) };
}

function firstLine(text: string): Span {
  const start = text.search(/\S/);
  if (start < 0) return { start: 0, end: Math.min(1, text.length) };
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : start + length };
}

const read = new WeakMap<NonNullable<Parts['frontMatter']>, readonly Field[]>();

/** Read once for as long as it is not edited: it stands at the start, and so its spans hold. */
function frontMatterFields(frontMatter: NonNullable<Parts['frontMatter']>): readonly Field[] {
  let found = read.get(frontMatter);
  if (!found) read.set(frontMatter, (found = readFrontMatter(frontMatter)));
  return found;
}

function readFrontMatter({ value, span }: NonNullable<Parts['frontMatter']>): Field[] {
  if (value.length > FRONT_MATTER_LIMIT) return [];
  // The fence "---" and its line end precede the value.
  const base = span.start + 4;
  const document = parseDocument(value, { logLevel: 'silent', uniqueKeys: false });
  if (!isMap(document.contents)) return [];
  const fields: Field[] = [];
  for (const { key, value: node } of document.contents.items) {
    if (!isScalar(key) || !key.range) continue;
    const range = (node as YamlNode | null)?.range;
    fields.push({
      name: String(key.value).toLowerCase().trim(),
      value: flatten(node).join(', '),
      span: { start: base + key.range[0], end: base + Math.max(key.range[1], range?.[1] ?? 0) },
      from: 'front-matter',
    });
  }
  return fields;
}

/** The scalars of a YAML value, in order: a list of names, or a list of maps with a name in each. */
function flatten(node: unknown): string[] {
  if (isScalar(node)) return node.value === null || node.value === '' ? [] : [String(node.value)];
  if (isSeq(node)) return node.items.flatMap(flatten);
  if (isMap(node)) return node.items.flatMap((pair) => flatten(pair.value));
  return [];
}

function lineFields(sections: readonly Section[]): Field[] {
  const fields: Field[] = [];
  for (const section of sections) {
    const own = OWN_HEADING.test(section.heading?.key ?? '');
    if (!own && section.span.start > OPENING) continue;
    for (const block of section.blocks) {
      if (!own && section.origin + block.start > OPENING) break;
      if (block.table) fields.push(...tableFields(block, section));
      else if (block.kind !== 'code') fields.push(...textFields(block, section));
    }
  }
  return fields;
}

function textFields(block: Block, section: Section): Field[] {
  const fields: Field[] = [];
  let at = 0;
  for (const line of block.text.split('\n')) {
    const match = LINE.exec(line);
    if (match && KNOWN.test(match[1]!.trim())) {
      const start = section.origin + sourceOffset(block, at), end = section.origin + sourceOffset(block, at + line.length);
      fields.push({ name: match[1]!.trim().toLowerCase(), value: match[2]!.trim(), span: { start, end: Math.max(end, start + 1) }, from: 'line' });
    }
    at += line.length + 1;
  }
  return fields;
}

const bare = (name: string): string => name.replace(/[:*]+$/, '').trim();

/** Two columns of name and value, or one row of values under a header of names. */
function tableFields(block: Block, section: Section): Field[] {
  const { header, rows } = block.table!;
  const isName = (cell: Cell | undefined) => cell !== undefined && KNOWN.test(bare(cell.text));
  const across = rows.length === 1 && (header.length > 2 || header.every(isName));
  const pairs = across ? header.map((cell, i) => [cell, rows[0]![i]] as const)
    : header.length === 2 ? [header, ...rows].map((cells) => [cells[0], cells[1]] as const) : [];
  return pairs.flatMap(([name, value]) => {
    if (!name || !value?.text || !isName(name)) return [];
    const key = bare(name.text);
    const span = { start: section.origin + Math.min(name.start, value.start), end: section.origin + Math.max(name.end, value.end) };
    return [{ name: key.toLowerCase(), value: value.text, span, from: 'table' as const }];
  });
}
