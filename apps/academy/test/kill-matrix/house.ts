import { setTimeout as sleep } from 'node:timers/promises';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { insist, ownDatabase, type Closings } from '../chaos.ts';
import { RunningAcademy } from '../running-academy.ts';
import { packageCohort, type Officer } from '../small-cohort.ts';
import { driverPackage, makes, type Make } from './driver.ts';

/** The academy that the learners of a matrix share, with a unit for each make of the driver package. */
export class House {
  private turn: Promise<void> = Promise.resolve();

  private constructor(
    readonly academy: RunningAcademy,
    private readonly restartDatabase: () => Promise<void>,
    private readonly units: ReadonlyMap<Make, string>,
    private readonly officers: readonly Officer[],
  ) {}

  static async open(learners: number, closings: Closings): Promise<House> {
    const own = await ownDatabase(closings);
    const academy = await RunningAcademy.start({ databaseUrl: own.server.url });
    closings.push(() => academy.close());
    const { unitIds, officers } = await packageCohort(academy, learners, ...(await Promise.all(makes.map(driverPackage))));
    return new House(academy, () => own.restart(), new Map(makes.map((make, at) => [make, unitIds[at]!])), officers);
  }

  /** The learner of a run, with the unit of that make. */
  learner(at: number, make: Make): { enrollmentId: string; unitId: string; token: string } {
    const { enrollmentId, token } = this.officers[at]!;
    return { enrollmentId, unitId: this.units.get(make)!, token };
  }

  /** The address that opens a learner's unit. */
  launch({ enrollmentId, unitId, token }: ReturnType<House['learner']>): Promise<string> {
    const client = AcademyClient.bearing(this.academy.url, token);
    return insist(async () => (await client.post<{ url: string }>('/api/content/launches', { enrollmentId, unitId })).url);
  }

  /** Ends the academy or the database and starts it again, one after another. */
  alone(how: 'killed' | 'deployed' | 'restarted'): Promise<void> {
    this.turn = this.turn.then(() => this.again(how));
    return this.turn;
  }

  rows<R extends object>(text: string, parameters: unknown[]): Promise<R[]> {
    return insist(async () => (await this.academy.database.query<R>(text, parameters)).rows);
  }

  private async again(how: 'killed' | 'deployed' | 'restarted'): Promise<void> {
    if (how === 'restarted') return this.restartDatabase();
    if (how === 'killed') await this.academy.kill('academy');
    else await this.academy.stop('academy');
    await sleep(200);
    await this.academy.run('academy');
  }
}
