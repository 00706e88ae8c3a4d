import type { Entry } from '../../analyzer/facts/entries';
import { riskLists } from '../../analyzer/facts/risks';
import { isPlaceholder } from '../../analyzer/placeholder';
import { defineRule } from '../../analyzer/rule';

export default defineRule({
  id: 'consistency/risk-without-mitigation',
  reports: 'A listed risk that nothing is done about, and that nobody says is accepted.',
  why: 'A risk on a list looks handled. Without a countermeasure, or a word that it is accepted and why, it is only a forecast.',
  expected: 'say what is done about the risk, or who accepts it and why',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  yieldsToItems: true,
  *check({ spec }) {
    if (spec.sections.some((s) => /\bmitigat|\bcountermeasures?\b/.test(s.heading?.key ?? '') && !/\brisks?\b/.test(s.heading!.key))) return;
    for (const { risks } of riskLists(spec))
      for (const risk of risks)
        if (!isMitigated(risk)) yield { at: risk.at, message: `Nothing is said to be done about the risk “${shorten(risk.name)}”; name the countermeasure, or say who accepts it and why.` };
  },
  examples: {
    good: [
      '# Waitlist\n\n## Risks\n\n- The mail provider limits us to 100 mails a second. We send in batches of 50.\n',
      '# Waitlist\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Seats are sold twice | A lock for each sailing |\n',
    ],
    bad: [
      '# Waitlist\n\n## Risks\n\n- «Guests ignore the mail»\n- The queue grows too long, so it is cut at 40 entries.\n',
      '# Waitlist\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Seats are sold twice | A lock for each sailing |\n| «Mails arrive late» | TBD |\n',
    ],
  },
});

/** Signs that a countermeasure, a limit of the harm or an acceptance is told; wide, so that silence is the usual mistake. */
const ANSWER = /\b(?:mitigat\w*|we|will|should|must|can|could|would|may|by|so|but|however|therefore|thus|because|since|instead|accept\w*|avoid\w*|prevent\w*|reduc\w*|limit\w*|ensur\w*|only|unless|until|fallback|fall back|monitor\w*|alert\w*|test\w*|validat\w*|review\w*|use[ds]?|using|minimal|low|unlikely|plan\w*|provid\w*|document\w*|add\w*|keep\w*|requir\w*|handled|addressed|solution|workaround|see|outlined|discussed|described|already)\b|→|->|=>/i;
const ONE_LINER = 20;

function isMitigated({ form, text, row }: Entry): boolean {
  if (row) {
    const cell = row.cell('mitigation');
    return cell === undefined || !(cell.text.trim() === '' || isPlaceholder(cell.text));
  }
  return form === 'section' || text.trim().split(/\s+/).length > ONE_LINER || ANSWER.test(text) || /[:;–—]|\s-\s/.test(text);
}

const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, text.lastIndexOf(' ', 58))}…`).replace(/[.;:,]+$/, '');
