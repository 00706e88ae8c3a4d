import { defineItem } from '../../analyzer/item';

/** Those whose opinion is asked; reviewers of the document are not among them. */
const USERS = String.raw`(?:(?:\w+ )?(?:users?|customers?|adopters?|community|operators?|developers|testers|partners|teams|participants))`;

export default defineItem({
  id: 'delivery/feedback',
  question: 'How will early users or experiments inform it?',
  why: 'Whatever is learned after the launch to everyone is learned at full price.',
  expected: 'name the pilot, preview or experiment, who takes part, and what it could change',
  severity: { kep: 'info', rfc: 'off', design: 'info', prd: 'info', adr: 'off' },
  weight: 1,
  due: ({ profile, flags }) => {
    if (profile === 'prd') return 'it is a product requirement';
    const [flag] = flags;
    return flag && `it can be tried by a few first, with ${flag.name}`;
  },
  evidence: {
    headings: [
      'feedback', 'user feedback', 'feedback plan', 'pilot', 'pilot program', 'beta program', 'early access', 'experiment', 'experiments',
      'experiment plan', 'experiment questions', 'a/b test', 'user research', 'research plan', 'usability testing', 'hypothesis', 'hypotheses',
      'validation with users',
    ],
    headingPattern: /\b(?:feedback|pilot|experiments?|user research|early (?:access|adopters)|beta program|prototype evaluation|design partners|a\/b)\b/,
    topic: /\b(?:feedback|pilots?|experiment\w*|beta|preview|prototypes?|user research|surveys?|early (?:access|adopters)|a\/b)\b/i,
    statements: [
      new RegExp(String.raw`\b(?:gather|collect|receive|get|obtain|incorporat\w*|seek|solicit|ask(?:ing)? for|positive|hear more|learn)\b[^.\n]{0,40}\b(?:feedback|from)\b[^.\n]{0,20}\b(?:from|of|by|the) (?:early |our |some |real |the |internal |external |beta |target |pilot )*${USERS}\b`, 'i'),
      new RegExp(String.raw`\b(?:available to|released? to|into) (?:the |our |some )?${USERS}['’]? [^.\n]{0,40}\b(?:feedback|hands)\b|\bfeedback from (?:early|beta|pilot|real|\d)[^.\n]{0,10}${USERS}\b`, 'i'),
      new RegExp(String.raw`\b(?:pilot|beta|early access|private preview|dogfood\w*)\b[^.\n]{0,20}\b(?:with|by|for|to) (?:a few |some |two |three |five |\d+ |our |selected |internal |design )+${USERS}`, 'i'),
      new RegExp(String.raw`\b\d+ (?:target |pilot |beta |design |test )?${USERS}\b[^.\n]{0,60}\b(?:feedback|pilot|try|test(?:ed)?|interview\w*)\b`, 'i'),
      new RegExp(String.raw`\b(?:\d+|two|three|four|five|six|eight|ten|twenty|thirty|forty|fifty|hundred) (?:\w+ ){0,2}${USERS}\b[^.\n]{0,60}\b(?:for|over|during) (?:the )?(?:\w+ ){0,2}(?:days?|weeks?|months?)\b`, 'i'),
      /\b(?:user|customer) (?:research|interviews?|surveys?|testing|tests?|stud(?:y|ies)) (?:is|are|was|were|will|in progress|shows?|showed|found|with|soon|has|have)\b|\baccording to the\b[^.\n]{0,40}\b(?:survey|interviews?)\b|\b(?:conduct|run) an? (?:\w+ )?(?:survey|experiment|pilot|a\/b test|usability test)/i,
      /\b(?:a\/b[- ]test|split test|control group)\b[^.\n]{0,60}\b(?:will|with|of|for|compare|measure|\d)|\bquestions we (?:plan|want|hope) to answer in the (?:experiment|pilot|beta)\b|\bin the experiment, we\b/i,
      /\b(?:prototype|proof of concept|poc|experiment\w*)\b[^\n]{0,120}\b(?:evaluated|measured|results? (?:show|are|of)|we (?:found|learned|learnt|evaluated))\b/i,
      /\bgather(?:ing)? (?:\w+ )?feedback\b[^.\n]{0,60}\b(?:usage|users?|customers?|production|real[- ]world|adopters|alpha|beta|before|so that|to)\b|\b(?:at least|after|one|two|three|\d+) (?:\w+ )?(?:releases?|release cycles?|weeks|months)\b[^.\n]{0,40}\bfeedback\b/i,
      /\b(?:sufficient|allow\w*|enough) time for feedback\b|\bbased on (?:(?:the |this |user |customer |early |beta )+)feedback\b[^.\n]{0,60}\b(?:we|will|decid|adjust|chang|revis)\w*|\b(?:skip|without)\b[^.\n]{0,20}\bbeta\b[^.\n]{0,80}\bfeedback\b/i,
    ],
  },
  skeleton: {
    heading: 'Early feedback',
    questions: ['Who tries it first, and for how long?', 'What do we want to learn, and what could it change?'],
    after: ['rollout', 'rollout plan', 'success metrics', 'plan', 'implementation plan', 'test plan'],
  },
  examples: {
    covered: [
      '## Pilot\n\nForty customers in Leeds use the calendar for two weeks. If fewer than half move a delivery with it, the calendar moves to the mail instead.\n',
      '## Rollout\n\nThe first week we gather feedback from pilot customers in one city, and change the wording before everyone sees it.\n',
      '## Beta\n\nThe calendar stays in beta for at least two releases to gather feedback from daily usage; what customers tell us decides about the number of weeks that it shows.\n',
    ],
    partial: ['## Pilot\n\nTBD\n'],
    missing: ['## Rollout\n\nAll customers get the calendar in June.\n'],
  },
});
