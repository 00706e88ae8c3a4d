import * as vscode from 'vscode';
import type { ItemReview } from '../server/protocol';
import { areaName, itemName, standing, standingIcon, standingWords } from './words';

/** Asks for one of the questions; undefined where the author picks none. */
export async function pickItem(items: readonly ItemReview[], placeHolder: string): Promise<ItemReview | undefined> {
  const picks = items.map((item) => ({
    label: itemName(item.item),
    description: `${areaName(item.area)} · ${standingWords(standing(item))}`,
    detail: item.question,
    iconPath: standingIcon(standing(item)),
    item,
  }));
  return (await vscode.window.showQuickPick(picks, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.item;
}

/** The item that a command is about: an id from a code action, a line of the checklist, or nothing yet. */
export function itemOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const node = argument as { kind?: unknown; item?: { item?: unknown } } | undefined;
  return node?.kind === 'item' && typeof node.item?.item === 'string' ? node.item.item : undefined;
}
