import type { Browser, Page } from 'playwright-core';

export function launch(): Promise<Browser>;
export function squiggles(page: Page, timeout?: number): Promise<void>;
