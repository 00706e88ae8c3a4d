import { items } from '../../src/checklist';
import { otherRules } from '../../src/checklist/rules';
import { configSchema } from '../../src/config/schema';

/** What each rule asks or reports. */
const about = new Map([...items.map(({ id, question }) => [id, question] as const), ...otherRules.map(({ id, reports }) => [id, reports] as const)]);

export const configFormat = configSchema(about);

/** The source of schema/spec-review.schema.json. */
export const schema = (): string => `${JSON.stringify(configFormat, null, 1)}\n`;
