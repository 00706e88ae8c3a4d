import type { Contract } from '../contract';
import type { FenceContract } from '../contract';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Section, type Spec } from '../spec';
import type { Workspace } from '../surroundings';

/** A contract that stands in a fence of the document. */
export interface OwnContract {
  readonly section: Section;
  readonly block: Block;
  /** With absolute places. */
  readonly contract: Contract<Span>;
}

/** The contracts in fences, in document order; none where nobody parsed them, see {@link Workspace.fences}. */
export function ownContracts({ sections }: Spec, workspace: Workspace | undefined): readonly OwnContract[] {
  if (!workspace?.fences?.length) return [];
  const byCode = new Map(workspace.fences.map((fence): [string, FenceContract] => [fence.code, fence]));
  return sections.flatMap((section) => section.blocks.flatMap((block) => {
    const found = block.kind === 'code' ? byCode.get(block.text) : undefined;
    return found ? [{ section, block, contract: placed(found.contract, section, block) }] : [];
  }));
}

function placed(contract: Contract<Span>, { origin }: Section, block: Block): Contract<Span> {
  const at = ({ start, end }: Span): Span => {
    const from = sourceOffset(block, start);
    return shift({ start: from, end: Math.max(from + 1, sourceOffset(block, end)) }, origin);
  };
  const move = <T extends { readonly at: Span }>(one: T): T => ({ ...one, at: at(one.at) });
  return {
    ...contract,
    operations: contract.operations.map((operation) => ({ ...move(operation), fields: operation.fields.map(move) })),
    types: contract.types.map((type) => ({ ...move(type), fields: type.fields.map(move) })),
    ...(contract.problem && { problem: move(contract.problem) }),
  };
}
