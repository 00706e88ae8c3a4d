import { remembered } from '../remembered';
import type { Spec } from '../spec';
import { isOutside, nameOf, runs } from './architecture';
import { diagrams, isMermaid, type Component, type Diagram } from './diagrams';

/** What a text says of things by name, for asking whether it says a certain one. */
export interface Vocabulary {
  /** The beginnings of its words, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Its letters and digits without what stands between them: "kube-api server" and "kube-apiserver" are one. */
  readonly letters: string;
}

/** Words that say what kind of thing something is, and not which one. */
const KIND = /^(?:services?|servers?|apps?|applications?|api|apis|db|databases?|caches?|queues?|stor(?:es?|age)|clients?|jobs?|systems?|components?|modules?|managers?|controllers?|handlers?|workers?|agents?|engines?|layers?|clusters?|nodes?|pods?|gateways?|prox(?:y|ies)|providers?|back-?ends?|front-?ends?|web|internal|external|main|core|new|other|the|and|of|for|with|in|a|an|to|via|\d+|.)$/;
/** Other words for a place where data is kept: whoever speaks of one of them speaks of it. */
const KEPT: ReadonlySet<string> = new Set(['datab', 'store', 'stora', 'postg', 'sql', 'mysql', 'table', 'persi', 'db', 'rds', 'sqlit', 'mongo']);
/** What every reader knows, and nobody introduces. */
const KNOWN = /^(?:(?:(?:kube-?|k8s |kubernetes )?api[- ]?servers?)|kubelet|etcd|k8s|kubernetes|(?:k8s|kubernetes) api|dns|internet|api|ui|cli|nginx|ingress|load balancer|back-?end|front-?end)$/i;

/** In UTF-16 code units; as far must words agree to be one: "deletes", "deletion". */
const STEM = 5;
/** Shorter names stand in the middle of other words. */
const SHORTEST = 4;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** "OrderService" is two words. */
const split = (text: string): string[] => wordsIn(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
const stem = (word: string): string => word.slice(0, STEM);
const squeeze = (text: string): string => wordsIn(text).join('');

export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const text = texts.join(' ');
  return { words: new Set([...wordsIn(text), ...split(text)].map(stem)), letters: squeeze(text) };
}

const ofBlocks = remembered((blocks) => vocabularyOf(blocks.filter((block) => !isMermaid(block)).map(({ text }) => text)));

/** What the document says outside its diagrams, headings included. */
export function textVocabulary({ sections }: Spec): Vocabulary {
  const parts = [vocabularyOf(sections.map(({ heading }) => heading?.text ?? '')), ...sections.map(({ blocks }) => ofBlocks(blocks))];
  return { words: new Set(parts.flatMap(({ words }) => [...words])), letters: parts.map(({ letters }) => letters).join(' ') };
}

/** What stands in the diagrams. */
export const drawnVocabulary = (spec: Spec): Vocabulary => vocabularyOf(diagrams(spec).flatMap(({ components, groups, edges }) =>
  [...components.flatMap(({ id, lines }) => [id, ...lines]), ...groups.map(({ label }) => label), ...edges.map(({ label }) => label)]));

/** Whether a thing of that name is spoken of: by the name, or by any word of it that tells which one it is. */
export function speaksOf({ words, letters }: Vocabulary, name: string): boolean {
  const squeezed = squeeze(name);
  if (squeezed.length >= SHORTEST && letters.includes(squeezed)) return true;
  const all = split(name), telling = all.filter((word) => !KIND.test(word));
  return telling.length ? telling.some((word) => words.has(stem(word))) : all.length > 0 && words.has(stem(all.at(-1)!));
}

/** The parts of the system in a diagram that the text never speaks of. */
export const unmentioned = ({ components }: Diagram, text: Vocabulary): readonly Component[] => components.filter((one) =>
  runs(one) && !isOutside(one) && !KNOWN.test(nameOf(one)) && !speaksOf(text, nameOf(one)) && !(isKept(one) && [...KEPT].some((word) => text.words.has(word))));

const isKept = (one: Component): boolean => one.look === 'store' || split(nameOf(one)).some((word) => KEPT.has(stem(word)));
