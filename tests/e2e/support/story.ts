import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openChromium, pageFaults } from '../../support/chromium';
import { type RunningStack, runningStack } from '../../support/running-stack';
import { waitUntil } from '../../support/wait-until';

/** Other helpers wait for the same two cores: a story is wrong when it fails, not when it is slow. */
export const PATIENCE_MS = Number(process.env['E2E_PATIENCE_MS'] ?? 60_000);

export interface Story {
  readonly stack: RunningStack;
  readonly browser: Browser;
}

/** The running product and a browser for the stories of one file. */
export const useStory = (): (() => Story) => {
  let story: Story | null = null;
  beforeAll(async () => {
    story = { stack: await runningStack(), browser: await openChromium() };
  });
  afterAll(async () => {
    await story?.browser.close();
  });
  return () => story!;
};

const LAYOUT = `JSON.stringify([...document.querySelectorAll('.taro_page, .ant-modal, .ant-drawer-content-wrapper')]
  .map((one) => one.getBoundingClientRect()).concat(document.getAnimations().length))`;

/** A page that is still sliding in, or a drawer that is still opening, makes no fair picture. */
const atRest = async (page: Page): Promise<void> => {
  let before: unknown = null;
  await waitUntil(
    'nothing moves',
    async () => {
      const now = await page.evaluate(LAYOUT);
      const rests = now === before;
      before = now;
      return rests;
    },
    { everyMs: 150 },
  );
};

/** A picture for people who judge how it looks: kept only when `E2E_SHOTS` names a folder. */
export const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['E2E_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await atRest(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

/**
 * A story ends with a quiet console. What it provoked itself (a refusal, a network that is away) is named by the story:
 * Chromium reports each such answer as an error of the page.
 */
export const expectNoFaults = (page: Page, ...provoked: RegExp[]): void => {
  const faults = pageFaults(page).filter((fault) => !provoked.some((pattern) => pattern.test(fault)));
  expect(faults).toEqual([]);
};

/** Different in every run, so that a story can be played again on the same data. */
export const mark = (): string => Date.now().toString(36).slice(-5);

/** `it` for the chapters of one story: after a chapter that failed the rest is not waited for, it could only fail too. */
export const chapters = (story: () => Story): ((title: string, play: () => Promise<void>) => void) => {
  let failed: string | null = null;
  return (title, play) =>
    it(title, async () => {
      if (failed) throw new Error(`The story ended before: "${failed}" failed.`);
      try {
        await play();
      } catch (error) {
        failed = title;
        await lastSeen(story());
        throw error;
      }
    });
};

/** What was on each screen when a chapter failed. */
const lastSeen = async ({ browser }: Story): Promise<void> => {
  const folder = process.env['E2E_SHOTS'];
  const pages = folder ? browser.contexts().flatMap((context) => context.pages()) : [];
  const spec = basename(expect.getState().testPath ?? '', '.spec.ts');
  for (const [index, page] of pages.entries())
    await page.screenshot({ path: join(folder ?? '', `failed-${spec}-${index}.png`) }).catch(() => undefined);
};
