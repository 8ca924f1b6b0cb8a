import { ensureDatabase } from './setup/database.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { SetupError } from './setup/run.mjs';
import { ensureTemporal, ensureTestServer, findChromium } from './setup/temporal.mjs';

const [major = 0] = process.versions.node.split('.').map(Number);
const started = Date.now();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(1));

/**
 * Brings everything that a command needs onto this machine; what is there already costs milliseconds.
 * @param {string | undefined} mode
 */
async function setUp(mode) {
  if (major < 20) throw new SetupError(`Cần Node 20 trở lên, máy này có ${process.versions.node}.`);
  const packages = ensurePackages();
  if (mode === '--check') return packages;
  await Promise.all([
    packages,
    ensureTemporal(packages),
    ensureDatabase(packages),
    ...(mode === '--test' ? [ensureTestServer()] : []),
  ]);
  if (mode === '--test' && findChromium() === undefined)
    console.log(
      'Không thấy Chromium: các bài kiểm thử trình duyệt sẽ được bỏ qua (đặt CHROMIUM_PATH nếu có).',
    );
}

try {
  await setUp(process.argv[2]);
  console.log(`Chuẩn bị xong sau ${((Date.now() - started) / 1000).toFixed(1).replace('.', ',')} giây.`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`Không chuẩn bị được: ${error.message}`);
  process.exit(1);
}
