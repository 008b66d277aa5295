declare module '*.scss';
declare const process: { env: { NODE_ENV: string; TARO_ENV: 'weapp' | 'h5'; TARO_APP_API_ORIGIN: string } };
declare module 'jsbarcode/bin/barcodes/CODE128/CODE128_AUTO' {
  export default class Code128 {
    constructor(text: string, options: object);
    encode(): { data: string; text: string };
  }
}
