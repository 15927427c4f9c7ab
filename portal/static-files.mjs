// Puts Det Fælles Designsystem (npm `dkfds`, version of package-lock.json) into the folder given as first argument.
// npm is asked only when the right version is not there yet, so a second build needs no network.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const wanted = json(here, 'package-lock.json').packages['node_modules/dkfds'].version;
const installed = () => {
  const description = join(here, 'node_modules', 'dkfds', 'package.json');
  return existsSync(description) ? json(description).version : null;
};
const stamp = join(target, 'VERSION');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  process.exit(0);
}
if (installed() !== wanted) {
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    console.error(`dkfds ${wanted} could not be fetched: check that npm is installed and reaches its registry.`);
    process.exit(1);
  }
}

const weights = ['Regular', 'Italic', 'Medium', 'MediumItalic', 'SemiBold', 'Bold'];
const files = [
  'css/dkfds.min.css',
  'js/dkfds.min.js',
  'img/svg-icons',
  'fonts/IBMPlexSans/complete/woff2/license.txt',
  ...weights.map((weight) => `fonts/IBMPlexSans/complete/woff2/IBMPlexSans-${weight}.woff2`),
  'LICENSE.md',
];
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const file of files) {
  cpSync(join(here, 'node_modules', 'dkfds', 'dist', file), join(target, file), { recursive: true });
}
writeFileSync(stamp, wanted);
