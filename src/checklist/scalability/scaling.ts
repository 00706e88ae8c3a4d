import { defineItem } from '../../analyzer/item';
import { isOperated } from '../software';
import { words } from '../words';

const WORK = /(?:load|calls?|requests?|quer(?:y|ies)|traffic|pressure|contention|round-?trips?|lookups?|scans?|lists?|reads?|writes?|work|memory|recomput\w+)/;

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
    topic: /\b(?:scal(?:e|es|ing|able|ability)|shard\w*|partition\w*|cach\w+|batch\w*|bottlenecks?|concurren\w+|parallel\w*|queues?|throttl\w+)\b/i,
    statements: [
      words`\b(?:scal(?:e[sd]?|ing)|increases?|grows?|improved?) (?:\S+ ){0,3}(?:horizontally|vertically|linearly|quadratically|exponentially|out|independently|automatically|sub-?linearly|in a linear|with the (?:number|size|amount))\b|\b(?:horizontal|vertical|linear)(?:ly)? scal\w+`,
      /\bO\((?:1|log|[nmk](?: |\^|²|\*|\)|log)|sum)/i,
      words`\b(?:shard(?:s|ed|ing)?|partition(?:s|ed|ing)?|distribut(?:e|es|ed|ing))\b[^.\n]{0,60}\b(?:across|by|among|between|over|per)\b[^.\n]{0,40}\b(?:nodes?|workers?|instances?|replicas?|shards?|partitions?|servers?|keys?|tenants?|users?|projects?|gpus?|pool)\b`,
      words`\bbottlenecks?\b|\bhot ?-?spots?\b|\bthundering herds?\b|\bback-?pressure\b|\b(?:auto-?scales|auto-?shards?|scales? (?:\S+ )?automatically)\b`,
      words`\b(?:cach(?:e|es|ed|ing)|batch(?:es|ed|ing)?|informers?|index(?:es|ed)?|jitter|work-?queues?|thread pools?|rate limiter|pagination|sampling)\b[^.\n]{0,80}\b(?:avoid\w*|reduc\w+|prevent\w*|limit\w*|instead of|without|minimi[sz]\w+|improv\w+ (?:\S+ )?(?:latency|throughput|performance)|efficient\w*|control\w*|concurren\w+)\b`,
      words`\b(?:avoid\w*|reduc\w+|prevent\w*|limit\w*|minimi[sz]\w+|cap(?:s|ped)?) (?:\S+ ){0,6}${WORK} (?:on|to|from|of|in|by|for)\b`,
      words`\b(?:as|when|if|with) (?:\S+ ){0,3}(?:number|size|amount|volume|clusters?|load|traffic|data|history|rate)\b[^.\n]{0,40}\b(?:grows?|increas\w+|scales?|gets? (?:big|large)\w*)\b`,
      words`\b(?:grows?|growing|increases?) (?:indefinitely|unbounded\w*|without bound|dramatically|proportional\w*)|\bproportional(?:ly)? to\b`,
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
    ],
    partial: ['## Scalability\n\nThe design should scale well.\n'],
    missing: ['## Lookup\n\nThe service asks the directory for the name and shows it beside the avatar.\n'],
  },
});
