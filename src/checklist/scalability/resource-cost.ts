import { defineItem } from '../../analyzer/item';
import { because, stored } from '../due';
import { isOperated } from '../software';
import { SIZE, words } from '../words';

const HARDWARE = /(?:cpu|memory|ram|disk(?: space)?|bandwidth|network (?:traffic|usage|calls?|bandwidth)|i\/o|iops|(?:cpu|memory|network|storage|runtime|compute|computational|performance|resource) overhead|(?:memory|compute) footprint|api calls?|(?:s3|database|db|api|server) (?:calls?|requests?|load))/;
const EXPENSE = /(?:storage|space|resources|costs?|load on|footprint)/;
const CHANGES = /(?:increas\w+|reduc\w+|consum\w+|sav(?:e|es|ing|ings)|doubl\w+|extra|more|less|fewer|cheap\w*)/;
const TAKES = /(?:use[sd]?|requir\w+|add(?:s|ed|itional)?|need(?:s|ed)?|negligible|minimal|avoid\w*|incur\w*)/;

export default defineItem({
  id: 'scalability/resource-cost',
  question: 'What does it cost to run: CPU, memory, storage, network, extra calls, money?',
  why: 'The budget is decided before the bill arrives. A cost nobody estimated is approved by nobody.',
  expected: 'give the extra CPU, memory, storage, calls or money it takes, or say why it takes none',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'info', adr: 'info' },
  weight: 2,
  due: (facts) => isOperated(facts) ?? because('changes', stored(facts)),
  evidence: {
    headings: [
      'cost', 'costs', 'cost analysis', 'cost estimate', 'cost estimates', 'cost considerations', 'running costs', 'pricing', 'billing', 'budget', 'resource usage', 'resource consumption',
      'resource requirements', 'resource impact', 'resource cost', 'resources and cost', 'overhead', 'memory usage', 'memory', 'cpu', 'storage cost', 'efficiency', 'performance impact',
      'performance, power, and efficiency', 'infrastructure needed',
    ],
    headingPattern: /\b(?:costs?|pricing|overhead|resource (?:usage|consumption|requirements?|impact)|memory usage|footprint|increase of resource usage|increasing size or count|new api calls|new calls to the cloud provider|resource exhaustion)\b/,
    topic: /\b(?:costs?|cpu|memory|disk|storage|bandwidth|overhead|footprint|resources?|expensive|cheap\w*|price[sd]?|savings?)\b/i,
    statements: [
      /[$€£] ?(?:\d{2,}|\d{1,9}[.,]\d|\d{1,9} ?(?:\/|per|a|for)\b)|\b\d[\d.,]{0,12} ?(?:USD|EUR|dollars)\b/,
      words`\b(?:cpu|memory|ram|disk|storage|bandwidth|overhead|traffic|footprint|space)\b[^.\n]{0,50}(?:${SIZE}|\d[\d.]{0,12} ?(?:%|x\b|cores?|vcpus?|m?cpus?|mcores?))`,
      words`(?:${SIZE}|\b\d[\d.]{0,12} ?(?:%|x|cores?|vcpus?)) (?:of |more |less |cheaper |additional |extra )*(?:available )?(?:cpu|memory|ram|disk|storage|bandwidth|overhead|space|cores|savings?|cheaper)\b`,
      words`\b(?:${CHANGES}|${TAKES}) (?:\S+ ){0,4}${HARDWARE}\b|\b${CHANGES} (?:\S+ ){0,2}${EXPENSE}\b`,
      words`\b(?:no|zero|minimal|negligible|small|slight|little|some|extra|additional|significant|less) (?:\S+ ){0,2}(?:overhead|(?:memory|cpu|disk|storage|network|resource) (?:usage|increase|cost|consumption|overhead|calls?|traffic)|cost(?:s)? (?:on|to|of)|performance (?:impact|overhead|cost))\b`,
      words`\b(?:(?:one|two|no|\d{1,9}) more|extra|additional) (?:[\w-]+ ){0,2}(?:writes?|reads?|calls?|quer(?:y|ies)|round-?trips?|lookups?|copies|copy)\b`,
      words`\b(?:costs?|priced|billed|savings?)\b[^.\n]{0,40}\b(?:per|a) (?:month|hour|year|day|gb|gib|tb|million)\b`,
      words`\bload\b[^.\n]{0,60}\b(?:on|of)\b[^.\n]{0,50}\b(?:increas\w+|reduc\w+|more|higher|lower)\b|\b(?:more|less|higher|lower|increased|reduced|minimal) (?:\S+ ){0,2}load\b`,
    ],
    structure: ({ table }) => table !== undefined && /\b(?:costs?|price|cpu|memory|storage|bandwidth|monthly|savings)\b/i.test(table.header.map((cell) => cell.text).join(' '))
      && table.rows.some((row) => row.some((cell) => /\d/.test(cell.text))),
  },
  skeleton: {
    heading: 'Cost and resources',
    questions: [
      'Which extra CPU, memory, storage and network does it take, per user or in total?',
      'Which extra calls does it make to other services?',
      'What does that cost a month at launch, and who pays?',
    ],
    after: ['scalability', 'performance targets', 'expected load', 'performance', 'architecture', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Cost\n\nThree small instances and 200 GB of storage come to about $310 a month.\n',
      '## Checkpoints\n\nEach commit makes one extra write of 24 bytes; queries that live in memory have no overhead.\n',
    ],
    partial: ['## Cost\n\nTBD\n', '## Overhead\n\nThis may be a bit costly.\n'],
    missing: ['## Checkpoints\n\nA checkpoint remembers the last event that was applied.\n'],
  },
});
