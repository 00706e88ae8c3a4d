import type { Fact, Facts, Profile, Stage } from './item';
import { createPatternIndex, type PatternIndex } from './signals/pattern-index';
import { remembered } from './remembered';
import { shift } from './span';
import type { Block, Section, Spec } from './spec';
import { sourceOffset } from './spec';

type Kind = 'operations' | 'schemas' | 'personalData' | 'flags' | 'runtime';
type LocalFacts = Readonly<Record<Kind, readonly Fact[]>>;

/** Things that run, and what tells from them the pods, arguments and configurations that are named after them. */
const RUNS = String.raw`(?<name>(?:(?!(?:of|in|on|to|for|and|or|a|an|the|this|that|with|by|from|as|at|our|its|their|your|no|not|new|client|existing) )[\w-]+ ){0,2}(?:(?:micro)?service|server|controller|daemon|worker|database|queue|cache|scheduler|operator|backend|api gateway|cron ?job|sidecar|webhook))\b(?! (?:to (?:the|an?|each|every) |class|type|name|interface|config\w*|option|parameter|arg\w*|field|flag|method|function|object|key|entry|hit|miss|version|api|plugin|library|code|pods?|pattern|repositor\w+|instance|request|call|binary|image|account|package))`;
const ADDING = '(?:introduc|add|deploy|build|implement|creat|provid|propos|ship|start)';
const NEW = '(?:new |separate |dedicated |standalone )';
/** What may be the proposal's own only where the sentence says so. */
const ANOTHERS = /\b(?:existing|already|currently|today|same as|similar to|unchanged|legacy)\b[^.\n]{0,40}$/i;

