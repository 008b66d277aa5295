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
  const moduleAt = Array.from(
    { length: style.widthPx },
    (_, pixel) => Math.floor((pixel + 0.5) / scale) - QUIET_MODULES,
  );
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < modules && column < modules && code.isDark(row, column);
  const bytesPerRow = style.widthPx * 4;
  for (const [y, row] of moduleAt.entries()) {
    const start = y * bytesPerRow;
    // All pixel rows of one module row are equal: drawn once, then copied.
    if (y > 0 && moduleAt[y - 1] === row) png.data.copy(png.data, start, start - bytesPerRow, start);
    else for (const [x, column] of moduleAt.entries()) paint(png, start + x * 4, isDark(row, column), style);
  }
  // Without the search for the best filter of each line, which gains nothing on two colours and takes most of the time.
  return PNG.sync.write(png, { filterType: 0 });
};

const paint = (png: PNG, offset: number, dark: boolean, style: PictureStyle): void => {
  png.data[offset] = dark ? style.colour.r : 255;
  png.data[offset + 1] = dark ? style.colour.g : 255;
  png.data[offset + 2] = dark ? style.colour.b : 255;
  png.data[offset + 3] = dark || !style.transparent ? 255 : 0;
};
