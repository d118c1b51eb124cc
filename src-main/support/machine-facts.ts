import { statfsSync } from 'node:fs'
import { arch, availableParallelism, cpus, freemem, loadavg, platform, release, totalmem, uptime, version as systemVersion } from 'node:os'

/** The computer and the program; nothing that names either's owner. */
export function machineFacts({ now, version, dataFolder }: { now: string; version: string; dataFolder: string }): object {
  const { bsize, blocks, bavail } = statfsSync(dataFolder)
  return {
    writtenAt: now, product: { name: 'Lantai', version }, versions: process.versions,
    system: { platform: platform(), architecture: arch(), release: release(), version: systemVersion(), secondsUp: Math.round(uptime()), load: loadavg() },
    processor: { model: cpus()[0]?.model ?? 'unknown', threads: availableParallelism() },
    memory: { total: totalmem(), free: freemem(), ofThisProcess: process.memoryUsage.rss() },
    diskOfData: { total: blocks * bsize, free: bavail * bsize },
  }
}
