// `node -r tests/support/typescript-hook.cjs file.ts`: runs a source file of the launcher in a process of its own, so that
// a test can kill it. Compiles each file as it is loaded.
const { transformFileSync } = require('@swc/core');
const {
  jsc: { paths: _paths, baseUrl: _baseUrl, ...jsc },
  ...rest
} = require('../../config/swc.json');

require.extensions['.ts'] = (module, file) =>
  module._compile(transformFileSync(file, { ...rest, jsc, swcrc: false, sourceMaps: 'inline' }).code, file);
