import Taro from '@tarojs/taro';
import { openSheet } from './pay-sheet';
import type { Mode, Platform } from './types';

export type { Mode, PayParameters, Platform, SheetWord } from './types';

// A browser has no WeChat around it. The address of the server that stands in for WeChat comes from the host that serves
// this page; the calls to it take the place of wx.login and of the phone-number button, nothing else.
interface HostConfig {
  standInUrl?: string;
}
const PERSON_KEY = 'fanloop.person';

let config: Promise<HostConfig> | null = null;
const hostConfig = (): Promise<HostConfig> => {
  config ??= fetch('./config.json', { cache: 'no-store' }).then((answer) => (answer.ok ? answer.json() : {}));
  return config;
};

// The person comes back from the stand-in in the query; kept, and taken off the address again.
const chosenPerson = (): string | null => {
  const here = new URL(location.href);
  const fromUrl = here.searchParams.get('person');
  if (fromUrl) {
    if (fromUrl !== localStorage.getItem(PERSON_KEY)) localStorage.clear();
    localStorage.setItem(PERSON_KEY, fromUrl);
    here.searchParams.delete('person');
    history.replaceState(history.state, '', here.href);
  }
  return localStorage.getItem(PERSON_KEY);
};

chosenPerson();

const goChoose = async (silent: boolean): Promise<void> => {
  const { standInUrl } = await hostConfig();
  if (!standInUrl) return;
  const back = new URL(location.href);
  back.searchParams.delete('person');
  location.replace(`${standInUrl}/?return=${encodeURIComponent(back.href)}${silent ? '&silent=1' : ''}`);
};

const standIn = async (what: 'login' | 'phone' | 'visit'): Promise<Response> => {
  const { standInUrl } = await hostConfig();
  if (!standInUrl) throw new Error('config.json names no standInUrl');
  return fetch(`${standInUrl}/stand-in/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: chosenPerson() }),
  });
};

/** One of the stand-in's one-use codes for the chosen person. */
const codeFor = async (what: 'login' | 'phone'): Promise<string> => {
  if (!chosenPerson()) {
    await goChoose(true);
    return new Promise<string>(() => undefined);
  }
  const answer = await standIn(what);
  if (answer.status === 404) {
    localStorage.removeItem(PERSON_KEY);
    await goChoose(false);
  }
  const body = (await answer.json()) as { code?: string; errMsg?: string };
  if (!body.code) throw new Error(body.errMsg ?? `stand-in: ${answer.status}`);
  return body.code;
};

const darkQuery = () => matchMedia('(prefers-color-scheme: dark)');

export const platform: Platform = {
  name: 'h5',
  drawsOwnHeader: true,
  apiOrigin: process.env.TARO_APP_API_ORIGIN,
  launched: () => {
    standIn('visit').catch(() => undefined);
  },
  loginCode: () => codeFor('login'),
  phoneButton: (onCode) => ({
    onClick: () => {
      codeFor('phone').then(onCode, () => onCode(null));
    },
  }),
  scan: () => Promise.resolve(window.prompt('浏览器没有扫码功能，请输入码上的数字')),
  pasted: async () => (await navigator.clipboard?.readText().catch(() => null)) ?? null,
  shareButton: null,
  linkTo: (path) => `${location.origin}${location.pathname}#${path}`,
  brighten: async () => {
    const lock = await navigator.wakeLock?.request('screen').catch(() => null);
    return () => void lock?.release();
  },
  onScreenshot: () => () => undefined,
  position: () =>
    new Promise((resolve) => {
      if (!navigator.geolocation) return resolve(null);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude }),
        () => resolve(null),
        { timeout: 3000, maximumAge: 600_000 },
      );
    }),
  mode: (): Mode => (darkQuery().matches ? 'dark' : 'light'),
  onMode: (changed) => {
    const query = darkQuery();
    const listener = () => changed(query.matches ? 'dark' : 'light');
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  },
  onPrivacyNeeded: () => () => undefined,
  saveText: async (fileName, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  },
  openPaySheet: async (parameters) => {
    const { standInUrl } = await hostConfig().catch((): HostConfig => ({}));
    return standInUrl ? openSheet(standInUrl, { ...parameters, personId: chosenPerson() ?? '' }) : 'failed';
  },
  openMap: async ({ name, address }) => {
    await Taro.showModal({ title: name, content: address, showCancel: false });
  },
  inviterNo: () => new URLSearchParams(location.search).get('inviter'),
  switchPerson: () => {
    localStorage.clear();
    void goChoose(false);
  },
  statusBarHeight: () => 0,
};
