import { isPage, isScene } from './scene';

describe('scene and page of a mini-program code', () => {
  it.each([
    ['i=MB8F2K&s=12', true],
    ["!#$&'()*+,/:;=?@-._~", true],
    ['a'.repeat(32), true],
    ['a'.repeat(33), false],
    ['', false],
    ['a b', false],
    ['50%', false],
    ['门店', false],
  ])('scene %j: %s', (scene, allowed) => expect(isScene(scene)).toBe(allowed));

  it.each([
    ['pages/join/index', true],
    ['/pages/join/index', false],
    ['pages/join/index?x=1', false],
    ['', false],
  ])('page %j: %s', (page, allowed) => expect(isPage(page)).toBe(allowed));
});
