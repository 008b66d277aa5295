import { Trouble } from '../trouble';

export interface StartOptions {
  /** Throws the data folder away first. */
  readonly fresh: boolean;
  /** The data folder; `.data` by default. */
  readonly data: string | undefined;
  /** Size of the sample brand: its members. 0 leaves the brand empty. */
  readonly members: number | undefined;
  /** Leaves the front ends out: quicker for those who work on the API. */
  readonly frontEnds: boolean;
  /** Stops by itself when this process has gone: a test run that was killed leaves nothing behind. */
  readonly untilGone: number | undefined;
}

export const START_HELP = `npm start -- [options]
  --fresh            throw the data folder away first
  --data <folder>    keep the data elsewhere (default .data)
  --members <n>      size of the sample brand at the first start; 0 for none
  --no-front-ends    only servers, API and worker
  --until-gone <pid> stop when that process has ended`;

/** Reads the words behind `npm start --`; an unknown one is refused with the list of those there are. */
export const startOptions = (words: readonly string[]): StartOptions => {
  let fresh = false;
  let frontEnds = true;
  let data: string | undefined;
  let members: number | undefined;
  let untilGone: number | undefined;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name, inline] = word.split('=', 2);
    const value = (): string => inline ?? rest.shift() ?? fail(`${name} needs a value.`);
    if (name === '--fresh') fresh = true;
    else if (name === '--no-front-ends') frontEnds = false;
    else if (name === '--data') data = value();
    else if (name === '--members') members = count(name, value());
    else if (name === '--until-gone') untilGone = count(name, value());
    else fail(`${word} is unknown.`);
  }
  return { fresh, data, members, frontEnds, untilGone };
};

const count = (name: string, text: string): number =>
  /^\d+$/.test(text) ? Number(text) : fail(`${name} ${text} is not a number.`);

const fail = (message: string): never => {
  throw new Trouble(message, START_HELP.split('\n'));
};
