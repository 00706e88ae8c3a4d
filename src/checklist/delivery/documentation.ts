import { defineItem } from '../../analyzer/item';
import { remembered } from '../../analyzer/remembered';
import { because } from '../due';
import { ruledOut } from '../ruled-out';
import { isStandard } from '../standard';

const DOCS = String.raw`(?:documentation|docs|user guides?|guides?|tutorials?|how-?tos?|runbooks?|manuals?|readme|release notes?|blog posts?|faq|help (?:pages?|center)|knowledge base|trainings?|announcements?)`;
/** What the text is to be about: documentation is planned once it is said of what. */
const SUBJECT = String.raw`\b(?:how|what|when|why|that|which|explain\w*|describ\w*|cover\w*|with|including|about|for (?:users|customers|operators|admin\w*|developers|those)|on how|to (?:explain|describe|include|cover|show|use|configure|reflect|query|guide)|of (?:the|all|how))\b`;

/** A box that is ticked says that it is done. */
const ticked = remembered((blocks) => blocks.some(({ checked, text }) => checked === true && /\bdocumentation\b/i.test(text)));

export default defineItem({
  id: 'delivery/documentation',
  question: 'Which documentation, training or announcement follows?',
  why: 'What users and support are not told they ask, one ticket at a time, from the first day.',
  expected: 'name the pages, guides or announcements that change, and for whom',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  weight: 1,
  due: (facts) =>
    isStandard(facts) || facts.spec.sections.some(({ blocks }) => ticked(blocks)) ? undefined : because('adds', facts.operations) ?? because('adds the setting', facts.flags),
  notApplicable: ({ spec }) => ruledOut(spec, 'documentation|docs', ['documentation', 'docs', 'documentation updates']),
  evidence: {
    headings: [
      'documentation', 'documentation updates', 'documentation changes', 'documentation plan', 'documentation requirements',
      'documentation considerations', 'docs', 'user documentation', 'docs changes', 'how we teach this', 'how do we teach this', 'training',
      'training and documentation', 'communication', 'communication plan', 'communications', 'announcement', 'announcements',
      'communication and education', 'education', 'enablement', 'release notes', 'release documentation',
    ],
    headingPattern: /\b(?:documentation|docs|teach|training|communications?|announcements?|release notes)\b/,
    topic: /\b(?:document(?:ation|ed|s)?|docs|guides?|tutorials?|training|announce\w*|release notes?|blog)\b/i,
    statements: [
      new RegExp(String.raw`\b(?:will|should|must|need(?:s)? to|to|we'll|also) (?:be )?(?:document|updat|add|writ|provid|publish|creat|includ|extend)\w*\b[^.\n]{0,50}\b${DOCS}\b[^.\n]{0,60}${SUBJECT}`, 'i'),
      /\b(?:team|we|i|it) (?:will|shall|should|must|'ll) (?:also )?(?:be )?document(?:ed)? (?:as part of|how|what|that|which|when|the|common|potential|all|possible|these|those)\b/i,
      /^\W*document(?:s)? (?:how|what|that|the|which|when|instructions|common|potential|all)\b/i,
      /\b(?:and|to|be) document (?:how|what|which|when|instructions|all|common)\b|\bto be documented\b/i,
      new RegExp(String.raw`\b${DOCS} (?:(?:is|are|will be|must be|should be|gets?) )?(?:fully |also )?(?:published|updated|in place|written|provided|extended)\b[^.\n]{0,60}\b(?:covering|regarding|on|how|explaining|describing|for)\b`, 'i'),
      new RegExp(String.raw`^\W*(?:update|add|write|publish|create|provide|extend|consolidate|prepare) (?:\w+ ){0,4}${DOCS}\b[^.\n]{0,60}${SUBJECT}`, 'i'),
      /\b(?:announce|blog post|release notes?|mailing list|newsletter)\b[^.\n]{0,60}\b(?:describing|action required|will|users|customers|list|before|feature)\b|\b(?:action required|announce)\b[^.\n]{0,30}\b(?:release notes?|mailing list|-dev list|users|customers)\b/i,
      /\bmitigated (?:through|by|with) (?:\w+ ){0,2}(?:documentation|training|education)\b|\b(?:phased )?communication plan\b|\bmigration guide\b|\btrain(?:ing)? (?:for |of )?(?:the )?(?:support|sales|operations|on-?call|staff)\b/i,
    ],
  },
  skeleton: {
    heading: 'Documentation',
    questions: ['Which pages or guides change, and who writes them?', 'What do support and customers need to know before launch?'],
    after: ['rollout', 'rollout plan', 'release plan', 'test plan', 'plan', 'implementation plan'],
  },
  examples: {
    covered: [
      '## Documentation\n\n- Add a help page, written by Ana, to explain how a delivery is moved.\n- Update the support guide to cover calls about moved deliveries.\n',
      '## Rollout\n\nWe will update the help pages to explain how a delivery is moved, and train the support team in the week before.\n',
    ],
    partial: ['## Documentation\n\nWill follow.\n'],
    missing: ['## Rollout\n\nAll customers get the calendar in June.\n'],
    notApplicable: ['## Documentation\n\nNot applicable, because only the internal scheduler changes and nobody sees it.\n'],
  },
});
