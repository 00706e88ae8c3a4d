import type { Contract, ContractFormat } from '../analyzer/contract';
import type { Span } from '../analyzer/span';
import { readGraphql } from './graphql';
import { readOpenApi } from './openapi';
import { readProto } from './proto';
import { readCrd, readJsonSchema } from './schema';
import { readSql } from './sql';
import { follow, openTree } from './yaml-tree';

/** What an author leaves out: a line or a value of dots. */
const LEFT_OUT = /\.{3}|…/g;
/** What a reader is to fill in. */
const TO_FILL = /[<{]{2}|<[a-z][\w -]*>\s*$/im;

/** The contract in a fence; a `problem` where it cannot be parsed. Never throws. */
export async function readFence(format: ContractFormat, code: string): Promise<Contract<Span>> {
  const isPart = code.search(LEFT_OUT) >= 0 || TO_FILL.test(code);
  const whole = code.replace(LEFT_OUT, (dots) => ' '.repeat(dots.length));
  const contract = await read(format, whole);
  return isPart ? { ...contract, isPart } : contract;
}

async function read(format: ContractFormat, code: string): Promise<Contract<Span>> {
  switch (format) {
    case 'proto': return readProtoPart(code);
    case 'graphql': return readGraphql(code);
    case 'sql': return readSql(code);
    default: return readTree(format, code);
  }
}

const DECLARES = /^(?:syntax|edition|package|import|option|message|service|enum|extend)\b/;
/** Several files in one fence, and fields without numbers or with letters for them, are a sketch. */
const SKETCHED = /duplicate name .* in Root|'=' expected|illegal id '[A-Z?]/;

/** Fields, values and RPCs are often shown without what is around them. */
function readProtoPart(code: string): Contract<Span> {
  const { contract } = readProto(code);
  if (!contract.problem) return contract;
  const first = code.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();
  if (DECLARES.test(first)) return SKETCHED.test(contract.problem.message) ? { ...contract, isPart: true } : contract;
  const inside = /^rpc\b/.test(first) ? readProto(`service _ {${code}\n}`).contract : contract;
  return inside.problem ? { ...contract, isPart: true } : { ...inside, isPart: true, operations: inside.operations.map((one) => ({ ...one, ...bare(one.name), at: back(one.at) })) };
}

/** Of which service it is, nobody knows. */
const bare = (name: string) => ({ name: name.slice(2), keys: [name.slice(2)], group: '' });
const WRAP = 'service _ {'.length;
const back = ({ start, end }: Span): Span => ({ start: Math.max(0, start - WRAP), end: Math.max(1, end - WRAP) });

async function readTree(format: ContractFormat, code: string): Promise<Contract<Span>> {
  const tree = openTree(code);
  if ('message' in tree) return { format, operations: [], types: [], problem: tree };
  if (format === 'crd') return readCrd(tree);
  if (format === 'json-schema') return readJsonSchema(tree);
  // A fence refers to files that only its author knows; what it says itself is enough.
  return readOpenApi(tree, async (ref, from) => (ref.startsWith('#/') ? { value: follow(from.root, ref), tree: from } : undefined));
}
