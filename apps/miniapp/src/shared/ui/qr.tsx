import { Image } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** Black on white in light and in dark: scanners need it so. Error correction M. */
export const Qr = ({ content, className = '' }: { content: string; className?: string }) => {
  const src = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(content, /^\d+$/.test(content) ? 'Numeric' : 'Byte');
    code.make();
    return code.createDataURL(8, 16);
  }, [content]);
  return <Image className={`qr ${className}`} src={src} mode="aspectFit" aria-label={`二维码 ${content}`} />;
};
