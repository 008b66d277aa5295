// One jest, several projects. `npm test` runs them all; a single one runs directly as well, in any number side by side:
//   npx jest -c config/jest.cjs --selectProjects integration tests/integration/loyalty
const path = require('node:path');
const swc = require('./swc.json');

const rootDir = path.resolve(__dirname, '..');

// jest resolves @fanloop/… itself (below), and swc's rewriting of the same paths would only get in its way.
const { paths: _paths, baseUrl: _baseUrl, ...jsc } = swc.jsc;
const options = { ...swc, jsc, sourceMaps: 'inline' };

// jest's --selectProjects takes every word up to the next option for the name of a project. A word with a slash is meant
// as a path: keep to the tests below it, instead of silently running the whole project.
const after = process.argv.indexOf('--selectProjects') + 1;
const taken = after > 0 ? process.argv.slice(after) : [];
const end = taken.findIndex((word) => word.startsWith('-'));
const paths = (end < 0 ? taken : taken.slice(0, end)).filter((word) => word.includes('/'));
const quoted = paths.map((word) => path.relative(rootDir, path.resolve(word)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const elsewhere = quoted.length > 0 ? [`^(?!.*/(?:${quoted.join('|')}))`] : [];

const shared = {
  rootDir,
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tests', '<rootDir>/config'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/apps/[^/]+/dist/', '<rootDir>/.data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...elsewhere],
  transform: { '^.+\\.(t|j)sx?$': ['@swc/jest', options] },
  // Packages that are ES modules only: Node 20 requires them, jest must compile them.
  transformIgnorePatterns: ['/node_modules/(?!content-disposition/)'],
  moduleNameMapper: { '^@fanloop/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  setupFiles: ['<rootDir>/tests/support/jest/before-each-file.ts'],
};

const project = (displayName, testMatch, more = {}) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  ...more,
});

// One private MariaDB and one private Redis for the whole run, whichever of these projects take part in it.
const servers = {
  globalSetup: '<rootDir>/tests/support/jest/start-servers.ts',
  globalTeardown: '<rootDir>/tests/support/jest/stop-servers.ts',
};
const patience = (name) => ({ setupFilesAfterEnv: [`<rootDir>/tests/support/jest/${name}.ts`] });

module.exports = {
  rootDir,
  maxWorkers: 2,
  // A worker that has grown large through many Nest applications is replaced.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.ts']),
    project('integration', ['tests/integration/**/*.spec.ts'], { ...servers, ...patience('patient') }),
    project('contract', ['tests/contract/**/*.spec.ts'], { ...servers, ...patience('patient') }),
    project('architecture', ['tests/architecture/**/*.spec.ts'], patience('patient')),
    project('acceptance', ['tests/acceptance/**/*.spec.ts'], { ...servers, ...patience('very-patient') }),
    project('e2e', ['tests/e2e/**/*.spec.ts'], { ...servers, ...patience('very-patient') }),
  ],
};
