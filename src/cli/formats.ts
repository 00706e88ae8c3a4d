import type { Item } from '../analyzer/item';
import { otherRules } from '../checklist/rules';
import { checklist } from '../index';
import { githubReporter } from '../report/github';
import { htmlReporter } from '../report/html';
import { jsonReporter } from '../report/json';
import { junitReporter } from '../report/junit';
import { markdownReporter } from '../report/markdown';
import type { Reporter } from '../report/outcome';
import { prettyReporter } from '../report/pretty';
import { sarifReporter } from '../report/sarif';
import type { Shard } from '../report/shard';
import type { ReportFlags } from './arguments';
import { lineUrls } from './line-urls';
import { wantsColour, widthOf } from './terminal';

/** As many files are still shown in full. */
const IN_FULL = 3;

/**
 * What writes the report in the format that the flags name.
 * @param own the team's own questions
 * @param candidates how many files may come
 * @param shard the part of a larger run that this is, if it is one
 */
export function reporterFor({ format, output, colour, failOn }: ReportFlags, own: readonly Item[], candidates: number, shard?: Shard): Reporter {
  const items = [...checklist, ...own];
  switch (format) {
    case 'json': return jsonReporter(shard);
    case 'sarif': return sarifReporter({ items, rules: otherRules });
    case 'github': return githubReporter();
    case 'junit': return junitReporter({ items, failOn });
    case 'markdown': return markdownReporter({ items, lineUrl: lineUrls(process.env) });
    case 'html': return htmlReporter({ items });
    case 'pretty': return prettyReporter({
      items,
      colour: output === undefined ? wantsColour(colour, process.stdout.isTTY) : colour === true,
      width: widthOf(process.stdout),
      detail: candidates > IN_FULL ? 'short' : 'full',
    });
  }
}
