import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Quiet flags: no sandbox as root, no GPU, and none of the calls that a browser makes home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium, headless, with a fresh profile. */
export const openChromium = (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? PATHS.find((path) => existsSync(path));
  if (!executablePath) throw new Error('Chromium is not installed: apt-get install chromium fonts-noto-cjk');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
};

export interface Looks {
  readonly dark?: boolean;
}

const looks = ({ dark = false }: Looks) => ({
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: dark ? ('dark' as const) : ('light' as const),
});

/** A phone: 375 × 812 at double density, touch. One context is one person: storage is not shared. */
export const phone = (browser: Browser, wishes: Looks = {}): Promise<BrowserContext> =>
  browser.newContext({
    ...looks(wishes),
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });

/** A desk: 1440 × 900. */
export const desktop = (browser: Browser, wishes: Looks = {}): Promise<BrowserContext> =>
  browser.newContext({ ...looks(wishes), viewport: { width: 1440, height: 900 } });

export const phonePage = async (browser: Browser, wishes: Looks = {}): Promise<Page> =>
  watched(await (await phone(browser, wishes)).newPage());

export const desktopPage = async (browser: Browser, wishes: Looks = {}): Promise<Page> =>
  watched(await (await desktop(browser, wishes)).newPage());

const faults = new WeakMap<Page, string[]>();

/** Exceptions and console errors of a page since it opened: a story ends by expecting none. */
export const pageFaults = (page: Page): readonly string[] => faults.get(page) ?? [];

const watched = (page: Page): Page => {
  const seen: string[] = [];
  faults.set(page, seen);
  page.on('pageerror', (error) => seen.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} ${message.location().url}`);
  });
  return page;
};
