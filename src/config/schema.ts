import { configShape, ruleNames } from './format';
import type { JsonSchema } from './shape';

/**
 * The format of a config as JSON Schema, for completion and hovers in editors. What a schema cannot say (a pattern that
 * does not compile, a base that is missing) is reported when the config is read.
 * @param about what a rule asks or reports, by id
 */
export const configSchema = (about: ReadonlyMap<string, string>): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Spec Review',
  description: 'What Spec Review asks of the specs in this folder and below. The nearest config of a document applies to it.',
  ...configShape.schema({ rules: ruleNames(about.keys()), about }),
});
