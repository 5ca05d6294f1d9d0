/** The time of this process. Deadlines use the database's clock instead (`clock_timestamp()`), which no host can skew. */
export abstract class Clock {
  abstract now(): Date;
}

/** The clock of the machine. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
