import type { DataFolder } from './data-folder.ts';
import { Service, type ServiceSpec } from './service.ts';
import { StartFailure } from './start-failure.ts';

/** Who depends on whom, so who goes first. */
const stopOrder = ['web', 'worker', 'temporal', 'database'] as const;
export type ServiceName = (typeof stopOrder)[number];

/** Starts the child processes of one data folder, and stops them in order. */
export class Supervisor {
  readonly data: DataFolder;
  #services = new Map<ServiceName, Service>();
  #stopping = false;

  constructor(data: DataFolder) {
    this.data = data;
  }

  /** Starts one service and waits until it answers. */
  async start(name: ServiceName, spec: ServiceSpec): Promise<Service> {
    if (this.#stopping) throw new StartFailure('Đang dừng.');
    const service = new Service(name, spec, this.data);
    this.#services.set(name, service);
    await service.start();
    return service;
  }

  /** Stops what runs or is on its way up, one after the other, and gives the data folder back. */
  async stop(report: (label: string) => void = () => undefined): Promise<void> {
    this.#stopping = true;
    for (const name of stopOrder) {
      const service = this.#services.get(name);
      if (!service) continue;
      report(service.label);
      await service.stop();
    }
    this.data.close();
  }
}
