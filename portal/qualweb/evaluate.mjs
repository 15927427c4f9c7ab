// node evaluate.mjs PORTAL PAGES RESULT CHROMIUM WIDTHS: runs QualWeb over every page that lies in the folder PAGES, once per
// width, and writes what it found to RESULT (JSON). The pages are served from here with the files (styles, scripts, fonts)
// of the portal that runs at PORTAL, so a state behind a POST looks as it does there. QualWeb and its driver are fetched
// only when they are not there yet, and without a browser of their own.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [portal, pages, result, chromium, widths] = process.argv.slice(2);

const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const isInstalled = ([name, version]) => {
  const description = join(here, 'node_modules', name, 'package.json');
  return existsSync(description) && json(description).version === version;
};
if (!Object.entries(json(here, 'package.json').devDependencies).every(isInstalled)) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: here,
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const require = createRequire(import.meta.url);
const { QualWeb } = require('@qualweb/core');
const { ACTRules } = require('@qualweb/act-rules');
const { WCAGTechniques } = require('@qualweb/wcag-techniques');

const names = readdirSync(pages).filter((name) => name.endsWith('.html')).sort();
const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (path.endsWith('.js')) {
    // the engine sees what a reader without JavaScript gets; a page that sends itself again would leave under its hands
    response.writeHead(404).end();
    return;
  }
  const name = decodeURIComponent(path).slice('/side/'.length);
  if (request.url.startsWith('/side/') && names.includes(name)) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(pages, name)));
    return;
  }
  try {
    const file = await fetch(portal + request.url);
    response.writeHead(file.status, { 'Content-Type': file.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await file.arrayBuffer()));
  } catch {
    response.writeHead(502).end();
  }
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}/side/`;

async function started() {
  const qualweb = new QualWeb();
  await qualweb.start(
    { maxConcurrency: 2, timeout: 120_000 },
    {
      executablePath: chromium,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    },
  );
  return qualweb;
}
let qualweb = await started();

const options = { levels: ['A', 'AA'] };
const CHUNK = 12;
const ATTEMPTS = 3;
const PATIENCE = 300_000;

const late = () =>
  new Promise((_, refuse) => setTimeout(() => refuse(new Error(`no report after ${PATIENCE} ms`)), PATIENCE).unref());

// the engine leaves calls behind when a page is closed under it; what matters is whether the page has a report
process.on('unhandledRejection', (error) => console.log(`left behind: ${error.message}`));

// a browser that closes a page while the machine is busy is no finding: pages without a report are looked at again, by a new one
async function evaluate(urls, width) {
  const reports = {};
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const missing = urls.filter((url) => !reports[url]);
    if (missing.length === 0) {
      break;
    }
    if (attempt > 1) {
      await qualweb.stop().catch(() => {});
      qualweb = await started();
    }
    try {
      const seen = qualweb.evaluate({
        urls: missing,
        modules: [new ACTRules(options), new WCAGTechniques(options)],
        viewport: { resolution: { width, height: 900 } },
        waitUntil: 'load',
      });
      Object.assign(reports, await Promise.race([seen, late()]));
    } catch (error) {
      console.log(`${missing.join(' ')}: ${error.message}`);
    }
  }
  return reports;
}

const found = { pages: 0, passed: 0, failures: [], warnings: [] };
try {
  for (const width of widths.split(',').map(Number)) {
    const wanted = names.filter((name) => name.endsWith(`-${width}.html`));
    const reports = {};
    for (let from = 0; from < wanted.length; from += CHUNK) {
      const urls = wanted.slice(from, from + CHUNK).map((name) => base + name);
      Object.assign(reports, await evaluate(urls, width));
    }
    for (const name of wanted) {
      const report = reports[base + name];
      if (!report) {
        found.failures.push({ page: name, rule: 'none', name: 'the page could not be evaluated', where: '' });
        continue;
      }
      found.pages += 1;
      for (const module of Object.values(report.modules)) {
        for (const rule of Object.values(module.assertions ?? {})) {
          found.passed += rule.metadata.passed;
          for (const one of rule.results) {
            if (one.verdict === 'failed' || one.verdict === 'warning') {
              const where = (one.elements ?? []).map((element) => element.pointer).join(', ');
              const line = { page: name, rule: rule.code, mapping: rule.mapping, name: rule.name, says: one.description, where };
              (one.verdict === 'failed' ? found.failures : found.warnings).push(line);
            }
          }
        }
      }
    }
  }
} finally {
  await qualweb.stop();
  server.close();
}
writeFileSync(result, JSON.stringify(found, null, 1));
process.exit(0);
