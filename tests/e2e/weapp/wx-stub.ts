import type { FakeApi } from './fake-api';

/** What the program asked WeChat to do, in order. */
export interface WxCall {
  readonly name: string;
  readonly argument: unknown;
}

interface Options {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
  [field: string]: unknown;
}

export interface WxHost {
  /** Puts a plain value into the realm of the program, as JSON. */
  toRealm<T>(value: T): T;
  /** Runs a callback of the program; what it throws fails the test. */
  guard(run: () => void): void;
  open(url: string, how: 'push' | 'replace' | 'tab'): void;
  back(): void;
}

const RECTANGLE = { left: 0, top: 0, width: 100, height: 40, right: 100, bottom: 40, scrollTop: 0, scrollLeft: 0 };
const PHONE = {
  platform: 'android',
  system: 'Android 14',
  SDKVersion: '3.8.0',
  version: '8.0.50',
  brand: 'any',
  model: 'any',
  language: 'zh_CN',
  theme: 'light',
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 680,
  pixelRatio: 3,
  statusBarHeight: 44,
};
const LAUNCH = { path: 'pages/home/index', query: {}, scene: 1001 };
const FACTS: Record<string, object> = {
  getSystemInfoSync: PHONE,
  getWindowInfo: PHONE,
  getDeviceInfo: PHONE,
  getAppBaseInfo: PHONE,
  getEnterOptionsSync: LAUNCH,
  getLaunchOptionsSync: LAUNCH,
  getMenuButtonBoundingClientRect: { ...RECTANGLE, top: 48, bottom: 80, left: 278, right: 365 },
};
/** Asynchronous calls that always succeed, with their answers. */
const ACTIONS: Record<string, object> = {
  login: { code: 'login-code' },
  scanCode: { result: '281234567890123456', scanType: 'QR_CODE' },
  showToast: {},
  showModal: { confirm: true, cancel: false },
  getScreenBrightness: { value: 0.4 },
  setScreenBrightness: {},
  setKeepScreenOn: {},
  stopPullDownRefresh: {},
  previewImage: {},
  requestPayment: {},
  getFuzzyLocation: { latitude: 31.2, longitude: 121.4 },
};
const LISTENERS = [
  ...['onUserCaptureScreen', 'offUserCaptureScreen', 'onThemeChange', 'offThemeChange'],
  ...['onNetworkStatusChange', 'offNetworkStatusChange', 'onNeedPrivacyAuthorization'],
];

/** The part of WeChat's `wx` that the program may use. Reading anything else is noted in `unknown`. */
export class WxStub {
  readonly calls: WxCall[] = [];
  readonly unknown = new Set<string>();
  readonly storage = new Map<string, unknown>();
  readonly wx: Record<string, unknown>;

  constructor(
    private readonly host: WxHost,
    private readonly api: FakeApi,
  ) {
    const base: Record<string, unknown> = {
      ...this.navigation(),
      ...this.stores(),
      ...this.asks(),
      canIUse: () => true,
    };
    for (const [name, fact] of Object.entries(FACTS)) base[name] = () => host.toRealm(fact);
    for (const [name, answer] of Object.entries(ACTIONS)) base[name] = this.action(name, answer);
    for (const name of LISTENERS) base[name] = () => undefined;
    this.wx = new Proxy(base, {
      get: (target, key) => {
        if (typeof key === 'string' && !(key in target)) this.unknown.add(key);
        return target[key as string];
      },
    });
  }

  private action(name: string, answer: object) {
    return (options?: Options): void => {
      this.calls.push({ name, argument: options });
      this.later(options, { errMsg: `${name}:ok`, ...answer });
    };
  }

  private navigation(): Record<string, unknown> {
    const go = (name: string, how: 'push' | 'replace' | 'tab') => (options: Options) => {
      this.calls.push({ name, argument: options.url });
      this.host.guard(() => this.host.open(String(options.url), how));
      this.later(options, { errMsg: `${name}:ok` });
    };
    const navigateBack = (options?: Options) => {
      this.host.guard(() => this.host.back());
      this.later(options, { errMsg: 'navigateBack:ok' });
    };
    return {
      navigateTo: go('navigateTo', 'push'),
      redirectTo: go('redirectTo', 'replace'),
      switchTab: go('switchTab', 'tab'),
      navigateBack,
    };
  }

  private stores(): Record<string, unknown> {
    return {
      getStorageSync: (key: string) => (this.storage.has(key) ? this.host.toRealm(this.storage.get(key)) : ''),
      setStorageSync: (key: string, value: unknown) => void this.storage.set(key, JSON.parse(JSON.stringify(value))),
      removeStorageSync: (key: string) => void this.storage.delete(key),
    };
  }

  private asks(): Record<string, unknown> {
    return {
      request: (options: Options) => this.request(options),
      createSelectorQuery: () => this.selectorQuery(),
      nextTick: (run: () => void) => setTimeout(() => this.host.guard(run), 0),
    };
  }

  private request(options: Options): object {
    const { method = 'GET', url, header = {}, data } = options;
    this.calls.push({ name: 'request', argument: `${method} ${url}` });
    const answer = this.api.answer({
      method: String(method),
      url: String(url),
      header: header as Record<string, string>,
      body: data === undefined ? undefined : JSON.parse(JSON.stringify(data)),
    });
    if (answer === 'offline') this.later(options, { errMsg: 'request:fail' }, true);
    else this.later(options, { statusCode: answer.status, header: {}, data: answer.body, errMsg: 'request:ok' });
    return { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  }

  private selectorQuery(): object {
    const asked: ((result: unknown) => void)[] = [];
    const query: Record<string, unknown> = {};
    const ask = (...given: unknown[]) => {
      asked.push((given.find((one) => typeof one === 'function') ?? (() => undefined)) as (result: unknown) => void);
      return query;
    };
    const answer = (done?: (results: unknown[]) => void) => {
      for (const callback of asked) callback(this.host.toRealm(RECTANGLE));
      done?.(this.host.toRealm(asked.map(() => RECTANGLE)));
    };
    query['exec'] = (done?: (results: unknown[]) => void) => {
      setTimeout(() => this.host.guard(() => answer(done)), 1);
      return query;
    };
    for (const name of ['in', 'select', 'selectAll', 'selectViewport']) query[name] = () => query;
    for (const name of ['boundingClientRect', 'scrollOffset', 'fields', 'node']) query[name] = ask;
    return query;
  }

  private later(options: Options | undefined, result: object, failed = false): void {
    const answer = this.host.toRealm(result);
    const tell = () => {
      if (failed) options?.fail?.(answer);
      else options?.success?.(answer);
      options?.complete?.(answer);
    };
    setTimeout(() => this.host.guard(tell), 1);
  }
}
