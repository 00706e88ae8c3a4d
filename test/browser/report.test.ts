import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { launch } from '../../scripts/editor/browser.mjs';
import { checklist, reviewer } from '../../src/index';
import { fileReport } from '../../src/report/file-report';
import { htmlReporter } from '../../src/report/html';
import { rich } from '../unit/report/drawn';
import { failed, hostile, render } from '../unit/report/render';

function report(): string {
  const outcomes = ['thin-rfc', 'prd-with-numbers'].map((name) => {
    const text = readFileSync(`media/samples/${name}.md`, 'utf8');
    const own = reviewer();
    return { ...fileReport(`${name}.md`, own.review(text), own.spec), text };
  });
  return render(htmlReporter({ items: checklist }), [...outcomes, rich, hostile, failed]);
}

describe('HTML report in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  // Colours and width are independent: two runs see both of each.
  for (const { colorScheme, width } of [{ colorScheme: 'light', width: 1100 }, { colorScheme: 'dark', width: 390 }] as const) {
    it(`has no accessibility violation, asks for nothing, and fits a page of ${width} pixels (${colorScheme})`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      page.on('request', (request) => told.push(request.url()));
      await page.setContent(report());
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
      assert.deepEqual(told, []);
      assert.ok(await page.evaluate<number>('document.documentElement.scrollWidth') <= width);
      await page.close();
    });
  }
});
