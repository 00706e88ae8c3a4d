import { remembered } from '../remembered';
import type { Block, Spec } from '../spec';
import type { Workspace } from '../surroundings';
import { announced, linesOf, placeOf, type Announced, type Local } from './announced';
import { isUnder } from './definitions';
import { ownContracts } from './own-contracts';

/** A field of a resource that the proposal defines or extends; its name is the path to it: "spec.berths[].length". */
export interface OwnResourceField extends Announced {
  readonly kind: 'resource-field';
  /** What has it: a kind with its version ("Berth/v1"), or a Go type ("BerthSpec"). */
  readonly of: string;
  /** As it is written: "integer", "*metav1.Duration". */
  readonly type?: string;
}

/**
 * Fields in CustomResourceDefinitions and in Go types of resources.
 * @param workspace tells what stands in fences with a grammar; without it definitions are left out
 */
export function ownResourceFields(spec: Spec, workspace: Workspace | undefined): readonly OwnResourceField[] {
  const contracts = ownContracts(spec, workspace).filter(({ contract }) => contract.format === 'crd');
  return announced<OwnResourceField>(spec, ({ of, name }) => `${of} ${name}`, (section) => [
    ...contracts.filter((one) => one.section === section).flatMap(({ contract: { types } }) => types.flatMap((type) => type.fields.map((field): Local<OwnResourceField> => ({
      // Contracts have absolute places.
      kind: 'resource-field', name: field.name, of: type.name, at: { start: field.at.start - section.origin, end: field.at.end - section.origin }, from: 'contract', ...(field.type && { type: field.type }),
    })))),
    ...(isUnder(spec, section, ABOUT) ? inGo(section.blocks) : []),
  ]);
}

const ABOUT = /\b(?:apis?|crds?|custom resources?|custom resource definitions?)\b/;
const inGo = remembered((blocks): readonly Local<OwnResourceField>[] => blocks.flatMap((block) => (isGo(block) ? inTypes(block) : [])));

/** Other services have JSON in Go too: what tells a resource is how Kubernetes names and marks it. */
const isGo = ({ kind, lang, text }: Block): boolean =>
  kind === 'code' && (lang === 'go' || lang === 'golang' || lang === '') && text.includes('json:"') && /\bmetav1\.|\+kubebuilder:|^[ \t]*type \w+(?:Spec|Status) struct\b/m.test(text);

const TYPE = /^\s*(?:type )?(\w+) struct\s*\{/;
const FIELD = /^\s*\w+\s+(\S{1,120})\s+`[^`]*?\bjson:"([\w-]+)/;
/** In the comment above a field. */
const OLD = /^\s*\/\/.*\b(?:existing|unchanged|already)\b/i;
const COMMENT = /^\s*\/\//;

interface Field {
  readonly of: string;
  readonly key: string;
  readonly type: string;
  readonly from: number;
}

function inTypes(block: Block): Local<OwnResourceField>[] {
  const fields = fieldsIn(block);
  const prefixes = new Map<string, string>();
  /** The path to a type: where another of the fence has a field of it, else by its name. */
  const prefixOf = (of: string): string => {
    const known = prefixes.get(of);
    if (known !== undefined) return known;
    prefixes.set(of, /Spec$/.test(of) ? 'spec.' : /Status$/.test(of) ? 'status.' : '');
    const holder = holders.get(of);
    if (holder && holder.of !== of) prefixes.set(of, `${prefixOf(holder.of)}${holder.key}${/^\*?\[\]/.test(holder.type) ? '[]' : ''}.`);
    return prefixes.get(of)!;
  };
  const holders = new Map<string, Field>();
  for (const field of fields) if (!holders.has(bare(field.type))) holders.set(bare(field.type), field);
  return fields.filter(({ isOld }) => !isOld).map(({ of, key, type, from }) => ({ kind: 'resource-field', name: prefixOf(of) + key, of, type, at: placeOf(block, from, key.length), from: 'fence' }));
}

const bare = (type: string): string => type.replace(/^[*[\]]+/, '');

function fieldsIn(block: Block): readonly (Field & { readonly isOld: boolean })[] {
  let of: string | undefined, isOld = false;
  return linesOf(block).flatMap(({ line, from }) => {
    of = TYPE.exec(line)?.[1] ?? (/^\s{0,1}\}/.test(line) ? undefined : of);
    if (COMMENT.test(line)) { isOld ||= OLD.test(line); return []; }
    const [, type, key] = FIELD.exec(line) ?? [];
    const wasOld = isOld;
    isOld = false;
    return of && type && key && key !== '-' ? [{ of, key, type, from: from + line.indexOf(`json:"${key}`) + 'json:"'.length, isOld: wasOld }] : [];
  });
}
