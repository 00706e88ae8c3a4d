// Draws media/icon.png, which the extension's page shows, from media/icon.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './editor/browser.mjs';
import { root } from './editor/install.mjs';

const SIZE = 256;
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${readFileSync(join(root, 'media', 'icon.svg'), 'utf8')}`);
  await page.screenshot({ path: join(root, 'media', 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
