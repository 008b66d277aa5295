import { IANAZone } from 'luxon';
import { plannedInstant } from './local-time';

const instant = (local: string, zone: string) => {
  const iana = IANAZone.create(zone);
  const found = plannedInstant(local, (atMs) => iana.offset(atMs));
  return found && [found.at.toISOString(), found.clockChange];
};

describe('the instant of a local time', () => {
  it.each([
    ['2026-11-23T10:30', 'Asia/Shanghai', '2026-11-23T02:30:00.000Z', null],
    ['2026-11-23T10:30', 'America/New_York', '2026-11-23T15:30:00.000Z', null],
    ['2026-02-28T23:59', 'Pacific/Auckland', '2026-02-28T10:59:00.000Z', null],
    ['2028-02-29T00:00', 'UTC', '2028-02-29T00:00:00.000Z', null],
  ])('%s in %s is %s', (local, zone, at, clockChange) => {
    expect(instant(local, zone)).toEqual([at, clockChange]);
  });

  it.each([
    // The clocks go from 02:00 to 03:00: 02:30 is read with the offset before, which is 03:30 by the new time.
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-03-08T02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-03-29T01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    // Half an hour only.
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    // A whole day that Samoa left out.
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  ])('P7 %s in %s falls into the gap of a clock change: %s', (local, zone, at) => {
    expect(instant(local, zone)).toEqual([at, 'gap']);
  });

  it.each([
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-10-25T01:00', 'Europe/London', '2026-10-25T00:00:00.000Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ])('P7 %s in %s comes twice: the first, %s', (local, zone, at) => {
    expect(instant(local, zone)).toEqual([at, 'overlap']);
  });

  it.each([
    ['2026-03-08T01:59', '2026-03-08T06:59:00.000Z'],
    ['2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01T00:59', '2026-11-01T04:59:00.000Z'],
    ['2026-11-01T02:00', '2026-11-01T07:00:00.000Z'],
  ])('P7 %s beside a clock change is an ordinary time', (local, at) => {
    expect(instant(local, 'America/New_York')).toEqual([at, null]);
  });

  it.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-06-15T24:30', '2026-06-15 10:00', '26-06-15T10:00', ''])(
    '“%s” is no local time',
    (local) => {
      expect(instant(local, 'Asia/Shanghai')).toBeNull();
    },
  );
});
