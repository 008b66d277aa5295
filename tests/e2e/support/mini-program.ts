import jsQR from 'jsqr';
import type { Browser, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { phonePage } from '../../support/chromium';
import type { RunningStack } from '../../support/running-stack';
import { waitUntil } from '../../support/wait-until';
import type { Person } from './people';
import { PATIENCE_MS } from './story';

export type Tab = 'home' | 'coupons' | 'code' | 'community' | 'mine';

/** The mini-program in somebody's hand. Pages that were left stay in the document, hidden: only what is seen counts. */
export class Phone {
  private constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
  }

  static async of(browser: Browser, stack: RunningStack, person: Person, route = 'pages/home/index'): Promise<Phone> {
    const phone = new Phone(await phonePage(browser), stack.addresses.miniapp);
    await phone.page.goto(`${phone.address}/?person=${person.personId}#/${route}`);
    return phone;
  }

  /** What carries this id on the page that is seen; while one page slides over another, on the upper one. */
  by(id: string): Locator {
    return this.page.locator(`[id="${id}"]:visible`).last();
  }

  /** The seen place with exactly these words. */
  words(text: string | RegExp): Locator {
    return this.page.getByText(text, { exact: true }).filter({ visible: true }).last();
  }

  async tab(name: Tab): Promise<void> {
    await this.by(`tab-${name}`).tap();
  }

  /** Until the page that slid in is the only one on the screen. */
  async settled(title: string): Promise<void> {
    await this.page.locator('.head__title:visible', { hasText: title }).last().waitFor();
    await waitUntil(
      'one page is on the screen',
      async () => (await this.page.locator('.taro_page:visible').count()) === 1,
    );
  }

  async type(id: string, text: string): Promise<void> {
    await this.page.locator(`[id="${id}"]:visible input`).fill(text);
  }

  async open(route: string): Promise<void> {
    await this.page.goto(`${this.address}/#/${route}`);
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.words(text).waitFor();
  }

  /** The 18 digits of the member code, as a clerk reads them. */
  async memberCode(): Promise<string> {
    return ((await this.by('member-code').textContent()) ?? '').replace(/\s/g, '');
  }

  /** What a scanner reads from the picture on the screen. */
  async scannedQr(): Promise<string | null> {
    const picture = PNG.sync.read(await this.page.locator('.qr:visible').screenshot());
    return jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? null;
  }
}
