// A Chromium that shows the embedded editor.
import { chromium } from 'playwright-core';
import { ensureChromium } from './install.mjs';

/** The browser must neither ask the network for anything nor wait for it. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: ensureChromium(), args });

/** Waits until the diagnostics of this extension are underlined in the open editor; returns the page. */
export const squiggles = (page, timeout = 90_000) =>
  page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info)').first().waitFor({ state: 'attached', timeout });
