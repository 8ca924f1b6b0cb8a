import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError, explain, isExecutable } from './run.mjs';

const base = process.env.LIENTHONG_CACHE || process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

/** Tools are kept once per machine, outside the checkout. */
export const cacheRoot = join(base, 'lienthong');

/**
 * @typedef {{ name: string, version: string, binary: string, label: string, megabytes: number }} Tool
 * `megabytes` is what must be free while it is being made.
 */

/**
 * Where a tool's program is, whether it is there or not.
 * @param {Tool} tool
 */
const programOf = (tool) => join(cacheRoot, `${tool.name}-${tool.version}`, 'bin', tool.binary);

/**
 * The tool's program if it is in the cache.
 * @param {Tool} tool
 */
export const cached = (tool) => (isExecutable(programOf(tool)) ? programOf(tool) : undefined);

/**
 * Makes a tool in a temporary folder and moves it into place whole, so that no half tool is ever found.
 * @param {Tool} tool
 * @param {(folder: string) => Promise<void>} fill puts `bin/<binary>` into the folder
 */
export async function install(tool, fill) {
  const doing = `Lấy ${tool.label} ${tool.version}`;
  const started = Date.now();
  console.log(`${tool.label} ${tool.version}: đang lấy về ${cacheRoot}`);
  const folder = join(cacheRoot, `${tool.name}-${tool.version}`);
  let partial = '';
  try {
    await mkdir(cacheRoot, { recursive: true });
    await requireSpace(tool);
    partial = await mkdtemp(`${folder}.partial-`);
    await fill(partial);
    await moveInto(join(partial, 'bin'), join(folder, 'bin'));
  } catch (error) {
    throw explain(doing, error);
  } finally {
    if (partial) await rm(partial, { recursive: true, force: true });
  }
  console.log(`${tool.label} ${tool.version}: xong sau ${Math.round((Date.now() - started) / 1000)} giây`);
}

/** @param {Tool} tool */
async function requireSpace({ label, megabytes }) {
  const { bavail, bsize } = await statfs(cacheRoot);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < megabytes)
    throw new SetupError(`${label} cần ${megabytes} MB trống ở ${cacheRoot}, chỉ còn ${free} MB.`);
}

/**
 * @param {string} made
 * @param {string} target
 */
async function moveInto(made, target) {
  await mkdir(dirname(target), { recursive: true });
  try {
    await rename(made, target);
  } catch (error) {
    // Another setup on this machine was quicker: its copy is as good.
    if (!existsSync(target)) throw error;
  }
}
