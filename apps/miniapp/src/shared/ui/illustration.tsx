import { Image } from '@tarojs/components';
import { svgUri } from '../format/base64';
import { pictureUrl } from '../http/picture';
import { usePalette } from '../theme/theme';
import { coverSvg, type IllustrationName, illustrationSvg } from './illustrations';

export const Illustration = ({ name, className = '' }: { name: IllustrationName; className?: string }) => (
  <Image
    className={`illustration ${className}`}
    mode="aspectFit"
    src={svgUri(illustrationSvg(name, usePalette()))}
    aria-hidden
  />
);

/** The picture of a thing, or a drawn one when it has none. */
export const Cover = ({ url, seed, className = '' }: { url: string | null; seed: string; className?: string }) => (
  <Image
    className={`cover ${className}`}
    mode="aspectFill"
    src={url ? pictureUrl(url) : svgUri(coverSvg(seed))}
    lazyLoad
  />
);
