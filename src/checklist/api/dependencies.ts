import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { ruledOut } from '../ruled-out';
import { words } from '../words';

const HEADINGS = [
  'dependencies', 'dependency', 'external dependencies', 'upstream dependencies', 'package dependencies', 'new dependencies', 'service dependencies', 'technical dependencies',
  'dependencies and assumptions', 'dependencies and constraints', 'assumptions and dependencies', 'dependency management', 'prerequisites', 'prerequisite', 'system requirements',
  'integration', 'integrations', 'integration points', 'external systems', 'third party services', 'external services', 'impacted components', 'affected components', 'affected systems',
  'does this feature depend on any specific services running in the cluster', 'technology stack', 'tech stack',
];

export default defineItem({
  id: 'api/dependencies',
  question: 'Which systems, services, libraries or teams does it depend on, and what does it need of them?',
  why: 'Each one is another schedule, contract and failure in the plan; those not named are met in the last week.',
  expected: 'name each dependency with the version or service it must give, and what happens without it',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: (facts) => because('runs', facts.runtime) ?? because('adds', facts.operations) ?? because('changes', facts.schemas) ?? because('adds', facts.flags),
  notApplicable: ({ spec }) => ruledOut(spec, '(?:external |third[- ]party |runtime |production )?dependenc(?:y|ies)', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:dependenc(?:y|ies)|prerequisites?|integrations?|external (?:systems?|services?)|third party|upstream|components|interactions?|technology stack)\b/,
    topic: /\b(?:depend(?:s|ency|encies|ent)?|relies|require[sd]?|integrat\w+|upstream|third[- ]party|external|librar(?:y|ies)|using|via)\b/i,
    statements: [
      words`\b(?:depend(?:s|ent|ing)?|rel(?:y|ies|ying)|builds?|built|based|waits?|blocked) (?:up)?on\b[^.\n]{0,60}(?:\x60|\b(?:service|api|library|feature|version|database|support|proposal|component|cluster|driver|operator|issue|pull request|module|plugin)s?\b)`,
      /\b(?:[Dd]epends?|[Rr]elies|[Rr]ely|[Bb]uilds|[Bb]uilt|[Bb]ased) on (?:the |an? )?[A-Z`]/,
      /\b[Rr]equires?\b[^.\n]{0,60}(?:`|[A-Z]\w+ v?\d|\bversions?\b|>=|\b(?:or|and) (?:later|newer|higher|above)\b|\b(?:installed|deployed|enabled|running)\b)/,
      /\b[A-Z][\w.+-]{1,40} (?:version )?(?:>= ?|≥ ?|\^ ?|v)?\d{1,9}\.\d{1,9}(?:\.\d{1,9})?\+?/,
      /\b(?:using|uses?|via|through|leverag\w+|integrat\w+ with|calls?|talks? to|on top of|provided by|backed by|powered by|stored in|connects? to|sent to|deployed (?:on|with|by)|implemented (?:in|with)) (?:the |an? |existing )?[A-Z][A-Za-z0-9-]{2,}/,
      words`\b(?:external|third[- ]party|upstream|downstream) (?:\S+ )?(?:services?|systems?|librar(?:y|ies)|apis?|providers?|proxy|components?|controllers?|dependenc(?:y|ies)|collector)\b[^.\n]{0,80}\b(?:is|are|must|will|to|for|that|which|should|needs?|provides?|in place)\b`,
      words`\b(?:must|needs? to|ha(?:s|ve) to|should|is expected to) (?:already )?(?:be |have been )(?:installed|deployed|available|running|enabled|present|configured|provisioned|in place)\b`,
      words`\b(?:no|without|zero|adds no|introduces no) (?:new |additional |external |extra |production |runtime )*dependenc(?:y|ies)\b[^.\n]{0,20}(?:\(|because|since|as |:|;|,)`,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('dependency'),
  },
  parts: {
    'a name': [/`[^`]+`|[a-z,(|] [A-Z][A-Za-z0-9-]{2,}|\b[A-Z][a-z]+ (?:\S+ )?v?\d/, /\b[\w-]+ (?:service|library|team|api|database|operator|controller|sdk|framework)s?\b/i],
    'what is needed of it': [/\b(?:version|requires?d?|needs?|must|provid\w+|publish\w*|install\w*|support\w*|\d+\.\d+|or (?:later|newer|higher))\b|>=/i],
    'what happens when it fails': [/\b(?:without (?:it|them|this)|if (?:it|they|the|this)\b[^.\n]{0,40}\b(?:is|are)?\s?(?:down|unavailable|absent|missing|slow|late|fails?|gone)|when (?:it|the)\b[^.\n]{0,40}\b(?:down|unavailable|fails?|absent|missing)|falls? back|degrad\w+|impact of its outage)\b/i],
  },
  skeleton: {
    heading: 'Dependencies',
    questions: [
      'Which services, libraries and data does it need, in which version?',
      'Who owns each of them, and what must it provide by when?',
      'What happens when one is late, slow or gone?',
    ],
    after: ['architecture', 'design', 'detailed design', 'api', 'proposal', 'assumptions'],
  },
  examples: {
    covered: [
      '## Dependencies\n\n| Dependency | Needed | Without it |\n|---|---|---|\n| Ledger service | `GET /balance` under 50 ms | checkout shows no balance |\n',
      '## Search\n\nThe index is built using OpenSearch 2.11 and requires version 17 of the document schema to be deployed first.\n',
    ],
    partial: ['## Dependencies\n\nTo be determined.\n'],
    missing: ['## Search\n\nPeople type a word and get the documents that contain it.\n'],
    notApplicable: ['## Dependencies\n\nNone: the tool is one static binary that reads local files.\n'],
  },
});
