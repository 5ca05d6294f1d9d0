import { Injectable } from '@nestjs/common';
import { events, jobsOf, type EventName, type House, type JobKind } from '@aula/contracts';
import { Hears, Job } from '@aula/platform';

/** A provider for the orders and facts of a house that its tests have no use for: it does nothing about them. */
export const otherWork = (house: House, own: { jobs: readonly JobKind[]; hears: readonly EventName[] }): new () => object => {
  @Injectable()
  class OtherWork {}
  const heard = (Object.keys(events) as EventName[]).filter((name) => events[name].heardBy.some((each) => each === house));
  const handlers = [
    ...jobsOf(house)
      .filter((kind) => !own.jobs.includes(kind))
      .map((kind) => [kind, Job(kind)] as const),
    ...heard.filter((name) => !own.hears.includes(name)).map((name) => [name, Hears(name)] as const),
  ];
  for (const [name, handles] of handlers) {
    const descriptor = { value: () => Promise.resolve() };
    Object.defineProperty(OtherWork.prototype, name, descriptor);
    handles(OtherWork.prototype, name, descriptor);
  }
  return OtherWork;
};
