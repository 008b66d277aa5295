// Real servers on a busy machine of two cores: a test is wrong when it fails, not when it is slow.
jest.setTimeout(60_000);
