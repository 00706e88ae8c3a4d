import { defineItem } from '../../analyzer/item';
import { specifiesSoftware } from '../software';
import { words } from '../words';

const AUTOMATED = /(?:unit|integration|e2e|end[- ]to[- ]end|functional|regression|conformance|smoke|compatibility|contract|widget|snapshot|fuzz|property[- ]based)/;
const LEVEL = words`(?:${AUTOMATED}|acceptance|upgrade|performance|load|security|manual|system|infrastructure|release|browser(?: based)?)`;
const PROVES = /(?:for|that|to|covers?|covering|verif\w+|validat\w+|ensur\w+|check\w*|of|against|using|with|must|will|exercis\w+|assert\w*|only|are required)/;
/** Tests "for the changes" are tests of nothing in particular. */
const UNNAMED = /(?! (?:are|will be|should be)? ?(?:added |written )?(?:for|of) (?:the |these |this |all |any |new |above )*(?:changes?|code|features?|functionality)\b)/;
const RIG = /(?:tests?|e2e|suite|versions?|clusters?|environment|devices?|legacy|staging|CI|emulator|simulator)/;

export default defineItem({
  id: 'acceptance/test-plan',
  question: 'How will it be tested: at which level, with which cases, where?',
  why: 'The test plan shows how the criteria are proven and what they cost. Cases that nobody listed are found by customers.',
  expected: 'name the test levels with the cases that are specific to this change',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'info', adr: 'off' },
  weight: 3,
  due: specifiesSoftware,
  evidence: {
    headings: [
      'test plan', 'test plans', 'testing', 'tests', 'testing plan', 'testing strategy', 'test strategy', 'test cases', 'test planning',
      'testing requirements', 'testing considerations', 'test coverage', 'unit tests', 'unit test', 'integration tests', 'integration testing',
      'e2e tests', 'end to end tests', 'end-to-end tests', 'functional tests', 'functional testing', 'verification', 'verification plan',
      'validation plan', 'validation and testing', 'test plan and acceptance criteria', 'quality assurance', 'qa plan', 'how to test',
      'independent test', 'user scenarios & testing', 'user scenarios and testing', 'e2e test', 'performance tests', 'conformance tests',
    ],
    headingPattern: /\b(?:tests?|testing|verification|qa)\b/,
    topic: /\b(?:tests?|tested|testing|testsuite|e2e|verif(?:y|ied|ication)|QA)\b/i,
    statements: [
      words`\b${LEVEL}(?:,| and| or|/)?(?: ${LEVEL})? ?[- ]?(?:tests?|testing|test cases?|test suite|coverage)\b${UNNAMED}[^.\n]{0,30}\b${PROVES}\b[^.\n]{12,}`,
      words`^(?:\w+ ){0,3}${LEVEL} tests?\b${UNNAMED}(?: \(\w+\))?:? \S+ \S+ \S+`,
      /\b(?:tests?|test cases?|suite)\b[^.\n]{0,20}\b(?:should|must|will|that|to|which)? ?(?:cover|verif(?:y|ies)|validates?|check|exercise|assert|prove)s?\b[^.\n]{15,}/i,
      /\b(?:add|extend|update|write|updat\w+|create|deploy)\b[^.\n]{0,60}\b(?:tests?|test cases?|test suite)\b(?! to make this code solid)[^.\n]{0,30}\b(?:for|to|that|covering|with|against|before|because)\b[^.\n]{15,}/i,
      words`\b(?:is|are|be|been) (?:already )?(?:covered|verified|validated|tested|exercised) (?:by|with|on|using|against|in|through)\b[^.\n]{0,60}\b${RIG}\b`,
      /\bindependent test:[^\n]{20,}|^(?:\W*)(?:test )?case \d+:[^\n]{20,}|^given a[^\n]{10,200}\bassert\b/i,
      /^(?:test (?:on|that|with)\b|verify that\b|ensure that tests?\b)[^\n]{15,}/i,
      /\b(?:pytest|jest|cypress|playwright|junit|selenium|chromedriver|testcontainers|envtest)\b[^.\n]{0,60}\b(?:tests?|testing|cover\w*|unit|integration|e2e|framework|based)\b/i,
      /\b(?:using|with) (?:the )?`?(?:pytest|jest|cypress|playwright|junit|mocktail)\b/i,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('test') && table.rows.length > 1,
  },
  skeleton: {
    heading: 'Test plan',
    questions: [
      'Which cases do unit and integration tests cover, the failing ones included?',
      'Which end-to-end path is tested, in which environment?',
      'How are upgrade, rollback and load tested, and what is left to hand?',
    ],
    after: ['acceptance criteria', 'graduation criteria', 'design', 'implementation', 'risks and mitigations'],
  },
  examples: {
    covered: [
      '## Test plan\n\n- Unit tests: price rounding, empty basket, two currencies\n- End-to-end tests: pay, decline and refund against the sandbox of the provider\n',
      '## Checkout\n\nIntegration tests verify that a declined card keeps the basket and that a second click creates no second order.\n\nEnd-to-end tests with `playwright` cover the 3 payment methods against the sandbox of the provider.\n',
    ],
    partial: ['## Test plan\n\nWe will add tests.\n'],
    missing: ['## Checkout\n\nThe checkout asks for an address and a card.\n', '## Checkout\n\nThe checkout asks for an address. Unit tests will be added for the changes.\n'],
  },
});
