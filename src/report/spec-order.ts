import type { Stage } from '../analyzer/item';
import type { SpecStatus } from './status';

const ORDER: readonly (Stage | null)[] = ['in-review', 'draft', 'accepted', null, 'done'];

/** What waits for a decision first, and of those with most blockers first. */
export const byUrgency = (a: SpecStatus, b: SpecStatus): number =>
  ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage) || b.blockers.length - a.blockers.length || (a.path < b.path ? -1 : 1);

/** "today", "12 days ago", "3 months ago". @param today YYYY-MM-DD, as `date` */
export function age(date: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000);
  if (!(days > 0)) return 'today';
  if (days < 60) return days === 1 ? 'yesterday' : `${days} days ago`;
  return days < 730 ? `${Math.round(days / 30.44)} months ago` : `${Math.floor(days / 365.25)} years ago`;
}
