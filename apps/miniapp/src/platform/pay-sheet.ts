import type { SheetWord } from './types';

// A browser has no WeChat to open a pay sheet: the stand-in's own page lies over this one, as WeChat's sheet does on a phone,
// and tells by a message how it was left.
const LAYER = 'position:fixed;inset:0;z-index:9000;width:100%;height:100%;border:0;background:#ededed';

const isReachable = (address: string): Promise<boolean> =>
  fetch(address, { mode: 'no-cors' }).then(
    () => true,
    () => false,
  );

const wordOf = (data: unknown): SheetWord | null => {
  const { kind, result } = (data ?? {}) as { kind?: unknown; result?: unknown };
  if (kind !== 'wechat-pay') return null;
  return result === 'ok' ? 'ok' : 'cancelled';
};

/** @param fields the signed parameters and who pays */
export const openSheet = async (standInUrl: string, fields: Readonly<Record<string, string>>): Promise<SheetWord> => {
  const address = `${standInUrl}/stand-in/pay?${new URLSearchParams(fields)}`;
  if (!(await isReachable(address))) return 'failed';
  const frame = document.createElement('iframe');
  frame.id = 'pay-sheet';
  frame.title = '微信支付';
  frame.style.cssText = LAYER;
  frame.src = address;
  return new Promise((resolve) => {
    const leave = (word: SheetWord) => {
      window.removeEventListener('message', heard);
      window.removeEventListener('popstate', wentBack);
      frame.remove();
      resolve(word);
    };
    const heard = (event: MessageEvent) => {
      const word = event.source === frame.contentWindow ? wordOf(event.data) : null;
      if (word) leave(word);
    };
    const wentBack = () => leave('cancelled');
    window.addEventListener('message', heard);
    window.addEventListener('popstate', wentBack);
    document.body.append(frame);
  });
};
