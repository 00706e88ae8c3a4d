import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { words } from '../words';

const EXISTING = /(?:existing|current|old(?:er)?|previous|legacy|today's)/;
const DEPENDANT = /(?:users?|clients?|customers?|consumers?|deployments?|clusters?|data|records?|rows|objects?|resources?|behaviou?r|apps?|applications?|installations?|config(?:uration)?s?|settings|fields?|flags?|apis?|endpoints?|callers?|integrations?|versions?|releases?|servers?|agents?|workflows?|code|imports?|keys|plugins?|modules?)/;

export default defineItem({
  id: 'api/compatibility',
  question: 'What happens to existing clients, users and data?',
  why: 'A break in a paying integration is found by the customer. Once clients depend on a shape, taking it back costs a deprecation period.',
  expected: 'say what keeps working, what breaks, and how existing clients and data move over',
  severity: { kep: 'error', rfc: 'warning', design: 'error', prd: 'warning', adr: 'info' },
  weight: 5,
  due: (facts) => because('adds', facts.operations) ?? because('changes', facts.schemas) ?? because('adds', facts.flags),
  evidence: {
    headings: [
      'compatibility', 'backward compatibility', 'backwards compatibility', 'forward compatibility', 'backward/forward compatibility', 'backward compatibility considerations',
      'compatibility, deprecation, and migration plan', 'client/server backwards/forwards compatibility', 'version compatibility', 'compatibility matrix', 'interoperability',
      'versioning', 'version skew strategy', 'version skew', 'upgrade/downgrade strategy', 'upgrade/downgrade/version skew strategy', 'upgrade strategy',
      'upgrade', 'upgrades', 'upgrade plan', 'upgrade considerations', 'migration', 'migration plan', 'migration path', 'migration strategy', 'migration guide', 'migration considerations',
      'integration and migration plan', 'breaking changes', 'deprecation', 'deprecations', 'deprecation plan', 'deprecated fields', 'removing a deprecated feature', 'existing behavior',
      'impact on existing users', 'api stability', 'is this a breaking change',
    ],
    headingPattern: /\b(?:compatib\w+|migrat\w+|deprecat\w+|version skew|versioning|upgrad\w+|breaking changes?|interop\w*|existing (?:users?|data|clients?|behaviou?r|deployments?))\b/,
    topic: /\b(?:compatib\w+|breaking|deprecat\w+|migrat\w+|upgrad\w+|existing|legacy|version(?:s|ed|ing)?)\b/i,
    statements: [
      words`\b(?:fully|is|are|be|remains?|maintain\w*|preserv\w*|keep\w*|break\w*|for|ensur\w*|not|without|provid\w*)\b[^.\n]{0,25}\b(?:backwards?|forwards?)[- ]compatib`,
      words`\b${EXISTING} (?:\S+ ){0,2}${DEPENDANT}\b[^.\n]{0,60}\b(?:will|must|can|shall|should|remains?|continues?|keeps?|stays?|unaffected|unchanged|does not|do not|needs? to|(?:is|are) (?:not|left|migrated|converted|preserved|kept|removed|deprecated))\b`,
      words`\b(?:preserv\w+|keep(?:s|ing)?|maintain\w*|retain\w*|support\w*|affect\w*|break\w*|chang\w+|migrat\w+|impact\w*|renam\w+|convert\w*) (?:\S+ ){0,3}${EXISTING} (?:\S+ ){0,2}${DEPENDANT}\b`,
      words`\b(?:remains?|stays?|continues?|keeps?|left|is|are|be|behaves?|works?)\b[^.\n]{0,25}\b(?:unchanged|unaffected|untouched|(?:the same )?as (?:it (?:is|does|was|did)|they (?:are|do)|today|before|now|currently)|exactly as)\b`,
      words`\b(?:no|not|any|without|zero|avoid\w*|introduc\w*|cause[sd]?|contains?|is an?|be|would have|accept\w*|these are|requir\w*) (?:\S+ ){0,2}(?:breaking|disruptive|incompatible|behaviou?ral) changes?\b`,
      words`\b(?:deprecat\w+|removed|sunset|drop(?:s|ped)? support)\b[^.\n]{0,70}\b(?:in favou?r of|release[sd]?|versions?|months?|years?|until|after|replaced|instead|next|v\d|\d+\.\d+|use the)\b`,
      words`\b(?:older|newer|previous|old|mixed) (?:\S+ )?(?:versions?|clients?|servers?|releases?|agents?|nodes?)\b[^.\n]{0,60}\b(?:will|can|must|should|may|ignore[sd]?|continues?|do(?:es)? not|understand|fall back)\b`,
      words`\b(?:users?|customers?|clients?|operators?|administrators?|consumers?)\b[^.\n]{0,30}\b(?:migrate|upgrade|(?:must|need to|have to|should|can) (?:update|change|switch|move|replace|rename))\b`,
      words`\bcontinues? to (?:work|use|be|function|behave|support|run|represent|accept|read|serve|pass)\b`,
      words`\b(?:no|not|without|never) (?:\S+ )?(?:changes?|impact|effect|disruption) (?:\S+ ){0,2}(?:to|on|in|for) (?:\S+ ){0,2}(?:users?|clients?|apis?|existing|current|specification|behaviou?r|configuration|deployments?)\b`,
      words`\bdefaults?\b[^.\n]{0,60}\b(?:preserv\w+|existing|current|same|compatib\w+|as today)\b[^.\n]{0,20}\b(?:behaviou?r|functionality|users|compatib\w+|semantics)`,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('version') && /\b(?:compat|support|old|new|client|server)/i.test(table.header.map((cell) => cell.text).join(' ')),
  },
  skeleton: {
    heading: 'Compatibility and migration',
    questions: [
      'Do existing clients and configurations work unchanged? Which do not?',
      'What happens to data that was written before?',
      'How do old and new versions run side by side, and for how long?',
      'What is deprecated, from which release, and who is told?',
    ],
    after: ['error handling', 'api', 'api changes', 'api design', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Compatibility\n\nThe field is optional. Existing clients continue to work; v1 is deprecated and removed after two releases.\n',
      '## Storage format\n\nNew files carry a version byte. Older versions ignore it, and existing data is converted on first write.\n',
    ],
    partial: ['## Compatibility\n\nNone.\n', '## Is this a breaking change?\n\nNo.\n'],
    missing: ['## Storage format\n\nFiles carry a header of sixteen bytes, followed by the rows.\n'],
  },
});
