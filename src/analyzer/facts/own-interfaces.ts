import type { Facts } from '../item';
import type { Workspace } from '../surroundings';
import { ownCommands, type OwnCommand } from './own-commands';
import { ownEvents, type OwnEvent } from './own-events';
import { ownOperations, type Operation } from './operations';
import { ownResourceFields, type OwnResourceField } from './own-resource-fields';

/** What a proposal lets others call, hear, type or set; `kind` tells which. */
export type OwnInterface = Operation | OwnEvent | OwnCommand | OwnResourceField;

/**
 * All that a document says is its proposal's own to others, in document order.
 * @param workspace tells what stands in fences with a grammar; without it those are left out
 */
export function ownInterfaces(facts: Facts, workspace?: Workspace): readonly OwnInterface[] {
  const { spec } = facts;
  return [...ownOperations(facts, workspace), ...ownEvents(spec), ...ownCommands(spec), ...ownResourceFields(spec, workspace)].sort((a, b) => a.at.start - b.at.start);
}