/** What counts as the proposal's own, by where it is written: prose and tables, or a fence. */
const PATTERNS: Readonly<Record<Kind, { readonly text: readonly RegExp[]; readonly code: readonly RegExp[] }>> = {
  operations: {
    text: [/\b(?:GET|POST|PUT|PATCH|DELETE) `?\/[\w/{}:.?=&-]*[\w}]/g, /`(?:GET|POST|PUT|PATCH|DELETE) \/[^`]*`/g, /\bnew (?:REST |HTTP |gRPC |public )?(?:endpoint|rpc|webhook|sub-?command|cli (?:flag|command))\b(?! (?:config\w*|instance|version))/gi],
    code: [/^\s*rpc \w+(?=\s*\()/gm, /^\s*(?:GET|POST|PUT|PATCH|DELETE) \/\S*/gm, /\bkind: CustomResourceDefinition\b/g, /^\s*(?:type|extend type) (?:Query|Mutation|Subscription)\b/gm],
  },
  schemas: {
    text: [/\b(?<name>(?:an? |the )?new (?:database )?(?:table|column|index|collection)s?)\b/gi, /\b(?:add|drop|rename|alter)(?:s|ing)? (?<name>(?:an? |the )?(?:new )?(?:column|table))\b(?! (?:functions?|requests?|rows?|actions?))/gi, /\b(?:requires?|needs?|introduc\w+|involv\w+|includ\w+|mak(?:es|ing)|breaking change\W+)\s?(?:an? |the |some |several |these )?(?!no )(?:\w+ )?(?<name>schema (?:change|migration)s?)\b/gi, /\b(?<name>schema (?:change|migration)s?) (?:required|needed) (?:to|for)\b/gi],
    code: [/\b(?:CREATE|ALTER|DROP) TABLE\b[^\n(;]*/gi, /^\s*message \w+(?=\s*\{)/gm, /\bkind: CustomResourceDefinition\b/g],
  },
  personalData: {
    text: [/\b(?:personal(?:ly identifiable)? (?:data|information)|PII|e-?mail address(?:es)?|phone numbers?|date of birth|home address|payment (?:data|details|information)|credit card|health (?:data|records?)|biometric|user profiles?|customer data|GDPR|HIPAA)\b/g],
    code: [],
  },
  flags: {
    // A gate that is named, or a flag that the text says it adds: flags in general, and those of others, are background.
    text: [
      /\b(?:feature[- ](?:flag|gate|toggle)|gate|toggle)s?(?: called| named|:)? `(?!-)(?<name>[^`]+)`|`(?!-)(?<inTicks>[^`]+)` (?:feature[- ](?:flag|gate|toggle)|gate|toggle)\b/gi,
      /\b(?:new|add(?:s|ing)?|introduc(?:e|es|ing)|behind|guarded by|under) (?:an? |the |its own )?(?:new |alpha |experimental )?(?:feature[- ])?(?:flag|gate|toggle)s?(?: called| named|:)? `(?!-)(?<name>[^`]+)`/gi,
      /\bfeature[- ]gate name: ?(?<name>\S+)/gi,
      /\b(?:adds|adding|introduc(?:e|es|ing)|we add|behind) (?:an? |the |its own )?(?<name>(?:new |alpha |experimental )?feature[- ](?:flag|gate|toggle))\b(?!s? (?:(?:called|named) )?`)/gi,
    ],
    code: [],
  },
  runtime: {
    // Only what is said to come with the proposal: a service that is merely mentioned is somebody else's.
    text: [
      new RegExp(String.raw`\b(?:we|it|this|that|proposal|proposes|rfc|kep|adr|prd|enhancement|feature|project|change|design)(?: (?:will|would|should|must|also|then|now|therefore|is going to|are going to|plans? to|proposes? to|needs? to|want to))* ${ADDING}(?:e|es|s|ing)? (?:an? |its |our |one )${NEW}?${RUNS}`, 'gi'),
      new RegExp(String.raw`\b(?:will|must|should|going to) (?:also )?${ADDING}(?:e|es|s|ing)? (?:an? |its |our |one )${NEW}${RUNS}`, 'gi'),
      new RegExp(String.raw`(?:^|[.:;!?] |\n)(?:\W{0,4})${ADDING}(?:e|es|s|ing)? (?:an? |its |our |one )${NEW}${RUNS}`, 'gi'),
      new RegExp(String.raw`\b(?:needs?|requires?|proposes?|add|adding|introduction of|creation of) (?:an? |its own |one )${NEW}${RUNS}`, 'gi'),
      new RegExp(String.raw`\b(?:a|an|the|one|our) ${NEW}${RUNS}[^.\n]{0,60}\b(?:(?:will|should|must|to) be|is|are) (?:then |also )?(?:added|introduced|implemented|deployed|created|built|run|started|responsible)\b`, 'gi'),
    ],
    code: [],
  },
};
/** What the rest of a text must be about: a column of a list on a screen is no schema. */
const ABOUT: Partial<Readonly<Record<Kind, RegExp>>> = { schemas: /\b(?:databases?|schemas?|sql|ddl|postgres\w*|mysql|sqlite|migrat\w+|(?:primary|foreign) keys?|rows?|tables?)\b/i };
/** In prose, an endpoint is the proposal's own where the text opens with it, announces it, or brings it; one that links to where it is documented exists. */
const BRINGS = /\b(?:new|add(?:s|ed|ing)?|introduc\w+|expos\w+|provid\w+|implement\w*|propos\w+|creat\w+|defin\w+|offer\w*|extend\w*|gets?|gains?|serves?|accepts?)\b/i;
/** In UTF-16 code units: "Handler: ", "2) " and the like may stand before what a text opens with. */
const OPENING = 12;
/** Without a name of its own it is a structure in a program rather than something that runs. */
const STRUCTURE = /^(?:queue|cache|scheduler)$/i;
/** The value of a gate, not its name. */
const MATURITY = /^(?:alpha|beta|stable|ga|true|false|on|off|enabled|disabled)$/i;
const METHOD = /^`?(?:GET|POST|PUT|PATCH|DELETE) /;
const KINDS = Object.keys(PATTERNS) as Kind[];
/** As far back, in UTF-16 code units, may stand what makes it another's. */
const BEFORE = 60;
/** More of a kind in one block says nothing more. */
const PER_BLOCK = 20;

/** All patterns of a kind of block, in one index. */
interface Search {
  readonly patterns: readonly { readonly kind: Kind; readonly pattern: RegExp }[];
  readonly index: PatternIndex;
}

function search(where: 'text' | 'code'): Search {
  const patterns = KINDS.flatMap((kind) => PATTERNS[kind][where].map((pattern) => ({ kind, pattern })));
  return { patterns, index: createPatternIndex(patterns.map(({ pattern }) => pattern)) };
}

/** All of them: what they cannot match without is worked out when they are generated. */
export const factPatterns: readonly RegExp[] = KINDS.flatMap((kind) => [...PATTERNS[kind].text, ...PATTERNS[kind].code]);

let searches: { readonly text: Search; readonly code: Search } | undefined;

/** Offsets relative to the section's origin, so that they stay right when text above the section changes. */
const localFacts = remembered((blocks): LocalFacts => {
  const facts: Record<Kind, Fact[]> = { operations: [], schemas: [], personalData: [], flags: [], runtime: [] };
  for (const block of blocks) readBlock(block, facts);
  return facts;
});

function readBlock(block: Block, facts: Record<Kind, Fact[]>): void {
  searches ??= { text: search('text'), code: search('code') };
  const { patterns, index } = searches[block.kind === 'code' ? 'code' : 'text'];
  const candidates = [...index.candidates(block.text)].sort((a, b) => a - b);
  const own: Partial<Record<Kind, number>> = {};
  for (const { kind, pattern } of candidates.map((i) => patterns[i]!)) {
    if (block.kind !== 'code' && ABOUT[kind]?.test(block.text) === false) continue;
    const found = matches(block, kind, pattern, PER_BLOCK - (own[kind] ?? 0));
    own[kind] = (own[kind] ?? 0) + found.length;
    facts[kind].push(...found);
  }
}

function matches(block: Block, kind: Kind, pattern: RegExp, most: number): Fact[] {
  const facts: Fact[] = [];
  for (const match of block.text.matchAll(pattern)) {
    if (facts.length >= most) break;
    if (ANOTHERS.test(block.text.slice(Math.max(0, match.index - BEFORE), match.index))) continue;
    if (METHOD.test(match[0]) && isAnothers(block, match[0], match.index)) continue;
    const name = (match.groups?.['name'] ?? match.groups?.['inTicks'] ?? match[0]).replace(/`/g, '').replace(/\s+/g, ' ').trim();
    if (MATURITY.test(name) || (kind === 'runtime' && STRUCTURE.test(name))) continue;
    const start = sourceOffset(block, match.index);
    facts.push({ name, span: { start, end: Math.max(start + 1, sourceOffset(block, match.index + match[0].length)) } });
  }
  return facts;
}

const isAnothers = ({ kind, text, links }: Block, endpoint: string, at: number): boolean =>
  (kind === 'paragraph' && at > OPENING && !/:\s*$/.test(text.slice(0, at)) && !BRINGS.test(text)) || links?.some((link) => link.text.includes(endpoint.replaceAll('`', ''))) === true;

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
