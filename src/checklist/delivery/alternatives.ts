import { defineItem } from '../../analyzer/item';

/** What makes of an alternative one that was weighed. */
const REASON = /\b(?:but|because|since|would|however|requires?|complex\w*|not|no|drawbacks?|downsides?|too|less|more|limit\w*|due|without|only|risk\w*|overhead|harder|difficult|hard|easier|simpler|cannot|can't|doesn't|don't|wouldn't|unacceptable|unable|remains?|already|slow\w*|costs?|costly)\b/i;

export default defineItem({
  id: 'delivery/alternatives',
  question: 'Which alternatives were weighed, and why were they not chosen?',
  why: 'An alternative that is not ruled out here comes back in every later meeting, and sometimes after the wrong one has been built.',
  expected: 'name at least one alternative, doing nothing included, and the reason against it',
  severity: { kep: 'warning', rfc: 'warning', design: 'warning', prd: 'info', adr: 'warning' },
  weight: 3,
  evidence: {
    headings: [
      'alternatives', 'alternative', 'alternatives considered', 'alternative considered', 'considered alternatives', 'other alternatives considered',
      'alternative solutions', 'alternate solutions', 'alternative approaches', 'alternative approach', 'alternative approaches considered',
      'alternative designs', 'alternative implementations', 'alternatives not implemented', 'alternatives (not implemented)',
      'alternatives and extensions', 'alternatives and tradeoffs', 'rejected alternatives', 'rationale and alternatives', 'drawbacks/alternatives',
      'prior art and alternatives', 'options', 'options considered', 'considered options', 'other options', 'other options considered',
      'other considered options', 'other approaches', 'other approaches considered', 'discarded approaches', 'discarded options',
      'what alternative solutions did you consider', 'do nothing',
    ],
    headingPattern: /\b(?:alternatives?|alternate|options?|approach(?:es)?|alt) ?\d|\balternatives?\b|\b(?:other|considered|rejected|discarded) (?:\w+ )?(?:options?|approach(?:es)?|solutions?|designs?)\b|\bpros and cons\b|\btrade ?offs?\b|\bvs\b/,
    topic: /\b(?:alternativ\w+|option \d|options|approach(?:es)?|instead of|rather than|considered|rejected|pros|cons|trade-?offs?)\b/i,
    statements: [
      /\b(?:rejected|discarded|discounted|dismissed|ruled out|abandoned|decided against|not (?:chosen|selected|viable|acceptable)|(?:chose|decided|opted) not to)\b[^.\n]{0,40}\b(?:because|since|as|due to|in favou?r)\b/i,
      /\b(?:we|i|team|design|proposal) (?:also |initially |originally |have |had |briefly )?considered\b|\bwas (?:also |initially |originally )?(?:considered\b|(?:proposed|discussed) (?:to|but|as|and|however|using)\b)/i,
      /\b(?:an|another|one|other|the other) (?:possible |obvious |naive |potential |simpler )?(?:alternatives?|options?|approach|possibility|solution|implementation)\b[^.\n]{0,60}\b(?:is|are|was|were|would|could|might|may)\b[^\n]{0,160}\b(?:but|however|because|since|require[sd]?|need|not|drawback|downside|complex\w*|expensive|hard\w*|limit\w*|cannot)\b/i,
      /\b(?:we could|could also|we can also|alternatively,?|it would be possible|it is possible to also|one could|it is tempting)\b[^\n]{5,200}\b(?:but|however|although|would (?:require|need|mean)|downside|drawback|more complex|not worth)\b/i,
      /\b(?:downsides?|drawbacks?|disadvantages?|cons?|problem|advantages?|benefits?|pros) (?:of|with|to) (?:this|that|the|using|an?|these) (?:\w+ ){0,3}(?:approach|alternative|option|solution|method|design|strategy)\b|^(?:pros|cons|advantages|disadvantages|drawbacks)\s*:/i,
      /\bwe (?:chose|choose|picked|selected|prefer|decided (?:to go|on|to use|that))\b[^.\n]{0,120}\b(?:over|instead|because|since|as|due|rather|for the following)\b/i,
      /\b(?:instead of|rather than) (?:\w+ly )?\w{3,12}ing\b/i,
      /\b(?:is|are|was|were|been proven to be|proved) (?:also )?not (?:suitable|scalable|desired|desirable|viable|feasible|practical|worth)\b|\bd(?:id|oes|o) not scale\b|\b(?:deliberately|consciously|explicitly) (?:decided|chose|not|avoid\w*)\b|\bsuggest not \w+ing\b/i,
      /\b(?:go(?:ing)? (?:ahead )?with|lean towards?|recommend\w*|prefer\w*|selected|chosen|implementation of|in favou?r of) (?:the )?(?:option|approach|alternative) ?#?\d|\b(?:option|approach|alternative) ?#?\d\b[^.\n]{0,60}\b(?:because|since|as it|cleaner|simpler|easier|better|preferred)\b/i,
      /\b(?:more|less) \w+ than\b[^.\n]{0,80}\b(?:because|since|alternative|approach|option|either)\b/i,
      /\b(?:other|alternative|several|various|different) (?:solutions?|designs?|approaches|options|alternatives) (?:that )?(?:were|we|have been|revolved)\b|^(?:possible|other|alternative) (?:solutions?|approaches|options)\b[^.\n]{0,30}:/i,
      /\bwould (?:also )?(?:introduce|add|require|mean|force|break|lead to|result in|increase|complicate|make it)\b[^.\n]{0,80}\b(?:complex\w*|overhead|costs?|burden|risks?|additional|extra|another|every|all|breaking|duplicat\w*|unnecessary|harder|difficult|impossible)\b/i,
      /\binstead of\b[^.\n]{3,80}\bbecause\b|\bwhy\b[^.?\n]{5,80}\b(?:instead of|over|rather than|and not)\b|\b(?:evaluated|considered|discussed) and (?:rejected|discarded|dismissed)\b/i,
      /[👍👎➕➖]|\b(?:too (?:expensive|slow|complex|costly|risky|heavy|invasive)|overly complex|would (?:introduce|add) (?:too much|unnecessary|significant)|not worth (?:the|it))\b/u,
    ],
    structure: (block, section) => (section.role === 'alternatives' && block.kind !== 'code' && block.words >= 10 && REASON.test(block.text))
      || (block.table !== undefined && block.table.roles.includes('alternative') && block.table.roles.includes('reason'))
      || (/^(?:pros|cons|advantages|disadvantages|(?:option|approach|alternative|alt) ?#?\d)\b/.test(section.heading?.key ?? '') && block.words >= 4),
    roles: ['alternatives'],
  },
  skeleton: {
    heading: 'Alternatives considered',
    questions: ['Which other ways were there, buying or doing nothing included?', 'What speaks against each of them?', 'What would make us choose differently?'],
    after: ['drawbacks', 'risks and mitigations', 'risks', 'detailed design', 'design details', 'design', 'decision', 'proposal'],
  },
  examples: {
    covered: [
      '## Alternatives considered\n\n### Ask by mail\n\nRejected because two thirds of the customers do not answer a mail on the same day.\n',
      '## Storage\n\nDates are kept in the order table. We considered a table of their own, but every query would need a join.\n',
      '## Alternatives\n\n- A table of its own for dates: it would add a join to every query.\n- Free text in the note of an order, which no job can read without mistakes.\n',
    ],
    partial: ['## Alternatives\n\nNone.\n'],
    missing: ['## Storage\n\nDates are kept in the order table.\n'],
  },
});
