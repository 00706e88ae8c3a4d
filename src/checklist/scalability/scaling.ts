import { defineItem } from '../../analyzer/item';
import { isOperated } from '../software';
import { words } from '../words';

const WORK = /(?:load|calls?|requests?|quer(?:y|ies)|traffic|pressure|contention|round-?trips?|lookups?|scans?|lists?|reads?|writes?|work|memory|recomput\w+|latency|contact\w*|fetch\w*|overhead)/;

export default defineItem({
  id: 'scalability/scaling',
  question: 'How does the design behave as load grows, and what gives way first?',
  why: 'What breaks first tells when to invest again. Found late, it is a redesign under traffic.',
  expected: 'say how it scales out, the cost as load grows, and the first bottleneck or limit',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'info', adr: 'off' },
  weight: 3,
  due: isOperated,
  evidence: {
    headings: [
      'scalability', 'scaling', 'scalability considerations', 'scalability and performance', 'performance and scalability', 'scaling strategy', 'horizontal scaling', 'autoscaling', 'scale out',
      'sharding', 'partitioning', 'caching', 'concurrency', 'load balancing', 'bottlenecks', 'performance considerations', 'performance optimization', 'performance optimizations',
    ],
    headingPattern: /\b(?:scalab\w+|scaling|autoscal\w+|shard\w*|partition\w*|cach(?:e|es|ing)|concurrency|load balanc\w+|bottlenecks?|performance (?:considerations?|optimi[sz]ations?|impact))\b/,
    topic: /\b(?:scal(?:e|es|ing|able|ability)|shard\w*|cach\w+|batch(?:es|ed|ing)|bottlenecks?|concurren\w+|parallel\w*|throttl\w+|throughput|queue[sd]?|load|large (?:clusters?|numbers?))\b/i,
    statements: [
      words`\b(?:scal(?:e[sd]?|ing)|increases?|grows?|improved?) (?:\S+ ){0,3}(?:horizontally|vertically|linearly|quadratically|exponentially|out|independently|automatically|sub-?linearly|in a linear|with the (?:number|size|amount))\b|\b(?:horizontal|vertical|linear)(?:ly)? scal\w+`,
      /\bO\((?:1|log|sum|[a-z]+ ?[*^²)])|\b(?:time|space) complexity (?:of|is)\b/i,
      words`\b(?:shard(?:s|ed|ing)?|partition(?:s|ed|ing)?|distribut(?:e|es|ed|ing))\b[^.\n]{0,60}\b(?:across|by|among|between|over|per)\b[^.\n]{0,40}\b(?:nodes?|workers?|instances?|replicas?|shards?|partitions?|servers?|keys?|tenants?|users?|projects?|gpus?|pool)\b`,
      words`\b(?:becomes?|become|be|is|the|main|potential|avoid\w*|remov\w*|eliminat\w*) (?:\S+ ){0,2}bottlenecks?\b|\bhot ?-?spots?\b|\bthundering herds?\b|\bback-?pressure\b|\b(?:auto-?scales|auto-?shards?|scales? (?:\S+ )?automatically)\b`,
      words`\b(?:auto-?scal(?:er|ed|ing)|scal(?:es?|ed|ing)) (?:based on|on (?:cpu|queue|demand)|to zero|up (?:to|when|on)|via|with (?:keda|hpa))\b|\bscaled? (?:by|with|using) (?:an? |the )?(?:keda|hpa|horizontal)\b`,
      words`\b(?:cach(?:e|es|ed|ing)|batch(?:es|ed|ing)?|shared informers?|index(?:es|ed)?|jitter|pre-?fetch\w*|work-?queues?|thread pools?|worker pools?|rate limiter|pagination|paginated)\b[^.\n]{0,80}\b(?:avoid\w*|reduc\w+|prevent\w*|minimi[sz]\w+|instead of|without|improv\w+|decreas\w+|saves?) (?:[\w-]+ ){0,4}(?:${WORK}|throughput|performance|round|re-?\w+ing)\b`,
      words`\b(?:avoid\w*|reduc\w+|prevent\w*|limit\w*|minimi[sz]\w+|cap(?:s|ped)?) (?:\S+ ){0,6}${WORK} (?:on|to|from|of|in|by|for)\b`,
      words`\b(?:avoid\w*|prevent\w*|protect\w*|without) (?:\S+ ){0,6}(?:overload|overwhelm|exhaust)\w*\b|\b(?:might|may|can|could|will|would) (?:\S+ )?(?:overload|overwhelm)\b`,
      words`\b(?:as|when|if|with) (?:\S+ ){0,3}(?:number|size|amount|volume|clusters?|load|traffic|data|history|rate)\b[^.\n]{0,40}\b(?:grows?|increas\w+|scales?|gets? (?:big|large)\w*)\b`,
      words`\b(?:grows?|growing|increases?) (?:indefinitely|unbounded\w*|without bound|dramatically|proportional\w*)|\bproportional(?:ly)? to\b`,
      words`\b(?:large|high|huge|big) (?:numbers? of|volumes? of|clusters|deployments|datasets)\b[^.\n]{0,60}\b(?:can|could|may|might|will|would|should|must) (?:\S+ )?(?:impact|increase|cause|take|slow|exceed|degrade|require|need|lead|overload)\b`,
      words`\b(?:performance|throughput|latency) (?:\S+ ){0,5}(?:degrades?|degraded|suffers?|drops?) (?:as|when|with|the more|if|by)\b`,
      words`\b(?:several|multiple|many|up to \d{1,6}) parallel \w+|\bin parallel (?:across|by|using|via|to|over|on)\b|\b(?:in-memory|lru|local|distributed|result) cache\b[^.\n]{0,60}\b(?:to|so|for|with|of|is|are|which)\b|\bcached (?:in memory|locally|for \d)|\bfrom an? (?:in-memory|local) cache\b|\b(?:improve|increase|achieve|higher|maximi[sz]e) (?:\S+ ){0,3}throughput\b`,
      words`\bscalab(?:le|ility)\b[^.\n]{0,60}\b(?:because|by adding|via|through|upper bound|large)\b|\bupper bound (?:to|on|for) (?:\S+ ){0,2}scal\w+`,
    ],
  },
  skeleton: {
    heading: 'Scalability',
    questions: [
      'How does it scale out, and what stays shared?',
      'How do time, memory and calls grow with users, objects or nodes?',
      'What gives way first, at which load, and what is done then?',
    ],
    after: ['expected load', 'performance targets', 'performance', 'architecture', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Scalability\n\nWorkers are stateless and scale horizontally with queue length. The single index writer is the bottleneck, at about 4,000 writes per second.\n',
      '## Lookup\n\nResults are cached for five minutes to reduce the load on the directory. Memory is proportional to the number of tenants.\n',
      '## Workers\n\nWorkers scale to zero at night. A circuit breaker protects the ledger from being overloaded.\n',
    ],
    partial: ['## Scalability\n\nThe design should scale well.\n'],
    missing: ['## Lookup\n\nThe service asks the directory for the name and shows it beside the avatar.\n', '## Tests\n\nThe cache watches the drivers and is controlled by a flag.\n'],
  },
});
