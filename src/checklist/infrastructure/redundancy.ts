import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { ruledOut } from '../ruled-out';
import { isStandard } from '../standard';
import { words } from '../words';

const HEADINGS = [
  'high availability', 'availability', 'ha', 'redundancy', 'replication', 'failover', 'leader election', 'disaster recovery', 'business continuity',
  'single point of failure', 'single points of failure', 'topology', 'topology considerations', 'multi region', 'multi-region', 'multi az',
  'backup and disaster recovery', 'high availability and disaster recovery', 'rto and rpo', 'rto/rpo',
];

/** What a copy is kept apart from. */
const DOMAIN = /(?:(?:multiple|several|two|three|different|all|\d+) )?(?:(?:availability )?zones|AZs|regions|data ?cent(?:er|re)s|replicas)/;

export default defineItem({
  id: 'infrastructure/redundancy',
  question: 'Is there a single point of failure, and how is availability kept?',
  why: 'Every availability promise rests on this answer. Adding a second copy later often means changing the data model.',
  expected: 'say what runs in more than one copy, what takes over when one is lost, or which single point is accepted',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'info', adr: 'off' },
  weight: 3,
  due: (facts) => (isStandard(facts) ? undefined : because('runs', facts.runtime)),
  notApplicable: (facts) => ruledOut(facts.spec, 'servers?|running service|runtime components?', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:high availability|redundan\w+|failover|replication|leader election|disaster recovery|points? of failure)\b/,
    topic: /\b(?:high(?:ly)?[- ]availab\w+|\bHA\b|redundan\w+|fail(?:s|ed|ing)?[- ]?over|replicas?|replicat(?:ed|ion)|leader election|quorum|standby|multi[- ](?:az|zone|region)|availability zones?|spof|single points? of failure|disaster recovery)\b/i,
    statements: [
      /\b(?:single|new) points? of failures?\b|\bSPOFs?\b/,
      /\bhigh(?:ly)?[- ]?availab(?:le|ility)\b[^.\n]{0,90}\b(?:by|with|across|through|using|because|since|so that|zones?|regions?|replicas?|instances?)\b/i,
      /\b(?:replicas?|instances?|copies|nodes?|zones?|regions?)\b[^.\n]{0,60}\b(?:takes? over|can serve|stays? up|survives?|keeps? (?:serving|running|working))\b/i,
      /\b(?:fails?[- ]?over|failing over) (?:to|takes|within|between|automatically)\b/i,
      /\bfailover\b[^.\n]{0,40}\b(?:automatic\w*|within|seconds|minutes|secondary|standby)\b/i,
      words`\b(?:replicat(?:ed|es?|ion)|spread|distributed|deployed|run(?:s|ning)?)\b[^.\n]{0,40}\b(?:across|over|in|to|on|between|factor)\b[^.\n]{0,25}\b${DOMAIN}\b`,
      /\bleader[- ]election\b[^.\n]{0,80}\b(?:so|ensures?|only|lease|lock|one|uses?|via|with|standby)\b/i,
      /\b(?:elects?|elected) (?:a|as|the) (?:new )?leader\b/i,
      /\b(?:maintain|keep|remain|lose|restor\w+|without)\w*\b[^.\n]{0,25}\bquorum\b/i,
      /\breplication[- ]factor\b[^.\n]{0,30}\d|\b(?:at least|minimum of|runs?) (?:two|three|\d+) (?:replicas|instances|copies)\b/i,
      /\b(?:RTO|RPO)\b[^.\n]{0,40}\d/,
    ],
  },
  skeleton: {
    heading: 'Availability',
    questions: [
      'Which components run in more than one copy, and in how many zones?',
      'What takes over when a copy, a zone or the database is lost, and how fast?',
      'Which single point of failure remains, and why is that accepted?',
    ],
    after: ['failure modes', 'scalability', 'architecture', 'design'],
  },
  examples: {
    covered: [
      '## High availability\n\nThree replicas run in three zones; one elected leader writes, and a follower takes over within 10 seconds.\n',
      '## Deployment\n\nThe service runs at least 3 replicas, spread across three availability zones; when a zone is lost, the remaining replicas keep serving.\n\nThe database fails over to its standby within 30 seconds.\n',
    ],
    partial: ['## High availability\n\nThe service should be highly available.\n'],
    missing: ['## Deployment\n\nThe service is packaged as a container image.\n'],
    notApplicable: ['## Availability\n\nNot applicable, because this is a library without a server of its own.\n'],
  },
});
