import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { WxPage } from './logic-host';

// WeChat's own template compiler turns the WXML of the build into the tree that a phone would draw. A tap goes only where
// the WXML really binds one.

export interface ViewNode {
  readonly tag: string;
  readonly attr: Record<string, unknown>;
  children: (ViewNode | string)[];
}
type Template = (data: unknown, a: unknown, b: unknown) => ViewNode;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** The compiler ships without its executable bit: a copy gets it. */
const compiler = (folder: string): string => {
  const found = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin/linux/wcc');
  const copy = join(folder, 'wcc');
  copyFileSync(found, copy);
  chmodSync(copy, 0o755);
  return copy;
};

export class View {
  readonly faults: string[] = [];
  private readonly context: { $gwx?: (file: string) => Template | undefined };
  private readonly parse: (text: string) => unknown;

  constructor(dist: string) {
    const folder = mkdtempSync(join(tmpdir(), 'fanloop-wcc-'));
    const compiled = join(folder, 'gwx.js');
    const sources = filesOf(dist)
      .filter((file) => /\.(wxml|wxs)$/.test(file))
      .map((file) => `./${relative(dist, file)}`)
      .sort();
    execFileSync(compiler(folder), ['-d', '-o', compiled, ...sources], { cwd: dist });
    const hear = (...given: unknown[]) => {
      const line = given.map(String).join(' ');
      if (/not found/i.test(line)) this.faults.push(line);
    };
    const console = { log: hear, warn: hear, error: hear, info: hear };
    const sandbox: Record<string, unknown> = { window: {}, console, __wxml_transpile: 1 };
    sandbox['global'] = sandbox;
    const context = createContext(sandbox);
    runInContext(`var __WXML_GLOBAL__;var $gwx;${readFileSync(compiled, 'utf8')}`, context);
    this.context = sandbox as typeof this.context;
    this.parse = runInContext('JSON.parse', context) as (text: string) => unknown;
  }

  tree(page: WxPage): ViewNode {
    return this.expand(this.render(`${page.route}.wxml`, page.data));
  }

  /** All the words on the page, in reading order. */
  text(page: WxPage): string {
    const words = (node: ViewNode | string): string[] =>
      typeof node === 'string' ? [node.trim()] : (node.children ?? []).flatMap(words);
    return words(this.tree(page)).filter(Boolean).join(' ');
  }

  has(page: WxPage, id: string): boolean {
    return this.path(this.tree(page), (node) => node.attr?.['id'] === id) !== null;
  }

  /** Fires an event at the node with this id; a tap bubbles until something catches it. */
  fire(page: WxPage, id: string, type = 'tap', detail: object = {}): void {
    const path = this.path(this.tree(page), (node) => node.attr?.['id'] === id);
    if (!path) throw new Error(`No node #${id} on ${page.route}; it reads: ${this.text(page).slice(0, 400)}`);
    const [target] = path as [ViewNode];
    let heard = 0;
    for (const node of type === 'tap' ? path : [target]) {
      const handler = node.attr[`bind${type}`] ?? node.attr[`catch${type}`];
      if (typeof handler === 'string') {
        heard += 1;
        (page[handler] as (event: unknown) => void)(eventOf(type, detail, target, node));
      }
      if (node.attr[`catch${type}`]) break;
    }
    if (!heard) throw new Error(`Nothing on ${page.route} binds ${type} at #${id}`);
  }

  private render(file: string, data: unknown): ViewNode {
    const template = this.context.$gwx?.(`./${file}`);
    if (typeof template !== 'function') throw new Error(`No template ${file}`);
    return template(this.parse(JSON.stringify(data)), this.parse('{}'), this.parse('{}'));
  }

  /** Taro nests deep trees in a recursive component of its own. */
  private expand(node: ViewNode): ViewNode {
    if (node.tag === 'wx-comp')
      node.children = this.render('comp.wxml', { i: node.attr['i'], l: node.attr['l'] }).children;
    for (const child of node.children ?? []) if (typeof child !== 'string') this.expand(child);
    return node;
  }

  private path(node: ViewNode | string, wanted: (node: ViewNode) => boolean): ViewNode[] | null {
    if (typeof node === 'string') return null;
    if (node.attr && wanted(node)) return [node];
    for (const child of node.children ?? []) {
      const found = this.path(child, wanted);
      if (found) return node.attr ? [...found, node] : found;
    }
    return null;
  }
}

const eventOf = (type: string, detail: object, target: ViewNode, current: ViewNode): object => {
  const sided = (node: ViewNode) => ({ id: node.attr['id'], dataset: { sid: node.attr['data-sid'] } });
  const event = { type, timeStamp: performance.now(), detail, target: sided(target), currentTarget: sided(current) };
  return { ...event, mark: {}, touches: [], changedTouches: [] };
};
