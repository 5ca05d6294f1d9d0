import { parseArgs } from 'node:util';
import { checkCohort, takeThrough } from './cohort/run.ts';
import { Stage } from './cohort/stage.ts';

/*
 * npm run cohort -- --officers N[,M…] [--sitting N] [--keep]
 * Takes N officers from the spreadsheet to the certificate on this machine and prints one JSON line per figure. Exits 1 when any
 * count or sampled certificate is not as it must be. With several sizes, the last lines compare the cost per officer. `--sitting`
 * officers sit the examination through the HTTP API, the figure "answer" is theirs; the answers of the others are written as rows.
 */
const { values } = parseArgs({
  options: {
    officers: { type: 'string', default: '1000' },
    sitting: { type: 'string', default: '50' },
    keep: { type: 'boolean', default: false },
  },
});
const sizes = values.officers.split(',').map(Number);
const byHttp = Number(values.sitting);
if ([...sizes, byHttp].some((size) => !Number.isInteger(size) || size < 1))
  throw new Error('--officers and --sitting take whole numbers: --officers 10000,200000 --sitting 1000');

const limits: Record<string, number> = { import: 60, enroll: 15, grade: 20, 'complete-and-issue': 60 };
const figures: { name: string; officers: number; seconds: number }[] = [];
const faults: string[] = [];
for (const officers of sizes) await run(officers);
compare();
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

async function run(officers: number): Promise<void> {
  const stage = await Stage.open();
  try {
    const figure = (name: string, seconds: number, of = officers): void => {
      if (of === officers) figures.push({ name, officers, seconds });
      console.log(JSON.stringify({ name, officers: of, seconds: Number(seconds.toFixed(2)), perSecond: Math.round(of / seconds) }));
      if (officers === 200_000 && seconds > (limits[name] ?? Infinity))
        faults.push(`${name}: ${seconds.toFixed(1)} s, at most ${limits[name]} s`);
    };
    await takeThrough(stage, { officers, byHttp, last: 'follow' }, figure);
    const checked = await checkCohort(stage, officers, 'follow');
    faults.push(...checked.faults);
    console.log(JSON.stringify({ name: 'checked', officers, ...checked.counts }));
    for (const [process, bytes] of stage.peaks) {
      console.log(JSON.stringify({ name: 'memory', officers, process, megabytes: Math.round(bytes / 1_048_576) }));
      if (bytes > 1_073_741_824) faults.push(`${process} took ${Math.round(bytes / 1_048_576)} MB`);
    }
  } finally {
    if (values.keep) console.error(`kept, as asked: ${stage.url}`);
    else await stage.close();
  }
}

function compare(): void {
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  if (small === large) return;
  for (const { name, seconds } of figures.filter((each) => each.officers === large)) {
    const least = figures.find((each) => each.officers === small && each.name === name);
    if (!least) continue;
    const ratio = seconds / large / (least.seconds / small);
    console.log(JSON.stringify({ name: `${name}.perOfficer`, sizes: [small, large], ratio: Number(ratio.toFixed(2)) }));
    if (small >= 10_000 && ratio > 1.3)
      faults.push(`${name}: an officer costs ${ratio.toFixed(2)} times as much among ${large} as among ${small}`);
  }
}
