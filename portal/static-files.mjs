// Puts Det Fælles Designsystem (npm `dkfds`, version of package-lock.json) into the folder given as first argument.
// npm is asked only when a right version is not there yet, so a second build needs no network. The checks of the browser
// tests (axe-core, html-validate) come along.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const wanted = json(here, 'package.json').devDependencies;
const isInstalled = ([name, version]) => {
  const description = join(here, 'node_modules', name, 'package.json');
  return existsSync(description) && json(description).version === version;
};
if (!Object.entries(wanted).every(isInstalled)) {
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    const names = Object.entries(wanted).map(([name, version]) => `${name} ${version}`);
    console.error(`${names.join(', ')} could not be fetched: check that npm is installed and reaches its registry.`);
    process.exit(1);
  }
}
const stamp = join(target, 'VERSION');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted.dkfds) {
  process.exit(0);
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
writeFileSync(stamp, wanted.dkfds);
