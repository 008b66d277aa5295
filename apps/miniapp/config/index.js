const path = require('node:path');
const brand = require('../src/shared/theme/brand.json');

const appRoot = path.resolve(__dirname, '..');
const repoRoot = path.resolve(appRoot, '../..');
const libs = (name) => path.join(repoRoot, 'libs', name, 'src');

// Colours live in brand.json alone: style sheets receive them as two maps, and app.scss turns them into CSS variables.
const scssMap = (name, colours) =>
  `$${name}: (${Object.entries(colours)
    .map(([key, value]) => `"${key}": ${value}`)
    .join(',')});`;
const scssData = (root) =>
  `$root: "${root}";${scssMap('light', brand.colours.light)}${scssMap('dark', brand.colours.dark)}`;

/** Aliases keep one React in the bundle, whatever the other workspaces bring (see README, hoisting). */
const alias = {
  '@': path.join(appRoot, 'src'),
  '@fanloop/kernel': path.join(libs('kernel'), 'index.ts'),
  '@fanloop/api-client': path.join(libs('api-client'), 'index.ts'),
};

// WeChat's logic layer has no AbortController; TanStack Query needs one and stays silent without it.
const provideAbortController = (chain) =>
  chain
    .plugin('providerPlugin')
    .tap(([provided]) => [
      { ...provided, AbortController: [path.join(appRoot, 'src/platform/abort-controller.ts'), 'AbortController'] },
    ]);

// Modern packages are compiled with our own source: WeChat's oldest phones read ES5, and the minifier of the h5 build trips
// over private class fields.
const compiled = [
  libs('kernel'),
  libs('api-client'),
  ...['@tanstack', 'zustand', 'qrcode-generator'].map((name) => path.join(repoRoot, 'node_modules', name)),
];

// What several pages share comes once, not once per page.
const splitForBrowsers = (chain) =>
  chain.optimization.splitChunks({
    chunks: 'all',
    minSize: 0,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      vendors: { name: 'vendors', test: /node_modules/, minChunks: 2, priority: 10 },
      shared: { name: 'shared', test: /[\\/]src[\\/]/, minChunks: 2, priority: 5 },
    },
  });

const isWeapp = process.env.TARO_ENV === 'weapp';
const outputRoot = process.env.MINIAPP_OUT ?? `dist/${process.env.TARO_ENV}`;

module.exports = {
  projectName: 'fanloop-miniapp',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias,
  sass: { data: scssData(isWeapp ? 'page' : ':root') },
  // Any other `process.env` name would throw at run time: there is no `process` on a phone.
  defineConstants: { 'process.env.TARO_APP_API_ORIGIN': JSON.stringify(process.env.TARO_APP_API_ORIGIN ?? '') },
  copy: { patterns: [{ from: 'src/assets/tab', to: `${outputRoot}/assets/tab` }], options: {} },
  mini: {
    compile: { include: compiled },
    optimizeMainPackage: { enable: true },
    webpackChain: provideAbortController,
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: compiled },
    webpackChain: splitForBrowsers,
    htmlPluginOption: { title: brand.name },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // The root size stops growing at a wide phone, so that a desktop shows a phone-wide column.
      pxtransform: { enable: true, config: { maxRootSize: 23, minRootSize: 17 } },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
    devServer: { port: 10086 },
  },
};
