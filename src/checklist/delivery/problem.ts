import { defineItem } from '../../analyzer/item';
import { ACTOR, words } from '../words';

export default defineItem({
  id: 'delivery/problem',
  question: 'Who has which problem, and why solve it now?',
  why: 'Without the problem nobody can judge whether the work is worth its price, or whether the solution solves it. It is the one part that cannot be added afterwards.',
  expected: 'say who cannot do what today, what that costs them, and why it matters now',
  severity: { kep: 'error', rfc: 'error', design: 'error', prd: 'error', adr: 'warning' },
  weight: 5,
  evidence: {
    headings: [
      'motivation', 'motivations', 'inspiration', 'general motivation', 'background', 'problem', 'problems', 'the problem', 'the core problem', 'problem statement',
      'problem description', 'problem summary', 'problem definition', 'problem statement context', 'problem context', 'context',
      'context and problem statement', 'background and motivation', 'background and context', 'summary and motivation', 'why', 'why now',
      'why are we doing this', 'why should we do this', 'why this matters', 'rationale', 'current state', 'current status', 'current situation',
      'current implementation', 'current behavior', 'current limitations', 'pain points', 'customer problem', 'user problem', 'opportunity', 'need',
    ],
    headingPattern: /\b(?:motivation|background|problems?|pain points?|pitfalls of the current|why (?:is|are|do|does|should|we)\b|current (?:state|problem|situation|approach|limitations))/,
    topic: /\b(?:problems?|pain|issues?|today|currently|difficult\w*|need|lack\w*|motivat\w+)\b/i,
    statements: [
      /\b(?:the|main|core|this|one|another|key|biggest|following) (?:\w+ )?problems? (?:is|are|with|of|here|that|we)\b|\bproblem statement\b|\bpain points?\b/i,
      words`\b${ACTOR} (?:currently |today |often )?(?:cannot|can't|can not|can only|have no (?:way|means)|have to|struggle|are (?:unable|forced|confused|required)|must (?:manually|know|first)|need to manually|complain|lose|waste)\b`,
      /\b(?:currently|today|at the moment|as of now|right now|at present|previously|before this|the (?:current|existing|present))\b[^.\n]{0,100}\b(?:no (?:way|mechanism|support|means|easy|built)|not|cannot|can't|only|must|manual\w*|requires?|hard|difficult|cumbersome|complex|error[- ]prone|limited|inconsistent|expensive|slow|have to|has to|need to|lacks?|missing|no|without|an issue|costly|disrupt\w*)\b/i,
      /\b(?:is|are|was|becomes?|can be|makes? it|it is|it's|very|quite|too) (?:very |quite |too |so |often |also )?(?:hard|difficult|cumbersome|error[- ]prone|tedious|time[- ]consuming|confusing|impossible|inefficient|painful|expensive|counterintuitive|unclear|challenging|impractical|not (?:ideal|possible|acceptable|suitable|scalable|sufficient))\b/i,
      /\bthere (?:is|are) (?:\w+ ){0,3}(?:gaps|problems|issues|drawbacks|deficiencies|shortcomings|inconsistencies)\b|\bha(?:s|ve) (?:\w+ ){0,2}(?:gaps|problems|issues|drawbacks|deficiencies|shortcomings)\b/i,
      /\bthere (?:is|are) (?:currently |no |not |a lack)\b[^.\n]{0,60}\b(?:way|mechanism|means|method|process|support)\b/i,
      /\b(?:this|which|that|these|it) (?:leads?|results?|causes?|prevents?|forces?|makes? it (?:hard|difficult|impossible)|creates?|means)\b[^.\n]{0,80}\b(?:outages?|errors?|incidents?|confusion|delays?|duplicat\w+|costs?|loss|inconsisten\w+|failures?|problems?|issues?|downtime|manual|waste\w*|regressions?|complexity|drift|overhead|burden)\b/i,
      /\b(?:motivated by|to address (?:this|these)|to (?:solve|resolve|fix) (?:this|these|the above))\b|\b(?:increasing|growing|strong|common) (?:need|demand|request)\b|\b(?:users|customers|community) (?:have|has) (?:asked|requested|reported)\b/i,
      /\b(?:(?:poses?|current|several|major|main|following|these) challenges|steep(?:er)? learning curve|poor (?:user |developer )?(?:experience|performance)|hampers|hinders|users? (?:to|must|have to) manually|lacks? (?:an?|any|the|of|support)|suffers? from|falls? short|shortcomings|is insufficient|are insufficient|tightly coupled|fragmented|fragmentation|no (?:single|clear|proper|unified|common|consistent|standard|good|easy|native|built-in|visibility|insight)|(?:does not|doesn't|do not|don't) (?:work|scale) (?:well|out|natively|today|yet|for|when|in))\b/i,
      /\b(?:(?:leads?|leading) to|(?:results?|resulting) in|(?:could|may|can|might) leave)\b[^.\n]{0,80}\b(?:degradation|outages?|inconsisten\w+|confusion|conflicts?|failures?|downtime|disruption|loss|waste|drift|duplicat\w+|unnecessary|overhead|contention|bottlenecks?)\b/i,
      /\bit(?:'d| would) be (?:\w+ )?(?:helpful|useful|nice|good|beneficial|desirable) (?:to|if|for)\b/i,
      /\b(?:we|users|customers|operators|teams|developers|contributors|people) (?:have |often |frequently |regularly |repeatedly |also )?(?:seen|found that|realized|observed|noticed|experienced|encounter(?:ed)?|ran into|run into|facing|faced|struggl\w+|asked (?:for|that)|complain\w*)\b/i,
    ],
  },
  skeleton: {
    heading: 'Problem',
    questions: ['Who has the problem, and how do we know?', 'What does it cost them, or us, today?', 'Why now, and what happens if we do nothing?'],
    after: ['summary', 'abstract', 'overview', 'introduction', 'tl;dr'],
  },
  examples: {
    covered: [
      '## Problem\n\nCustomers who are not at home cannot move a delivery themselves. Support gets 400 calls a week about it, a fifth of all calls.\n',
      '## Delivery dates\n\nToday there is no way to move a delivery without calling support, which is difficult outside office hours and leads to lost parcels and extra costs.\n',
      '## Delivery dates\n\nThe existing page has no single place for dates: they are fragmented over three systems. We have seen parcels go to closed shops, and a wrong date results in unnecessary trips. It would be helpful to customers to see the date before they pay.\n',
    ],
    partial: ['## Motivation\n\nTBD\n'],
    missing: ['## Design\n\nThe order page gets a calendar. It reads the free days from the carrier.\n'],
  },
});
