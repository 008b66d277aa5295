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

/** The part of WeChat's `wx` that the program may use. Reading anything else is noted in `unknown`. */
export const createWx = (host: WxHost, api: FakeApi) => {
  const calls: WxCall[] = [];
  const unknown = new Set<string>();
  const storage = new Map<string, unknown>();
  const later = (options: Options | undefined, result: object, failed = false) => {
    const answer = host.toRealm(result);
    setTimeout(() => {
      host.guard(() => {
        if (failed) options?.fail?.(answer);
        else options?.success?.(answer);
        options?.complete?.(answer);
      });
    }, 1);
  };
  const action =
    (name: string, result: object = {}) =>
    (options?: Options): void => {
      calls.push({ name, argument: options });
      later(options, { errMsg: `${name}:ok`, ...result });
    };
  const go = (name: string, how: 'push' | 'replace' | 'tab') => (options: Options) => {
    calls.push({ name, argument: options.url });
    host.guard(() => host.open(String(options.url), how));
    later(options, { errMsg: `${name}:ok` });
  };
  const selectorQuery = () => {
    const asked: ((result: unknown) => void)[] = [];
    const query: Record<string, unknown> = {};
    const self = () => query;
    const ask = (...given: unknown[]) => {
      const callback = given.find((one) => typeof one === 'function') as ((result: unknown) => void) | undefined;
      asked.push(callback ?? (() => undefined));
      return query;
    };
    const exec = (done?: (results: unknown[]) => void) => {
      setTimeout(
        () =>
          host.guard(() => {
            for (const callback of asked) callback(host.toRealm(RECTANGLE));
            done?.(host.toRealm(asked.map(() => RECTANGLE)));
          }),
        1,
      );
      return query;
    };
    Object.assign(query, { in: self, select: self, selectAll: self, selectViewport: self, exec });
    return Object.assign(query, { boundingClientRect: ask, scrollOffset: ask, fields: ask, node: ask });
  };
  const request = (options: Options) => {
    const method = String(options.method ?? 'GET');
    const url = String(options.url);
    calls.push({ name: 'request', argument: `${method} ${url}` });
    const header = (options.header ?? {}) as Record<string, string>;
    const body = options.data === undefined ? undefined : JSON.parse(JSON.stringify(options.data));
    const answer = api.answer({ method, url, header, body });
    if (answer === 'offline') later(options, { errMsg: 'request:fail' }, true);
    else later(options, { statusCode: answer.status, header: {}, data: answer.body, errMsg: 'request:ok' });
    return { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  };
  const nothing = () => undefined;
  const base: Record<string, unknown> = {
    request,
    getStorageSync: (key: string) => (storage.has(key) ? host.toRealm(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => void storage.delete(key),
    getSystemInfoSync: () => host.toRealm(PHONE),
    getWindowInfo: () => host.toRealm(PHONE),
    getDeviceInfo: () => host.toRealm(PHONE),
    getAppBaseInfo: () => host.toRealm(PHONE),
    getEnterOptionsSync: () => host.toRealm(LAUNCH),
    getLaunchOptionsSync: () => host.toRealm(LAUNCH),
    getMenuButtonBoundingClientRect: () => host.toRealm({ ...RECTANGLE, top: 48, bottom: 80, left: 278, right: 365 }),
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(() => host.guard(run), 0),
    createSelectorQuery: selectorQuery,
    login: action('login', { code: 'login-code' }),
    scanCode: action('scanCode', { result: '281234567890123456', scanType: 'QR_CODE' }),
    showToast: action('showToast'),
    showModal: action('showModal', { confirm: true, cancel: false }),
    navigateTo: go('navigateTo', 'push'),
    redirectTo: go('redirectTo', 'replace'),
    switchTab: go('switchTab', 'tab'),
    navigateBack: (options?: Options) => {
      host.guard(() => host.back());
      later(options, { errMsg: 'navigateBack:ok' });
    },
    getScreenBrightness: action('getScreenBrightness', { value: 0.4 }),
    setScreenBrightness: action('setScreenBrightness'),
    setKeepScreenOn: action('setKeepScreenOn'),
    stopPullDownRefresh: action('stopPullDownRefresh'),
    previewImage: action('previewImage'),
    getFuzzyLocation: action('getFuzzyLocation', { latitude: 31.2, longitude: 121.4 }),
    onUserCaptureScreen: nothing,
    offUserCaptureScreen: nothing,
    onThemeChange: nothing,
    offThemeChange: nothing,
    onNetworkStatusChange: nothing,
    offNetworkStatusChange: nothing,
    onNeedPrivacyAuthorization: nothing,
  };
  const wx = new Proxy(base, {
    get: (target, key) => {
      if (typeof key === 'string' && !(key in target)) unknown.add(key);
      return target[key as string];
    },
  });
  return { wx, calls, unknown, storage };
};
