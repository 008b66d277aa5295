import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../trouble';
import { Child, type ChildExit, type ChildPlan, describeExit } from './child';
import { type Probe, waitUntilReady } from './wait-until-ready';

/** A server that must keep running. */
export interface Service {
  readonly plan: ChildPlan;
  readonly probe: Probe;
  readonly readyWithinMs: number;
  /** Without it nothing works: when it cannot be kept alive, everything stops. */
  readonly vital: boolean;
}

export interface SupervisorOptions {
  readonly say: (line: string) => void;
  /** A vital service could not be brought back. */
  readonly onLost: (trouble: Trouble) => void;
  /** Pause before the first restart; doubles each time. */
  readonly firstPauseMs?: number;
}

/** So many restarts in a row are tried; a service that has run this long counts as healthy again. */
const MOST_RESTARTS = 5;
const HEALTHY_MS = 60_000;

/**
 * Starts services in order, brings a killed one back (pauses of 1, 2, 4, 8, 16 s) and stops all in the opposite order.
 * A service that keeps falling over is given up with its last words; the others stay up unless it is vital.
 */
export class Supervisor {
  private readonly running = new Map<string, Child>();
  private readonly order: string[] = [];
  private readonly tasks = new Set<Child>();
  private stopping = false;

  constructor(private readonly options: SupervisorOptions) {}

  /** Starts it and waits until it answers; from then on it is watched. */
  async start(service: Service): Promise<Child> {
    this.refuseWhenStopping();
    const child = Child.start(service.plan);
    this.running.set(service.plan.name, child);
    this.order.push(service.plan.name);
    try {
      await waitUntilReady(child, service.probe, service.readyWithinMs);
    } catch (error) {
      this.refuseWhenStopping();
      throw error;
    }
    void this.watch(service, child);
    return child;
  }

  /** Runs a program to its end (migrations, a build, the seed); it is ended as well when everything stops. */
  async task(plan: ChildPlan): Promise<{ exit: ChildExit; tail: string[] }> {
    this.refuseWhenStopping();
    const child = Child.start(plan);
    this.tasks.add(child);
    const exit = await child.exited;
    this.tasks.delete(child);
    this.refuseWhenStopping();
    return { exit, tail: child.tail() };
  }

  pidOf(name: string): number | null {
    const child = this.running.get(name);
    return child?.running ? child.pid : null;
  }

  /** Stops tasks, then services, the last started first. */
  async stopAll(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.tasks].map((task) => task.stop()));
    for (const name of [...this.order].reverse()) {
      const { killed } = (await this.running.get(name)?.stop()) ?? { killed: false };
      if (killed) this.options.say(`${name} did not stop in time and was killed.`);
    }
  }

  /** No more patience: a second Ctrl-C. */
  killAll(): void {
    for (const child of [...this.tasks, ...this.running.values()]) child.kill('SIGKILL');
  }

  private async watch(service: Service, first: Child): Promise<void> {
    const { name } = service.plan;
    let child = first;
    let restarts = 0;
    for (;;) {
      const since = performance.now();
      const exit = await child.exited;
      if (this.stopping) return;
      if (performance.now() - since > HEALTHY_MS) restarts = 0;
      if (restarts === MOST_RESTARTS) return this.giveUp(service, exit, child.tail());
      const pauseMs = (this.options.firstPauseMs ?? 1000) * 2 ** restarts;
      restarts += 1;
      this.options.say(
        `! ${name} ${describeExit(exit)}; starting it again in ${pauseMs / 1000} s (${restarts} of ${MOST_RESTARTS}). Log: ${service.plan.logFile}`,
      );
      await sleep(pauseMs, undefined, { ref: false });
      if (this.stopping) return;
      child = Child.start(service.plan);
      this.running.set(name, child);
      await this.sayWhenBack(service, child);
    }
  }

  private async sayWhenBack(service: Service, child: Child): Promise<void> {
    try {
      await waitUntilReady(child, service.probe, service.readyWithinMs);
      this.options.say(`✓ ${service.plan.name} is back (process ${child.pid}).`);
    } catch {
      // It ended again, and the watch tells why; or it hangs: then it is killed, which the watch notices as well.
      child.kill('SIGKILL');
    }
  }

  private giveUp(service: Service, exit: ChildExit, tail: string[]): void {
    const what = `${service.plan.name} ${describeExit(exit)} and could not be kept alive (${MOST_RESTARTS} restarts).`;
    if (service.vital) this.options.onLost(new Trouble(what, tail));
    else this.options.say([`✗ ${what} The other parts go on without it.`, ...tail].join('\n    '));
  }

  private refuseWhenStopping(): void {
    if (this.stopping) throw new Stopped();
  }
}

/** Thrown into work that was going on when everything was told to stop; nobody needs to hear about it. */
export class Stopped extends Error {}
