import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A checkout in miniature: programs of a few lines in the places where the launcher looks for the real ones. The real
 * MariaDB and Redis below it make the launcher's own work testable without the weight of the product.
 */
export const smallProduct = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'fanloop-small-'));
  const modules = join(__dirname, '../../../node_modules');
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put(
    'dist/config/migrate.js',
    `require('${modules}/mysql2/promise').createConnection(process.env.DATABASE_URL)${MIGRATE}`,
  );
  for (const program of ['api', 'worker', 'wechat-stand-in']) put(`dist/apps/${program}/src/main.js`, SERVER);
  put('dist/apps/worker/src/seed.js', SEED);
  put('dist/apps/worker/src/import.js', IMPORT);
  put('apps/console/index.html', '<title>console</title>');
  put('apps/miniapp/src/app.config.ts', 'export default {};');
  const build = (folder: string): string => `mkdir -p ${folder} && echo "<title>$PWD</title>" > ${folder}/index.html`;
  const scripts = { 'build:console': build('apps/console/dist'), 'build:h5': build('apps/miniapp/dist/h5') };
  put('package.json', JSON.stringify({ name: 'small', private: true, scripts }));
  return root;
};

const MIGRATE = `.then(async (connection) => {
  await connection.query('CREATE TABLE IF NOT EXISTS things (name VARCHAR(20) PRIMARY KEY)');
  await connection.end();
});`;

/** Notes in which order the programs stop; answers every path with its environment. */
const SERVER = `
const name = __filename.split('/').at(-3);
const note = (what) => require('node:fs').appendFileSync('order', name + ' ' + what + '\\n');
require('node:http')
  .createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, path: request.url, env: process.env }));
  })
  .listen(process.env.PORT, process.env.HOST, () => note('starts'));
process.on('SIGTERM', () => {
  note('stops');
  process.exit(0);
});`;

const SEED = `
const count = process.env.SAMPLE_MEMBERS ?? '3000';
require('node:fs').appendFileSync('seeds', count + ' ');
require('node:fs').writeFileSync(process.env.LOGINS_FILE, JSON.stringify([{ who: '店主', login: 'owner', password: 'tea' }]));
console.log(count + ' members');`;

const IMPORT = `
console.log(JSON.stringify({ words: process.argv.slice(2), database: process.env.DATABASE_URL }));
process.exit(process.argv.includes('--fail') ? 3 : 0);`;
