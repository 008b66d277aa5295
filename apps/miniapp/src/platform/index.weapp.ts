import Taro from '@tarojs/taro';
import type { Mode, Platform, SheetWord } from './types';

export type { Mode, PayParameters, Platform, SheetWord } from './types';

const modeOf = (theme: string | undefined): Mode => (theme === 'dark' ? 'dark' : 'light');

/** Refusing a scan or closing it is an answer, not an error. */
const orNull = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null);

export const platform: Platform = {
  name: 'weapp',
  drawsOwnHeader: false,
  switchPerson: null,
  apiOrigin: process.env.TARO_APP_API_ORIGIN,
  launched: () => undefined,
  loginCode: () => Taro.login({ timeout: 8000 }).then((answer) => answer.code),
  phoneButton: (onCode) => ({
    openType: 'getPhoneNumber|agreePrivacyAuthorization' as 'getPhoneNumber',
    onGetPhoneNumber: (event) => onCode(event.detail.code ?? null),
  }),
  scan: () =>
    orNull(Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'barCode'] })).then((a) => a?.result ?? null),
  pasted: () => orNull(Taro.getClipboardData()).then((answer) => answer?.data ?? null),
  shareButton: { openType: 'share' },
  linkTo: (path) => path,
  brighten: async () => {
    const before = await orNull(Taro.getScreenBrightness() as unknown as Promise<{ value: number }>);
    await orNull(Taro.setScreenBrightness({ value: 1 }));
    await orNull(Taro.setKeepScreenOn({ keepScreenOn: true }));
    return () => {
      void orNull(Taro.setScreenBrightness({ value: before?.value ?? 0.5 }));
      void orNull(Taro.setKeepScreenOn({ keepScreenOn: false }));
    };
  },
  onScreenshot: (told) => {
    Taro.onUserCaptureScreen(told);
    return () => Taro.offUserCaptureScreen(told);
  },
  position: () =>
    orNull(Taro.getFuzzyLocation({ type: 'gcj02' })).then((a) =>
      a ? { lat: Number(a.latitude), lng: Number(a.longitude) } : null,
    ),
  mode: () => modeOf(Taro.getAppBaseInfo?.().theme),
  onMode: (changed) => {
    const listener = (answer: { theme: string }) => changed(modeOf(answer.theme));
    Taro.onThemeChange(listener);
    return () => Taro.offThemeChange(listener);
  },
  onPrivacyNeeded: (asked) => {
    const wxApi = Taro as unknown as {
      onNeedPrivacyAuthorization?: (
        listener: (resolve: (answer: { event: string; buttonId?: string }) => void) => void,
      ) => void;
    };
    wxApi.onNeedPrivacyAuthorization?.((resolve) =>
      asked((agreed) => resolve(agreed ? { event: 'agree', buttonId: 'privacy-agree' } : { event: 'disagree' })),
    );
    return () => undefined;
  },
  saveText: async (fileName, text) => {
    const path = `${Taro.env.USER_DATA_PATH}/${fileName}`;
    Taro.getFileSystemManager().writeFileSync(path, text, 'utf8');
    await Taro.shareFileMessage({ filePath: path, fileName });
  },
  openPaySheet: ({ appId: _, ...parameters }) =>
    // Taro hands this call on as it is: it answers by its callbacks, not by a promise.
    new Promise<SheetWord>((resolve) => {
      const fail = ({ errMsg }: { errMsg?: string }) => resolve(/cancel/.test(errMsg ?? '') ? 'cancelled' : 'failed');
      void Taro.requestPayment({ ...parameters, success: () => resolve('ok'), fail });
    }),
  openMap: async ({ lat, lng, name, address }) => {
    await Taro.openLocation({ latitude: lat, longitude: lng, name, address, scale: 16 });
  },
  inviterNo: () => {
    const query = Taro.getEnterOptionsSync().query as { inviter?: string } | undefined;
    return query?.inviter ?? null;
  },
  statusBarHeight: () => Taro.getWindowInfo().statusBarHeight ?? 20,
};
