import type { Fact, Facts, Profile, Stage } from './item';
import { shift } from './span';
import type { Block, Section, Spec } from './spec';
import { sourceOffset } from './spec';

type Kind = 'operations' | 'schemas' | 'personalData' | 'flags' | 'runtime';
type LocalFacts = Readonly<Record<Kind, readonly Fact[]>>;

/** What counts as the proposal's own, by where it is written: prose and tables, or a fence. */
const PATTERNS: Readonly<Record<Kind, { readonly text: readonly RegExp[]; readonly code: readonly RegExp[] }>> = {
  operations: {
    text: [/\b(?:GET|POST|PUT|PATCH|DELETE) `?\/[\w/{}:.?=&-]*/g, /`(?:GET|POST|PUT|PATCH|DELETE) \/[^`]*`/g, /\bnew (?:REST |HTTP |gRPC |public )?(?:endpoint|rpc|webhook|sub-?command|cli (?:flag|command))\b/gi],
    code: [/^\s*rpc \w+(?=\s*\()/gm, /^\s*(?:GET|POST|PUT|PATCH|DELETE) \/\S*/gm, /\bkind: CustomResourceDefinition\b/g, /^\s*(?:type|extend type) (?:Query|Mutation|Subscription)\b/gm],
  },
  schemas: {
    text: [/\bnew (?:database )?(?:table|column|index|collection)s?\b/gi, /\b(?:add|drop|rename|alter)(?:s|ing)? (?:a |the |an? new )?(?:column|table)\b/gi, /\bschema (?:change|migration)s?\b/gi],
    code: [/\b(?:CREATE|ALTER|DROP) TABLE\b[^\n(;]*/gi, /^\s*message \w+\s*\{/gm, /\bkind: CustomResourceDefinition\b/g],
  },
  personalData: {
    text: [/\b(?:personal(?:ly identifiable)? (?:data|information)|PII|e-?mail address(?:es)?|phone numbers?|date of birth|home address|payment (?:data|details|information)|credit card|health (?:data|records?)|biometric|user profiles?|customer data|GDPR|HIPAA)\b/g],
    code: [],
  },
  flags: {
    // A flag that is named, or that the text says it adds: gates and flags in general are background.
    text: [/\b(?:feature[- ])?(?:flag|gate|toggle)s?(?: called| named|:)? `(?!-)[^`]+`|`(?!-)[^`]+` (?:feature[- ])?(?:flag|gate|toggle)\b/gi, /\b(?:new|add(?:s|ing)?|introduc(?:e|es|ing)|behind) (?:an? |the |its own )?(?:new |alpha |experimental )?(?:feature[- ])?(?:flag|gate|toggle)\b(?!s? (?:(?:called|named) )?`)/gi, /\bfeature[- ]gate name: ?\S+/gi],
    code: [],
  },
  runtime: {
    // Only what is said to come with the proposal: a service that is merely mentioned is somebody else's.
    text: [/\b(?:(?:we|this|it|proposal|design|that|to|will|by) (?:\w+ )?(?:introduc|add|deploy|build|implement)(?:e|es|s|ing)? (?:an? |its |our |one )(?:new |separate |dedicated )?|\b(?:a|an|our|the) new )(?<name>(?:(?!(?:of|in|on|to|for|and|or|a|an|the|this|that|with|by|from|as|at|our|its|their|your|no|not|new|client|existing) )[\w-]+ ){0,2}(?:(?:micro)?service|server|controller|daemon|worker|database|queue|cache|scheduler|operator|backend|api gateway|cron ?job|sidecar|webhook))\b(?! (?:to (?:the|an?|each|every) |class|type|name|interface|config\w*|option|parameter|field|flag|method|function|object|key|entry|hit|miss|version|api|plugin|library|code))/gi],
    code: [],
  },
};
const KINDS = Object.keys(PATTERNS) as Kind[];
/** More of a kind in one block says nothing more. */
const PER_BLOCK = 20;

const cache = new WeakMap<readonly Block[], LocalFacts>();

/** Offsets relative to the section's origin, so that they stay right when text above the section changes. */
function localFacts(blocks: readonly Block[]): LocalFacts {
  let found = cache.get(blocks);
  if (!found) {
    found = Object.fromEntries(KINDS.map((kind) => [kind, blocks.flatMap((block) => inBlock(block, PATTERNS[kind][block.kind === 'code' ? 'code' : 'text']))])) as unknown as LocalFacts;
    cache.set(blocks, found);
  }
  return found;
}

function inBlock(block: Block, patterns: readonly RegExp[]): Fact[] {
  const facts: Fact[] = [];
  for (const pattern of patterns)
    for (const match of block.text.matchAll(pattern)) {
      if (facts.length >= PER_BLOCK) return facts;
      const name = (match.groups?.['name'] ?? match[0]).replace(/`/g, '').replace(/\s+/g, ' ').trim();
      const start = sourceOffset(block, match.index);
      facts.push({ name, span: { start, end: Math.max(start + 1, sourceOffset(block, match.index + match[0].length)) } });
    }
  return facts;
}

/** What a section of another role mentions is not what the document proposes. */
const proposes = (section: Section): boolean => section.role === 'body';

export function collectFacts(spec: Spec, profile: Profile, stage: Stage | undefined): Facts {
  const all: Record<Kind, Fact[]> = { operations: [], schemas: [], personalData: [], flags: [], runtime: [] };
  for (const section of spec.sections) {
    if (!proposes(section) || !section.blocks.length) continue;
    const local = localFacts(section.blocks);
    for (const kind of KINDS) for (const fact of local[kind]) all[kind].push({ name: fact.name, span: shift(fact.span, section.origin) });
  }
  return { spec, profile, stage, ...all };
}
