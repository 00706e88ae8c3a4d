import type { Nodes, Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Construct, ParseContext, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';

/** What a link definition or footnote definition defines: its kind and its label in normal form. */
export type Label = `link ${string}` | `footnote ${string}`;

/** Everything that `tree` defines for the document it is part of. */
export function definedLabels(tree: Root): ReadonlySet<Label> {
  const labels = new Set<Label>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') labels.add(`link ${normalizeIdentifier(node.identifier)}`);
    if (node.type === 'footnoteDefinition') labels.add(`footnote ${normalizeIdentifier(node.identifier)}`);
    if (CONTAINERS.has(node.type) && 'children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return labels;
}

/**
 * What `text` seems to define, told by its lines alone: mostly what {@link definedLabels} tells of its tree, which takes a
 * hundred times as long to make. In a fence nothing is defined, and a label may go on over lines.
 */
export function seeminglyDefined(text: string): ReadonlySet<Label> {
  const labels = new Set<Label>();
  for (const [, footnote, label = ''] of text.matchAll(DEFINITION)) labels.add(`${footnote ? 'footnote' : 'link'} ${normalizeIdentifier(label)}`);
  return labels;
}

const DEFINITION = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?\[(\^?)((?:\\.|[^[\]\\\n])+)\]:/gm;

const CONTAINERS: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'] as const);

/** A label regardless of what may stand between its words in the source: white space and the marks of quotes. */
const squash = (label: string): string => normalizeIdentifier(label.replace(/[\s>]+/g, '').replaceAll('\0', '\uFFFD'));

/** Everything in brackets in `text`, squashed: all labels that it may refer to, and more. */
export function mentions(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[((?:\\[^]|[^[\]\\])*)\]/g)) found.add(squash(label));
  return found;
}

/** Finds among `labels` those that are mentioned; built once for a document, asked for each part. */
export function mentionIndex(labels: Iterable<Label>): (mentioned: ReadonlySet<string>) => readonly Label[] {
  const bySquashed = new Map<string, Label[]>();
  for (const label of new Set(labels)) {
    const key = squash(label.startsWith('link ') ? label.slice('link '.length) : `^${label.slice('footnote '.length)}`);
    bySquashed.set(key, [...(bySquashed.get(key) ?? []), label]);
  }
  if (bySquashed.size === 0) return () => [];
  return (mentioned) => [...mentioned].flatMap((key) => bySquashed.get(key) ?? []);
}

/** Labels that the next text to be parsed may refer to although it does not define them. */
export interface Foreign {
  labels: readonly Label[];
}

/**
 * A remark plugin for a text that is part of a larger one: references to `foreign.labels` parse as references.
 * Text is tokenised after all definitions were seen, so it is early enough to define them at the first bracket.
 */
export function remarkForeignLabels(this: Processor, foreign: Foreign): void {
  const construct: Construct = {
    tokenize(this: TokenizeContext, _effects, _ok, nok) {
      for (const label of foreign.labels) define(this.parser, label);
      foreign.labels = [];
      return nok;
    },
  };
  const text = { ['!'.charCodeAt(0)]: construct, ['['.charCodeAt(0)]: construct };
  (this.data().micromarkExtensions ??= []).push({ text });
}

function define(parser: ParseContext, label: Label): void {
  if (label.startsWith('link ')) parser.defined.push(label.slice('link '.length));
  else (parser.gfmFootnotes ??= []).push(label.slice('footnote '.length));
}
