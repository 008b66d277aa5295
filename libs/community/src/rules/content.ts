import { accept, type Outcome, reject } from '@fanloop/kernel';
import { refuse } from './refusals';

/** What a post talks about: by id only, with the title that it had when the manager chose it. */
export interface ContentLink {
  readonly kind: 'coupon' | 'activity' | 'product';
  readonly id: string;
  readonly title: string;
}

export interface ContentBody {
  readonly title: string | null;
  readonly text: string;
  readonly pictureUrls: readonly string[];
  readonly link: ContentLink | null;
}

export const LONGEST_TITLE = 64;
export const LONGEST_TEXT = 5000;
export const MOST_PICTURES = 9;
const LONGEST_URL = 500;

/** An address of the web, or a path of the brand's own site. */
const PICTURE = /^(https?:\/\/|\/)[^\s<>"']+$/;

/** Characters as people count them roughly: one emoji of several UTF-16 units is not several. */
export const lengthOf = (text: string): number => [...text].length;

/** The body with its edges trimmed, or ContentInvalid. */
export const checkBody = (body: ContentBody): Outcome<ContentBody> => {
  const clean = { ...body, title: body.title?.trim() || null, text: body.text.trim() };
  const problem = problemOf(clean);
  return problem ? reject(refuse('ContentInvalid', { problem })) : accept(clean);
};

const problemOf = ({ title, text, pictureUrls }: ContentBody): string | null => {
  if (text === '' && pictureUrls.length === 0) return '正文和图片至少要有一样';
  if (title !== null && lengthOf(title) > LONGEST_TITLE) return `标题最多 ${LONGEST_TITLE} 个字`;
  if (lengthOf(text) > LONGEST_TEXT) return `正文最多 ${LONGEST_TEXT} 个字`;
  if (pictureUrls.length > MOST_PICTURES) return `最多 ${MOST_PICTURES} 张图片`;
  if (pictureUrls.some((url) => url.length > LONGEST_URL || !PICTURE.test(url))) return '图片地址有误';
  return null;
};
