import { platform } from '@/platform';

/** The API names its own pictures by path; elsewhere they come with a whole address. */
export const pictureUrl = (url: string): string => (url[0] === '/' ? platform.apiOrigin + url : url);
