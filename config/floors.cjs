// Import rules for dependency-cruiser 17. Floors, bottom first: a library may import only doors (index.ts) of lower
// floors; libraries on one floor never see each other.
const floors = [
  ['kernel'],
  ['events', 'api-client'],
  ['platform'],
  ['wechat'],
  ['organization'],
  ['members'],
  ['sales', 'loyalty', 'coupons', 'payments', 'community', 'tagging'],
  ['counter', 'activities', 'rewards', 'campaigns'],
  ['insights'],
];
const any = (names) => `^libs/(${names.join('|')})/`;
const upward = floors.flatMap((names, floor) =>
  names.flatMap((name) => {
    const banned = [...floors.slice(floor + 1).flat(), ...names.filter((other) => other !== name)];
    return banned.length
      ? [
          {
            name: `floor-${floor}-${name}`,
            severity: 'error',
            from: { path: `^libs/${name}/` },
            to: { path: any(banned) },
          },
        ]
      : [];
  }),
);
// Inside a library: rules < store < use-cases, reads < handlers < roof.
const inner = [
  ['rules', 'store|use-cases|reads|handlers'],
  ['store', 'use-cases|reads|handlers'],
  ['use-cases|reads', 'handlers'],
].map(([low, high]) => ({
  name: `inside-${low}`,
  severity: 'error',
  from: { path: `^libs/([^/]+)/src/(?:${low})/` },
  to: { path: `^libs/$1/src/(?:${high})/` },
}));
const error = (name, from, to, more = {}) => ({ name, severity: 'error', from, to, ...more });
module.exports = {
  forbidden: [
    ...upward,
    ...inner,
    error('libs-never-see-apps-or-config', { path: '^libs/' }, { path: '^(apps|config|tests)/' }),
    error(
      'enter-by-the-door',
      { path: '^(?:apps|libs)/([^/]+)/' },
      { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
    ),
    error('root-is-the-roof', { path: '^libs/([^/]+)/src/[^/]+/' }, { path: '^libs/$1/src/[^/]+\\.ts$' }),
    error(
      'rules-are-pure',
      { path: '^libs/[^/]+/src/rules/' },
      { path: '.', pathNot: ['/src/rules/', '^libs/kernel/'] },
    ),
    error(
      'browsers-stay-light',
      { path: '^apps/(miniapp|console)/' },
      { path: '^libs/', pathNot: '^libs/(kernel|api-client)/' },
    ),
    error('the-stand-in-stands-alone', { path: '^apps/wechat-stand-in/' }, { path: '^libs/' }),
    error('no-cross-app', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    error(
      'no-cross-feature',
      { path: '^apps/(miniapp|console)/src/features/([^/]+)/' },
      { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    ),
    error('no-cycle', {}, { circular: true }),
    error('no-folder-cycle', { path: '^(apps|libs)/' }, { circular: true }, { scope: 'folder' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.spec\\.ts$', '(^|/)dist/'] },
  },
};
