import { defineItem } from '../../analyzer/item';
import { isOperated } from '../software';
import { SIZE, words } from '../words';

const UNITS = /(?:users?|customers?|tenants?|clients?|devices?|nodes?|clusters?|instances?|objects?|records?|rows|events?|messages?|requests?|queries|calls?|transactions?|operations?|sessions?|orders?|files?|documents?|volumes?|snapshots?|connections?|persons?|entries|projects?|repositories|pods?|jobs?|services?|rps|qps|tps)/;
const AMOUNT = /(?:\d[\d,]{1,12}(?:\.\d{1,9})?(?: ?(?:k|m|bn|thousand|million|billion)\b)?\+?|\d{1,9} ?(?:k|m|bn|thousand|million|billion)\+?|(?:hundreds|(?:tens of )?thousands|millions|billions) of)/;
const EXPECTED = /(?:expect\w*|anticipat\w*|estimat\w*|project(?:ed|ion)|forecast\w*|assum\w+|plan(?:ned)? for|typical(?:ly)?|on average|peaks?|growth|grow(?:s|ing)?|roughly|approximately|about|around|as many as|support(?:s|ing)?|handle[sd]?|process(?:es)?|must be able to|scale to|serve[sd]?|tracking|receive[sd]?|launched|might have)/;

export default defineItem({
  id: 'scalability/load',
  question: 'What volume is expected: calls, users, objects, data, and how fast do they grow?',
  why: 'Without a number there is no capacity plan, no cost and no load test, and the first busy day does the sizing.',
  expected: 'give the expected numbers at launch and in a year, with their unit and peak',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: isOperated,
  evidence: {
    headings: [
      'load', 'expected load', 'load estimates', 'load estimation', 'traffic', 'expected traffic', 'traffic estimates', 'volume', 'volumes and growth', 'expected volume', 'data volume',
      'capacity', 'capacity planning', 'capacity estimation', 'capacity estimates', 'sizing', 'usage estimates', 'scale', 'scale estimates', 'scale requirements', 'growth', 'growth expectations',
    ],
    headingPattern: /\b(?:(?:expected|estimated|peak) (?:load|traffic|volumes?|usage)|capacity (?:plan|estimat)\w*|sizing|load estimat\w+|scale (?:requirements|estimates|targets|assumptions)|growth)\b/,
    topic: words`\b(?:load|traffic|volume|throughput|scale|growth|capacity|rps|qps|millions?|thousands)\b|${AMOUNT} ${UNITS}\b`,
    statements: [
      words`\b${EXPECTED}\b[^.\n]{0,50}[ ~>(]${AMOUNT} (?:[\w-]+ ){0,2}${UNITS}\b`,
      words`\b\d[\d,.]{0,12} ?(?:k|m|bn|million|billion|thousand)\+? (?:of )?(?:[\w-]+ ){0,2}${UNITS}\b`,
      words`(?:\d[\d,.]{0,12} ?[km]?\+?|hundreds|thousands|tens of thousands|millions) (?:of )?(?:\S+ ){0,2}${UNITS}(?: per | an? | each | every | ?\/ ?)(?:second|sec|s|minute|min|hour|day|week|month|year|user|customer|page ?view)\b`,
      words`\b\d[\d,]{0,12} ?(?:to|-|–|~|\.\.) ?\d[\d,]{1,12} (?:concurrent |active |simultaneous )?(?:nodes|users|clusters|tenants|requests|customers|objects)\b`,
      words`\b(?:(?:hundreds|thousands|millions|billions) of|\d[\d,]{3,}) (?:concurrent|simultaneous|active|daily|monthly)\b|\b\d[\d,]{0,12} (?:concurrent|simultaneous|daily active|monthly active) ${UNITS}\b`,
      words`\b(?:grow(?:s|th|ing)?|increase[sd]?|process(?:es)? (?:big )?data)\b[^.\n]{0,50}(?:${SIZE}|\d[\d.]{0,12} ?%)[^.\n]{0,20}\b(?:per|a|each|every|in a|year|month|day|~|to)\b`,
    ],
    structure: ({ table }) => table !== undefined
      && /\b(?:expected|peak|launch|year|today|average|cluster size|volume|users|growth)\b/i.test(table.header.map((cell) => cell.text).join(' '))
      && table.rows.filter((row) => row.some((cell) => /\d{2,}/.test(cell.text))).length >= 2,
  },
  parts: {
    'the average': [/\b(?:average|typical(?:ly)?|mean|usual(?:ly)?|expect\w*|per (?:second|minute|hour|day|week|month|year)|an? (?:second|minute|hour|day|week|month|year)|daily|weekly|monthly)\b/i],
    'the peak': [/\b(?:peaks?|bursts?|spikes?|at most|max(?:imum)?|up to|busiest|worst[- ]case)\b/i],
  },
  skeleton: {
    heading: 'Expected load',
    questions: [
      'How many calls, users and objects are expected at launch, on average and at peak?',
      'How much data is written and kept?',
      'What is expected in a year, and what is the number based on?',
    ],
    after: ['performance', 'scalability', 'non functional requirements', 'requirements', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Expected load\n\n| What | Launch | In a year |\n|---|---|---|\n| Orders per day | 20,000 | 90,000 |\n| Stored receipts | 3 GB | 40 GB |\n',
      '## Ingestion\n\nWe expect 1,200 events per second at launch and a peak of about 5,000 events per second in December.\n',
    ],
    partial: ['## Expected load\n\nTBD\n', '## Scale\n\nThe service must handle a large number of events.\n'],
    missing: ['## Ingestion\n\nEvents are validated, given an id and appended to the log.\n'],
  },
});
