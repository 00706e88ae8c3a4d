import { items } from '../../src/checklist';
import { otherRules } from '../../src/checklist/rules';
import { configSchema } from '../../src/config/schema';

/** The source of schema/spec-review.schema.json. */
export function schema(): string {
  const about = new Map([...items.map(({ id, question }) => [id, question] as const), ...otherRules.map(({ id, reports }) => [id, reports] as const)]);
  return `${JSON.stringify(configSchema(about), null, 1)}\n`;
}
