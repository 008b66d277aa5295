import type { Browser, Locator, Page } from 'playwright-core';
import { desktopPage } from '../../support/chromium';
import type { RunningStack } from '../../support/running-stack';
import { waitUntil } from '../../support/wait-until';
import { PATIENCE_MS } from './story';

/** How long a list may take to unfold. */
const LIST_MS = 5_000;

/** The console on a manager's desk, 1440 px wide. */
export class Desk {
  private constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
  }

  static async at(browser: Browser, stack: RunningStack): Promise<Desk> {
    const desk = new Desk(await desktopPage(browser), stack.addresses.console);
    await desk.page.goto(`${desk.address}/login`);
    return desk;
  }

  static async loggedIn(browser: Browser, stack: RunningStack, who: { login: string; password: string }) {
    const desk = await Desk.at(browser, stack);
    await desk.logIn(who);
    await desk.page.waitForURL((url) => !url.pathname.endsWith('/login'));
    return desk;
  }

  async logIn({ login, password }: { login: string; password: string }): Promise<void> {
    await this.field('账号').fill(login);
    await this.field('密码').fill(password);
    await this.button('登录').click();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
  }

  /** By the words in the menu (an icon puts its own name before them), as a manager finds it. */
  async menu(words: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: new RegExp(`^(\\S+ )?${words}$`) }).click();
  }

  /** A field by its label; a sortable column may bear the same words. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).and(this.page.locator('input, textarea'));
  }

  /** Ant Design sets a thin space between two Chinese letters of a button. */
  button(name: string): Locator {
    const spaced = name.length === 2 ? `${name[0]}\\s?${name[1]}` : name;
    return this.page.getByRole('button', { name: new RegExp(`^(\\S+ )?${spaced}$`) });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Picks an option and looks whether the field shows it: a click on a list that still unfolds may miss. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    const field = this.field(label);
    const box = this.page.locator(`.ant-select:has(#${await field.getAttribute('id')})`);
    const wanted = this.page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first();
    const pick = async (): Promise<boolean> => {
      await field.click();
      await wanted.click({ timeout: LIST_MS });
      const shown = (await box.innerText()).trim();
      return typeof option === 'string' ? shown.includes(option) : option.test(shown);
    };
    await waitUntil(`${label} shows ${option}`, pick, { withinMs: PATIENCE_MS, everyMs: 200 });
  }

  /** Types a moment of the brand's wall clock into a date field. */
  async moment(label: string, wall: string): Promise<void> {
    const field = this.field(label);
    await field.click();
    await field.fill(wall);
    await field.press('Enter');
  }
}

/** The brand's wall clock: 2026-11-23 14:30. */
export const wallClock = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
