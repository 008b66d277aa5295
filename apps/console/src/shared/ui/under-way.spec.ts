import { underWay } from './under-way';

describe('work under way', () => {
  it('begins once, however often it is clicked, and again when it has ended', () => {
    const work = underWay();
    expect([work.begin({ by: 5 }), work.begin({ by: 5 }), work.begin({ by: 5 })]).toEqual([true, false, false]);
    work.end({ by: 5 });
    expect(work.begin({ by: 5 })).toBe(true);
  });

  it('lets other work begin beside it', () => {
    const work = underWay();
    expect([work.begin('row 1'), work.begin('row 2'), work.begin(undefined), work.begin(null)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
