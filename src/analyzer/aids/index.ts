/** What people would otherwise compute by hand, one file each. */
import type { Aid } from './aid';
import { availabilityAid } from './availability';
import { componentAid } from './component';
import { dateAid } from './date';
import { latencyAid } from './latency';
import { rateAid } from './rate';
import { requirementAid } from './requirement';

export type { AidText, Place } from './aid';

/** The first that has something to say is enough for a place. */
export const aids: readonly Aid[] = [requirementAid, availabilityAid, latencyAid, rateAid, dateAid, componentAid];
