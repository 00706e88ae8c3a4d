import { answerQuestion } from '../analyzer/answer-edits';
import { recordDecision } from '../analyzer/edits';
import { inTurn } from '../analyzer/in-turn';
import { askOpenQuestion } from '../analyzer/open-question-edits';
import type { Edit } from '../analyzer/review';
import type { Spec } from '../analyzer/spec';
import { itemIn } from './convert';
import type { Reading } from './documents';
import type { Answer } from './protocol';

/** What the author said about gaps, written into the document; what is about no item of its checklist is left out. */
export const answersEdits = (reading: Reading, answers: readonly Answer[]): readonly Edit[] =>
  inTurn(reading.spec, answers.map((answer) => (spec) => write(spec, reading, answer)));

function write(spec: Spec, reading: Reading, answer: Answer): readonly Edit[] {
  const { items } = reading;
  const item = itemIn(reading, answer.item);
  if (!item) return [];
  switch (answer.kind) {
    case 'answer': return answerQuestion(spec, item, answer.text, items);
    case 'not-applicable': return recordDecision(spec, item, { verb: answer.kind, reason: answer.reason }).edits;
    case 'ask': return askOpenQuestion(spec, { question: item.question, ...(answer.owner ? { owner: answer.owner } : {}) }, itemIn(reading, 'delivery/open-questions')!, items);
  }
}
