import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { framePaths } from '../../api/http/frame.paths.ts';
import { tasksPaths } from '../../api/tasks/tasks.paths.ts';
import { assignedDispatches } from './assigned.ts';
import type { Figure } from './figure.ts';
import { withProduct } from './live-product.ts';
import { Visitor } from './visitor.ts';

const ACTS = 120;
const WARM_UP = 4;

/** An officer takes the unit's row and gives it back, over and over, while a colleague's page is open. */
export function run(): Promise<Figure[]> {
  return withProduct(async ({ address }) => {
    const [id] = await assignedDispatches(1);
    const [officer, colleague] = await Promise.all(
      ['pao.ga', 'trang.pt'].map((login) => Visitor.signedIn(address, login)),
    );
    if (!officer || !colleague) throw new Error('Nobody signed in');
    const page = await openPage(address, colleague);
    const own: number[] = [];
    const others: number[] = [];
    for (let act = -WARM_UP; act < ACTS; act++) {
      const takes = act % 2 === 0;
      const start = performance.now();
      await officer.post(`/dispatches/${id}/rows/1/${takes ? 'claim' : 'release'}`, {});
      const answered = performance.now();
      // What an officer took lies in their own hands, what lies with the unit is open to every member.
      const mine = (await lists(officer, 'pending', id)) === takes ? 0 : performance.now() - answered;
      await page.until(async () => (await lists(colleague, 'unit', id)) !== takes);
      if (act < 0) continue;
      own.push(mine);
      others.push(performance.now() - start);
    }
    page.close();
    others.sort((a, b) => a - b);
    return [
      { figure: 'visible.ownMs', value: Math.round(Math.max(...own)), unit: 'ms' },
      { figure: 'visible.othersP50Ms', value: Math.round(others[Math.floor(ACTS * 0.5)] ?? 0), unit: 'ms' },
      { figure: 'visible.othersP99Ms', value: Math.round(others[Math.floor(ACTS * 0.99)] ?? 0), unit: 'ms' },
    ];
  });
}

/** Whether a tab of the inbox shows the first row of the dispatch. */
async function lists(visitor: Visitor, tab: string, id: string | undefined): Promise<boolean> {
  const { lines } = (await visitor.get(`${tasksPaths.inbox}?tab=${tab}`)) as { lines: { id: string }[] };
  return lines.some((line) => line.id === `${id}/1`);
}

/** An open page: it looks again whenever the product tells it that its list changed, and only then. */
async function openPage(address: string, { headers }: Visitor) {
  const request = get(`${address}${framePaths.live}`, { headers });
  const [stream] = (await once(request, 'response')) as [IncomingMessage];
  const heard: string[] = [];
  const lines = createInterface(stream);
  lines.on('line', (line) => {
    if (/^event: ?inbox/.test(line)) heard.push(line);
  });
  return {
    async until(shows: () => Promise<boolean>): Promise<void> {
      do {
        while (heard.length === 0) await once(lines, 'line');
        heard.length = 0;
      } while (!(await shows()));
    },
    close: () => {
      // To the reader a page that is closed is an error.
      lines.on('error', () => undefined);
      request.destroy();
    },
  };
}
