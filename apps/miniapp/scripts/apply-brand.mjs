// Run after a change of brand.json: writes theme.json (WeChat's own file of colours) and draws the tab bar's PNG icons
// (WeChat takes no SVG there). `node apps/miniapp/scripts/apply-brand.mjs`; needs Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import ts from 'typescript';

const app = join(dirname(fileURLToPath(import.meta.url)), '..');
const brand = JSON.parse(readFileSync(join(app, 'src/shared/theme/brand.json'), 'utf8'));

const themeOf = (mode) => {
  const { bg } = brand.colours[mode];
  const { idle, active, background } = brand.tabBar[mode];
  const dark = mode === 'dark';
  return {
    bg,
    nav: bg,
    text: dark ? 'white' : 'black',
    backdrop: dark ? 'light' : 'dark',
    tabBg: background,
    tabIdle: idle,
    tabActive: active,
  };
};
const theme = { light: themeOf('light'), dark: themeOf('dark') };
writeFileSync(join(app, 'src/theme.json'), `${JSON.stringify(theme, null, 2)}\n`);

const source = readFileSync(join(app, 'src/shared/ui/icons.ts'), 'utf8');
const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
const { iconSvg } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);

const SIZE = 81;
const tabs = { home: 'home', coupons: 'coupon', code: 'code', community: 'community', mine: 'mine' };
const target = join(app, 'src/assets/tab');
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
for (const [name, icon] of Object.entries(tabs)) {
  for (const [suffix, colour] of [
    ['', brand.tabBar.light.idle],
    ['-active', brand.tabBar.light.active],
  ]) {
    const svg = iconSvg(icon, colour);
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${SIZE}px;height:${SIZE}px}</style>${svg}`);
    await page.screenshot({ path: join(target, `${name}${suffix}.png`), omitBackground: true });
  }
}
await browser.close();
console.log(`theme.json and ${Object.keys(tabs).length * 2} icons written`);
