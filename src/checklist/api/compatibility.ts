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
    topic: /\b(?:compatib\w+|breaking|deprecat\w+|migrat\w+|upgrad\w+|existing (?:users?|clients?|customers?|data|behaviou?r|deployments?|apis?)|legacy|versioning|older versions?|previous versions?)\b/i,
    statements: [
      words`\b(?:fully|is|are|be|remains?|maintain\w*|preserv\w*|keep\w*|break\w*|for|ensur\w*|not|no|without|provid\w*)\b[^.\n]{0,25}\b(?:backwards?|forwards?)[- ]compatib|\b(?:it's|that's|backwards? and forwards?|^) ?(?:backwards?|forwards?)[- ]compatible\b`,
      words`\b${EXISTING} (?:\S+ ){0,2}${DEPENDANT}\b[^.\n]{0,60}\b(?:will|must|shall|remains?|continues?|keeps?|stays?|unaffected|unchanged|(?:does|do) not (?:need|require|have|break|change|lose)|needs? to|(?:is|are) (?:not (?:affected|changed|touched|modified|migrated|impacted|broken|removed|deleted)|left|migrated|converted|preserved|kept|removed|deprecated|honou?red|supported))\b`,
      words`\b${EXISTING} (?:[\w/\x60-]+ ){1,4}(?:(?:will |must |shall |should |can )?(?:still |also )?(?:continues?|keeps?|retains?|remains?|stays?|work as)|(?:will |must |shall |should )?(?:be|are|is) (?:automatically )?(?:unaffected|unchanged|kept|retained|preserved|supported|migrated|moved|converted|upgraded|honou?red|not (?:affected|changed|modified|migrated)))\b`,
      words`\b(?:preserv\w+|keep(?:s|ing)?|maintain\w*|retain\w*|support\w*|affect\w*|break\w*|chang\w+|migrat\w+|impact\w*|renam\w+|convert\w*) (?:\S+ ){0,3}${EXISTING} (?:\S+ ){0,2}${DEPENDANT}\b`,
      words`(?:\b(?:not|never|without|cannot)|n't) (?:be )?(?:affect|impact|break|chang|alter|interrupt|modif|disrupt|influenc|remov|replac)\w* (?:\S+ ){0,2}(?:existing|running|current|already|older|previous|present) [\w\x60]`,
      words`\b(?:remains?|stays?|continues?|keeps?|left|is|are|be|behaves?|works?)\b[^.\n]{0,25}\b(?:unchanged|unaffected|untouched|exactly as)\b|\b(?:remains?|stays?|left|keep\w*|behav\w+|works?|operat\w+|functions?|runs?|used|same|exactly|just)\b[^.\n]{0,30}\b(?:as|like) (?:it (?:is|does|was|did)|they (?:are|do|were|did)|today|before|now|currently|previously|usual)\b`,
      words`\b(?:no|not|any|without|zero|avoid\w*|introduc\w*|cause[sd]?|contains?|is an?|be|would have|accept\w*|these are|requir\w*) (?:\S+ ){0,2}(?:breaking|disruptive|incompatible|behaviou?ral) changes?\b`,
      words`\b(?:deprecat\w+|removed|sunset|drop(?:s|ped)? support|remove (?:the )?support)\b[^.\n]{0,70}\b(?:in favou?r of|release[sd]?|versions?|months?|years?|until|replaced|instead|next|v\d|\d+\.\d+|use the)\b|\b(?:will|would|must|should|plan(?:s|ned)? to|set|marked(?: as)?) (?:be )?(?:\w+ly )?deprecated?\b`,
      words`\b(?:older|newer|previous|old|mixed) (?:\S+ )?(?:versions?|clients?|servers?|releases?|agents?|nodes?)\b[^.\n]{0,60}\b(?:will|can|must|should|may|ignore[sd]?|continues?|do(?:es)? not|understand|fall back)\b`,
      words`\b(?:users?|customers?|clients?|operators?|administrators?|consumers?)\b[^.\n]{0,30}\b(?:migrate|(?:must|need to|have to|should|can|needs to) (?:first )?(?:update|upgrade|change|switch|move|replace|rename))\b`,
      words`\bcontinues? to (?:work|use|function|behave|support|represent|accept|read|serve|pass|return|produce|respect|receive|apply|operate|honou?r|block|show)\b|\b(?:will|must|shall|should) continue (?:working|functioning|to be (?:supported|available|used|accepted|driven|honou?red|returned|valid))\b|\b(?:will|must|shall|should|can) still (?:work|be (?:used|supported|accepted|valid|honou?red|available)|accept|support)\b`,
      words`\b(?:no|not|without|never) (?:\S+ )?(?:changes?|impact|effect|disruption) (?:\S+ ){0,2}(?:to|on|in|for) (?:\S+ ){0,2}(?:users?|clients?|apis?|existing|current|specification|behaviou?r|configuration|deployments?)\b`,
      words`\bdefaults?\b[^.\n]{0,60}\b(?:preserv\w+|existing|current|same|compatib\w+|as today)\b[^.\n]{0,20}\b(?:behaviou?r|functionality|users|compatib\w+|semantics)`,
      words`\bcompatib(?:le|ility)\b[^.\n]{0,12}\b(?:issues?|impact|reasons?|purposes|layer|shim|mode)\b|\b(?:maintain|preserv|keep|retain|break|ensur)\w* (?:\S+ ){0,3}compatib\w+ (?:with|for|of|between)\b|\b(?:entirely|completely|purely|strictly) (?:optional|opt-?in|additive)\b|\bno (?:\S+ ){0,2}(?:migrations?|upgrade steps?) (?:\S+ ){0,3}(?:necessary|needed|required)\b|\b(?:migration|upgrade|downgrade)s? (?:is|are) not (?:needed|required|necessary|supported|affected)\b|\b(?:users|clients|customers) (?:that|who) (?:are )?(?:migrat|upgrad)\w+`,
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
      '## Reader\n\nA pipeline without the field behaves exactly like today, and this does not affect running jobs.\n',
      '## Flags\n\nThe two old flags will be marked deprecated; the new one is entirely optional.\n',
      '## Endpoints\n\nBoth endpoints are new, so no migration is required.\n',
    ],
    partial: ['## Compatibility\n\nNone.\n', '## Is this a breaking change?\n\nNo.\n'],
    missing: ['## Storage format\n\nFiles carry a header of sixteen bytes, followed by the rows.\n', '## Overview\n\nThe record must be documented, as it is an important part of the existing system.\n'],
  },
});
