import { defineItem } from '../../analyzer/item';
import { isOperated } from '../software';
import { words } from '../words';

export default defineItem({
  id: 'scalability/load-test',
  question: 'How will performance or scale be verified?',
  why: 'Targets that nobody measures are wishes; the first load test is then the launch.',
  expected: 'name the benchmark or load test, its load and environment, and the result that passes',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'off', adr: 'off' },
  weight: 2,
  due: isOperated,
  evidence: {
    headings: [
      'load test', 'load tests', 'load testing', 'performance test', 'performance tests', 'performance testing', 'stress tests', 'stress testing', 'scale test', 'scale tests', 'scale testing',
      'scalability tests', 'benchmark', 'benchmarks', 'benchmarking', 'benchmark results', 'benchmark tests', 'performance benchmark', 'performance benchmarks', 'performance evaluation',
      'performance results', 'evaluation', 'measurements', 'how to measure the performance impact',
    ],
    headingPattern: /\b(?:(?:load|performance|perf|stress|scale|scalability|soak) test(?:s|ing)?|benchmark\w*|performance (?:evaluation|results|measurements?)|measur\w+ (?:the )?(?:performance|impact))\b/,
    topic: /\b(?:benchmark\w*|(?:load|performance|stress|scale|scalability|soak)[ -]test\w*|measur(?:e|ed|ement|ements|ing)|profil(?:ed|ing))\b/i,
    statements: [
      words`\b(?:load|performance|perf|stress|scale|scalability|soak)[- ](?:and \w+ )?tests?(?:ing)?\b[^.\n]{0,60}\b(?:with|using|must|will|should|verif\w+|validat\w+|run|runs|on|against|identif\w+|for|of|\d{1,9})\b`,
      words`\b(?:benchmark(?:s|ed|ing)?)\b[^.\n]{0,60}\b(?:with|using|shows?|showed|results?|against|on|here|run|runs|compare[sd]?|before|measure[sd]?|\d{1,9})\b`,
      words`\b(?:we|have|has|was|were|been|already|i've) (?:\S+ )?(?:benchmarked|measured|load[- ]tested|profiled|confirmed)\b[^.\n]{0,80}\d`,
      words`\b(?:measurements?|evaluation|prototype|experiments?)\b[^.\n]{0,80}\b(?:\d[\d.]{0,12} ?(?:x|%|ms|gib|gb|mb|rps|qps)|faster|slower|latency|throughput)\b`,
      words`\b(?:simulat\w+|generate[sd]?|replay\w*|run(?:ning)?)\b[^.\n]{0,50}\b(?:load|traffic|requests|workload|users)\b[^.\n]{0,50}\b(?:measure\w*|verif\w+|check\w*|compare\w*|assert\w*|p9\d|latency)\b`,
      /\b(?:k6|jmeter|gatling|locust|pgbench|sysbench|ycsb|wrk2?|vegeta|fio)\b/i,
      words`\b\d{1,9}-node cluster\b[^.\n]{0,60}(?:<|within|under|below|\d)`,
    ],
  },
  skeleton: {
    heading: 'Load tests',
    questions: [
      'Which load is generated, how, and in which environment?',
      'Which numbers must be met before launch?',
      'When is it run again, and what happens on a regression?',
    ],
    after: ['test plan', 'testing', 'performance targets', 'scalability', 'performance', 'design', 'proposal'],
  },
  examples: {
    covered: [
      '## Load tests\n\nk6 sends 2,000 requests per second for an hour against staging; the build fails when p95 exceeds 300 ms.\n',
      '## Results\n\nWe measured the prototype on one node: 7.5 GB scanned in 4 s, twice as fast as today.\n',
    ],
    partial: ['## Load tests\n\nTBD\n', '## Performance tests\n\nWe will do some performance testing.\n'],
    missing: ['## Results\n\nThe list shows ten results, newest first.\n'],
  },
});
