// What WeChat's tools would refuse, as far as it shows without them. Runs after build:weapp; prints the sizes.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = process.argv[2] ?? process.env.MINIAPP_OUT ?? join(app, 'dist/weapp');
const MB = 1024 * 1024;
const LIMITS = { mainBytes: 2 * MB, aimBytes: 1 * MB, subBytes: 2 * MB, allBytes: 30 * MB, iconBytes: 40 * 1024 };
const problems = [];
const need = (holds, problem) => {
  if (!holds) problems.push(problem);
};

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const inPackage = (file) => !/\.map$|LICENSE\.txt$|project\.config\.json$|\/\.stamp$/.test(file);
const files = filesOf(dist)
  .filter(inPackage)
  .map((file) => ({ path: relative(dist, file), bytes: statSync(file).size }));
const sum = (some) => some.reduce((total, file) => total + file.bytes, 0);
const json = (path) => JSON.parse(readFileSync(join(dist, path), 'utf8'));

const appJson = json('app.json');
const subPackages = appJson.subPackages ?? [];
const roots = subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`);

// Every page has its four parts; tab pages live in the main package.
const pages = [
  ...appJson.pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];
for (const page of pages)
  for (const part of ['js', 'json', 'wxml'])
    need(existsSync(join(dist, `${page}.${part}`)), `${page}.${part} is missing`);
for (const page of appJson.pages)
  need(!roots.some((root) => page.startsWith(root)), `main page ${page} lies inside a sub-package`);

const tabs = appJson.tabBar?.list ?? [];
need(tabs.length >= 2 && tabs.length <= 5, `${tabs.length} tabs: WeChat takes 2 to 5`);
for (const { pagePath, iconPath, selectedIconPath } of tabs) {
  need(appJson.pages.includes(pagePath), `tab page ${pagePath} is not in the main package`);
  for (const icon of [iconPath, selectedIconPath]) {
    const there = icon && existsSync(join(dist, icon));
    need(there, `tab icon ${icon} is missing`);
    need(!there || extname(icon) === '.png', `tab icon ${icon} is no PNG`);
    need(!there || statSync(join(dist, icon)).size <= LIMITS.iconBytes, `tab icon ${icon} is over 40 kB`);
  }
}
if (appJson.tabBar?.custom)
  for (const part of ['js', 'json', 'wxml'])
    need(existsSync(join(dist, `custom-tab-bar/index.${part}`)), `custom-tab-bar/index.${part} is missing`);

// Colours named with @ must be in both themes.
if (appJson.darkmode) {
  const theme = json(appJson.themeLocation ?? 'theme.json');
  const named = JSON.stringify(appJson).match(/"@(\w+)"/g) ?? [];
  for (const name of new Set(named.map((text) => text.slice(2, -1))))
    for (const mode of ['light', 'dark']) need(theme[mode]?.[name], `theme.json: ${mode} lacks ${name}`);
}
for (const packages of Object.values(appJson.preloadRule ?? {}))
  for (const name of packages.packages)
    need(
      subPackages.some((sub) => sub.name === name || sub.root === name),
      `preloadRule names no package: ${name}`,
    );
need(appJson.__usePrivacyCheck__ === true, '__usePrivacyCheck__ is not set');

// Sizes.
const sizes = roots.map((root, i) => ({
  name: subPackages[i].name ?? root,
  bytes: sum(files.filter(({ path }) => path.startsWith(root))),
  limit: LIMITS.subBytes,
}));
const mainBytes = sum(files.filter(({ path }) => !roots.some((root) => path.startsWith(root))));
sizes.unshift({ name: 'main', bytes: mainBytes, limit: LIMITS.mainBytes });
const allBytes = sum(files);
for (const { name, bytes, limit } of sizes) need(bytes <= limit, `package ${name} has ${bytes} bytes, over ${limit}`);
need(allBytes <= LIMITS.allBytes, `all packages together have ${allBytes} bytes`);

// Names that do not exist on a phone. Guards (`typeof Intl`) and property names (`.fetch`) are no use of them.
const ABSENT = {
  Intl: /(?<![\w$.])Intl\s*\./,
  BigInt: /(?<![\w$."'])BigInt\s*\(/,
  TextEncoder: /new TextEncoder\b/,
  structuredClone: /(?<![\w$.])structuredClone\s*\(/,
  btoa: /(?<![\w$.])btoa\s*\(/,
  localStorage: /(?<![\w$.])localStorage\s*\./,
  'process.env': /(?<![\w$.])process\.env\./,
  eval: /(?<![\w$.])eval\s*\(/,
  // webpack's own guarded way to the global object is known to WeChat
  'new Function': /new Function\s*\((?!"return this"\))/,
};
for (const { path } of files.filter((file) => file.path.endsWith('.js'))) {
  const source = readFileSync(join(dist, path), 'utf8');
  for (const [name, use] of Object.entries(ABSENT)) {
    const found = use.exec(source);
    if (found)
      problems.push(`${path} uses ${name}: …${source.slice(Math.max(0, found.index - 40), found.index + 40)}…`);
  }
}

const kB = (bytes) => `${(bytes / 1024).toFixed(1).padStart(8)} kB`;
for (const { name, bytes } of sizes) console.log(`${name.padEnd(12)}${kB(bytes)}`);
console.log(`${'all'.padEnd(12)}${kB(allBytes)}   ${pages.length} pages`);
if (mainBytes > LIMITS.aimBytes) console.log('note: the main package is over the 1 MB that we aim at');
const origin = process.env.TARO_APP_API_ORIGIN ?? '';
if (!origin.startsWith('https://')) console.log('note: built without an https TARO_APP_API_ORIGIN: not for upload');
if (problems.length) {
  for (const problem of problems) console.error(`✗ ${problem}`);
  process.exit(1);
}
console.log('✓ the package keeps WeChat’s rules, as far as they can be checked offline');
