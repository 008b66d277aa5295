import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import type { FakeApi } from './fake-api';
import { WxStub } from './wx-stub';

// WeChat's logic layer in small: a bare realm without what phones lack, the names that WeChat hands to a module, a stack of
// pages and their data.

type Handler = (...given: unknown[]) => unknown;
type Definition = Record<string, unknown> & { data?: object };
export interface WxPage extends Definition {
  route: string;
  data: Record<string, unknown>;
}
interface AppJson {
  readonly pages: string[];
  readonly subPackages: { root: string; pages: string[] }[];
  readonly tabBar: { list: { pagePath: string }[] };
}

/** Absent on phones: old Android has no Intl, no phone has these in the logic layer, old systems lack the newer methods. */
const ABSENT_GLOBALS = [
  'Intl',
  'WebAssembly',
  'BigInt',
  'SharedArrayBuffer',
  'Atomics',
  'FinalizationRegistry',
  'WeakRef',
];
const ABSENT_METHODS = [
  'String.prototype.replaceAll',
  'String.prototype.at',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.toSorted',
  'Object.hasOwn',
  'Promise.any',
];
const GIVEN = 'require module exports wx App Page Component Behavior getApp getCurrentPages console'.split(' ');
const TIMERS = 'setTimeout clearTimeout setInterval clearInterval'.split(' ');
const WITHHELD =
  'window document frames self location navigator localStorage history screen alert XMLHttpRequest WebSocket fetch process global Buffer'.split(
    ' ',
  );

export class LogicHost {
  readonly errors: string[] = [];
  readonly stack: WxPage[] = [];
  readonly appJson: AppJson;
  readonly stub: WxStub;
  private readonly context: Context = createContext(Object.create(null));
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly definitions = new Map<string, Definition>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private app: Definition = {};
  private defined: Definition | null = null;

  constructor(
    readonly dist: string,
    api: FakeApi,
  ) {
    const removals = [...ABSENT_GLOBALS.map((name) => `globalThis.${name}`), ...ABSENT_METHODS];
    runInContext(removals.map((name) => `delete ${name}`).join(';'), this.context);
    this.appJson = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson;
    this.stub = new WxStub(
      {
        toRealm: (value) => this.toRealm(value),
        guard: (run) => this.guard(run),
        open: (url, how) => void this.open(url, how),
        back: () => this.back(),
      },
      api,
    );
  }

  get top(): WxPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('No page is open.');
    return page;
  }

  /** Every page of the program, as app.json names them. */
  get routes(): string[] {
    const sub = this.appJson.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    return [...this.appJson.pages, ...sub];
  }

  boot(): void {
    this.require(join(this.dist, 'app.js'));
    const launch = this.toRealm({ path: 'pages/home/index', query: {}, scene: 1001 });
    this.call(this.app, 'onLaunch', launch);
    this.call(this.app, 'onShow', launch);
  }

  open(url: string, how: 'push' | 'replace' | 'tab' = 'push'): WxPage {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?');
    const definition = this.definitionOf(route);
    const query = this.toRealm(Object.fromEntries(new URLSearchParams(search)));
    if (how === 'push' && this.stack.length) this.call(this.top, 'onHide');
    if (how === 'replace') this.call(this.stack.pop(), 'onUnload');
    if (how === 'tab') for (const old of this.stack.splice(0)) this.call(old, 'onUnload');
    const page = this.instance(definition, route);
    this.stack.push(page);
    this.call(page, 'onLoad', query);
    this.call(page, 'onShow');
    this.call(page, 'onReady');
    return page;
  }

  back(): void {
    this.call(this.stack.pop(), 'onUnload');
    this.call(this.stack.at(-1), 'onShow');
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  toRealm<T>(value: T): T {
    if (value === undefined) return value;
    const parse = runInContext('JSON.parse', this.context) as (text: string) => T;
    return parse(JSON.stringify(value));
  }

  guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.errors.push(error instanceof Object && 'stack' in error ? String(error.stack) : String(error));
    }
  }

  private call(target: Definition | undefined, name: string, ...given: unknown[]): void {
    const handler = target?.[name];
    if (typeof handler === 'function') this.guard(() => void (handler as Handler).apply(target, given));
  }

  private instance(definition: Definition, route: string): WxPage {
    const data = JSON.parse(JSON.stringify(definition.data ?? {})) as Record<string, unknown>;
    const page: WxPage = { ...definition, data, route, __route__: route };
    page['setData'] = (patch: Record<string, unknown>, done?: () => void) => {
      for (const [path, value] of Object.entries(patch))
        writePath(data, path, JSON.parse(JSON.stringify(value ?? null)));
      if (done) setTimeout(() => this.guard(done), 0);
    };
    page['selectComponent'] = () => null;
    return page;
  }

  private definitionOf(route: string): Definition {
    const known = this.definitions.get(route);
    if (known) return known;
    this.defined = null;
    this.require(join(this.dist, `${route}.js`));
    if (!this.defined) throw new Error(`Page() was not called by ${route}`);
    this.definitions.set(route, this.defined);
    return this.defined;
  }

  private require(path: string): unknown {
    const file = resolve(path.endsWith('.js') ? path : `${path}.js`);
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const names = [...GIVEN, ...TIMERS, ...WITHHELD].join(',');
    const source = `(function(${names}){"use strict";\n${readFileSync(file, 'utf8')}\n})`;
    const run = runInContext(source, this.context, { filename: file }) as Handler;
    const requireHere = (relative: string) => this.require(join(dirname(file), relative));
    const define = (definition: Definition) => {
      this.defined = definition;
    };
    const start = (definition: Definition) => {
      this.app = definition;
    };
    const nothing = () => ({});
    const pages = () => this.stack.slice();
    const given = [
      requireHere,
      module,
      module.exports,
      this.stub.wx,
      start,
      define,
      nothing,
      nothing,
      () => this.app,
      pages,
    ];
    run(...given, this.console(), ...this.clocks());
    return module.exports;
  }

  private clocks(): unknown[] {
    const guarded = (run: () => void) => () => this.guard(run);
    const timeout = (run: () => void, ms: number) => this.kept(setTimeout(guarded(run), ms));
    const interval = (run: () => void, ms: number) => this.kept(setInterval(guarded(run), ms));
    return [timeout, clearTimeout, interval, clearInterval];
  }

  private kept(timer: NodeJS.Timeout): NodeJS.Timeout {
    this.timers.add(timer);
    // What the code sets after the host is closed must not keep the test run alive for its five minutes.
    return timer.unref();
  }

  private console(): Record<string, Handler> {
    const quiet = () => undefined;
    const loud = (...given: unknown[]) => void this.errors.push(`console.error: ${given.map(String).join(' ')}`);
    return { log: quiet, info: quiet, debug: quiet, warn: quiet, error: loud };
  }
}

/** `root.cn.[0].v` as setData writes it. */
const writePath = (target: object, path: string, value: unknown): void => {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  let at = target as Record<string, unknown>;
  keys.slice(0, -1).forEach((key, i) => {
    at[key] ??= /^\d+$/.test(keys[i + 1] ?? '') ? [] : {};
    at = at[key] as Record<string, unknown>;
  });
  at[keys.at(-1) ?? ''] = value;
};
