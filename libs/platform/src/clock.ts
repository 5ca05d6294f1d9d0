/** The time of this process. Deadlines use the database's clock instead (`clock_timestamp()`), which no host can skew. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
