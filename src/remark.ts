import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { ReviewOptions } from './analyzer/review';
import { review } from './index';
import { ruleUrl } from './report/links';
import { positions } from './report/position';

/**
 * The analyzer as a unified plugin, for remark-cli and whatever else runs remark:
 * `remark --use tpm-spec-review/remark docs/rfc.md`. Each finding becomes a message on the file, with `source`
 * "spec-review", the rule as `ruleId`, and its documentation as `url`; `fatal` is true for errors, undefined for
 * information. The tree is left as it is: the review reads the text itself, so that other plugins do not change it.
 */
const remarkSpecReview: Plugin<[ReviewOptions?], Root> = (options = {}) => (_tree, file) => {
  const text = String(file);
  const { findings } = review(text, { ...(file.path ? { path: file.path.replace(/\\/g, '/') } : {}), ...options });
  const at = positions(text);
  for (const finding of findings) {
    const message = file.message(finding.message, { place: at.range(finding.at), ruleId: finding.rule, source: 'spec-review' });
    message.url = ruleUrl(finding.rule);
    message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined;
  }
};

export default remarkSpecReview;
