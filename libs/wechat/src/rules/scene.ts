/** WeChat's rule for the scene of an unlimited code: 1 to 32 visible characters of this set; no % and no Chinese. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

export const isScene = (scene: string): boolean => SCENE.test(scene);

/** A page is written without a leading slash and without a query. */
export const isPage = (page: string): boolean => /^[^/?\s][^?\s]*$/.test(page);
