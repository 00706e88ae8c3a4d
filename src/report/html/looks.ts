import type { Standing } from '../standing';
import { capital, key } from './markup';

/** What bars and tables tell apart, with the class that colours it. */
export const PARTS: readonly { readonly title: string; readonly look: string; readonly standings: readonly Standing[] }[] = [
  { title: 'Answered', look: 'is-answered', standings: ['answered'] },
  { title: 'Decided', look: 'is-decided', standings: ['accepted', 'not applicable'] },
  { title: 'Partly', look: 'is-partly', standings: ['partly'] },
  { title: 'Missing', look: 'is-missing', standings: ['missing'] },
  { title: 'To check', look: 'is-check', standings: ['to check'] },
];

/** A standing in words, with its colour before it. */
export const standingMark = (standing: Standing): string => `${key(PARTS.find(({ standings }) => standings.includes(standing))!.look)}${capital(standing)}`;
