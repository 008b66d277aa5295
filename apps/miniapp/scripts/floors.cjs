// Inside the mini-program: platform < shared < features < pages; a feature never sees a feature. The house's own rules
// (config/floors.cjs) guard its outer walls; these know its `@/` paths. Run in apps/miniapp by tests/architecture.
const error = (name, from, to) => ({ name, severity: 'error', from, to });
module.exports = {
  forbidden: [
    error('platform-is-the-ground', { path: '^src/platform/' }, { path: '^src/(shared|features|pages|packages)/' }),
    error('shared-is-below-features', { path: '^src/shared/' }, { path: '^src/(features|pages|packages)/' }),
    error('features-are-below-pages', { path: '^src/features/' }, { path: '^src/(pages|packages)/' }),
    error(
      'no-cross-feature',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    error('no-cycle', {}, { circular: true }),
    error('everything-is-found', {}, { couldNotResolve: true, pathNot: '^@fanloop/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$|\\.scss$' },
  },
};
