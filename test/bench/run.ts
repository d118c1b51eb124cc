import type { Bench, Size } from './harness.ts'

/** One bench in a process of its own: `node test/bench/run.ts <name> [little]`. Its rows go to the parent, or are printed. */
const [name, amount] = process.argv.slice(2)
const size: Size = (whole, little) => (amount === 'little' ? little : whole)
const { bench } = (await import(`./${name}.ts`)) as { bench: Bench }
const rows = await bench.run(size)
if (process.send) {
  process.send({ about: bench.about, rows })
  process.disconnect()
} else {
  console.table(rows)
}
