// A browser, or real data by the ten thousand rows; the first story also builds the front ends.
jest.setTimeout(600_000);
