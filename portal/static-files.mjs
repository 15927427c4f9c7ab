// Puts Det Fælles Designsystem (npm `dkfds`, version of package-lock.json) into the folder given as first argument.
// npm is asked only when a right version is not there yet, so a second build needs no network. The checks of the browser
// tests (axe-core, html-validate) come along.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

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
// the second number is this file's: raise it when other files are wanted
const version = `${wanted.dkfds}-3`;
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) {
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

// its rules for fonts name old formats first, which browsers would ask for in vain before the one that is here
const style = join(target, 'css/dkfds.min.css');
const font = /@font-face\{[^}]*font-family:IBM Plex Sans[^}]*\}/g;
writeFileSync(style, readFileSync(style, 'utf8').replace(font, (rule) => {
  const file = /url\((\.\.\/fonts\/[^)]*\.woff2)\)/.exec(rule)[1];
  const kept = existsSync(join(target, 'css', file));
  return kept ? rule.replace(/src:[^;}]*/, `src:url(${file}) format("woff2")`) : '';
}));

// compressed once, as well as it can be done
for (const file of ['css/dkfds.min.css', 'js/dkfds.min.js']) {
  writeFileSync(join(target, `${file}.br`), brotliCompressSync(readFileSync(join(target, file))));
}
writeFileSync(stamp, version);
