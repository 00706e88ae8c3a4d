import type { Severity, Stage } from '../analyzer/item';
import { ruleOptions } from '../checklist/rule-options';
import { PROFILES, type Config, type CustomEvidence, type CustomItem, type Override, type Settings } from './config';
import { LEVELS, ruleSetting } from './rule-setting';
import { count, listOf, mapOf, oneOf, placedText, recordOf, text, words, type Key, type Names, type Shape } from './shape';

/** The format of a config file: its keys, what each takes, and what each is for. */

const SEVERITIES = ['info', 'warning', 'error'] as const satisfies readonly Severity[];
const STAGES = new Set(['draft', 'in-review', 'accepted', 'done'] as const satisfies readonly Stage[]);

/** In UTF-16 code units: matching costs pattern times text. */
const LONGEST_PATTERN = 200;
/** Nobody answers more questions of one team's. */
const MOST_ITEMS = 50;

/** What `rules` may name: the ids, `area/*` for the area of each, and `*`. */
export const ruleNames = (ids: Iterable<string>): ReadonlySet<string> => {
  const known = [...ids];
  return new Set(['*', ...known, ...known.map((id) => `${id.split('/')[0]}/*`)]);
};

const glob = text({ says: 'a list of globs, each a text such as "docs/specs/**/*.md"', pattern: /^!?\s*[^!\s]/ });
/** Nothing outside of the config's folder is read. */
const inside = text({ says: 'a list of globs inside the folder of the config, each a text such as "api/openapi.yaml"', pattern: /^!?\s*(?![/\\]|[A-Za-z]:|(?:[^!\s].*\/)?\.\.(?:\/|$))[^!\s]/ });
const pattern = placedText({ says: 'a list of patterns, each a text such as "stays? in the EU"', longest: LONGEST_PATTERN });
const phrase = (example: string) => text({ says: `a list of texts such as "${example}"` });
const sentence = (example: string) => text({ says: `a text such as "${example}"` });
const snippets = listOf('snippets of Markdown', text({ says: 'a list of snippets of Markdown', longest: 5_000 }));

const settings: { readonly [K in keyof Settings]-?: Key<NonNullable<Settings[K]>> } = {
  profile: {
    about: 'The kind of document, which decides what is asked and how loudly. `auto` (default) tells it from the document.',
    shape: oneOf([...PROFILES, 'auto'] as const),
  },
  rules: {
    about: 'How loud a rule is, by id, by area (`api/*`) or for all (`*`); later entries win. A rule with options takes `[level, { option: figure }]`. The document\'s stage may lower it.',
    shape: recordOf('rule', ({ rules }: Names) => rules, (rule) => ruleSetting(ruleOptions.get(rule)), words(LEVELS, 'or')),
  },
  stages: {
    about: 'The loudest a finding gets at each stage of the document.',
    shape: recordOf('stage', () => STAGES, () => oneOf(SEVERITIES), words(SEVERITIES, 'or')),
  },
};

const override = mapOf<Override>('an override', {
  files: { about: 'Globs of the files it is for, relative to the folder of the config.', shape: listOf('globs', glob), required: 'an override needs "files": the globs of the files that it is for' },
  ...settings,
});

const evidenceKeys = mapOf<CustomEvidence>('the evidence', {
  headings: { about: 'Headings of sections that answer it, regardless of case and numbering.', shape: listOf('headings', phrase('Data residency')) },
  phrases: { about: 'Patterns (RE2 syntax, any case) of statements that answer it; tried on each paragraph, list item and table.', shape: listOf('patterns', pattern, 20) },
  tableColumns: { about: 'A table with all of these words in its header, and a row, answers it.', shape: listOf('column names', phrase('region')) },
  minWords: { about: 'How many words an answer needs, under its heading or around the phrase (default 8).', shape: count(1_000) },
});

const KINDS = ['headings', 'phrases', 'tableColumns'] as const;

const evidence: Shape<CustomEvidence> = {
  read(node, what, context) {
    const read = evidenceKeys.read(node, what, context);
    if (!read || KINDS.some((kind) => read[kind]?.length)) return read;
    if (KINDS.every((kind) => !read[kind])) context.report('the evidence needs "headings", "phrases" or "tableColumns": something that can answer the question', node.span);
    return undefined;
  },
  schema: (names) => ({ ...evidenceKeys.schema(names), anyOf: KINDS.map((kind) => ({ required: [kind] })) }),
};

const item = mapOf<CustomItem>('an item', {
  id: {
    about: 'The item\'s name in reports, `rules` and decisions: `area/name`, such as `acme/data-residency`.',
    shape: placedText({ says: 'area/name in lower case, such as "acme/data-residency"', pattern: /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, longest: 80 }),
    required: 'an item needs "id": its name, such as "acme/data-residency"',
  },
  question: { about: 'As a reviewer would ask it aloud.', shape: sentence('In which regions is the data kept?'), required: 'an item needs "question": what a reviewer would ask' },
  why: { about: 'Why a gap costs money later; Markdown.', shape: sentence('Contracts with EU customers name the regions.') },
  expected: { about: 'What would satisfy it, as the end of a sentence: "name the regions".', shape: sentence('name the regions') },
  url: { about: 'Where the team explains the question: an address that findings link to.', shape: text({ says: 'an address that starts with "https://"', pattern: /^https:\/\/[^\s"<>]+$/ }) },
  severity: { about: 'How loud a gap is (default `warning`). The document\'s stage may lower it.', shape: oneOf(SEVERITIES) },
  due: {
    about: 'When the question is asked; without it, always.',
    shape: mapOf<NonNullable<CustomItem['due']>>('"due"', {
      mentions: { about: 'Patterns (RE2 syntax, any case, whole words): the document owes an answer where it mentions one.', shape: listOf('patterns', pattern, 20), required: '"due" needs "mentions": the words that make the question due' },
    }),
  },
  evidence: { about: 'What counts as an answer; any one suffices.', shape: evidence, required: 'an item needs "evidence": the headings, phrases or table columns that answer it' },
  skeleton: { about: 'Markdown that is inserted for a missing section: a heading, and a question in each line.', shape: sentence('## Data residency\\n\\nWhich regions?') },
  examples: {
    about: 'Snippets of Markdown that show the item at work; `spec-review checklist --test` checks them.',
    shape: mapOf<NonNullable<CustomItem['examples']>>('the examples', {
      covered: { about: 'Each answers the question.', shape: snippets },
      partial: { about: 'Each answers a part of it.', shape: snippets },
      missing: { about: 'None of them answers it.', shape: snippets },
    }),
  },
});

export const configShape = mapOf<Config>('a config', {
  extends: {
    about: 'Configs that this one is laid over: files relative to it, or npm packages that hold one. What this one says wins.',
    shape: listOf('files or packages', placedText({ says: 'a list of files ("./base.spec-review.yaml") or npm packages ("@acme/spec-checklist")' }), 20),
  },
  specs: { about: 'Which files are specs: globs relative to the folder of this file; a later one wins, and `!` takes files out.', shape: listOf('globs', glob) },
  contracts: { about: 'The files that say which interfaces there are, which `consistency/contract-drift` compares specs with: globs of OpenAPI 3 (YAML or JSON), proto3 and GraphQL files, inside the folder of this file.', shape: listOf('globs', inside, 100) },
  ...settings,
  overrides: { about: 'Settings for some files only; a later one wins.', shape: listOf('overrides', override) },
  items: { about: 'The team\'s own questions, reviewed beside those of the checklist.', shape: listOf('items', item, MOST_ITEMS) },
});
