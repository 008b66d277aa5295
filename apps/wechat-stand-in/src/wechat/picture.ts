import { PNG } from 'pngjs';
import qrcode from 'qrcode-generator';

export interface PictureStyle {
  readonly widthPx: number;
  readonly colour: { readonly r: number; readonly g: number; readonly b: number };
  readonly transparent: boolean;
}

const QUIET_MODULES = 4;

/** A real picture that a scanner can read: a plain QR code in the place of WeChat's round one. */
export const drawCode = (content: string, style: PictureStyle): Buffer => {
  const code = qrcode(0, 'M');
  code.addData(content, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const scale = style.widthPx / (modules + 2 * QUIET_MODULES);
  const png = new PNG({ width: style.widthPx, height: style.widthPx });
  const moduleAt = (pixel: number): number => Math.floor((pixel + 0.5) / scale) - QUIET_MODULES;
  for (let y = 0; y < style.widthPx; y += 1) {
    for (let x = 0; x < style.widthPx; x += 1) {
      const [row, column] = [moduleAt(y), moduleAt(x)];
      const inside = row >= 0 && column >= 0 && row < modules && column < modules;
      paint(png, (y * style.widthPx + x) * 4, inside && code.isDark(row, column), style);
    }
  }
  return PNG.sync.write(png);
};

const paint = (png: PNG, offset: number, dark: boolean, style: PictureStyle): void => {
  png.data[offset] = dark ? style.colour.r : 255;
  png.data[offset + 1] = dark ? style.colour.g : 255;
  png.data[offset + 2] = dark ? style.colour.b : 255;
  png.data[offset + 3] = dark || !style.transparent ? 255 : 0;
};
