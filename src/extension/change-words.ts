import * as vscode from 'vscode';
import type { ItemId } from '../analyzer/item';
import { wonAndLost, type Changes, type QuestionChange } from '../report/changes';
import type { Standing as ReportedStanding } from '../report/standing';
import type { ItemReview, SpecReview } from '../server/protocol';
import { itemName, standing, standingWords, type Standing } from './words';

/** What became of a question since the version that the document is compared with. */
export type Turn = 'won' | 'lost' | 'moved' | 'same';

const STANDINGS: Readonly<Record<ReportedStanding, Standing>> = {
  answered: 'covered', partly: 'partial', missing: 'missing', 'to check': 'check', accepted: 'accepted', 'not applicable': 'not-applicable',
};
/** A message with more names is not read. */
const MOST_NAMES = 3;

/** Undefined where the document is not compared, or was not there then. */
export function turnOf({ changes }: SpecReview, { item }: ItemReview): Turn | undefined {
  if (!changes || changes.isNew) return undefined;
  const has = (those: readonly QuestionChange[]) => those.some((change) => change.item === item);
  const { won, lost, moved } = wonAndLost(changes);
  return has(won) ? 'won' : has(lost) ? 'lost' : has(moved) ? 'moved' : 'same';
}

/** "answered", and where that changed: "answered, was missing". */
export function standingThenAndNow({ changes }: SpecReview, item: ItemReview): string {
  const now = standingWords(standing(item)), before = changes?.questions.find((change) => change.item === item.item)?.before;
  return before ? vscode.l10n.t('{0}, was {1}', now, standingWords(STANDINGS[before])) : now;
}

export function turnWords(turn: Turn): string {
  switch (turn) {
    case 'won': return vscode.l10n.t('won');
    case 'lost': return vscode.l10n.t('lost');
    case 'moved': return vscode.l10n.t('changed');
    case 'same': return vscode.l10n.t('as it was');
  }
}

/** "Since main: 2 won, 1 lost", for a place that has no room for names. */
export function changeCounts(changes: Changes): string {
  const { won, lost } = wonAndLost(changes);
  return changes.isNew ? vscode.l10n.t('New since {0}', changes.since) : vscode.l10n.t('Since {0}: {1} won, {2} lost', changes.since, won.length, lost.length);
}

/** What changed, in sentences that name the answers. */
export function changeSentences(changes: Changes): string {
  const { since } = changes;
  if (changes.isNew) return vscode.l10n.t('The document was not there at {0}: all of it is new.', since);
  const { won, lost } = wonAndLost(changes);
  const [came, went] = [changes.opened, changes.closed].map((counts) => counts.reduce((sum, { count }) => sum + count, 0));
  return [
    won.length || lost.length ? '' : vscode.l10n.t('No answer was won or lost since {0}.', since),
    won.length ? vscode.l10n.t('Won since {0}: {1}.', since, names(won)) : '',
    lost.length ? vscode.l10n.t('Lost since {0}: {1}.', since, names(lost)) : '',
    came || went ? vscode.l10n.t('Statements to look at: {0} came, {1} went.', came!, went!) : '',
  ].filter(Boolean).join(' ');
}

function names(those: readonly QuestionChange[]): string {
  const shown = those.slice(0, MOST_NAMES).map(({ item }) => itemName(item as ItemId)).join(', ');
  return those.length > MOST_NAMES ? vscode.l10n.t('{0} and {1} more', shown, those.length - MOST_NAMES) : shown;
}
