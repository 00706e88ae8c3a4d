import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Spec } from '../spec';

/** A link to another Markdown document. */
export interface DocumentLink {
  /** As written, without fragment and query. */
  readonly url: string;
  /** Absolute: the words of the link; of front matter, the field. */
  readonly at: Span;
  /** The document says that it needs the other one. */
  readonly isDependency: boolean;
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const FIELD = /^(?:depends on|depends|dependencies|depend|requires|blocked by|prerequisites?|builds on)$/;
const HEADING = /^(?:(?:internal |upstream |external )?dependencies|prerequisites|depends on)$/;
/** Before the link, in its own sentence. */
const NEEDS = /\b(?:depends? (?:up)?on|requires?|relies on|rel(?:y|ying) on|builds? (?:up)?on|is blocked (?:by|on)|prerequisites?:?)\b(?![^.;!?\n]*[.;!?]\s)[^\n]{0,120}$/i;
/** In UTF-16 code units: what is looked at before a link. */
const SENTENCE = 300;
const NOT = /\b(?:not|no longer|never|without|instead of|nothing)\b[^.;!?]{0,30}$/i;

type Local = DocumentLink;

const inBlocks = remembered((blocks) => blocks.flatMap(inBlock));

/** Every link to another Markdown document, in document order; those of the front matter first. */
export function documentLinks(spec: Spec): readonly DocumentLink[] {
  const named = spec.metadata.fields.filter(({ name, from }) => from === 'front-matter' && FIELD.test(name.replace(/[_-]/g, ' ')));
  const fields = named.flatMap(({ value, span }) => value.split(/,\s*/).filter(Boolean).map((url) => ({ url: bare(url), at: span, isDependency: true })));
  return [...fields, ...spec.sections.flatMap((section) => {
    const isAboutNeeds = HEADING.test(section.heading?.key ?? '') && section.role === 'body';
    return inBlocks(section.blocks).map((link) => ({ ...link, at: shift(link.at, section.origin), isDependency: section.role === 'body' && (isAboutNeeds || link.isDependency) }));
  })];
}

function inBlock(block: Block): Local[] {
  let from = 0;
  return (block.links ?? []).flatMap(({ text, url }) => {
    const found = block.text.indexOf(text, from);
    const at = found < 0 ? from : found;
    from = at + text.length;
    if (!MARKDOWN.test(bare(url))) return [];
    const before = block.text.slice(Math.max(0, at - SENTENCE), at);
    const need = NEEDS.exec(before);
    const start = sourceOffset(block, at);
    return [{
      url: bare(url), isDependency: need !== null && !NOT.test(before.slice(0, need.index)),
      at: { start, end: Math.max(start + 1, sourceOffset(block, Math.max(at, at + text.length - 1)) + 1) },
    }];
  });
}

const bare = (url: string): string => url.replace(/[?#].*$/s, '').trim();

/**
 * The path that a link in the document at `from` leads to, both from the workspace's root, with `/`. Undefined where it
 * leads out of it, or to the web.
 */
export function resolveLink(from: string, url: string): string | undefined {
  if (/^[a-z][\w+.-]*:|^\/\//i.test(url)) return undefined;
  const parts = url.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded(url).split('/')) {
    if (part === '..') { if (parts.pop() === undefined) return undefined; }
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url; // Not encoded as it should be; as it is written is the best there is.
  }
}
