import type { DraftReview } from '../server/protocol';

/** One message of the talk with a model. */
export interface Turn {
  readonly by: 'author' | 'model';
  readonly text: string;
}

/** More drafts of one section are not better. */
const TRIES = 3;

/**
 * Asks for a draft until one passes the review, each time with what was wrong with the last.
 * @param prompt opens the talk
 * @param ask what the model says next
 * @param check null where the document is gone
 * @returns the last draft, with its problems where none passed; undefined where it was cancelled or the document is gone
 */
export async function writeDraft(prompt: string, ask: (turns: readonly Turn[]) => Promise<string>, check: (said: string) => Promise<DraftReview | null>, isCancelled: () => boolean): Promise<{ readonly said: string; readonly review: DraftReview } | undefined> {
  const turns: Turn[] = [{ by: 'author', text: prompt }];
  for (let tries = 1; ; tries++) {
    const said = await ask(turns);
    const review = isCancelled() ? null : await check(said);
    if (!review || isCancelled()) return undefined;
    if (!review.problems.length || tries === TRIES) return { said, review };
    turns.push({ by: 'model', text: said }, { by: 'author', text: review.again });
  }
}
