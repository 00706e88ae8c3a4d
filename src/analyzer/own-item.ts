import type { Item } from './item';
import type { Coverage } from './review';
import type { Ground } from './verdict';

/** An item that reaches its verdict itself: a team's own, of which the learned weights know nothing. */
export interface OwnItem extends Item {
  judge(ground: Ground): Coverage;
}
