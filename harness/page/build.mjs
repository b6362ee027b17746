// Builds the page from src/ into dist/, which is committed: a C++ build needs no Node. `--check` builds it elsewhere and
// says whether dist/ is what the sources give.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');
const served = ['index.html', 'page.js', 'page.css'];

/** The same sources give the same bytes: no dates, no paths, no hashes; package-lock.json pins the rest. */
async function buildInto(folder) {
  await build({
    absWorkingDir: here,
    entryPoints: { page: 'src/main.tsx' },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome120', 'firefox121', 'safari17.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await copyFile(join(here, 'index.html'), join(folder, 'index.html'));
}

/** Which of the committed files differ from those in `folder`. */
function differing(folder) {
  const text = (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  };
  return served.filter((name) => text(join(dist, name)) !== text(join(folder, name)));
}

if (process.argv.includes('--check')) {
  const folder = mkdtempSync(join(tmpdir(), 'gcmock-page-'));
  await buildInto(folder);
  const stale = differing(folder);
  rmSync(folder, { recursive: true });
  if (stale.length > 0) {
    console.error(`harness/page/dist is not what its sources give: ${stale.join(', ')}. Run "npm run build" in harness/page.`);
    process.exit(1);
  }
} else {
  await buildInto(dist);
}
